"""Hours of the day and the time between them: « de 8 heures à 12 heures, soit quatre heures »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from relecture.checks.around import loose
from relecture.checks.landmarks import hour_figures
from relecture.checks.prose import sentence_around
from relecture.checks.stretches import stretch
from relecture.checks.tied import closes
from relecture.dates import WEEKDAYS
from relecture.fr.stretch_words import FILLS
from relecture.needles import scan
from relecture.openings import matched, places
from relecture.text import lowered
from relecture.types import Approximation, Article, Kind, Quantity, Span

#: The minutes of a day.
_DAY = 24 * 60
#: The hours that a morning and an afternoon may hold, in minutes.
_MORNING, _AFTERNOON = (300, 780), (720, 1200)
#: What a duration in hours is rounded to, in minutes; a finer one is held to a tenth.
_WHOLE, _PART = 29, 20
#: What « plus de » and « moins de » forgive, between two hours told to the minute.
_STRICT = 7


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of the day, in minutes since midnight."""

    span: Span
    minutes: int


@dataclass(frozen=True, slots=True)
class Opening:
    """Two hours of the day, the minutes between them, and a duration that the text makes equal to them.

    ``sure`` is false for a duration that may be a part of that time.
    """

    bounds: tuple[Span, ...]
    minutes: int
    stated: Quantity
    sure: bool = True
    #: « près de six heures »: hardly more, and not fewer by much.
    near: bool = False
    #: « vers 14 heures »: one of the hours is not told to the minute.
    loose: bool = False

    @property
    def stated_minutes(self) -> int:
        """The duration in minutes."""
        return int((self.stated.value or 0) * (60 if _in_hours(self.stated) else 1))

    @property
    def agrees(self) -> bool:
        """True when the duration, rounded as people do, can be the time between the two hours."""
        said = self.stated_minutes
        slack = (_WHOLE if said % 60 == 0 else _PART) if _in_hours(self.stated) else max(5, said // 10)
        off = said - self.minutes
        how = self.stated.approximation
        # « plus de trois heures » are not two and a quarter, « moins de trois » not three and three quarters
        over, under = (Approximation.OVER, Approximation.AT_LEAST), (Approximation.UNDER, Approximation.AT_MOST)
        strict = (off > 0 and how in over) or (off < 0 and how in under)
        if strict and not self.loose:
            slack = min(slack, _STRICT)
        elif how is not Approximation.NONE and not strict:
            slack += said * (5 if self.near else 15) // 100
        return abs(off) <= slack or (not self.sure and off < 0)


@cache
def _clock() -> re.Pattern[str]:
    def time(n: int) -> str:
        return rf"(?P<t{n}>(?P<h{n}>[01]?\d|2[0-3])\s?(?:h|heures?)(?:\s?(?P<m{n}>[0-5]\d))?)(?!\d)"

    return re.compile(rf"\b(?:de|entre)\s{time(1)}\s(?:à|et)\s{time(2)}", re.I)


@cache
def _from_to() -> re.Pattern[str]:
    # An hour of the day with what comes before the second.
    return re.compile(r"\d+\s?(?i:h|heures?)\s?(?:[0-5]\d)?\s(?i:à|et)\s\d")


def _told_from_to(prose: str) -> bool:
    return any(_from_to().match(prose, at) for at in hour_figures(prose))


@cache
def _tie() -> re.Pattern[str]:
    return re.compile(
        rf"\s?,?\s?(?:soit|c'est-à-dire|pendant|donc|ce qui fait)\s{loose()}|\s?[,:(—–]\s?{loose()}"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:pendant|durant|soit)\s){loose()}$", re.I)


@cache
def _filled() -> re.Pattern[str]:
    return re.compile(FILLS)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,|,?\s(?:et|puis|et puis))\s?", re.I)


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(r"(?<![\w,.-])(?P<h>[01]?\d|2[0-3])\s?(?i:h|heures?)(?:\s?(?P<m>[0-5]\d))?(?!\w|\s?\d)")


