"""Days of the week said of several dates at once, of a feast, or twice of one date.

« les mardis 4, 11, 18 et 26 mars », « chaque mardi de mars 2025 (les 4, 11, 18 et 26) », « le week-end des 13 et 14 juin 2025 »,
« en 2026, le 1er-Mai tombera un jeudi », « lundi 16 juin » in a headline and « mardi 16 juin » below.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.calendar import GREGORIAN, MONTHS, dated, published
from relecture.checks.prose import matching, preceding, sentence_around
from relecture.dates import WEEKDAYS
from relecture.settings import Settings
from relecture.types import Article, Span

_DAYS = "|".join(WEEKDAYS)
_MONTHS = "|".join(MONTHS)
#: Feasts that fall on one date of every year.
_FEASTS = {
    "noël": (25, 12), "la toussaint": (1, 11), "l'assomption": (15, 8), "la fête nationale": (14, 7),
    "la fête du travail": (1, 5), "la saint-sylvestre": (31, 12), "l'armistice": (11, 11), "le jour de l'an": (1, 1),
    "la saint-valentin": (14, 2), "le réveillon de noël": (24, 12), "la fête de la musique": (21, 6),
}  # fmt: skip
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A date, a list of dates or a feast as written (``base``), the place of the day that it cannot be, and what it is."""

    base: Span
    span: Span
    stated: str
    actual: str


def misnamed(article: Article, settings: Settings) -> Iterator[Misnamed]:
    """Every date whose day of the week is said apart from it."""
    day = published(article, settings)
    yield from _listed(article, day)
    yield from _weekends(article, day)
    yield from _feasts(article, day)
    yield from _twice(article)
    yield from _recalled(article, day)


def _date(year: int | None, month: int, day: int, near: dt.date | None) -> dt.date | None:
    """The day of *year*, or the one within six months of *near*."""
    try:
        if year is not None:
            return dt.date(year, month, day)
        if near is None:
            return None
        found = [dt.date(y, month, day) for y in (near.year, near.year - 1, near.year + 1)]
    except ValueError:
        return None
    return next((d for d in found if abs((d - near).days) <= 183), None)


# ---------------------------------------------------------------- several dates, one day


@cache
def _list() -> re.Pattern[str]:
    several = r"(?P<list{n}>\d{{1,2}}(?:er)?(?:, \d{{1,2}}(?:er)?)*(?: et \d{{1,2}}(?:er)?))"
    return re.compile(
        rf"\b(?P<day>{_DAYS})(?:s {several.format(n=1)} (?P<m1>{_MONTHS})(?:,? (?P<y1>20\d\d|19\d\d))?(?!\w)"
        rf"|s? (?:de |d'|du mois de |du mois d'|en )(?P<m2>{_MONTHS})(?: (?P<y2>20\d\d|19\d\d))?(?: ?\(|, | : )les {several.format(n=2)}(?! [a-zé]{{3}}))",
        re.I,
    )


def _listed(article: Article, near: dt.date | None) -> Iterator[Misnamed]:
    """« les mardis 4, 11 et 19 mars »: weeks apart, or not all Tuesdays."""
    prose = article.text.prose
    for _, match in matching(prose, WEEKDAYS, _list()):
        n = "1" if match["list1"] else "2"
        numbers = list(re.finditer(r"\d+", match["list" + n]))
        month, year = MONTHS.index(match["m" + n].lower()) + 1, match["y" + n]
        stated, start = WEEKDAYS.index(match["day"].lower()), match.start("list" + n)
        base = Span(match.start("day"), match.end("m" + n))
        for number in numbers:
            exact = _date(int(year) if year else None, month, int(number[0]), near)
            if exact is not None and exact.weekday() == stated:
                continue
            if exact is None and (int(number[0]) - int(numbers[0][0])) % 7 == 0:
                continue
            actual = exact.weekday() if exact else (stated + int(number[0]) - int(numbers[0][0])) % 7
            span = Span(start + number.start(), start + number.end())
            yield Misnamed(base, span, WEEKDAYS[stated], WEEKDAYS[actual])
            break


@cache
def _weekend() -> re.Pattern[str]:
    return re.compile(
        rf"\bweek-?end(?: [a-zé-]+)? (?:des |du )(?P<one>\d{{1,2}})(?:er)?(?: (?:et|au) (?P<other>\d{{1,2}}))? (?P<month>{_MONTHS})(?: (?P<year>(?:19|20)\d\d))?(?!\w)",
        re.I,
    )


@cache
def _long() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:prolongé|long week|pont\b|pâques|pentecôte|ascension|trois jours|quatre jours)", re.I
    )


def _weekends(article: Article, near: dt.date | None) -> Iterator[Misnamed]:
    """« le week-end des 13 et 14 juin 2025 »: two days, a Saturday and a Sunday."""
    prose = article.text.prose
    for sentence, match in matching(prose, ("week-end", "weekend"), _weekend()):
        one, other = int(match["one"]), int(match["other"] or match["one"])
        month = MONTHS.index(match["month"].lower()) + 1
        first = _date(int(match["year"]) if match["year"] else None, month, one, near)
        if first is None or _long().search(prose, sentence.start, sentence.end) or not 0 <= other - one <= 1:
            continue
        within = {(first.weekday() + n) % 7 for n in range(other - one + 1)}
        if within <= {_SATURDAY, _SUNDAY}:
            continue
        span = Span(match.start("one"), match.end())
        yield Misnamed(
            Span(*match.span()), span, "samedi" if other > one else "week-end", WEEKDAYS[first.weekday()]
        )


