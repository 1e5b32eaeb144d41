"""The reference facts that a sentence may speak of, found by the words that their subjects cannot do without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from functools import cache, lru_cache

from relecture.checks.reference import COUNT, MARK, Fact, compiled, grouped
from relecture.needles import EDGE, required
from relecture.words import form_pattern

#: A fact may be known by as many words as this, and by as few letters: « k2 ».
_MOST, _SHORT = 128, 2
#: Letters of a word that most sentences are seen not to hold.
_HEAD = 4


#: A string, and the places of the facts that cannot do without it.
_Sought = tuple[str, tuple[int, ...]]


class Subjects:
    """Facts of one dimension; their patterns need not be compiled to leave out most of them."""

    def __init__(self, listed: tuple[Fact, ...]) -> None:
        self._listed = listed
        self._always = frozenset(n for n, fact in enumerate(listed) if not _needles(fact.hint, fact.subject))
        by_word: dict[str, set[int]] = defaultdict(set)
        for n, fact in enumerate(listed):
            for needle in _needles(fact.hint, fact.subject):
                by_word[_longest(needle)].add(n)
        self._anywhere: list[_Sought] = []
        self._by_head: dict[str, list[_Sought]] = defaultdict(list)
        for word, facts in by_word.items():
            begun = word.startswith(EDGE)
            one = word.removeprefix(EDGE), tuple(facts)
            (self._by_head[one[0][:_HEAD]] if begun else self._anywhere).append(one)
        self._heads = frozenset(self._by_head)

    def named(self, text: str, begun: Set[str]) -> list[Fact]:
        """Those whose subject may stand in *text*, a sentence in lower case whose words are *begun* so, in their order."""
        found = set(self._always)
        for needle, facts in self._anywhere:
            if needle in text:
                found.update(facts)
        for head in self._heads & begun:
            for needle, facts in self._by_head[head]:
                if needle in text:
                    found.update(facts)
        return [self._listed[n] for n in sorted(found)]


def beginnings(text: str) -> frozenset[str]:
    """How the words of *text* begin: what `Subjects.named` wants to know of a sentence."""
    return frozenset([form[:_HEAD] for form in form_pattern().findall(text)])


@cache
def _begun() -> re.Pattern[str]:
    """A word of a needle that is known to begin there."""
    return re.compile(r"(?<=\W)\w+")


def _longest(needle: str) -> str:
    """The longest word that begins in *needle* for sure, after `EDGE`; the needle itself when none does.

    A word is told from fewer strings than « une éolienne », « chaque éolienne »…
    """
    words = [m[0] for m in _begun().finditer(needle) if len(m[0]) >= _HEAD or m.end() < len(needle)]
    return EDGE + max(words, key=len) if words else needle.replace(EDGE, "")


@lru_cache(maxsize=4096)
def _needles(hint: str | None, subject: str) -> frozenset[str]:
    """Strings of which the sentence must hold one; none when nothing can be told."""
    # A hint begins with a word. The place of the amount is no word of the sentence.
    for source in (rf"\b(?:{hint})" if hint else None, subject.replace(MARK, r"\W")):
        found = required(source, most=_MOST, shortest=_SHORT, edges=True) if source else ()
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
