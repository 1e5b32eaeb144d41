"""A figure that the next sentences give again as known: « ces 54 000 euros », « à 2,50 %, le taux directeur », « les seize mâts ».

Nothing in the digits need look alike. What makes the two one figure is that the second points at the first: a
demonstrative, a level put before the thing whose level was just given, the same thing at the same moment, or a whole
group under its own noun or another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, akin, alike, content, digits, likeness
from relecture.relations.mentions import Place
from relecture.relations.skeleton import STOP, Skeleton, pattern

#: How far back the first figure may stand, in characters, and how many times over one may be the other.
_NEAR, _SLIP, _CLOSE = 420, Decimal("1.6"), Decimal("1.34")
#: Groups smaller than this may be pointed at in part: « douze communes… ces quatre communes ».
_FEW = 10
#: A count under this is no rounding of another, unless it ends in a zero.
_EXACT = 1000
_POINTED = r"\b(?:ces|cette|cet|ce)(?: (?!an|mois|jour|semaine|été|hiver)[^\W\d]+ (?:de |d'))? ?$"
#: After the second figure: a part of the group, another time, another thing.
_LIMITED = r" ?(?:[^\W\d]+ )?(?:derni|premi|prochain|voisin|suivant|autre|restant|supplémentaire|de plus|de moins|par |déjà|encore|sur (?:les )?<A>)"
_FRONTED = (
    r"(?:^|§)[ «\"]*(?:à|avec|affiché\w* à|fixé\w* à) (?:un (?:taux|niveau|prix|cours) (?:de |d'))?<d>(?P<level><V>), (?:le|la|l'|son|sa|ce|cette|cet) ?"
    r"(?P<head>[^\W\d]+) (?:(?:de la |de l'|d'|du |des |de )(?P<owner>[^\W\d]+)|(?P<next>[^\W\d]+))"
).replace("§", STOP)
#: A level, not a share of something: what comes before it.
_LEVEL = r"\b(?:à|(?:taux|niveau)(?: (?:de |d')?[^\W\d]+){0,2} de|atteint|s'établit à|s'établissait à|cours de|prix de|est de|était de|affiche|affichait|valait|vaut|coûte|coûtait) <d>$"
_PAST = r"^[^,;§]{0,60}\b[^\W\d]+(?:ait|aient) "
#: A whole group, then what is said of it: « les seize mâts, … », « les 46 machines ont … ».
_SAID_OF_ALL = r" ?(?:$|[,.;:)](?! (?:hors|hormis|sauf|sans|soit|moins)\b)|(?:ont|sont|seront|étaient|avaient|auront|doivent|devront|peuvent|pourront|vont|iront|resteront|restent)\b)"
_OTHERS = (
    r"\b(?:contre|au lieu|autres?|voisin\w*|supplémentaires?|finalement|ensuite|puis|désormais|révis\w+|revu\w*|portée?s? à|l'an (?:dernier|passé|prochain)|auparavant|d'abord|initial\w*|prévu\w*"
    r"|précédent\w*|suivant\w*|d'avant|plus t(?:ôt|ard)|la veille|le lendemain|avai(?:t|ent))\b"
)


def read(skeleton: Skeleton, places: Sequence[Place]) -> Iterator[tuple[Place, Place, str]]:
    """Each figure given again with another value: the two, and how they look alike."""
    for n, later in enumerate(places):
        before = [p for p in places[:n] if p.words is not later.words and 0 < later.at - p.at < _NEAR]
        if not before or later.part or later.title:
            continue
        first = (
            _pointed(skeleton, before, later)
            or _moment(skeleton, before, later)
            or _whole_group(skeleton, places, before, later)
        )
        if first is not None:
            yield first, later, likeness(first.amount, later.amount)
    yield from _fronted(skeleton, {p.at: p for p in places}, places)


# ---------------------------------------------------------------- « ces 2,8 kilomètres »


def _pointed(skeleton: Skeleton, before: list[Place], later: Place) -> Place | None:
    text, at = skeleton.text, later.at
    if not pattern(_POINTED).search(text, max(0, at - 26), at) or pattern(_LIMITED).match(text, at + 1):
        return None
    rivals = [p for p in before if _kindred(p, later)]
    if not rivals or any(_same(p.amount, later.amount) for p in rivals) or _sum_of(rivals, later.amount):
        return None
    if any(a.value == later.amount.value for _, a in skeleton.amounts_between(rivals[0].at, at)):
        return None
    same = later.shown and later.amount.shape is Shape.COUNT and alike(rivals[-1].amount, later.amount)
    if later.times and rivals[-1].times and not later.times & rivals[-1].times and not same:
        return None
    looking = [p for p in rivals if likeness(p.amount, later.amount) in ("swap", "digit")]
    values = {p.amount.value for p in rivals}
    if len(looking) == 1 and not looking[0].part:
        return looking[0]
    first = rivals[-1]
    if len(values) > 1 or first.part or first.shift or later.moved(*(("jusqu'à",) if same else ())):
        return None
    small = later.amount.shape is Shape.COUNT and min(first.amount.value, later.amount.value) <= _FEW
    return first if not small and _within(first.amount, later.amount, _SLIP) else None


def _kindred(place: Place, later: Place) -> bool:
    """True for one noun or unit, for nouns of one group, and for the very digits in another order after « ces »."""
    one, other = place.amount, later.amount
    if alike(one, other) or _akin(one, other):
        return True
    swapped = later.shown and one.shape is other.shape is Shape.COUNT and likeness(one, other) == "swap"
    return swapped and len(digits(other.value).rstrip("0")) > 2


def _same(one: Amount, other: Amount) -> bool:
    """True for what may be one value; a count that is written to the unit is no rounding of another."""
    exact = one.shape is other.shape is Shape.COUNT and not (one.approximate or other.approximate)
    if exact and max(one.value, other.value) < _EXACT and one.value % 10 and other.value % 10:
        return one.value == other.value
    return agree(one, other)


def _sum_of(rivals: list[Place], amount: Amount) -> bool:
    """True when some of the figures before make this one together."""
    values = [p.amount.value * (p.amount.factor or 1) for p in rivals][-6:]
    own = amount.value * (amount.factor or 1)
    return any(sum(some) == own for k in range(2, len(values) + 1) for some in combinations(values, k))


def _within(one: Amount, other: Amount, times: Decimal) -> bool:
    first, second = (a.value * (a.factor or 1) for a in (one, other))
    return min(first, second) > 0 and max(first, second) <= times * min(first, second)


# ---------------------------------------------------------------- the same thing at the same moment


def _moment(skeleton: Skeleton, before: list[Place], later: Place) -> Place | None:
    """« rempli lundi à 62 %… avec un taux de 57 % lundi, le lac »."""
    if not later.times or not _level(skeleton, later):
        return None
    start, end = skeleton.sentence(later.at)
    rivals = [p for p in before if alike(p.amount, later.amount)]
    if len(rivals) != 1 or _many(skeleton, start, end, later.amount):
        return None
    first = rivals[0]
    low, high = skeleton.sentence(first.at)
    shared = _things(skeleton.text[low:high]) & _things(skeleton.text[start:end]) - later.times
    if (
        high + 1 < start - 1
        or first.times != later.times
        or not shared
        or first.part
        or not _level(skeleton, first)
    ):
        return None
    apart = pattern(_OTHERS).search(skeleton.text, low, end)
    if apart or agree(first.amount, later.amount) or not _within(first.amount, later.amount, _SLIP):
        return None
    return first


def _things(text: str) -> set[str]:
    """The words after a definite article."""
    return {m[1] for m in pattern(r"\b(?:le |la |l'|son |sa |du |au )([^\W\d_]{3,})").finditer(text)}


def _level(skeleton: Skeleton, place: Place) -> bool:
    lead = pattern(_LEVEL).search(skeleton.text, max(0, place.at - 45), place.at)
    return lead is not None and not pattern(r" (?:de|d'|des|du|à|au)\b").match(skeleton.text, place.at + 1)


def _many(skeleton: Skeleton, start: int, end: int, amount: Amount) -> bool:
    return (
        sum(
            a.shape is amount.shape and a.dimension == amount.dimension
            for _, a in skeleton.amounts_between(start, end)
        )
        > 1
    )


# ---------------------------------------------------------------- « à 2,50 %, le taux directeur »


def _fronted(
    skeleton: Skeleton, at: dict[int, Place], places: Sequence[Place]
) -> Iterator[tuple[Place, Place, str]]:
    for match in skeleton.find(_FRONTED):
        later = at.get(match.start("level"))
        if later is None:
            continue
        start, end = skeleton.sentence(later.at)
        before = [
            p
            for p in places
            if p.at < start and skeleton.sentence(p.at)[1] + 2 >= start and alike(p.amount, later.amount)
        ]
        if len(before) != 1 or _many(skeleton, start, end, later.amount):
            continue
        first = before[0]
        named = content(f"{match['head']} {match['owner'] or ''}")
        wanted = 1 + (match["owner"] is not None)
        low, _ = skeleton.sentence(first.at)
        if (
            len(named & first.words) < wanted
            or first.part
            or later.part
            or agree(first.amount, later.amount)
            or not _level(skeleton, first)
            or pattern(_OTHERS).search(skeleton.text, low, end)
            or pattern(_PAST.replace("§", STOP)).match(skeleton.text[match.end("head") : end])
        ):
            continue
        told = content(match["next"] or "") & first.words
        how = likeness(first.amount, later.amount)
        if (
            told
            or how in ("power", "swap")
            or later.times & first.times
            or _within(first.amount, later.amount, _CLOSE)
        ):
            yield first, later, how


# ---------------------------------------------------------------- « quatorze éoliennes… les seize mâts »


def _whole_group(
    skeleton: Skeleton, places: Sequence[Place], before: list[Place], later: Place
) -> Place | None:
    if later.amount.shape is not Shape.COUNT or not (later.definite and later.amount.noun) or later.shift:
        return None
    start, _ = skeleton.sentence(later.at)
    lead = skeleton.text[max(start, later.at - 12) : later.at]
    if not re.search(r"(?:^|[ «\"'])les $", lead) or not pattern(_SAID_OF_ALL).match(
        skeleton.text, later.at + 1
    ):
        return None
    rivals = [p for p in places if p.at < later.at and _akin(p.amount, later.amount)]
    if len({p.amount.value for p in rivals}) != 1 or rivals[-1] not in before:
        return None
    first = rivals[-1]
    low, _end = skeleton.sentence(first.at)
    if first.definite or first.part or first.shift:
        return None
    between = skeleton.text[low : later.at]
    if pattern(_OTHERS).search(between) or any(
        a.value == later.amount.value for _, a in skeleton.amounts_between(low, later.at)
    ):
        return None
    if agree(first.amount, later.amount) or min(first.amount.value, later.amount.value) <= _FEW:
        return None
    return first if _within(first.amount, later.amount, _CLOSE) else None


def _akin(one: Amount, other: Amount) -> bool:
    """True for counts whose nouns may name one group."""
    return one.shape is Shape.COUNT and other.shape is Shape.COUNT and akin(one.noun, other.noun)
