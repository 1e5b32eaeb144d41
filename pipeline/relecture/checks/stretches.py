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

from relecture.checks.expiries import runs_out
from relecture.checks.periods import ranged
from relecture.checks.prose import sentences
from relecture.fr.stretch_words import BEGINS, ELSEWHERE, ENDS, FILLS, GAPS, LASTING, WHOLE
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
_LOOSE = (
    r"(?:(?:environ|près de|plus de|moins de|quelque|presque|exactement|à peine|un peu plus de|un peu moins de|pas moins de|bientôt|soit|en tout"
    r"|au total|donc)\s){0,2}"
)
#: « cinquante ans jour pour jour après… »
_TO_THE_DAY = r"(?:,?\s(?:presque\s)?jour pour jour,?|\s(?:très\s)?exactement)?"
_EVENT = r"\s(?:le|la|les|l'|son|sa|ses|leurs?)"
#: What may stand between an event and its date: « son ouverture, en 1985 », « sa fondation (1998) ».
_ASIDE = r"(?:,\s(?:en|le|dès|début|fin|à l'été|à l'automne|au printemps)\s|\s?\()?"


def stretch(prose: str, duration: Span, moments: Sequence[M]) -> Stretch[M] | None:
    """The moments between which *duration* lies; ``None`` when its words tie it to no two of them."""
    found = sentences(prose)
    at = bisect_right(found, duration.start, key=lambda s: s.start) - 1
    if at < 0 or duration.start >= found[at].end:
        return None
    here = [m for m in moments if found[at].contains(m.span)]
    if len(here) == 2 and runs_out(prose, found[at], duration, here[0].span, here[1].span):
        return Stretch(here[0], here[1], True)
    if _apart(prose, found[at], duration):
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


@cache
def _not_whole() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bà|il y a|âgée?s? de|dans(?: les)?|d'ici|ses|tous les|toutes les|en|pour|tous|chaque|depuis)\s(?:l'âge de\s|près de\s|plus de\s)?$",
        re.I,
    )


@cache
def _existence() -> re.Pattern[str]:
    # « en soixante ans d'existence »
    return re.compile(WHOLE, re.I)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{ELSEWHERE})", re.I)


def _apart(prose: str, sentence: Span, duration: Span) -> bool:
    """True for an age, a delay, a penalty: what does not fill the time between two moments."""
    not_whole = _not_whole().search(prose, max(sentence.start, duration.start - 24), duration.start)
    return (
        (
            not_whole is not None
            and not (not_whole[0].lower() == "en " and _existence().match(prose, duration.end))
        )
        or _elsewhere().match(prose, duration.end, sentence.end) is not None
        or (
            prose.startswith(" d'attente", duration.end)
            and _after_word().search(prose, max(sentence.start, duration.start - 40), duration.start)
            is not None
        )
    )


# ---------------------------------------------------------------- one sentence


@cache
def _afterwards() -> re.Pattern[str]:
    # « huit ans plus tard », « huit ans après, », « huit ans jour pour jour après son décollage d'octobre 2024 »
    return re.compile(
        rf"{_TO_THE_DAY}\s(?:plus tard(?!\w)|après(?=\s?[,.;:)]|$|(?P<event>{_EVENT}[^;,.()]{{0,40}}{_ASIDE}$)))",
        re.I,
    )


@cache
def _after_start() -> re.Pattern[str]:
    # « huit ans après les premières longueurs »: an undated event that can only be the first moment.
    return re.compile(rf"{_TO_THE_DAY}\saprès{_EVENT}\s?(?:\w+\s){{0,2}}?(?:{BEGINS})", re.I)


@cache
def _separate() -> re.Pattern[str]:
    # « huit ans séparent l'appel d'offres, en 2013, de la livraison, en 2021 »
    return re.compile(
        r"\s(?:(?:qui\s|les\s)?sépar(?:e|ent|aient|eront)|se (?:sont|seront) (?:écoulé|passé)e?s|(?:ont|auront) passé)\b",
        re.I,
    )


