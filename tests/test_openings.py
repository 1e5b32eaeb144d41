from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from relecture.openings import at_words, first_words, opened, places, tokens

LISTED = ("maire", "chef d'État", "PDG", "Le Monde", "p-dg")
WORDS = st.sampled_from(
    ["maire", "mairesse", "chef d'État", "chef", "PDG", "p-dg", "Le Monde", "Le", "x_PDG", "été"]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "-", "'", ". ", "\n", "_", "9"]))).map(
    lambda parts: "".join(word + mark for word, mark in parts)
)


def spans(matches: object) -> list[tuple[int, int]]:
    return [m.span() for m in matches]  # type: ignore[attr-defined]


@given(TEXTS)
def test_opened_finds_what_the_pattern_after_a_boundary_finds(text: str) -> None:
    source = "(?:" + "|".join(map(re.escape, LISTED)) + r")\b"
    expected = spans(re.finditer(rf"\b{source}", text))
    assert spans(opened(re.compile(source), first_words(LISTED), text)) == expected


@given(TEXTS)
def test_at_words_finds_what_the_pattern_after_a_boundary_finds(text: str) -> None:
    source = r"[A-Z]\w*(?: [A-Z]\w*)?"
    assert spans(at_words(re.compile(source), text)) == spans(re.finditer(rf"\b{source}", text))


@given(TEXTS, WORDS)
def test_places_are_those_of_whole_words(text: str, word: str) -> None:
    expected = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    assert list(places(text, word)) == expected


def test_the_first_words_of_nothing_are_none() -> None:
    assert first_words(("", "«", "d'après")) == {"d"}


@given(TEXTS)
def test_tokens_are_those_that_the_pattern_finds_from_left_to_right(text: str) -> None:
    whole = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]+(?:-[^\W\d_]+)*")
    wanted = {"maire", "PDG", "p-dg", "État"}
    expected = [(m.start(), m[0]) for m in whole.finditer(text) if m[0] in wanted]
    assert tokens(whole, wanted.__contains__, text) == expected
