"""A duration that its own dates contradict.

Three shapes: two bounds tied to a duration (« de 2012 à 2020, soit dix ans », « un mandat de six ans
(2014-2018) »); two dates of a sentence and the time said to lie between them (« ouvert en 1990, fermé en
2015, vingt ans plus tard »); a birth, an anniversary and its year (« créée en 1944, elle soufflera ses 90
bougies en 2024 », « fondé en 1923, le club fête son cinquantenaire en 2023 »). What is granted for a time and
runs out (« signé en 2013 pour vingt ans, il expire en 2038 »), and two events that a duration sets apart (« dix ans
séparent le vote, en 2011, de l'ouverture, en 2016 »). Months and hours too: « de novembre à mars, sept mois
durant », « de 8 heures à 12 heures, soit six heures »; days of the week, months told apart, editions, delays on what was
planned (« du mardi au samedi, soit cinq jours », « déposé en mai, accordé en août », « sa 31e édition », « promis pour 2019 »).

Both bounds may be counted or not, a year without month may be off by one, a duration in a coarser unit
may be rounded; « quinze jours » is two weeks. A duration shorter than the period is not judged unless a
word makes it the whole period (« soit », « a duré »…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from relecture.checks.anniversaries import Anniversary, celebrated, jubilees
from relecture.checks.base import Outcome, Rule, evidence, finding, verification
from relecture.checks.calendar import Dated, dated
from relecture.checks.clock import openings
from relecture.checks.day_counts import Counted, counted
from relecture.checks.editions import editions, named_terms
from relecture.checks.nth_day import Ranked, ranked
from relecture.checks.periods import Length, Period, agrees, lengths, periods
from relecture.checks.stretches import stretch
from relecture.checks.tied import several, tied
from relecture.checks.told_between import between
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Severity, Span, Verdict

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
    bounds = periods(article) if stated else []
    moments = [d for d in dated(article) if d.year is not None or (d.day is not None and d.month is not None)]
    for period in bounds:
        for length in stated:
            if length.quantity.span in judged or several(article.text.prose, bounds, length):
                continue
            if tied(article.text.prose, period, length):
                outcome = _judge(article, settings, period, length)
                if outcome is not None:
                    judged.add(length.quantity.span)
                    yield outcome
    for length in stated:
        if length.quantity.span not in judged:
            if len(moments) > 1:
                later = list(_later(article, settings, moments, length))
                yield from later or _untied(article, settings, moments, length, stated)
            for feast in celebrated(article, settings, length):
                yield _held(article, settings, feast)
            for case in counted(article, length):
                yield _miscounted(article, settings, case)
    for feast in (*jubilees(article, settings), *editions(article, settings), *named_terms(article)):
        yield _held(article, settings, feast)
    for day in ranked(article):
        yield _misranked(article, settings, day)
    yield from _hours(article, settings)


def _judge(
    article: Article, settings: Settings, period: Period, length: Length, *written: Span
) -> Outcome | None:
    """The outcome for *length* against *period*; *written* are its two bounds where they stand apart."""
    verdict = agrees(period, length)
    if verdict is None:
        return None
    raw = article.text.raw
    items = [
        *(evidence(article, span, "bornes") for span in written or (period.span,)),
        evidence(article, length.quantity.span, "durée", length.quantity.id),
    ]
    expected = _said(period.days or 0.0, length.unit)
    stated = length.quantity.span.of(raw)
    bounds = " … ".join(span.of(raw) for span in written or (period.span,))
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


_YEAR = 365.25
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


def _later(article: Article, settings: Settings, moments: Sequence[Dated], length: Length) -> Iterator[Outcome]:
    """« … en 1990 … en 2015, vingt ans plus tard », « … en 1978… en 2020. Cinquante ans de service, donc »."""
    found = stretch(article.text.prose, length.quantity.span, moments)
    if found is None:
        return
    first, last = _same_year(found.first, found.last)
    if (first.year is None) != (last.year is None):
        return
    if first.year is None and _since().search(
        article.text.prose, max(0, last.span.start - 12), last.span.start
    ):
        first, last = last, first  # « couplé le 18 avril, il était à l'arrêt depuis le 4 janvier »
    bounds = sorted((first.span, last.span))
    period = Period(Span(bounds[0].start, bounds[1].end), first, last)
    if found.sure or _contradicts(period.days or 0.0, length):
        outcome = _judge(article, settings, period, length, *bounds)
        if outcome is not None:
            yield outcome


def _untied(
    article: Article, settings: Settings, moments: Sequence[Dated], length: Length, stated: Sequence[Length]
) -> Iterator[Outcome]:
    """A slip in the only duration of a sentence, by its only two moments."""
    for period in between(article, length, moments, stated):
        outcome = _judge(article, settings, period, length, *sorted((period.first.span, period.last.span)))
        if outcome is not None:
            yield outcome


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        r"\bdepuis\s(?:le\s|la\s)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?$"
    )


def _same_year(first: Dated, last: Dated) -> tuple[Dated, Dated]:
    """« Entamé le 14 février 2025, il a pris fin le 4 avril »: a day without a year is of the one told, or of the next."""
    if first.year is None or first.month is None or last.year is not None or last.month is None:
        return first, last
    later = (last.month, last.day or 0) >= (first.month, first.day or 0)
    return first, replace(last, year=first.year + (0 if later else 1))


def _contradicts(days: float, length: Length) -> bool:
    """True for a duration that cannot be a part of *days*, or that a slip of ten years would mend."""
    slip = round((days - length.days) / _YEAR)
    return length.days > days or slip == 10


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


def _miscounted(article: Article, settings: Settings, case: Counted) -> Outcome:
    """Named days or months that a count disagrees with."""
    quantity = case.length.quantity
    expected = f"{case.expected} {_NAMES[case.unit]}" + (
        "s" if case.unit == "day" and case.expected > 1 else ""
    )
    stated = quantity.span.of(article.text.raw)
    return _bounded(article, settings, case.ends, quantity.span, expected, stated, quantity.id)


def _misranked(article: Article, settings: Settings, day: Ranked) -> Outcome:
    """A day whose rank the days around refuse."""
    expected, stated = f"le {day.expected}e jour", f"le {day.span.of(article.text.raw)}"
    return _bounded(article, settings, day.ends, day.span, expected, stated)


def _bounded(
    article: Article,
    settings: Settings,
    ends: Iterable[Span],
    told: Span,
    expected: str,
    stated: str,
    mention: str | None = None,
) -> Finding:
    """What the bounds *ends* make, where *told* says something else."""
    items = [evidence(article, end, "bornes") for end in ends]
    return finding(
        RULE,
        settings,
        [*items, evidence(article, told, "durée", mention)],
        confidence=0.9,
        bounds=" … ".join(item.text for item in items),
        expected=expected,
        stated=stated,
        calculation=Calculation("duration", stated, expected, Verdict.INCONSISTENT),
    )


def _hours(article: Article, settings: Settings) -> Iterator[Outcome]:
    """Hours of the day against the duration they are said to make, what people round forgiven."""
    for opening in openings(article):
        if opening.agrees:
            continue
        hours, minutes = divmod(opening.minutes, 60)
        expected = f"{hours} h {minutes:02d}" if minutes else f"{hours} heures"
        said = opening.stated.span.of(article.text.raw)
        items = [
            *(evidence(article, span, "bornes") for span in opening.bounds),
            evidence(article, opening.stated.span, "durée", opening.stated.id),
        ]
        yield finding(
            RULE,
            settings,
            items,
            confidence=0.93,
            bounds=" … ".join(span.of(article.text.raw) for span in opening.bounds),
            expected=expected,
            stated=said,
            calculation=Calculation("duration", said, expected, Verdict.INCONSISTENT),
        )
