"""Anniversaries: « soufflera ses 90 bougies », « son centenaire », with the birth and the year they imply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.age_spans import one_person
from relecture.checks.around import any_of
from relecture.checks.calendar import Dated, dated, published
from relecture.checks.periods import Length
from relecture.checks.prose import preceding, sentence_around
from relecture.fr.time_words import BEGUN, CELEBRATES, HAPPENED, JUBILEES
from relecture.needles import scan
from relecture.settings import Settings
from relecture.types import Approximation, Article, Span


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years celebrated, the year of birth and that of the feast; ``dates`` are the birth, then the feast.

    ``slack`` is the number of years that usage forgives.
    """

    span: Span
    years: int
    first: int
    last: int
    dates: tuple[Span, ...]
    slack: int


@cache
def _celebrates() -> re.Pattern[str]:
    aside = r"(?:(?:(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?(?:le\s)?\d{1,2}\s\w{3,9}\s(?:19|20)\d\d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|bientôt|donc|ainsi|cette année|en (?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) )?(?:19|20)\d\d|aussi|officiellement|déjà)\s)?"
    return re.compile(rf"(?:{any_of(CELEBRATES)})\s{aside}(?:ses|leurs|son|leur)\s(?:premi\w+\s)?$", re.I)


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(BEGUN)})\s(?:[\w'-]+\s){{0,4}}(?:en|le|au|depuis|dès|de)?\s?(?:l'an\s)?$", re.I
    )


@cache
def _jubilee() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=son\s)|(?<=\bl[ea]\s)|(?<=\b[da]u\s)|(?<=\bce\s))(?P<named>{any_of(JUBILEES)})(?!\w)|(?P<rank>\d{{1,3}})(?:e|ème|ᵉ)\sanniversaire",
        re.I,
    )


@cache
def _of_event() -> re.Pattern[str]:
    # « de la catastrophe survenue le », « de la mort du peintre (», « du traité de », up to the date of the event
    return re.compile(
        rf"\s(?:de\s(?:la\s|l'|sa\s|son\s)?|du\s|des\s|d'(?:un\s|une\s)?|de\sleur\s)[^,;.:()\d]{{3,70}}?"
        rf"(?:,?\s(?:{HAPPENED})\s(?:en\s|le\s|dans la nuit du\s|dès\s)(?:\w+\s)?|\s?\((?:le\s)?|\sd[eu]\s(?:l'an\s)?|\sd')$"
    )


def begun(prose: str, sentence: Span, date: Span) -> bool:
    """True when something begins on *date*."""
    return _begun().search(prose, max(sentence.start, date.start - 50), date.start) is not None


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\s(?:de|du|des|d')\b")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"\b(?:Il|Elle|Celui-ci|Celle-ci|L[ae] doyen\w*)\b|\b(?:lui|l'ont|l'a)\b")


def _told_before(article: Article, sentence: Span) -> list[Dated]:
    """The birth, alone of the dates of the sentence before, of the one person or thing that the two tell of."""
    prose = article.text.prose
    before = preceding(prose, sentence)
    days = [d for d in dated(article) if before.contains(d.span) and d.year is not None]
    if before == sentence or not _goes_on().search(prose, sentence.start, sentence.end):
        return []
    if len(days) != 1 or not one_person(article, Span(before.start, sentence.end)):
        return []
    return [d for d in days if begun(prose, before, d.span)]


def celebrated(article: Article, settings: Settings, length: Length) -> Iterator[Anniversary]:
    """« soufflera ses 90 bougies »: *length*, when it is celebrated."""
    span = length.quantity.span
    if length.unit != "year" or length.quantity.approximation is not Approximation.NONE:
        return
    if _celebrates().search(article.text.prose, max(0, span.start - 40), span.start):
        yield from _anniversary(article, settings, span, int(length.value), 0)


def jubilees(article: Article, settings: Settings) -> Iterator[Anniversary]:
    """« fête son centenaire en 2023 », « son 60e anniversaire »."""
    prose = article.text.prose
    for match in scan(_jubilee(), prose):
        if (
            match["named"]
            and not prose.startswith("son ", match.start() - 4)
            and not _of().match(prose, match.end())
        ):
            continue  # « le centenaire » may be a man
        years = JUBILEES[match["named"].lower()] if match["named"] else int(match["rank"])
        yield from _anniversary(article, settings, Span(match.start(), match.end()), years, 1)


def _anniversary(
    article: Article, settings: Settings, span: Span, years: int, slack: int
) -> Iterator[Anniversary]:
    """The birth and the feast that the sentence dates; the day of publication stands for a feast without a date."""
    prose = article.text.prose
    sentence = sentence_around(prose, span)
    inside = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
    births = [d for d in inside if begun(prose, sentence, d.span)] or [
        d for d in inside if d.span.start > span.end and _of_event().fullmatch(prose, span.end, d.span.start)
    ]
    if not births and len(inside) == 1 and not _of().match(prose, span.end):
        births = _told_before(article, sentence)
    if len(births) != 1:
        return
    others = [d for d in inside if d is not births[0]]
    day = published(article, settings)
    last = others[0].year if len(others) == 1 else (day.year if day and not others else None)
    first = births[0].year
    if first is not None and last is not None and last > first:
        yield Anniversary(span, years, first, last, (births[0].span, *(d.span for d in others)), slack)
