"""One name on the two sides of a trial: « le plaignant, Hervé Cordier », then « le prévenu, Hervé Cordier »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.names import names
from relecture.fr.functions import ACCUSED, BOTH_WRONGED, WRONGED
from relecture.needles import may_match
from relecture.types import Span


@cache
def _accused() -> re.Pattern[str]:
    return re.compile(_side(ACCUSED), re.I)


@cache
def _wronged() -> re.Pattern[str]:
    return re.compile(_side(WRONGED), re.I)


def _side(nouns: str) -> str:
    return rf"(?<![\w-])(?:l[ea]\s|l'|du\s|au\s)(?:jeune\s|principal\s)?(?:{nouns}),?\s(?:M\.\s|Mme\s)?$"


@cache
def _exchanged() -> re.Pattern[str]:
    return re.compile(BOTH_WRONGED, re.I)


def both_sides(prose: str) -> Iterator[tuple[str, Span, Span]]:
    """The name, then where each side is given to it, of whoever is called both accused and wronged."""
    if not (may_match(_accused(), prose) and may_match(_wronged(), prose)) or _exchanged().search(prose):
        return
    accused: dict[str, Span] = {}
    wronged: dict[str, Span] = {}
    for name in names(prose):
        before = max(0, name.span.start - 40)
        for side, found in ((_accused(), accused), (_wronged(), wronged)):
            match = side.search(prose, before, name.span.start)
            if match and len(name.words) > 1:
                found.setdefault(name.text, Span(match.start(), name.span.end))
    for both in sorted(accused.keys() & wronged.keys()):
        one, other = sorted((accused[both], wronged[both]))
        yield both, one, other
