"""What a page says of itself: meta elements, ``time``, JSON-LD. The first source that speaks wins."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from relecture.reading import metadata
from relecture.reading.tree import Node

#: Names of meta elements and properties, by the key they fill, most trusted first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "byline": ("author", "article:author", "dc.creator"),
    "published": ("article:published_time", "datepublished", "date", "dc.date", "pubdate"),
}
#: JSON-LD blocks looked at, in characters each.
_JSON_MAX = 200_000


def read(root: Node) -> dict[str, str]:
    """Title, byline, published and language of the page, where it gives them."""
    found: dict[str, str] = {}
    for key, value in [*_from_meta(root), *_from_json(root), *_from_elements(root)]:
        found.setdefault(key, value)
    return found


def _from_meta(root: Node) -> Iterator[tuple[str, str]]:
    given: dict[str, str] = {}
    for node in root.every():
        if node.tag == "meta":
            name = node.get("property") or node.get("name") or node.get("itemprop")
            given.setdefault(name.lower(), node.get("content"))
    for key, names in _META.items():
        value = next((given[name] for name in names if given.get(name)), "")
        # An address where a name is expected is a social network's convention (article:author).
        if value and not (key == "byline" and value.startswith("http")):
            yield from metadata.normalised({key: value}).items()


def _from_json(root: Node) -> Iterator[tuple[str, str]]:
    for node in root.every():
        if node.tag == "script" and node.get("type").lower() == "application/ld+json":
            text = "".join(run.text for run in node.runs())
            try:
                parsed = json.loads(text) if len(text) <= _JSON_MAX else None
            except (ValueError, RecursionError):
                continue
            for item in _items(parsed):
                if "Article" in str(item.get("@type", "")):
                    yield from metadata.normalised(_named(item)).items()


def _items(parsed: Any) -> Iterator[dict[str, Any]]:
    if isinstance(parsed, dict):
        yield parsed
        yield from _items(parsed.get("@graph"))
    elif isinstance(parsed, list):
        for item in parsed:
            yield from _items(item)


def _named(item: dict[str, Any]) -> dict[str, Any]:
    author = item.get("author")
    authors = author if isinstance(author, list) else [author]
    names = [a.get("name") if isinstance(a, dict) else a for a in authors]
    return {
        "title": item.get("headline"),
        "published": item.get("datePublished"),
        "byline": [name for name in names if isinstance(name, str)],
        "language": item.get("inLanguage") if isinstance(item.get("inLanguage"), str) else None,
    }


def _from_elements(root: Node) -> Iterator[tuple[str, str]]:
    if root.get("lang"):
        yield "language", root.get("lang")
    for node in root.every():
        if node.tag == "time" and node.get("datetime"):
            yield from metadata.normalised({"published": node.get("datetime")}).items()
        elif node.tag == "title" and node.text():
            yield "title", node.text()
