"""Means: a total, a number of shares and the size of each, told in sentences apart.

« 18 lauréats… Le ministère a distribué 1,35 GW… La taille moyenne d'un projet ressort à 57 MW »: the mean
is named, the total is the only other amount of its dimension, the count the only one near, or the one whose
noun the mean repeats. « 36 départs en vingt-quatre heures, un toutes les soixante minutes » is one too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import held, scaled_like, window
from relecture.types import Relation, RelationKind

_SAID = (
    # « la puissance moyenne d'un projet atteint U », « la moyenne s'établit à U par salarié »
    r"(?<!\ben )\bmoyenne?\b(?: (?:par|d'une?|de chaque|des?) (?P<of>[^\W\d]+))?[^,;:()§]{0,45}? <d>(?P<a><X>)(?: (?:par|à chaque) (?P<of2>[^\W\d]+))?"
    # « U par personne en moyenne », « en moyenne U par salarié », « U chacune en moyenne »
    r"|(?P<b><X>)<h20> (?:chac\w+|(?:par|l[ae']) ?(?P<of3>[^\W\d]+)|pièce)(?:,)? (?:en moyenne|environ)\b"
    r"|\b(?:en moyenne|soit|c'est|,),? <d>(?P<c><X>)<h15> (?:chac\w+|par (?P<of4>[^\W\d]+))(?= ?[,.;)§]| en moyenne|$)"
    # « 40 kilos par personne » is one amount
    r"|\b(?:en moyenne|soit|c'est|,),? <d>(?P<e><U>)"
).replace("§", STOP)
#: « un départ toutes les soixante minutes ».
_EVERY = r"\bune?\b(?: [^\W\d]+){0,2} (?:tous|toutes) les (?P<a><D>)"
#: Measures of another base than the things counted: who lives, pays or lasts.
_BASES = frozenset(
    "habitant habitante personne tête foyer ménage client an année mois jour semaine heure minute seconde kilomètre mètre hectare"
    " nuit repas litre tonne kilo mégawatt kilowatt kilowattheure mégawattheure abonné visiteur passager".split()
)
#: People are counted under many names.
_PEOPLE = frozenset(
    "personne tête salarié employé volontaire bénévole participant agent ouvrier habitant résident élève étudiant joueur adhérent membre"
    " candidat coureur visiteur client abonné convive spectateur invité".split()
)
_OTHERWISE = r"\b(?:contre|objectif|nationale?|mondiale?|européenne?|régionale?|départementale?|médiane?|jusqu'|dont|maximum|minimum|passe de|passé de)\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The means of an article with their total and their count, as products."""
    for match in skeleton.find(_SAID):
        group = next(g for g in "abce" if match[g])
        noun = next((match[g] for g in ("of", "of2", "of3", "of4") if match[g]), "").rstrip("s")
        mean = skeleton.amount(match, group)
        if group == "e":
            if not mean.canonical.endswith("/person"):
                continue
            noun = "personne"
        yield from _shared(skeleton, match.start(group), mean, noun)
    for match in skeleton.find(_EVERY):
        yield from _every(skeleton, match.start("a"), skeleton.amount(match, "a"))


def _shared(skeleton: Skeleton, at: int, mean: Amount, noun: str) -> Iterator[Relation]:
    for back in (0, 1, 2):
        start, end = window(skeleton, at, back=back)
        if pattern(_OTHERWISE).search(skeleton.text, start, end):
            return
        found = [a for _, a in skeleton.amounts_between(start, at) if held(a)]
        totals = [a for a in found if _totals(a, mean)]
        counts = [a for a in found if _counts(a, mean) and a not in totals]
        if len(totals) > 1 or len(counts) > 3:
            return
        count = _matching(counts, noun)
        if totals and count:
            named = _same(count.noun, noun) or not noun
            yield link(
                RelationKind.PRODUCT,
                "count",
                skeleton.source(start, end),
                {"count": count, "unit": _alone(mean, totals[0]), "result": totals[0]},
                near=not named,
            )
            return


def _alone(mean: Amount, total: Amount) -> Amount:
    """*mean* in the unit of *total*: « 40 kilos par personne » are 40 kilos."""
    if mean.canonical == f"{total.canonical}/person":
        return replace(mean, shape=total.shape, unit=total.unit, factor=total.factor, si_unit=total.si_unit)
    return scaled_like(mean, total).lent(total)


def _totals(amount: Amount, mean: Amount) -> bool:
    like = _alone(mean, amount)
    if like.shape is Shape.COUNT and like.noun != amount.noun:
        return False
    return (
        amount.shape is like.shape and same_scale(amount, like) and amount.shape not in (Shape.BARE, Shape.RATE)
    )


def _counts(amount: Amount, mean: Amount) -> bool:
    whole = amount.value == amount.value.to_integral_value() and amount.value >= 2
    return whole and amount.shape is Shape.COUNT and not amount.approximate and amount.noun != mean.noun


def _matching(counts: list[Amount], noun: str) -> Amount | None:
    named = [a for a in counts if _same(a.noun, noun)]
    if noun in _BASES or len(named) == 1:
        return named[0] if len(named) == 1 else None
    return counts[0] if len(counts) == 1 else None


def _same(one: str | None, other: str) -> bool:
    name = (one or "").lower().rstrip("s")
    return bool(other) and (name[:5] == other[:5] or (name in _PEOPLE and other in _PEOPLE))


def _every(skeleton: Skeleton, at: int, period: Amount) -> Iterator[Relation]:
    start, _ = skeleton.sentence(at)
    found = [a for _, a in skeleton.amounts_between(start, at) if held(a)]
    spans = [a for a in found if a.shape is Shape.DURATION]
    counts = [a for a in found if a.shape is Shape.COUNT and a.value >= 2]
    if len(spans) == 1 and len(counts) == 1:
        yield link(
            RelationKind.PRODUCT,
            "count",
            skeleton.source(start, at + 1),
            {"count": counts[0], "unit": period, "result": spans[0]},
            near=False,
        )