@cache
def _went_by() -> re.Pattern[str]:
    # « il s'est écoulé huit ans entre… », « il aura fallu huit ans entre… »
    return re.compile(rf"\bil\s(?:s'est|se sera|s'était)\s(?:\w+\s)?(?:écoulé|passé)\s{_LOOSE}$", re.I)


@cache
def _lasted() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:aura|a|ont|auront|avait|aurait)\s(?:(?:donc|ainsi|bien|tout de même)\s)?(?:duré|demandé|pris|tenu|exigé|coûté)|soit|au bout de"
        rf"|il\s(?:(?:lui|leur|nous)\s)?(?:aura fallu|a fallu)(?:\sattendre)?)\s{_LOOSE}$",
        re.I,
    )


@cache
def _after_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:après|au terme de|au terme d'|à l'issue de)\s?{_LOOSE}$", re.I)


@cache
def _did() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:a|ont|aura|auront|avait)\s(?:\w+\s)?(?:{LASTING})\s(?:pendant\s|durant\s)?{_LOOSE}$", re.I
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(GAPS, re.I)


@cache
def _all_along() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:pendant|durant)\s|\s?[:—–]\s|\(){_LOOSE}$", re.I)


@cache
def _filled() -> re.Pattern[str]:
    return re.compile(r"\s(?:de|d'|sans)\s?\w+|\sdurant(?!\w)|\s?\)", re.I)


@cache
def _base() -> re.Pattern[str]:
    return re.compile(
        rf"{_TO_THE_DAY}\s(?:après|avant)\s(?:l[ea]s?\s|l'|s(?:on|a|es)\s|leurs?\s|cette?\s|ce\s)[^;.,:()]{{0,50}}{_ASIDE}$",
        re.I,
    )


def _within(prose: str, sentence: Span, duration: Span, two: list[M]) -> Stretch[M] | None:
    first, last = two
    if ";" in prose[first.span.end : last.span.start]:
        return None
    between = first.span.end <= duration.start and duration.end <= last.span.start
    after = _afterwards().match(prose, duration.end, last.span.start if between else sentence.end)
    if after:
        return Stretch(last, first, True) if after["event"] else Stretch(first, last, True)
    if duration.end <= first.span.start:
        if _base().match(prose, duration.end, first.span.start):
            return _based(prose, first, last)
        apart = _separate().match(prose, duration.end) or (
            prose.startswith(" entre ", duration.end)
            and (
                _went_by().search(prose, sentence.start, duration.start)
                or _lasted().search(prose, sentence.start, duration.start)
            )
        )
        return Stretch(first, last, True) if apart else None
    if duration.start < last.span.end:
        return None
    back = max(last.span.end, duration.start - 60)
    if _lasted().search(prose, back, duration.start) or _went_by().search(prose, back, duration.start):
        return Stretch(first, last, True)
    if _after_start().match(prose, duration.end) and _begun().search(prose, sentence.start, first.span.end):
        return Stretch(first, last, True)
    whole = _fills().match(prose, duration.end) is not None
    if _after_word().search(prose, back, duration.start) and _filled().match(prose, duration.end):
        return Stretch(first, last, whole)
    along = _all_along().search(prose, back, duration.start) or prose.startswith(" durant", duration.end)
    life = _birth().search(prose, sentence.start, first.span.start) is not None
    if along and _begins_and_ends(prose, sentence.start, first.span, last.span, duration):
        return Stretch(first, last, whole and not life)
    if along and _gap().match(prose, duration.end):
        return Stretch(first, last, False)
    if (
        _did().search(prose, back, duration.start)
        and not life
        and (
            ranged(prose, first.span, last.span)
            or _begins_and_ends(prose, sentence.start, first.span, last.span, duration)
        )
    ):
        return Stretch(first, last, False)
    return None


def _based(prose: str, first: M, last: M) -> Stretch[M] | None:
    """« six ans après l'incendie de 2016, le cinéma rouvre en 2024 »: nothing but the main clause between them."""
    gap = prose[first.span.end : last.span.start]
    if ranged(prose, first.span, last.span) or re.search(
        r"\b(?:et|ou|puis|entre|de|du|avant|dès)\s(?:en\s|le\s)?$", gap
    ):
        return None
    return Stretch(first, last, True)


