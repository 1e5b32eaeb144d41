"""Bringing the bounds of a span to the guide's: no article, no civility, no stray punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from relecture.entities.candidates import Candidate, Page
from relecture.fr.entity_words import CIVILITIES, LEADING, NOT_NAMES, UNIT_LIKE, UNNAMED_BODIES

_EDGE = " \t\n\r\"«»“”‹›'()[]{}<>,;:.!?…–—-*_#|/"
_LEAD = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(LEADING, key=len, reverse=True)) + r")(?=\S)", re.IGNORECASE
)
_CIVILITY = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(CIVILITIES, key=len, reverse=True)) + r")\s+"
)
_BREAK = re.compile(r"\s*[\n\r]\s*|\s{2,}")
#: Articles and prepositions left hanging at the end (« assemblée générale de l' »).
_TAIL = re.compile(r"(?: (?:de|du|des|la|le|les|et|à|au|aux|en|l|d)'?){1,3}$")
#: A final point belongs to « Inc. », « Corp. », « Jr. », and to initials (« E. »).
_KEEPS_POINT = re.compile(r"(?:\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Cie)|\b[A-Z])\.$")


def trim(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Cut each span at a line break, then take articles, civilities and punctuation off its ends."""
    return [kept for candidate in candidates if (kept := _trimmed(page.text, candidate))]


def _trimmed(text: str, candidate: Candidate) -> Candidate | None:
    start, end = candidate.start, candidate.end
    if cut := _BREAK.search(text, start, end):
        # The longer side of the break holds the name.
        start, end = max((start, cut.start()), (cut.end(), end), key=lambda side: side[1] - side[0])
    start, end = _edges(text, start, end)
    while start < end and (lead := _leading(text, start, end, candidate.label)):
        start, end = _edges(text, lead, end)
    if tail := _TAIL.search(text, start, end):
        start, end = _edges(text, start, tail.start())
    if end - start < 2 or not _is_name(text[start:end], candidate.label):
        return None
    return replace(candidate, start=start, end=end)


def _leading(text: str, start: int, end: int, label: str) -> int | None:
    """Where the span goes on after an article or a civility; ``None`` when it opens with neither."""
    found = _LEAD.match(text, start, end) if text[start].islower() else None
    if not found and label == "PER":
        found = _CIVILITY.match(text, start, end)
    return found.end() if found else None


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not _closes(text, start, end):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """True when the last character is part of the name: « Inc. », « Yahoo! », a bracket opened inside."""
    last = text[end - 1]
    if last == ".":
        return bool(_KEEPS_POINT.search(text, start, end))
    if last == ")":
        return "(" in text[start:end]
    return last == "!" and text[max(start, end - 6) : end] == "Yahoo!"


def _is_name(surface: str, label: str) -> bool:
    """A name has a capital; an organisation may do without (« armée syrienne », « parlement catalan »)."""
    if surface in UNIT_LIKE or surface in NOT_NAMES:
        return False
    if any(c.isupper() for c in surface):
        return True
    return label == "ORG" and " " in surface and not surface.startswith(UNNAMED_BODIES)
