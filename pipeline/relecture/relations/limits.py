"""The two limits of a range, each named: « au minimum 200, au maximum 300 », « d'un plancher de 8 à un plafond de 12 »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from relecture.fr.range_words import HIGH, LIMITED, LOW
from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import Skeleton, pattern
from relecture.text import lowered
from relecture.types import Article, Relation, RelationKind, Span

#: What an article that names a limit holds.
_CUES = (
    "minim",
    "maxim",
    "planch",
    "plafon",
    "hypothèse",
    "estimation",
    "scénario",
    "à partir",
    "dès ",
    "au moins",
    "au bas mot",
)
#: How far a name may be before its limit, and the two limits from one another.
_BEFORE, _APART = 48, 70
_NEAR = r",?(?: (?!\bet\b|ou\b|mais\b|\d)[^\W\d]+){0,4}[ ,:(]+(?:l'|d')?$"


def read(skeleton: Skeleton, article: Article) -> Iterator[Relation]:
    """A lower and an upper limit of one thing, side by side in one sentence, in the order low then high."""
    prose = lowered(article.text.prose)
    if not any(cue in prose for cue in _CUES):
        return
    for start, end in skeleton.sentences():
        found = [a for _, a in skeleton.amounts_between(start, end) if a.shape is not Shape.DATE]
        floor, stop = skeleton.offsets[start], skeleton.offsets[min(end, len(skeleton.offsets) - 1)]
        for n, (one, other) in enumerate(pairwise(found)):
            last = found[n + 2].span.start if n + 2 < len(found) else max(stop, other.span.end)
            first = found[n - 1].span.end if n else floor
            yield from _limits(prose, one, other, Span(first, last))


def _limits(prose: str, one: Amount, other: Amount, room: Span) -> Iterator[Relation]:
    between = prose[one.span.end : other.span.start]
    if len(between) > _APART or one.low is not None or other.low is not None:
        return
    before, after = (
        prose[max(room.start, one.span.start - _BEFORE) : one.span.start],
        prose[other.span.end : room.end],
    )
    for low, high, names in ((one, other, (LOW, HIGH)), (other, one, (HIGH, LOW))):
        if _named(names[0], before, between) and _named(names[1], between, after) and _together(between):
            if after.startswith(" pour ") and "jusqu" in between:
                return
            low, high = low.lent(high), high.lent(low)
            if same_scale(low, high):
                yield link(
                    RelationKind.COMPARISON,
                    "limits",
                    Span(one.span.start, other.span.end),
                    {"first": low, "second": high},
                )
            return


def _named(names: str, before: str, after: str) -> bool:
    """True when the limit between *before* and *after* is one of *names*."""
    return (
        pattern(rf"(?<!\w)(?:{names}){_NEAR}").search(before[-_BEFORE:]) is not None
        or pattern(rf",? ?\(?(?:{names})(?!\w)").match(after) is not None
    )


def _together(between: str) -> bool:
    """True when nothing but the names of the limits stands between them: they limit one thing."""
    rest = pattern(rf"(?<!\w)(?:{LOW}|{HIGH})(?!\w)").sub(" ", between)
    return all(pattern(LIMITED).fullmatch(word) for word in pattern(r"[^\W\d]+").findall(rest))
