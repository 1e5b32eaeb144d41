"""The text we show for a document that is not plain text: paragraphs written one after the other.

A reader opens a paragraph, writes runs in it and closes it; `Sheet` repairs words, collapses blanks where
the format says so, keeps the source map, and at the end finds roles, addresses and Markdown links as for
plain text. Paragraphs are parted by a blank line, rows and items by a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from relecture.reading import inline, roles
from relecture.reading.blocks import Kind, Paragraph, kind_of
from relecture.reading.limits import refuse_overlong, refuse_unfit
from relecture.reading.marks import Mark, markup, segments
from relecture.reading.runs import Run, SourceMap, mended
from relecture.text import build
from relecture.types import Diagnostic, Link, SegmentRole, Source, Span, Text

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_FIGURES = re.compile(r"[+\-−]?\d{1,4}$")
#: What a raised figure is the exponent of: a power of ten or of one digit, a unit of length or time.
_BASE = re.compile(r"(?:(?<![\d.,])(?:10|\d)|(?<![^\W\d_])(?:[kcdmµ]?m|s|h|kg|W|J))$")


class Sheet:
    """The text being written."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts: list[str] = []
        self._tail = ""
        self._length = 0
        self._map = SourceMap()
        self._paragraphs: list[Paragraph] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._open: Paragraph | None = None
        self._tight = False
        self._pending: Run | None = None

    @property
    def position(self) -> int:
        """Where the next character will stand, a pending space aside."""
        return self._length

    def begin(self, role: SegmentRole | None, locator: str | None = None, *, tight: bool = False) -> None:
        """Open a paragraph (closing the one that is open). No *role* means that one is to be guessed.

        *tight* sets it directly under the one before, as for items of a list and rows of a table.
        """
        self.end()
        self._open = Paragraph(
            Kind.TEXT, Span(self._length, self._length), alone=True, role=role, locator=locator
        )
        self._tight = tight and bool(self._paragraphs)

    def end(self) -> None:
        """Close the paragraph, blanks at its end dropped; one without a visible character leaves no trace."""
        self._pending = None
        if self._open and len(self._open.span):
            self._paragraphs.append(self._open)
            self._cut(self._open.span.end)
        self._open = None

    def write(self, runs: Iterable[Run], *, collapse: bool = False) -> None:
        """Write in the open paragraph; *collapse* makes every stretch of blanks one space, as HTML does."""
        for piece in mended(runs):
            if collapse:
                self._collapsed(piece)
            else:
                self._flush()
                self._put(piece)

    def line_break(self) -> None:
        """A line break inside the paragraph."""
        if self._started:
            self._pending = Run("\n")

    def raised(self, runs: list[Run], *, note: bool = False) -> None:
        """Write superscript: exponents as such (10⁶, m²), letters plain (1er), calls of notes masked.

        *note* says that the source marks this as the call of a note.
        """
        text = "".join(run.text for run in runs).strip()
        if not _FIGURES.match(text):
            self.write(runs, collapse=True)
            return
        start = self._length
        for run in runs:
            self.write([replace(run, text=run.text.translate(_RAISED))], collapse=True)
        if note or not _BASE.search(self._tail[: len(self._tail) - (self._length - start)]):
            self._marks.append(markup(start, self._length))

    def lowered(self, runs: list[Run]) -> None:
        """Write subscript: plain figures after a letter (CO2, the usual copy), small ones after a figure."""
        for run in runs:
            after_figure = self._tail[-1:].isdigit()
            self.write(
                [replace(run, text=run.text.translate(_LOWERED)) if after_figure else run], collapse=True
            )

    def mark(self, start: int, role: SegmentRole, *, masked: bool = False, locator: str | None = None) -> None:
        """Mark what was written since *start*."""
        self._marks.append(Mark(Span(start, max(start, self._length)), role, masked, locator))

    def link(self, start: int, address: str) -> None:
        """Note that what was written since *start* is the label of a link to *address*."""
        if self._length > start:
            label = Span(start, self._length)
            self._marks.append(Mark(label, SegmentRole.LINK_LABEL))
            self._links.append(Link(label, label, Span(label.end, label.end), address=address))

    def finish(
        self,
        source: Source,
        *,
        metadata: dict[str, str] | None = None,
        diagnostics: Iterable[Diagnostic] = (),
        guess: bool = True,
    ) -> Text:
        """The `Text`; *guess* allows headline and headings to be recognised by their look.

        Raises `InputError` when nothing was written.
        """
        self.end()
        raw = "".join(self._parts)
        refuse_unfit(raw, self._path)
        found = inline.scan(raw, markdown=False, taken=[])
        paragraphs = [replace(p, kind=kind_of(p.span.of(raw))) for p in self._paragraphs]
        if not guess:
            paragraphs = [p if p.role else replace(p, role=SegmentRole.BODY) for p in paragraphs]
        marks = [replace(m, span=_trimmed(raw, m.span)) for m in self._marks]
        marks += roles.assign(found.blocks, paragraphs, titled=False)
        return build(
            raw,
            source=source,
            segments=segments([*found.marks, *marks]),
            links=sorted([*found.links, *self._trimmed_links(raw)], key=lambda link: link.span),
            metadata=metadata,
            source_map=self._map.rows,
            diagnostics=diagnostics,
        )

    def _trimmed_links(self, raw: str) -> Iterator[Link]:
        for link in self._links:
            label = _trimmed(raw, link.label)
            yield replace(link, span=label, label=label, target=Span(label.end, label.end))

    @property
    def _started(self) -> bool:
        return self._open is not None and len(self._open.span) > 0

    def _collapsed(self, run: Run) -> None:
        at = 0
        for match in [*_BLANKS.finditer(run.text), None]:
            end = match.start() if match else len(run.text)
            if end > at:
                self._flush()
                self._put(run.part(at, end))
            if match:
                at = match.end()
                if self._started and self._pending is None and self._tail[-1:] not in "\n\t":
                    self._pending = run.part(match.start(), match.start() + 1, " ")

    def _flush(self) -> None:
        if self._pending is not None:
            self._put(self._pending)
            self._pending = None

    def _put(self, run: Run) -> None:
        if self._open is None:
            self.begin(None)
        assert self._open is not None
        if not self._started:
            run = run.part(len(run.text) - len(run.text.lstrip()), len(run.text))
            if not run.text:
                return
            if self._paragraphs:
                self._append("\n" if self._tight else "\n\n")
            self._open = replace(self._open, span=Span(self._length, self._length))
        self._map.add(self._length, run)
        self._append(run.text)
        if run.text.strip():
            end = self._length - (len(run.text) - len(run.text.rstrip()))
            self._open = replace(self._open, span=Span(self._open.span.start, end))

    def _cut(self, end: int) -> None:
        while self._length > end:
            last = self._parts.pop()
            kept = last[: max(len(last) - (self._length - end), 0)]
            self._length -= len(last) - len(kept)
            if kept:
                self._parts.append(kept)
        self._map.cut(end)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._tail = (self._tail + text)[-16:]
        refuse_overlong(self._length, self._path)


def _trimmed(raw: str, span: Span) -> Span:
    """*span* without the blanks at its ends."""
    text = span.of(raw)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
