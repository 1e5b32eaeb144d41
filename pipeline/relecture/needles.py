"""Regular expressions that look before they leap: what a match cannot do without is sought first.

Most patterns of the checks find nothing in most articles, and trying one at every character of an article
costs a hundred times more than seeing that none of its words is there. `needles` reads a compiled pattern
and says which strings any match must hold (one of each set); `scan` is ``pattern.finditer`` that begins with
them. The result is the same for every text: a construct that is not understood asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from relecture.memo import kept

#: Strings that one place of a pattern may be; more than this is as dear to seek as the pattern itself.
_MOST = 24
#: A shorter string of letters is in most articles.
_SHORT = 3
#: Characters that no article does without.
_USUAL = frozenset(" .,'-\n:\b")
#: Sets of needles that are sought for one pattern.
_SETS = 2
#: Letters that match « i », « s » or « µ » when case is ignored, and do not become them in lower case.
_ODD = "İıſµμ"

#: Characters of a class that are told one by one.
_CLASS = 10
#: As many strings as this are worth seeking first by what they share.
_SEVERAL = 3

#: Stands for ``\b`` in the needles that keep it.
EDGE = "\b"
_BLANK = f" {EDGE}"

_Needles = frozenset[str]
#: What stands before the beginning of a pattern, as far as one can tell.
_NOTHING: _Needles = frozenset(("",))
#: By the identity of the pattern, which is kept alive: hashing a pattern reads the whole of its code.
_KNOWN: dict[int, tuple[re.Pattern[str], bool, tuple[frozenset[str], ...]]] = {}


def needles(pattern: re.Pattern[str]) -> tuple[_Needles, ...]:
    """Sets of strings: any match of *pattern* holds one of each. In lower case if the pattern ignores case."""
    return required(pattern.pattern, pattern.flags)


def _known(pattern: re.Pattern[str]) -> tuple[re.Pattern[str], bool, tuple[_Needles, ...]]:
    """The pattern, whether it ignores case, its needles, before them what many of one set share."""
    known = _KNOWN.get(id(pattern))
    if known is None:
        found = required(pattern.pattern, pattern.flags)
        shared = tuple(part for one in found if (part := _shared(one)))
        known = _KNOWN[id(pattern)] = (pattern, bool(pattern.flags & re.IGNORECASE), (*shared, *found))
    return known


def required(
    source: str, flags: int = 0, *, most: int = _MOST, shortest: int = _SHORT, edges: bool = False
) -> tuple[_Needles, ...]:
    """The `needles` of a pattern that need not be compiled yet, from its *source*.

    *most* is how many strings a set may have, *shortest* how many letters a string has at least: in a
    sentence, more and shorter ones are worth seeking than in an article. With *edges*, the strings hold `EDGE`
    wherever a word begins or ends.
    """
    # A case ignored in a part of the pattern only is not told apart: nothing is then sure.
    ignores = bool(flags & re.IGNORECASE)
    if not ignores and re.search(r"\(\?[a-z]*i", source):
        return ()
    reader = _Reader(most, shortest, edges)
    found = [n for n in reader.required(parser.parse(source, flags & ~re.DEBUG)) if reader.telling(n)]
    if ignores:
        found = [frozenset(s.lower() for s in n) for n in found if not any(set(_ODD) & set(s) for s in n)]
    return tuple(sorted(map(_least, found), key=_cost)[:_SETS])


def beginnings(source: str, most: int = 256) -> tuple[_Needles, bool]:
    """Strings, with one of which each match of the pattern *source* begins; true if they are all of it.

    At most *most* of them: what would make them more is left out.
    """
    reader = _Reader(most, 1, edges=False)
    begun = _NOTHING
    for code, value in parser.parse(source):
        exact = reader.exact(code, value)
        if exact is None or len(begun) * len(exact) > most:
            return begun, False
        begun = frozenset(a + b for a in begun for b in exact)
    return begun, True


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """False only when no match of *pattern* can stand in *text*."""
    _, ignores, wanted = _KNOWN.get(id(pattern)) or _known(pattern)
    if not wanted:
        return True
    if ignores:
        lowered = _lowered(text)
        if lowered is None:
            return True
        text = lowered
    held = text.__contains__
    for one in wanted:  # noqa: SIM110 (a generator would cost as much as the search)
        if not any(map(held, one)):
            return False
    return True


def scan(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """``pattern.finditer(text)``, sooner."""
    return pattern.finditer(text) if may_match(pattern, text) else iter(())


@kept
def _lowered(text: str) -> str | None:
    """*text* in lower case; ``None`` when its letters have another case than ours."""
    return None if any(c in text for c in _ODD[:3]) else text.lower()


def _least(one: _Needles) -> _Needles:
    """*one* without the strings that hold another of them."""
    return frozenset(s for s in one if not any(o != s and o in s for o in one))


def _shared(one: _Needles) -> _Needles | None:
    """The longest string that all of several hold (« illion »), sooner sought; ``None`` when it is short."""
    if len(one) < _SEVERAL:
        return None
    first = min(one, key=len)
    for size in range(len(first), _SHORT, -1):
        for at in range(len(first) - size + 1):
            part = first[at : at + size]
            if all(part in other for other in one):
                return frozenset((part,))
    return None


def seek(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """``pattern.search(text)``, sooner."""
    return pattern.search(text) if may_match(pattern, text) else None


def _usual(text: str) -> bool:
    return all(c.isalnum() or c in _USUAL for c in text)


def _cost(one: _Needles) -> tuple[int, int]:
    return len(one), -min(map(len, one))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what a parsed pattern requires; see `required` for the bounds."""

    most: int
    shortest: int
    edges: bool

    def telling(self, one: _Needles) -> bool:
        """True for needles worth seeking: few, and not in every article."""
        return len(one) <= self.most and all(
            len(s.strip(_BLANK)) >= self.shortest or (s.strip(_BLANK) and not _usual(s)) for s in one
        )

    def required(self, tree: Iterable[Any], lead: _Needles = _NOTHING) -> list[_Needles]:
        """What a sequence requires: its runs of text, and what lies in repeated and alternative parts.

        *lead* is what stands just before it: the engine reads « poids|pesant » as « p », then a choice.
        """
        found: list[_Needles] = []
        run = lead

        def flush() -> _Needles:
            nonlocal run
            told, run = run, _NOTHING
            if "" not in told:
                found.append(told)
            return told

        for code, value in tree:
            exact = self.exact(code, value)
            if exact is None:
                found.extend(self.inside(code, value, flush()))
            elif len(run) * len(exact) <= self.most:
                run = frozenset(a + b for a in run for b in exact)
            else:
                flush()
                run = exact
        flush()
        return found

    def exact(self, code: Any, value: Any) -> _Needles | None:
        """Every string that a node may match, ``None`` when they are too many or not told."""
        if code is codes.LITERAL:
            return frozenset((chr(value),))
        if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            return frozenset((EDGE if self.edges and value is codes.AT_BOUNDARY else "",))
        if code is codes.IN:
            return self.members(value)
        if code is codes.SUBPATTERN:
            return self.sequence(value[3])
        if code is codes.BRANCH:
            return self.union(map(self.sequence, value[1]))
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[1] == 1:
            inner = self.sequence(value[2])
            return inner if inner is None or value[0] else inner | {""}
        return None

    def members(self, listed: Any) -> _Needles | None:
        found: set[str] = set()
        for code, value in listed:
            first, last = value if code is codes.RANGE else (value, value)
            if code not in (codes.LITERAL, codes.RANGE) or len(found) + last - first >= _CLASS:
                return None
            found.update(map(chr, range(first, last + 1)))
        return frozenset(found)

    def sequence(self, tree: Any) -> _Needles | None:
        made: _Needles = frozenset(("",))
        for code, value in tree:
            exact = self.exact(code, value)
            if exact is None or len(made) * len(exact) > self.most:
                return None
            made = frozenset(a + b for a in made for b in exact)
        return made

    def union(self, parts: Iterable[_Needles | None]) -> _Needles | None:
        made: set[str] = set()
        for part in parts:
            if part is None:
                return None
            made |= part
        return frozenset(made) if len(made) <= self.most else None

    def inside(self, code: Any, value: Any, lead: _Needles) -> list[_Needles]:
        """What a node that is not exact, after *lead*, requires all the same."""
        if code is codes.SUBPATTERN:
            return self.required(value[3], lead)
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and value[0] > 0:
            return self.required(value[2], lead)
        if code is codes.ATOMIC_GROUP:
            return self.required(value, lead)
        if code is codes.BRANCH:
            return self.alternatives(value[1], lead)
        return []

    def alternatives(self, branches: Iterable[Any], lead: _Needles) -> list[_Needles]:
        """One set for all the branches: the best of each, when every one has some."""
        made: set[str] = set()
        for branch in branches:
            best = min((n for n in self.required(branch, lead) if self.telling(n)), key=_cost, default=None)
            if best is None:
                return []
            made |= best
        return [frozenset(made)]
