"""The surname of one family spelt in two ways: « Alexis Lebrun … son frère, Félix Lebrin », « la sœur de Léon Bastide, Marie Batside »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from relecture.checks.names import Name, bare, distance, inflected
from relecture.fr.name_words import OF_ONE_NAME
from relecture.needles import may_match

#: How far apart the two of a family may be named, in characters.
_FAR = 240
#: Surnames this long are not one letter apart within a family.
_SURNAME = 5


@cache
def _whose() -> re.Pattern[str]:
    # « Son frère aîné, », « Le fils, »: right before the second name
    return re.compile(
        rf"\b(?:son|sa|leur|le|la)\s(?:\w+\s)?(?:{OF_ONE_NAME})(?:\s(?:aînée?|cadet(?:te)?|jumeau|jumelle|unique))?,?\s$",
        re.I,
    )


@cache
def _of_whom() -> re.Pattern[str]:
    # « la sœur de », right before the first
    return re.compile(rf"\b(?:{OF_ONE_NAME})(?:\s(?:aînée?|cadet(?:te)?|unique))?\s(?:de\s|d')$", re.I)


@cache
def _parent() -> re.Pattern[str]:
    return re.compile(r"\b(?:père|mère)\b[,\s]*$", re.I)


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{OF_ONE_NAME})(?!\w)", re.I)


def kin_spelt(prose: str, found: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Two people of one family whose surnames are a slip apart."""
    if not may_match(_kin(), prose):
        return
    full = [name for name in found if len(name.words) > 1]
    for one, other in pairwise(full):
        if other.span.start - one.span.end > _FAR or not _one_surname(one, other):
            continue
        if "\n" in prose[one.span.end : other.span.start]:
            continue
        told = _whose().search(prose, max(one.span.end, other.span.start - 40), other.span.start)
        beside = prose[one.span.end : other.span.start] in {", ", " et "}
        if (
            told
            and _parent().search(told[0])
            and _parent().search(prose, max(0, one.span.start - 16), one.span.start)
        ):
            continue  # « sa mère, Marie Lefebvre, et son père, Jean Lefèvre »
        if told or (beside and _of_whom().search(prose, max(0, one.span.start - 32), one.span.start)):
            yield one, other


def _one_surname(one: Name, other: Name) -> bool:
    a, b = bare(one.surname), bare(other.surname)
    if one.words[0] == other.words[0] or min(len(a), len(b)) < _SURNAME or a[0] != b[0]:
        return False
    # « Ivanov », « Ivanova »: a family's name in two genders
    return (
        a + "a" != b and b + "a" != a and not inflected(one.surname, other.surname) and distance(a, b, 1) == 1
    )
