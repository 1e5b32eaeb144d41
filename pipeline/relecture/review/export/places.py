"""Where an offset stands in the source: line and column, as editors and code scanners count."""

from __future__ import annotations

import re
from bisect import bisect_right

_NEWLINE = re.compile(r"\r\n|\n|\r")


class Lines:
    """Lines of a text, broken at CRLF, LF and CR; columns in UTF-16 code units. Both count from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _NEWLINE.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of the code point *offset*."""
        line = bisect_right(self._starts, offset)
        before = self._text[self._starts[line - 1] : offset]
        return line, 1 + len(before) + sum(c > "\uffff" for c in before)
