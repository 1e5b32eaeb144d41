"""What is granted for a time and runs out on a date: « signée en 2013 pour vingt ans, elle expire en 2033 »."""

from __future__ import annotations

import re
from functools import cache

from relecture.fr.stretch_words import CHANGED, EXPIRES, TERMED
from relecture.types import Span


@cache
def _expires() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{EXPIRES})\s?(?:\w[\w']*\s){{0,2}}$", re.I)


@cache
def _for() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bpour\s(?:une (?:durée|période) de\s)?|\bd'une durée de\s|\bsur\s)(?:près de\s|les\s)?$", re.I
    )


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{TERMED})s?(?:\s(?:\w+\s){{0,2}}(?:de|d')|,\sd'une (?:durée|période) de)\s?$", re.I
    )


@cache
def _dated_from() -> re.Pattern[str]:
    return re.compile(r",?\s(?:en|le|dès|depuis|à compter du|à partir de)\s(?:\w+\s)?", re.I)


@cache
def _of_term() -> re.Pattern[str]:
    return re.compile(rf",\s(?:l[ae]\s|l'|ce\s|cette\s)(?:{TERMED})\b", re.I)


@cache
def _changed() -> re.Pattern[str]:
    # « avec option de prolongation »: what may change, and has not
    return re.compile(
        rf"(?<!option de )(?<!option d')(?<!possibilité de )(?<!possibilité d')(?<!clause de )(?<!clause d')(?:{CHANGED})",
        re.I,
    )


def ends_on(prose: str, sentence: Span, after: Span, last: Span) -> bool:
    """True when what stands at *after* is over on *last*, and nothing changed that on the way."""
    return (
        _expires().search(prose, max(after.end, last.start - 60), last.start) is not None
        and _changed().search(prose, sentence.start, sentence.end) is None
    )


def runs_out(prose: str, sentence: Span, duration: Span, first: Span, last: Span) -> bool:
    """True when *duration* is the whole time granted from *first*, and *last* the date on which it is over.

    « conclu en 2009 pour dix-huit ans, le bail expirera en 2027 », « la garantie de deux ans, souscrite en mars
    2022, prend fin en mars 2024 ». What was prolonged, or ended early, is left alone.
    """
    if duration.end > last.start or not _expires().search(
        prose, max(first.end, duration.end, last.start - 60), last.start
    ):
        return False
    if duration.start >= first.end:
        back = max(first.end, duration.start - 60)
        granted = _for().search(prose, back, duration.start) or _term().search(prose, back, duration.start)
    else:
        back = max(sentence.start, duration.start - 40)
        granted = _term().search(prose, back, duration.start)
        if granted is None and _for().search(prose, back, duration.start):
            # « d'une durée de trois ans, le bail, signé en 2020, »
            granted = _of_term().match(prose, duration.end)
        if granted is None and _dated_from().fullmatch(prose, duration.end, first.start):
            # « signée pour trente ans en juin 1998 »
            granted = _for().search(prose, back, duration.start)
    return granted is not None and not _changed().search(prose, sentence.start, sentence.end)
