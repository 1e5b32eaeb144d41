"""Places and people that stand in the name of a body: a region that pays, a town that plays, a patron.

« la région Normandie » is an organisation where it acts, its common noun part of the name; a bare town
in a sports article is its club (« Nantes bat Reims »), and stays a town after a preposition (« à Nantes »);
« Institut Gustave-Roussy » is one name, not an institute and a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from relecture.entities.alternation import either
from relecture.entities.candidates import NAME, Board, Candidate, Origin, Page, relabelled
from relecture.entities.peoples import adjectives
from relecture.fr import places
from relecture.fr.entity_words import ASSEMBLIES, NAMED_BODIES
from relecture.openings import first_words, opened

#: How many words of team sports make a sports article; one must be in the paragraph of the town.
SPORT_WORDS = 3
_SPORT_WORDS = frozenset({*places.SPORT_WORDS, *(w.capitalize() for w in places.SPORT_WORDS)})
_SPORT = re.compile(either(_SPORT_WORDS))
_SPORT_OPENS = first_words(_SPORT_WORDS)
_RESULT = re.compile(r"\(\d{1,2}-\d{1,2}\)")
_NAMED_AFTER = re.compile(rf"{either(NAMED_BODIES)}(?: (?:national|universitaire|régional|européen))? {NAME}")
_ASSEMBLY = re.compile(rf"(?P<body>{either(ASSEMBLIES)} (?P<people>[a-zà-ÿ-]+))(?![\w-])")
_BODY_OPENS, _ASSEMBLY_OPENS = first_words(NAMED_BODIES), first_words(ASSEMBLIES)
_PLACED = re.compile(
    r"(?:" + "|".join(sorted(places.PLACE_PREPOSITIONS, key=len, reverse=True)) + r")$", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:dans|en|hors|à travers|sur|toute) $", re.IGNORECASE)


def regions(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make « (la) région NAME » one organisation, unless « dans » or « en » says it is a place."""
    if "égion " not in page.text:
        return list(candidates)
    board = Board(candidates)
    for found in _regions().finditer(page.text):
        if not _WHERE.search(page.text, max(found.start() - 12, 0), found.start()):
            board.put(Candidate(found.start("body"), found.end("body"), "ORG", Origin.CUE))
    return board.items()


@cache
def _regions() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, places.REGIONS), key=len, reverse=True))
    return re.compile(rf"\bla (?P<body>[Rr]égion (?:{names}))(?![\w-])")


def named_after(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make one organisation of « Institut », « Fondation »… and the person or the words that follow."""
    board = Board(candidates)
    for found in opened(_NAMED_AFTER, _BODY_OPENS, page.text):
        start, end = found.span()
        over = board.over(start, end)
        inside = all(start <= c.start and c.end <= end for c in over)
        if over and inside and any(c.label in ("PER", "ORG") for c in over):
            board.put(Candidate(start, end, "ORG", Origin.CUE))
    return board.items()


def assemblies(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """« le parlement catalan », « le Sénat américain »: an institution, whatever the capital."""
    board = Board(candidates)
    for found in opened(_ASSEMBLY, _ASSEMBLY_OPENS, page.text):
        start, end = found.span("body")
        over = board.over(start, end)
        if found["people"] in adjectives() and all(start <= c.start and c.end <= end for c in over):
            board.put(Candidate(start, end, "ORG", Origin.CUE))
    return board.items()


def clubs(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """In an article on team sports, give the label ORG to towns that no preposition places."""
    if _of_sport(page.text) < SPORT_WORDS:
        return list(candidates)
    return [relabelled(c, "ORG", Origin.CUE) if _plays(page.text, c) else c for c in candidates]


def _of_sport(text: str) -> int:
    """How many words of team sports, and results, *text* has."""
    return sum(1 for _ in opened(_SPORT, _SPORT_OPENS, text)) + len(_RESULT.findall(text))


def _plays(text: str, candidate: Candidate) -> bool:
    surface = text[candidate.start : candidate.end]
    if candidate.label != "LOC" or surface in places.COUNTRIES or surface in places.REGIONS:
        return False
    first, last = text.rfind("\n", 0, candidate.start) + 1, text.find("\n", candidate.end)
    paragraph = text[first : last if last >= 0 else len(text)]
    if not _of_sport(paragraph):
        return False
    before = text[max(candidate.start - 16, 0) : candidate.start]
    return not _PLACED.search(before) and not before.endswith(("(", "-", "\n"))
