"""A weekday that is not the date's.

« le jeudi 12 février 2025 » is computed with the Gregorian calendar from 1583 on. A date without a year
is read within six months of the publication, when that is known; two coordinated dates without a year
are held against each other (« samedi 3 et lundi 6 août »: three days cannot lead from one to the other); « ce
vendredi » against the dateline, « le lendemain, jeudi » against the weekday before it. Lists (« les mardis 4, 11 et 19 mars »), week-ends, feasts (« en 2026,
le 1er-Mai tombera un jeudi ») and one date given two days are judged too.

Not judged: dates before 1583, dates without a year in an article of unknown date, dates that do not
exist (`invalid-date`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from relecture.checks.base import Outcome, Rule, evidence, finding, verification
from relecture.checks.calendar import GREGORIAN, Dated, dated, near_publication, published, shown
from relecture.checks.day_names import misnamed
from relecture.checks.near_days import NearDay, near_days
from relecture.checks.prose import sentence_around
from relecture.dates import WEEKDAYS
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Severity, Span, Verdict

RULE = Rule(
    slug="weekday-mismatch",
    code="T01",
    family="T",
    severity=Severity.ERROR,
    title={"fr": "Jour de la semaine faux", "en": "Wrong weekday"},
    why={
        "fr": "Le jour et la date se contredisent : l’un des deux est faux, et le lecteur ne sait pas lequel.",
        "en": "Day and date contradict each other: one is wrong, and the reader cannot tell which.",
    },
    messages={
        "default": {
            "fr": "Le {date} est un {actual}, pas un {stated}.",
            "en": "{date} is a {actual}, not a {stated}.",
        },
        "pair": {
            "fr": "« {one} » et « {other} » ne peuvent pas tomber la même année : {days} jour(s) les séparent.",
            "en": "“{one}” and “{other}” cannot both be right: {days} day(s) lie between them.",
        },
        "near": {
            "fr": "D’après « {base} », ce jour est un {actual}, pas un {stated}.",
            "en": "By “{base}” this day is a {actual}, not a {stated}.",
        },
        "verified": {
            "fr": "Le {date} est bien un {actual}.",
            "en": "{date} is indeed a {actual}.",
        },
    },
    flagged=(
        "Le musée rouvre le lundi 4 mars 2023.",
        "La réunion du mercredi 1er mai 2021 est reportée.",
        "Le salon se tient samedi 3 et lundi 6 août, place Foch.",
        "Le pont a été inauguré le 14 juin 2019, un mardi.",
    ),
    accepted=(
        "Le musée rouvre le samedi 4 mars 2023.",
        "Le salon se tient samedi 3 et dimanche 4 août, place Foch.",
        "La bataille eut lieu le mercredi 18 août 1563.",
        "Il se méfie des vendredis 13, et du 13 mai encore plus.",
    ),
    false_positives=("Une date du calendrier julien donnée après 1582 (Russie, Angleterre).",),
)

#: The letters of a day that is shortened: « mer. ».
_SHORT = 3
#: The day that leap years alone have.
_LEAP_DAY = (29, 2)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """Each dated weekday once, then coordinated pairs that no year decides."""
    days = dated(article)
    day = published(article, settings)
    undecided = []
    for date in days:
        stated, span = _weekday(article.text.prose, date)
        if stated is None or not date.exists:
            undecided.append(date)
            continue
        exact = date.exact or (near_publication(date, day) if day else None)
        if exact is None:
            undecided.append(date)
        elif exact.year >= GREGORIAN:
            yield _judged(article, settings, span, stated, exact, sure=date.year is not None)
    yield from _pairs(article, settings, undecided)
    yield from _lent(article, settings, days, undecided)
    for odd in misnamed(article, settings):
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "date") for span in sorted({odd.base, odd.span})],
            "near",
            confidence=0.93,
            calculation=Calculation("date", odd.stated, odd.actual, Verdict.INCONSISTENT),
            base=odd.base.of(article.text.raw),
            actual=odd.actual,
            stated=odd.stated,
        )
    for near in near_days(article):
        if near.stated != near.expected:
            yield _off(article, settings, near)


def _off(article: Article, settings: Settings, near: NearDay) -> Finding:
    stated, actual = WEEKDAYS[near.stated], WEEKDAYS[near.expected]
    return finding(
        RULE,
        settings,
        [evidence(article, near.base, "date"), evidence(article, near.span, "jour")],
        "near",
        confidence=0.9,
        calculation=Calculation("date", stated, actual, Verdict.INCONSISTENT),
        base=near.base.of(article.text.raw),
        actual=actual,
        stated=stated,
    )


@cache
def _after() -> re.Pattern[str]:
    # « le 14 juin 2019, un mardi », « (mardi) », « tombe un mardi »
    verb = r"(?:(?:qui\s|lequel\s)?(?:tombe(?:ra|rait)?|tombait|tombant|est tombé|était|est|sera|étant)(?:\s(?:donc|cette année|bien|cette fois|justement))?)"
    said = r"[.;:,]?\s(?:c'était|c'est|ce sera|ce fut|c'était donc|nous étions|on était)"
    return re.compile(
        rf"(?:,?\s(?:{verb}\s)?un\s|\s\(|,\s{verb}\sun\s|{said}\sun\s)({'|'.join(WEEKDAYS)})\b(?!\s(?:sur|par|que|où)\b|\squ')",
        re.I,
    )


@cache
def _two_names() -> re.Pattern[str]:
    # « vendredi et samedi 13 et 14 juin »: the name beside the first date is that of the second
    return re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})s?(?:,| et)\s$", re.I)


def _weekday(prose: str, date: Dated) -> tuple[int | None, Span]:
    """The weekday written with *date*, and the span of both."""
    if date.weekday is not None:
        before = _two_names().search(prose, max(0, date.span.start - 16), date.span.start)
        return (None if before else date.weekday), date.span
    after = _after().match(prose, date.span.end)
    if after is None or date.day is None or date.month is None:
        return None, date.span
    return WEEKDAYS.index(after[1].lower()), Span(date.span.start, after.end())


def _judged(
    article: Article, settings: Settings, span: Span, stated: int, exact: dt.date, *, sure: bool
) -> Outcome:
    actual = WEEKDAYS[exact.weekday()]
    items = [evidence(article, span, "date")]
    if exact.weekday() == stated:
        calculation = Calculation("date", WEEKDAYS[stated], actual, Verdict.VERIFIED)
        return verification(RULE, settings, items, calculation, date=shown(exact), actual=actual)
    text = span.of(article.text.raw)
    return finding(
        RULE,
        settings,
        items,
        confidence=0.99 if sure else 0.9,
        calculation=Calculation("date", WEEKDAYS[stated], actual, Verdict.INCONSISTENT),
        suggestion=re.sub(
            rf"(?<!\w){WEEKDAYS[stated][:3]}(?=\.)|{WEEKDAYS[stated]}",
            lambda said: actual if len(said[0]) > _SHORT else actual[:_SHORT],
            text,
            count=1,
            flags=re.I,
        ),
        date=shown(exact),
        actual=actual,
        stated=WEEKDAYS[stated],
    )


@cache
def _joined() -> re.Pattern[str]:
    # nothing between them may lead to another year
    return re.compile(
        r"(?:(?!\bans?\b|année|\b(?:19|20)\d\d|édition|dernier|prochain|précédent|anniversaire)[^\n]){0,240}",
        re.I,
    )


def _pairs(article: Article, settings: Settings, days: Sequence[Dated]) -> Iterator[Outcome]:
    for one, other in pairwise(d for d in days if d.weekday is not None and d.day is not None):
        if not _joined().fullmatch(article.text.prose, one.span.end, other.span.start):
            continue
        gaps = _gaps(one, other)
        stated = ((other.weekday or 0) - (one.weekday or 0)) % 7
        if gaps and all(gap % 7 != stated for gap in gaps):
            yield finding(
                RULE,
                settings,
                [evidence(article, d.span, "date") for d in (one, other)],
                "pair",
                confidence=0.93,
                one=one.span.of(article.text.raw),
                other=other.span.of(article.text.raw),
                days=gaps[0],
            )


def _lent(
    article: Article, settings: Settings, days: Sequence[Dated], undecided: Sequence[Dated]
) -> Iterator[Outcome]:
    """« mardi 18 mars 2025 … il sera lu vendredi 20 mars »: the year told in the same sentence, or a leap year's own day."""
    prose = article.text.prose
    for date in undecided:
        if date.weekday is None or date.day is None or date.month is None or date.year is not None:
            continue
        sentence = sentence_around(prose, date.span)
        years = [d for d in days if d.year is not None and sentence.contains(d.span)]
        before = [d for d in years if d.span.end <= date.span.start]
        if len(years) != 1 or len(before) != 1:
            continue
        lender = before[0]
        told = lender.weekday is not None and lender.exact is not None and lender.month == date.month
        if told and lender.exact and lender.exact.weekday() != lender.weekday:
            continue  # one finding for both
        if not told or not _joined().fullmatch(prose, lender.span.end, date.span.start):
            leap = (date.day, date.month) == _LEAP_DAY and "bissextile" in sentence.of(prose)
            if not leap:
                continue
        exact = replace(date, year=lender.year).exact
        if exact is not None and exact.weekday() != date.weekday:
            yield _off(article, settings, NearDay(lender.span, date.span, date.weekday, exact.weekday()))


def _gaps(one: Dated, other: Dated) -> list[int]:
    """Days between two dates of one unknown year, in a common year and in a leap year."""
    if one.day is None or other.day is None:
        return []
    if one.month is None or other.month is None or one.month == other.month:
        return [other.day - one.day] if other.day - one.day > 0 else []
    found = []
    for year in (2023, 2024):
        try:
            gap = (dt.date(year, other.month, other.day) - dt.date(year, one.month, one.day)).days
        except ValueError:
            continue
        if gap > 0:
            found.append(gap)
    return sorted(set(found))
