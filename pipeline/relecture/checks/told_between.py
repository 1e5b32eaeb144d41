"""A duration whose words tie it to nothing, in a sentence that tells two moments and nothing else that lasts.

« Embauché en 1987, parti en 2019, il a fait les trois-huit pendant quarante-deux ans »; « du 18 décembre au 2 janvier :
neuf jours de glisse ». No cue is asked for: the two are held together only where they differ as a slip
does (ten years, two figures swapped, a week, ten days, a whole day of twenty-four hours), and where no other two
dates of the paragraph make the duration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from relecture.checks.births import births
from relecture.checks.calendar import Dated
from relecture.checks.periods import Length, Period
from relecture.checks.prose import paragraph_around, preceding, sentence_around
from relecture.types import Approximation, Article, Span

_YEARS = 365.2425
#: How far off a miscopied duration is: ten years; a week or ten days.
_TEN_YEARS = 10
#: Durations that people round to, in years.
_ROUND = 5
_DAYS_OFF = (7, 10)
#: A span of a few days is told along with many others.
_LEAST_DAYS = 5
_TWO = 2
_LOOSE = frozenset((Approximation.NONE, Approximation.ABOUT))


@cache
def _not_between() -> re.Pattern[str]:
    # ages, delays, terms to come, what is told from the day of the text
    return re.compile(
        r"(?:\b(?:à|il\sy\sa|voilà|âgée?s?\sde|dans(?:\sles)?|d'ici(?:\sà)?|ses|leurs|mes|tous\sles|toutes\sles|chaque|depuis|pour|sur|avant|a|avait|ai|moins\sde|les|(?<!total\s)de|d'|prochaine?s|première?s|dernière?s|celui\sde|en|puis|ensuite)\s"
        r"|[A-ZÀ-Þ][\w'-]+,\s|[\d]\s?[àa-]\s|\bd')(?:l'âge\sde\s|près\sde\s|environ\s|quelque\s)?$"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    # « … ouvert en 1913, a fermé en 1986. Il aura vécu soixante-treize ans. »
    return re.compile(r"(?:Ils?|Elles?|Ce|Cette|Ces|Soit|Au total|En tout)\s")


@cache
def _apposed() -> re.Pattern[str]:
    # « de 1977 à 2014, un règne de trente-sept ans »
    return re.compile(r",\s(?:soit\s)?une?\s[^\W\d][\w'-]*(?:\s[^\W\d][\w'-]*)?\s(?:de\s|d'une durée de\s)$")


@cache
def _of_now() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:condamn|peine|prison|réclusion|sursis|garanti|espérance|renouvel|prolong|reconduct|anniversaire|devai|devra|doi(?:t|vent)\b|impos|oblig|autoris|prév(?:u|oi)|au moins|au plus|maxim|minim)",
        re.I,
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(
        r",?\s(?:(?:de\s|d')(?:prison|réclusion|retard|sursis|détention|moins|plus\b|crédit|garantie|bail|contrat|mandat|études|concession"
        r"|recul|différence|écart|intervalle|âge|avance)|avec\ssursis|plus\s(?:âg|jeun|vieu)|auparavant|avant|après\s(?!le\b|la\b|l')|plus\stôt|par\s|ferme\b|et\sdemi)",
        re.I,
    )


def swapped(stated: int, due: int) -> bool:
    """True for the two figures of *due* the wrong way round."""
    return stated != due and str(stated) == str(due)[::-1] and stated > _LEAST_DAYS


def between(
    article: Article, length: Length, moments: Sequence[Dated], lengths: Sequence[Length]
) -> Iterator[Period]:
    """The only two moments of the sentence of *length*, where it is what a slip makes of the time between them."""
    prose, span = article.text.prose, length.quantity.span
    sentence = sentence_around(prose, span)
    here = [d for d in moments if sentence.contains(d.span)]
    if not here and length.unit == "year" and _goes_on().match(prose, sentence.start):
        sentence = Span(preceding(prose, sentence).start, sentence.end)
        here = [d for d in moments if sentence.contains(d.span)]
    if len(here) != _TWO or length.quantity.approximation not in _LOOSE or length.value % 1:
        return
    if sum(sentence.contains(other.quantity.span) for other in lengths) > 1 or births(prose, sentence, here):
        return
    start = max(sentence_around(prose, span).start, span.start - 40)
    if (
        (_not_between().search(prose, start, span.start) and not _apposed().search(prose, start, span.start))
        or _elsewhere().match(prose, span.end, sentence.end)
        or _of_now().search(prose, sentence.start, sentence.end)
    ):
        return
    if ";" in prose[here[1].span.end : span.start] and prose.startswith(" plus tard", span.end):
        return
    period = Period(Span(here[0].span.start, here[1].span.end), *_ordered(here))
    if _slipped(period, length) and not _explained(prose, length, moments):
        yield period


def _ordered(two: Sequence[Dated]) -> tuple[Dated, Dated]:
    """The two by date; « du 18 décembre au 2 janvier » ends the year after."""
    one, other = two
    if (
        one.year is not None
        and other.year is not None
        and (one.year, one.month or 0, one.day or 0)
        > (
            other.year,
            other.month or 0,
            other.day or 0,
        )
    ):
        return other, one
    return one, other


def _slipped(period: Period, length: Length) -> bool:
    days = period.days
    if days is None or days <= 0 or (period.first.year is None) != (period.last.year is None):
        return False
    stated = int(length.value)
    if length.unit == "year":
        first, last = period.first.year, period.last.year
        if first is None or last is None:
            return False
        due = last - first
        # « trente ans » is also what a law, a licence or a habit of speech says
        return (stated % _ROUND != 0 and abs(stated - due) == _TEN_YEARS) or swapped(stated, due)
    if length.unit == "day" and period.grain == "day":
        due = int(days)
        if min(due, stated) < _LEAST_DAYS or length.days != stated:
            return False
        return any(abs(stated - d) in _DAYS_OFF or swapped(stated, d) for d in (due, due + 1)) and not (
            due <= stated <= due + 1
        )
    return False


def _explained(prose: str, length: Length, moments: Sequence[Dated]) -> bool:
    """True when other dates of the paragraph make the duration."""
    if length.unit != "year":
        return False
    paragraph = paragraph_around(prose, length.quantity.span)
    years = sorted({d.year for d in moments if d.year is not None and paragraph.contains(d.span)})
    return any(abs(last - first - int(length.value)) <= 1 for first, last in combinations(years, 2))
