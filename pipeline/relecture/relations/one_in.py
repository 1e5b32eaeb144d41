"""« Un TER sur trois » in the headline, « deux TER sur trois » below: the share of a service that runs, told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.dates import WEEKDAYS
from relecture.quantities.numbers import read_number
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import root
from relecture.types import Article, SegmentRole, Span

#: How far below the headline the second telling may stand, in characters.
_NEAR = 700
_APART = r"\b(?:contre|au lieu|avant|après|puis|auparavant|la veille|hier|l'an (?:dernier|passé)|plus d|moins d|presque|près d|environ|initial\w*|heures de pointe)"


def read(article: Article) -> Iterator[tuple[Amount, Amount]]:
    """The headline's share and the body's only one of the same thing, when they differ."""
    prose = article.text.prose
    titles = [s.span for s in article.text.segments if s.role is SegmentRole.HEADLINE and not s.masked]
    above = [m for t in titles if " sur " in t.of(prose) for m in _share().finditer(prose, t.start, t.end)]
    if not above:
        return
    found = [m for m in _share().finditer(prose) if all(m.start() != t.start() for t in above)]
    for title in above:
        alike = [m for m in found if _thing(m) == _thing(title)]
        if len({_value(m) for m in alike}) != 1 or _value(alike[0]) == _value(title):
            continue
        first = alike[0]
        start, end = prose.rfind("\n", 0, first.start()) + 1, first.end() + 60
        days = [{d for d in WEEKDAYS if d in part} for part in (_line(prose, title), prose[start:end])]
        if first.start() - title.end() > _NEAR or (days[0] and not days[0] & days[1]):
            continue
        if not _apart().search(prose, start, end) and not _apart().search(_line(prose, title)):
            yield _amount(title), _amount(first)


def _line(prose: str, match: re.Match[str]) -> str:
    start, end = prose.rfind("\n", 0, match.start()) + 1, prose.find("\n", match.end())
    return prose[start : end if end >= 0 else len(prose)]


def _thing(share: re.Match[str]) -> tuple[str, int]:
    return root(share["noun"]), _number(share["of"])


def _value(share: re.Match[str]) -> int:
    return _number(share["n"])


def _number(text: str) -> int:
    number = read_number(text, 0)
    return int(number.value) if number and number.value is not None else 0


def _amount(share: re.Match[str]) -> Amount:
    one = Decimal(1)
    return Amount(
        id=f"{share.start()}-{share.end()}",
        span=Span(*share.span()),
        shape=Shape.BARE,
        value=Decimal(_value(share)),
        ulp=one,
        zeros=one,
    )


@cache
def _share() -> re.Pattern[str]:
    few = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d"
    return re.compile(
        rf"(?<![\w,.-])(?P<n>une?|{few}) (?P<noun>[^\W\d_]{{3,}}) sur (?P<of>{few})(?![\w,.]\d|\w)",
        re.I,
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(_APART, re.I)
