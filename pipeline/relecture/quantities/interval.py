"""The interval that the writing of a number implies (checks.md, « Common machinery »).

Precision is inferred from the string: « 1,10 » is finer than « 1,1 », « 300 » coarser than « 301 ».
Bounds are Decimals in the unit of the number.
"""

from __future__ import annotations

import re
from decimal import Decimal

from relecture.types import Approximation, Interval, Kind

#: The trailing zeros of an integer are not significant, but never more than this share of the value.
INTEGER_CAP = Decimal("0.05")
ABOUT = Decimal("0.10")
OVER = Decimal("0.25")
SLIGHTLY = Decimal("0.10")

_DIGITS = re.compile(r"\d[\d .,']*")


def ulp_of(written: str, value: Decimal) -> Decimal:
    """The weight of the last significant digit of *value* as *written*.

    « 3,88 » has 0.01; « 12 000 » has 1 000; « 1,6 milliard » has 100 000 000; a number in words is taken
    as if it were written in digits.
    """
    match = _DIGITS.search(written)
    digits = value.normalize().as_tuple()
    if match is None:
        exponent = digits.exponent if isinstance(digits.exponent, int) else 0
        return Decimal(1).scaleb(exponent)
    figures = re.sub(r"[ ']", "", match[0].strip(" .,"))
    decimals = re.search(r"[.,](\d+)$", figures)
    mantissa = Decimal(figures.replace(",", ".")) if figures.count(",") + figures.count(".") <= 1 else None
    if decimals is None or mantissa is None or not mantissa:
        exponent = digits.exponent if isinstance(digits.exponent, int) else 0
        return Decimal(1).scaleb(exponent)
    scale = abs(value) / abs(mantissa)
    return (
        scale.scaleb(-len(decimals[1]))
        if scale >= 1 and abs(scale.log10() % 1) < Decimal("1e-9")
        else Decimal(1)
    )


def half_width(written: str, value: Decimal) -> Decimal:
    """Half the last significant digit; capped at 5 % of the value for an integer."""
    half = ulp_of(written, value) / 2
    return half if _has_decimals(written) else min(half, abs(value) * INTEGER_CAP)


def _has_decimals(written: str) -> bool:
    return re.search(r"\d,\d", written) is not None or re.search(r"\d\.\d{1,2}(?!\d)", written) is not None


def interval_of(
    written: str,
    value: Decimal,
    approximation: Approximation = Approximation.NONE,
    *,
    kind: Kind = Kind.MEASURE,
    cue: str = "",
    truncated: bool = True,
) -> Interval:
    """The values that *written* may stand for, given what the cue says of it.

    A count without approximation is exact. Journalists truncate, so that the true value may be a whole last
    digit above (*truncated*); *cue* refines the approximation (« un peu plus de », « près de »).
    """
    if kind is Kind.COUNT and approximation is Approximation.NONE:
        return Interval(value, value)
    half = half_width(written, value)
    size = abs(value)
    if approximation is Approximation.NONE:
        return Interval(value - half, value + (2 * half if truncated else half))
    low, high = _widen(approximation, cue.lower(), size, half)
    return Interval(None if low is None else value - low, None if high is None else value + high)


def _widen(
    approximation: Approximation, cue: str, size: Decimal, half: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """How far below and above the number the true value may lie."""
    slightly = "un peu" in cue or "légèrement" in cue
    zero = Decimal(0)
    match approximation:
        case Approximation.ABOUT if "près de" in cue or "presque" in cue or "quasi" in cue:
            return max(ABOUT * size, half), half
        case Approximation.ABOUT:
            return max(ABOUT * size, half), max(ABOUT * size, half)
        case Approximation.OVER | Approximation.AT_LEAST:
            return zero, max((SLIGHTLY if slightly else OVER) * size, half)
        case Approximation.UNDER:
            return max((SLIGHTLY if slightly else OVER) * size, half), zero
        case Approximation.AT_MOST:
            return None, half
    return half, half


def union(*intervals: Interval) -> Interval:
    """The smallest interval that holds all of *intervals*."""
    lows, highs = [i.low for i in intervals], [i.high for i in intervals]
    return Interval(
        None if None in lows else min(x for x in lows if x is not None),
        None if None in highs else max(x for x in highs if x is not None),
    )


def overlaps(one: Interval, other: Interval) -> bool:
    """True when the two intervals share a value."""
    return (one.low is None or other.high is None or one.low <= other.high) and (
        other.low is None or one.high is None or other.low <= one.high
    )
