"""Two ages and the years between them: « j'ai 42 ans, j'en avais 20 il y a trente ans », « de douze ans son aîné »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.ages import Age, ages
from relecture.checks.prose import paragraph_around, sentence_around
from relecture.needles import scan
from relecture.quantities.numbers import read_number
from relecture.types import Article, Span


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Two ages, ``now`` the greater, and the years said to lie between them."""

    now: Age
    then: Age
    gap: Age


@cache
def _now() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:j'ai|il a|elle a|qui a|nous avons|en a|aujourd'hui âgée? de)\s(?:aujourd'hui\s|maintenant\s)?",
        re.I,
    )


@cache
def _then() -> re.Pattern[str]:
    had = r"(?:(?:j'(?:en\s)?|en\s|il\s|elle\s|n'en\s)(?:avais|avait)|n'(?:avais|avait))"
    return re.compile(rf"\b{had}\s(?:que\s|tout juste\s|alors\s|à peine\s)?", re.I)


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(r"\bil y a\s(?:tout juste\s|exactement\s)?", re.I)


def elapsed(prose: str) -> Iterator[Elapsed]:
    """Sentences that give an age now, an age then and the years between."""
    for match in scan(_then(), prose):
        sentence = sentence_around(prose, Span(match.start(), match.end()))
        then, now = _number(prose, match.end()), _first(prose, _now(), sentence)
        gap = _first(prose, _ago(), sentence)
        if then and now and gap and prose[gap.span.end - 4 : gap.span.end] == " ans":
            yield Elapsed(now, then, gap)


def _first(prose: str, pattern: re.Pattern[str], sentence: Span) -> Age | None:
    read = (_number(prose, m.end()) for m in pattern.finditer(prose, sentence.start, sentence.end))
    return next((age for age in read if age is not None), None)


def _number(prose: str, at: int) -> Age | None:
    """The whole number, in digits or words, that starts at *at*; « ans » belongs to it when it follows."""
    number = read_number(prose, at)
    if (
        number is None
        or number.value is None
        or number.value != int(number.value)
        or not 0 < number.value < 120
    ):
        return None
    return Age(int(number.value), Span(number.start, number.end + 4 * prose.startswith(" ans", number.end)))


# ---------------------------------------------------------------- elder and younger, first day and last


@cache
def _apart() -> re.Pattern[str]:
    # « de douze ans son aîné », « douze ans plus jeune », « douze ans les séparent », « douze ans d'écart »
    return re.compile(
        r"\s(?:(?:s[oa]n?\s|leur\s|mon\s|ma\s|le\s|la\s|l')(?:aîn|cadet)\w*|de\s(?:plus|moins)\sque|(?:de\s)?(?:plus|moins)\s(?:âg|jeun|vieu)\w+"
        r"|(?:seulement\s|à peine\s)?(?:les\s|nous\s)?sépar\w+|d'écart|de\sdifférence)",
        re.I,
    )


@cache
def _other_than_age() -> re.Pattern[str]:
    return re.compile(
        r"(?:il y a|dans|depuis|en|pendant|pour|durant|après|au bout de|tous les|d'ici)\s(?:près de\s|plus de\s|les\s)?$",
        re.I,
    )


@cache
def _of_something() -> re.Pattern[str]:
    return re.compile(r"\s(?:de\s(?!plus|moins)\w|d'(?!écart)\w|plus tard|après|avant|durant|auparavant)", re.I)


def set_apart(article: Article) -> Iterator[Elapsed]:
    """Two people's ages and the years between them, in one sentence or with the one before."""
    prose, found = article.text.prose, ages(article)
    for gap in found:
        if not _apart().match(prose, gap.span.end):
            continue
        sentence = sentence_around(prose, gap.span)
        paragraph = paragraph_around(prose, gap.span)
        for start in (sentence.start, paragraph.start):
            two = [
                a
                for a in found
                if a is not gap and start <= a.span.start < sentence.end and _of_someone(prose, a)
            ]
            if len(two) == 2:
                then, now = sorted(two, key=lambda a: a.value)
                yield Elapsed(now, then, gap)
            if two:
                break


def _of_someone(prose: str, age: Age) -> bool:
    return (
        _other_than_age().search(prose, max(0, age.span.start - 24), age.span.start) is None
        and _of_something().match(prose, age.span.end) is None
        and _apart().match(prose, age.span.end) is None
    )


@cache
def _at() -> re.Pattern[str]:
    return re.compile(r"\bà\s(?:l'âge de\s|seulement\s|tout juste\s)?$", re.I)


@cache
def _served() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:après|pendant|durant|avec|soit|au bout de)\s(?:près de\s|plus de\s|environ\s)?$", re.I
    )


def careers(article: Article) -> Iterator[Elapsed]:
    """« entré à 16 ans, parti à 62 ans après 54 ans de maison »: more years than the two ages leave."""
    prose, found = article.text.prose, ages(article)
    for gap in found:
        sentence = sentence_around(prose, gap.span)
        two = [
            a
            for a in found
            if a is not gap
            and sentence.contains(a.span)
            and _at().search(prose, max(0, a.span.start - 16), a.span.start)
        ]
        if len(two) != 2 or two[0].value >= two[1].value or gap.span.start < two[0].span.end:
            continue
        served = _served().search(prose, max(0, gap.span.start - 24), gap.span.start)
        later = prose.startswith(" plus tard", gap.span.end)
        between = two[1].value - two[0].value
        if later or (served and (gap.value > between or between - gap.value == 10)):
            yield Elapsed(two[1], two[0], gap)
