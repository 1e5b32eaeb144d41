"""The day of one event told twice: « la reconnexion est fixée au 14 février… cette reconnexion du 24 février ».

What takes it up is a demonstrative with the event's own name. The two days must be of one month and look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import content
from relecture.types import Article, DateMention

#: How far back the first telling may stand, in characters.
_NEAR = 600
#: What stands for any day that was told.
_ANY = frozenset(("date", "échéance", "journée", "jour"))


def read(article: Article) -> Iterator[tuple[Amount, Amount]]:
    """The two days of one event, when they differ."""
    prose = article.text.prose
    days = [d for d in article.dates if d.day and d.month]
    for n, later in enumerate(days):
        lead = _pointed().search(prose, max(0, later.span.start - 60), later.span.start) if n else None
        if lead is None or any(_day(d) == _day(later) for d in days[:n]):
            continue
        near = [d for d in days[:n] if d.month == later.month and later.span.start - d.span.start < _NEAR]
        told = [d for d in near if _alike(d, later) and _names(prose, d, lead["what"], lead.start())]
        if len(told) == 1:
            yield _amount(told[0]), _amount(later)


def _day(date: DateMention) -> tuple[int | None, int | None]:
    return date.day, date.month


def _alike(one: DateMention, other: DateMention) -> bool:
    """True for days that a slip tells apart: one figure, two swapped, one lost."""
    first, second = str(one.day), str(other.day)
    if one.year and other.year and one.year != other.year:
        return False
    if len(first) == len(second):
        return (
            first == second[::-1]
            or sum(a != b for a, b in zip(first, second, strict=True)) == 1 == len(first) - 1
        )
    return first in second or second in first


def _names(prose: str, date: DateMention, what: str, before: int) -> bool:
    """True when the sentence of *date* names *what*, and nothing else."""
    start = max(prose.rfind(mark, 0, date.span.start) for mark in (". ", "\n", "! ", "? ")) + 1
    end = min((at for mark in (". ", "\n") if (at := prose.find(mark, date.span.end)) >= 0), default=before)
    return what.lower() in _ANY or bool(content(what) & content(prose[start:end]))


def _amount(date: DateMention) -> Amount:
    one = Decimal(1)
    return Amount(
        id=f"{date.span.start}-{date.span.end}",
        span=date.span,
        shape=Shape.DATE,
        value=Decimal(date.day or 0),
        ulp=one,
        zeros=one,
    )


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(
        r"\b[Cc](?:e|et|ette) (?P<what>[^\W\d_]{4,})(?: [^\W\d_]+){0,3}? du (?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?$"
    )
