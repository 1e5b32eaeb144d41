"""OpenDocument texts (.odt): the text as a reader of the final version sees it.

Deletions are kept by the format in a list of their own, which is left out with comments, notes and hidden
text. Blanks collapse as in HTML; ``text:s``, ``text:tab`` and ``text:line-break`` stand for those that do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.errors import InputError
from relecture.reading import metadata
from relecture.reading.office import Style, Styles, attribute, child, optional_part, part, within
from relecture.reading.origin import Origin
from relecture.reading.package import Package
from relecture.reading.runs import Run
from relecture.reading.sheet import Sheet
from relecture.reading.tree import Node
from relecture.types import SegmentRole, Text

_CONTENT = "content.xml"
#: Never the text of the article.
_DROPPED = frozenset(
    "tracked-changes annotation annotation-end note hidden-text hidden-paragraph title desc ruby-text "
    "table-of-content forms sequence-decls variable-decls user-field-decls bibliography script".split()
)
#: Spaces that one ``text:s`` may stand for.
_MAX_SPACES = 100


def read(data: bytes, origin: Origin) -> Text:
    """The article of an OpenDocument text. Raises `InputError` when it is damaged, hostile or empty."""
    package = Package(data, origin.path, what="OpenDocument text")
    document = part(package, _CONTENT, origin.path)
    body = child(document, "body", "text")
    if body is None:
        raise InputError(origin.path, "damaged: the OpenDocument file has no text")
    styles = Styles([*_styles(optional_part(package, "styles.xml", origin.path)), *_styles(document)])
    sheet = Sheet(origin.path)
    _Writer(sheet, styles).blocks(body)
    return sheet.finish(origin.source(data), metadata=_metadata(package, origin.path))


def _styles(document: Node) -> Iterator[tuple[str, Style]]:
    for group in document.nodes():
        if group.tag not in ("styles", "automatic-styles"):
            continue
        for node in group.nodes():
            if node.tag == "style":
                name, shown = attribute(node, "name"), attribute(node, "display-name")
                properties = child(node, "text-properties")
                hidden = script = None
                if properties is not None:
                    hidden = attribute(properties, "display") == "none" or None
                    script = _script(attribute(properties, "text-position"))
                yield name, Style(shown or name, attribute(node, "parent-style-name"), hidden, script)


def _script(position: str) -> str | None:
    """``text-position``: « super 58% », « sub 58% », or a percentage above or below the line."""
    first = position.partition(" ")[0]
    if first in ("super", "sub"):
        return first
    if first.endswith("%") and first != "0%":
        return "sub" if first.startswith("-") else "super"
    return "" if first else None


def _metadata(package: Package, path: str) -> dict[str, str]:
    meta = child(optional_part(package, "meta.xml", path), "meta")
    given = {node.tag: node.text() for node in meta.nodes()} if meta else {}
    return metadata.normalised({key: given.get(key) for key in ("title", "language")})


class _Writer:
    """One walk over the text of the document."""

    def __init__(self, sheet: Sheet, styles: Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        self._headline = False
        self._boxes: list[Node] = []

    def blocks(self, node: Node) -> None:
        """The paragraphs, lists, sections and tables of *node*; text boxes after their paragraph."""
        for item in node.nodes():
            if item.tag in _DROPPED or attribute(item, "display") == "none":
                continue
            if item.tag in ("p", "h"):
                self._paragraph(item)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self.blocks(box)
            elif item.tag == "table":
                self._table(item)
            else:
                self.blocks(item)

    def _paragraph(self, node: Node) -> None:
        style = attribute(node, "style-name")
        self._sheet.begin(self._role(node, style), f"{_CONTENT}#{node.path}")
        self._inlines(node, style)
        self._sheet.end()

    def _role(self, node: Node, style: str) -> SegmentRole | None:
        role = self._styles.role(style) or (SegmentRole.HEADING if node.tag == "h" else None)
        if role is SegmentRole.HEADING and not self._headline and self._sheet.position == 0:
            role = SegmentRole.HEADLINE
        self._headline = self._headline or role is SegmentRole.HEADLINE
        return role

    def _table(self, node: Node) -> None:
        for n, row in enumerate(within(node, "table-row")):
            self._sheet.begin(SegmentRole.BODY, f"{_CONTENT}#{row.path}", tight=n > 0)
            for m, cell in enumerate(within(row, "table-cell")):
                if m:
                    self._sheet.write([Run("\t")])
                for k, paragraph in enumerate(within(cell, "p", "h")):
                    if k:
                        self._sheet.write([Run(" ")], collapse=True)
                    self._inlines(paragraph, attribute(paragraph, "style-name"))
            self._sheet.end()

    def _inlines(self, node: Node, style: str) -> None:
        if self._styles.hidden(style):
            return
        script = self._styles.script(style)
        for item in node.children:
            if not isinstance(item, Node):
                self._written(item, script)
            elif item.tag == "s":
                count = attribute(item, "c")
                self._sheet.write([Run(" " * (min(int(count), _MAX_SPACES) if count.isdecimal() else 1))])
            elif item.tag == "tab":
                self._sheet.write([Run("\t")])
            elif item.tag == "line-break":
                self._sheet.line_break()
            elif item.tag == "frame":
                self._boxes += [box for box in item.every() if box.tag == "text-box"]
            elif item.tag not in _DROPPED:
                start = self._sheet.position
                self._inlines(item, attribute(item, "style-name") or style)
                if item.tag == "a" and attribute(item, "href"):
                    self._sheet.link(start, attribute(item, "href"))

    def _written(self, runs: list[Run], script: str) -> None:
        if script == "super":
            self._sheet.raised(runs)
        elif script == "sub":
            self._sheet.lowered(runs)
        else:
            self._sheet.write(runs, collapse=True)
