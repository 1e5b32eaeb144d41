"""Paces and rates of incidence: « 1 440 appels en vingt-quatre heures, un par minute », « 63 cas pour 450 000 habitants, 14 pour 100 000 ».

The mean is told by what it is the mean of, a period or a number of people; what is counted may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.conversion import in_unit
from relecture.relations.facts import same_noun
from relecture.relations.links import link
from relecture.relations.means import one_of, rounded
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.twos import held, window
from relecture.types import Relation, RelationKind

_PERIODS = {
    "seconde": "second",
    "minute": "minute",
    "heure": "hour",
    "jour": "day",
    "nuit": "day",
    "semaine": "week",
    "mois": "month",
    "an": "year",
}
#: The spans that hold so many of each: a day has closing hours, a week has days off.
_HELD = {
    "second": ("minute", "hour"),
    "minute": ("minute", "hour"),
    "hour": ("minute", "hour"),
    "day": ("day",),
    "week": ("week",),
    "month": ("month", "year"),
    "year": ("year", "decade"),
}
#: Two buses then come at each interval.
_BOTH_WAYS = r"\b(?:au total|en tout|deux sens|confondu\w*|cumul\w*)\b"
#: The intervals that are told of so many an hour, a minute, a day.
_WITHIN = {"hour": ("minute", "second"), "minute": ("second",)}
_ADJECTIVES = {
    "horaire": "hour",
    "quotidien": "day",
    "journali": "day",
    "hebdomadaire": "week",
    "mensuel": "month",
    "annuel": "year",
}
_CLOSED = rf"(?= ?[,.;:!?)»{STOP}]| en moyenne|$)"
#: « : deux par minute », « (1,25 par match) », « une moyenne quotidienne de 270 milles ».
_PER = (
    r"(?:[,:(–—]|\bsoit|\bc'est(?:-à-dire)?|\ben moyenne,?|\b(?:moyenne|rythme|cadence) de|\bautrement dit,?|(?:ce qui|cela|ça) (?:fait|donne|représente)) ?(?:soit |près de |presque |à peine )?<d>(?P<a><N>|<C>)(?: [^\W\d]{3,})?"
    rf" (?:par|à chaque|l'|à l'|la) ?(?P<of>[^\W\d]{{2,}}){_CLOSED}"
)
_MEAN = rf"\b(?:moyenne|rythme|cadence) (?P<adj>{'|'.join(_ADJECTIVES)})\w*[^,;:()§]{{0,25}}? (?:de|d'|à|atteint) ?<d>(?P<b><N>|<C>)".replace(
    "§", STOP
)
_PACE = heads(("par", "moyenne", "rythme", "cadence", "chaque"))
#: « un tramway toutes les quatre minutes, soit quinze rames par heure ».
_FREQUENCY = (
    r"\bune? (?:[^\W\d]+ ){0,3}(?:tous|toutes) les <d>(?P<every><D>)(?:<g60>(?:, ?soit|\(soit|\(|, c'est-à-dire|, autrement dit|, ce qui (?:fait|donne|représente))) ?(?:près de |environ |quelque )?<d>(?P<mean><N>|<C>)"
    r"(?: [^\W\d]{3,})? (?:par|l'|à l'|chaque) ?(?P<of>heure|jour|minute|semaine|an|mois)\b"
)
#: « 41 cas pour 100 000 [habitants] »: how many in so many people.
_INCIDENCE = r"(?P<mean><N>|<C>)(?: [^\W\d]+){0,2}? (?:pour|sur) (?P<base><N>|<C>)(?= ?[,.;:!?)»§]|$| habitant| personne| résident| naissance| femme| homme)".replace(
    "§", STOP
)
_BASES = frozenset((Decimal(1000), Decimal(10_000), Decimal(100_000), Decimal(1_000_000)))
_INHABITANTS = frozenset(
    ("habitant", "résident", "personne", "administré", "insulaire", "naissance", "femme", "homme")
)
#: The values are those of other times or places.
_OTHERWISE = r"\b(?:contre|objectif|nationale?s?|mondiale?s?|européenne?s?|régionale?s?|départementale?s?|jusqu'|dont|maximum|minimum|au lieu|seuil|puis|l'an (?:dernier|passé)|auparavant)\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The paces and incidences of an article, as products of a mean and what it is the mean of."""
    for source in (_PER, _MEAN):
        for match in skeleton.find_by(_PACE, source):
            yield from _paced(skeleton, match)
    for match in skeleton.find_by(_PACE, _FREQUENCY):
        yield from _frequency(skeleton, match)
    for match in skeleton.find(_INCIDENCE):
        yield from _incidence(skeleton, match)


