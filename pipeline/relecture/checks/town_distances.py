"""How far one large town is from another, against the figure that a text gives of it.

The way between two towns is never shorter than the straight line, and seldom twice as long: a figure four times either is a
slip, whatever the road. The two towns are the ends of a way that the sentence tells, or one stands « à ¤ de » the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from math import asin, cos, radians, sin, sqrt

from relecture.checks.around import any_of
from relecture.checks.prose import sentence_around
from relecture.checks.reference import Fact, made
from relecture.fr.distance_words import APART, ASIDE, ENDS, FROM, STANDS, WAY
from relecture.quantities.table import data
from relecture.text import lowered
from relecture.types import Article, Quantity, Span

#: How many times the straight line a way may be, and what is added for the short ones; how many times less it may be said.
_LONGER, _MORE, _SHORTER = 4, 100, 4
#: The radius of the Earth in kilometres.
_RADIUS = 6371
#: Towns nearer than this have too many ways between them.
_NEAR = 40


def distances_of_towns(article: Article) -> Iterator[tuple[Quantity, Fact]]:
    """Each distance that a sentence gives between two towns, with what it may be."""
    prose = article.text.prose
    for quantity in article.quantities:
        if quantity.unit is None or quantity.unit.canonical != "kilometer" or quantity.vague:
            continue
        sentence = sentence_around(prose, quantity.span)
        ends = _ends(prose, sentence, quantity.span)
        if ends is not None:
            fact = _fact(*ends)
            if fact is not None:
                yield quantity, fact


def _ends(prose: str, sentence: Span, figure: Span) -> tuple[str, str, bool] | None:
    """The two towns that the figure stands between, and whether it can be no more than the way from one to the other."""
    text = lowered(prose)
    towns = [m for m in _towns().finditer(text, sentence.start, sentence.end) if prose[m.start()].isupper()]
    if len(towns) != 2 or towns[0][0] == towns[1][0]:
        return None
    said = text[sentence.start : sentence.end]
    one, other = towns
    if _aside().search(said):
        return None
    if one.end() <= figure.start and other.start() >= figure.end:
        of = re.fullmatch(r" (?:de |d')", text[figure.end : other.start()])
        if of and _stands().fullmatch(text, one.end(), figure.start):
            return one[0], other[0], True
    between = text[one.end() : other.start()]
    if _between().fullmatch(between) is None:
        return None
    apart = _apart().search(said) is not None
    if apart or (_from().search(text, sentence.start, one.start()) and _way().search(said)):
        return one[0], other[0], apart
    return None


def _fact(one: str, other: str, apart: bool) -> Fact | None:
    line = _line(one, other)
    if line < _NEAR:
        return None
    names = f"{one.title()} – {other.title()}"
    low = line if apart else 1
    fact = made(
        {
            "label": [f"Distance {names}", f"Distance {names}"],
            "subject": names.lower(),
            "unit": "kilometer",
            "low": low,
            "high": round(line * 1.6),
            "margin": 1,
            "source": "GeoNames",
            "year": 2025,
        }
    )
    least, most = Decimal(low) / _SHORTER, Decimal(line * _LONGER + _MORE)
    return fact.beyond(least, most)


@cache
def _line(one: str, other: str) -> int:
    """Kilometres from one town to the other in a straight line."""
    (north, east), (to_north, to_east) = _places()[one], _places()[other]
    a, b = radians(north), radians(to_north)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_east - east) / 2) ** 2
    return round(2 * _RADIUS * asin(sqrt(half)))


@cache
def _places() -> dict[str, tuple[float, float]]:
    return {name: (north, east) for name, (north, east) in data("towns.toml")["towns"].items()}


@cache
def _towns() -> re.Pattern[str]:
    # « Paris-Tours » are two towns, « Saint-Jean-de-Tours » is none: what stands before decides.
    return re.compile(rf"(?<![\w'])(?:{any_of(_places())})(?!\w)")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(ENDS)


@cache
def _from() -> re.Pattern[str]:
    return re.compile(FROM)


@cache
def _way() -> re.Pattern[str]:
    return re.compile(WAY)


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(APART)


@cache
def _stands() -> re.Pattern[str]:
    return re.compile(STANDS)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(ASIDE)
