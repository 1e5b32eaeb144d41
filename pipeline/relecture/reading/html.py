"""Saved HTML pages: lxml gives the structure, `tree` the places, `zones` the part that is the article."""

from __future__ import annotations

import re

from relecture.errors import InputError
from relecture.reading import page_metadata, tree
from relecture.reading.decode import decode
from relecture.reading.markers import BYLINE_WORDS, CAPTION_WORDS, STANDFIRST_WORDS
from relecture.reading.origin import Origin
from relecture.reading.runs import Run
from relecture.reading.sheet import Sheet
from relecture.reading.tree import Node
from relecture.reading.zones import Prose, prune, words
from relecture.types import SegmentRole, Text

#: Where a page declares its charset: browsers look in the first 1024 bytes, saved pages put notes before.
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,40})",
    re.I,
)
_DECLARED_WITHIN = 4096
_BLOCKS = frozenset(
    """
    address article blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2
    h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody tfoot thead tr
    ul caption
    """.split()
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
#: Longest element that a class name may turn into a standfirst, a caption or a byline, in characters.
_NAMED_MAX = 1500


def read(data: bytes, origin: Origin) -> Text:
    """The article of a saved page.

    Raises `InputError` when the page is empty, or too deep or too large to be read safely.
    """
    decoded = decode(data, path=origin.path, charset=origin.charset or declared(data))
    root = tree.html(decoded.raw, origin.path)
    if root is None:
        raise InputError(origin.path, "no text in it")
    sheet = Sheet(origin.path)
    metadata = page_metadata.read(root)
    write_page(root, sheet)
    return sheet.finish(
        origin.source(data, decoded), metadata=metadata, diagnostics=decoded.diagnostics, guess=False
    )


def declared(data: bytes) -> str | None:
    """The charset that the page itself declares."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None


def write_page(root: Node, sheet: Sheet) -> None:
    """Write the article of a whole page: its headline and standfirst, wherever they stand, then its body."""
    prune(root)
    prose = Prose(root)
    article = prose.article(root)
    writer = _Writer(sheet, prose)
    inside = set(article.every())
    for node in root.every():
        if node is article:
            break
        before = node not in inside and not prose.furniture(node)
        if before and (node.tag == "h1" or (writer.headline and writer.named(node) is SegmentRole.STANDFIRST)):
            writer.block(node, SegmentRole.BODY)
    writer.block(article, SegmentRole.BODY)


def write_fragment(root: Node, sheet: Sheet, role: SegmentRole = SegmentRole.BODY) -> None:
    """Write a piece of HTML that is all article: the body of a feed's item, of a ninjs item."""
    prune(root)
    _Writer(sheet, Prose(root), headline=True).block(root, role)


class _Writer:
    """One walk over the elements of an article."""

    def __init__(self, sheet: Sheet, prose: Prose, *, headline: bool = False) -> None:
        self.headline = headline
        self._sheet = sheet
        self._prose = prose
        self._breaks = 0
        self._cells = False

    def block(self, node: Node, outer: SegmentRole, *, tight: bool = False) -> None:
        """Write *node* as a paragraph of its own, and those inside it."""
        role = self._role(node, outer)
        self._open(role, node, tight=tight)
        cells, self._cells = self._cells, self._cells or node.tag == "tr"
        self._content(node, role)
        self._cells = cells
        self._sheet.end()

    def named(self, node: Node) -> SegmentRole | None:
        """The role that the words of a short element's class give it."""
        if self._prose.size(node) > _NAMED_MAX or node.tag == "body":
            return None
        given = words(node)
        if given & STANDFIRST_WORDS:
            return SegmentRole.STANDFIRST
        if given & CAPTION_WORDS:
            return SegmentRole.CAPTION
        return SegmentRole.METADATA if given & BYLINE_WORDS or node.tag == "time" else None

    def _role(self, node: Node, outer: SegmentRole) -> SegmentRole:
        if node.tag == "h1" and not self.headline:
            self.headline = True
            return SegmentRole.HEADLINE
        if outer is not SegmentRole.BODY:
            return outer
        if node.tag == "h1" or node.tag in _HEADINGS:
            return SegmentRole.HEADING
        if node.tag in ("figcaption", "caption"):
            return SegmentRole.CAPTION
        if node.tag == "blockquote":
            return SegmentRole.QUOTE
        if node.tag == "pre":
            return SegmentRole.CODE
        return self.named(node) or outer

    def _open(self, role: SegmentRole, node: Node, *, tight: bool = False) -> None:
        self._breaks = 0
        self._sheet.begin(role, node.path, tight=tight)

    def _content(self, node: Node, role: SegmentRole) -> None:
        previous: Node | None = None
        for child in node.children:
            if not isinstance(child, Node):
                self._text(child, keep=role is SegmentRole.CODE)
            elif child.tag == "br":
                self._break(role, node)
            elif child.tag in ("td", "th"):
                if previous is not None:
                    self._sheet.write([Run("\t")])
                self._content(child, role)
            elif child.tag in _BLOCKS and not self._cells:
                same = (
                    previous is not None
                    and child.tag in ("li", "tr", "dd")
                    and previous.tag in ("li", "tr", "dt", "dd")
                )
                if not self._prose.furniture(child):
                    self.block(child, role, tight=same)
                    self._open(role, node)
            elif child.tag in _BLOCKS:
                self._sheet.write([Run(" ")], collapse=True)
                self._content(child, role)
            else:
                self._inline(child, role)
            previous = child if isinstance(child, Node) else previous

    def _text(self, runs: list[Run], *, keep: bool) -> None:
        if any(run.text.strip() for run in runs):
            self._breaks = 0
        self._sheet.write(runs, collapse=not keep)

    def _break(self, role: SegmentRole, node: Node) -> None:
        """``<br>``: a line break; two in a row part paragraphs, as on old pages."""
        self._breaks += 1
        if self._cells:
            self._sheet.write([Run(" ")], collapse=True)
        elif self._breaks > 1:
            self._open(role, node)
        else:
            self._sheet.line_break()

    def _inline(self, node: Node, role: SegmentRole) -> None:
        start = self._sheet.position
        if node.tag in ("sup", "sub"):
            runs = list(node.runs())
            if node.tag == "sub":
                self._sheet.lowered(runs)
            else:
                self._sheet.raised(runs, note=any(n.tag == "a" for n in node.every()))
            return
        if node.tag == "q":
            self._sheet.write([Run("« ")], collapse=True)
        self._content(node, role)
        if node.tag == "q":
            self._sheet.write([Run(" »")], collapse=True)
        elif node.tag == "a" and node.get("href"):
            self._sheet.link(start, node.get("href").strip())
        elif node.tag in ("code", "kbd", "samp"):
            self._sheet.mark(start, SegmentRole.CODE, masked=True, locator=node.path)
        elif (
            role is SegmentRole.BODY
            and node.tag in ("time", "span")
            and self.named(node) is SegmentRole.METADATA
        ):
            self._sheet.mark(start, SegmentRole.METADATA, masked=True, locator=node.path)
