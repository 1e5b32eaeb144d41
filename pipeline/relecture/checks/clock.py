"""Hours of the day and the time between them: « de 8 heures à 12 heures, soit quatre heures »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.stretches import stretch
from relecture.types import Approximation, Article, Kind, Quantity, Span

#: What a duration in hours is rounded to, in minutes; a finer one is held to a tenth.
_WHOLE, _PART = 29, 20


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of the day, in minutes since midnight."""

    span: Span
    minutes: int


@dataclass(frozen=True, slots=True)
class Opening:
    """Two hours of the day, the minutes between them, and a duration that the text makes equal to them.

    ``sure`` is false for a duration that may be a part of that time.
    """

    bounds: tuple[Span, ...]
    minutes: int
    stated: Quantity
    sure: bool = True

    @property
    def stated_minutes(self) -> int:
        """The duration in minutes."""
        return int((self.stated.value or 0) * (60 if _in_hours(self.stated) else 1))

    @property
    def agrees(self) -> bool:
        """True when the duration, rounded as people do, can be the time between the two hours."""
        said = self.stated_minutes
        slack = (_WHOLE if said % 60 == 0 else _PART) if _in_hours(self.stated) else max(5, said // 10)
        if self.stated.approximation is not Approximation.NONE:
            slack += said * 15 // 100
        off = said - self.minutes
        return abs(off) <= slack or (not self.sure and off < 0)


@cache
def _clock() -> re.Pattern[str]:
    def time(n: int) -> str:
        return rf"(?P<h{n}>[01]?\d|2[0-3])\s?(?:h|heures?)\s?(?P<m{n}>[0-5]\d)?"

    return re.compile(rf"\b(?:de|entre)\s{time(1)}\s(?:à|et)\s{time(2)}", re.I)


@cache
def _from_to() -> re.Pattern[str]:
    # An hour of the day with what comes before the second: rare, and quick to find by its figure.
    return re.compile(r"\d\s?(?i:h|heures?)\s?(?:[0-5]\d)?\s(?i:à|et)\s\d")


@cache
def _tie() -> re.Pattern[str]:
    return re.compile(r"\s?,?\s?(?:soit|c'est-à-dire|pendant|donc)\s")


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w,.-])(?:(?P<h>[01]?\d|2[0-3])\s?(?:h|heures?)(?:\s?(?P<m>[0-5]\d))?|(?:(?<=à )|(?<=vers )|(?<=entre )|(?<=et ))(?P<named>midi|minuit))(?!\w|\s?\d)",
        re.I,
    )


def hours_of_day(article: Article) -> list[Hour]:
    """Every time of the day, durations and rates left out."""
    busy = {q.span.start: q.span for q in article.quantities}
    found = []
    for match in _hour().finditer(article.text.prose):
        if match.start() in busy:
            continue
        minutes = {"midi": 720, "minuit": 1440}.get((match["named"] or "").lower())
        if minutes is None:
            minutes = int(match["h"]) * 60 + int(match["m"] or 0)
        found.append(Hour(Span(match.start(), match.end()), minutes))
    return found


def openings(article: Article) -> Iterator[Opening]:
    """Every stretch of hours that is tied to a duration; past midnight it goes on to the next day."""
    prose = article.text.prose
    stated = [q for q in article.quantities if _is_time(q)]
    if not stated:
        return
    tied = set()
    for match in _clock().finditer(prose) if _from_to().search(prose) else ():
        minutes = _between(_minutes(match, 1), _minutes(match, 2))
        for quantity in stated:
            if quantity.approximation is Approximation.NONE and _tie().fullmatch(
                prose, match.end(), max(match.end(), quantity.span.start)
            ):
                tied.add(quantity.span)
                yield Opening((Span(match.start(), match.end()),), minutes, quantity)
    hours = hours_of_day(article)
    for quantity in stated if len(hours) > 1 else ():
        found = stretch(prose, quantity.span, hours) if quantity.span not in tied else None
        if found:
            minutes = _between(found.first.minutes, found.last.minutes)
            yield Opening((found.first.span, found.last.span), minutes, quantity, found.sure)


def _between(first: int, last: int) -> int:
    return (last - first) % (24 * 60) or 24 * 60


def _is_time(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.DURATION
        and quantity.value is not None
        and quantity.unit is not None
        and quantity.unit.canonical in {"hour", "minute"}
    )


def _in_hours(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.canonical == "hour"


def _minutes(match: re.Match[str], n: int) -> int:
    return int(match[f"h{n}"]) * 60 + int(match[f"m{n}"] or 0)
