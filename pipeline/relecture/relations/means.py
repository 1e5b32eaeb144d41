"""Means: a total, a number of shares and the size of each, told in sentences apart.

« 18 lauréats… Le ministère a distribué 1,35 GW… La taille moyenne d'un projet ressort à 57 MW »: the mean
is named, the total is the only other amount of its dimension, the count the only one near, or the one whose
noun the mean repeats. « 36 départs en vingt-quatre heures, un toutes les soixante minutes » is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape, Slack
from relecture.relations.likeness import akin, same_noun
from relecture.relations.links import link
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, heads, marks_of, pattern
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
#: « la moyenne des cinq dernières années » is taken over them.
_BASE = r"\b(?:des|les|ces|nos|ses|leurs|sur) $"
_CUE = heads(("moyenne", "environ", "chacun", "par")) | marks_of("U")
#: « un départ toutes les soixante minutes ».
_EVERY = r"\bune?\b(?: [^\W\d]+){0,2} (?:tous|toutes) les (?P<a><D>)"
#: « à raison de 1,8 but par match », « soit une moyenne de 3 enfants par classe ».
_RHYTHM = (
    r"(?:\b(?:à raison d(?:e |')|soit|(?:moyenne|rythme|cadence|fréquence|ratio) d(?:e |')|tourn\w+ à|c'est|(?:cela|ça|ce qui) (?:fait|donne|représente)(?: en moyenne)?|en moyenne,?)|[,:(–—] ?à) ?<d>(?P<mean><N>|<C>)(?: (?P<what>[^\W\d]{2,}))??"
    r" (?:par|à chaque) (?P<of>[^\W\d]{4,})"
)
#: « un médecin pour 1 200 habitants ».
_ONE_FOR = r"(?:,|:|\(|\b(?:(?:cela|ça|ce qui) (?:fait|donne|représente)|compte|offre|aligne|affiche|mobilise)) ?(?:soit |c'est(?:-à-dire)? |avec |autrement dit,? |donc |à peine |seulement ){0,2}une?(?: seule?)?(?: (?P<of>[^\W\d]{3,}))? pour <d>(?P<mean><C>|<N>)(?= ?[,.;)§]|$)".replace(
    "§", STOP
)
#: « en moyenne 120 par établissement »: what is counted is left out, and the group may have another name.
_ELLIPTIC = r"(?:\b(?:soit|en moyenne|une moyenne de|c'est),? )<d>(?P<mean><N>) (?:en moyenne )?(?:par (?P<of>[^\W\d]{4,}|an)|chac\w+)(?: en moyenne)?(?= ?[,.;)§]|$)".replace(
    "§", STOP
)
_PERIODS = {
    "jour": "day",
    "semaine": "week",
    "mois": "month",
    "heure": "hour",
    "minute": "minute",
    "nuit": "night",
}
#: Names that any group of their kind may take.
_ANY_GROUP = frozenset(
    "établissement site structure équipe commune entité groupe unité ville club école".split()
)
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
#: Trades under their general name and those of their specialities.
_TRADES = (
    frozenset("médecin généraliste praticien docteur spécialiste".split()),
    frozenset("soignant infirmier infirmière aide-soignant".split()),
    frozenset("policier gendarme agent".split()),
    frozenset("élève enfant écolier collégien lycéen étudiant".split()),
    frozenset("voiture véhicule automobile".split()),
    frozenset("habitant personne résident administré citoyen".split()),
    frozenset("enseignant professeur instituteur".split()),
    frozenset("animateur adulte encadrant moniteur accompagnateur éducateur surveillant".split()),
    frozenset("spectateur festivalier visiteur participant".split()),
    frozenset("match rencontre partie".split()),
    frozenset("commerce magasin boutique".split()),
)
_OTHERWISE = r"\b(?:contre|objectif|nationale?|mondiale?|européenne?|régionale?|départementale?|médiane?|jusqu'|dont|maximum|minimum|passe de|passé de)\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The means of an article with their total and their count, as products."""
    for match in skeleton.find_by(_CUE, _SAID):
        group = next(g for g in "abce" if match[g])
        noun = next((match[g] for g in ("of", "of2", "of3", "of4") if match[g]), "").rstrip("s")
        mean = skeleton.amount(match, group)
        if _is_base(skeleton, match, group, mean):
            continue
        if group == "e":
            if not mean.canonical.endswith("/person"):
                continue
            noun = "personne"
        yield from _shared(skeleton, match.start(group), mean, noun)
    for match in skeleton.find(_RHYTHM):
        yield from _spread(skeleton, match)
    for match in skeleton.find(_ONE_FOR):
        yield from _one_for(skeleton, match)
    for match in skeleton.find(_ELLIPTIC):
        yield from _elliptic(skeleton, match)
    for match in skeleton.find(_EVERY):
        yield from _every(skeleton, match.start("a"), skeleton.amount(match, "a"))


def _is_base(skeleton: Skeleton, match: re.Match[str], group: str, mean: Amount) -> bool:
    """True for « la moyenne des cinq dernières années »: the time that it is taken over."""
    if mean.shape is not Shape.DURATION:
        return False
    written = mean.quantity.text if mean.quantity else ""
    return (
        "derni" in written
        or pattern(_BASE).search(skeleton.text, match.start(), match.start(group)) is not None
    )


