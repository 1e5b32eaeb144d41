"""One event told at two times of the day: « La réunion aura lieu jeudi à 18 h 30 », then « pour cette réunion, jeudi à 19 h 30 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from relecture.checks.clock import Hour, hours_of_day
from relecture.checks.prose import sentence_around
from relecture.dates import WEEKDAYS
from relecture.fr.event_words import ANNOUNCED, OTHER_TIME, TAKES_PLACE, TIMED
from relecture.types import Article, Span

#: How far before its hour an event may be told, and how far apart the two tellings may be, in characters.
_BACK, _FAR = 110, 700
_HOUR = 60


@dataclass(frozen=True, slots=True)
class _Told:
    noun: str
    complement: str
    hour: Hour


@cache
def _event() -> re.Pattern[str]:
    days = "|".join(WEEKDAYS)
    day = rf"(?:(?:{days})(?:\s(?:matin|soir|midi|après-midi))?(?:\s\d{{1,2}}\s\w+)?,?\s)?"
    return re.compile(
        rf"(?:(?P<article>l[ea]\s|l'|les\s|cette?\s|ces?\s|du\s|au\s|[ld]'|de\sla\s)|(?:^|[.\n»]\s?))(?P<noun>{TIMED})(?P<complement>(?:\s(?!à\b|sera\b|est\b|a\b|aura\b|qui\b)[^\W\d][\w'-]*){{0,4}}?)"
        rf"(?:\s(?:{TAKES_PLACE})(?:\s[^\W\d][\w'-]*){{0,4}}?|,?\s(?:qui\s(?:{TAKES_PLACE})|{ANNOUNCED})(?:\s[^\W\d][\w'-]*){{0,2}}?|,)?\s{day}(?:à|dès|vers|de|pour)\s$",
        re.I,
    )


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.I)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{OTHER_TIME})(?!\w)", re.I)


def told_twice(article: Article) -> Iterator[tuple[Span, Span]]:
    """The two times of each event that is told again at another hour, or at another minute of it."""
    hours = hours_of_day(article)
    if len(hours) < 2:
        return
    told: dict[str, list[_Told]] = {}
    for hour in hours:
        found = _told(article, hour)
        if found is not None:
            told.setdefault(found.noun, []).append(found)
    for tellings in told.values():
        for first, second in pairwise(tellings):
            if _conflict(article, first, second, hours):
                yield first.hour.span, second.hour.span
                break


def _told(article: Article, hour: Hour) -> _Told | None:
    prose = article.text.prose
    start = max(sentence_around(prose, hour.span).start, hour.span.start - _BACK)
    match = _event().search(prose[start : hour.span.start])
    if match is None:
        return None
    return _Told(
        noun=match["noun"].lower(),
        complement=" ".join(match["complement"].lower().split()),
        hour=hour,
    )


def _conflict(article: Article, first: _Told, second: _Told, hours: list[Hour]) -> bool:
    one, other = first.hour, second.hour
    if one.minutes == other.minutes or other.span.start - one.span.end > _FAR:
        return False
    # a time badly copied keeps its minutes, or its hour
    if one.minutes % _HOUR != other.minutes % _HOUR and one.minutes // _HOUR != other.minutes // _HOUR:
        return False
    if first.complement and second.complement and first.complement != second.complement:
        return False
    text = article.text.prose
    here, there = (sentence_around(text, h.span) for h in (one, other))
    days = [{m[0].lower() for m in _day().finditer(text, s.start, s.end)} for s in (here, there)]
    if all(days) and days[0] != days[1]:
        return False
    if here == there or any(_several(text, s, h, hours) for s, h in ((here, one), (there, other))):
        return False
    return not any(_other().search(text, s.start, s.end) for s in (here, there))


def _several(text: str, sentence: Span, hour: Hour, hours: list[Hour]) -> bool:
    """True for « à 18 heures et à 20 heures »: an event that is held more than once."""
    near = [h for h in hours if sentence.contains(h.span) and h is not hour]
    return any(
        re.fullmatch(
            r"\s?(?:,|et|ou|puis|-|à|et\sà)\s?(?:à\s)?",
            text[min(h.span.end, hour.span.end) : max(h.span.start, hour.span.start)],
        )
        for h in near
    )
