"""The preparation of the training text: what it says of names must stay true after every change."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augment import headline_in_capitals, renamed, variant
from entities.pages import marked
from material import Row, clean
from scoring import strict
from synthesis import Names, elided, fill, initials, sentence, sentences

_PAGE, _NAMES = marked(
    "Brume à [LOC Lannion]\nSelon [PER Anne Kerbrat], l'usine de [ORG Brumelec] ferme. Mme [PER Kerbrat] "
    "quitte [ORG Brumelec]."
)
ROW = Row(_PAGE.text, tuple((c.start, c.end, c.label) for c in _NAMES))


def _surfaces(row: Row) -> list[str]:
    return [row.text[start:end] for start, end, _ in row.ents]


@given(st.integers(0, 10_000))
def test_sentences_hold_what_they_say(seed: int) -> None:
    row = sentence(Names(random.Random(seed)))
    assert "{" not in row.text
    assert all(surface.strip() == surface != "" for surface in _surfaces(row))
    assert all(a[1] <= b[0] for a, b in zip(row.ents, row.ents[1:], strict=False))


@pytest.mark.parametrize("pattern", sentences())
def test_every_sentence_can_be_filled(pattern: str) -> None:
    row = fill(pattern, Names(random.Random(0)))
    assert "[" not in row.text
    assert "{" not in row.text


@given(st.integers(0, 10_000))
def test_names_change_together(seed: int) -> None:
    row = renamed(ROW, Names(random.Random(seed)), 1.0)
    town, full, company, short, company_again = _surfaces(row)
    assert full.split(" ", 1)[1] == short
    assert company == company_again
    assert [label for _, _, label in row.ents] == [label for _, _, label in ROW.ents]
    assert town


@given(st.integers(0, 10_000))
def test_typography_moves_nothing(seed: int) -> None:
    row = variant(ROW, Names(random.Random(seed)), rename=0.0)
    assert len(row.text) == len(ROW.text)
    assert row.ents == ROW.ents


def test_headline_keeps_its_length() -> None:
    assert headline_in_capitals("Une straße\nSuite") == "UNE STRAßE\nSuite"


@pytest.mark.parametrize(
    ("before", "name", "expected"),
    [
        ("le PDG d'", "Brumelec", "le PDG de "),
        ("le PDG de ", "Orano", "le PDG d'"),
        ("de l'", "Croix-Rouge", "de la "),
        ("L'", "Réseau", "Le "),
        ("chez ", "Orano", "chez "),
    ],
)
def test_elision(before: str, name: str, expected: str) -> None:
    assert elided(before, name) == expected


def test_initials() -> None:
    assert initials("Autorité de sûreté nucléaire") == "ASN"


def test_cleaning_follows_the_guide() -> None:
    row = Row("M. Kerbrat lit Le Monde sur Facebook, dit l'État.", ())
    given_ents = ((0, 10, "PER"), (15, 23, "MISC"), (28, 36, "MISC"), (44, 48, "ORG"))
    (cleaned,) = clean([Row(row.text, given_ents)])
    found = [(row.text[start:end], label) for start, end, label in cleaned.ents]
    assert found == [("Kerbrat", "PER"), ("Le Monde", "ORG"), ("Facebook", "ORG")]


def test_strict_scores() -> None:
    gold = [((0, 3, "PER"), (5, 8, "ORG"))]
    assert strict(gold, gold).f1 == 1
    assert strict([((0, 3, "ORG"),)], gold).f1 == 0
    assert strict([((0, 3, "PER"), (9, 12, "LOC"))], gold).of("PER", "ORG", "LOC") == (0.5, 0.5, 0.5)
