"""Two writings of one amount that no word links: « 250 acres de vergers, 617 hectares environ », « 415 minutes : sept heures… ».

An amount in the units of another country or trade stands beside its value in ours to explain it; a time in minutes
beside hours and minutes does too. The two are compared only when they are the sole ones of their kind, and the words
between them do not set them against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from relecture.relations import lengths
from relecture.relations.amounts import Amount, Shape
from relecture.relations.equality import comparable, second_part
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import when
from relecture.types import Relation, RelationKind

#: How far apart the two writings may stand, in characters of the reduced text.
_REACH = 110
#: Units that French readers are given a conversion of, by the system they belong to; all others are metric.
_SYSTEMS = (
    (r"mile|inch|foot|yard|acre|gallon|pound|ounce|Fahrenheit", "imperial"),
    (r"nautical_mile|knot", "sea"),
    (r"horsepower", "horsepower"),
    (r"barrel", "barrel"),
    (r"oil_equivalent", "oil"),
    (r"thermal_unit|thermie|calorie", "heat"),
    (r"TNT", "blast"),
    (r"carat", "carat"),
    (r"troy_ounce", "troy"),
    (r"watt_hour", "watt-hour"),
    (r"^(?:kilo)?meter/(?:second|minute)$", "second"),
    (r"light_year|astronomical", "sky"),
)
#: Words that set one amount against the other, or make it a part or another step.
_APART = (
    r"\b(?:contre|puis|ensuite|dont|au lieu|tandis|alors que|de plus|de moins|record|fois|précédent\w*|complét\w*|autre|second\w*|avant|après"
    r"|hausse|baisse|par|chac\w+|ajout\w*|plus|moins|jusqu'|entre|avec|mais|vise\w*|objectif|prévu\w*|tout autre|différen\w*)\b"
)
#: How far into its sentence an amount that opens it may stand.
_LEAD = 45
_BESIDE = r"[,(–—:]<h12>(?:(?:ou|soit|environ) )?<d>$"
#: What says that the second writing is the first, rounded; and a verb between the two that gives a size.
_HEDGE = r" (?:à peine|tout juste|environ|tout au plus)\b"
_MEASURES = r"\b(?:mesur|fai[st]|font|représent|affich|compt)\w*"
#: What opens the sentence that says again, in our units, what the one before told.
_OPENS = r"[ «–—]*(?:(?:soit|cela|ça|c'est)(?: (?:fait|représente|équivaut à|correspond à|donne))?(?: donc)? ?|une? (?:<w> ){1,3}?d(?:e |'))?(?: ?<d>)?"
#: What says that a time is the one before: « 14 min 30 s, ou 870 secondes ».
_OR = r"^,? ?(?:(?:ou|soit) |[(–—] ?)<d>$"
#: The second writing ends its group, or says along what it is measured.
_CLOSED = r"(?: (?:d'altitude|de (?:haut\w*|long\w*|large\w*|profond\w*|fond|distance|diamètre|plus)|environ|au total|à la ronde|à peine|tout juste|exactement))? ?(?:[,.;:)–—\ue0ff]|$)"
#: « 216 heures : il aura passé onze jours… », « 216 heures en mer, onze jours sans escale ».
_UNITS = {
    ("hour", "day"): 24,
    ("day", "week"): 7,
    ("minute", "hour"): 60,
    ("month", "year"): 12,
    ("second", "minute"): 60,
}
#: …then the time in which a length is covered.
_EACH_SECOND = r" ?(?:[^\W\d_]+(?:é|u|i|us|is)e?s )?(?:à chaque|chaque|par|en une|à la|toutes les) (?P<time>secondes?|minutes?)\b"
_LEADING = r"[ «\"]*<D> ?:[^§]{0,80}$".replace("§", STOP)


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The pairs of writings in two systems of units, then of a time in two ways."""
    if any(a.unit is not None and _system(a.canonical) != "metric" for a in skeleton.marks.values()):
        yield from _within(skeleton)
        yield from _following(skeleton)
    yield from _each_second(skeleton)
    yield from _times(skeleton)
    yield from _durations(skeleton)
    for source, stated in lengths.times(skeleton):
        if source.canonical != stated.canonical and comparable(source, stated):
            yield link(
                RelationKind.EQUALITY,
                "restated",
                stated.span,
                {"source": source, "stated": stated},
                explicit=False,
                beside=True,
                pointed=True,
            )


def _within(skeleton: Skeleton) -> Iterator[Relation]:
    """The pairs of a sentence in two systems of units."""
    for start, end in skeleton.sentences():
        found = skeleton.amounts_between(start, end)
        for n, (at, first) in enumerate(found):
            for place, second in found[n + 1 :]:
                if place - at <= _REACH and comparable(first, second) and _foreign(first, second):
                    yield from _pair(skeleton, found, (at, first), (place, second))


def _each_second(skeleton: Skeleton) -> Iterator[Relation]:
    """« 574,8 km/h, près de 190 mètres parcourus chaque seconde »: a length and the time that it takes make a speed."""
    speeds = [(p, a) for p, a in skeleton.marks.items() if a.canonical == "kilometer/hour" and a.low is None]
    for at, one in speeds:
        _, end = skeleton.sentence(at)
        for place, length in skeleton.amounts_between(at + 1, min(end, at + _REACH)):
            if length.dimension != "length" or length.unit is None or length.factor is None:
                continue
            each = pattern(_EACH_SECOND).match(skeleton.text, place + 1)
            if each is None or pattern(_APART).search(skeleton.text, at + 1, place):
                continue
            unit = replace(length.unit, canonical="meter/second", symbol="m/s", dimension=one.dimension)
            size = length.factor / (1 if each["time"].startswith("s") else 60)
            other = replace(length, unit=unit, factor=size, si_unit=one.si_unit)
            yield _restated(skeleton, at, place, one, other, beside=True, hedged=length.approximate)
            break


