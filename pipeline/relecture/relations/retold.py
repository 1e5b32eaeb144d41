"""A figure told again in the next sentences in words that leave no doubt of it, though its digits need not look alike.

« Ils sont 85 à… », « Avec 29 classes cette année… », « selon la police » twice, the same time of the day, one magnitude told
with figures badly copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from relecture.fr.event_words import GENERIC
from relecture.fr.fact_words import SAYERS, TOLD
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, akin, alike, content, digits, likeness
from relecture.relations.mentions import Place
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.slips import near

#: How far back the first figure may stand, in characters, and how many times over one may be the other.
_NEAR, _SLIP, _CLOSE = 420, Decimal("1.6"), Decimal("1.34")
_AVEC = r"(?:^|[§«\"(] ?|, )(?:avec|fort\w* de) (?:seulement |à peine |ses |leurs |désormais )?<d>$".replace(
    "§", STOP
)
_PERIOD = r"\b(?:cette (?:année|saison|semaine)|ce (?:mois|matin|soir|week-end)|en ce moment|aujourd'hui|actuellement|cet (?:été|hiver|automne))\b"
_OTHERS = (
    r"\b(?:autres?|cel(?:ui|le)|ceux|voisin\w*|rival\w*|supplémentaires?|de plus|de moins|contre|l'an (?:dernier|passé|prochain)|auparavant|jusqu'ici|bientôt|finalement|ensuite|désormais|d'ici|à terme|futur\w*"
    r"|l'année (?:dernière|suivante)|il y a|encore|déjà|portée?s?|après|avant|suppl\w+|perd\w*|gagn\w*|ouvertures?|fermetures?|supprim\w*|ajout\w*|hausse|baisse|augment\w*|objectif|prévu\w*|moyenne)\b"
)
_FEW = 10
#: What a thing can hold, is thought to be worth or is held against a driver: not what it is.
_ESTIMATED = r"\b(?:peut|pourrait|pouvait|aujourd'hui|actuel\w*|estim\w+|mise à prix|vitesse retenue|retenue (?:est|était)|abattement|maxim\w+)\b"
_TINY = Decimal("0.001")
#: Another extent of the same thing, or what it does in a time.
_ALONG = r"\b(?:diamètre|épais\w*|larg\w*|profond\w*|haut\w*|long\w*|par (?:an|jour|mois|semaine)|chaque|depuis|annuel\w*)\b|(?<!en )<D>"
#: Moments of one day.
HOURS = frozenset(("midi", "minuit", "matin", "soir"))
_PRONOUN = r"[ «\"]*(?:(?:à|avec|pour|sur|dans|sous) (?:ce|cette|cet|ces|un tel|une telle)|il|elle|ils|elles|ce|cela|ça|c'est|cette|cet|ces|celle-ci|celui-ci|avec <A>|à <A>(?= ?[^\W\d_]*,(?: [^,;]{4,45},)? (?:il|elle|ils|elles|on|ce|cela|dit|le|la|l')\b)|une [^\W\d_]+ de <A>(?= qui| que|,))(?!\w)"


def read(skeleton: Skeleton, places: Sequence[Place], prose: str) -> Iterator[tuple[Place, Place, str]]:
    """Each figure given again with another value in *prose*: the two, and how they look alike."""
    body = [p for p in places if not p.title]
    for n, later in enumerate(body):
        before = [p for p in body[:n] if p.words is not later.words and 0 < later.at - p.at < _NEAR]
        before = [p for p in before if _kind(p.amount, later.amount)]
        if not before or later.part or later.shift or later.pointed:  # `reprises` and `levels` read it
            continue
        first = before[-1]
        if len({p.amount.value for p in before}) > 1 or any(agree(p.amount, later.amount) for p in before):
            continue
        if first.part or first.shift or first.amount.approximate or later.amount.approximate:
            continue
        if _named(skeleton, later, prose) - _named(skeleton, first, prose):
            continue
        how = likeness(first.amount, later.amount)
        if (
            (
                _with(skeleton, first, later)
                and near(first.amount.value, later.amount.value, _SLIP if how == "swap" else _CLOSE)
            )
            or (_qualified(skeleton, first, later) and near(first.amount.value, later.amount.value, _CLOSE))
            or (
                _source(first) & _source(later)
                and first.times - HOURS == later.times - HOURS
                and near(first.amount.value, later.amount.value, _SLIP)
            )
            or (first.sentence.clock & later.sentence.clock and _alone(skeleton, first, later))
            or (
                how in ("swap", "digit")
                and not pattern(_ESTIMATED).search(_both(skeleton, first, later))
                and _magnitude(skeleton, first) & _magnitude(skeleton, later)
                and _same_thing(skeleton, first, later)
            )
        ):
            yield first, later, how


def _named(skeleton: Skeleton, place: Place, prose: str) -> set[str]:
    """The names that a preposition or an article brings into the sentence of *place*."""
    start, end = skeleton.sentence(place.at)
    return set(names().findall(skeleton.source(start, min(end, len(skeleton.text) - 1)).of(prose)))


@cache
def names() -> re.Pattern[str]:
    """A place, a team, a make: « à Rennes », « le Lot », « celui de Caen »."""
    return re.compile(
        r"(?:\b(?:[Àà]|[Ee]n|[Dd]e|[Dd]u|[Aa]u|[Aa]ux|[Dd]es|[Ll][eas]|[Ll]es|[Cc]hez|[Ss]ur|[a-zà-ÿ]{3,}(?= [A-Z]\b)) |\b[dDlL]['’])([A-ZÀ-Ý][\w-]*)"
    )


def _kind(one: Amount, other: Amount) -> bool:
    if one.shape is Shape.COUNT and other.shape is Shape.COUNT:
        return alike(one, other) or akin(one.noun, other.noun)
    return one.shape is not Shape.PERCENT and alike(one, other) and one.canonical == other.canonical


def _both(skeleton: Skeleton, first: Place, later: Place) -> str:
    return skeleton.text[skeleton.sentence(first.at)[0] : skeleton.sentence(later.at)[1]]


def _alone(skeleton: Skeleton, first: Place, later: Place) -> bool:
    """True when nothing sets the two sentences against each other."""
    return pattern(_OTHERS).search(_both(skeleton, first, later)) is None


def _with(skeleton: Skeleton, first: Place, later: Place) -> bool:
    """« compte 27 classes cette année. Avec 29 classes cette année, … »: the count that the sentence goes by."""
    start, end = skeleton.sentence(later.at)
    if later.amount.shape is not Shape.COUNT or not pattern(_AVEC).search(
        skeleton.text, max(0, start - 1), later.at
    ):
        return False
    if min(first.amount.value, later.amount.value) < _FEW or not _alone(skeleton, first, later):
        return False
    low, high = skeleton.sentence(first.at)
    if high + 2 < start:
        return False
    said = [set(pattern(_PERIOD).findall(skeleton.text[a:b])) for a, b in ((low, high), (start, end))]
    told = content(later.tail) & content(first.tail)
    return bool(said[0] & said[1] or told) and _same_thing(
        skeleton, first, later, period=bool(said[0] & said[1])
    )


def _qualified(skeleton: Skeleton, first: Place, later: Place) -> bool:
    """« Quinze élèves intoxiqués… Les dix-sept élèves intoxiqués »: the group with the very word that made it one."""
    told = pattern(r" (?P<word>[^\W\d_]{4,})s? (?:ont|sont|seront|étaient|avaient|devront|vont|iront)\b").match(
        skeleton.text, later.at + 1
    )
    lead = pattern(r"(?:^|[§«\"] ?)les $".replace("§", STOP)).search(
        skeleton.text, max(0, later.at - 8), later.at
    )
    if (
        told is None
        or lead is None
        or later.amount.shape is not Shape.COUNT
        or not _alone(skeleton, first, later)
    ):
        return False
    return bool(content(told["word"]) and content(told["word"]) <= first.words) and first.amount.value > 2


def _source(place: Place) -> set[str]:
    """Who gives the figure."""
    return {m[m.lastgroup or 0] for m in pattern(SAYERS).finditer(place.sentence.text)}


def _magnitude(skeleton: Skeleton, place: Place) -> set[int]:
    """The magnitudes that the words beside the figure tell: its length, its weight, its cost…"""
    start, end = skeleton.sentence(place.at)
    around = (
        skeleton.text[max(start, place.at - 45) : place.at]
        + skeleton.text[place.at + 1 : min(end, place.at + 16)]
    )
    return {n for n, words in enumerate(TOLD) if pattern(rf"\b(?:{words})").search(around)}


def _same_thing(skeleton: Skeleton, first: Place, later: Place, *, period: bool = False) -> bool:
    """True unless the later sentence brings in a thing that the first does not know."""
    if not _alone(skeleton, first, later):
        return False
    low, _ = skeleton.sentence(first.at)
    start, end = skeleton.sentence(later.at)
    known = content(skeleton.text[low:start])
    nouns = pattern(r"\b(?:le |la |l'|les |un |une |cet? |cette |son |sa |du |au )([^\W\d_]{4,})").findall(
        skeleton.text[start:end]
    )
    strange = [w for w in nouns if w not in GENERIC and not content(w) <= known]
    return not strange or period or len(strange) < len(nouns)


# ---------------------------------------------------------------- « 1,8 millisievert… elle reste, avec 1,8 sievert »


def prefixes(skeleton: Skeleton, places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """The very digits under another prefix in the next sentence, which speaks of the same thing."""
    for n, later in enumerate(places):
        one = later.amount
        if (
            one.shape not in (Shape.MEASURE, Shape.RATE, Shape.MONEY)
            or (_plain(one.value) and not _fronts(skeleton, later))
            or later.part
            or later.moved(*_MEANT)
        ):
            continue
        start, end = skeleton.sentence(later.at)
        before = [
            p
            for p in places[:n]
            if alike(p.amount, one) and skeleton.sentence(p.at)[1] + 2 >= start and p.at < start
        ]
        if len(before) != 1 or before[0].part or before[0].shift:
            continue
        first = before[0]
        if (
            first.amount.value != one.value
            or first.amount.canonical == one.canonical
            or likeness(first.amount, one) != "power"
            or not _prefixed(first.amount, one)
            or _along(first, later)
        ):
            continue
        if (
            pattern(_PRONOUN).match(skeleton.text, start, end)
            or later.definite
            or later.pointed
            or _measured_alike(skeleton, first, later)
        ):
            yield first, later


#: What was promised is what was told.
_MEANT = ("promis", "promise", "promises")
#: « 62 GWh par an… les 62 MWh annuels ».
_YEARLY = r"\bpar an\b|\bannuel\w*|\bchaque année\b|\b(?:dans|sur|à) l'année\b"


def _along(first: Place, later: Place) -> bool:
    """True for another extent, or for what is done in a time that the first sentence does not tell."""
    told = later.sentence.text
    if pattern(_YEARLY).search(told) and pattern(_YEARLY).search(first.sentence.text):
        told = pattern(_YEARLY).sub("", told)
    return pattern(_ALONG).search(told) is not None


def _measured_alike(skeleton: Skeleton, first: Place, later: Place) -> bool:
    """True for « dosées à 500 milligrammes… ce lot dosé à 500 g »: one participle gives both."""
    said = [
        pattern(r"\b(?P<word>[^\W\d_]{4,})(?:é|i|u)e?s? (?:à|de) $").search(
            skeleton.text, max(0, p.at - 24), p.at
        )
        for p in (first, later)
    ]
    return bool(said[0] and said[1] and said[0]["word"] == said[1]["word"])


def _plain(value: Decimal) -> bool:
    return len(digits(value).strip("0")) < 2 and value == value.to_integral_value()


def _fronts(skeleton: Skeleton, later: Place) -> bool:
    """True for « À 8 millimètres, il… » and « ce lot dosé à 500 g », which say what was just said."""
    start, _ = skeleton.sentence(later.at)
    lead = r"(?:^|§) *[«\"]? ?(?:à|une [^\W\d_]+ de) $|\b(?:dosé|gravé|réglé|chauffé|limité|calibré)\w* (?:à|en) $".replace(
        "§", STOP
    )
    return pattern(lead).search(skeleton.text, max(0, start - 1), later.at) is not None


def _prefixed(one: Amount, other: Amount) -> bool:
    """True for units a thousand or a million times apart, and for euros and centimes."""
    ratio = (one.factor or Decimal(0)) / (other.factor or Decimal(1))
    return ratio > 0 and any(
        abs(max(ratio, 1 / ratio) / times - 1) < _TINY
        for times in ((100,) if one.shape is Shape.MONEY else (10**3, 10**6))
    )


# ---------------------------------------------------------------- « ils sont 85 à y attendre »


def pronouns(skeleton: Skeleton, places: Sequence[Place]) -> Iterator[tuple[Amount, Amount]]:
    """« 58 chiens… Ils sont 85 à attendre »: the digits of the count swapped after its pronoun."""
    for match in skeleton.find(
        r"(?:^|§) ?[«\"]? ?(?:ils|elles) sont (?P<later><N>|<C>) (?:à|au total|en tout|actuellement)\b".replace(
            "§", STOP
        )
    ):
        later = skeleton.amount(match, "later")
        before = [p for p in places if 0 < match.start() - p.at < _NEAR and p.amount.shape is Shape.COUNT]
        if not before or (_counts(later) and not akin(later.noun, before[-1].amount.noun)):
            continue
        one, other = digits(before[-1].amount.value), digits(later.value)
        if pattern(_OTHERS).search(skeleton.text, before[-1].at, skeleton.sentence(match.end())[1]):
            continue
        if (
            len(one) == len(other) > 1
            and later.value > before[-1].amount.value
            and sorted(one) == sorted(other)
        ):
            yield before[-1].amount, later.lent(before[-1].amount)


def _counts(amount: Amount) -> bool:
    """True for a figure that has a noun of its own."""
    return amount.quantity is not None and amount.quantity.noun is not None
