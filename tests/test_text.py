"""Folding and masking never move a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relecture.text import FOLD, bare, fold, mask
from relecture.types import Span

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from([chr(c) for c in FOLD]))


@given(ANY_TEXT)
def test_folding_keeps_every_offset(raw: str) -> None:
    text = bare(raw)
    assert len(text.folded) == len(text.prose) == len(raw)
    assert all(f == r or ord(r) in FOLD for f, r in zip(text.folded, raw, strict=True))
    assert fold(text.folded) == text.folded


@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=5))
def test_masking_hides_spans_and_nothing_else(raw: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b), max(a, b)) for a, b in pairs if max(a, b) <= len(raw)]
    masked = mask(raw, spans)
    assert len(masked) == len(raw)
    for at, (before, after) in enumerate(zip(raw, masked, strict=True)):
        inside = any(s.start <= at < s.end for s in spans)
        assert after == (" " if inside and before not in "\r\n" else before)