def _paced(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    groups = match.groupdict()
    group = "a" if "a" in groups else "b"
    mean = skeleton.amount(match, group)
    if mean.low is not None or (mean.unit is not None):
        return
    start, _ = skeleton.sentence(match.start())
    if pattern(_OTHERWISE).search(skeleton.text, start, match.end()):
        return
    start = max(start, skeleton.text.rfind(";", start, match.start()))
    found = [a for _, a in skeleton.amounts_between(start, match.start(group)) if held(a)]
    name = groups.get("of") or ""
    period = _PERIODS.get(name) or _ADJECTIVES.get(groups.get("adj") or "")
    if period:
        spans = [a for a in found if a.shape is Shape.DURATION]
        counts = [a for a in found if a.shape is Shape.COUNT] or [a for a in found if a.shape is Shape.BARE]
        if len(spans) != 1 or len(counts) != 1 or not _told(counts[0], mean):
            return
        if spans[0].canonical not in _HELD[period]:
            return
        lasting = in_unit(spans[0], period, None)
        if lasting is None or lasting.value < 2:
            return
        yield _product(skeleton, match, _counted(spans[0], lasting.value), mean, counts[0])
        return
    if len(found) != 2:
        return
    groups_of = [a for a in found if a.shape is Shape.COUNT and one_of(a.noun, name)]
    rest = [a for a in found if a not in groups_of and a.shape in (Shape.COUNT, Shape.BARE)]
    if len(groups_of) == len(rest) == 1 and groups_of[0].value >= 2 and _told(rest[0], mean):
        yield _product(skeleton, match, groups_of[0], mean, rest[0])


def _frequency(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """One every so often, and how many that makes an hour: the interval goes so many times in the hour."""
    every, mean = skeleton.amount(match, "every"), skeleton.amount(match, "mean")
    period = _PERIODS[match["of"]]
    start, end = skeleton.sentence(match.start())
    if pattern(_BOTH_WAYS).search(skeleton.text, start, end):
        return
    if every.low is not None or mean.low is not None or every.canonical not in _WITHIN.get(period, ()):
        return
    size = in_unit(every, period, None)
    if size is None or size.value <= 0:
        return
    # So many intervals make the hour, told in the unit of the interval.
    hour = every.value / size.value
    whole = replace(
        every,
        id=f"{match.start()}-{match.end()}",
        span=skeleton.span(match),
        value=hour,
        ulp=Decimal(1),
        zeros=Decimal(1),
        slack=None,
        quantity=None,
    )
    yield link(
        RelationKind.PRODUCT,
        "count",
        skeleton.span(match),
        {"count": mean, "unit": replace(every, slack=every.slack or rounded(mean)), "result": whole},
        told=True,
    )


def _told(total: Amount, mean: Amount) -> bool:
    """True when *mean* can be a mean of what *total* counts: the same noun, or none of its own."""
    return total.low is None and (mean.noun is None or total.noun is None or same_noun(total.noun, mean.noun))


def _counted(span: Amount, value: Decimal) -> Amount:
    """A stretch of time as the number of periods it holds."""
    return replace(
        span,
        shape=Shape.COUNT,
        value=value,
        ulp=Decimal(1),
        zeros=Decimal(1),
        unit=None,
        factor=Decimal(1),
        si_unit="1",
        readings=(),
    )


def _product(skeleton: Skeleton, match: re.Match[str], count: Amount, mean: Amount, total: Amount) -> Relation:
    unit = replace(mean, shape=total.shape, noun=total.noun, slack=mean.slack or rounded(mean))
    return link(
        RelationKind.PRODUCT,
        "count",
        skeleton.span(match),
        {"count": count, "unit": unit, "result": total},
        told=True,
    )


def _counted_in(skeleton: Skeleton, start: int, end: int) -> list[Amount]:
    return [a for _, a in skeleton.amounts_between(start, end) if held(a)]


def _incidence(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """The cases, the people and how many that makes for so many: the only ones of the sentence or of the one before."""
    mean, base = skeleton.amount(match, "mean"), skeleton.amount(match, "base")
    if base.value not in _BASES or mean.low is not None or mean.value >= base.value:
        return
    for back in (0, 1):
        start, end = window(skeleton, match.start(), back=back)
        near = pattern(r"[^,;()§]*".replace("§", STOP)).match(skeleton.text, match.end(), end)
        if pattern(_OTHERWISE).search(skeleton.text, start, near.end() if near else end):
            return
        if pattern(_OTHERWISE).search(skeleton.text, match.end(), end) and len(
            _counted_in(skeleton, match.end(), end)
        ):
            return
        found = [a for p, a in skeleton.amounts_between(start, end) if held(a) and a not in (mean, base)]
        people = [a for a in found if a.shape is Shape.COUNT and (a.noun or "").rstrip("s") in _INHABITANTS]
        cases = [a for a in found if a.shape is Shape.COUNT and a not in people]
        if len(people) == len(cases) == 1:
            if cases[0].value < people[0].value and (mean.noun is None or same_noun(mean.noun, cases[0].noun)):
                unit = replace(
                    mean,
                    shape=Shape.COUNT,
                    noun=cases[0].noun,
                    slack=mean.slack or rounded(mean),
                    value=mean.value / base.value,
                    ulp=mean.ulp / base.value,
                    zeros=mean.zeros / base.value,
                )
                yield link(
                    RelationKind.PRODUCT,
                    "count",
                    skeleton.span(match),
                    {"count": people[0], "unit": unit, "result": cases[0]},
                    told=True,
                )
            return
        if len(people) > 1 or len(cases) > 1:
            return
