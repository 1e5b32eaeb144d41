"""Numbers as an editor reads them: « 1,078 kWh », « 415 TWh », « 1,494 × 10¹⁸ J »."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

#: Digits kept of a converted number; more would suggest a precision that the article does not have.
DIGITS = 4
_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PREFIXES = ((18, "E"), (15, "P"), (12, "T"), (9, "G"), (6, "M"), (3, "k"), (0, ""))
_GROUP = {"fr": "\u202f", "en": ","}
_POINT = {"fr": ",", "en": "."}
#: Exponents from which, or under which, the long form is harder to read than the power of ten.
_LONG, _SHORT = 15, -5


def plain(value: Decimal, lang: str) -> str:
    """*value* in full, digits grouped by three, powers of ten outside 10⁻⁵…10¹⁵."""
    exponent = value.adjusted() if value else 0
    if exponent >= _LONG or exponent < _SHORT:
        digits = format((value.scaleb(-exponent)).normalize(), "f")
        return f"{digits.replace('.', _POINT[lang])} × 10{str(exponent).translate(_SUPERSCRIPTS)}"
    sign, digits = ("\u2212" if value < 0 else ""), format(abs(value), "f")
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", _GROUP[lang])
    return sign + grouped + (_POINT[lang] + fraction if fraction else "")


def rounded(value: Decimal, lang: str) -> str:
    """*value* to four significant digits, preceded by « ≈ » when digits were lost."""
    short = _CONTEXT.plus(value)
    return ("" if short == value else "≈ ") + plain(short, lang)


def prefixed(value: Decimal, unit: str, lang: str, *, largest: int = 18) -> str:
    """*value* in *unit* with the metric prefix that suits it: 415 000 000 kW gives « 415 GW ».

    *largest* is the power of ten of the greatest prefix in use: the trade counts in TWh, never in PWh.
    """
    exponent = value.adjusted() if value else 0
    power, prefix = next(((p, s) for p, s in _PREFIXES if p <= min(exponent, largest)), _PREFIXES[-1])
    return f"{rounded(value.scaleb(-power), lang)}\u00a0{prefix}{unit}"


def between(low: Decimal | None, high: Decimal | None, unit: str, lang: str) -> str:
    """An interval, an open side left out: « 3,875 – 3,885 MJ », « ≥ 200 MW »."""
    tail = f"\u00a0{unit}" if unit else ""
    if low is not None and high is not None:
        bounds = plain(low, lang) if low == high else f"{plain(low, lang)} – {plain(high, lang)}"
    elif low is not None:
        bounds = f"≥ {plain(low, lang)}"
    elif high is not None:
        bounds = f"≤ {plain(high, lang)}"
    else:
        return ""
    return bounds + tail
