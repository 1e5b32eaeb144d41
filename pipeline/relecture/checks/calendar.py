"""Dates of an article made complete enough to compute with.

A date takes its missing month and year from the one it is coordinated with (« du 3 au 14 mars 2024 »,
« samedi 3 et dimanche 5 août »); nothing is ever guessed from afar.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from relecture.dates import WEEKDAYS
from relecture.memo import kept
from relecture.settings import Settings
from relecture.types import Article, DateMention, Span

#: The Gregorian calendar took over in December 1582 in France; earlier weekdays are not computed.
GREGORIAN = 1583
#: No article that is checked has been written after that year: what would only come about later cannot be told.
LATEST = 2030
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with what its neighbours lend it."""

    span: Span
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None

    @property
    def exact(self) -> dt.date | None:
        """The calendar day, when day, month and year are known and exist."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """False for a day that no year (or not this year) has."""
        if self.day is None or self.month is None:
            return True
        return 1 <= self.day <= _length(self.month, self.year if self.year is not None else 2000)


def _length(month: int, year: int) -> int:
    return calendar.monthrange(year, month)[1]


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,|et|au|à|ou|puis|-|–|/)(?:\s(?:le|du|la journée du|les|celui du))?\s?", re.I)


@kept
def dated(article: Article) -> tuple[Dated, ...]:
    """Every date of *article*, in text order, completed from right to left along coordinations."""
    return _completed(article.text.prose, article.dates)


@kept
def _completed(prose: str, dates: tuple[DateMention, ...]) -> tuple[Dated, ...]:
    found = [_whole(prose, d) for d in dates]
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if one.day is None or after.day is None or not _link().fullmatch(prose, one.span.end, after.span.start):
            continue
        if one.month is None:
            one = replace(one, month=after.month, year=after.year)
        elif one.year is None and after.year is not None and after.month is not None:
            # « du 12 décembre au 3 janvier 2024 »: the earlier month belongs to the year before.
            one = replace(one, year=after.year - (one.month > after.month))
        found[at] = one
    return tuple(found)


@cache
def _weekday() -> re.Pattern[str]:
    short = "|".join(day[:3] for day in WEEKDAYS)
    return re.compile(rf"(?<!\w)({'|'.join(WEEKDAYS)}|(?:{short})(?=\.? ))\.?,?\ (?:le\ )?$", re.I)


def _whole(prose: str, date: DateMention) -> Dated:
    """*date*, with the weekday that stands before a date in figures (« mardi 04/07/2024 », « mar. 04/07/2024 »)."""
    before = _weekday().search(prose, max(0, date.span.start - 12), date.span.start)
    if date.weekday is not None or date.day is None or before is None:
        return Dated(date.span, date.day, date.month, date.year, date.weekday)
    span = Span(before.start(), date.span.end)
    named = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(before[1].lower()))
    return Dated(span, date.day, date.month, date.year, named)


def published(article: Article, settings: Settings) -> dt.date | None:
    """The day of publication: from the settings, the article's metadata (ISO) or its dateline; ``None`` when unknown."""
    stated = settings.published or article.text.metadata.get("published", "")
    try:
        return dt.date.fromisoformat(stated[:10])
    except ValueError:
        line = dateline(article)
        return line.exact if line else None


@cache
def _place() -> re.Pattern[str]:
    # « LAUSANNE, 15 janvier 2026 – », « Paris (AFP), le 15 janvier 2026 — », « 15 janvier 2026. – »
    return re.compile(r"(?:[A-ZÀ-Ý][^\n.;:!?\d]{1,40}[ ,] ?)?(?:le )?")


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s?[.)]?\s?[–—-]\s")


def dateline(article: Article) -> Dated | None:
    """The full date that opens a paragraph before a dash; ``None`` when there is none, or several."""
    prose, found = article.text.prose, []
    for date in dated(article):
        line = prose.rfind("\n", 0, date.span.start) + 1
        opens = date.span.start - line < 60 and _place().fullmatch(prose, line, date.span.start)
        if opens and date.exact is not None and _dash().match(prose, date.span.end):
            found.append(date)
    return found[0] if len(found) == 1 else None


def near_publication(date: Dated, day: dt.date) -> dt.date | None:
    """The day within six months of *day* that a date without a year means."""
    if date.day is None or date.month is None or date.year is not None:
        return None
    for year in (day.year, day.year - 1, day.year + 1):
        candidate = replace(date, year=year).exact
        if candidate is not None and abs((candidate - day).days) <= 183:
            return candidate
    return None


def shown(day: dt.date) -> str:
    """« 12 février 2025 »."""
    return f"{day.day}{'er' if day.day == 1 else ''} {MONTHS[day.month - 1]} {day.year}"
