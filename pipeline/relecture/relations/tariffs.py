"""Prices by a measure that stands apart from them: « au kilo, cela fait 12 euros », « 75 euros par jour… six jours »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from relecture.relations.amounts import Shape
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.triples import dimension_of, measured, product
from relecture.relations.windows import Pair, pairs
from relecture.types import Relation

#: « Au kilo, cela fait 12 euros »: a rate whose measure stands apart from its price.
_BY_MEASURE = r"\b(?:au|le) (?P<by>kilo|litre|mètre carré)(?:<h30>|,? (?:(?:cela|ça) )?(?:fait|revient à|coûte|donne|représente|ressort à)) ?<d>(?P<unit><M>)(?= ?[,.;:)!?§]|$)".replace(
    "§", STOP
)
_MEASURES = {
    "kilo": ("kilogram", "mass"),
    "litre": ("liter", "volume"),
    "mètre carré": ("meter**2", "area"),
}
#: « la barquette de 250 g de fraises se négocie »: what is sold by the piece.
_PACKED = r"\b(?:l[ea]|une?|chaque|l[ea]s|des) ?[^\W\d]+ (?:de|d') ?<Q>[^;:§]{0,60}$".replace("§", STOP)


def by_measure(skeleton: Skeleton) -> Iterator[Relation]:
    """« La barquette de 250 g coûte 3,75 euros. Au kilo, cela fait 15 euros »."""
    for match in skeleton.find(_BY_MEASURE):
        price = skeleton.amount(match, "unit")
        canonical, dimension = _MEASURES[match["by"]]
        if price.unit is None or price.low is not None:
            continue
        one = price.canonical
        unit = replace(price.unit, canonical=f"{one}/{canonical}", dimension=f"currency/{dimension}")
        rate = replace(price, shape=Shape.RATE, unit=unit, factor=None, si_unit=None)
        for pair in pairs(
            skeleton,
            match.start("unit"),
            partial(measured, dimension=dimension),
            partial(measured, dimension="currency", unit=one),
        ):
            packed = pattern(_PACKED).search(skeleton.text, max(0, pair.at - 90), pair.at)
            if packed and pair.quantity.canonical != canonical:
                yield product(skeleton, "rate", {"rate": rate}, pair)


def over_period(skeleton: Skeleton, match: re.Match[str], period: str) -> Iterator[Relation]:
    """« 75 euros par jour… six jours… 450 euros »: an amount by *period*, how long it runs, what it makes."""
    rate = skeleton.amount(match, "rate")
    if dimension_of(rate) in ("", "dimensionless", "time") or rate.shape is Shape.RATE:
        return
    found = pairs(
        skeleton,
        match.start("rate"),
        lambda a: a.shape is Shape.DURATION,
        lambda a: a.shape is rate.shape and a.dimension == rate.dimension and a.value != rate.value,
    )
    for pair in found:
        if not _tariff(skeleton, pair):
            yield product(skeleton, "periodic", {"rate": rate}, pair, period=period)


def _tariff(skeleton: Skeleton, pair: Pair) -> bool:
    """True for « 6 euros la journée et 10 euros pour les deux jours »: longer stays cost less."""
    at = next(p for p, a in pair.window.found if a is pair.quantity)
    between = skeleton.text[pair.at + 1 : at]
    lead = skeleton.text[max(0, pair.at - 12) : pair.at]
    return (
        pattern(r" (?:(?:pour|sur) (?:les? |la |l'|ces )?|l[ea]s? )(?:<d>)").fullmatch(between) is not None
        and pattern(r"(?:,|;|\bet|\bou|\bpuis|\bmais|\() ?<d>$").search(lead) is not None
    )
