"""Ranges written « entre A et B » or « de A à B », as opposed to an evolution from A to B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import FALL, MOVE
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind

#: « entre A et B » after these words shares or compares two things: it is no range.
_SHARED = (
    r"(?:écart|différence|rapport|fossé|choix|choisir|hésit\w*|partag\w*|répart\w*|arbitr\w*|compar\w*|lien|match"
    r"|duel|score|distance|transition|passage|bascul\w*|navett\w*|divis\w*)[^;:]{0,25}$"
)
#: « de A à B » is a range only after such a verb or noun, or before « selon », « en fonction de ».
_SPREAD = (
    r"(?:\b(?:va|vont|allant|aller|irait|iront|vari\w+|oscill\w+|s'échelonn\w+|s'étal\w+|étalé\w*|échelonné\w*|s'étend\w*"
    r"|se situ\w+|fluctu\w+|comprise?s?|fourchettes?|tranches?|gamme|éventail|grille|barème)\b)[^;:]{0,45}$"
)
_DEPENDING = r"<g25> (?:selon|suivant|en fonction d|d'après l)"
_EVOLVING = rf"(?:{FALL}|{MOVE})"
_OVER_TIME = r"<g30> (?:en (?:<Y>|<D>|quelques|l'espace|moins|un)|entre <Y>|d'ici|depuis|sous|sur <D>|au fil|à l'horizon)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The ranges of an article, with their two ends in the order of the text."""
    yield from _between(skeleton)
    yield from _from_to(skeleton)


def _between(skeleton: Skeleton) -> Iterator[Relation]:
    for match in skeleton.find(r"\bentre <d>(?P<first><V>)(?:,? et |-et-)<d>(?P<second><V>)"):
        if pattern(_SHARED).search(_before(skeleton, match.start())):
            continue
        yield from _range(skeleton, match, "between")


def _from_to(skeleton: Skeleton) -> Iterator[Relation]:
    for match in skeleton.find(r"\bd(?:e |es |'|u )(?P<first><V>)<h20> (?:à|jusqu'à|aux?) <d>(?P<second><V>)"):
        before = _before(skeleton, match.start())
        spread = pattern(_SPREAD).search(before) or pattern(_DEPENDING).match(skeleton.text, match.end())
        evolving = pattern(_EVOLVING).search(before) and not pattern(r"\bvari\w+[^;:]{0,45}$").search(before)
        if spread and not evolving and not pattern(_OVER_TIME).match(skeleton.text, match.end()):
            yield from _range(skeleton, match, "from-to")


def _before(skeleton: Skeleton, at: int) -> str:
    start, _ = skeleton.sentence(at)
    return skeleton.text[max(start, at - 60) : at]


def _range(skeleton: Skeleton, match: re.Match[str], form: str) -> Iterator[Relation]:
    first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
    first = first.lent(second)
    if same_scale(first, second) and first.low is None and second.low is None:
        yield link(RelationKind.COMPARISON, form, skeleton.span(match), {"first": first, "second": second})


def same_scale(one: Amount, other: Amount) -> bool:
    """True when two amounts can be put in order: one dimension, and for counts one noun."""
    if one.dimension != other.dimension or (one.shape is Shape.PERCENT) != (other.shape is Shape.PERCENT):
        return False
    return one.noun == other.noun or one.noun is None or other.noun is None
