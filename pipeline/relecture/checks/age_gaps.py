"""Two ages and the years between them: « j'ai 42 ans, j'en avais 20 il y a trente ans », « de douze ans son aîné »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.ages import Age, ages, told_ages
from relecture.checks.prose import following, paragraph_around, preceding, sentence_around, with_next
from relecture.needles import scan
from relecture.types import Article, Span


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Two ages, ``now`` the greater, and the years said to lie between them."""

    now: Age
    then: Age
    gap: Age


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:il y a|voilà|[çc]a fait|cela fait)\s(?:tout juste\s|exactement\s|déjà\s|près de\s)?", re.I
    )


@cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r"(?:j'en\s|\ben\s|\bn'en\s|\bn'|j'|\b)(?:avais|avait)\s(?:que\s|tout juste\s|alors\s|à peine\s)?$",
        re.I,
    )


@cache
def _now() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:j'en\s|\ben\s|j'|\b)(?:ai|a)|nous avons|âgée?\sde|(?-i:[A-ZÀ-Þ])[\w'-]+,|(?-i:[A-ZÀ-Þ])[\w'-]+\s\("
        r"|(?-i:[A-ZÀ-Þ])[\w'-]+,\s(?!(?:père|mère|fils|fille|veuve|veuf)\b)[\w'-]+(?:\s[\w'-]+){0,2}\sde)"
        r"\s?(?:aujourd'hui\s|maintenant\s|désormais\s)?$",
        re.I,
    )


def told_now(prose: str, age: Age) -> bool:
    """True when the words before *age* make it someone's, on the day of the text."""
    return _now().search(prose, max(0, age.span.start - 40), age.span.start) is not None


@cache
def _at() -> re.Pattern[str]:
    return re.compile(r"\bà\s(?:l'âge de\s|seulement\s|tout juste\s|à peine\s)?$", re.I)


def elapsed(article: Article) -> Iterator[Elapsed]:
    """Sentences that give an age now, an age then and the years between: « à 19 ans, il y a vingt-six ans, et j'en ai 45 »."""
    prose = article.text.prose
    for match in scan(_ago(), prose):
        sentence = sentence_around(prose, Span(match.start(), match.end()))
        here = [a for a in told_ages(article) if sentence.contains(a.span)]
        gap = next((a for a in here if a.span.start == match.end() and not a.bare), None)
        if gap is not None and len(here) == 3:
            yield from _then_and_now(prose, sentence, [a for a in here if a is not gap], gap)


def _then_and_now(prose: str, sentence: Span, two: list[Age], gap: Age) -> Iterator[Elapsed]:
    """The two other ages of the sentence, when one is of today and one of the time of *gap*."""

    def said(pattern: re.Pattern[str], age: Age) -> bool:
        return pattern.search(prose, max(sentence.start, age.span.start - 40), age.span.start) is not None

    then = [a for a in two if said(_then(), a)]
    now = [a for a in two if said(_now(), a) and a not in then and not _of_something().match(prose, a.span.end)]
    started = sorted(
        (a for a in two if a not in then and said(_at(), a)),
        key=lambda a: max(gap.span.start - a.span.end, a.span.start - gap.span.end),
    )
    # « à 55 ans, elle soude là où elle est entrée à 19 ans, il y a… »: the one beside the years is of then.
    if not then and started:
        then = started[:1]
    if not now and len(then) == 1:
        now = [a for a in started if a not in then]
    if len(then) == 1 == len(now) and now[0] is not then[0] and now[0].value > then[0].value:
        yield Elapsed(now[0], then[0], gap)


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
def _apart_before() -> re.Pattern[str]:
    # « son cadet de neuf ans », « plus jeune de neuf ans »
    return re.compile(
        r"(?:\b(?:s[oa]n?|leur|mon|ma|le|la)\s|\bl')?(?:\b(?:aîné|cadet)\w*|\b(?:plus|moins)\s(?:âg|jeun|vieu)\w+)\s(?:de\s)(?:près de\s)?$",
        re.I,
    )


def _parts(prose: str, years: Span) -> bool:
    """True for years that part two ages: « de neuf ans son cadet », « son cadet de neuf ans »."""
    return (
        _apart().match(prose, years.end) is not None
        or _apart_before().search(prose, max(0, years.start - 32), years.start) is not None
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
        if not _parts(prose, gap.span):
            continue
        sentence = sentence_around(prose, gap.span)
        paragraph = paragraph_around(prose, gap.span)
        for window in (sentence, Span(paragraph.start, sentence.end), with_next(prose, sentence)):
            two = [
                a
                for a in told_ages(article)
                if a.span != gap.span and window.contains(a.span) and is_of_someone(prose, a)
            ]
            if len(two) == 2:
                then, now = sorted(two, key=lambda a: a.value)
                yield Elapsed(now, then, gap)
            if two and (len(two) > 1 or not _taken_up(prose, sentence, gap)):
                break


@cache
def _kin() -> re.Pattern[str]:
    # « son frère Loïc, de six ans son cadet »
    return re.compile(r"(?P<name>[A-ZÀ-Þ][\w'-]+),\s(?:de\s)?$")


@cache
def _the_other() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:(?:Il|Elle|L'aînée?|Le cadet|La cadette)\b|«[^«»\n]{2,300}»,?\s[\w'-]+-(?:t-)?(?:il|elle)\b)"
    )


def _taken_up(prose: str, sentence: Span, gap: Age) -> bool:
    """True when the next sentence goes on about the one whom *gap* sets apart, by name or as « elle »."""
    match = _kin().search(prose, max(sentence.start, gap.span.start - 40), gap.span.start)
    later = following(prose, sentence)
    if match is None or later == sentence:
        return False
    return match["name"] in prose[sentence.end : later.end] or bool(_the_other().match(prose, sentence.end))


def is_of_someone(prose: str, age: Age) -> bool:
    """True for an age, not for years of a delay or of a stay."""
    return (
        _other_than_age().search(prose, max(0, age.span.start - 24), age.span.start) is None
        and _of_something().match(prose, age.span.end) is None
        and not _parts(prose, age.span)
    )


@cache
def _served() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:après|pendant|durant|avec|soit|au bout de|travaillé|servi|œuvré|a passé|aura passé|ont passé|tenu)|\s[:—–])\s(?:près de\s|plus de\s|environ\s)?$",
        re.I,
    )


def careers(article: Article) -> Iterator[Elapsed]:
    """« entré à 16 ans, parti à 62 ans après 54 ans de maison »: more years than the two ages leave."""
    prose, found = article.text.prose, ages(article)
    for gap in found:
        sentence = sentence_around(prose, gap.span)
        later = prose.startswith(" plus tard", gap.span.end)
        if later and sentence.start == gap.span.start:
            sentence = Span(preceding(prose, sentence).start, sentence.end)
        two = [
            a
            for a in found
            if a is not gap
            and sentence.contains(a.span)
            and (
                _at().search(prose, max(0, a.span.start - 16), a.span.start)
                or (later and _then().search(prose, max(0, a.span.start - 24), a.span.start))
            )
        ]
        if len(two) != 2 or two[0].value >= two[1].value or gap.span.start < two[0].span.end:
            continue
        served = _served().search(prose, max(0, gap.span.start - 24), gap.span.start)
        between = two[1].value - two[0].value
        if later or (served and (gap.value > between or between - gap.value == 10)):
            yield Elapsed(two[1], two[0], gap)
