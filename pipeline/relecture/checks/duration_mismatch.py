"""A duration that its own dates contradict.

Three shapes: two bounds tied to a duration (« de 2012 à 2020, soit dix ans », « un mandat de six ans
(2014-2018) »); two dates of a sentence and the time said to lie between them (« ouvert en 1990, fermé en
2015, vingt ans plus tard »); a birth, an anniversary and its year (« créée en 1944, elle soufflera ses 90
bougies en 2024 », « fondé en 1923, le club fête son cinquantenaire en 2023 »). Hours too: « de 8 heures à
12 heures, soit six heures ».

Both bounds may be counted or not, a year without month may be off by one, a duration in a coarser unit
may be rounded; « quinze jours » is two weeks. A duration shorter than the period is not judged unless a
word makes it the whole period (« soit », « a duré »…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.anniversaries import Anniversary, celebrated, jubilees
from relecture.checks.base import Outcome, Rule, evidence, finding, verification
from relecture.checks.calendar import dated
from relecture.checks.clock import openings
from relecture.checks.periods import Length, Period, agrees, lengths, periods
from relecture.checks.prose import sentence_around
from relecture.fr.time_words import EQUALS
from relecture.settings import Settings
from relecture.types import Article, Calculation, Severity, Span, Verdict

RULE = Rule(
    slug="duration-mismatch",
    code="T03",
    family="T",
    severity=Severity.WARNING,
    title={"fr": "Durée et dates discordantes", "en": "Duration and dates disagree"},
    why={
        "fr": "Les dates et la durée se calculent l’une par l’autre : quand elles divergent, l’une est fausse.",
        "en": "Dates and duration can be computed from each other: when they differ, one is wrong.",
    },
    messages={
        "default": {
            "fr": "« {bounds} » : cela fait {expected}, pas {stated}.",
            "en": "“{bounds}”: that makes {expected}, not {stated}.",
        },
        "anniversary": {
            "fr": "De {first} à {last}, cela fait {expected}, pas {stated}.",
            "en": "From {first} to {last} it is {expected}, not {stated}.",
        },
        "verified": {
            "fr": "« {bounds} » : {stated}, c’est exact.",
            "en": "“{bounds}”: {stated} is right.",
        },
    },
    flagged=(
        "Le théâtre a fermé de 2009 à 2021, soit vingt ans d’absence.",
        "La passerelle sera coupée du 2 au 9 mai, soit trois semaines.",
        "Fondée en mars 1951, la fanfare soufflera ses 60 bougies en mars 2021.",
        "Le chantier, lancé en 2004, s’est achevé en 2019, trente ans plus tard.",
        "La piscine ouvre de 9 h à 12 h, soit cinq heures par jour.",
    ),
    accepted=(
        "Le théâtre a fermé de 2009 à 2021, soit douze ans d’absence.",
        "La passerelle sera coupée du 2 au 9 mai, soit huit jours.",
        "Fondée en mars 1951, la fanfare soufflera ses 70 bougies en mars 2021.",
        "Entre 2009 et 2021, il a passé cinq ans à Lisbonne.",
        "Elle a dirigé l’école de 1998 à 2010, avant un congé de trois ans.",
    ),
    false_positives=(
        "Une durée officielle qui ne suit pas le calendrier (mandat prolongé, peine aménagée).",
        "Un anniversaire fêté avec une année de retard.",
    ),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """One outcome a duration: bounds first, then dates of the sentence, anniversaries, hours."""
    judged: set[Span] = set()
    stated = lengths(article)
    bounds = periods(article)
    for period in bounds:
        for length in stated:
            if length.quantity.span in judged or _several(article.text.prose, bounds, length):
                continue
            if _tied(article.text.prose, period, length):
                outcome = _judge(article, settings, period, length)
                if outcome is not None:
                    judged.add(length.quantity.span)
                    yield outcome
    for length in stated:
        if length.quantity.span not in judged:
            yield from _later(article, settings, length)
            for feast in celebrated(article, settings, length):
                yield _held(article, settings, feast)
    for feast in jubilees(article, settings):
        yield _held(article, settings, feast)
    yield from _hours(article, settings)


# ---------------------------------------------------------------- bounds and duration side by side


@cache
def _tie() -> re.Pattern[str]:
    equals = "|".join(sorted(map(re.escape, EQUALS), key=len, reverse=True))
    loose = r"(?:environ|près de|plus de|moins de|quelque|presque|exactement|à peine|un peu plus de|un peu moins de|encore|déjà)"
    return re.compile(rf"\s?[,;(:–—]?\s?(?:(?:{equals})\s){{0,2}}(?:{loose}\s)?", re.I)


@cache
def _tie_before() -> re.Pattern[str]:
    # « dix ans, de 2012 à 2020 », « six ans (2014-2018) », « 43 ans de service (1977-2010) »
    return re.compile(r"\s?[,:(]?\s?|(?:\s(?:de|d'|à la|au|aux|en|comme)\s?[\w' -]{1,40})?\s?\(")


def _tied(prose: str, period: Period, length: Length) -> bool:
    span = length.quantity.span
    if span.start >= period.span.end:
        gap = prose[period.span.end : span.start]
        if len(gap) > 40 or _tie().fullmatch(gap) is None:
            return False
        # « de 2012 à 2020, dix ans »: without a word for it, the comma must close on the duration.
        return (bool(gap.strip(" ,(")) or _closes(prose, span.end)) and not _part(gap, period, length)
    gap = prose[span.end : period.span.start]
    if len(gap) > 60 or _tie_before().fullmatch(gap) is None:
        return False
    if "(" not in gap and not gap.strip():
        return (
            re.search(
                r"(?:pendant|durant|soit)\s(?:près de\s|plus de\s)?$",
                prose[max(0, span.start - 24) : span.start],
            )
            is not None
        )
    return _whole(prose, span)


def _part(gap: str, period: Period, length: Length) -> bool:
    """True for a shorter stretch of the period: « entre 2001 et 2020, pendant cinq ans »."""
    within = re.search(r"\b(?:pendant|durant|en|sur|pour)\b", gap, re.I)
    return within is not None and "soit" not in gap and length.days < (period.days or 0.0)


def _several(prose: str, bounds: list[Period], length: Length) -> bool:
    """True when the sentence gives two periods before a duration, which may add them up."""
    sentence = sentence_around(prose, length.quantity.span)
    return sum(sentence.contains(p.span) and p.span.end <= length.quantity.span.start for p in bounds) > 1


def _closes(prose: str, at: int) -> bool:
    return re.match(r"\s?(?:[.,;)!?]|$|plus tard|d'|de\s)", prose[at:]) is not None


def _whole(prose: str, span: Span) -> bool:
    """True when the duration is not an age nor the moment of something (« à dix ans », « il y a dix ans »)."""
    return (
        re.search(
            r"(?:\bà|il y a|âgée? de|dans|d'ici|ses|tous les)\s$",
            prose[max(0, span.start - 12) : span.start],
            re.I,
        )
        is None
    )


def _judge(article: Article, settings: Settings, period: Period, length: Length) -> Outcome | None:
    verdict = agrees(period, length)
    if verdict is None:
        return None
    raw = article.text.raw
    items = [
        evidence(article, period.span, "bornes"),
        evidence(article, length.quantity.span, "durée", length.quantity.id),
    ]
    expected = _said(period.days or 0.0, length.unit)
    stated = length.quantity.span.of(raw)
    bounds = period.span.of(raw)
    if verdict:
        calculation = Calculation("duration", stated, expected, Verdict.VERIFIED)
        return verification(RULE, settings, items, calculation, bounds=bounds, stated=stated)
    calculation = Calculation("duration", stated, expected, Verdict.INCONSISTENT)
    return finding(
        RULE,
        settings,
        items,
        confidence=0.93,
        calculation=calculation,
        bounds=bounds,
        expected=expected,
        stated=stated,
    )


_NAMES = {
    "day": "jour",
    "week": "semaine",
    "month": "mois",
    "year": "an",
    "decade": "décennie",
    "century": "siècle",
}


def _said(days: float, unit: str) -> str:
    """*days* in the unit that the text uses, or in days when that is clearer."""
    size = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}[unit]
    if unit == "week":
        return f"{days:.0f} jours"
    number = round(days / size, 1)
    text = (
        f"{number:.0f}"
        if number == int(number) or unit == "day" or number >= 5
        else f"{number}".replace(".", ",")
    )
    plural = "" if number < 2 or unit == "month" else "s"
    return f"{text} {_NAMES[unit]}{plural}"


# ---------------------------------------------------------------- two dates and the time between them


@cache
def _afterwards() -> re.Pattern[str]:
    # « huit ans plus tard », « huit ans après, », « huit ans après son décollage d'octobre 2024 »
    return re.compile(
        r"\s(?:plus tard(?!\w)|après(?=\s?[,.;:)]|$|(?P<event>\s(?:le|la|les|l'|son|sa|ses|leur)\s?[^,;.()]{0,40}$)))",
        re.I,
    )


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(
        r"(?:aura duré|a duré|ont duré|avait duré|soit|au bout de|il aura fallu|il a fallu)\s(?:près de\s|plus de\s|presque\s)?$",
        re.I,
    )


@cache
def _after_word() -> re.Pattern[str]:
    return re.compile(r"\baprès\s(?:près de\s|plus de\s|presque\s|environ\s)?$", re.I)


@cache
def _served() -> re.Pattern[str]:
    # « arrêté en 2020, après 43 ans de fonctionnement »
    return re.compile(
        r"\s(?:de|d')\s?(?!prison|réclusion|négociation|procédure|discussion|attente|retard)\w+", re.I
    )


def _later(article: Article, settings: Settings, length: Length) -> Iterator[Outcome]:
    """« … en 1990 … en 2015, vingt ans plus tard », « vingt ans après, en 2015 », « …, le chantier aura duré douze ans »."""
    prose, span = article.text.prose, length.quantity.span
    sentence = sentence_around(prose, span)
    days = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
    if len(days) != 2 or ";" in prose[days[0].span.end : days[1].span.start]:
        return
    between = days[0].span.end <= span.start and span.end <= days[1].span.start
    after = _afterwards().match(prose, span.end, days[1].span.start if between else sentence.end)
    stretch = _stretch().search(prose, max(sentence.start, span.start - 30), span.start)
    served = _served().match(prose, span.end) and _after_word().search(
        prose, max(0, span.start - 20), span.start
    )
    if not after and (not (stretch or served) or span.start < days[1].span.end):
        return
    ordered = days[::-1] if after and after["event"] else days
    period = Period(Span(days[0].span.start, days[1].span.end), *ordered)
    outcome = _judge(article, settings, period, length)
    if outcome is not None:
        yield outcome


# ---------------------------------------------------------------- anniversaries and hours


def _held(article: Article, settings: Settings, feast: Anniversary) -> Outcome:
    """The years celebrated against those that the dates make."""
    items = [evidence(article, s, "date") for s in feast.dates]
    items.insert(1, evidence(article, feast.span, "anniversaire"))
    said, expected = feast.span.of(article.text.raw), f"{feast.last - feast.first} ans"
    if abs(feast.last - feast.first - feast.years) <= feast.slack:
        calculation = Calculation("duration", said, expected, Verdict.VERIFIED)
        return verification(
            RULE, settings, items, calculation, bounds=f"{feast.first}-{feast.last}", stated=said
        )
    return finding(
        RULE,
        settings,
        items,
        "anniversary",
        confidence=0.93,
        calculation=Calculation("duration", said, expected, Verdict.INCONSISTENT),
        first=feast.first,
        last=feast.last,
        expected=expected,
        stated=said,
    )


def _hours(article: Article, settings: Settings) -> Iterator[Outcome]:
    """Hours of the day against the duration they are said to make, half an hour forgiven."""
    for opening in openings(article):
        if abs(opening.stated_minutes - opening.minutes) < 30:
            continue
        hours, minutes = divmod(opening.minutes, 60)
        expected = f"{hours} h {minutes:02d}" if minutes else f"{hours} heures"
        said = opening.stated.span.of(article.text.raw)
        items = [
            evidence(article, opening.span, "bornes"),
            evidence(article, opening.stated.span, "durée", opening.stated.id),
        ]
        yield finding(
            RULE,
            settings,
            items,
            confidence=0.93,
            bounds=opening.span.of(article.text.raw),
            expected=expected,
            stated=said,
            calculation=Calculation("duration", said, expected, Verdict.INCONSISTENT),
        )
