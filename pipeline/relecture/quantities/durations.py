"""Durations in several units (« 1h54 », « 3 ans et 4 mois », « 27'50" »), and times of day, which are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from relecture.quantities import clock, units
from relecture.quantities.counts import read_noun
from relecture.quantities.draft import Draft
from relecture.quantities.grammar import UnitRead, read_unit
from relecture.quantities.numbers import Number, read_number

_CLOCK = re.compile(
    r"(?P<h>\d{1,3}) ?(?:h|H)(?: ?(?P<m>[0-5]\d)(?: ?(?:min|mn|m|'))?(?: ?(?P<s>[0-5]\d) ?(?:s|sec|''|\"|″)?)?)"
    r"(?![\w,.]?\d|\w)"
)
_MINUTES = re.compile(r"(?P<m>\d{1,3}) ?(?:'|min|mn) ?(?P<s>[0-5]\d) ?(?:''|\"|″|s|sec)?(?![\w,.]?\d|\w)")
_HOURS = re.compile(
    r"(?P<n>\d{1,2}|[^\W\d_]+(?:[- ](?:et[- ])?[^\W\d_]+)?) ?(?P<u>h|H|heures?)(?!\w| ?\d)", re.I
)
#: « 1 m 72 », « 2,05 m » apart.
_HEIGHT = re.compile(r"(?P<m>\d) ?(?:m|mètres?) ?(?P<cm>\d\d)(?![\w%€]|[.,]\d| ?(?:k?m|cm|%|€)(?!\w))")
_BARE_MINUTES = re.compile(r" (?=\d\d(?![\w,. ]\d)|dix|quinze|vingt|trente|quarante|cinquante|cinq)")
_LINK = re.compile(r"(?:,? et |, | )(?=\w)")
#: What may follow what in a composite duration.
_SMALLER = {
    "year": ("month", "week", "day"), "month": ("week", "day"), "week": ("day",), "day": ("hour", "minute"),
    "hour": ("minute", "second"), "minute": ("second",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Composite:
    """What was read: ``drafts`` is empty when it is a time of day, to be skipped up to ``end``."""

    drafts: list[Draft]
    end: int


def read_composite(text: str, at: int) -> Composite | None:
    """The duration in several units, or the time of day, that opens at *at*."""
    if text[at].isdigit():
        hours_minutes = _CLOCK.match(text, at)
        if hours_minutes is not None:
            return _clock(text, hours_minutes)
        opening = clock.opening_hours(text, at)
        if opening is not None:
            return Composite([], opening)
        minutes = _MINUTES.match(text, at)
        if minutes is not None:
            value = Decimal(minutes["m"]) + Decimal(minutes["s"]) / 60
            return Composite([_draft(text, at, minutes.end(), value, "minute")], minutes.end())
        height = _HEIGHT.match(text, at)
        if height is not None:
            value = Decimal(height["m"]) + Decimal(height["cm"]) / 100
            return Composite([_draft(text, at, height.end(), value, "meter")], height.end())
    hours = _HOURS.match(text, at)
    if hours is not None and _is_time(text, hours):
        return Composite([], hours.end())
    return _written(text, at)


def _draft(text: str, start: int, end: int, value: Decimal, unit: str) -> Draft:
    read = UnitRead(start, end, unit, text[start:end], symbol=True)
    return Draft(start, end, Number(start, end, value, "composite", text=text[start:end]), unit=read)


def _clock(text: str, match: re.Match[str]) -> Composite:
    hours, minutes = int(match["h"]), int(match["m"])
    if hours < 24 and match["s"] is None and clock.is_clock(text, match.start(), match.end()):
        return Composite([], match.end())
    value = hours + Decimal(minutes) / 60 + Decimal(match["s"] or 0) / 3600
    return Composite([_draft(text, match.start(), match.end(), value, "hour")], match.end())


def _is_time(text: str, match: re.Match[str]) -> bool:
    """« à 9 heures », « mercredi 11 h », « de 8 h à midi »; not « en 9 heures », « à 9 heures de route »."""
    number = read_number(text, match.start())
    if number is None or number.value is None or number.end != match.end("n") or number.value > 24:
        return False
    whole = number.value == number.value.to_integral_value()
    # « la ville à une heure » is a distance, unless « du matin » follows.
    return whole and clock.is_hour_of_day(text, match.start(), match.end(), sure=number.small_word)


def _and_bare(text: str, at: int, number: Number, unit: UnitRead, gap: re.Match[str]) -> Composite | None:
    """« deux heures trente », « trois minutes vingt »; hours are a time of day after « à » and the like."""
    more = read_number(text, gap.end())
    assert number.value is not None
    if more is None or more.value is None or more.value >= 60 or more.form not in ("digits", "words"):
        return None
    if read_unit(text, more.end) is not None or read_noun(text, more.end, of=False) is not None:
        return None
    if unit.canonical == "hour" and number.value <= 24 and clock.at_an_hour(text, at):
        return Composite([], more.end)
    return Composite([_draft(text, at, more.end, number.value + more.value / 60, unit.canonical)], more.end)


def _written(text: str, at: int) -> Composite | None:
    """« 3 ans et 4 mois », « deux heures quinze minutes »; « et demie » is read with the unit."""
    number = read_number(text, at)
    if number is None or number.value is None or number.form not in ("digits", "words"):
        return None
    unit = read_unit(text, number.end)
    if unit is None or unit.canonical not in _SMALLER:
        return None
    smaller_part = _BARE_MINUTES.match(text, unit.end) if unit.canonical in ("hour", "minute") else None
    if smaller_part is not None:
        return _and_bare(text, at, number, unit, smaller_part)
    value, end, last = number.value, unit.end, unit.canonical
    for _ in range(3):
        link = _LINK.match(text, end)
        more = read_number(text, link.end()) if link else None
        if more is None or more.value is None:
            break
        smaller = read_unit(text, more.end)
        if smaller is None or smaller.canonical not in _SMALLER.get(last, ()):
            break
        value += units.convert(more.value, smaller.canonical, unit.canonical)
        end, last = smaller.end, smaller.canonical
    if last == unit.canonical:
        return None
    return Composite([_draft(text, at, end, value, unit.canonical)], end)