def _shared(skeleton: Skeleton, at: int, mean: Amount, noun: str) -> Iterator[Relation]:
    for back in (0, 1, 2):
        start, end = window(skeleton, at, back=back)
        if pattern(_OTHERWISE).search(skeleton.text, start, end):
            return
        found = [a for _, a in skeleton.amounts_between(start, at) if held(a)]
        totals = [a for a in found if _totals(a, mean)]
        if any(a.shape is Shape.BARE and a.value > mean.value for a in found):
            return  # « le département touchera 100 000 euros, le village 62 000 »: it may be the total
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


def _spread(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """Counts shared out among other counts: both are named, in the sentence or in the one before."""
    mean = skeleton.amount(match, "mean")
    noun = mean.noun or match.groupdict().get("what")
    if noun is None or mean.low is not None:
        return
    for counts in _counts_before(skeleton, match.start()):
        totals = [a for a in counts if one_of(a.noun, noun)]
        groups = [a for a in counts if akin(a.noun, match["of"]) and a not in totals]
        if len(totals) == len(groups) == 1:
            yield _of_total(skeleton, match, groups[0], mean, totals[0], near=False)
            return


def _counts_before(skeleton: Skeleton, at: int) -> Iterator[list[Amount]]:
    """The counts of the sentence before *at*, then with those of the one before it; none where they speak of other things."""
    for back in (0, 1):
        start, _ = window(skeleton, at, back=back)
        if pattern(_OTHERWISE).search(skeleton.text, start, at):
            return
        yield [a for _, a in skeleton.amounts_between(start, at) if a.shape is Shape.COUNT]


#: A rule, or what would be: « il faudrait un animateur pour douze ».
_WISHED = r"\b(?:serai\w*|faudr\w*|devr\w*|pourr\w*|exig\w*|impos\w*|oblig\w*|minimum|maximum|au moins|au plus|objectif|il faut|recommand\w*|préconis\w*)\b"


def _one_for(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """« huit généralistes pour 10 000 habitants, c'est-à-dire un médecin pour 1 250 personnes »: the only two counts near."""
    mean = skeleton.amount(match, "mean")
    if mean.low is not None or pattern(_WISHED).search(skeleton.text, *skeleton.sentence(match.start())):
        return
    for counts in _counts_before(skeleton, match.start()):
        if len(counts) > 2 or any(a.low is not None for a in counts):
            return
        if len(counts) == 2:
            groups, total = sorted(counts, key=lambda a: a.value)
            named = not match["of"] or one_of(groups.noun, match["of"])
            alike = mean.noun is None or one_of(total.noun, mean.noun)
            if named and alike and groups.value >= 2:
                yield _of_total(skeleton, match, groups, mean, total, near=False)
            return


def one_of(noun: str | None, name: str) -> bool:
    """True when what *noun* counts can be called *name*: the same, its kin, people, a trade and its speciality."""
    root = (noun or "").lower().rstrip("s")
    other = name.lower().rstrip("s")
    return (
        same_noun(noun, name)
        or akin(noun, name)
        or {root, other} <= _PEOPLE
        or any({root, other} <= trade for trade in _TRADES)
    )


def _elliptic(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """A mean without its noun, of the only two numbers of the sentence: what is shared out and among how many."""
    mean = skeleton.amount(match, "mean")
    start, _ = skeleton.sentence(match.start())
    if mean.low is not None or pattern(_OTHERWISE).search(skeleton.text, start, match.start()):
        return
    found = [a for _, a in skeleton.amounts_between(start, match.start()) if held(a)]
    spans = [a for a in found if a.shape is Shape.DURATION]
    said = match["of"]
    if len(found) == 2 and len(spans) == 1 and _PERIODS.get(said or "") == spans[0].canonical:
        total = next(a for a in found if a is not spans[0])
        if total.shape in (Shape.COUNT, Shape.BARE) and spans[0].value >= 2 and total.value > mean.value:
            yield _of_total(skeleton, match, spans[0], mean, total, near=True)
        return
    if len(found) != 2 or any(a.shape not in (Shape.COUNT, Shape.BARE) for a in found):
        return
    groups, total = sorted(found, key=lambda a: a.value)
    named = said is None or said.rstrip("s") in _ANY_GROUP or one_of(groups.noun, said)
    if groups.shape is Shape.COUNT and groups.value >= 2 and named and "moyenne" in match[0]:
        yield _of_total(skeleton, match, groups, mean, total, near=True)


def _of_total(
    skeleton: Skeleton, match: re.Match[str], groups: Amount, mean: Amount, total: Amount, *, near: bool
) -> Relation:
    unit = replace(mean, shape=total.shape, noun=total.noun, slack=mean.slack or rounded(mean))
    roles: dict[str, Amount | tuple[Amount, ...] | None] = {"count": groups, "unit": unit, "result": total}
    return link(RelationKind.PRODUCT, "count", skeleton.span(match), roles, near=near)


def rounded(mean: Amount) -> Slack | None:
    """What a whole mean leaves out: nobody says « 24,2 élèves »."""
    whole = mean.value == mean.value.to_integral_value()
    return Slack(Decimal("0.5") / mean.value, 1 / mean.value) if whole and mean.value else None


def _alone(mean: Amount, total: Amount) -> Amount:
    """*mean* in the unit of *total*: « 40 kilos par personne » are 40 kilos."""
    if mean.canonical == f"{total.canonical}/person":
        return replace(mean, shape=total.shape, unit=total.unit, factor=total.factor, si_unit=total.si_unit)
    return scaled_like(mean, total).lent(total)


def _totals(amount: Amount, mean: Amount) -> bool:
    like = _alone(mean, amount)
    if like.shape is Shape.COUNT:
        if amount.shape is not Shape.COUNT or not one_of(amount.noun, like.noun or ""):
            return False
        like = replace(like, noun=amount.noun)
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
