"""Where figures, years, hours and capitals begin, and names of things in a whole text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from relecture.checks.kinds import name_things
from relecture.checks.landmarks import capitals, figures, hour_figures, initials, years
from relecture.openings import matched

TEXT = "En 2024, à 9 h 30 puis 14h, EDF et l'Anses, 12 019 kWh : 3,5 qu'en 1789. Été 12024, 5 Heures."


def _told(places: tuple[int, ...], size: int) -> list[str]:
    return [TEXT[at : at + size] for at in places]


def test_figures_are_runs_of_digits() -> None:
    assert [TEXT[a:b] for a, b in figures(TEXT)] == re.findall(r"\d+", TEXT)


def test_years_have_four_figures() -> None:
    assert _told(years(TEXT), 4) == ["2024", "1789"]


def test_hours_follow_their_figure() -> None:
    assert _told(hour_figures(TEXT), 3) == ["9 h", "14h", "5 H"]


def test_capitals_begin_words() -> None:
    assert _told(capitals(TEXT), 3) == ["En ", "EDF", "Ans", "Été", "Heu"]
    assert _told(initials(TEXT), 3) == ["EDF"]


@given(st.text(alphabet="aé1 -'Ah20", max_size=40))
def test_places_are_in_order_and_inside(text: str) -> None:
    for places in (years(text), hour_figures(text), capitals(text), initials(text)):
        assert list(places) == sorted(set(places))
        assert all(0 <= at < len(text) for at in places)


def test_matches_at_places_do_not_overlap() -> None:
    assert [m[0] for m in matched(re.compile(r"aa"), "aaaa", (0, 1, 2))] == ["aa", "aa"]


def test_things_are_found_by_their_words() -> None:
    text = "Les panneaux solaires, le porte-avions et un avion de ligne, les deux poids lourds."
    named = [(text[n.start : n.end], n.several) for n in name_things(text)]
    assert ("panneaux solaires", True) in named
    assert ("avion de ligne", False) in named
    assert ("poids lourds", True) in named
    assert not any(n.start == text.index("avions") for n in name_things(text))
