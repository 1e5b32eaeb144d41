"""Hours of the day and the time between them: « de 8 heures à 12 heures, soit quatre heures »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.types import Approximation, Article, Quantity, Span


@dataclass(frozen=True, slots=True)
class Opening:
    """Two hours of the day, the minutes between them, and a duration that the text makes equal to them."""

    span: Span
    minutes: int
    stated: Quantity

    @property
    def stated_minutes(self) -> int:
        """The duration in minutes."""
        hours = self.stated.unit is not None and self.stated.unit.canonical == "hour"
        return int((self.stated.value or 0) * (60 if hours else 1))


@cache
def _clock() -> re.Pattern[str]:
    def time(n: int) -> str:
        return rf"(?P<h{n}>[01]?\d|2[0-3])\s?(?:h|heures?)\s?(?P<m{n}>[0-5]\d)?"

    return re.compile(rf"\b(?:de|entre)\s{time(1)}\s(?:à|et)\s{time(2)}", re.I)


@cache
def _hour() -> re.Pattern[str]:
    # An hour of the day with what comes before the second: rare, and quick to find by its figure.
    return re.compile(r"\d\s?(?i:h|heures?)\s?(?:[0-5]\d)?\s(?i:à|et)\s\d")


@cache
def _tie() -> re.Pattern[str]:
    return re.compile(r"\s?,?\s?(?:soit|c'est-à-dire|pendant|donc)\s")


def openings(article: Article) -> Iterator[Opening]:
    """Every stretch of hours that is tied to a duration; past midnight it goes on to the next day."""
    prose = article.text.prose
    for match in _clock().finditer(prose) if _hour().search(prose) else ():
        minutes = (_minutes(match, 2) - _minutes(match, 1)) % (24 * 60) or 24 * 60
        for quantity in article.quantities:
            if _is_time(quantity) and _tie().fullmatch(
                prose, match.end(), max(match.end(), quantity.span.start)
            ):
                yield Opening(Span(match.start(), match.end()), minutes, quantity)


def _is_time(quantity: Quantity) -> bool:
    exact = quantity.value is not None and quantity.approximation is Approximation.NONE
    return exact and quantity.unit is not None and quantity.unit.canonical in {"hour", "minute"}


def _minutes(match: re.Match[str], n: int) -> int:
    return int(match[f"h{n}"]) * 60 + int(match[f"m{n}"] or 0)
