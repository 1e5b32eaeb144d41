"""Two single words that are spellings of one name, with no full name to tell: « Framatome », « Framatom »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from relecture.checks.names import Forms, Name, bare, distance, inflected, near, sound, undoubled
from relecture.checks.surnames import ALONE, labels
from relecture.checks.turned_names import sounds_one
from relecture.fr.name_words import FIRST_NAMES, TRANSCRIPTIONS
from relecture.types import Article, Label

#: A part of a hyphenated name must be this long to be compared.
_PART = 5
#: …this long where there are three or more.
_SHORT_PART = 4
#: A word this long, when the two are also pronounced the same: « Verkor », « Vercor ».
_SOUNDS = 5
#: …or when the model saw a firm in both.
_FIRM = 6


def lone(article: Article, by_form: Forms, one: str, other: str) -> tuple[str, str] | None:
    """The two single words, when they are one slip apart or sound alike, and no full name explains them."""
    if abs(len(one) - len(other)) > 1 and not transcribed(one, other):
        return None
    if {one, other} & FIRST_NAMES or one.isupper() or other.isupper() or bare(one)[:1] != bare(other)[:1]:
        return None
    ones, others = by_form[(one,)], by_form[(other,)]
    if all(n.opens for n in ones) and all(n.opens for n in others):
        return None
    if by_form.in_several[one] or by_form.in_several[other]:
        return None  # the pair of full name and surname is judged by `taken_up`
    if transcribed(one, other):
        return one, other
    if bare(one) == bare(other):
        return (one, other) if _accents(one, other) and _names(article, ones, others) else None
    if one[:1] != other[:1]:
        return None
    if "-" in one + other:
        return (one, other) if min(len(one), len(other)) >= ALONE and _one_part_off(one, other) else None
    apart = distance(bare(one), bare(other), 1) == 1
    return (one, other) if apart and _alike(article, ones, others, one, other) else None


def _alike(article: Article, ones: Sequence[Name], others: Sequence[Name], one: str, other: str) -> bool:
    """True for words a slip apart that are long, or said the same, or firms in the eyes of the model."""
    shortest = min(len(one), len(other))
    if shortest < _SOUNDS:
        return False
    if inflected(one, other) and not (
        undoubled(bare(one)) == undoubled(bare(other)) and _one_kind(article, ones, others)
    ):
        return False  # « Danfoss », « Danfos » are no plural
    if shortest >= ALONE or sounds_one(one, other):
        return True
    if sound(one) == sound(other):
        return _names(article, ones, others)
    return shortest >= _FIRM and _one_kind(article, ones, others) is Label.ORG


def transcribed(one: str, other: str) -> bool:
    """True for one foreign name in two transcriptions: « Kiev », « Kyiv »."""
    known = _transcriptions()
    return one in known and known[one] == known.get(other)


@cache
def _transcriptions() -> dict[str, int]:
    return {word: number for number, family in enumerate(TRANSCRIPTIONS) for word in family}


def _accents(one: str, other: str) -> bool:
    """True for accents apart within the word; those of a capital and of its last letter are other matters."""
    a, b = ([part.rstrip("sé")[1:] for part in word.split("-")] for word in (one, other))
    return min(len(one), len(other)) >= _SOUNDS and near(one, other) and a != b


def _one_kind(article: Article, ones: Sequence[Name], others: Sequence[Name]) -> Label | None:
    """What the model saw in both words, when it is one thing."""
    seen = labels(article, ones)
    return next(iter(seen)) if len(seen) == 1 and seen == labels(article, others) else None


def _names(article: Article, *forms: Sequence[Name]) -> bool:
    """True when each word is surely a name: within a sentence, or seen by the model."""
    return all(not all(n.opens for n in mentions) or labels(article, mentions) for mentions in forms)


def _one_part_off(one: str, other: str) -> bool:
    """« Saint-Aubin-sur-Orvanne » and « Saint-Aubin-sur-Orvane »: one long part is a slip, the others are the same."""
    a, b = one.split("-"), other.split("-")
    odd = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(odd) != 1:
        return False
    x, y = odd[0]
    if len(a) > 2 and min(len(x), len(y)) >= _SHORT_PART and x[0].isupper():
        # « Montceau-les-Mine » is no singular.
        return x[0] == y[0] and not {x, y} & FIRST_NAMES and distance(bare(x), bare(y), 1) == 1
    return min(len(x), len(y)) >= _PART and not {x, y} & FIRST_NAMES and near(x, y)
