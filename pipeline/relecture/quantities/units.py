"""What is known of a unit by its canonical name: symbol, French name, dimension, SI value, conversions.

Canonical names are pint-style: ``kilowatt_hour``, ``euro/megawatt_hour``, ``kilowatt_hour/meter**2/year``.
Every part between slashes is a unit of the table. Dimensions follow the same shape with our own names
(``energy``, ``currency/energy``, ``mass/area``), but for the few that have a name of their own: a length
per time is a ``speed``. Money of every currency has the dimension ``currency``, and its code as SI unit:
euros and dollars are never converted into each other.

Factors are exact fractions computed by pint (see `relecture.quantities.generate`); no float anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

from relecture.quantities.table import UnitDef, table

#: Significant digits of a conversion that has no exact decimal form (km/h to m/s).
PRECISION = 28
#: Digits kept when a value that is itself such a rounding is converted back.
_GUARDED = Context(prec=24)
#: Wide enough for any product of a written number and a factor of the table to be exact.
_WIDE = Context(prec=200)
#: Denominators whose length is a convention: « J/year » stays « J/year ».
CALENDAR = frozenset({"day", "week", "month", "year", "decade", "century"})
DIMENSIONLESS = "dimensionless"


class UnknownUnitError(KeyError):
    """A canonical name that the unit table does not hold."""


class IncommensurableError(ValueError):
    """Two units that do not measure the same thing, or two currencies."""


@dataclass(frozen=True, slots=True)
class UnitInfo:
    """A unit, simple or compound. ``factor`` SI units make one of it, plus ``offset`` (temperatures)."""

    canonical: str
    symbol: str
    singular: str
    plural: str
    dimension: str
    si: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    currency: str | None = None


@lru_cache(maxsize=4096)
def info(canonical: str) -> UnitInfo:
    """What is known of *canonical*; raises `UnknownUnitError`."""
    known = table().by_name.get(canonical)
    if known is not None:
        return _simple(known)
    if canonical == DIMENSIONLESS:
        return UnitInfo(canonical, "", "", "", DIMENSIONLESS, "1", Fraction(1))
    parts = _split(canonical)
    if len(parts) < 2:
        raise UnknownUnitError(canonical)
    return _compound(canonical, [info(part) for part in parts])


def _split(canonical: str) -> list[str]:
    return canonical.split("/")


def _simple(unit: UnitDef) -> UnitInfo:
    return UnitInfo(
        unit.name,
        unit.symbol,
        unit.singular,
        unit.plural,
        unit.dimension,
        unit.si,
        unit.factor,
        unit.offset,
        unit.code,
    )


def _compound(canonical: str, parts: list[UnitInfo]) -> UnitInfo:
    first, *others = parts
    factor, si = first.factor, first.si
    for part in others:
        if part.canonical in CALENDAR:
            si += f"/{part.canonical}"
        elif part.si != "1":
            factor /= part.factor
            si += f"/{part.si}"
    dimension = "speed" if si == "m/s" else "/".join(p.dimension for p in parts)
    par = " par ".join(p.singular for p in others)
    return UnitInfo(
        canonical=canonical,
        symbol="/".join(p.symbol for p in parts),
        singular=f"{first.singular} par {par}",
        plural=f"{first.plural} par {par}",
        dimension=dimension,
        si=si,
        factor=factor,
        currency=first.currency,
    )


def symbol(canonical: str) -> str:
    """The display symbol (« kWh », « €/MWh »)."""
    return info(canonical).symbol


def name(canonical: str, value: Decimal | int = 2) -> str:
    """The French name, plural from 2 on (« 1,9 mégajoule », « 2 mégajoules »)."""
    found = info(canonical)
    return found.plural if abs(Decimal(value)) >= 2 else found.singular


def dimension(canonical: str) -> str:
    """The dimension (``energy``, ``currency/energy``…)."""
    return info(canonical).dimension


def comparable(one: str, other: str) -> bool:
    """True when a value in *one* can be converted into *other*: same SI form, currency included."""
    return info(one).si == info(other).si


def to_si(value: Decimal, canonical: str) -> Decimal:
    """*value* in SI units (``info(canonical).si``), exactly wherever a decimal can say it."""
    found = info(canonical)
    factor = exact_factor(canonical)
    if factor is not None and len(value.as_tuple().digits) < PRECISION:
        return plain(_WIDE.multiply(value, factor))
    return _decimal(Fraction(value) * found.factor + found.offset, value)


@lru_cache(maxsize=4096)
def exact_factor(canonical: str, into: str = "") -> Decimal | None:
    """What to multiply by to go from a unit to SI, or *into* another; ``None`` unless a decimal says it.

    Raises `IncommensurableError` as `convert` does.
    """
    source, target = info(canonical), info(into) if into else None
    if target is not None and source.si != target.si:
        raise IncommensurableError(f"{canonical} and {into}")
    factor = source.factor / target.factor if target else source.factor
    if source.offset or (target and target.offset) or not _terminates(factor):
        return None
    return _exact(factor)


def from_si(value: Decimal, canonical: str) -> Decimal:
    """The reverse of `to_si`."""
    found = info(canonical)
    return _decimal((Fraction(value) - found.offset) / found.factor, value)


def convert(value: Decimal, from_canonical: str, to_canonical: str) -> Decimal:
    """*value* in another unit; raises `IncommensurableError` when the two do not measure the same thing."""
    ratio = exact_factor(from_canonical, to_canonical)
    if ratio is not None and len(value.as_tuple().digits) < PRECISION:
        return plain(_WIDE.multiply(value, ratio))
    source, target = info(from_canonical), info(to_canonical)
    si = Fraction(value) * source.factor + source.offset
    return _decimal((si - target.offset) / target.factor, value)


def _decimal(value: Fraction, source: Decimal) -> Decimal:
    """*value* exactly when it terminates, else to `PRECISION` digits.

    A *source* with that many digits is itself such a rounding: its last digits mean nothing, and dropping
    them makes every conversion there and back land on the number it started from.
    """
    rounded = len(source.as_tuple().digits) >= PRECISION
    if _terminates(value) and not rounded:
        return plain(_exact(value))
    numerator, denominator = Decimal(value.numerator), Decimal(value.denominator)
    if rounded:
        return plain(_GUARDED.divide(numerator, denominator))
    # Trailing zeros stay: the number of digits is what tells a rounding from an exact value.
    return Context(prec=PRECISION).divide(numerator, denominator)


def _terminates(value: Fraction) -> bool:
    """True when *value* has a finite decimal form."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _exact(value: Fraction) -> Decimal:
    # A denominator of 2 and 5 only: n digits of it make at most 4n decimals.
    digits = len(str(value.numerator)) + 4 * len(str(value.denominator)) + 4
    return Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))


def plain(value: Decimal) -> Decimal:
    """*value* without trailing zeros after the point and without an exponent (1E+3 is 1000)."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=_WIDE) if value else Decimal(0)
    return value.normalize(_WIDE)


def energy_counterpart(canonical: str) -> str | None:
    """``megawatt_hour`` for ``megawatt``; ``None`` when the unit is not a multiple of the watt."""
    return canonical[: -len("watt")] + "watt_hour" if canonical.endswith("watt") else None


def power_counterpart(canonical: str) -> str | None:
    """``megawatt`` for ``megawatt_hour``; ``None`` when the unit is not a multiple of the watt-hour."""
    return canonical.removesuffix("_hour") if canonical.endswith("watt_hour") else None


def kilowatt_hours(value: Decimal, canonical: str) -> Decimal | None:
    """*value* in kWh when *canonical* is an energy; ``None`` otherwise."""
    return convert(value, canonical, "kilowatt_hour") if info(canonical).dimension == "energy" else None
