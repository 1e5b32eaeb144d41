"""Two moments and the time said to lie between them, in one sentence or from one to the next.

« ouvert en 1990, fermé en 2015, vingt ans plus tard »; « couplée en avril 1978, la centrale s'est tue en juin 2020.
Cinquante-deux ans de service, donc »; « partie à 22 h 40, elle arrive à 7 h 10. Ces neuf heures… ». The moments are
years or times of the day: this module only finds which two a duration measures, and how surely.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, Protocol, TypeVar

from relecture.checks import outing_cues
from relecture.checks import stretch_cues as cues
from relecture.checks.expiries import runs_out
from relecture.checks.outings import held_captive, late, leaves_and_comes, reckoned_then
from relecture.checks.periods import ranged
from relecture.checks.prose import sentences
from relecture.checks.time_taken import told_next, took
from relecture.checks.whole_time import paired, sums_up
from relecture.types import Span


class Moment(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Where it is written."""


M = TypeVar("M", bound=Moment)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[M]):
    """The two moments that a duration measures; ``sure`` when it can only be the whole time between them.

    When it is not, a shorter duration may be a part of that time: only a longer one contradicts it.
    """

    first: M
    last: M
    sure: bool


#: How far after a moment its clause may go.
_CLAUSE = 40


def stretch(prose: str, duration: Span, moments: Sequence[M]) -> Stretch[M] | None:
    """The moments between which *duration* lies; ``None`` when its words tie it to no two of them."""
    found = sentences(prose)
    at = bisect_right(found, duration.start, key=lambda s: s.start) - 1
    if at < 0 or duration.start >= found[at].end:
        return None
    here = [m for m in moments if found[at].contains(m.span)]
    if len(here) == 2 and runs_out(prose, found[at], duration, here[0].span, here[1].span):
        return Stretch(here[0], here[1], True)
    if len(here) == 2 and any(
        tie(prose, found[at], duration, here[0].span, here[1].span) for tie in (late, held_captive)
    ):
        return Stretch(here[0], here[1], True)
    if len(here) == 1 and at + 1 < len(found) and "\n" not in prose[found[at].end : found[at + 1].start]:
        later = [m for m in moments if found[at + 1].contains(m.span)]
        whole = Span(found[at].start, found[at + 1].end)
        taken_up = _taken_up().match(prose, found[at + 1].start)
        if taken_up and len(later) == 1 and runs_out(prose, whole, duration, here[0].span, later[0].span):
            return Stretch(here[0], later[0], True)
    back = max(found[at].start, duration.start - 32)
    endured = cues.endured().match(prose, duration.end) and cues.these().search(prose, back, duration.start)
    if _apart(prose, found[at], duration) and not endured:
        return None
    if len(here) == 2:
        return _within(prose, found[at], duration, here)
    if len(here) > 2 or at == 0 or "\n" in prose[found[at - 1].end : found[at].start]:
        return None
    before = [m for m in moments if found[at - 1].contains(m.span)]
    if len(here) == 1:
        return _across(prose, found[at - 1], duration, before, here[0])
    if len(before) == 1 and at > 1 and "\n" not in prose[found[at - 2].end : found[at - 1].start]:
        before = [m for m in moments if found[at - 2].contains(m.span)] + before
        start = found[at - 2].start
    else:
        start = found[at - 1].start
    if len(before) != 2:
        return None
    return _following(prose, Span(start, found[at - 1].end), found[at], duration, before)


def _apart(prose: str, sentence: Span, duration: Span) -> bool:
    """True for an age, a delay, a penalty: what does not fill the time between two moments."""
    not_whole = cues.not_whole().search(prose, max(sentence.start, duration.start - 24), duration.start)
    return (
        (
            not_whole is not None
            and not (not_whole[0].lower() in ("en ", "ses ") and cues.existence().match(prose, duration.end))
        )
        or (
            cues.elsewhere().match(prose, duration.end, sentence.end) is not None
            and not (
                prose.startswith(" de mandat", duration.end)
                and cues.after_word().search(prose, max(sentence.start, duration.start - 40), duration.start)
            )
        )
        or (
            prose.startswith(" d'attente", duration.end)
            and cues.after_word().search(prose, max(sentence.start, duration.start - 40), duration.start)
            is not None
        )
    )


@cache
def _taken_up() -> re.Pattern[str]:
    return re.compile(
        r"(?:Il|Elle|Ce|Cette|Cet|Celui-ci|Celle-ci|L'accord|Le (?:bail|contrat)|La concession)\b"
    )


# ---------------------------------------------------------------- one sentence


