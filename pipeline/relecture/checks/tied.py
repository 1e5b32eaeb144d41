"""A duration beside the two bounds that it measures: « de 2012 à 2020, soit dix ans », « six ans (2014-2018) »."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.periods import Length, Period
from relecture.checks.prose import sentence_around
from relecture.checks.stretch_cues import did
from relecture.fr.stretch_words import DRAWN_UP, HELD, NOT_FILLED, RUNS, STAYS, WHOLE
from relecture.fr.time_words import EQUALS
from relecture.types import Span

#: How far a clause that says how long a thing stays may go.
_FAR = 90


@cache
def _tie() -> re.Pattern[str]:
    loose = r"(?:environ|près de|plus de|moins de|quelque|presque|exactement|à peine|un peu plus de|un peu moins de|encore|déjà)"
    # …and « le mandat (2014-2023) de six ans ».
    return re.compile(
        rf"\)\s(?:de|d'une durée de)\s|\s?[,;(:–—]?\s?(?:(?:{any_of(EQUALS)})\s){{0,2}}(?:{loose}\s)?", re.I
    )


@cache
def _tie_before() -> re.Pattern[str]:
    # « dix ans, de 2012 à 2020 », « six ans (2014-2018) », « 43 ans de service (1977-2010) », « dix ans durant, de… »
    return re.compile(
        r"(?:\sdurant)?\s?[,:(]?\s?|(?:\s(?:de|d'|à la|au|aux|en|comme)\s?[\w' -]{1,40})?\s?\("
        rf"|(?:{WHOLE}),?\s|(?:{HELD}),\s"
    )


@cache
def _runs() -> re.Pattern[str]:
    # « d'une durée de quinze ans, court de 2026 à 2041 »
    return re.compile(rf",?\s(?:qui\s)?(?:{RUNS})\s(?:\w+\s)?", re.I)


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:d'une durée (?:totale )?de|d'une période de|prévue?s? (?:sur|pour)|(?:qui |, )dur(?:e|ent|era|eront|ait|aient)|(?:{DRAWN_UP})s?(?:\s\w+){{0,2}}\sde)\s$",
        re.I,
    )


@cache
def _spent() -> re.Pattern[str]:
    # « il a passé trente ans à la tête du festival, de 1995 à 2015 »
    return re.compile(r"(?:\s[^.,;:()\d]{2,50})?,\s")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"\s?[.;!?)]|,\s(?:avant|puis|et)\b|$")


@cache
def _stays() -> re.Pattern[str]:
    # « visible du 3 mai au 3 août, l'exposition s'installe pour trois mois »: longer than the time it is there
    return re.compile(
        rf",\s(?:(?:l[ae]\s|l'|cett?e?\s|elle\s|il\s)(?:[^\W\d][\w'-]*\s){{0,4}}?)?(?:{STAYS})\s(?:(?!(?:ensuite|puis|encore|déjà|alors|aussi|après)\b)[^\W\d][\w'-]*\s){{0,4}}?(?:pour|pendant|durant)?\s?",
        re.I,
    )


def tied(prose: str, period: Period, length: Length) -> bool:
    """True when the words between *period* and *length* make the one the length of the other."""
    span = length.quantity.span
    if span.start >= period.span.end:
        gap = prose[period.span.end : span.start]
        if length.days > (period.days or 0.0) and len(gap) <= _FAR and _stays().fullmatch(gap):
            return (
                closes(prose, span.end, longer=True)
                or prose.startswith((" à l'affiche", " au ", " sur place"), span.end)
                or re.search(r"\b(?:pour|pendant|durant)\s$", gap) is not None
            )
        if len(gap) > 40 or _tie().fullmatch(gap) is None:
            return False
        if ";" in gap and prose.startswith(" plus tard", span.end):
            return False  # « du 3 au 10 juillet ; quatorze jours plus tard débute celui de Vichy »
        # « de 2012 à 2020, dix ans »: without a word for it, the comma must close on the duration.
        return (
            bool(gap.strip(" ,(")) or closes(prose, span.end, longer=length.days > (period.days or 0.0))
        ) and not _part(gap, period, length)
    gap = prose[span.end : period.span.start]
    if len(gap) <= 60 and _runs().fullmatch(gap):
        return _sized().search(prose, max(0, span.start - 48), span.start) is not None
    if (
        len(gap) <= 60
        and _spent().fullmatch(gap)
        and did().search(prose, max(0, span.start - 48), span.start)
        and _ends().match(prose, period.span.end)
    ):
        return True
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


def several(prose: str, bounds: list[Period], length: Length) -> bool:
    """True when the sentence gives two periods before a duration, which may add them up."""
    sentence = sentence_around(prose, length.quantity.span)
    return sum(sentence.contains(p.span) and p.span.end <= length.quantity.span.start for p in bounds) > 1


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[.,;)!?]|$)|\s(?:plus tard|durant\b|pendant\slesquel|où\s|sans\s|d'affilée|en tout|au total|en continu"
        rf"|(?:d'\s?|de\s)(?!(?:{NOT_FILLED})))"
    )


def closes(prose: str, at: int, *, longer: bool = False) -> bool:
    """True when what stands at *at* ends an apposition, or says what fills it: « dix ans. », « dix ans d'absence ».

    A duration that is *longer* than the time it stands beside may also be « dix ans pour… ».
    """
    return _closing().match(prose, at) is not None or (longer and prose.startswith(" pour ", at))


def _whole(prose: str, span: Span) -> bool:
    """True when the duration is not an age nor the moment of something (« à dix ans », « il y a dix ans »)."""
    return (
        re.search(
            r"(?:\bà|il y a|âgée? de|dans|d'ici|ses|tous les)\s$",
            prose[max(0, span.start - 12) : span.start],
            re.I,
        )
        is None
        or re.search(
            r"\b(?:pendant|durant|après|au cours de|lors de)\s(?:ses|leurs)\s$", prose[: span.start][-24:], re.I
        )
        is not None
    )