@cache
def _fills() -> re.Pattern[str]:
    return re.compile(FILLS, re.I)


@cache
def _birth() -> re.Pattern[str]:
    return re.compile(r"\b(?:née?s?|naissance|naît)\b", re.I)


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{BEGINS})", re.I)


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{ENDS})", re.I)


def _begins_and_ends(prose: str, start: int, first: Span, last: Span, duration: Span) -> bool:
    """True when something starts, or stops, around *first* and something ends around *last*."""
    opening = _begun().search(prose, start, first.end) or _ended().search(prose, start, first.end)
    end = last.end if last.end > duration.start else min(duration.start, last.end + _CLAUSE)
    return opening is not None and _ended().search(prose, first.end, end) is not None


# ---------------------------------------------------------------- from one sentence to the next


@cache
def _later_on() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:plus tard|après)\s?,?\s(?:(?:en|le|à l'été|à l'automne|fin|début|au printemps|à)\s)?$", re.I
    )


def _across(prose: str, previous: Span, duration: Span, before: list[M], here: M) -> Stretch[M] | None:
    """« … inauguré en 1998. Vingt ans plus tard, en 2022, … »; « … en 1958. Il a été vidé en 1998, après 50 ans de service. »"""
    if len(before) != 1:
        return None
    if duration.end <= here.span.start:
        later = _later_on().match(prose, duration.end, here.span.start)
        return Stretch(before[0], here, True) if later else None
    back = max(here.span.end, duration.start - 60)
    if _lasted().search(prose, back, duration.start):
        return Stretch(before[0], here, True)
    if re.fullmatch(r",?\s(?:soit\s)?", prose[here.span.end : duration.start]):
        later = _afterwards().match(prose, duration.end)
        if later and not later["event"]:
            return Stretch(before[0], here, True)
    held = _after_word().search(prose, back, duration.start) and _filled().match(prose, duration.end)
    held = held or _all_along().search(prose, back, duration.start)
    told = held and _begins_and_ends(prose, previous.start, before[0].span, here.span, duration)
    return Stretch(before[0], here, False) if told else None


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\s*[«“\"(]?\s?(?:en\s)?{_LOOSE}", re.I)


@cache
def _these() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:ces|cette|ce)\s(?:(?:longues?|courtes?|interminables?|petites?|quelque)\s)?{_LOOSE}$", re.I
    )


@cache
def _nominal() -> re.Pattern[str]:
    # « Six ans de silence, une éternité… », « Dix ans, donc. »
    return re.compile(r"\s(?:de|d'|sans|en|pour)\s?\w|\s?[,.:!…]", re.I)


@cache
def _in_all() -> re.Pattern[str]:
    return re.compile(r"\b(?:donc|soit|en tout|au total)\b", re.I)


@cache
def _told_on() -> re.Pattern[str]:
    return re.compile(r"\b(?:suivi\w*|suivr\w+|suit|suiv\w+|encore|avant|depuis|plus tard|attend\w*)\b", re.I)


def _following(prose: str, previous: Span, sentence: Span, duration: Span, two: list[M]) -> Stretch[M] | None:
    """A sentence without a moment of its own, about the two that precede."""
    first, last = two
    one_range = ranged(prose, first.span, last.span)
    bounded = one_range or _begins_and_ends(prose, previous.start, first.span, last.span, duration)
    if ";" in prose[first.span.end : last.span.start] and not bounded:
        return None
    back = max(sentence.start, duration.start - 60)
    if _these().search(prose, back, duration.start):
        return Stretch(first, last, True)
    if _told_on().search(prose, sentence.start, sentence.end):
        return None
    if _opens().fullmatch(prose, sentence.start, duration.start) and _nominal().match(prose, duration.end):
        told = bounded and not one_range
        whole = _fills().match(prose, duration.end) or _in_all().search(prose, sentence.start, sentence.end)
        return Stretch(first, last, told or whole is not None)
    if not bounded:
        return None
    if _lasted().search(prose, back, duration.start):
        return Stretch(first, last, True)
    served = _after_word().search(prose, back, duration.start) and _filled().match(prose, duration.end)
    return Stretch(first, last, False) if served or _all_along().search(prose, back, duration.start) else None
