"""What the words around a number add to its rounding: « près de », « environ », « au moins », « une dizaine »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from relecture.relations import cues
from relecture.relations.amounts import Amount, Shape, Slack
from relecture.types import Span

_LOOK_BACK = 30
_LOOK_AHEAD = 20


def qualified(prose: str, amounts: Iterable[Amount]) -> Iterator[tuple[Amount, Span]]:
    """Each amount with the interval its approximators allow, and the stretch that holds them."""
    floor = 0
    for amount in amounts:
        if amount.shape is Shape.DATE:
            yield amount, amount.span
            continue
        slack, start = _cue_before(prose, floor, amount.span.start)
        end = amount.span.end
        if slack is None:
            slack, end = _cue_after(prose, amount.span.end)
        if slack is None and _rounded().match(prose, amount.span.start, amount.span.end):
            slack = Slack(Decimal("0.10"), Decimal("0.10"))
        floor = amount.span.end
        yield (replace(amount, slack=slack) if slack else amount), Span(start, end)


def _cue_before(prose: str, floor: int, at: int) -> tuple[Slack | None, int]:
    start, slack = at, None
    while True:
        window = max(floor, start - _LOOK_BACK)
        match = _before().search(prose, window, start)
        if match is None:
            return slack, start
        start = match.start()
        row = match.lastindex
        if row is not None and row <= len(cues.BEFORE):
            below, above = cues.BEFORE[row - 1][1:]
            slack = _wider(slack, Slack(below, above))


def _wider(one: Slack | None, other: Slack) -> Slack:
    if one is None:
        return other
    below = None if one.below is None or other.below is None else max(one.below, other.below)
    return Slack(below, max(one.above, other.above))


def _cue_after(prose: str, at: int) -> tuple[Slack | None, int]:
    match = _after().match(prose, at, at + _LOOK_AHEAD)
    if match is None or match.lastindex is None:
        return None, at
    return Slack(*cues.AFTER[match.lastindex - 1][1:]), match.end()


@cache
def _before() -> re.Pattern[str]:
    rows = "|".join(f"({row[0]})" for row in cues.BEFORE)
    return re.compile(
        rf"(?<!\w)(?:{rows}|{cues.TRANSPARENT})(?:l(?:es |a |e |')|[ld]es |un |une )?$", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    # « 480 mégawatts au plus fort de la panne » bounds nothing.
    rows = "|".join(f"({row[0]})" for row in cues.AFTER)
    return re.compile(rf"(?:{rows})(?! (?:fort|tard|tôt|haut|bas|près|vite|profond)\b)", re.IGNORECASE)


@cache
def _rounded() -> re.Pattern[str]:
    """« une dizaine », « une centaine »: round by themselves (« douzaine » and « quinzaine » included)."""
    return re.compile(
        r"(?:une? )?\w+aines? (?:de|d')|(?:une? )?(?:dizaine|douzaine|vingtaine|centaine|millier)",
        re.IGNORECASE,
    )
