"""Paragraphs: lines grouped, each group with its kind; what it is *for* is decided in `roles`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from unicodedata import category

from relecture.reading.lines import Line, LineEnds, lines
from relecture.types import SegmentRole, Span


class Kind(Enum):
    """What the first characters of a line say of it."""

    TEXT = auto()
    TITLE = auto()
    HEADING = auto()
    UNDERLINE = auto()
    QUOTE = auto()
    ITEM = auto()
    ROW = auto()
    RULE = auto()
    PUNCTUATION = auto()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``span`` without surrounding blanks, ``markup`` the layout characters inside it.

    ``alone`` is true when a blank line (or the edge of the text, or a rule) stands on both sides. ``role``
    is set where the document itself says what the paragraph is for, ``locator`` where it stands there.
    """

    kind: Kind
    span: Span
    markup: tuple[Span, ...] = ()
    lines: int = 1
    alone: bool = False
    role: SegmentRole | None = None
    locator: str | None = None


#: A rule between parts: three or more of one sign, spaced or not. One or two are a slip of the keyboard.
_RULE = re.compile(r"([-*_=~#•·.])(?:[ \t]*\1){2,}$")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_ATX_END = re.compile(r"[ \t]+#+$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_ITEM = re.compile(r"(?:[-+*•]|\d{1,3}[.)])[ \t]+(?=\S)")
_SETEXT = re.compile(r"(?:={3,}|-{3,})$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")

#: Hard-wrapped copy: no line longer than this, and all but the last nearly as long as the longest.
WRAP_WIDTH = 120
#: Longest line that dashes below turn into a heading; under a paragraph they are a rule.
MAX_UNDERLINED = 200
_WRAP_MINIMUM = 50
_WRAP_SHARE = 0.6
_ENDS_SENTENCE = tuple(".!?…»”:;")


def paragraphs(work: str, *, markdown: bool, opaque: Iterable[Span]) -> list[Paragraph]:
    """The paragraphs of *work*; an *opaque* span (a link target) stays in the one where it starts."""
    found: list[Paragraph] = []
    blank_before = True
    group: list[Line] = []
    for line in [*_logical(work, opaque), Line(len(work), len(work), "")]:
        if not line.blank:
            group.append(line)
            continue
        if group:
            found += _group(work, group, markdown=markdown, blank_before=blank_before)
        group, blank_before = [], True
    return found


def _logical(work: str, opaque: Iterable[Span]) -> Iterator[Line]:
    """Lines, those that one opaque span joins made one."""
    until = 0
    ends = LineEnds(work)
    spans = sorted(opaque)
    starts = [span.start for span in spans]
    for line in lines(work):
        if line.start < until:
            continue
        end = line.end
        while True:
            last = bisect_right(starts, end) - 1
            if last < 0 or spans[last].end <= end:
                break
            end = ends.after(spans[last].end)
        until = end
        yield line if end == line.end else Line(line.start, end, work[line.start : end])


def _group(work: str, group: list[Line], *, markdown: bool, blank_before: bool) -> list[Paragraph]:
    """The paragraphs of lines that no blank line parts."""
    found: list[Paragraph] = []
    run: list[Paragraph] = []
    for line in group:
        piece = _classified(line, markdown=markdown)
        if piece.kind is Kind.UNDERLINE and not (run and _may_be_underlined(run[-1])):
            piece = replace(piece, kind=Kind.RULE)
        if run and run[-1].kind is not piece.kind:
            if piece.kind is Kind.UNDERLINE:
                *run, title = run
                found += _joined(work, run)
                kind = Kind.TITLE if work[piece.span.start] == "=" else Kind.HEADING
                span = Span(title.span.start, piece.span.end)
                found.append(Paragraph(kind, span, (piece.span,)))
                run = []
                continue
            found += _joined(work, run)
            run = []
        run.append(piece)
    found += _joined(work, run)
    return _with_alone(found, blank_before)


