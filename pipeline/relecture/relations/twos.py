"""The two values that a sentence and its neighbour set side by side, whatever the words between them.

A multiple or a percentage said of « them » needs no preposition: « en avion, 240 kilos. Par le train, c'est
cinq fois moins : 6 ». What makes the pair sure is that it is the only one: two amounts of one scale in the
window, no third.
"""

from __future__ import annotations

import re
from dataclasses import replace

from relecture.relations.amounts import Amount, Shape
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import Skeleton, pattern

#: Characters from a statement to the farther of its values at most.
_REACH = 260
#: Participles and adjectives that stand where a noun was left out.
_NO_NOUN = re.compile(
    r"(?:collecté|recensé|vendu|installé|livré|acheté|consommé|importé|exporté|prévu|attendu|annoncé|enregistré|distribué|récolté"
    r"|traité|trié|déclaré|budgété|engagé|dépensé|versé|visé|commandé|testé|analysé|examiné|consacré|affecté|réservé|alloué"
    r"|ouvert|inauguré|achevé|terminé|réalisé|construit|créé|aménagé|rénové|remplacé|raccordé|attribué|financé|signé|planté|posé|loué|occupé|restauré"
    r"|fourni|turbiné|généré|injecté|soutiré|rejeté"
    r"|disponible|nécessaire|autre|restant|manquant|derni[eè]r)e?s?"
)
#: « 18,6 M€ », « 2 Md€ », « 350 k€ ».
_SHORT = re.compile(r"\d[\s ]?(k|M|Md|Mds|G)€")
_APART = (Shape.DATE, Shape.TIMES, Shape.FRACTION, Shape.POINTS, Shape.PERCENT)
#: A number under this one, in words, sets the scene.
_FEW = 5
Placed = tuple[int, Amount]


def window(skeleton: Skeleton, at: int, *, back: int = 1, on: int = 0) -> tuple[int, int]:
    """The bounds of the sentence around *at* with *back* sentences before it and *on* after it."""
    start, end = skeleton.sentence(at)
    for _ in range(back):
        if start > 1:
            start, _end = skeleton.sentence(start - 2)
    for _ in range(on):
        if end + 1 < len(skeleton.text):
            _start, end = skeleton.sentence(end + 1)
    return start, end


def held(amount: Amount) -> bool:
    """True for an amount that can be one of two compared values."""
    return amount.low is None and amount.shape not in _APART


def plural(amount: Amount) -> bool:
    """True for a number of things, two at least, told exactly."""
    whole = amount.value == amount.value.to_integral_value()
    return whole and amount.value >= 2 and amount.low is None and not amount.approximate


def values(skeleton: Skeleton, start: int, end: int, *besides: Amount) -> list[Placed]:
    """The amounts of a stretch that can be compared, *besides* left out."""
    spans = {a.span for a in besides}
    return [
        (p, a)
        for p, a in skeleton.amounts_between(start, end)
        if held(a)
        and a.span not in spans
        and not (a.shape is Shape.DURATION and when(skeleton, p))
        and not clock(skeleton, p)
    ]


def clock(skeleton: Skeleton, at: int) -> bool:
    """True for an hour of the day: « à 19 heures »."""
    bare = skeleton.marks[at].shape is Shape.BARE
    return bare and pattern(r" heures?\b").match(skeleton.text, at + 1) is not None


def when(skeleton: Skeleton, at: int) -> bool:
    """True for a duration that dates or spans a fact: « il y a deux ans », « en vingt-quatre mois », « trois ans plus tard »."""
    if pattern(r" (?:plus t(?:ard|ôt)|après|avant|auparavant|durant)\b").match(skeleton.text, at + 1):
        return True
    lead = skeleton.text[max(0, at - 16) : at]
    return (
        pattern(r"\b(?:il y a|en|depuis|d'ici|pendant|sur|dans|durant|après|avant) <d>$").search(lead)
        is not None
    )


def two(skeleton: Skeleton, at: int, *besides: Amount, back: int = 1) -> tuple[Placed, Placed] | None:
    """The only two comparable values around the statement at *at*: in its sentence, or in the one before too."""
    for sentences in range(back + 1):
        start, end = window(skeleton, at, back=sentences)
        found = [(p, a) for p, a in values(skeleton, start, end, *besides) if abs(p - at) <= _REACH]
        pair = _only(found)
        if pair:
            return pair
        if len(found) > 1 and any(_alike(a, b) for n, (_, a) in enumerate(found) for _, b in found[n + 1 :]):
            return None
    return None


def _only(found: list[Placed]) -> tuple[Placed, Placed] | None:
    """The two amounts of *found* that share a scale when no third does, with their units lent."""
    pairs = [(x, y) for n, x in enumerate(found) for y in found[n + 1 :] if _alike(x[1], y[1])]
    if len(pairs) != 1:
        return None
    (p, one), (q, other) = pairs[0]
    one, other = scaled_like(one, other), scaled_like(other, one)
    return (p, unnamed(one).lent(other)), (q, unnamed(other).lent(one))


def _alike(one: Amount, other: Amount) -> bool:
    """True when both measure one thing, as written: a bare number takes the unit of the other."""
    one, other = unnamed(one), unnamed(other)
    first, second = one.lent(other), other.lent(one)
    if first.shape is not second.shape or not same_scale(first, second):
        return False
    return first.shape is not Shape.COUNT or first.noun == second.noun


def of_one_kind(one: Amount, other: Amount) -> bool:
    """True for two amounts of one shape and dimension, as they are; counts must be of one thing."""
    if one.shape is not other.shape or one.dimension != other.dimension:
        return False
    return one.shape is not Shape.COUNT or one.noun == other.noun


def few_in_words(amount: Amount) -> bool:
    """True for « les deux communes », which says of what the figures around are told."""
    written = amount.quantity.text if amount.quantity else ""
    return written[:1].isalpha() and amount.value < _FEW


def unnamed(amount: Amount) -> Amount:
    """A count without a noun of its own: « les 60 000 collectées », « les 90 autres », « 47,8 millions »."""
    own = amount.noun is not None and not _NO_NOUN.fullmatch(amount.noun)
    return amount if own or amount.shape is not Shape.COUNT else replace(amount, shape=Shape.BARE, noun=None)


def scaled_like(amount: Amount, lender: Amount) -> Amount:
    """A bare number under the scale of *lender*: « 26 milliards de mètres cubes ; il en fournit 9,1 »."""
    written = lender.quantity.text if lender.quantity else ""
    short = _SHORT.search(written)
    scale = 10**9 if "milliard" in written else 10**6 if "million" in written else 1
    if short:
        scale = {"k": 10**3, "M": 10**6}.get(short[1], 10**9)
    if amount.shape is not Shape.BARE or amount.value >= 1000 or lender.value < scale or scale == 1:
        return amount
    return replace(
        amount,
        value=amount.value * scale,
        ulp=amount.ulp * scale,
        zeros=amount.zeros * scale,
        readings=(),
    )


def unpriced(amount: Amount, whole: Amount) -> Amount:
    """« 430 millions de raccordements », under a total in euros, are euros."""
    written = amount.quantity.text if amount.quantity else ""
    if whole.shape is Shape.MONEY and amount.shape is Shape.COUNT and "illi" in written:
        return replace(amount, shape=Shape.BARE, noun=None)
    return unnamed(amount)
