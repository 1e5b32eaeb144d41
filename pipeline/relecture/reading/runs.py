"""Characters that remember where they come from, and the repairs that must not lose that memory.

A `Run` is a piece of text and the range of the source that says it. When both have the same length they
match character for character; otherwise the run is one piece (``&eacute;``, a letter and its accent).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from relecture.types import Span

#: One row of ``Text.source_map``: text start, text end, source start, source end.
Row = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """*text* as said by the source at *at*; ``None`` when the source has no characters to point at."""

    text: str
    at: Span | None = None

    @property
    def exact(self) -> bool:
        """True when each character has a place of its own in the source."""
        return self.at is not None and len(self.at) == len(self.text)

    def part(self, start: int, end: int, text: str | None = None) -> Run:
        """The characters *start* to *end* of this run, shown as *text* when given."""
        shown = self.text[start:end] if text is None else text
        if self.at is None:
            return Run(shown)
        if self.exact:
            return Run(shown, Span(self.at.start + start, self.at.start + end))
        return Run(shown, self.at)


#: What would cut a word in two for a reader of code points and not for one of print: soft hyphens and other
#: invisible characters, ligatures, a letter followed by its accents.
_BROKEN = re.compile("[\u00ad\u200b\u2060\ufeff]|[\ufb00-\ufb06]|[^\\s\u0300-\u036f][\u0300-\u036f]+")
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ACCENTS = re.compile("[\u0300-\u036f]+")


def mended(runs: Iterable[Run]) -> Iterator[Run]:
    """*runs* with soft hyphens dropped, ligatures spelt out and accents composed (Unicode NFC)."""
    held: Run | None = None
    for run in runs:
        accents = _ACCENTS.match(run.text) if held and _takes_accents(held.text[-1:]) else None
        rest = run
        if held and accents:
            last = len(held.text) - 1 if held.at is None or held.exact else 0
            yield from _mended(held.part(0, last))
            held = _joined(held.part(last, len(held.text)), run.part(0, accents.end()))
            rest = run.part(accents.end(), len(run.text))
            if not rest.text:
                continue
        if held:
            yield from _mended(held)
        held = rest
    if held:
        yield from _mended(held)


def broken_letters(text: str) -> int:
    """How many places of *text* `mended` would change."""
    return sum(1 for match in _BROKEN.finditer(text) if _repaired(match.group()) != match.group())


def _takes_accents(char: str) -> bool:
    return bool(char) and not char.isspace() and char not in _INVISIBLE and not "\ufb00" <= char <= "\ufb06"


def _joined(letter: Run, accents: Run) -> Run:
    at = Span(letter.at.start, accents.at.end) if letter.at and accents.at else None
    return Run(letter.text + accents.text, at)


def _mended(run: Run) -> Iterator[Run]:
    at = 0
    for match in _BROKEN.finditer(run.text):
        written = match.group()
        shown = _repaired(written)
        if shown == written:
            continue
        if match.start() > at:
            yield run.part(at, match.start())
        if shown:
            yield run.part(match.start(), match.end(), shown)
        at = match.end()
    if at < len(run.text):
        yield run.part(at, len(run.text)) if at else run


def _repaired(written: str) -> str:
    if written in _INVISIBLE:
        return ""
    return unicodedata.normalize("NFKC" if "\ufb00" <= written[0] <= "\ufb06" else "NFC", written)


class SourceMap:
    """Where the characters of a text stand in its source; rows are in text order and do not overlap."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.rows: list[Row] = list(rows)

    def add(self, start: int, run: Run) -> None:
        """Note that *run* was written at *start* of the text."""
        if run.at is None:
            return
        row = (start, start + len(run.text), run.at.start, run.at.end)
        if self.rows and run.exact and _follows(self.rows[-1], row):
            row = (self.rows[-1][0], row[1], self.rows[-1][2], row[3])
            self.rows[-1] = row
        else:
            self.rows.append(row)

    def cut(self, end: int) -> None:
        """Forget what was noted from *end* of the text on."""
        while self.rows and self.rows[-1][0] >= end:
            self.rows.pop()
        if self.rows and self.rows[-1][1] > end:
            t0, t1, s0, s1 = self.rows[-1]
            self.rows[-1] = (t0, end, s0, s0 + end - t0 if t1 - t0 == s1 - s0 else s1)

    def project(self, span: Span) -> Span | None:
        """The range of the source that *span* of the text covers; ``None`` when it covers none."""
        ends: list[int] = []
        for t0, t1, s0, s1 in islice(self.rows, self._first(span.start), None):
            if t0 >= span.end:
                break
            exact = t1 - t0 == s1 - s0
            ends.append(s0 + max(span.start - t0, 0) if exact else s0)
            ends.append(s1 - max(t1 - span.end, 0) if exact else s1)
        return Span(min(ends), max(ends)) if ends else None

    def _first(self, at: int) -> int:
        """The first row that ends after *at*."""
        return bisect_right(self.rows, at, key=lambda row: row[1])

    def outer(self, run: Run) -> Iterator[Run]:
        """*run*, whose place is in the text of this map, with the place that has in the source."""
        if run.at is None or not run.exact:
            yield Run(run.text, self.project(run.at) if run.at else None)
            return
        at = run.at.start
        for t0, t1, s0, s1 in islice(self.rows, self._first(at), None):
            start, end = max(t0, at), min(t1, run.at.end)
            if t0 >= run.at.end:
                break
            if start > at:
                yield Run(_piece(run, at, start))
            exact = t1 - t0 == s1 - s0
            yield Run(_piece(run, start, end), Span(s0 + start - t0, s0 + end - t0) if exact else Span(s0, s1))
            at = end
        if at < run.at.end:
            yield Run(_piece(run, at, run.at.end))


def _piece(run: Run, start: int, end: int) -> str:
    assert run.at is not None
    return run.text[start - run.at.start : end - run.at.start]


def _follows(last: Row, row: Row) -> bool:
    """True when *row* carries on the exact row *last* in text and source."""
    return last[1] == row[0] and last[3] == row[2] and last[1] - last[0] == last[3] - last[2]
