"""What shows that a figure is another one badly copied: the same digits at another scale, two swapped, one changed.

Figures that have nothing to do with each other rarely look alike: a slip is evidence that they were meant to agree.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

#: How far from a whole power of ten the logarithm of a ratio may be.
_SCALE = Decimal("0.01")


def slip(stated: Decimal, expected: Decimal) -> str:
    """``power``, ``swap`` or ``digit`` when *stated* is *expected* badly copied; empty otherwise."""
    if stated <= 0 or expected <= 0:
        return ""
    log = (stated / expected).log10()
    nearest = log.to_integral_value()
    if nearest and abs(log - nearest) < _SCALE:
        return "power"
    digits = _digits(stated)
    if len(digits) < 2 or stated.adjusted() != expected.adjusted():
        return ""
    due = _digits(Context(prec=len(digits), rounding=ROUND_HALF_EVEN).create_decimal(expected))
    due = due.ljust(len(digits), "0")
    if due == digits:
        return ""
    if sorted(due) == sorted(digits):
        return "swap"
    return "digit" if len(digits) > 2 and sum(a != b for a, b in zip(digits, due, strict=True)) == 1 else ""


def _digits(value: Decimal) -> str:
    """The significant digits of *value*, trailing zeros dropped."""
    return "".join(str(d) for d in value.normalize().as_tuple().digits)


def near(stated: Decimal, expected: Decimal, times: Decimal) -> bool:
    """True for values at most *times* apart."""
    return stated > 0 and expected > 0 and 1 / times <= stated / expected <= times
