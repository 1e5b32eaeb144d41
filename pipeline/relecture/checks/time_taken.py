"""How long something took, told before its two moments: « il aura fallu huit mois pour le sauver : déposé en mars 2023, … »."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.stretch_cues import lasted
from relecture.types import Span

#: How far before the duration its verb may stand, in characters.
_BACK = 60


def took(prose: str, sentence: Span, duration: Span, first: Span) -> bool:
    """True when *duration* is said to be the time that it took, and what was done at *first* opens the account of it."""
    if duration.end > first.start or not then_done().match(prose, duration.end, first.start):
        return False
    back = max(sentence.start, duration.start - _BACK)
    return needed().match(prose, duration.end, first.start) is not None or (
        lasted().search(prose, back, duration.start) is not None
    )


@cache
def told_next() -> re.Pattern[str]:
    """« il aura fallu huit mois aux restaurateurs pour le sauver : », then the two moments."""
    return re.compile(r"[^.;:]{0,90}?\s?:\s")


@cache
def then_done() -> re.Pattern[str]:
    """The same, up to the first moment: what was done to it then."""
    return re.compile(
        r"[^.;:]{0,110}?\s?:\s(?:d'abord\s|une première fois\s)?[^\W\d][\w'-]*(?:é|i|u|is|it|ert)e?s?(?:\s[^\W\d][\w'-]*){0,3}?\s(?:en|le|dès|début|fin|à)\s(?:\w+\s){0,2}$"
    )


@cache
def needed() -> re.Pattern[str]:
    """« vingt-huit mois auront été nécessaires pour le sauver : », then the two moments."""
    return re.compile(
        r"\s(?:(?:de\s|d')[\w'-]+\s){0,2}(?:(?:auront|ont|avaient)\s(?:donc\s)?(?:été\snécessaires|suffi|passé)|(?:se\s(?:sont|seront)\s)?écoulé(?:e?s)?)\b[^.;:]{0,90}?\s?:\s"
    )
