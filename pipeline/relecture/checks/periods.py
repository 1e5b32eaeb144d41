"""Periods between two dates, and the durations that a text states for them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from relecture.checks.calendar import MONTHS, Dated, dated
from relecture.checks.landmarks import years
from relecture.checks.prose import holding
from relecture.openings import matched
from relecture.types import Approximation, Article, Kind, Quantity, Span

#: Mean lengths in days (Gregorian calendar).
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425, "decade": 3652.425, "century": 36524.25}
_ORDER = tuple(_DAYS)
#: What an unknown day or month may add or take; three months may be longer than those of a February.
_SLACK = {"day": 0.0, "month": 32.5, "year": 366.0}
#: What years are told in, where something lasts that long.
_QUARTER = Decimal("0.25")
#: A common year, for dates that give none.
_ANY_YEAR = 2023
#: A part of a unit too small to be rounded up.
_HARDLY = 0.2
#: …and less than this of a month or a year is not one.
_PARTLY = 0.55
_HALF_BOARD = {8: 7, 15: 14}  # « huit jours » is a week, « quinze jours » two


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates that the text gives as the bounds of one period, and the span of the whole."""

    span: Span
    first: Dated
    last: Dated

    @property
    def days(self) -> float | None:
        """Length in days from the first bound to the last, the last not included; ``None`` when undated."""
        one, other = _point(self.first), _point(self.last)
        wraps = self.first.year is None and self.last.year is None and self.first.month != self.last.month
        if one and other and other < one and wraps:  # « du 15 novembre au 15 mars »
            other = other.replace(year=other.year + 1)
        return float((other - one).days) if one and other else None

    @property
    def grain(self) -> str:
        """The finest unit that both bounds know: day, month or year."""
        if self.first.day and self.last.day:
            return "day"
        return "month" if self.first.month and self.last.month else "year"


def _point(date: Dated) -> dt.date | None:
    year = (
        date.year
        if date.year is not None
        else (_ANY_YEAR if date.month is not None and date.day is not None else None)
    )
    if year is None:
        return None
    try:
        return dt.date(year, date.month or 1, date.day or 1)
    except ValueError:
        return None


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:à|au|et|jusqu'en|jusqu'à|jusqu'au|puis)\s(?:la\s|le\s)?(?:fin\s|mi-|début\s)?(?:en\s)?", re.I
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bde|\bdu|\bdepuis|\bentre|\bd')\s?(?:le\s|la\s)?(?:fin\s|mi-|début\s)?(?:l'année\s)?$", re.I
    )


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile(r"(?P<a>\d{4})\s?[-–—]\s?(?P<b>1[0-9]\d\d|20\d\d)(?!\d)")


def ranged(prose: str, one: Span, other: Span) -> bool:
    """True when the two are the ends of one range: « de … à … », « du … au … », « entre … et … »."""
    return (
        _bounds().fullmatch(prose, one.end, other.start) is not None
        and _opening().search(prose, max(0, one.start - 24), one.start) is not None
    )


@cache
def _months() -> re.Pattern[str]:
    names = "|".join(MONTHS)
    about = r"(?:(?:fin|début|la fin|le début)\s(?:de\s|d')?|(?:la\s)?mi-)?"
    return re.compile(
        rf"\b(?:de|d'|du|entre)\s?{about}(?P<a>{names})\s(?:à|au|et|jusqu'à|jusqu'en)\s{about}(?P<b>{names})(?!\w)"
        r"(?:\s(?P<year>(?:19|20)\d\d))?",
        re.I,
    )


def _seasons(prose: str) -> Iterator[Period]:
    """« de novembre à mars »: months without a day, of any one year when none is given."""
    for match in (m for s in holding(prose, MONTHS) for m in _months().finditer(prose, s.start, s.end)):
        one, other = (MONTHS.index(match[g].lower()) + 1 for g in "ab")
        year = int(match["year"] or _ANY_YEAR)
        first = Dated(Span(*match.span("a")), None, one, year - (one > other), None)
        last = Dated(Span(*match.span("b")), None, other, year, None)
        yield Period(Span(match.start(), match.end()), first, last)


