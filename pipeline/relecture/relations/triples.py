"""Unit value × quantity = result, wherever the three stand: « 42 euros par titre… divisé en 150 millions d'actions… ».

The unit value says what it is the value of, by a unit (« 115 euros le mégawattheure », « 90 km/h ») or by a noun
(« le sac étant à 5,40 euros », « 12 euros pièce »); its quantity and its result are sought around it (`windows`).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from relecture.quantities.units import info
from relecture.relations import lexicon
from relecture.relations.amounts import Amount, Shape, Slack
from relecture.relations.conversion import in_unit
from relecture.relations.facts import same_noun
from relecture.relations.links import link
from relecture.relations.recast import measuring
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.windows import Pair, Test, loose, pairs, told
from relecture.types import Relation, RelationKind

#: The unit that is counted as things are.
_BARREL = "barrel"
#: Shapes that cannot be multiplied.
_SIZED = frozenset((Shape.COUNT, Shape.MEASURE, Shape.DURATION))
#: How far after a unit value « en » may take up its noun.
_NEXT = 120
_UNSIZED = frozenset(
    (Shape.PERCENT, Shape.POINTS, Shape.FRACTION, Shape.TIMES, Shape.DATE, Shape.BARE, Shape.COUNT)
)


_BOUNDED = r"\b(?:dépass|limit|plafonn|excéd|excèd)\w*(?: [^\W\d]+)? (?:à |les )?$"


def rates(skeleton: Skeleton) -> Iterator[Relation]:
    """Each rate of the article with the quantity and the result that its two units call for."""
    for at in skeleton.positions:
        rate = skeleton.marks[at]
        if rate.shape is not Shape.RATE or rate.unit is None or rate.dimension.count("/") > 1:
            continue
        if rate.value == 1 and pattern(r"\bc'est (?:<d>)?$").search(skeleton.text, max(0, at - 12), at):
            continue  # « un millimètre, c'est un litre par mètre carré »: a definition
        if rate.dimension == "speed" and pattern(_BOUNDED).search(skeleton.text, max(0, at - 30), at):
            continue  # « ne dépassaient plus 40 km/h »: a limit, not the speed of the trip
        top, bottom = parts_of(rate)
        if bottom == "person":
            yield from _by_head(skeleton, at, _numerator(rate))
            continue
        rate = _squared(skeleton, at, rate)
        top, bottom = parts_of(rate)
        one = rate.canonical.partition("/")[0]
        found = pairs(
            skeleton,
            at,
            partial(measured, dimension=bottom),
            partial(measured, dimension=top, unit=one),
        )
        for pair in found:
            if not _rivals(pair, rate) and not _of_another(skeleton, at, pair):
                yield product(skeleton, "rate", {"rate": rate}, pair)


#: What is sold, let or built by the surface.
_LODGING = r"\b(?:lou[eéa]\w*|loyers?|bail|appartements?|studios?|(?:deux|trois|quatre|cinq)-pièces|locaux|bureaux|logements?|immobili\w+|surface|terrains?|boutiques?)\b"


def _squared(skeleton: Skeleton, at: int, rate: Amount) -> Amount:
    """« un deux-pièces de 55 mètres carrés… 14,20 euros du mètre »: a metre of a lodging is a square one."""
    if rate.dimension != "currency/length" or not rate.canonical.endswith("/meter"):
        return rate
    start, end = skeleton.sentence(at)
    found = [a for _, a in skeleton.amounts_between(start, end)]
    if any(a.dimension == "length" for a in found) or not any(a.dimension == "area" for a in found):
        return rate
    lodging = pattern(_LODGING).search(skeleton.text, start, end)
    return measuring(rate, f"{rate.canonical}**2") if lodging else rate


def _of_another(skeleton: Skeleton, at: int, pair: Pair) -> bool:
    """True for « 0,6 MWh par tonne de produit fini » beside « 465 tonnes de tubercules »."""
    places = [p for p, a in pair.window.found if a is pair.quantity]
    nouns = [pattern(r" (?:de |d')([^\W\d_]{3,})").match(skeleton.text, p + 1) for p in (at, *places[:1])]
    told = [m[1] for m in nouns if m]
    return len(told) == 2 and not same_noun(*told)


def measured(amount: Amount, dimension: str, unit: str = "") -> bool:
    """True for an amount of *dimension* that can be multiplied, and said in *unit* where one is given."""
    return dimension_of(amount) == dimension and (not unit or in_unit(amount, unit, lexicon.EXACT) is not None)


def _numerator(rate: Amount) -> Amount:
    """The amount above the bar of *rate*."""
    assert rate.unit is not None  # a rate has a unit
    canonical, dimension = rate.canonical.partition("/")[0], rate.dimension.partition("/")[0]
    unit = replace(rate.unit, canonical=canonical, dimension=dimension)
    if dimension == "currency":
        return replace(rate, unit=unit, factor=None, shape=Shape.MONEY)
    return measuring(replace(rate, unit=unit), canonical)


def _by_head(skeleton: Skeleton, at: int, unit: Amount) -> Iterator[Relation]:
    """« 40 euros par habitant » and the inhabitants."""
    written = skeleton.marks[at].quantity
    anyone = written is not None and pattern(r"\b(?:tête|personne|pers)\b").search(written.text.lower())
    found = pairs(
        skeleton,
        at,
        lambda a: (
            a.shape is Shape.COUNT
            and (named(a, "habitant") or (anyone is not None and lexicon.person(a.noun)))
            and a.value >= 2
            and a.low is None
        ),
        lambda a: a.shape is unit.shape and in_unit(a, unit.canonical, lexicon.EXACT) is not None,
    )
    for pair in found:
        # « l'intercommunalité touchera 100 000 euros, le village 62 000 »: a bare number may be the result.
        if all(a.shape is not Shape.BARE for _, a in pair.window.found):
            yield product(skeleton, "head", {"unit": unit}, pair)


def _rivals(pair: Pair, rate: Amount) -> bool:
    """True when another rate of the same kind stands by: which of the two holds is not said."""
    others = [a for _, a in pair.window.found if a is not rate and a.shape is Shape.RATE]
    return any(
        (a.dimension == rate.dimension and a.value != rate.value) or _made_by(a, rate, pair.quantity)
        for a in others
    )


def _made_by(other: Amount, rate: Amount, quantity: Amount) -> bool:
    """True for « 62 quintaux à 205 euros la tonne, 1 271 euros par hectare »: the product is told as a rate."""
    one, _, by = rate.canonical.partition("/")
    size = in_unit(quantity, by, None) if other.canonical.startswith(f"{one}/") else None
    return size is not None and abs(other.value - rate.value * size.value) * 50 <= other.value


def parts_of(rate: Amount) -> tuple[str, str]:
    """The dimensions of the numerator and of the denominator of a rate (a speed is length over time)."""
    if rate.dimension == "speed":
        return "length", "time"
    top, _, bottom = rate.dimension.partition("/")
    return top, bottom


def dimension_of(amount: Amount) -> str:
    """The dimension of *amount*, nothing for what cannot be multiplied (percentages, dates, bare numbers)."""
    return "" if amount.shape in _UNSIZED else amount.dimension


# ---------------------------------------------------------------- the value of one of what is counted

_ONE = r"(?:\b(?:le|la|chaque|un|une|du|au|par) |\b(?:l|d)')"
_BEFORE = rf"{_ONE}(?P<noun>[^\W\d_]{{3,}})(?: de <Q>)?<h40><d>(?P<unit><X>)"
_AFTER = (
    r"(?P<unit><X>)(?: (?:hors taxes?|ttc|net|nets|brut|bruts|en moyenne)){0,2}"
    r"(?: (?:par|le|la|du|de la|chaque|pour chaque|pour une?|à la|au|à chaque) | (?:l|de l|à l)')(?P<noun>[^\W\d_]{3,}(?: (?:carré|cube)\b)?)"
)
_EACH = rf"(?P<count><C>|<Q>)<g40><d>(?P<unit><X>) ?{lexicon.EACH_ONE}"
#: « Vendus 50 euros pièce, les 28 400 billets », « à 12 euros l'unité, ses 40 affiches ».
_EACH_FIRST = rf"(?P<unit><X>) ?{lexicon.EACH_ONE},? (?:les|ces|ses|nos|leurs|des) (?P<count><C>)"
#: « L'hôtel facture la nuit 85 euros »: the noun stands between its verb and its price.
_FOR_ONE = r"\b(?:factur|vend|propos|lou|cèd|affich|pai|pay|négoci|achèt|achet)\w* (?:le |la |l'|chaque |un |une )(?P<noun>[^\W\d_]{3,}) (?:à )?<d>(?P<unit><M>)"
#: « Au prix actuel de la tonne (75 euros) ».
_PRICE_OF = r"\b(?:prix|tarif|cours|coût)(?: [^\W\d_]+)? (?:de la |du |de l'|d'une? )(?P<noun>[^\W\d_]{3,})(?: [^\W\d_]+){0,2} \(<d>(?P<unit><M>)\)"
_COURSE = r"\b(?:cours|prix unitaire|tarif unitaire|prix à l'unité)(?: [^\W\d_]+){0,2}? (?:de |d'|à |: |est de )<d>(?P<unit><M>)"
#: « 900 habitants au kilomètre carré dans le centre » is not the mean of the whole.
_INSIDE = r" (?:dans|en|sur|à|au|aux) (?!moyenne|total)(?:les? |la |l')?[^\W\d]"
_CHACUN = r"\b(?P<noun>chacune?)\b<h40><d>(?P<unit><X>)"
_EACH_OF = r"(?P<unit><X>) (?:pour|à|par|sur) chac\w+ (?:des|de (?:ses|leurs|ces|nos)) (?P<count><C>|<Q>)"
#: « À 16 millions pièce, l'engin… »: what is counted is told elsewhere.
_ALONE = r"(?P<unit><M>) (?:pièce|l'unité|l'exemplaire|l'appareil|l'engin|la machine|l'une?)\b"
#: « quarante mètres cubes à 4,10 euros, ça me fait 164 euros ».
_SOLD = (
    r"(?<!\bde )(?<!\bd')(?P<count><Q>)(?: d(?:e |')[^\W\d]+(?: [^\W\d]+)?)? (?:à|au prix de|au tarif de) <d>(?P<unit><M>)"
    r"(?=(?: (?:l'un|l'une|pièce))? ?[,:(=] ?(?:soit|(?:cela|ça|ce qui) (?:lui |leur |nous |me |m'|vous )?(?:fait|coûte|donne|représente|revient à)|au total,?|en tout,?|ou)? ?<d><M>)"
)
_AT = r"(?P<count><C>)(?:<h40> (?:à |au prix de |au tarif de |au prix unitaire de |de |d')|(?:<h20>,)?<h30> (?:au (?:prix|tarif)(?: [^\W\d]+)?(?: de)? )(?=<M>))<d>(?P<unit><M>)"


def priced(skeleton: Skeleton) -> Iterator[Relation]:
    """« 70 sacs… Le sac étant à 5,40 euros »: the value of one, how many, and what they make together."""
    worth = [m for m in skeleton.find(_BEFORE) if _worth(skeleton, m)]
    for match in (*worth, *skeleton.find(_FOR_ONE)):
        yield from _valued(skeleton, match, partial(named, noun=match["noun"]))
    for match in skeleton.find(_PRICE_OF):
        yield from _valued(skeleton, match, partial(named, noun=match["noun"]))
    for match in skeleton.find(_AFTER):
        yield from _valued(skeleton, match, partial(named, noun=match["noun"]), mean=True)
    for match in skeleton.find(_ALONE):
        yield from _valued(skeleton, match, lambda a: a.shape is Shape.COUNT or a.canonical == _BARREL)
    each = [m for m in skeleton.find(_CHACUN) if _worth(skeleton, m)]
    for match in (*each, *skeleton.find(_COURSE)):
        yield from _valued(skeleton, match, lambda _: True)
    for match in (
        *skeleton.find(_EACH),
        *skeleton.find(_EACH_FIRST),
        *skeleton.find(_EACH_OF),
        *skeleton.find(_AT),
        *skeleton.find(_SOLD),
    ):
        yield from _valued(skeleton, match, partial(operator.is_, skeleton.amount(match, "count")))


#: « le trajet à l'unité est à 1,90 euro »: not the price of those that are sold together.
_SINGLY = r"\b(?:à l'unité|au détail|à bord|plein tarif|hors (?:carnet|abonnement)|seule?)\b"


def _worth(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """True when the words between a noun and an amount give it as the value of one."""
    low, high = match.end("noun"), match.start("unit")
    if pattern(_SINGLY).search(skeleton.text, low, high):
        return False
    return pattern(lexicon.VALUED).search(skeleton.text, low, high) is not None


def _valued(
    skeleton: Skeleton, match: re.Match[str], counted: Test, *, mean: bool = False
) -> Iterator[Relation]:
    """The products of the unit value of *match*; a *mean* of things counted is told without its decimals."""
    unit = skeleton.amount(match, "unit")
    counts = unit.shape is Shape.COUNT  # « 40 arbres chacun, soit 1 500 arbres »
    if mean and counts and unit.slack is None and unit.value >= 1:
        unit = replace(unit, slack=Slack(Decimal("0.5") / unit.value, 1 / unit.value))
    if (dimension_of(unit) in ("", "dimensionless") and not counts) or unit.shape is Shape.RATE:
        return
    if _shared(skeleton, match) or (counts and pattern(_INSIDE).match(skeleton.text, match.end())):
        return
    taken = _taken_up(skeleton, match)
    found = pairs(
        skeleton,
        match.start("unit"),
        lambda a: (
            (
                a.id in taken
                or (a.shape in _SIZED and counted(a) and not (counts and same_noun(a.noun, unit.noun)))
            )
            and a.value >= 2
            and a.low is None
        ),
        lambda a: (
            a.shape is unit.shape
            and a.value != unit.value
            and (not counts or named(a, (unit.noun or "").rstrip("s")) or same_noun(a.noun, unit.noun))
            and in_unit(a, unit.canonical, lexicon.EXACT) is not None
        ),
    )
    for pair in found:
        yield product(skeleton, "priced", {"unit": unit}, pair)


#: Verbs whose bare number is of money: « chaque plongeon coûte 11,79 euros, en rapporte 5 ».
_WORTH = r"(?:rapport|coût|vau[dtx]|val[ue]|laiss|reçoi|dépens|pa[iy]|gagn|perd|touch|encaiss|revers|prélèv)"


def _taken_up(skeleton: Skeleton, match: re.Match[str]) -> frozenset[str]:
    """The bare numbers that a pronoun ties to the noun of the unit value: « La classe en compte 28 », « ils sont 28 »."""
    if "noun" not in match.re.groupindex:
        return frozenset()
    end = min(len(skeleton.text), match.end() + _NEXT)
    found = pattern(
        rf"\b(?:en (?!(?:(?:a|ont|avait|avaient|aura|auront|aurait) )?(?:{_WORTH}|mesur|pès|pes|fai|dur)\w* )(?:[^\W\d_]+ ){{1,3}}|(?:ils|elles) (?:sont|étaient|seront|seraient) )<d>(?P<n><N>)"
    ).finditer(skeleton.text, match.end(), end)
    return frozenset(skeleton.amount(m, "n").id for m in found)


def _shared(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """« deux montres estimées à 15 000 et 12 000 euros »: to each its own value."""
    following = pattern(r"(?:,| et| ou) <d>(?P<next><A>)(?! de (?:plus|moins)\b)").match(
        skeleton.text, match.end("unit")
    )
    unit = skeleton.amount(match, "unit")
    alike = following is not None and skeleton.amount(following, "next").shape in (unit.shape, Shape.BARE)
    return "respectivement" in match[0] or alike


def named(count: Amount, noun: str) -> bool:
    """True when *count* counts *noun*, or what the press also calls so (« titre », « action »), or is in it."""
    if count.unit is not None:
        return "/" not in count.canonical and noun in (
            info(count.canonical).singular,
            count.unit.text.rstrip("s"),
        )
    return any(same_noun(count.noun, other) for other in lexicon.called(noun))


#: The rate is said to be that of the quantity and of the result.
_NAMED = r"\b(?:le rendement|la densité|la productivité)(?: moyenne?)? (?:ressort|s'établit|s'élève|atteint|tombe|grimpe|monte|est|reste|dépasse|plafonne)\b"


def product(skeleton: Skeleton, form: str, unit: dict[str, Amount], pair: Pair, **attributes: str) -> Relation:
    window = pair.window
    start, end = skeleton.sentence(pair.at)
    linked = pattern(lexicon.LINKED).search(skeleton.text, start, end) is not None or (
        form == "rate" and pattern(_NAMED).search(skeleton.text, window.start, window.end) is not None
    )
    allowed = loose(skeleton, window) or any(a.shape is Shape.FRACTION for _, a in window.found)
    size = "count" if form in ("priced", "head") else "quantity"
    return link(
        RelationKind.PRODUCT,
        form,
        skeleton.source(window.start, window.end),
        {**unit, size: pair.quantity, "result": pair.result},
        explicit=linked and not allowed,
        sole=pair.sole and pattern(lexicon.APART).search(told(skeleton, window)) is None,
        wide=window.wide,
        **attributes,
    )
