"""Where the figures, years, hours and capitals of a text stand: sought once, for all the checks that begin there.

A pattern that is tried at each of these places reads a fraction of the text; see `openings.matched`.
"""

from __future__ import annotations

import re
from functools import cache

from relecture.memo import kept

#: Letters that begin a name.
CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽČĆĐŁŚŞİĞ"
_YEAR = 4


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+")


@kept
def figures(prose: str) -> tuple[tuple[int, int], ...]:
    """The runs of digits of *prose*: where each begins and ends."""
    return tuple([match.span() for match in _digits().finditer(prose)])


@kept
def years(prose: str) -> tuple[int, ...]:
    """Where the four figures of a year of our era begin: « 1789 », « 2024 »."""
    return tuple(
        [a for a, b in figures(prose) if b - a == _YEAR and (prose[a] == "1" or prose.startswith("20", a))]
    )


@kept
def hour_figures(prose: str) -> tuple[int, ...]:
    """Where a figure begins that « h » or « heures » follows."""
    return tuple([a for a, b in figures(prose) if prose[b : b + 2].lstrip()[:1] in ("h", "H")])


@cache
def _capital() -> re.Pattern[str]:
    # The letter first: the engine leaps from one to the next.
    return re.compile(rf"[{CAPITAL}](?<!\w.)")


@kept
def capitals(prose: str) -> tuple[int, ...]:
    """Where the words of *prose* that begin with a capital begin."""
    return tuple([match.start() for match in _capital().finditer(prose)])


@kept
def initials(prose: str) -> tuple[int, ...]:
    """Where the words begin that have two capitals for their first letters: acronyms, and what is cried out."""
    return tuple([at for at in capitals(prose) if prose[at + 1 : at + 2].isupper()])
