"""Money written in ways of its own: « 10 M€ », « $3 millions », « 3 euros 50 », « 3 euros et 50 centimes »."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from relecture.quantities.counts import read_noun
from relecture.quantities.draft import Draft
from relecture.quantities.grammar import read_unit
from relecture.quantities.numbers import Number, read_number
from relecture.quantities.table import data

_PREFIX = re.compile(r"(?:US\$|C\$|CA\$|A\$|HK\$|R\$|[€$£¥]|CHF|EUR|USD|GBP|Fr\.) ?$")
_CENTS = re.compile(r" ?(?P<c>\d\d)(?![\d%€]|[.,]\d| ?[%€])")
_AND = re.compile(r" (?:et )?(?=\w)")
_MAJOR = frozenset(("euro", "swiss_franc", "french_franc", "dollar", "canadian_dollar"))


@lru_cache(maxsize=1)
def _scale() -> tuple[re.Pattern[str], dict[str, Decimal]]:
    scales = {w: Decimal(10) ** p for w, p in data("numbers.toml")["scale_symbols"].items()}
    symbols = "|".join(sorted(scales, key=len, reverse=True))
    return re.compile(
        rf" ?(?P<w>{symbols})\.?(?P<gap> ?)(?=[€$£¥]|[A-Z]{{3}}(?!\w)|(?:d'|de )?(?:euros?|dollars?|francs?)\b)"
    ), scales


def read_money(text: str, at: int, number: Number, floor: int) -> Draft | None:
    """The amount that *number* opens, when it has a scale symbol, a symbol before it or cents after it."""
    if number.value is None:
        return None
    if number.form != "digits":
        return _with_cents(text, number)
    pattern, scales = _scale()
    scale = pattern.match(text, number.end)
    if scale is not None and not number.scaled:
        factor = scales[scale["w"]]
        scaled = replace(
            number,
            end=scale.end() - len(scale["gap"]),
            value=number.value * factor,
            scaled=True,
            scale=factor,
            readings=(),
        )
        unit = read_unit(text, scaled.end, of=True, glued=False)
        if unit is not None and unit.dimension.startswith("currency"):
            return Draft(at, unit.end, scaled, unit=unit)
    prefix = _PREFIX.search(text, max(floor, at - 5), at)
    if prefix is not None and not (prefix.start() and text[prefix.start() - 1].isalnum()):
        return _prefixed(text, prefix, number, scales)
    return _with_cents(text, number)


def _with_cents(text: str, number: Number) -> Draft | None:
    """« 3 euros 50 », « quatorze euros et cinquante centimes »."""
    unit = read_unit(text, number.end, glued=number.form == "digits")
    whole = number.value is not None and number.value == number.value.to_integral_value()
    if unit is None or unit.canonical not in _MAJOR or not whole or number.scaled:
        return None
    named = _AND.match(text, unit.end)
    cents = read_number(text, named.end()) if named else None
    minor = read_unit(text, cents.end, glued=False) if cents and cents.value else None
    if cents and cents.value and cents.value < 100 and minor and minor.canonical == "eurocent":
        return Draft(number.start, minor.end, number, unit=unit, extra=cents.value / 100)
    bare = _CENTS.match(text, unit.end) if number.form == "digits" else None
    if bare is None or read_unit(text, bare.end()) or read_noun(text, bare.end(), of=False):
        return None
    return Draft(number.start, bare.end(), number, unit=unit, extra=Decimal(bare["c"]) / 100)


def _scaled(number: Number, end: int, factor: Decimal) -> Number:
    assert number.value is not None
    return replace(number, end=end, value=number.value * factor, scaled=True, scale=factor, readings=())


def _prefixed(text: str, prefix: re.Match[str], number: Number, scales: dict[str, Decimal]) -> Draft | None:
    unit = read_unit(text, prefix.start(), glued=False)
    if unit is None or unit.end > number.start or read_unit(text, number.end, of=number.scaled) is not None:
        return None
    assert number.value is not None
    scale = re.match(r" ?(Mds?|M|k|K|bn|m)(?!\w)", text[number.end :])
    if scale is not None and not number.scaled:
        factor = scales.get(scale[1], Decimal(10) ** (9 if scale[1] == "bn" else 6))
        number = replace(
            number,
            end=number.end + scale.end(),
            value=number.value * factor,
            scaled=True,
            scale=factor,
            readings=(),
        )
    return Draft(prefix.start(), number.end, number, unit=unit)
