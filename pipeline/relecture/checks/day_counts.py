"""Days and months counted between two that are named: « du mardi au samedi, soit cinq jours », « déposé en mai, accordé en août, trois mois plus tard »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.calendar import MONTHS
from relecture.checks.periods import Length
from relecture.checks.prose import preceding, sentence_around
from relecture.dates import WEEKDAYS
from relecture.types import Approximation, Article, Span

_YEAR = 12
#: « ces deux jours » after a range of five are some of them.
_SLIP = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A length against what its two named ends make, in days or in months (``unit``)."""

    length: Length
    ends: tuple[Span, ...]
    expected: int
    unit: str


@cache
def _week() -> re.Pattern[str]:
    days = "|".join(WEEKDAYS)
    return re.compile(
        rf"\bdu\s(?P<one>{days})\sau\s(?P<other>{days})(?P<whole>\s(?:inclus|compris))?(?:,?\s(?:soit|donc)\s|\s?\(|,\s|\s?:\s)(?:pendant\s)?$",
        re.I,
    )


@cache
def _from_to() -> re.Pattern[str]:
    days = "|".join(WEEKDAYS)
    return re.compile(
        rf"\bdu\s(?P<one>{days})\sau\s(?P<other>{days})(?P<whole>\s(?:inclus|compris))?(?!\w|\s\d)", re.I
    )


@cache
def _these() -> re.Pattern[str]:
    return re.compile(r"\b(?:ces|pendant les|durant les)\s$", re.I)


def _told_before(prose: str, span: Span) -> re.Match[str] | None:
    """« … du lundi au vendredi inclus. Ces cinq jours de grève… »: the only range of the sentence before."""
    if not _these().search(prose, max(0, span.start - 12), span.start):
        return None
    before = preceding(prose, sentence_around(prose, span))
    found = list(_from_to().finditer(prose, before.start, min(before.end, span.start)))
    return found[0] if len(found) == 1 else None


@cache
def _weekly() -> re.Pattern[str]:
    return re.compile(r"\s(?:par semaine|sur sept|sur 7|de suite|d'affilée|consécutifs|hebdomadaires)\b", re.I)


def _days(article: Article, length: Length) -> Iterator[Counted]:
    """« du mardi au samedi inclus, soit cinq jours par semaine »: the first and the last day both count."""
    prose, span = article.text.prose, length.quantity.span
    if length.unit != "day":
        return
    match = _week().search(prose, max(0, span.start - 64), span.start)
    if match is not None and not (re.search(r"soit|donc", match[0]) or _weekly().match(prose, span.end)):
        return
    before = None if match else _told_before(prose, span)
    match = match or before
    if match is None:
        return
    apart = (WEEKDAYS.index(match["other"].lower()) - WEEKDAYS.index(match["one"].lower())) % 7
    fewer = 0 if match["whole"] or _weekly().match(prose, span.end) else 1
    if before and abs(length.value - apart - 1) > _SLIP:
        return
    if apart and not apart + 1 - fewer <= length.value <= apart + 1:
        yield Counted(
            length, (Span(match.start(), match.end("whole" if match["whole"] else "other")),), apart + 1, "day"
        )


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:en|début|fin|de|depuis|courant|au mois de|au mois d'|d'|à la mi-|mi-)\s?(?P<month>{'|'.join(MONTHS)})(?!\w|\s\d)",
        re.I,
    )


@cache
def _later() -> re.Pattern[str]:
    return re.compile(r"\s(?:plus tard|après)(?=\s?[,.;:)]|$)", re.I)


def _months(article: Article, length: Length) -> Iterator[Counted]:
    """« déposé en novembre, accordé en mai, six mois plus tard »: the months of one year or of the next."""
    prose, span = article.text.prose, length.quantity.span
    if length.unit != "month" or not _later().match(prose, span.end):
        return
    sentence = sentence_around(prose, span)
    if re.search(r"\d{4}|\bans?\b|\bdernier|\bsuivant|\bprochain", prose[sentence.start : sentence.end]):
        return
    found = list(_month().finditer(prose, sentence.start, sentence.end))
    if len(found) != 2 or found[0].end() > span.start:
        return
    one, other = (MONTHS.index(m["month"].lower()) for m in found)
    apart = (other - one) % _YEAR
    if apart and abs(int(length.value) % _YEAR - apart) > 1 and length.value < _YEAR:
        yield Counted(length, tuple(Span(*m.span("month")) for m in found), apart, "month")


def counted(article: Article, length: Length) -> Iterator[Counted]:
    """What the named ends around *length* make, when it differs."""
    if length.quantity.approximation is Approximation.NONE:
        yield from _days(article, length)
        yield from _months(article, length)
