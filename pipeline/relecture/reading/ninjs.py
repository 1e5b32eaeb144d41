"""IPTC ninjs, news in JSON, versions 1 and 2: one item a file, or a list of items named ``a.json#2``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from relecture.errors import InputError
from relecture.reading import fragments, metadata
from relecture.reading.decode import Decoded, decode, validated
from relecture.reading.located_json import Located, loads, runs
from relecture.reading.origin import Origin
from relecture.reading.sheet import Sheet
from relecture.types import SegmentRole, Text

#: One of these makes an object a news item.
_KEYS = frozenset("headline headlines body_html body_xhtml body_text bodies description_text".split())
_ILLUSTRATIONS = frozenset({"picture", "graphic", "video"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def read(data: bytes, origin: Origin) -> Iterator[Text | InputError]:
    """The items of a file. Raises `InputError` when it is no JSON, or JSON of another kind."""
    decoded = decode(data, path=origin.path, charset=origin.charset)
    parsed = loads(decoded.raw, origin.path)
    listed = isinstance(parsed, list)
    items = parsed if listed else [parsed]
    if not items or not all(isinstance(item, dict) and _KEYS & item.keys() for item in items):
        raise InputError(origin.path, "this JSON is no ninjs item (no headline, no body)")
    return _articles(items, decoded, data, origin, listed=listed)


def _articles(
    items: list[dict[str, Any]], decoded: Decoded, data: bytes, origin: Origin, *, listed: bool
) -> Iterator[Text | InputError]:
    for n, item in enumerate(items, start=1):
        named = origin.named(f"{origin.path}#{n}") if listed else origin
        own = json.dumps(item, sort_keys=True).encode() if listed else data
        writer = _Writer(decoded.raw, named.path, f"/{n - 1}" if listed else "")
        try:
            writer.item(item)
            yield writer.sheet.finish(
                named.source(own, decoded),
                metadata=_metadata(item),
                diagnostics=decoded.diagnostics,
                guess=False,
            )
        except InputError as error:
            yield error


class _Writer:
    """The text fields of one item, in reading order; locators are JSON pointers."""

    def __init__(self, raw: str, path: str, pointer: str) -> None:
        self.sheet = Sheet(path)
        self._raw = raw
        self._path = path
        self._pointer = pointer

    def item(self, item: dict[str, Any]) -> None:
        """Headline, standfirst, body, captions."""
        self._best(item, "headline", "headlines", SegmentRole.HEADLINE)
        self._best(item, "description", "descriptions", SegmentRole.STANDFIRST)
        self._best(item, "body", "bodies", SegmentRole.BODY)
        for pointer, associated in _associations(item):
            if associated.get("type") in _ILLUSTRATIONS:
                inner = _Writer(self._raw, self._path, f"{self._pointer}{pointer}")
                inner.sheet = self.sheet
                inner._best(associated, "description", "descriptions", SegmentRole.CAPTION)

    def _best(self, item: dict[str, Any], name: str, plural: str, role: SegmentRole) -> None:
        """Write the field *name*: its HTML rather than bare text, the main one of several."""
        for key, value in _candidates(item, name, plural):
            if isinstance(value, Located) and value.strip():
                self._value(value, key, role)
                return

    def _value(self, value: Located, key: str, role: SegmentRole) -> None:
        validated(value, path=self._path)
        locator = f"{self._pointer}/{key}"
        if "html" in key or _TAG.search(value):
            fragments.write(fragments.parsed(runs(value, self._raw), self._path, locator), self.sheet, role)
        elif role is SegmentRole.BODY:
            fragments.write_lines(runs(value, self._raw), self.sheet, locator)
        else:
            self.sheet.begin(role, locator)
            self.sheet.write(runs(value, self._raw), collapse=True)
            self.sheet.end()


def _candidates(item: dict[str, Any], name: str, plural: str) -> Iterator[tuple[str, Any]]:
    """The values of a field, best first, with their keys; version 2 gives a list of them with roles."""
    for key in (f"{name}_html", f"{name}_xhtml", f"{name}_text", name):
        if key in item:
            yield key, item[key]
    several = item.get(plural)
    listed = several if isinstance(several, list) else []
    entries = [(n, entry) for n, entry in enumerate(listed) if isinstance(entry, dict)]
    for n, entry in sorted(entries, key=lambda pair: (_is_secondary(pair[1]), not _is_html(pair[1]))):
        yield f"{plural}/{n}/value", entry.get("value")


def _is_secondary(entry: dict[str, Any]) -> bool:
    return bool(entry.get("role", "main") != "main")


def _is_html(entry: dict[str, Any]) -> bool:
    return "html" in str(entry.get("contenttype", ""))


def _associations(item: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Pictures and the like: an object in version 1, a list in version 2."""
    given = item.get("associations")
    pairs = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for key, value in pairs:
        if isinstance(value, dict):
            yield f"/associations/{key}", value


def _metadata(item: dict[str, Any]) -> dict[str, str]:
    titles = [value for _, value in _candidates(item, "headline", "headlines") if isinstance(value, str)]
    dates = ("firstcreated", "contentcreated", "versioncreated")
    found = metadata.normalised(
        {
            "title": next(iter(titles), item.get("title")),
            "byline": item.get("byline"),
            "published": next((item[key] for key in dates if item.get(key)), None),
            "language": item.get("language"),
        }
    )
    uri = item.get("uri")
    return {**found, "url": str(uri)} if isinstance(uri, str) and uri else found
