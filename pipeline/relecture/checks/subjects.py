"""The reference facts that a sentence may speak of, found by the words that their subjects cannot do without."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from relecture.checks.reference import COUNT, MARK, Fact, compiled, grouped
from relecture.needles import required


class Subjects:
    """Facts of one dimension; their patterns need not be compiled to leave out most of them."""

    def __init__(self, listed: tuple[Fact, ...]) -> None:
        self._listed = listed
        self._always: set[int] = set()
        self._by_needle: dict[str, list[int]] = defaultdict(list)
        for n, fact in enumerate(listed):
            wanted = _needles(fact.hint, fact.subject)
            if not wanted:
                self._always.add(n)
            for needle in wanted:
                self._by_needle[needle].append(n)

    def named(self, text: str) -> list[Fact]:
        """Those whose subject may stand in *text* (lower case), in their order."""
        found = {n for needle, several in self._by_needle.items() if needle in text for n in several}
        return [self._listed[n] for n in sorted(found | self._always)]


@lru_cache(maxsize=4096)
def _needles(*sources: str | None) -> frozenset[str]:
    """Strings of which the sentence must hold one; none when nothing can be told."""
    for source in sources:
        for one in required(source) if source else ():
            if not any(MARK in needle for needle in one):
                return one
    return frozenset()


@lru_cache(maxsize=1024)
def subjects(extra: tuple[str, ...], dimension: str, noun: str = "") -> Subjects | None:
    """The facts of *dimension* (`COUNT` for what is counted, then by its *noun*), the *extra* files' included."""
    listed = grouped(extra).get(dimension, ())
    if dimension == COUNT:
        listed = tuple(f for f in listed if f.noun is None or compiled(f.noun).search(noun))
    return Subjects(listed) if listed else None
