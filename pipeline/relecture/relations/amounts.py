"""An operand: a number of the article with what its writing allows.

Quantities become amounts; so do bare numbers near them (« passé de 127 à 183 consultations »), which
borrow the unit of their partner when a relation pairs them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from relecture.relations.bounds import Bounds, last_digits, rounding
from relecture.types import Kind, Quantity, Span, Unit

#: Share of the value that trailing zeros may hide (checks.md: « half-width capped at 5 % »). Sums are
#: read to the last written digit, changes and shares between the two.
LOOSE = Decimal("0.05")
CLOSE = Decimal("0.01")
TIGHT = Decimal(0)
#: Share of the value that « plus de » may overstate.
_SHORT = Decimal("0.03")


class Shape(StrEnum):
    """The class of an amount, as the one-letter macro that patterns use."""

    PERCENT = "P"
    POINTS = "T"
    MONEY = "M"
    DURATION = "D"
    RATE = "U"
    MEASURE = "Q"
    COUNT = "C"
    BARE = "N"
    FRACTION = "F"
    TIMES = "K"
    DATE = "Y"


@dataclass(frozen=True, slots=True)
class Slack:
    """What an approximator adds to the rounding of a number, as shares of the value.

    ``below`` is ``None`` when the writer says nothing of the lower bound (« jusqu'à »).
    """

    below: Decimal | None = Decimal(0)
    above: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an operand of a relation.

    ``id`` is the quantity's id, or ``start-end`` for a bare number. ``value`` is in ``unit``; ``ulp``
    and ``zeros`` are one unit of the last written and of the last non-zero digit; ``factor`` turns the
    value into ``si_unit`` where the unit has a constant factor.
    """

    id: str
    span: Span
    shape: Shape
    value: Decimal
    ulp: Decimal
    zeros: Decimal
    readings: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    slack: Slack | None = None
    unit: Unit | None = None
    factor: Decimal | None = None
    si_unit: str | None = None
    noun: str | None = None
    quantity: Quantity | None = None

    @property
    def dimension(self) -> str:
        """The dimension of the unit; ``dimensionless`` when there is none."""
        return self.unit.dimension if self.unit else "dimensionless"

    @property
    def canonical(self) -> str:
        """The canonical unit, or ``dimensionless``."""
        return self.unit.canonical if self.unit else "dimensionless"

    @property
    def approximate(self) -> bool:
        """True when the writer qualifies the number."""
        return self.slack is not None

    @property
    def sure(self) -> bool:
        """False when the writing can be read in several ways (« 12.294 »)."""
        return len(self.readings) < 2

    def bounds(self, slack: Decimal = CLOSE) -> Bounds:
        """What the writing allows; *slack* is the share that trailing zeros may hide."""
        if self.shape is Shape.COUNT and self.zeros == 1:
            return self.nominal()
        if self.low is not None and self.high is not None:
            low = rounding(self.low, self.ulp, self.zeros, slack).low
            high = rounding(self.high, self.ulp, self.zeros, slack).high
            result = Bounds(low, (self.low + self.high) / 2, high)
        else:
            result = rounding(self.value, self.ulp, self.zeros, slack)
        return self._qualified(result)

    def nominal(self) -> Bounds:
        """The written value taken to the letter, with what an approximator or a range adds."""
        if self.low is not None and self.high is not None:
            return self._qualified(Bounds(self.low, (self.low + self.high) / 2, self.high))
        return self._qualified(Bounds.exact(self.value))

    def _qualified(self, found: Bounds) -> Bounds:
        if self.slack is None:
            return found
        size = abs(found.value)
        below = size if self.slack.below is None else size * self.slack.below
        low = found.low
        if (
            below == 0 and self.slack.above and self.low is None
        ):  # « plus de 5 jours » are hardly fewer than five
            low = max(low, found.value - size * _SHORT)
        return Bounds(
            min(low, found.value - below),
            found.value,
            max(found.high, found.value + size * self.slack.above),
        )

    def si(self, slack: Decimal = CLOSE) -> Bounds | None:
        """The bounds in SI units; ``None`` for a unit without a constant factor."""
        return self.bounds(slack).scaled(self.factor) if self.factor is not None else None

    def lent(self, lender: Amount) -> Amount:
        """This amount with what its writer left to *lender* to say; itself where nothing is missing.

        A bare number takes the whole unit (« de 127 à 183 consultations »); the numerator of a rate takes
        the rate (« 411 000 barils par jour, contre 137 000 barils »).
        """
        halved = lender.shape is Shape.RATE and lender.canonical.startswith(f"{self.canonical}/")
        if not (halved and self.unit) and (self.shape is not Shape.BARE or lender.shape is Shape.BARE):
            return self
        return replace(
            self,
            unit=lender.unit,
            factor=lender.factor,
            si_unit=lender.si_unit,
            shape=lender.shape,
            noun=self.noun or lender.noun,
        )

    def readings_as_amounts(self) -> tuple[Amount, ...]:
        """One amount for each reading of an ambiguous number; itself alone otherwise."""
        if self.sure:
            return (self,)
        return tuple(_reread(self, value) for value in self.readings)


def _reread(amount: Amount, value: Decimal) -> Amount:
    ulp, zeros = last_digits(value)
    return replace(amount, value=value, ulp=ulp, zeros=zeros, readings=(value,))


#: No two shares are farther apart.
_MOST_POINTS = 100


def shape_of(quantity: Quantity) -> Shape:
    """The class of *quantity* as patterns see it."""
    kind = quantity.base_kind
    unit = quantity.unit.canonical if quantity.unit else "dimensionless"
    if quantity.noun == "fois":
        return Shape.TIMES
    if unit == "percentage_point":  # « 7 740,60 points » are those of an index
        return Shape.POINTS if quantity.value is None or abs(quantity.value) <= _MOST_POINTS else Shape.COUNT
    if kind is Kind.PERCENT:
        return Shape.FRACTION if unit == "dimensionless" else Shape.PERCENT
    table = {
        Kind.MONEY: Shape.MONEY,
        Kind.DURATION: Shape.DURATION,
        Kind.RATE: Shape.RATE,
        Kind.COUNT: Shape.COUNT,
    }
    return table.get(kind, Shape.MEASURE)