def _may_be_underlined(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.TEXT and len(paragraph.span) <= MAX_UNDERLINED


def _with_alone(found: list[Paragraph], blank_before: bool) -> list[Paragraph]:
    """Note which paragraphs have a blank line, an edge or a rule on both sides."""
    parting = (Kind.RULE, Kind.PUNCTUATION)
    marked = []
    for n, paragraph in enumerate(found):
        before = blank_before if n == 0 else found[n - 1].kind in parting
        after = n == len(found) - 1 or found[n + 1].kind in parting
        marked.append(replace(paragraph, alone=before and after))
    return marked


def _joined(work: str, run: list[Paragraph]) -> list[Paragraph]:
    """Lines of one kind made one paragraph where the copy was hard-wrapped or quoted line by line."""
    if len(run) < 2 or not (run[0].kind is Kind.QUOTE or (run[0].kind is Kind.TEXT and _wrapped(work, run))):
        return run
    span = Span(run[0].span.start, run[-1].span.end)
    return [Paragraph(run[0].kind, span, tuple(m for p in run for m in p.markup), lines=len(run))]


def _wrapped(work: str, run: list[Paragraph]) -> bool:
    longest = max(len(p.span) for p in run)
    if not _WRAP_MINIMUM <= longest <= WRAP_WIDTH:
        return False
    body = run[:-1]
    if any(len(p.span) < _WRAP_SHARE * longest for p in body):
        return False
    return 2 * sum(work[: p.span.end].endswith(_ENDS_SENTENCE, p.span.start) for p in body) <= len(body)


def _classified(line: Line, *, markdown: bool) -> Paragraph:
    """The paragraph that *line* would be if it stood alone."""
    stripped = line.text.strip()
    start = line.start + len(line.text) - len(line.text.lstrip())
    span = Span(start, start + len(stripped))
    kind = kind_of(stripped, markdown=markdown)
    if kind is not Kind.TEXT:
        return Paragraph(kind, span)
    return _prefixed(stripped, span) if markdown else Paragraph(Kind.TEXT, span)


def kind_of(stripped: str, *, markdown: bool = False) -> Kind:
    """Whether a line is made of signs alone, and which: `Kind.TEXT` when it is not."""
    if len(stripped) > WRAP_WIDTH or not all(_is_punctuation(c) for c in stripped):
        return Kind.TEXT
    if markdown and _SETEXT.match(stripped):
        return Kind.UNDERLINE
    if _RULE.match(stripped) or (markdown and _TABLE_RULE.match(stripped)):
        return Kind.RULE
    return Kind.TEXT if markdown and stripped[0] == ">" else Kind.PUNCTUATION


def _prefixed(stripped: str, span: Span) -> Paragraph:
    """Markdown's line prefixes."""
    atx = _ATX.match(stripped)
    if atx:
        closing = _ATX_END.search(stripped)
        prefix = Span(span.start, span.start + len(atx.group(1)))
        suffix = (Span(span.start + closing.start(), span.end),) if closing else ()
        return Paragraph(Kind.TITLE if len(atx.group(1)) == 1 else Kind.HEADING, span, (prefix, *suffix))
    for pattern, kind in ((_QUOTE, Kind.QUOTE), (_ITEM, Kind.ITEM)):
        match = pattern.match(stripped)
        if match:
            prefix = Span(span.start, span.start + len(match.group().rstrip()))
            return Paragraph(kind, span, (prefix,))
    if stripped[0] == "|" and stripped.count("|") > 1:
        pipes = tuple(Span(span.start + n, span.start + n + 1) for n, c in enumerate(stripped) if c == "|")
        return Paragraph(Kind.ROW, span, pipes)
    return Paragraph(Kind.TEXT, span)


def _is_punctuation(char: str) -> bool:
    return char.isspace() or char in "=~+|<>^`" or category(char)[0] == "P"
