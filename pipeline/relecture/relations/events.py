"""The year of one event told twice: « inauguré en 1958… depuis son inauguration, en 1961 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.fr.event_words import EVENTS, GENERIC
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import akin, content
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern

#: How far the second telling may stand, in characters of the reduced text.
_NEAR = 420
#: Words that make it another event, or another thing's.
_OTHER = r"\b(?:ré?(?:inaugur|ouver|ouvr|constru|fond|lanc|élection|nomin|mis|bât)\w*|second\w*|deuxième|nouve\w+|derni\w+|précédent\w*|autres?|voisin\w*|ancien\w*|successeur|remplaçant\w*|d'abord|puis|première version|jum\w+)\b"
_YEARS = 4


@cache
def _first() -> str:
    return "|".join(f"(?P<f{n}>{told})" for n, (told, _) in enumerate(EVENTS))


@cache
def _later() -> str:
    return "|".join(f"(?P<l{n}>{noun})" for n, (_, noun) in enumerate(EVENTS))


@cache
def _cue() -> frozenset[str]:
    return heads(("sa", "son", "leur", "cette", "ce"))


def read(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """The two years of one event, when they differ."""
    dates = [p for p in skeleton.positions if skeleton.marks[p].shape is Shape.DATE]
    if len(dates) < 2:
        return
    late = rf"\b(?P<owner>sa|son|leur|cette|ce) (?:{_later()}),? ?(?:<h20>en |\()?(?P<year><Y>)"
    for match in skeleton.find_by(_cue(), late):
        year = skeleton.amount(match, "year")
        event = next(n for n in range(len(EVENTS)) if match[f"l{n}"])
        if not _plain(year) or not _tied(match[0]):
            continue
        for first in pattern(rf"\b(?:{_first()})(?:<h25>) (?:en |dès |depuis )(?P<year><Y>)").finditer(
            skeleton.text, max(0, match.start() - _NEAR), match.start()
        ):
            told = skeleton.amount(first, "year")
            if not first[f"f{event}"] or not _plain(told) or told.value == year.value:
                continue
            between = skeleton.amounts_between(first.start(), match.start("year"))
            if _one_thing(skeleton, first, match) and all(a.value != year.value for _, a in between):
                yield told, year
                break


def _tied(text: str) -> bool:
    return re.search(r"\ben .$|\(.$|, .$", text) is not None


def _plain(year: Amount) -> bool:
    return len(year.span) == _YEARS


def _one_thing(skeleton: Skeleton, first: re.Match[str], later: re.Match[str]) -> bool:
    """False when the second sentence names another thing than the first."""
    low, _ = skeleton.sentence(first.start())
    start, end = skeleton.sentence(later.start())
    if pattern(_OTHER).search(skeleton.text, first.end(), end):
        return False
    known = content(skeleton.text[low : first.end() + 60].partition(STOP)[0])
    after = pattern(r"[^,;§]*, (?P<what>[^,;.§]{3,40})".replace("§", STOP)).match(
        skeleton.text, later.end(), end
    )
    parts = [skeleton.text[start : later.start()]]
    if later.start() - start < 30 and after:
        parts.append(after["what"])
    return all(
        _known(word, known, skeleton.text[low : first.start()]) for part in parts for word in _subjects(part)
    )


def _subjects(text: str) -> list[str]:
    """The nouns that an article brings in, one of each: « sa » is nothing that is many."""
    return [m[1] for m in pattern(r"\b(?:le |la |l'|un |une |cet? |cette )([^\W\d_]{3,})").finditer(text)]


def _known(word: str, known: frozenset[str], before: str) -> bool:
    if word in GENERIC or content(word) <= known:
        return True
    return any(akin(word, other) for other in _subjects(before))
