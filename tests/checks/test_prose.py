"""Sentences and paragraphs found by punctuation."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture.checks.prose import paragraphs, sentences


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Il pleut. Elle sort.", ["Il pleut.", "Elle sort."]),
        ("M. Durand sort. Il pleut.", ["M. Durand sort.", "Il pleut."]),
        ("« Il pleut. » Elle sort.", ["« Il pleut. »", "Elle sort."]),
        ("Un total de 12.5 MW. Puis 13.", ["Un total de 12.5 MW.", "Puis 13."]),
        ("Pluie à Lille\n\nIl pleut ! Vraiment ? Oui.", ["Pluie à Lille", "Il pleut !", "Vraiment ?", "Oui."]),
        ("J. Dupont et l'art. 12 du code. Fin…", ["J. Dupont et l'art. 12 du code.", "Fin…"]),
    ],
)
def test_sentences(prose: str, expected: list[str]) -> None:
    assert [s.of(prose) for s in sentences(prose)] == expected


@given(st.text(alphabet='Aa. !?…»«\n"12', max_size=60))
def test_sentences_cover_every_visible_character_once(prose: str) -> None:
    found = sentences(prose)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(prose))
    assert all(any(p.contains(s) for p in paragraphs(prose)) for s in found)