# ---------------------------------------------------------------- feasts, and one date twice


@cache
def _feast() -> re.Pattern[str]:
    names = "|".join(sorted(_FEASTS, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<whole>(?:(?P<feast>{names})|le (?P<day>\d{{1,2}})(?:er)?[ -](?P<month>{_MONTHS})))(?:,? (?:cette année|en (?P<year>20\d\d)),?)?"
        rf" (?P<verb>tombe|tombera|tombait|est tombé|sera|était|est)(?: (?P<aside>cette année|donc|en (?P<year2>20\d\d)),?)? un (?P<weekday>{_DAYS})(?!\w)(?! sur)",
        re.I,
    )


def _feasts(article: Article, near: dt.date | None) -> Iterator[Misnamed]:
    """« en 2026, le 1er-Mai tombera un jeudi »: in the only year that the sentence gives."""
    prose = article.text.prose
    for sentence, match in matching(prose, ("tomb", "sera un", "est un", "était un"), _feast()):
        years = {d.year for d in dated(article) if sentence.contains(d.span) and d.year is not None}
        told = match["year"] or match["year2"] or (str(years.pop()) if len(years) == 1 else None)
        if match["feast"]:
            day, month = _FEASTS[match["feast"].lower()]
        else:
            day, month = int(match["day"]), MONTHS.index(match["month"].lower()) + 1
        year = int(told) if told else near.year if near and "cette année" in match[0].lower() else None
        exact = _date(year, month, day, None)
        stated = match["weekday"].lower()
        if exact is not None and WEEKDAYS[exact.weekday()] != stated:
            yield Misnamed(
                Span(*match.span("whole")), Span(*match.span("weekday")), stated, WEEKDAYS[exact.weekday()]
            )


def _twice(article: Article) -> Iterator[Misnamed]:
    """« lundi 16 juin » and « mardi 16 juin », without a word of another year."""
    prose = article.text.prose
    found = [d for d in dated(article) if d.day and d.month and d.year is None and d.weekday is not None]
    for n, other in enumerate(found):
        one = next((d for d in found[:n] if (d.day, d.month) == (other.day, other.month)), None)
        if one is None or one.weekday == other.weekday or one.weekday is None or other.weekday is None:
            continue
        if not _another_year().search(prose, one.span.start, sentence_around(prose, other.span).end):
            yield Misnamed(one.span, other.span, WEEKDAYS[other.weekday], WEEKDAYS[one.weekday])


@cache
def _recalling() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:c'était|c'est|ce fut|ce sera|c'était donc|nous étions|nous sommes|on était|ce jour-là(?: était|,? c'était)?|cela tombait|le calendrier (?:indique|indiquait|affichait),?)"
        rf"(?: alors| donc| bien| pourtant)?|(?<=[.…] )(?=un \w+(?:,? (?:pourtant|donc|justement|déjà|bien sûr|évidemment|d'ailleurs))?\s?[.!…;]))\s?\bun (?P<day>{_DAYS})(?!\w)(?!,? (?:sur|par|que|où|qui|de \w+ ?\d|\d)\b|,? qu')",
        re.I,
    )


def _recalled(article: Article, near: dt.date | None) -> Iterator[Misnamed]:
    """« Le 26 avril 1986, le réacteur explose. C'était un lundi »: the only date of the sentence, or else of the one before."""
    prose = article.text.prose
    for sentence, match in matching(prose, _UN_DAY, _recalling()):
        opens = not prose[sentence.start : match.start()].strip(" «\"'—–-")
        reach = preceding(prose, sentence) if opens else sentence
        found = [d for d in dated(article) if reach.start <= d.span.start and d.span.end <= match.start()]
        if len(found) != 1 or found[0].weekday is not None or prose[found[0].span.end :][:5] == " un ":
            continue
        date = found[0]
        if date.day is None or date.month is None:
            continue
        exact = date.exact or (_date(None, date.month, date.day, near) if date.year is None else None)
        between = prose[date.span.end : match.start()]
        if exact is None or exact.year < GREGORIAN or _moved().search(between):
            continue
        stated = match["day"].lower()
        if WEEKDAYS[exact.weekday()] != stated and between.strip(" .;:,"):
            yield Misnamed(date.span, Span(*match.span("day")), stated, WEEKDAYS[exact.weekday()])


#: What `_recalling` ends with.
_UN_DAY = tuple(f"un {day}" for day in WEEKDAYS)


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:lendemain|veille|surlendemain|avant-veille|plus (?:tard|tôt)|ans? après|jours? (?:après|avant)|semaines? (?:après|avant)|puis|jusqu|(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che))",
        re.I,
    )


@cache
def _another_year() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ans?|années?|l'an|(?:19|20)\d\d|édition|derni(?:er|ère)|prochaine?|précédente?|anniversaire|report\w*|avanc\w*|déplac\w*|au lieu|et non)\b",
        re.I,
    )