_NOON = {"midi": 720, "minuit": 1440}


@cache
def _to_noon() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:à|vers|entre|et) $", re.I)


def hours_of_day(article: Article) -> list[Hour]:
    """Every time of the day, durations and rates left out."""
    prose, busy = article.text.prose, {q.span.start for q in article.quantities}
    found = []
    for match in matched(_hour(), prose, hour_figures(prose)):
        if match.start() not in busy:
            minutes = int(match["h"]) * 60 + int(match["m"] or 0)
            found.append(Hour(Span(match.start(), match.end()), minutes))
    for word, minutes in _NOON.items():
        for at in places(lowered(prose), word):
            if at not in busy and _to_noon().search(prose, max(0, at - 7), at):
                found.append(Hour(Span(at, at + len(word)), minutes))
    found.sort(key=lambda hour: hour.span)
    found += _same_hour(prose, found)
    return sorted(found, key=lambda hour: hour.span)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(r"\bla même heure\b", re.I)


def _same_hour(prose: str, hours: Sequence[Hour]) -> Iterator[Hour]:
    """« jeudi à la même heure »: the one told just before, in the sentence."""
    for match in scan(_same(), prose) if hours else ():
        span = Span(*match.span())
        start = sentence_around(prose, span).start
        before = [h for h in hours if start <= h.span.start < span.start]
        if before:
            yield Hour(span, before[-1].minutes)


def openings(article: Article) -> Iterator[Opening]:
    """Every stretch of hours that is tied to a duration; past midnight it goes on to the next day."""
    prose = article.text.prose
    stated = [q for q in article.quantities if _is_time(q)]
    if not stated:
        return
    tied = set()
    for opening in _ranges(prose, stated) if _told_from_to(prose) else ():
        tied.add(opening.stated.span)
        yield opening
    hours = hours_of_day(article)
    for quantity in stated if len(hours) > 1 else ():
        found = stretch(prose, quantity.span, hours) if quantity.span not in tied else None
        if found:
            minutes = _between(found.first.minutes, found.last.minutes)
            one, other = _weekday(prose, found.first), _weekday(prose, found.last)
            if (one is None) != (other is None):
                continue
            if one is not None and other is not None and one != other:
                if (quantity.value or 0) < (24 if _in_hours(quantity) else _DAY):
                    continue
                minutes = (other - one) % 7 * _DAY + found.last.minutes - found.first.minutes
            near = quantity.cue is not None and quantity.cue.of(prose).lower().startswith(("près", "presque"))
            ends = (found.first.span, found.last.span)
            vague = any(_vague().search(prose, max(0, end.start - 20), end.start) for end in ends)
            yield Opening(ends, minutes, quantity, found.sure, near, vague)
        elif quantity.span not in tied:
            yield from _days_off(prose, quantity, hours, stated)


def _days_off(
    prose: str, quantity: Quantity, hours: Sequence[Hour], stated: Sequence[Quantity]
) -> Iterator[Opening]:
    """Hours between the only two moments of a sentence, each with its day, that a day more or less would mend."""
    sentence = sentence_around(prose, quantity.span)
    here = [h for h in hours if sentence.contains(h.span)]
    alone = sum(sentence.contains(q.span) for q in stated) == 1
    if (
        len(here) != 2
        or not alone
        or not _in_hours(quantity)
        or quantity.approximation is not Approximation.NONE
    ):
        return
    one, other = (_weekday(prose, h) for h in here)
    if one is None or other is None or one == other:
        return
    minutes = (other - one) % 7 * _DAY + here[1].minutes - here[0].minutes
    opening = Opening(tuple(h.span for h in here), minutes, quantity)
    if abs(opening.stated_minutes - minutes) == _DAY:
        yield opening


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(r"\b(?:vers|environ|peu (?:avant|après)|autour de|avant|après|passée? de)\s$", re.I)


