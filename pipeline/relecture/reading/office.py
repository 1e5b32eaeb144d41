"""What Word and OpenDocument files share: parts of a package, attributes, styles that say a role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relecture.reading import tree
from relecture.reading.limits import MAX_PART_BYTES
from relecture.reading.markers import STYLE_ROLES
from relecture.reading.package import Package
from relecture.reading.tree import Node
from relecture.text import unaccented
from relecture.types import SegmentRole

HEADING_NAME = re.compile(r"(?:heading|titre) ?\d$")
#: LibreOffice writes superscript as text raised by so many half-points, and more; less is fine typography.
_SHIFT = 4
#: Styles inherit; a chain longer than this is a loop.
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style; ``None`` where it leaves the choice to its ``parent``."""

    name: str
    parent: str = ""
    hidden: bool | None = None
    script: str | None = None


class Styles:
    """The styles of a document, by identifier."""

    def __init__(self, styles: Iterable[tuple[str, Style]]) -> None:
        self._styles = dict(styles)

    def chain(self, identifier: str) -> list[Style]:
        """The style and those it inherits from, nearest first."""
        found: list[Style] = []
        while identifier in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[identifier])
            identifier = found[-1].parent
        return found

    def role(self, identifier: str) -> SegmentRole | None:
        """The role that the name of a style gives, its own or the nearest inherited one."""
        for style in self.chain(identifier):
            name = unaccented(style.name).replace("_20_", " ").strip()
            if name in STYLE_ROLES:
                return STYLE_ROLES[name]
            if HEADING_NAME.match(name):
                return SegmentRole.HEADING
        return None

    def hidden(self, identifier: str) -> bool:
        """True when the style hides its text."""
        return next((s.hidden for s in self.chain(identifier) if s.hidden is not None), False)

    def script(self, identifier: str) -> str:
        """``"super"``, ``"sub"`` or nothing."""
        return next((s.script for s in self.chain(identifier) if s.script is not None), "")


def shifted(half_points: str) -> str:
    """``"super"`` or ``"sub"`` for text raised or lowered by so many half-points; nothing for a nudge."""
    amount = int(half_points) if half_points.lstrip("-").isdecimal() else 0
    return ("super" if amount > 0 else "sub") if abs(amount) >= _SHIFT else ""


def part(package: Package, name: str, path: str) -> Node:
    """The XML part *name* as a tree whose text has its places in the part's characters.

    Raises `InputError` when it is missing, damaged or too large.
    """
    data = package.read(name, MAX_PART_BYTES)
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        source = None
    return tree.xml(data, path, source=source)


def optional_part(package: Package, name: str, path: str) -> Node:
    """The part *name*, or an empty element when the document has none."""
    return part(package, name, path) if name in package else Node("none", "/none", {})


def attribute(node: Node, name: str) -> str:
    """The attribute *name* in whatever namespace, empty when missing."""
    return next((v for k, v in node.attributes.items() if k.rpartition("}")[2] == name), "")


def child(node: Node, *names: str) -> Node | None:
    """The first element on the path *names* below *node*."""
    found: Node | None = node
    for name in names:
        found = next((c for c in found.nodes() if c.tag == name), None) if found else None
    return found


def within(node: Node, *tags: str) -> Iterator[Node]:
    """The nearest elements below *node* that have one of *tags*: those inside them are not looked for."""
    for item in node.nodes():
        if item.tag in tags:
            yield item
        else:
            yield from within(item, *tags)
