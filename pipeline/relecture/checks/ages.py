"""Ages in a text: « 63 ans », « il en avait 56 », « dans sa 90e année »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.around import measuring
from relecture.checks.ordinals import WRITTEN, ordinal
from relecture.memo import kept
from relecture.openings import opened
from relecture.quantities.numbers import read_number
from relecture.types import Article, Span


@dataclass(frozen=True, slots=True)
class Age:
    """A number of years that may be someone's age."""

    value: int
    span: Span
    #: True when « ans » is left out: « il en avait 56 ».
    bare: bool = False


@kept
def ages(article: Article) -> tuple[Age, ...]:
    """« 63 ans » for everything the reader gives in years that can be an age."""
    return tuple(
        Age(int(q.value), q.span)
        for q in measuring(article, "time")
        if q.unit
        and q.unit.canonical == "year"
        and q.value is not None
        and q.value == int(q.value)
        and 0 < q.value < 120
    )


@kept
def told_ages(article: Article) -> tuple[Age, ...]:
    """The `ages` and those `in_bare_figures`, in text order."""
    return tuple(sorted({*ages(article), *in_bare_figures(article.text.prose)}, key=lambda a: a.span))


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"\ben\s(?:avais|avait|ai|a|aura|aurai|aurait)\s(?:eu\s|alors\s|déjà\s|aujourd'hui\s|maintenant\s|à peine\s|désormais\s)?"
        r"|\bd'en\s(?:avoir|fêter)\s"
    )


@cache
def _bare_end() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[,.;!?»”\")]|$)|\s(?:quand|lorsqu|lors|en|au|aujourd'hui|à|le|et|dans|désormais|maintenant)",
        re.I,
    )


@cache
def _opposite() -> re.Pattern[str]:
    # « il a 62 ans, elle 52 »
    return re.compile(r"\bans,\s(?:et\s)?(?:elle|lui)\s|\b\d\d(?:\saujourd'hui)?,\s(?:et\s)?(?:elle|lui)\s")


#: How the words begin that `_opposite` wants after the first age.
_OF_THE_OTHER = (", elle ", ", lui ", ", et elle ", ", et lui ")
#: What `_bare` begins with.
_IN_FIGURES = frozenset(
    (*(f"en {have}" for have in "avais avait ai a aura aurai aurait".split()), "d'en avoir", "d'en fêter")
)


@kept
def in_bare_figures(prose: str) -> tuple[Age, ...]:
    """« j'en ai 55 », « il en avait 56 quand… »: ages without their « ans »."""
    return tuple(_in_bare_figures(prose))


def _in_bare_figures(prose: str) -> Iterator[Age]:
    for match in opened(_bare(), _IN_FIGURES, prose):
        number = read_number(prose, match.end())
        if number is None or number.value is None or not _bare_end().match(prose, number.end):
            continue
        if number.value == int(number.value) and 5 < number.value < 120:
            yield Age(int(number.value), Span(number.start, number.end), bare=True)
    for match in _opposite().finditer(prose) if any(map(prose.__contains__, _OF_THE_OTHER)) else ():
        number = read_number(prose, match.end())
        if number is None or number.value is None or not _bare_end().match(prose, number.end):
            continue
        if number.value == int(number.value) and number.value < 120:
            yield Age(int(number.value), Span(number.start, number.end), bare=True)


#: Years that a thing counts too: « sa troisième année » is one of studies.
_CHILD = 10


@cache
def _year_of_age() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<whole>sa\s(?:(?P<rank>\d{{2,3}})(?:e|ème|ᵉ)|(?P<words>{WRITTEN}))\sannée)\b(?!\s(?:de|d'|à|au|comme)\b)"
    )


def in_a_year(prose: str) -> list[Age]:
    """« dans sa 90e année »: one is 89 in the ninetieth year."""
    found = _year_of_age().finditer(prose) if "e année" in prose else ()
    ranks = ((m, int(m["rank"]) if m["rank"] else ordinal(m["words"])) for m in found)
    return [Age(rank - 1, Span(*m.span("whole")), bare=True) for m, rank in ranks if rank and rank > _CHILD]