@cache
def _before_hour() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<day>{'|'.join(WEEKDAYS)})(?:\s(?:matin|midi|après-midi|soir))?,?\s(?:(?:à|vers|dès)\s)?$", re.I
    )


def _weekday(prose: str, hour: Hour) -> int | None:
    """The day of the week that stands just before *hour*: « de lundi, 8 heures, à jeudi, 8 heures »."""
    day = _before_hour().search(prose, max(0, hour.span.start - 32), hour.span.start)
    return WEEKDAYS.index(day["day"].lower()) if day else None


@cache
def _one_part() -> re.Pattern[str]:
    # One part of one day: nothing of it lasts past midnight.
    return re.compile(r"\b(?:après-midi|matin|matinée)\b", re.I)


@cache
def _two_days() -> re.Pattern[str]:
    return re.compile(r"\b(?:nuits?|nocturne|lendemain|soir|soirée|minuit|aube|veille|avant-veille)\b", re.I)


def backwards(article: Article) -> Iterator[tuple[Span, Span, Span]]:
    """« mardi après-midi, entre 16 h 30 et 13 h 45 »: hours of one part of the day that end before they begin.

    The whole, then each hour.
    """
    prose = article.text.prose
    for match in _clock().finditer(prose) if _told_from_to(prose) else ():
        first, last = _minutes(match, 1), _minutes(match, 2)
        sentence = sentence_around(prose, Span(*match.span()))
        part = _one_part().search(prose, sentence.start, sentence.end)
        if first <= last or part is None or _two_days().search(prose, sentence.start, sentence.end):
            continue
        low, high = _AFTERNOON if part[0].lower() == "après-midi" else _MORNING
        if low <= last < first <= high:
            yield Span(*match.span()), Span(*match.span("t1")), Span(*match.span("t2"))


def _ranges(prose: str, stated: Sequence[Quantity]) -> Iterator[Opening]:
    """« de 9 h à 12 h et de 14 h à 18 h, soit sept heures », « quatre heures durant, de 13 h à 15 h »."""
    bounds: list[Span] = []
    minutes = 0
    for match in _clock().finditer(prose):
        span, lasted = Span(*match.span()), _between(_minutes(match, 1), _minutes(match, 2))
        if bounds and _and().fullmatch(prose, bounds[-1].end, span.start):
            bounds, minutes = [*bounds, span], minutes + lasted
        else:
            bounds, minutes = [span], lasted
        for quantity in stated:
            opening = Opening(tuple(bounds), minutes, quantity)
            if quantity.approximation in {Approximation.NONE, Approximation.ABOUT} and _measured(
                prose, opening, several=len(bounds) > 1
            ):
                yield opening


def _measured(prose: str, opening: Opening, *, several: bool) -> bool:
    """True when the words between the hours and the duration make the one the length of the others.

    Without a word for it, a shorter duration must be said to fill them: « de 9 h à 17 h (une heure de pause) ».
    """
    hours, stated = opening.bounds[-1], opening.stated.span
    if stated.start >= hours.end:
        match = _tie().fullmatch(prose, hours.end, stated.start)
        if match is None or match[0].strip(" ,:(—–"):
            return match is not None
        longer = opening.stated_minutes > opening.minutes and closes(prose, stated.end, longer=True)
        return not several and (longer or _filled().match(prose, stated.end) is not None)
    throughout = prose.startswith(" durant", stated.end)
    if several or not re.fullmatch(r"(?:\sdurant)?\s?[,:(]\s?", prose[stated.end : hours.start]):
        return False
    return throughout or _before().search(prose, max(0, stated.start - 30), stated.start) is not None


def _between(first: int, last: int) -> int:
    return (last - first) % (24 * 60) or 24 * 60


def _is_time(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.DURATION
        and quantity.value is not None
        and quantity.unit is not None
        and quantity.unit.canonical in {"hour", "minute"}
    )


def _in_hours(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.canonical == "hour"


def _minutes(match: re.Match[str], n: int) -> int:
    return int(match[f"h{n}"]) * 60 + int(match[f"m{n}"] or 0)