def _within(prose: str, sentence: Span, duration: Span, two: list[M]) -> Stretch[M] | None:
    first, last = two
    later = duration.start > first.span.end and cues.later_on().match(prose, duration.end, last.span.start)
    if later and cues.begun().search(prose, sentence.start, first.span.end):
        return Stretch(first, last, True)
    if ";" in prose[first.span.end : last.span.start]:
        return None
    if _told_first(prose, sentence, duration, first.span, last.span):
        return Stretch(first, last, True)
    between = first.span.end <= duration.start and duration.end <= last.span.start
    if between and reckoned_then(prose, first.span, last.span, duration):
        return Stretch(first, last, True)
    after = cues.afterwards().match(prose, duration.end, last.span.start if between else sentence.end)
    if after and not between and prose[last.span.end : duration.start].strip() == ";":
        return None  # « du 3 au 10 juillet ; quatorze jours plus tard débute celui de Vichy »
    if after:
        return Stretch(last, first, True) if after["event"] else Stretch(first, last, True)
    if duration.end <= first.span.start:
        if cues.base().match(prose, duration.end, first.span.start):
            return _based(prose, first, last)
        apart = cues.separate().match(prose, duration.end) or (
            prose.startswith(" entre ", duration.end)
            and (
                cues.went_by().search(prose, sentence.start, duration.start)
                or cues.lasted().search(prose, sentence.start, duration.start)
            )
        )
        return Stretch(first, last, True) if apart else None
    if duration.start < last.span.end:
        return None
    back = max(last.span.end, duration.start - 60)
    if cues.gone_by().match(prose, duration.end) and cues.since_then().match(
        prose, sentence.start, first.span.start
    ):
        return Stretch(first, last, True)
    if (
        ranged(prose, first.span, last.span)
        or paired(prose, sentence, first.span, last.span)
        or _begins_and_ends(prose, sentence.start, first.span, last.span, duration)
    ):
        summed = sums_up(prose, last.span, duration)
        if summed is not None:
            return Stretch(first, last, summed)
    if cues.lasted().search(prose, back, duration.start) or cues.went_by().search(prose, back, duration.start):
        return Stretch(first, last, True)
    if cues.reckoned().search(prose, back, duration.start) and leaves_and_comes(
        prose, sentence.start, first.span, last.span
    ):
        return Stretch(first, last, True)
    told = cues.lasts().search(prose, last.span.end, duration.start)
    if told and _begins_and_ends(prose, sentence.start, first.span, last.span, duration):
        return Stretch(first, last, told["journey"] is not None)
    adjacent = cues.beside().fullmatch(prose, last.span.end, duration.start) is not None
    if (
        adjacent
        and cues.after_start().match(prose, duration.end)
        and cues.begun().search(prose, sentence.start, first.span.end)
    ):
        return Stretch(first, last, True)
    whole = cues.fills().match(prose, duration.end) is not None
    if cues.after_word().search(prose, back, duration.start) and cues.filled().match(prose, duration.end):
        lived = cues.lived().match(prose, duration.end) and _begins_and_ends(
            prose, sentence.start, first.span, last.span, duration
        )
        had = cues.had_been().search(prose, back, duration.start)
        return None if had else Stretch(first, last, whole or bool(lived))
    along = cues.all_along().search(prose, back, duration.start) or prose.startswith(" durant", duration.end)
    life = cues.birth().search(prose, sentence.start, first.span.start) is not None
    if along and _begins_and_ends(prose, sentence.start, first.span, last.span, duration):
        return Stretch(first, last, whole and not life)
    if along and cues.gap().match(prose, duration.end):
        return Stretch(first, last, False)
    if (
        along
        and cues.in_office().fullmatch(prose, sentence.start, first.span.start)
        and ranged(prose, first.span, last.span)
        and cues.led().search(prose, last.span.end, duration.start)
    ):
        return Stretch(first, last, False)
    if (
        cues.did().search(prose, back, duration.start)
        and not life
        and (
            ranged(prose, first.span, last.span)
            or _begins_and_ends(prose, sentence.start, first.span, last.span, duration)
        )
    ):
        return Stretch(first, last, False)
    return None


def _told_first(prose: str, sentence: Span, duration: Span, first: Span, last: Span) -> bool:
    """« commencé en 2022, il a duré trois ans et s'est terminé en 2025 », « l'attente aura duré sept ans : déposé en 2018, … »."""
    if duration.end > last.start or took(prose, sentence, duration, first):
        return duration.end <= last.start
    if not _begins_and_ends(prose, sentence.start, first, last, duration):
        return False
    back = max(sentence.start, duration.start - 60)
    if duration.start > first.end and cues.will_last().search(prose, back, duration.start):
        return True
    if cues.lasted().search(prose, back, duration.start):
        return duration.start > first.end or told_next().match(prose, duration.end, first.start) is not None
    absent = cues.gap().match(prose, duration.end)
    return absent is not None and cues.after_word().search(prose, sentence.start, duration.start) is not None


