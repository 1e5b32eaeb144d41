"""Ranges (« 3 à 5 % », « entre 6 et 10 heures ») and lists that share a unit (« 10, 20 et 50 MW »)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from relecture.quantities import traps
from relecture.quantities.counts import read_noun
from relecture.quantities.draft import Draft
from relecture.quantities.grammar import UnitRead, read_unit
from relecture.quantities.numbers import Number, read_number

_TO = re.compile(r" à (?:près de |plus de |environ |quelque )?(?=\w)| ?[-–—] ?(?=\d)| ou (?=\w)", re.I)
_AND = re.compile(r" et (?:plus de |près de |quelque |environ )?(?=\w)")
_BETWEEN = re.compile(r"(?<!\w)entre (?:les |environ |quelque )?$", re.I)
_NEXT = re.compile(r"(?P<comma>, ?(?:puis )?)(?=\d)|(?P<last>,? (?:et|ou|puis) )(?=\w)|(?P<by> ?[x×] ?)(?=\d)")
_TIMES = re.compile(r" fois(?!\w)")
_BY = re.compile(r" ?[x×] ?\d")
#: « deux à trois heures et demie ».
_HALF = re.compile(r" et demie?(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAX_LIST = 12
_HOURS = 24


def read_range(text: str, first: Number) -> list[Draft]:
    """The range that *first* opens, as one draft in a list; empty when it opens none."""
    if first.value is None or first.form == "collective":
        return []
    link = _TO.match(text, first.end)
    if link is None and _BETWEEN.search(text, max(0, first.start - 24), first.start):
        link = _AND.match(text, first.end)
    if link is None or link.end() >= len(text):
        return []
    second = read_number(text, link.end())
    if second is None or second.value is None or second.form == "fraction":
        return []
    if _YEAR.fullmatch(first.text) and second.value < first.value:  # « a terminé 2024 à 74,64 dollars »
        return []
    first = _lend_scale(first, second)
    unit = read_unit(text, second.end, of=second.scaled, glued=second.form == "digits")
    if unit is not None and _at_a_clock(first, second, unit):
        return []
    if unit is not None:
        half = _HALF.match(text, unit.end) if second.form == "words" else None
        end, extra = (half.end(), Decimal("0.5")) if half else (unit.end, Decimal(0))
        return [Draft(first.start, end, first, second=second, unit=unit, extra=extra)]
    if _TIMES.match(text, second.end):
        return [Draft(first.start, second.end + 5, first, second=second, times=True)]
    return _counted(text, first, second)


def _at_a_clock(first: Number, second: Number, unit: UnitRead) -> bool:
    """True for a number and the hour that it is told of: « 9 800 foyers à midi et 5 400 à 18 heures »."""
    one, other = first.value, second.value
    return unit.canonical == "hour" and one is not None and other is not None and other <= _HOURS < one


def _counted(text: str, first: Number, second: Number) -> list[Draft]:
    if traps.label_before(text, first.start) or traps.name_before(text, first.start):
        return []
    noun = read_noun(text, second.end, of=second.scaled)
    if noun is not None and not (first.small_word and second.small_word):
        return [Draft(first.start, noun.end, first, second=second, noun=noun)]
    if second.scaled and second.scale >= Decimal(1_000_000) and noun is None:
        return [Draft(first.start, second.end, first, second=second, understood=True)]
    return []


def _lend_scale(first: Number, second: Number) -> Number:
    """« 2 à 3 milliards »: the first bound is in milliards too; « 500 000 à 2 millions »: it is not."""
    assert first.value is not None
    if second.scale == 1 or first.scaled or first.value >= Decimal(1000):
        return first
    return replace(first, value=first.value * second.scale, scale=second.scale, readings=())


def read_list(text: str, first: Number) -> list[Draft]:
    """The quantities of « 10, 20 et 50 MW », one draft each; empty when *first* opens no such list."""
    if first.value is None or first.scaled or first.small_word or traps.label_before(text, first.start):
        return []
    numbers, end, closed = [first], first.end, False
    while len(numbers) < _MAX_LIST and not closed:
        link = _NEXT.match(text, end)
        if link is None:
            return []
        number = read_number(text, link.end()) if link.end() < len(text) else None
        if number is None or number.value is None or number.form == "fraction":
            return []
        # « 30 x 40 x 20 cm » has no « et » before its last number.
        closed = link["last"] is not None or (link["by"] is not None and not _BY.match(text, number.end))
        numbers.append(number)
        end = number.end
    unit = read_unit(text, end, of=numbers[-1].scaled, glued=numbers[-1].form == "digits") if closed else None
    if unit is None or (unit.dimension == "time" and any(n.value >= 1000 for n in numbers if n.value)):
        return []
    if unit.dimension != "length" and not set("x×").isdisjoint(text[first.end : end]):
        return [_own(numbers[-1], unit)]  # « 3 x 600 MW »: so many times, not two powers
    return [*(_shared(_lend_scale(n, numbers[-1]), unit) for n in numbers[:-1]), _own(numbers[-1], unit)]


def _shared(number: Number, unit: UnitRead) -> Draft:
    return Draft(number.start, number.end, number, unit=unit, understood=True)


def _own(number: Number, unit: UnitRead) -> Draft:
    return Draft(number.start, unit.end, number, unit=unit)
