"""A second writing that is of another kind than the first: « 220 000 barils par jour, soit 35 millions de litres », « 4 min au kilomètre (15 km/h) ».

What is left unsaid is lent first: the time or the area of a rate to the amount that restates it, a speed to a pace, the
weight to pounds that were read as money or as books.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.types import Relation, RelationKind, Unit

_SAID = r",? ?(?:\(|[–—] ?|\b(?:soit|ou|c'est-à-dire|autrement dit|ce qui (?:fait|donne|représente|équivaut à|correspond à)|l'équivalent d(?:e |'))(?: encore)?,? )"
_CLOSED = rf"(?= ?[,.;:)–—{STOP}]|$)"
#: What a rate may leave unsaid the second time.
_UNDER = {"hour": "time", "minute": "time", "second": "time", "day": "time", "week": "time", "month": "time", "year": "time", "hectare": "area"}  # fmt: skip
_RATED = rf"(?P<rate><U>)<g25>(?:{_SAID}|(?P<bare>, ))<d>(?P<stated><Q>)(?: d(?:e |')[^\W\d]+)?{_CLOSED}"
_PER_KILOMETRE = r" (?:au|du|le|par|à chaque|pour chaque) (?:kilomètre|km)\b"
_PACED = rf"(?P<pace><D>){_PER_KILOMETRE}<g12>{_SAID}<d>(?P<speed><U>)"
_SPED = rf"(?P<speed><U>){_SAID}<d>(?P<pace><D>){_PER_KILOMETRE}"
_WEIGHED = (
    r"\b(?:p[eè]s\w+|poids|balance|boxe\w*|combat\w*|catégorie|lourds?|force|soulev\w+|sac|colis|bagage)\b"
)
#: What is a length only beside another: « 26 247 pieds (8 000 mètres) ».
_LENGTHS = {"pied": "foot", "pouce": "inch"}
_TRODDEN = (
    rf"(?P<count><C>)(?:{_SAID}| ?\()<d>(?P<stated><Q>)",
    r"(?P<stated><Q>)(?: [^\W\d]+)? ?\((?:soit )?<d>(?P<count><C>)",
)
_POUNDS = rf"(?P<pounds><C>|<M>|<N>)(?P<words>[^\ue000-\ue0ff,;(–—]{{0,24}}){_SAID}<d>(?P<stated><Q>)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The rates restated without what they are by, the paces restated as speeds, the pounds as kilos."""
    rates = [a.canonical for a in skeleton.marks.values() if a.shape is Shape.RATE]
    for match in skeleton.find(_RATED, "U") if any(r.rpartition("/")[2] in _UNDER for r in rates) else ():
        rate, stated = skeleton.amount(match, "rate"), skeleton.amount(match, "stated")
        if match["bare"] and not stated.approximate:
            continue
        made = _rated(skeleton, rate, stated, match.start())
        if made:
            yield made
    for source in (_PACED, _SPED) if "kilometer/hour" in rates else ():
        for match in skeleton.find(source, "U"):
            pace, speed = skeleton.amount(match, "pace"), skeleton.amount(match, "speed")
            if speed.canonical == "kilometer/hour" and pace.factor and pace.low is None:
                yield _said(_as_speed(pace, speed), speed)
    if any((a.noun or "").rstrip("s") in _LENGTHS for a in skeleton.marks.values() if a.shape is Shape.COUNT):
        yield from _trodden(skeleton)
    if any(map(_pounds, skeleton.marks.values())):
        for match in skeleton.find(_POUNDS, "Q"):
            made = _weighed(
                skeleton, match.start(), skeleton.amount(match, "pounds"), skeleton.amount(match, "stated")
            )
            if made:
                yield made


def _trodden(skeleton: Skeleton) -> Iterator[Relation]:
    for source in _TRODDEN:
        for match in skeleton.find(source, "C"):
            count, stated = skeleton.amount(match, "count"), skeleton.amount(match, "stated")
            unit = _LENGTHS.get((count.noun or "").rstrip("s"))
            if unit and stated.dimension == "length" and count.low is None and stated.low is None:
                yield _said(measuring(count, unit), stated, alike=True)


def _said(source: Amount, stated: Amount, **attributes: bool) -> Relation:
    return link(
        RelationKind.EQUALITY,
        "recast",
        stated.span,
        {"source": source, "stated": stated},
        explicit=True,
        **attributes,
    )


def measuring(amount: Amount, canonical: str) -> Amount:
    """*amount* as if its unit were *canonical*."""
    from relecture.quantities.units import info

    known = info(canonical)
    unit = Unit(text="", canonical=canonical, symbol=known.symbol, dimension=known.dimension, span=amount.span)
    factor = Decimal(known.factor.numerator) / Decimal(known.factor.denominator)
    return replace(amount, shape=Shape.MEASURE, unit=unit, factor=factor, si_unit=known.si)


def _rated(skeleton: Skeleton, rate: Amount, stated: Amount, at: int) -> Relation | None:
    """The rate against what restates it, unless the text holds what would multiply it: days, hectares."""
    top, _, under = rate.canonical.partition("/")
    if under not in _UNDER or top == stated.canonical or rate.dimension.partition("/")[0] != stated.dimension:
        return None
    if _UNDER[under] == "area":
        around = list(skeleton.marks.values())
    else:
        start, end = skeleton.sentence(at)
        around = [
            a for _, a in skeleton.amounts_between(skeleton.sentence(start - 1)[0] if start > 1 else start, end)
        ]
    if any(a.dimension == _UNDER[under] for a in around):
        return None
    return _said(measuring(rate, top), stated, alike=True)


def _as_speed(pace: Amount, speed: Amount) -> Amount:
    """« 4 min au kilomètre » as 15 km/h: the more minutes, the slower."""
    seconds = pace.value * (pace.factor or 1)
    value = Decimal(3600) / seconds
    margin = value / seconds  # one second of the pace
    return replace(
        pace, shape=speed.shape, value=value, ulp=margin, zeros=margin, readings=(), unit=speed.unit, factor=speed.factor, si_unit=speed.si_unit
    )  # fmt: skip


def _pounds(amount: Amount) -> bool:
    """True for a number of « livres » that were taken for money, or for things."""
    counted = amount.shape in (Shape.COUNT, Shape.BARE) and amount.noun in ("livre", "livres")
    sterling = amount.unit is not None and ("sterling" in amount.unit.text.lower() or "£" in amount.unit.text)
    return counted or (amount.canonical == "pound_sterling" and not sterling)


def _weighed(skeleton: Skeleton, at: int, pounds: Amount, stated: Amount) -> Relation | None:
    """« Le boxeur pèse 210 livres (95 kg) »: neither books nor money."""
    if not _pounds(pounds) or stated.canonical not in ("kilogram", "gram") or pounds.low is not None:
        return None
    start, end = skeleton.sentence(at)
    return (
        _said(measuring(pounds, "pound"), stated, alike=True)
        if pattern(_WEIGHED).search(skeleton.text, start, end)
        else None
    )
