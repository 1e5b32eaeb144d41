"""A figure taken up a little further on: « un prêt de 35 milliards… ces 35 millions », « les 124 dessins de l'exposition ».

What takes it up is a demonstrative, or a definite article with something that ties it to the earlier
sentence: its complement (« les 39 membres du gouvernement »), its own noun (« lettre de licenciement… les 34
licenciés »), or the very digits in another unit (« 120 kilos… les 120 tonnes »).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, akin, alike, content, digits, likeness
from relecture.relations.mentions import Place
from relecture.relations.skeleton import pattern

#: A definite group reaches this far back, in characters; a demonstrative not so far.
_REACH, _NEAR = 1500, 500
#: How many times over one figure may be the other and still be a slip about one group.
_SLIP = Decimal("1.5")
#: Words that make the complement another thing than the one named before.
_ELSE = r"\b(?:autres?|voisin\w*|concurren\w*|rival\w*|partenaires?|nouve\w+|ancien\w*|futur\w*|second\w*|deuxième|troisième|filiale\w*|jum\w+)\b"
#: Moments of one day, which do not set two figures apart.
_HOURS = frozenset(("midi", "minuit", "matin", "soir"))
#: « un total de 23 000 entrées… 2 300 entrées au total ».
_ALL = ("au total", "en tout")
#: « les 240 000 billets vendus depuis 2012 »: a longer time than that of the first figure.
_SINCE = r"\b(?:depuis|cumul\w*|au total|en tout|chaque|par|l'an (?:dernier|passé)|en <A>|(?:en|dans) (?:le monde|france|europe))\b"
_ELSEWHERE = r" (?:à|au|aux|en|chez|par) "
_OF_THE = r" (?:du |de la |de l'|de cette |de ce |de cet )(?P<of>[^\W\d_]+)"
_COMPLEMENT = r"(?P<own>[^\ue000-\ue0ff]{0,40}?) (?:du |de la |de l'|des |de |d')(?P<of>[^\W\d_]+)"


def read(places: list[Place], bare: frozenset[Decimal]) -> Iterator[tuple[Place, Place, str]]:
    """Each figure that takes up an earlier one with another value: the two, and how they look alike.

    *bare* holds the numbers without a noun: one of them may be the group meant (« dont 124 de sa main »).
    """
    for n, later in enumerate(places):
        later = _lent(places[:n], later)
        if later.amount.value in bare or not (later.definite or later.pointed or later.label):
            continue
        rivals = [
            p for p in places[:n] if p.at != later.at and p.words is not later.words and _of_one_kind(p, later)
        ]
        if not rivals or any(agree(p.amount, later.amount) for p in rivals):
            continue
        first = rivals[-1]
        if first.part or (later.part and not later.pointed):
            continue
        how = likeness(first.amount, later.amount) or _swapped(first.amount, later.amount)
        if _taken_up(first, later, how) or (len(rivals) == 1 and _its_measure(first, later, how)):
            yield first, later, how


def _lent(before: list[Place], later: Place) -> Place:
    """« 36 000 milliards de dollars… 36 milliards, c'est »: what is pointed at lends its unit."""
    if later.amount.shape is not Shape.BARE or not later.pointed:
        return later
    money = next((p for p in reversed(before) if p.amount.shape is Shape.MONEY), None)
    return later.measuring(later.amount.lent(money.amount)) if money else later


def longer(first: Place, later: Place) -> bool:
    """True for a figure whose own words make it that of a longer time, or of a wider group."""
    found = pattern(_SINCE).search(later.tail)
    if found is None or found[0] in first.sentence.text:
        return False
    return not (found[0] in _ALL and "total" in first.sentence.text)


def _of_one_kind(first: Place, later: Place) -> bool:
    one, other = first.amount, later.amount
    if alike(one, other):
        return True
    if one.shape is not Shape.COUNT or other.shape is not Shape.COUNT:
        return False
    same = later.pointed and not _plain(later) and _significant(first) == _significant(later)
    return same or akin(one.noun, other.noun) or _noun_retold(first, later)


def _noun_retold(first: Place, later: Place) -> bool:
    """True for « 4 700 postes… ces 47 000 suppressions de postes », « lettre de licenciement… les 34 licenciés »."""
    noun = content(later.amount.noun or "")
    return bool(noun & first.words) or bool(content(first.amount.noun or "") & content(later.tail))


def _other_times(first: Place, later: Place) -> bool:
    if first.period and later.period and first.period != later.period:
        return True
    one, other = first.times - _HOURS, later.times - _HOURS
    return bool(one and other and not one & other)


def _swapped(one: Amount, other: Amount) -> str:
    """« 43 », « 34 »: two figures are few to look alike, but enough for one group."""
    first, second = digits(one.value), digits(other.value)
    return "swap" if len(first) == len(second) == 2 and first == second[::-1] and first != second else ""


