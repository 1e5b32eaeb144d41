"""Two towns in one word: « la ligne Bordeaux-Toulouse » holds two places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from relecture.entities.alternation import either
from relecture.entities.candidates import Candidate, Page
from relecture.fr.entity_words import WAYS

_WAY = re.compile(rf"\b{either(WAYS)} $")
#: One town: « Vernet-les-Bains », « Saint-Malo », « New York ».
_TOWN = re.compile(r"(?:(?:Sainte?|Mont|La|Le|Les)-)?[A-ZÀ-Þ][\w' ]*(?:(?:-[a-zà-ÿ][\w']*)+-[A-ZÀ-Þ]\w*)?")
_ROUTE = re.compile(rf"{_TOWN.pattern}(?:-{_TOWN.pattern})+")


def routes(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Split a place at its hyphens after the noun of a way, or when each part is a place of the article too."""
    places = {page.text[c.start : c.end] for c in candidates if c.label == "LOC"}
    return [part for c in candidates for part in _parts(page.text, c, places)]


def _parts(text: str, candidate: Candidate, places: set[str]) -> list[Candidate]:
    if candidate.label != "LOC" or not _ROUTE.fullmatch(text, candidate.start, candidate.end):
        return [candidate]
    towns = _TOWN.finditer(text, candidate.start, candidate.end)
    parts = [replace(candidate, start=town.start(), end=town.end()) for town in towns]
    known = all(text[p.start : p.end] in places for p in parts)
    return parts if known or _WAY.search(text, max(candidate.start - 16, 0), candidate.start) else [candidate]
