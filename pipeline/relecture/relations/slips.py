"""What shows that a figure is another one badly copied: the same digits at another scale, two swapped, one changed.

Figures that have nothing to do with each other rarely look alike: a slip is evidence that they were meant to agree.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal

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


#: How far from a figure of as many digits a division that comes out even may fall, in units of the last.
_EVEN = Decimal("0.02")


def one_figure_off(stated: Decimal, expected: Decimal) -> bool:
    """True for *stated* and an *expected* of as many digits, all but one the same, or two swapped: « 27 » for « 22 ».

    *expected* must come out even: of two digits, one is often right by chance.
    """
    if stated <= 0 or expected <= 0 or stated.adjusted() != expected.adjusted():
        return False
    last = Decimal(1).scaleb(stated.normalize().as_tuple().exponent)  # type: ignore[arg-type]
    due = (expected / last).to_integral_value() * last
    digits = str(int(stated / last))
    if len(digits) < 2 or due == stated or abs(expected - due) > _EVEN * last:
        return False
    right = str(int(due / last))
    return sorted(right) == sorted(digits) or sum(a != b for a, b in zip(digits, right, strict=True)) == 1


#: Powers of ten that a comma or a zero astray makes.
_POWERS = (-2, -1, 1, 2)


def miswritten(stated: Decimal, expected: Decimal, ulp: Decimal) -> bool:
    """True for *stated*, written to *ulp*, when *expected* rounded alike differs by one figure, a swap or a power of ten."""
    if stated <= 0 or expected <= 0:
        return False
    if any((expected.scaleb(n) / ulp).to_integral_value() == stated / ulp for n in _POWERS):
        return True
    digits = str(int(stated / ulp))
    for how in (ROUND_HALF_EVEN, ROUND_DOWN):
        due = str(int((expected / ulp).to_integral_value(how)))
        if due == digits:
            return False
        if len(due) == len(digits) > 1 and (
            sorted(due) == sorted(digits) or sum(a != b for a, b in zip(digits, due, strict=True)) == 1
        ):
            return abs(stated - expected) > ulp * 2 and len(_digits(stated)) > 1
    return False


def _digits(value: Decimal) -> str:
    """The significant digits of *value*, trailing zeros dropped."""
    return "".join(str(d) for d in value.normalize().as_tuple().digits)


def near(stated: Decimal, expected: Decimal, times: Decimal) -> bool:
    """True for values at most *times* apart."""
    return stated > 0 and expected > 0 and 1 / times <= stated / expected <= times
