"""Ranges of time that end before they begin: « la période 2031-2027 », « entre deux semaines et dix jours », « entre douze et cinq heures d'attente »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import measuring
from relecture.checks.landmarks import years
from relecture.fr.range_words import LASTS, PERIODS
from relecture.openings import matched, opened
from relecture.quantities.numbers import read_number
from relecture.types import Article, Span

#: How far back the noun or the verb that makes hours a duration may stand, in characters.
_LASTING = 70
#: The digits of a year.
_YEAR = 4
#: A range of hours from that one on may be a night on the clock.
_EVENING = 17
#: How much longer the first end must be: months and weeks are counted loosely.
_SURE = 1.05
_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "heure": 1 / 24, "jour": 1.0, "semaine": 7.0, "mois": 30.44, "an": 365.25,
    "année": 365.25,
}  # fmt: skip


def backward(article: Article) -> Iterator[tuple[Span, Span, Span]]:
    """Each range that is told backwards: the whole, then its two ends."""
    yield from _years(article.text.prose)
    yield from _two_units(article)
    yield from _lasting_hours(article.text.prose)


@cache
def _span_of_years() -> re.Pattern[str]:
    return re.compile(r"(?<![-–/])(?:19|20)\d\d\s?[-–—/]\s?(?P<other>(?:19|20)\d\d)(?![-–/\d])")


@cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{PERIODS})\s(?:[^\W\d]+\s|\(){{0,2}}$", re.I)


def _years(prose: str) -> Iterator[tuple[Span, Span, Span]]:
    """« la période 2031-2027 »."""
    for match in matched(_span_of_years(), prose, years(prose)):
        start = match.start()
        one = Span(start, start + _YEAR)
        if int(one.of(prose)) > int(match["other"]) and _period().search(
            prose, max(0, start - _LASTING), start
        ):
            yield Span(*match.span()), one, Span(*match.span("other"))


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(r"\s?(?P<unit>secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)", re.I)


def _two_units(article: Article) -> Iterator[tuple[Span, Span, Span]]:
    """« entre deux semaines et dix jours », which is read as one duration."""
    prose = article.text.prose
    for quantity in measuring(article, "time"):
        span = quantity.span
        if not prose.startswith("ntre ", max(0, span.start - 5)):
            continue
        first = _timed(prose, span.start)
        if first is None or not prose.startswith(" et ", first[0].end):
            continue
        second = _timed(prose, first[0].end + len(" et "))
        if second is not None and first[1] > second[1] * _SURE:
            yield Span(span.start, second[0].end), first[0], second[0]


def _timed(prose: str, at: int) -> tuple[Span, float] | None:
    """The duration that begins at *at*, and its days."""
    number = read_number(prose, at)
    unit = _unit().match(prose, number.end) if number is not None and number.value is not None else None
    if number is None or number.value is None or unit is None:
        return None
    name = unit["unit"].lower()
    days = _DAYS[
        name
        if name == "mois"
        else name.removesuffix("s").removesuffix("e")
        if name.startswith("second")
        else name.removesuffix("s")
    ]
    return Span(at, unit.end()), float(number.value) * days


@cache
def _hours() -> re.Pattern[str]:
    return re.compile(r"\bentre\s(?=[^.;:,]{1,30}\sheures\b)")


@cache
def _lasts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{LASTS})(?!\w)[^.;:]*$", re.I)


@cache
def _of_the_day() -> re.Pattern[str]:
    return re.compile(r"\sdu\s(?:matin|soir)|\sde\sl'après-midi|\s\d\d\b")


#: What `_hours` begins with.
_BETWEEN = frozenset(("entre",))


def _lasting_hours(prose: str) -> Iterator[tuple[Span, Span, Span]]:
    """« l'attente oscille entre douze et cinq heures »: hours that something lasts, not those of the clock."""
    for match in opened(_hours(), _BETWEEN, prose):
        first = read_number(prose, match.end())
        if first is None or first.value is None or not prose.startswith((" et ", " heures et "), first.end):
            continue
        second = read_number(prose, prose.index(" et ", first.end) + len(" et "))
        if second is None or second.value is None or not prose.startswith(" heures", second.end):
            continue
        end = second.end + len(" heures")
        told = _lasts().search(prose, max(0, match.start() - _LASTING), match.start())
        if second.value < first.value < _EVENING and told and not _of_the_day().match(prose, end):
            yield Span(match.start(), end), Span(match.end(), first.end), Span(second.start, end)