def _taken_up(first: Place, later: Place, how: str) -> bool:
    distance = later.at - first.at
    if not later.pointed and (longer(first, later) or of_another(first, later)):
        return False
    if how == "power" and distance < _NEAR and _rewritten(first, later):
        return True
    if first.shift or later.shift or distance > _REACH:
        return False
    if _other_times(first, later) and not _one_group(first, later):
        return False
    resumed = later.pointed and not later.shown
    if (
        not (later.definite or resumed)
        or (first.definite and not first.owned and not _one_group(first, later))
        or later.amount.shape is not Shape.COUNT
    ):
        return False
    alike_nouns = alike(first.amount, later.amount) or akin(first.amount.noun, later.amount.noun)
    if how in ("swap", "power") and distance < _NEAR and (alike_nouns or _noun_retold(first, later)):
        rough = first.amount.approximate or later.amount.approximate
        return not (how == "power" and _plain(first)) or (alike_nouns and not rough and _shares(first, later))
    return (
        alike_nouns and _comparable(first.amount.value, later.amount.value) and _complement_told(first, later)
    )


def _one_group(first: Place, later: Place) -> bool:
    """True for « les huit éoliennes de la crête de Nay », then « les six machines de la crête de Nay »."""
    tails = [
        pattern(
            r" (?:du |de la |de l'|des |de )[^\W\d_]+(?: (?:du |de la |de l'|des |de |d')?[^\W\d_]{3,}| \w+)"
        ).match(p.tail)
        for p in (first, later)
    ]
    return bool(tails[0] and tails[1] and tails[0][0] == tails[1][0] and len(content(tails[0][0])) > 1)


def _its_measure(first: Place, later: Place, how: str) -> bool:
    """True for « la tour culmine à 320 mètres… avec ses 230 mètres », the only two of their kind, some digits swapped."""
    told = later.owned or (
        later.definite
        and pattern(_ELSEWHERE).search(later.tail) is None
        and (len(_significant(later)) > 2 or bool(later.label & (first.label or first.words)))
    )
    if later.amount.shape is not Shape.MEASURE or later.at - first.at > _NEAR:
        return False
    if (
        later.definite
        and not (later.pointed or first.contrast or later.contrast or first.shift)
        and _of_it(first, later)
    ):
        return (
            _comparable(first.amount.value, later.amount.value)
            and first.amount.canonical == later.amount.canonical
        )
    return told and (
        how == "swap" and len(_significant(later)) > 1 and not (first.contrast or later.contrast or first.shift)
    )


def _of_it(first: Place, later: Place) -> bool:
    """True for « une batterie de 5 000 mAh… les 4 500 mAh du Nova 7 », the Nova named before."""
    found = None if pattern(_ELSE).search(later.tail) else pattern(_OF_THE).match(later.tail)
    if found is None or not content(found["of"]) & first.words:
        return False
    model = pattern(r" (\d+|[a-z])\b").match(later.tail, found.end())
    return model is None or f"{found['of']} {model[1]}" in first.sentence.text


def of_another(first: Place, later: Place) -> bool:
    """True for « les 45 habitants du hameau » after « le village compte 450 habitants »: the group's owner is new."""
    found = pattern(_OF_THE).match(later.tail)
    return found is not None and not later.pointed and bool(content(found["of"]) - first.words)


def _rewritten(first: Place, later: Place) -> bool:
    """True for the very digits at another scale, of a group that « ces » or its own name takes up."""
    if _significant(first) != _significant(later):
        return False
    if later.pointed:
        return later.shown or not _plain(first) or first.amount.canonical != later.amount.canonical
    named = bool(later.label & first.label)
    if not (named or later.definite) or (
        first.amount.canonical == later.amount.canonical != "dimensionless" and not named
    ):
        return False
    return not (first.shift or later.shift) and (later.definite or not _plain(first))


def _significant(place: Place) -> str:
    return digits(place.amount.value).strip("0")


def _plain(place: Place) -> bool:
    return len(_significant(place)) < 2


def _shares(first: Place, later: Place) -> bool:
    return bool((first.words & later.words) - content(later.amount.noun or ""))


def _comparable(one: Decimal, other: Decimal) -> bool:
    return min(one, other) > 2 and max(one, other) <= _SLIP * min(one, other)


def _complement_told(first: Place, later: Place) -> bool:
    """True when what the group is of stands in the earlier sentence (« les 39 membres du gouvernement »)."""
    found = None if pattern(_ELSE).search(later.tail) else pattern(_COMPLEMENT).match(later.tail)
    return found is not None and bool(content(found["of"]) & (first.words - content(first.amount.noun or "")))
