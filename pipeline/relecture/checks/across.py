"""What a check of several articles hands over, and the table in which articles are set against each other.

A folder is read as a stream: of each article the table keeps its plain facts and nothing else, and of all
the facts of one key only the lowest and the highest of each source. What it holds grows with the number of
different facts, not with the number of articles, and the answer does not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from relecture.relations.bounds import Bounds, compare, gap
from relecture.types import Calculation, Severity, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Where an article says something; offsets in code points, *line* and *column* from 1.

    ``text`` is the figure, ``said`` the whole statement, as written.
    """

    article: str
    start: int
    end: int
    line: int
    column: int
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A finding whose passages stand in different articles; *articles* is how many give the fact."""

    slug: str
    severity: Severity
    confidence: float
    message: str
    explanation: str
    passages: tuple[Passage, ...]
    articles: int
    calculation: Calculation
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement ready to be compared: same ``key``, same thing; ``source`` is who says so, if anybody."""

    key: str
    value: Bounds
    source: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Pair:
    """The lowest and the highest of facts that cannot all be true, and how many articles give one."""

    low: Fact
    high: Fact
    articles: int


@dataclass(slots=True)
class _Ends:
    """Of all the facts of a key and a source, the one that ends first and the one that begins last."""

    low: Fact
    high: Fact

    def add(self, fact: Fact) -> None:
        self.low = min(self.low, fact, key=_lowest)
        self.high = min(self.high, fact, key=_highest)


@dataclass(slots=True)
class _Row:
    articles: int = 0
    by_source: dict[str, _Ends] = field(default_factory=dict)


class Table:
    """The facts of a folder."""

    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}

    def __len__(self) -> int:
        """How many facts are held."""
        return sum(2 * len(row.by_source) for row in self._rows.values())

    def add(self, facts: Iterable[Fact]) -> None:
        """Take the facts of one article; those to which the article itself gives two values are left out."""
        for fact in _unequivocal(facts):
            row = self._rows.setdefault(fact.key, _Row())
            row.articles += 1
            ends = row.by_source.get(fact.source)
            if ends is None:
                row.by_source[fact.source] = _Ends(fact, fact)
            else:
                ends.add(fact)

    def pairs(self) -> Iterator[Pair]:
        """For each key whose facts cannot all be true, the two that are farthest apart, in text order."""
        found = [pair for row in self._rows.values() if (pair := _farthest(row)) is not None]
        yield from sorted(found, key=_passages)


def _farthest(row: _Row) -> Pair | None:
    """Facts of one source are compared, and each source with the articles that give none.

    Two sources that are named may differ: that is news, not a mistake.
    """
    unsaid = row.by_source.get("")
    found: list[Pair] = []
    for ends in row.by_source.values():
        low, high = ends.low, ends.high
        if unsaid is not None:
            low, high = min(low, unsaid.low, key=_lowest), min(high, unsaid.high, key=_highest)
        if compare(low.value, high.value) is Verdict.INCONSISTENT:
            found.append(Pair(low, high, row.articles))
    return min(found, key=_nearness, default=None)


def _nearness(pair: Pair) -> tuple[object, ...]:
    return -gap(pair.high.value.value, pair.low.value.value), _passages(pair)


def _passages(pair: Pair) -> list[Passage]:
    return sorted((pair.low.passage, pair.high.passage))


def _lowest(fact: Fact) -> tuple[object, ...]:
    return fact.value.high, fact.value.value, fact.passage


def _highest(fact: Fact) -> tuple[object, ...]:
    return -fact.value.low, -fact.value.value, fact.passage


def _unequivocal(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each key; none where two do not agree: the key then misses what tells them apart."""
    kept: dict[str, Fact | None] = {}
    for fact in facts:
        if fact.key not in kept:
            kept[fact.key] = fact
            continue
        before = kept[fact.key]
        if before is not None and not before.value.meets(fact.value):
            kept[fact.key] = None
    return [fact for fact in kept.values() if fact is not None]
