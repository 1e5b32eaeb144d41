"""Cutting a text into lines without losing an offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its break left out: ``text`` is ``raw[start:end]``."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """True when nothing is written on the line."""
        return not self.text.strip()


def lines(raw: str, start: int = 0) -> Iterator[Line]:
    """The lines of *raw* from *start*; ``\\n``, ``\\r\\n`` and ``\\r`` all end one."""
    for match in _LINE.finditer(raw, start):
        if match.start() == match.end() and match.start() > start:
            return
        yield Line(match.start(1), match.end(1), match.group(1))


class LineEnds:
    """Where the lines of a text end, found once: asking again costs a bisection, not a walk."""

    def __init__(self, raw: str) -> None:
        self._breaks = [match.start() for match in _BREAK.finditer(raw)]
        self._length = len(raw)

    def after(self, at: int) -> int:
        """The offset where the line that holds *at* ends, its break left out."""
        n = bisect_left(self._breaks, at)
        return self._breaks[n] if n < len(self._breaks) else self._length
