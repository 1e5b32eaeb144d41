"""An amount in the unit of another: SI factors, calendar units and temperature scales."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from relecture.relations.amounts import Amount
from relecture.relations.bounds import Bounds

_D = Decimal


@cache
def _seconds() -> dict[str, Bounds]:
    """Seconds in a duration unit; months and years run from the shortest to the longest (civil calendar)."""
    day = _D(86400)
    return {
        "millisecond": Bounds.exact(_D("0.001")),
        "second": Bounds.exact(1),
        "minute": Bounds.exact(60),
        "hour": Bounds.exact(3600),
        "day": Bounds.exact(day),
        "week": Bounds.exact(7 * day),
        "month": Bounds(28 * day, _D("30.436875") * day, 31 * day),
        "year": Bounds(365 * day, _D("365.2425") * day, 366 * day),
        "decade": Bounds(3652 * day, _D("3652.425") * day, 3653 * day),
        "century": Bounds(36524 * day, _D("36524.25") * day, 36525 * day),
    }


_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def restated(amount: Amount, like: Amount, slack: Decimal | None) -> Bounds | None:
    """The bounds of *amount* in the unit of *like*; ``None`` when the two cannot be compared.

    *slack* as in `Amount.bounds`; ``None`` takes the amount to the letter.
    """
    found = amount.nominal() if slack is None else amount.bounds(slack)
    if amount.canonical == like.canonical:
        return found
    if amount.dimension != like.dimension:
        return None
    if amount.dimension == "temperature":
        return _temperature(found, amount.canonical, like.canonical)
    if amount.canonical in _seconds() and like.canonical in _seconds():
        return found * calendar(amount.canonical, like.canonical)
    if amount.factor is None or like.factor is None or amount.si_unit != like.si_unit:
        return None
    return found.scaled(amount.factor / like.factor)


def calendar(unit: str, other: str) -> Bounds:
    """How many *other* there are in one *unit* of time; an interval where the civil calendar varies."""
    if unit in _MONTHS and other in _MONTHS:
        return Bounds.exact(_D(_MONTHS[unit]) / _MONTHS[other])
    return _seconds()[unit] / _seconds()[other]


def _temperature(found: Bounds, unit: str, other: str) -> Bounds | None:
    celsius = {
        "degree_Celsius": (_D(1), _D(0)),
        "degree_Fahrenheit": (_D(5) / 9, _D(-160) / 9),
        "kelvin": (_D(1), _D("-273.15")),
    }
    if unit not in celsius or other not in celsius:
        return None
    (a, b), (c, d) = celsius[unit], celsius[other]
    low, value, high = ((x * a + b - d) / c for x in (found.low, found.value, found.high))
    return Bounds(low, value, high)


def in_unit(amount: Amount, canonical: str, slack: Decimal | None) -> Bounds | None:
    """The bounds of *amount* in the unit named *canonical*; ``None`` when it measures something else.

    *slack* as in `restated`.
    """
    from relecture.quantities.units import IncommensurableError, UnknownUnitError, convert

    found = amount.nominal() if slack is None else amount.bounds(slack)
    if amount.canonical == canonical:
        return found
    if amount.canonical in _seconds() and canonical in _seconds():
        return found * calendar(amount.canonical, canonical)
    try:
        return found.scaled(convert(_D(1), amount.canonical, canonical))
    except (IncommensurableError, UnknownUnitError):
        return None
