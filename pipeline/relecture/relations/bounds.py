"""Arithmetic on what a written number allows, and the verdict of a comparison.

A figure in an article stands for an interval: « 1,1 kWh » for anything that a writer would round or
truncate to 1,1. `Bounds` carries the nominal value with that interval through sums, products and
quotients; `compare` says whether what is stated can agree with what is computed. The tolerance rule
(half a unit of the last digit, truncation accepted, trailing zeros not significant) is that of the
statcheck and scrutiny tools, which infer precision from the string.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from relecture.types import Verdict

#: Nominal gap over which two overlapping intervals are only « borderline », and gap under which two
#: disjoint intervals still are (checks.md, E01).
WIDE_GAP = Decimal("0.05")
NARROW_GAP = Decimal("0.01")
_ZERO = Decimal(0)
_ONE = Decimal(1)
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
#: Beyond 10 ** 0.02 and 10 ** 0.98, the widest tolerance on a logarithm, with room to spare.
_LEAD_LOW, _LEAD_HIGH = Decimal("1.05"), Decimal("9.5")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A nominal value and the closed interval around it, ``low <= value <= high``, in one unit."""

    low: Decimal
    value: Decimal
    high: Decimal

    @classmethod
    def exact(cls, value: Decimal | int) -> Bounds:
        """A number with no margin."""
        number = Decimal(value)
        return cls(number, number, number)

    @classmethod
    def around(cls, value: Decimal, margin: Decimal) -> Bounds:
        """*value* give or take *margin*."""
        return cls(value - margin, value, value + margin)

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(self.low + other.low, self.value + other.value, self.high + other.high)

    def __sub__(self, other: Bounds) -> Bounds:
        return Bounds(self.low - other.high, self.value - other.value, self.high - other.low)

    def __mul__(self, other: Bounds) -> Bounds:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Bounds(min(corners), self.value * other.value, max(corners))

    def __truediv__(self, other: Bounds) -> Bounds:
        """Raises `ZeroDivisionError` when *other* may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Bounds(min(corners), self.value / other.value, max(corners))

    def scaled(self, factor: Decimal | int) -> Bounds:
        """Every bound times a positive *factor*."""
        number = Decimal(factor)
        return Bounds(self.low * number, self.value * number, self.high * number)

    def widened(self, share: Decimal) -> Bounds:
        """With *share* of the nominal value added on both sides."""
        margin = abs(self.value) * share
        return Bounds(self.low - margin, self.value, self.high + margin)

    def meets(self, other: Bounds) -> bool:
        """True when the two intervals have a point in common."""
        return self.low <= other.high and other.low <= self.high


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of *parts*."""
    result = Bounds.exact(0)
    for part in parts:
        result = result + part
    return result


def relative_change(before: Bounds, after: Bounds) -> Bounds:
    """The change from *before* to *after*, in per cent. Raises `ZeroDivisionError`."""
    return (after / before - Bounds.exact(1)).scaled(_HUNDRED)


def percentage(part: Bounds, whole: Bounds) -> Bounds:
    """*part* as a percentage of *whole*. Raises `ZeroDivisionError`."""
    return (part / whole).scaled(_HUNDRED)


def gap(stated: Decimal, expected: Decimal) -> Decimal:
    """The distance between two values, relative to the expected one (to the stated one when that is 0)."""
    base = abs(expected) or abs(stated)
    return abs(stated - expected) / base if base else _ZERO


def near_power_of_ten(ratio: Decimal) -> bool:
    """False when *ratio* (positive) is surely no power of ten give or take 4 %: a logarithm is dear."""
    lead = ratio.scaleb(-ratio.adjusted())
    return not _LEAD_LOW < lead < _LEAD_HIGH


def compare(stated: Bounds, expected: Bounds) -> Verdict:
    """Whether what is *stated* agrees with what is *expected* (checks.md, « Verdicts »)."""
    apart = gap(stated.value, expected.value)
    if stated.meets(expected):
        return Verdict.VERIFIED if apart <= WIDE_GAP or _inside(stated, expected) else Verdict.BORDERLINE
    return Verdict.BORDERLINE if apart <= NARROW_GAP else Verdict.INCONSISTENT


def _inside(stated: Bounds, expected: Bounds) -> bool:
    return stated.low <= expected.value <= stated.high or expected.low <= stated.value <= expected.high


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """The kindest of *verdicts*: a finding must hold under every reading of an ambiguous number."""
    order = (Verdict.VERIFIED, Verdict.BORDERLINE, Verdict.UNVERIFIABLE, Verdict.INCONSISTENT)
    return min(verdicts, key=order.index)


def rounding(value: Decimal, ulp: Decimal, zeros: Decimal, slack: Decimal) -> Bounds:
    """What a number written *value* allows.

    *ulp* is one unit of its last written digit, *zeros* one unit of its last non-zero digit. Half a
    unit is accepted on both sides and a whole one above (truncation); trailing zeros of an integer
    count as not significant up to *slack*, a share of the value.
    """
    size = abs(value)
    half = max(ulp * _HALF, min(zeros * _HALF, size * slack))
    above = max(half, min(ulp, size * slack))
    if value < 0:
        return Bounds(value - above, value, value + half)
    return Bounds(value - half, value, value + above)


def last_digits(number: Decimal) -> tuple[Decimal, Decimal]:
    """One unit of the last written digit of *number*, and one of its last non-zero digit."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        return _ONE, _ONE
    ulp = Decimal(1).scaleb(min(exponent, 0))
    if number == 0:
        return ulp, ulp
    significant = number.normalize().as_tuple().exponent
    return ulp, max(ulp, Decimal(1).scaleb(significant if isinstance(significant, int) else 0))
