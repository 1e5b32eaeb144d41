"""HTML and XML parsed by lxml, as a small tree of ours whose text knows its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from relecture.errors import InputError, UnsupportedFormatError
from relecture.reading.align import place
from relecture.reading.runs import Run

if TYPE_CHECKING:
    from lxml import etree

#: Elements whose character data is no text.
OPAQUE = frozenset({"script", "style"})


@dataclass(slots=True, eq=False)
class Node:
    """An element: ``children`` are elements and stretches of text, in order; ``path`` is its XPath.

    ``tag`` has no namespace; ``attributes`` keep theirs, in braces, as lxml writes them.
    """

    tag: str
    path: str
    attributes: dict[str, str]
    children: list[Node | list[Run]] = field(default_factory=list)
    namespace: str = ""

    def get(self, name: str) -> str:
        """The attribute *name*, empty when it is missing."""
        return self.attributes.get(name, "")

    def nodes(self) -> Iterator[Node]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def every(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        yield self
        for child in self.nodes():
            yield from child.every()

    def runs(self) -> Iterator[Run]:
        """All the text below this element."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.runs()
            else:
                yield from child

    def text(self) -> str:
        """All the text below this element, blanks collapsed."""
        return " ".join("".join(run.text for run in self.runs()).split())


def html(source: str, path: str) -> Node | None:
    """The tree of an HTML document; ``None`` for one without any element. Raises `InputError`."""
    etree = _lxml(path)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None
    _refuse_truncated(parser, path)
    return None if root is None else _converted(root, source, xml=False)


def xml(data: bytes | str, path: str, *, source: str | None = None) -> Node:
    """The tree of an XML document, entities left alone and refused, nothing fetched.

    *source* are its characters, when places in them are wanted. Raises `InputError` when it is not XML.
    """
    etree = _lxml(path)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        # Characters are already decoded: what the prolog declares no longer holds.
        encoding="utf-8" if isinstance(data, str) else None,
    )
    try:
        root = etree.fromstring(data.encode("utf-8") if isinstance(data, str) else data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(path, f"not well-formed XML: {' '.join(str(error.msg).split())}") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(path, "it declares XML entities, which are refused")
    return _converted(root, source, xml=True)


def _lxml(path: str) -> Any:
    try:
        from lxml import etree
    except ImportError:
        cause = "reading this format needs lxml: install « relecture[formats] »"
        raise UnsupportedFormatError(path, cause) from None
    return etree


def _refuse_truncated(parser: Any, path: str) -> None:
    """libxml2 stops reading, without raising, at 256 nested elements or 10 million characters in one."""
    for entry in parser.error_log:
        if "XML_PARSE_HUGE" in entry.message:
            limit = "nested deeper than 256 elements" if "depth" in entry.message else "one element is too long"
            raise InputError(path, f"refused: {limit}")


def _converted(root: etree._Element, source: str | None, *, xml: bool) -> Node:
    texts: list[str] = []
    slots: list[list[Run]] = []

    def text(characters: str | None, into: Node) -> None:
        if characters:
            runs = [Run(characters)]
            into.children.append(runs)
            if into.tag not in OPAQUE or xml:
                texts.append(characters)
                slots.append(runs)

    tree = _walk(root, f"/{_local(root)}", text)
    if source is not None:
        for slot, placed in zip(slots, place(source, texts, xml=xml), strict=True):
            slot[:] = placed
    return tree


def _walk(element: etree._Element, path: str, text: Callable[[str | None, Node], None]) -> Node:
    namespace = str(element.tag).rpartition("}")[0].removeprefix("{")
    attributes = {str(k): str(v) for k, v in element.attrib.items()}
    node = Node(_local(element), path, attributes, namespace=namespace)
    text(element.text, node)
    counts: dict[str, int] = {}
    for child in element:
        if isinstance(child.tag, str):
            name = _local(child)
            counts[name] = counts.get(name, 0) + 1
            node.children.append(_walk(child, f"{path}/{name}[{counts[name]}]", text))
        text(child.tail, node)
    return node


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
