"""How two figures compare: the words they share, whether they measure one thing, how they look alike."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from relecture.fr.kin import KIN, THINGS
from relecture.relations.amounts import CLOSE, LOOSE, Amount, Shape
from relecture.relations.bounds import near_power_of_ten
from relecture.relations.conversion import restated
from relecture.text import unaccented

_ZERO = Decimal(0)
#: Words are compared by their first letters.
_STEM = 5
_STOPWORDS = frozenset(
    "dans parmi pour avec sans sous chez vers entre leur leurs cette cela celui celle elle elles nous vous mais donc dont ainsi aussi alors apres avant "
    "etre avoir ete etait sont sera seront ont fait faire faut plus moins tres bien tout tous toute toutes comme quand selon depuis pendant "
    "encore deja meme autre autres quelque environ pres million milliard millions milliards euros euro annee annees francais france "
    "deux trois quatre cinq indique annonce precise explique ajoute affirme declare".split()
)


def content(text: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _word().findall(unaccented(text)) if len(w) > 3 and w not in _STOPWORDS)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def same_noun(one: str | None, other: str | None) -> bool:
    """True when two counted nouns are one, gender and number aside."""
    if one is None or other is None:
        return one is other
    return root(one) == root(other)


def root(noun: str) -> str:
    root = noun.lower()
    for ending in ("s", "x", "e"):
        root = root.removesuffix(ending) if len(root) > 3 else root
    return root


def alike(one: Amount, other: Amount) -> bool:
    """True when two amounts measure one kind of thing."""
    if one.shape is not other.shape or one.dimension != other.dimension:
        return False
    if one.shape is Shape.COUNT:
        return same_noun(one.noun, other.noun)
    return one.unit is not None and other.unit is not None and one.unit.note == other.unit.note


def agree(one: Amount, other: Amount) -> bool:
    """True when two amounts may be one value: intervals that meet, or a headline's rounding."""
    size = restated(one, other, LOOSE)
    return (
        size is None
        or size.meets(other.bounds(LOOSE))
        or abs(size.value - other.value) <= abs(other.value) * CLOSE
    )


def likeness(one: Amount, other: Amount) -> str:
    """How two different figures look alike: ``power``, ``swap``, ``digit``; empty when they do not."""
    size = restated(one, other, CLOSE)
    if size is None or size.value <= 0 or other.value <= 0:
        return ""
    ratio = size.value / other.value
    log = ratio.log10() if near_power_of_ten(ratio) else _ZERO
    if abs(log) > Decimal("0.9") and abs(log - log.to_integral_value()) < Decimal("0.004"):
        return "power"
    first, second = digits(one.value), digits(other.value)
    if len(first) != len(second) or len(first) < 2 or first == second or one.canonical != other.canonical:
        return ""
    if len(first) > 2 and sorted(first) == sorted(second):
        return "swap"
    different = sum(a != b for a, b in zip(first, second, strict=True))
    return "digit" if different == 1 and len(first) > 2 else ""


def digits(value: Decimal) -> str:
    """The digits of *value*, trailing zeros of an integer included: « 480 » and « 840 » are a swap."""
    return f"{abs(value):f}".replace(".", "")


def akin(one: str | None, other: str | None) -> bool:
    """True when two counted nouns may name one group: « éolienne » and « mât »."""
    return root(one or "") in _kin(root(other or ""))


@cache
def _kin(noun: str) -> frozenset[str]:
    """*noun* and the nouns that may take it up, as roots."""
    rows = [frozenset(map(root, row)) for row in KIN]
    return frozenset((noun,)).union(*(row for row in rows if noun in row))


def of_one_thing(one: str, other: str) -> bool:
    """True when two nouns may name one measured thing: « entrepôt » and « plateforme »."""
    return root(one) in _names(root(other))


@cache
def _names(noun: str) -> frozenset[str]:
    """*noun* and its other names, as roots."""
    rows = [frozenset(map(root, row)) for row in THINGS]
    return frozenset((noun,)).union(*(row for row in rows if noun in row))
