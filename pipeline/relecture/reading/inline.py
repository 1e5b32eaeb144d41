"""What stands inside lines and is not prose: comments, code, links, addresses, emphasis, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relecture.reading import links
from relecture.reading.lines import lines
from relecture.reading.marks import Mark, markup
from relecture.text import mask
from relecture.types import Link, SegmentRole, Span

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>«»“”\"]+|\bwww\.[^\s<>«»“”\"]+", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>")
_LOCAL = re.compile(r"[\w.+-]")
_DOMAIN = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_TAG = re.compile(r"</?[a-zA-Z][^<>\r\n]{0,2000}>")
_TICKS = re.compile(r"`+|(?>\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_EMPHASIS = re.compile(r"\\[*_~]|\*{1,3}|_{1,3}|~~|(?>\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
#: Punctuation that ends a sentence, not the address before it.
_TRAILING = ".,;:!?'’…*_"


@dataclass(frozen=True, slots=True)
class Inline:
    """Marks and links; ``blocks`` is the text in which blocks are looked for (comments and code blanked);
    ``opaque`` the spans that may run over several lines and belong to the block where they start."""

    marks: list[Mark]
    links: list[Link]
    blocks: str
    opaque: list[Span]


def scan(raw: str, *, markdown: bool, taken: list[Span]) -> Inline:
    """Look *raw* through, *taken* (front matter) excepted; code, emphasis and tags only where *markdown*."""
    marks = _comments(mask(raw, taken))
    blanked = mask(raw, [*taken, *(m.span for m in marks)])
    references: dict[str, Span] = {}
    if markdown:
        fences = _fences(blanked)
        blanked = mask(blanked, (m.span for m in fences))
        references, defined = links.definitions(blanked)
        marks += [*fences, *defined]
        blanked = mask(blanked, (m.span for m in defined))
    work = blanked
    if markdown:
        code = list(_code_spans(work))
        marks += code
        work = mask(work, (m.span for m in code))
    found, parts = links.find(work, references)
    work = mask(work, (m.span for m in parts if m.masked))
    marks += parts
    for finder in (_addresses, _emails, *((_emphasis, _tags) if markdown else ())):
        new = list(finder(work))
        marks += new
        work = mask(work, (m.span for m in new))
    opaque = [m.span for m in parts if m.role is SegmentRole.LINK_TARGET and m.masked]
    return Inline(marks, found, blanked, opaque)


def _comments(work: str) -> list[Mark]:
    """HTML comments; one that never ends is prose."""
    found = []
    start = work.find("<!--")
    while start >= 0:
        end = work.find("-->", start + 4)
        if end < 0:
            break
        found.append(markup(start, end + 3))
        start = work.find("<!--", end + 3)
    return found


def _fences(work: str) -> list[Mark]:
    """Fenced code, fences included; an open one runs to the end of the text, as CommonMark says."""
    found: list[Mark] = []
    opening: tuple[int, str] | None = None
    end = 0
    for line in lines(work):
        match = _FENCE.match(line.text) if line.text.lstrip()[:1] in ("`", "~") else None
        end = line.end
        if opening is None and match:
            opening = (line.start, match.group(1))
        elif opening and match and line.text.strip().startswith(opening[1]) and not line.text.strip(" `~"):
            found.append(Mark(Span(opening[0], line.end), SegmentRole.CODE, masked=True))
            opening = None
    if opening:
        found.append(Mark(Span(opening[0], end), SegmentRole.CODE, masked=True))
    return found


def _code_spans(work: str) -> Iterator[Mark]:
    """Text between two runs of as many backticks, in one paragraph."""
    runs: list[tuple[int, int]] = []
    for match in [*_TICKS.finditer(work), None]:
        if match and match.group()[0] == "`":
            runs.append(match.span())
            continue
        yield from _paired_ticks(runs)
        runs = []


def _paired_ticks(runs: list[tuple[int, int]]) -> Iterator[Mark]:
    later: dict[int, list[int]] = {}
    for n in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[n][1] - runs[n][0], []).append(n)
    n = 0
    while n < len(runs):
        start, end = runs[n]
        same = later[end - start]
        while same and same[-1] <= n:
            same.pop()
        if same:
            n = same[-1]
            yield Mark(Span(start, runs[n][1]), SegmentRole.CODE, masked=True)
        n += 1


def _addresses(work: str) -> Iterator[Mark]:
    """Bare addresses and ``<address>``; the punctuation of the sentence is left out."""
    for match in _AUTOLINK.finditer(work):
        yield Mark(Span(*match.span()), SegmentRole.LINK_TARGET, masked=True)
    for match in _URL.finditer(work):
        start, end = match.span()
        if start and work[start - 1] == "<":
            continue
        surplus = match.group().count(")") - match.group().count("(")
        while end > start and (work[end - 1] in _TRAILING or (work[end - 1] in ")]}" and surplus > 0)):
            surplus -= work[end - 1] == ")"
            end -= 1
        yield Mark(Span(start, end), SegmentRole.LINK_TARGET, masked=True)


def _emails(work: str) -> Iterator[Mark]:
    """``name@host.tld``, found from the ``@`` so that a long word costs nothing."""
    at = work.find("@")
    while at >= 0:
        start = at
        while start > 0 and at - start < 64 and _LOCAL.match(work[start - 1]):
            start -= 1
        match = _DOMAIN.match(work, at)
        if match and start < at:
            yield Mark(Span(start, match.end()), SegmentRole.LINK_TARGET, masked=True)
        at = work.find("@", match.end() if match else at + 1)


def _emphasis(work: str) -> Iterator[Mark]:
    """The asterisks, underscores and tildes of Markdown emphasis, paired in one paragraph."""
    open_runs: dict[str, int] = {}
    for match in _EMPHASIS.finditer(work):
        run, (start, end) = match.group(), match.span()
        if run[0] == "\\":
            continue
        if run[0] in "\r\n":
            open_runs.clear()
            continue
        before, after = work[start - 1 : start] or " ", work[end : end + 1] or " "
        inside_word = run[0] == "_" and before.isalnum() and after.isalnum()
        if run in open_runs and not before.isspace() and not inside_word:
            opened = open_runs.pop(run)
            yield markup(opened, opened + len(run))
            yield markup(start, end)
        elif not after.isspace() and not inside_word:
            open_runs[run] = start


def _tags(work: str) -> Iterator[Mark]:
    """Raw HTML tags in Markdown."""
    for match in _TAG.finditer(work):
        yield markup(*match.span())
