"""A parent's age beside the child's: « Son père, 45 ans, tient la ferme. Le fils, 38 ans, veut la vendre »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from relecture.checks.ages import Age, ages
from relecture.checks.kindred_ages import Misplaced
from relecture.checks.prose import preceding, sentence_around
from relecture.needles import may_match
from relecture.types import Article

#: Nobody is the parent of someone younger than them by less.
_YOUNGEST = 13
_NAME = r"(?:,?\s(?-i:[A-ZÀ-Þ])[\w'-]+){0,2}"


@cache
def _parent() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!-)\b(?:son|sa|leur|le|la)\s(?P<word>père|mère|papa|maman){_NAME},?\s\(?(?:âgée?\sde\s)?$", re.I
    )


@cache
def _child() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!-)\b(?:son|sa|leur|le|la)\s(?:\w+\s)?(?P<word>fils|fille|fiston)(?:\s(?:aînée?|cadet(?:te)?|unique))?{_NAME},?\s\(?(?:âgée?\sde\s)?$",
        re.I,
    )


def too_near(article: Article) -> Iterator[Misplaced]:
    """Two ages told one after the other, of a parent and a child who are of one generation."""
    prose, found = article.text.prose, ages(article)
    if len(found) < 2 or not (may_match(_parent(), prose) and may_match(_child(), prose)):
        return
    for one, other in pairwise(found):
        sentence = sentence_around(prose, other.span)
        if one.span.start < preceding(prose, sentence).start or "\n" in prose[one.span.end : other.span.start]:
            continue
        for parent, child in ((one, other), (other, one)):
            older, younger = _of(_parent(), prose, parent), _of(_child(), prose, child)
            if older and younger and parent.value - child.value < _YOUNGEST:
                yield Misplaced(younger, child.span, parent.span)


def _of(who: re.Pattern[str], prose: str, age: Age) -> str:
    match = who.search(prose, max(0, age.span.start - 60), age.span.start)
    return match["word"] if match else ""
