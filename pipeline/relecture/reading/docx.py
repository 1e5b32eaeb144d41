"""Word documents (.docx): the text as a reader of the final version sees it.

Inserted text is kept and deleted text dropped; hidden text, comments, notes, headers and footers are not
the article. A paragraph whose mark was deleted runs on into the next one.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from relecture.errors import InputError
from relecture.reading.office import Style, Styles, attribute, child, optional_part, part, shifted, within
from relecture.reading.origin import Origin
from relecture.reading.package import Package
from relecture.reading.runs import Run
from relecture.reading.sheet import Sheet
from relecture.reading.tree import Node
from relecture.types import SegmentRole, Text

_OFF = frozenset({"0", "false", "off", "none"})
_SCRIPTS = {"superscript": "super", "subscript": "sub", "baseline": ""}
#: Elements read through, whatever they wrap: insertions, content controls, smart tags, simple fields.
_TRANSPARENT = frozenset("ins moveTo sdt sdtContent smartTag customXml fldSimple dir bdo".split())
_CHARACTERS = {"tab": "\t", "noBreakHyphen": "\u2011"}


def read(data: bytes, origin: Origin) -> Text:
    """The article of a Word document. Raises `InputError` when it is damaged, hostile or empty."""
    package = Package(data, origin.path, what="Word document")
    name = _main_part(package, origin.path)
    document = part(package, name, origin.path)
    body = child(document, "body")
    if body is None:
        raise InputError(origin.path, "damaged: the Word document has no body")
    sheet = Sheet(origin.path)
    writer = _Writer(sheet, name, _styles(package, name, origin.path), _addresses(package, name, origin.path))
    writer.blocks(body)
    return sheet.finish(origin.source(data), metadata=_metadata(package, origin.path))


def _main_part(package: Package, path: str) -> str:
    """The name of the main part, as the package's relations give it."""
    for relation in optional_part(package, "_rels/.rels", path).nodes():
        if relation.get("Type").endswith("/officeDocument"):
            return relation.get("Target").lstrip("/")
    return "word/document.xml"


def _beside(name: str, other: str) -> str:
    return posixpath.join(posixpath.dirname(name), other)


def _addresses(package: Package, name: str, path: str) -> dict[str, str]:
    relations = _beside(name, f"_rels/{posixpath.basename(name)}.rels")
    return {r.get("Id"): r.get("Target") for r in optional_part(package, relations, path).nodes()}


def _styles(package: Package, name: str, path: str) -> Styles:
    def described() -> Iterator[tuple[str, Style]]:
        for node in optional_part(package, _beside(name, "styles.xml"), path).nodes():
            if node.tag == "style":
                named, parent = child(node, "name"), child(node, "basedOn")
                hidden, script = _looks(child(node, "rPr"))
                yield (
                    attribute(node, "styleId"),
                    Style(_value(named), _value(parent), hidden=hidden, script=script),
                )

    return Styles(described())


def _metadata(package: Package, path: str) -> dict[str, str]:
    """The title; the language that programs note there is that of the program."""
    title = child(optional_part(package, "docProps/core.xml", path), "title")
    return {"title": title.text()} if title is not None and title.text() else {}


def _value(node: Node | None) -> str:
    return attribute(node, "val") if node is not None else ""


def _looks(properties: Node | None) -> tuple[bool | None, str | None]:
    """Whether run properties hide the text and raise or lower it; ``None`` where they do not say."""
    hidden: bool | None = None
    script: str | None = None
    for node in properties.nodes() if properties else ():
        if node.tag in ("vanish", "specVanish"):
            hidden = _value(node) not in _OFF
        elif node.tag == "vertAlign":
            script = _SCRIPTS.get(_value(node), "")
        elif node.tag == "position":
            script = shifted(_value(node)) or script
    return hidden, script


