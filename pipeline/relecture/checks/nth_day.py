"""The rank of a day since the first: « la grève, lancée le 2 mai, est entrée mardi 20 mai dans son dix-neuvième jour »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from relecture.checks.calendar import Dated, dated
from relecture.checks.ordinals import WRITTEN, ordinal
from relecture.checks.prose import matching, sentence_around
from relecture.types import Article, Span

#: A year without a leap, for days told without theirs.
_ANY_YEAR = 2023
#: The first day may be counted or not.
_SLACK = 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """The rank told, the days that bound it, and the rank that they make."""

    span: Span
    rank: int
    ends: tuple[Span, Span]
    expected: int


#: What a match of `_rank` holds one of.
_RANKS = ("e jour", "ᵉ jour")


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:dans|à|de|pour)\s(?:son|leur)\s(?P<whole>(?:(?P<figures>\d{{1,3}})(?:e|ème|ᵉ)|(?P<words>{WRITTEN}))\sjour)\b",
        re.I,
    )


def ranked(article: Article) -> Iterator[Ranked]:
    """Every rank of a day that the only two days of its sentence refuse."""
    prose = article.text.prose
    for _, match in matching(prose, _RANKS, _rank()):
        rank = int(match["figures"]) if match["figures"] else ordinal(match["words"])
        span = Span(*match.span("whole"))
        sentence = sentence_around(prose, span)
        days = [d for d in dated(article) if sentence.contains(d.span) and d.day and d.month]
        if rank is None or len(days) != 2:
            continue
        first, last = (replace(d, year=d.year or _ANY_YEAR).exact for d in _one_year(*days))
        if first is None or last is None or last <= first:
            continue
        expected = (last - first).days + 1
        if abs(expected - rank) > _SLACK:
            yield Ranked(span, rank, (days[0].span, days[1].span), expected)


def _one_year(first: Dated, last: Dated) -> tuple[Dated, Dated]:
    """Two days of one year when only one of them says which."""
    if (first.year is None) == (last.year is None):
        return first, last
    year = first.year or last.year
    return replace(first, year=year), replace(last, year=year)
