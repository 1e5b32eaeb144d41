"""RSS (0.9x, 1.0, 2.0) and Atom feeds: one article an item, named ``feed.xml#3``.

The body is the full content when the item has one, the description otherwise. A description beside a full
content is the standfirst, unless it only repeats the beginning of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from relecture.errors import InputError
from relecture.reading import fragments, metadata, tree
from relecture.reading.decode import Decoded, decode
from relecture.reading.origin import Origin
from relecture.reading.sheet import Sheet
from relecture.reading.tree import Node
from relecture.types import SegmentRole, Text

_DECLARED = re.compile(rb"<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,40})")
_ROOTS = frozenset({"rss", "feed", "RDF"})
#: Vocabularies whose elements have the names of ours and other meanings (thumbnails, podcasts).
_OTHER = ("search.yahoo.com/mrss", "itunes.com")
#: Characters of a description compared with the body.
_COMPARED = 80


def read(data: bytes, origin: Origin) -> Iterator[Text | InputError]:
    """The articles of a feed. Raises `InputError` when it is no feed, and yields one for an empty item."""
    match = _DECLARED.search(data[:200])
    declared = match.group(1).decode("ascii") if match else None
    decoded = decode(data, path=origin.path, charset=origin.charset or declared)
    root = tree.xml(decoded.raw, origin.path, source=decoded.raw)
    if root.tag not in _ROOTS:
        raise InputError(origin.path, f"this XML is no RSS or Atom feed (its root is « {root.tag} »)")
    items = [node for node in root.every() if node.tag in ("item", "entry")]
    if not items:
        raise InputError(origin.path, "no article in it: the feed has no item")
    return _articles(items, _language(root), decoded, origin)


def _articles(
    items: list[Node], language: dict[str, str], decoded: Decoded, origin: Origin
) -> Iterator[Text | InputError]:
    for n, item in enumerate(items, start=1):
        try:
            yield _article(item, language, decoded, origin.named(f"{origin.path}#{n}"))
        except InputError as error:
            yield error


def _article(item: Node, language: dict[str, str], decoded: Decoded, origin: Origin) -> Text:
    sheet = Sheet(origin.path)
    title = _element(item, "title")
    body = _element(item, "encoded", "content") or _element(item, "description", "summary")
    summary = _element(item, "description", "summary")
    headline, content = _tree(title, origin.path), _tree(body, origin.path)
    shown = headline.text() if headline else ""
    fragments.write(headline, sheet, SegmentRole.HEADLINE)
    if summary is not None and summary is not body:
        standfirst = _tree(summary, origin.path)
        if standfirst and content and not _repeated(standfirst.text(), content.text()):
            fragments.write(standfirst, sheet, SegmentRole.STANDFIRST)
    fragments.write(content, sheet)
    known = {**language, **_metadata(item)}
    own = "".join(run.text for run in item.runs()).encode("utf-8")
    return sheet.finish(
        origin.source(own, decoded),
        metadata={"title": shown, **known} if shown else known,
        diagnostics=decoded.diagnostics,
        guess=False,
    )


def _element(item: Node, *names: str) -> Node | None:
    """The first child with one of *names*, in that order, that has text and is in a vocabulary we know."""
    for name in names:
        for node in item.nodes():
            if node.tag == name and not any(other in node.namespace for other in _OTHER) and node.text():
                return node
    return None


def _tree(node: Node | None, path: str) -> Node | None:
    """The HTML that an element holds: escaped, in a CDATA section, or as elements (Atom's xhtml)."""
    if node is None:
        return None
    if any(True for _ in node.nodes()):
        return node
    return fragments.parsed(list(node.runs()), path, node.path)


def _repeated(summary: str, body: str) -> bool:
    """True when *summary* is the beginning of *body*, cut or not."""
    start = summary.rstrip(" .…[]\u00a0")[:_COMPARED]
    return bool(start) and start in body


def _language(root: Node) -> dict[str, str]:
    given = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    channel = next((node for node in root.nodes() if node.tag == "channel"), root)
    element = _element(channel, "language")
    language = given or (element.text() if element else "")
    return {"language": language} if language else {}


def _metadata(item: Node) -> dict[str, str]:
    creator = _element(item, "creator", "author")
    name = next((n for n in creator.nodes() if n.tag == "name"), creator) if creator else None
    when = _element(item, "pubDate", "published", "date", "issued", "updated")
    found = metadata.normalised(
        {"byline": name.text() if name else "", "published": _iso(when.text()) if when else ""}
    )
    links = [node for node in item.nodes() if node.tag == "link" and node.get("rel") in ("", "alternate")]
    address = next((node.get("href") or node.text() for node in links), "")
    return {**found, "url": address} if address else found


def _iso(written: str) -> str:
    """A date of RSS (RFC 822) in ISO form; any other is left to `metadata`."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except ValueError:
        return written
