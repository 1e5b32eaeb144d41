"""Acronyms and the names they stand for."""

from __future__ import annotations

import re

from relecture.entities.gazetteer import plain
from relecture.fr.entity_words import SMALL_WORDS

_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ&.\d]{1,7}")


def is_acronym(surface: str) -> bool:
    """Two to eight capitals or digits, two capitals at least (« RTE », « U.E. »; « Insee » is not one)."""
    return bool(_ACRONYM.fullmatch(surface)) and sum(c.isupper() for c in surface) >= 2


def spells(acronym: str, name: str) -> bool:
    """True when *acronym* is the initials of *name*, its small words counted or not."""
    return letters(acronym) in initials(name)


def letters(acronym: str) -> str:
    """The letters of *acronym*, lower case, without points or accents."""
    return "".join(c for c in plain(acronym) if c.isalpha())


def initials(name: str) -> set[str]:
    """The initials of *name*, its small words left out and counted; nothing for a single meaning word."""
    words = plain(name).split(" ")
    meaning = [w for w in words if w not in SMALL_WORDS]
    return {"".join(w[:1] for w in meaning), "".join(w[:1] for w in words)} if len(meaning) > 1 else set()