def periods(article: Article) -> list[Period]:
    """« de 2012 à 2020 », « du 3 au 14 mars », « entre avril 1944 et mai 1950 », « (1977-2010) »."""
    prose = article.text.prose
    days = dated(article)
    found = []
    for one, other in pairwise(days):
        if not _bounds().fullmatch(prose, one.span.end, other.span.start):
            continue
        opening = _opening().search(prose, max(0, one.span.start - 24), one.span.start)
        if opening:
            found.append(Period(Span(opening.start(), other.span.end), one, other))
    for match in matched(_hyphen(), prose, years(prose)):
        span = Span(match.start(), match.end())
        ends = [Dated(Span(*match.span(g)), None, None, int(match[g]), None) for g in "ab"]
        found.append(Period(span, ends[0], ends[1]))
    if any(q.unit and q.unit.canonical in {"week", "month"} for q in article.quantities):
        found += _seasons(prose)
    return sorted(found, key=lambda p: p.span)


@dataclass(frozen=True, slots=True)
class Length:
    """A stated duration: so many units, and how loosely."""

    quantity: Quantity
    value: Decimal
    unit: str

    @property
    def days(self) -> float:
        """Mean length in days."""
        value = float(self.value)
        if self.unit == "day":
            value = _HALF_BOARD.get(int(value), value)
        return value * _DAYS[self.unit]


@cache
def _chosen() -> re.Pattern[str]:
    """After a number of days: they are some of those of a time, not all."""
    return re.compile(
        r"\s(?:(?:de |d')(?:audiences?|travail|classe|cours|tournage|stage|congés?|course|compétition)\b|ouvr(?:é|able)s?\b)"
    )


def lengths(article: Article) -> list[Length]:
    """The durations of *article* in days or longer, ranges and vague ones left out."""
    found = []
    for quantity in article.quantities:
        unit = quantity.unit.canonical if quantity.unit else ""
        if quantity.kind is Kind.DURATION and quantity.value is not None and unit in _DAYS:
            if unit == "day" and _chosen().match(article.text.prose, quantity.span.end):
                continue
            if unit == "year" and quantity.value % _QUARTER:
                continue  # « 85,9 ans »: a mean, which no dates bound
            found.append(Length(quantity, quantity.value, unit))
        elif (
            quantity.kind is Kind.COUNT
            and quantity.value is not None
            and quantity.noun in {"bougie", "printemps"}
        ):
            found.append(Length(quantity, quantity.value, "year"))
    return found


def _room(period: Period, stated: Length, days: float) -> tuple[float, float]:
    """The shortest and the longest duration, in days, that the bounds allow in the unit of *stated*."""
    size, slack = _DAYS[stated.unit], _SLACK[period.grain]
    low, high = days - slack, days + slack + (1.0 if period.grain == "day" else 0.0)
    if _ORDER.index(stated.unit) > _ORDER.index(period.grain):
        if period.grain == "year":
            # « un demi-siècle » is not forty years short nor long, nor « un siècle » a half
            share = 0.2 if stated.value % 1 else 0.3 if stated.unit == "century" else 0.5
            return days - share * size, days + share * size
        # In a coarser unit the duration is rounded, up or down, unless it hardly passes a whole number:
        # twelve days are « une semaine » or « deux semaines », fifteen are not three.
        hardly = _HARDLY if size < _DAYS["month"] or high > size else _PARTLY
        low, high = math.floor(low / size + _HARDLY) * size, max(high, math.ceil(high / size - hardly) * size)
    return low - 0.5, high + 0.5


def agrees(period: Period, stated: Length) -> bool | None:
    """Whether the period can last what is stated; ``None`` when the bounds cannot tell.

    Both ends may be counted or not; a bound without month may be any day of its year; « plus de » and
    « moins de » bound one side; other approximations widen by a tenth.
    """
    days = period.days
    if days is None or days <= 0 or (stated.unit == "day" and period.grain != "day"):
        return None
    low, high = _room(period, stated, days)
    said = stated.days
    approximation = stated.quantity.approximation
    if approximation in {Approximation.OVER, Approximation.AT_LEAST}:
        return said <= high
    if approximation in {Approximation.UNDER, Approximation.AT_MOST}:
        return said >= low
    if approximation is Approximation.ABOUT:
        low, high = low - 0.1 * said, high + 0.1 * said
    return low <= said <= high