class _Writer:
    """One walk over the body of the document."""

    def __init__(self, sheet: Sheet, part_name: str, styles: Styles, addresses: dict[str, str]) -> None:
        self._sheet = sheet
        self._part = part_name
        self._styles = styles
        self._addresses = addresses
        self._runs_on = False
        self._headline = False
        self._boxes: list[Node] = []

    def blocks(self, node: Node) -> None:
        """The paragraphs and tables of *node*; text boxes come after the paragraph that anchors them."""
        for item in node.nodes():
            if item.tag == "p":
                self._paragraph(item)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self.blocks(box)
            elif item.tag == "tbl":
                self._table(item)
            elif item.tag in _TRANSPARENT:
                self.blocks(item)

    def _paragraph(self, node: Node) -> None:
        properties = child(node, "pPr") or Node("pPr", "", {})
        style = _value(child(properties, "pStyle"))
        if not self._runs_on:
            self._sheet.begin(self._role(style), f"{self._part}#{node.path}")
        self._inlines(node, style)
        self._runs_on = child(properties, "rPr", "del") is not None
        if not self._runs_on:
            self._sheet.end()

    def _role(self, style: str) -> SegmentRole | None:
        role = self._styles.role(style)
        if role is SegmentRole.HEADING and not self._headline and self._sheet.position == 0:
            role = SegmentRole.HEADLINE
        self._headline = self._headline or role is SegmentRole.HEADLINE
        return role

    def _table(self, node: Node) -> None:
        self._runs_on = False
        for n, row in enumerate(within(node, "tr")):
            self._sheet.begin(SegmentRole.BODY, f"{self._part}#{row.path}", tight=n > 0)
            for m, cell in enumerate(within(row, "tc")):
                if m:
                    self._sheet.write([Run("\t")])
                for k, paragraph in enumerate(within(cell, "p")):
                    if k:
                        self._sheet.write([Run(" ")], collapse=True)
                    self._inlines(paragraph, _value(child(paragraph, "pPr", "pStyle")))
            self._sheet.end()

    def _inlines(self, node: Node, style: str) -> None:
        for item in node.nodes():
            if item.tag == "r":
                self._run(item, style)
            elif item.tag == "hyperlink":
                start = self._sheet.position
                self._inlines(item, style)
                address = self._addresses.get(attribute(item, "id"), "")
                anchor = attribute(item, "anchor")
                if address or anchor:
                    self._sheet.link(start, f"{address}#{anchor}" if anchor else address)
            elif item.tag in _TRANSPARENT:
                self._inlines(item, style)

    def _run(self, node: Node, style: str) -> None:
        properties = child(node, "rPr")
        hidden, script = _looks(properties)
        character = _value(child(properties, "rStyle")) if properties else ""
        for name in (character, style):
            hidden = self._styles.hidden(name) or None if hidden is None else hidden
            script = self._styles.script(name) or None if script is None else script
        if hidden:
            return
        for item in node.nodes():
            if item.tag == "t":
                self._written(list(item.runs()), script)
            elif item.tag in _CHARACTERS:
                self._sheet.write([Run(_CHARACTERS[item.tag])])
            elif item.tag == "br" and attribute(item, "type") in ("page", "column"):
                continue
            elif item.tag in ("br", "cr"):
                self._sheet.line_break()
            elif item.tag in ("drawing", "pict", "object", "AlternateContent"):
                self._boxes += _text_boxes(item)

    def _written(self, runs: list[Run], script: str | None) -> None:
        if script == "super":
            self._sheet.raised(runs)
        elif script == "sub":
            self._sheet.lowered(runs)
        else:
            self._sheet.write(runs)


def _text_boxes(node: Node) -> Iterator[Node]:
    """The contents of text boxes; of alternatives for several programs, the first."""
    if node.tag == "txbxContent":
        yield node
        return
    inner = list(node.nodes())
    for item in inner[:1] if node.tag == "AlternateContent" else inner:
        yield from _text_boxes(item)
