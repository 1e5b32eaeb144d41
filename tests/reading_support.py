"""What holds for every text that is not its source character for character."""

from __future__ import annotations

import html
import unicodedata

from relecture.types import Text

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+-()n0123456789+-()")


def check_map(text: Text, source: str) -> None:
    """Rows are in order, do not overlap, and say what the source says once references are resolved."""
    end = 0
    for t0, t1, s0, s1 in text.source_map:
        assert end <= t0 < t1 <= len(text.raw)
        assert 0 <= s0 < s1 <= len(source)
        shown, written = text.raw[t0:t1], html.unescape(source[s0:s1])
        assert shown == written or _same(shown, written), (shown, written)
        end = t1


def check_cover(text: Text) -> None:
    """Every visible character belongs to a segment, and masks cover what prose blanks."""
    assert len(text.raw) == len(text.folded) == len(text.prose)
    for offset, char in enumerate(text.raw):
        assert char.isspace() or text.segment_at(offset) is not None, (offset, char)


def mapped(text: Text) -> str:
    """The characters of *text* that have a place in the source."""
    return "".join(text.raw[t0:t1] for t0, t1, _, _ in text.source_map)


def _same(shown: str, written: str) -> bool:
    if shown.isspace() and written.isspace():
        return True
    shown, written = ("".join(" " if c in "\r\n\t" else c for c in text) for text in (shown, written))
    plain = unicodedata.normalize("NFKC", shown.translate(FIGURES))
    return plain == unicodedata.normalize("NFKC", written.translate(FIGURES))