def _based(prose: str, first: M, last: M) -> Stretch[M] | None:
    """« six ans après l'incendie de 2016, le cinéma rouvre en 2024 »: nothing but the main clause between them."""
    gap = prose[first.span.end : last.span.start]
    if ranged(prose, first.span, last.span) or re.search(
        r"\b(?:et|ou|puis|entre|de|du|avant|dès)\s(?:en\s|le\s)?$", gap
    ):
        return None
    return Stretch(first, last, True)


def _begins_and_ends(prose: str, start: int, first: Span, last: Span, duration: Span) -> bool:
    """True when something starts, or stops, around *first* and something ends around *last*."""
    opening = cues.begun().search(prose, start, first.end) or cues.ended().search(prose, start, first.end)
    end = last.end if last.end > duration.start else min(duration.start, last.end + _CLAUSE)
    return opening is not None and cues.ended().search(prose, first.end, end) is not None


# ---------------------------------------------------------------- from one sentence to the next


def _across(prose: str, previous: Span, duration: Span, before: list[M], here: M) -> Stretch[M] | None:
    """« … inauguré en 1998. Vingt ans plus tard, en 2022, … »; « … en 1958. Il a été vidé en 1998, après 50 ans de service. »"""
    if len(before) != 1:
        return None
    if duration.end <= here.span.start:
        later = cues.later_on().match(prose, duration.end, here.span.start)
        return Stretch(before[0], here, True) if later else None
    back = max(here.span.end, duration.start - 60)
    if cues.lasted().search(prose, back, duration.start):
        return Stretch(before[0], here, True)
    so_long = cues.so_long().search(prose, back, duration.start)
    if so_long and prose.startswith(" que", duration.end):
        event = cues.begun().search(prose, previous.start, previous.end) or cues.ended().search(
            prose, previous.start, previous.end
        )
        return Stretch(before[0], here, True) if event and so_long["so"] else None
    if cues.beside().fullmatch(prose, here.span.end, duration.start):
        sooner = cues.sooner().match(prose, duration.end)
        if sooner and (sooner["start"] or prose.find(sooner["event"], previous.start, previous.end) >= 0):
            return Stretch(here, before[0], True)
        later = cues.afterwards().match(prose, duration.end)
        if later and not later["event"]:
            return Stretch(before[0], here, True)
    held = cues.after_word().search(prose, back, duration.start) and cues.filled().match(prose, duration.end)
    held = held or cues.all_along().search(prose, back, duration.start)
    told = held and _begins_and_ends(prose, previous.start, before[0].span, here.span, duration)
    return Stretch(before[0], here, False) if told else None


def _following(prose: str, previous: Span, sentence: Span, duration: Span, two: list[M]) -> Stretch[M] | None:
    """A sentence without a moment of its own, about the two that precede."""
    first, last = two
    one_range = ranged(prose, first.span, last.span)
    bounded = one_range or _begins_and_ends(prose, previous.start, first.span, last.span, duration)
    if ";" in prose[first.span.end : last.span.start] and not bounded:
        return None
    back = max(sentence.start, duration.start - 60)
    if cues.these().search(prose, back, duration.start):
        return Stretch(first, last, True)
    if cues.owned().search(prose, back, duration.start) and cues.existence().match(prose, duration.end):
        return Stretch(first, last, one_range) if bounded else None
    if cues.told_on().search(prose, sentence.start, sentence.end):
        return None
    if cues.opens().fullmatch(prose, sentence.start, duration.start) and cues.nominal().match(
        prose, duration.end
    ):
        told = bounded and not one_range
        whole = cues.fills().match(prose, duration.end) or cues.in_all().search(
            prose, sentence.start, sentence.end
        )
        return Stretch(first, last, told or whole is not None)
    if outing_cues.since().search(prose, first.span.end, last.span.start) and outing_cues.stopped().match(
        prose, sentence.start
    ):
        # « 22 h 40 : le courant est rétabli, coupé depuis 19 h 10. La panne aura duré… »
        return Stretch(last, first, True) if cues.lasted().search(prose, back, duration.start) else None
    if not bounded:
        return None
    if cues.lasted().search(prose, back, duration.start):
        return Stretch(first, last, True)
    served = cues.after_word().search(prose, back, duration.start) and cues.filled().match(prose, duration.end)
    return (
        Stretch(first, last, False) if served or cues.all_along().search(prose, back, duration.start) else None
    )