def _foreign(one: Amount, other: Amount) -> bool:
    return _system(one.canonical) != _system(other.canonical)


@cache
def _system(canonical: str) -> str:
    return next((name for words, name in reversed(_SYSTEMS) if re.search(words, canonical)), "metric")


Placed = tuple[int, Amount]


def _pair(skeleton: Skeleton, found: list[Placed], first: Placed, second: Placed) -> Iterator[Relation]:
    """The equality of *first* and *second*, unless a third amount could be either."""
    (at, one), (place, other) = first, second
    if sum(a.dimension == one.dimension for _, a in found) != 2 or _gold(one) or _gold(other):
        return
    between = skeleton.text[at + 1 : place]
    if pattern(_APART).search(between) or second_part(skeleton, 0, at, one):
        return
    closed = pattern(_CLOSED).match(skeleton.text, place + 1)
    beside = pattern(_BESIDE).search(between) and closed
    hedged = other.approximate or pattern(_HEDGE).match(skeleton.text, place + 1)
    measured = closed and pattern(_MEASURES).search(between)
    yield _restated(
        skeleton, at, place, one, other, beside=bool(beside), hedged=bool(hedged and (beside or measured))
    )


def _gold(amount: Amount) -> bool:
    """True for carats that may tell how pure gold is."""
    return amount.canonical == "carat" and amount.value in (9, 14, 18, 22, 24)


def _following(skeleton: Skeleton) -> Iterator[Relation]:
    """« L'avion a perdu 8 000 pieds. Une chute de 2 400 mètres »: the next sentence opens with the second writing."""
    for place in skeleton.positions:
        start, end = skeleton.sentence(place)
        if not 1 < start >= place - _LEAD:
            continue
        other = skeleton.marks[place]
        found = skeleton.amounts_between(skeleton.sentence(start - 2)[0], end)
        alike = [(p, a) for p, a in found if a.dimension == other.dimension]
        if len(alike) != 2 or alike[1][0] != place or alike[0][0] >= start:
            continue
        at, one = alike[0]
        if (
            comparable(one, other)
            and _foreign(one, other)
            and pattern(_OPENS).fullmatch(skeleton.text, start, place)
            and pattern(_CLOSED).match(skeleton.text, place + 1)
        ):
            yield _restated(skeleton, at, place, one, other, beside=True)


def _restated(
    skeleton: Skeleton,
    at: int,
    place: int,
    source: Amount,
    stated: Amount,
    *,
    beside: bool,
    hedged: bool = False,
) -> Relation:
    return link(
        RelationKind.EQUALITY,
        "restated",
        skeleton.source(at, place + 1),
        {"source": source, "stated": stated},
        explicit=False,
        beside=beside,
        hedged=hedged,
    )


# ---------------------------------------------------------------- minutes, and hours and minutes


def _durations_of(skeleton: Skeleton) -> list[tuple[int, Amount]]:
    return [(p, skeleton.marks[p]) for p in skeleton.positions if skeleton.marks[p].shape is Shape.DURATION]


def _times(skeleton: Skeleton) -> Iterator[Relation]:
    for (at, one), (place, other) in pairwise(_durations_of(skeleton)):
        if place - at > _REACH or _compound(one) == _compound(other) or not comparable(one, other):
            continue
        between = skeleton.text[at + 1 : place]
        if between.count(STOP) < 2 and not pattern(_APART).search(between):
            source, stated = (other, one) if _compound(one) else (one, other)
            beside = pattern(_OR).search(between) and pattern(_CLOSED).match(skeleton.text, place + 1)
            yield _restated(skeleton, at, place, source, stated, beside=bool(beside))


def _durations(skeleton: Skeleton) -> Iterator[Relation]:
    """One time in two units, the first put before its sentence or the second in apposition."""
    times = _durations_of(skeleton)
    for (at, one), (place, other) in pairwise(times):
        size = _UNITS.get((one.canonical, other.canonical))
        if (
            size is None
            or place - at > _REACH
            or when(skeleton, place)
            or one.value < 2 * size
            or one.value % size
        ):
            continue
        start, end = skeleton.sentence(at)
        between = skeleton.text[at + 1 : place]
        leading = pattern(_LEADING).fullmatch(skeleton.text, start, place)
        apposed = pattern(r"<h15>, ?<d>").fullmatch(between)
        sole = sum(start <= p < end for p, _ in times) == 2
        if place < end and sole and (leading or apposed) and not pattern(_APART).search(between):
            yield _restated(skeleton, at, place, one, other, beside=True)


def _compound(amount: Amount) -> bool:
    """True for a time in two units: « 7 h 55 », « sept heures et cinquante-cinq minutes »."""
    return amount.quantity is not None and _two_units().search(amount.quantity.text.lower()) is not None


@cache
def _two_units() -> re.Pattern[str]:
    return re.compile(
        r"\d ?h(?:eures?)? ?\d|\bheures?,? (?:et )?\w|\d ?min\w* ?\d|\b(?:ans?|jours?|mois),? et \w|\bminutes? (?:et )?\w"
    )
