"""The reference facts that a sentence may speak of, found by the words that their subjects cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Set
from functools import lru_cache

from relecture.checks.reference import COUNT, MARK, Fact, compiled, grouped
from relecture.needles import required

#: A fact may be known by as many words as this, and by as few letters: « k2 ».
_MOST, _SHORT = 128, 2
#: Words that are sooner sought one by one than by the pieces of the sentence, which have to be cut.
_FEW = 64
_PIECE = 3


def pieces(text: str) -> frozenset[str]:
    """Every run of three characters of *text*: most words are seen to be absent by their first three."""
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


class Subjects:
    """Facts of one dimension; their patterns need not be compiled to leave out most of them."""

    def __init__(self, listed: tuple[Fact, ...]) -> None:
        self._listed = listed
        by_needle: dict[str, list[int]] = defaultdict(list)
        always = []
        for n, fact in enumerate(listed):
            wanted = _needles(fact.hint, fact.subject)
            if not wanted:
                always.append(n)
            for needle in wanted:
                by_needle[needle].append(n)
        self._always = frozenset(always)
        few = len(by_needle) <= _FEW
        self._sought = [(n, facts) for n, facts in by_needle.items() if few or len(n) < _PIECE]
        self._by_start: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for needle, facts in by_needle.items():
            if not few and len(needle) >= _PIECE:
                self._by_start[needle[:_PIECE]].append((needle, facts))

    def named(self, text: str, held: Callable[[], Set[str]]) -> list[Fact]:
        """Those whose subject may stand in *text* (lower case; *held* gives its `pieces`), in their order."""
        found = set(self._always)
        sought = self._sought
        if self._by_start:
            sought = sought + [
                pair for start in self._by_start.keys() & held() for pair in self._by_start[start]
            ]
        for needle, facts in sought:
            if needle in text:
                found.update(facts)
        return [self._listed[n] for n in sorted(found)]


@lru_cache(maxsize=4096)
def _needles(*sources: str | None) -> frozenset[str]:
    """Strings of which the sentence must hold one; none when nothing can be told."""
    for source in sources:
        # The place of the amount is no word of the sentence.
        found = required(source.replace(MARK, r"\W"), most=_MOST, shortest=_SHORT) if source else ()
        if found:
            return found[0]
    return frozenset()


@lru_cache(maxsize=1024)
def subjects(extra: tuple[str, ...], dimension: str, noun: str = "") -> Subjects | None:
    """The facts of *dimension* (`COUNT` for what is counted, then by its *noun*), the *extra* files' included."""
    listed = grouped(extra).get(dimension, ())
    if dimension == COUNT:
        listed = tuple(f for f in listed if f.noun is None or compiled(f.noun).search(noun))
    return Subjects(listed) if listed else None
