"""A price of one, a number of things and what they cost, sentences apart: « la tonne se négocie 385 euros… elle en brûle trois… le poste se monte à 1 355 euros ».

The price has a word of its own (« la tonne », « pièce », « l'entrée à »), and so has the sum (« revient à », « recette »);
which number they go with the figures tell: the only product, with a fee beside it if there is one, that is the sum but
for a slip, where none is the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link, maybe, playing
from relecture.relations.parts import partition
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.slips import miswritten, slip
from relecture.relations.twos import clock, window
from relecture.types import Relation, RelationKind

_SUM = (
    r"\b(?:soit|donc|total|tout|revien\w+|factur\w+|montant|recettes?|caisse|addition|notes?|poste|dépens\w+|coût\w*|somme|budget|régl\w+|pay\w+|paie\w*|encaiss\w+|débours\w+|rapport\w+"
    r"|chèque|cagnotte|ticket|devis|prix|pourboire|montée?s?|mont(?:e|ent|ait)|grimp\w+|s'élève\w*|atteint|atteindr\w+|fait|font|fera|repart\w*|vers\w+|touch\w+|perç\w+|gain\w*|bénéfice|rest\w+ à|acquitt\w+|signé|:|=|représent\w+)(?!\w)[^;\ue000-\ue0ff]{0,45}$"
)
_SUM_CUE = heads(
    """soit donc total tout revient reviennent revenir facture factures montant recette recettes caisse addition note notes poste dépense dépenses dépensé coûte coûté coût
    coûtera somme budget règle réglé paie paye payé encaisse encaissé débourse déboursé débourser rapporte rapporté chèque cagnotte ticket devis prix monte montent montée grimpe élève
    atteint fait font fera repart repartent verse versé touche perçoit perçu gain gains bénéfice acquitte acquitté signé représente représentent reste""".split()
)
_ONE_BEFORE = (
    r"(?:\b(?:le|la|chaque|une?|du|au|par)|\bl'|\bd'une?) ?[^\W\d]+(?: [^\W\d]+){0,3}?(?: (?:en|de|du) [^\W\d]+)? (?:(?:se|s') ?)?(?:[^\W\d]{2,}(?:e|ée|é|t|nt|it|ait|ra|ût) )?(?:à |de |est (?:à|de) )?$"
    r"|\b(?:prix|tarif)s?(?: [^\W\d]+){0,2} (?:de |à |: ?)$|<C>(?: [^\W\d]+){0,2} (?:à|au prix de|au tarif de|de) $|\b(?:vendu|loué|facturé|payé|acheté|proposé|cédé|tarifé|fixé|affiché)e?s? (?:à )?$"
)
_ONE_AFTER = r" (?:chac\w+|pièce|l'unité|l'une?|par [^\W\d]+|le [^\W\d]+|la [^\W\d]+|l'[^\W\d]+|l'entrée|de l'heure|du [^\W\d]+)(?!\w)"
#: Another price, a sum that is a part, a rebate.
_OTHERWISE = (
    r"\b(?:remises?|rabais|réductions?|ristourne|gratuit\w*|offerte?s?|tva|hors taxes?|par (?:an|jour|semaine|habitant)|subvention\w*|aides?|bénéfices?|millions?|milliards?"
    r"|objectif|d'ici|hausse|baisse|acompte|environ|quelque|moyenne|moyen|entre <d>(?=<A>)|jusqu'à <d>(?=<A>)|à partir de <d>(?=<A>))(?![^\W\d])"
)
_FEE = r"\b(?:plus|frais|livraison|forfait|abonnement|inscription|adhésion|s'ajout\w+|ajout\w+|port|pose|installation|dossier|caution|assurance|main-d'œuvre|déplacement|fixe|supplément|entrée|cotisation|taxe|droits?)\b"
_NUMBER = (Shape.COUNT, Shape.BARE, Shape.MEASURE, Shape.DURATION)
_MOST = 7
#: Less than this share off, the sum may be rounded for a reader of looser ties.
_ROUNDED = Decimal("0.05")


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """The sums that no product of *found_before* explains, with the only price and number that make them but for a slip."""
    sure = (
        r
        for r in found_before
        if r.kind in (RelationKind.PRODUCT, RelationKind.PARTITION)
        and r.explicit
        and r.attributes.get("sole", True)
    )
    taken = playing(sure, "result", "whole")
    known = {
        frozenset(r.operands)
        for r in found_before
        if r.kind is RelationKind.PRODUCT
        and r.attributes["form"] in ("count", "priced")
        and r.attributes.get("sole", True)
    }
    seen: set[str] = set()
    for match in skeleton.find_by(_SUM_CUE, r"<M>"):
        total = skeleton.amount(match, 0)
        if (
            total.id in seen
            or total.low is not None
            or total.approximate
            or not total.sure
            or total.id in taken
        ):
            continue
        low, _ = skeleton.sentence(match.start())
        if not pattern(_SUM).search(skeleton.text, max(low, match.start() - 70), match.start()):
            continue
        if pattern(_ONE_AFTER).match(skeleton.text, match.end()):
            continue
        seen.add(total.id)
        for back in (0, 1, 2):
            relation = _bill(skeleton, match.start(), total, back)
            if relation is not None:
                # (The same three are judged by their own reader when the sum is the product badly copied.)
                if not (frozenset(relation.operands) in known and _judged(relation)):
                    yield relation
                break


def _judged(relation: Relation) -> bool:
    """True for a product that a reader of looser ties would be taken at its word for."""
    count, unit, result = (maybe(relation, name) for name in ("count", "unit", "result"))
    if not (count and unit and result):
        return False
    due = count.value * unit.value
    return abs(result.value - due) > due * _ROUNDED and bool(slip(result.value, due))


def _bill(skeleton: Skeleton, at: int, total: Amount, back: int) -> Relation | None:
    start, end = window(skeleton, at, back=back)
    found = [
        (p, a)
        for p, a in skeleton.amounts_between(start, end)
        if a is not total and a.shape is not Shape.DATE and not clock(skeleton, p) and a.low is None
    ]
    if not 2 <= len(found) <= _MOST or pattern(_OTHERWISE).search(skeleton.text, start, end):
        return None
    sums = [(p, a) for p, a in found if a.shape is Shape.MONEY and a.canonical == total.canonical]
    rates = [(p, _one(a, total)) for p, a in found if a.shape is Shape.RATE]
    prices = [a for _, a in rates if a is not None and a.value < total.value]
    prices += [a for p, a in sums if p < at and a.value < total.value and _of_one(skeleton, start, p)]
    numbers = [
        a for p, a in found if p < at and a.shape in _NUMBER and a.value >= 2 and a.sure and not a.approximate
    ]
    told = [a.value for p, a in sums if p < at]
    lines = [*told, *(price * n.value for price in told for n in numbers)]
    if any(abs(one + other - total.value) <= total.ulp for one, other in combinations(lines, 2)):
        return None  # « deux adultes à 32 euros et quatre enfants à 15 euros »
    fees = [a for p, a in sums if _beside(skeleton, p, start, at)]
    sums_before = sum(p < at for p, _ in sums)
    fitting: list[tuple[Amount, Amount, Amount | None]] = []
    for price in prices:
        for number in numbers:
            alone = price.value * number.value
            others = [None, *(f for f in fees if f is not price)]
            for fee in others:
                due = alone + (fee.value if fee else 0)
                if abs(due - total.value) <= total.ulp:
                    return None
                if _slipped(total, due, alone=sums_before == 1 + len(fees)):
                    fitting.append((price, number, fee))
    if len(fitting) > 1:
        bare = [f for f in fitting if f[2] is None]
        fitting = bare if len(bare) == 1 else []
    if len(fitting) != 1:
        return None
    price, number, fee = fitting[0]
    if number.shape is Shape.BARE:
        number = replace(number, shape=Shape.COUNT)  # what is bought by whole units is not rounded
    span = skeleton.source(start, end)
    if fee is None:
        return link(
            RelationKind.PRODUCT,
            "priced",
            span,
            {"count": number, "unit": price, "result": total},
            explicit=True,
        )
    several = replace(price, value=price.value * number.value)
    return partition(span, total, [several, fee], "bill")


def _one(rate: Amount, total: Amount) -> Amount | None:
    """« 7,80 euros le mètre » as the price of one; ``None`` for another currency."""
    if (
        not rate.canonical.startswith(f"{total.canonical}/")
        or rate.canonical.count("/") > 1
        or "*" in rate.canonical
    ):
        return None
    return replace(rate, shape=Shape.MONEY, unit=total.unit, factor=total.factor, si_unit=total.si_unit)


def _of_one(skeleton: Skeleton, start: int, at: int) -> bool:
    """True for the price of one."""
    return (
        pattern(_ONE_AFTER).match(skeleton.text, at + 1) is not None
        or pattern(_ONE_BEFORE).search(skeleton.text, max(start, at - 70), at) is not None
    )


def _beside(skeleton: Skeleton, at: int, start: int, end: int) -> bool:
    """True for what is paid once, beside."""
    near = skeleton.text[max(start, at - 40) : at + 40]
    return at < end and pattern(_FEE).search(near) is not None


def _slipped(total: Amount, due: Decimal, *, alone: bool) -> bool:
    """True for a sum of three figures at least that is *due* with one changed, two swapped or, of the price *alone*, a round step aside."""
    digits = str(int(total.value / total.ulp))
    if len(digits) < 3 or due <= 0:
        return False
    if miswritten(total.value, due, total.ulp):
        return True
    step = str(int(abs(total.value - due) / total.ulp)).rstrip("0")
    exact = (due / total.ulp) % 1 == 0
    return alone and exact and len(digits) > 3 and len(step) == 1 and abs(total.value - due) * 4 < due
