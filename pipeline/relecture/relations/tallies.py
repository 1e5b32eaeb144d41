"""Totals told apart from their parts: « Douze en mars, neuf en avril et autant en mai : en tout, 33 plaintes ».

The parts are all the amounts of one dimension of a clause or a sentence, coordinated; the total stands after
them, or in the sentence before when the parts are said to add up. The words only suggest the sum: it is for the
check to see that the figures nearly agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from relecture.relations import outcomes
from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link, maybe
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import held, scaled_like, unpriced
from relecture.types import Relation, RelationKind

_MOST = 8
#: Words that say that an amount is a total: before it, then after it.
_TOTAL_BEFORE = (
    r"\b(?:en tout|au total|ensemble|un total|totalis\w+|la somme|l'addition|la note|cumul\w*|sur l'(?:année|ensemble)|(?:aur|av|ser|f|dev|représent)\w+ donc"
    r"|(?:l'enveloppe|le total|le budget|le montant|la facture|l'effectif|le bilan|la cagnotte|la somme|la collecte|la recette|la dotation)(?: [^\W\d]+){0,3} (?:attei\w+|s'élèv\w+|mont\w+|grimp\w+|est de|se port\w+|arriv\w+)"
    r"|\b(?:le|l'|la) ?(?:(?:premier|deuxième|second|troisième|quatrième|dernier) )?(?:trimestre|semestre|année|saison|mois|semaine|week-end|exercice|tournée|festival|bilan)(?: [^\W\d]+){0,2}? (?:en )?(?:compt|totalis|affich|enregistr|recens|dénombr|réuni|fait|donn)\w*"
    r"|\b(?:recettes?|dépenses?|coûts?|budgets?|montants?|factures?|production|effectifs?|fréquentation|capacité|puissance|surface|investissements?)(?: [^\W\d]+){0,2} tota(?:les?|ux|l)"
    r"|toutes? \w+ confondu\w+|réuni\w+|recueill\w+|rassembl\w+)\b[^;§]{0,45}$"
)
_TOTAL_AFTER = r"(?: [^\W\d]+){0,2},? (?:en tout|au total|ensemble|toutes? \w+ confondu\w+)\b"
_ADDING = r"\b(?:s'ajout\w+|viennent s'ajouter|s'y ajout\w+|(?:se sont|s'est|s'étaient|s'était|sont venue?s s'|est venue? s') ?(?:y )?ajout\w+|il faut ajouter|à quoi s'ajout\w+)\b"
#: « S'y ajoutent 650 000 euros pour… »: what is added to the whole is no part of it.
_BESIDES = r"[ «\"]*(?:s'y ajout\w+|(?:à (?:cela|quoi|ce montant|cette somme|ces)|y)\b[^;:]{0,20}\bajout\w+|il faut (?:y )?ajouter)"
_LISTED = r"(?:,|;| et | puis |ajout|\bautant\b|\bpour l)"
#: The list does not lead to the amount that follows: another subject, a part, a comparison.
_ASIDE = r"\b(?:dont|contre|parmi|sur|de plus|de moins|supplémentaires?|notamment|entre autres|chacun\w*|au lieu|par rapport|record|précédent\w*)\b"
_SAME_AGAIN = r"\bautant (?:de |d'|à|au|aux|en|chez|pour|dans)"
_CONCLUDED = r"^[^§]{0,40}[:,] ?(?:[^,;:§]{0,45})$"


def read(skeleton: Skeleton, known: Iterable[Relation]) -> Iterator[Relation]:
    """The totals that no relation of *known* has read, with the parts that may make them up."""
    taken = {w.id for r in known if r.kind is RelationKind.PARTITION and (w := maybe(r, "whole"))}
    for relation in outcomes.read(skeleton, taken):
        yield relation
        taken |= {w.id for w in (maybe(relation, "whole"),) if w}
    adding = pattern(_ADDING).search(skeleton.text) is not None
    for at in skeleton.positions:
        whole = skeleton.marks[at]
        if not held(whole) or whole.shape is Shape.DURATION or whole.id in taken:
            continue
        parts = _before(skeleton, at, whole) or (_added(skeleton, at, whole) if adding else [])
        if parts and max(p.value for p in parts) < whole.value:
            yield link(
                RelationKind.PARTITION,
                "tallied",
                skeleton.source(at, at + 1),
                {"whole": whole, "parts": tuple(parts)},
                explicit=False,
            )


def _before(skeleton: Skeleton, at: int, whole: Amount) -> list[Amount]:
    """The parts that end before the total: in its sentence, or in the one before when it comes first."""
    text = skeleton.text
    start, stop = skeleton.sentence(at)
    parts, end = _list(skeleton, start, at, whole)
    since = end if parts else start
    said = pattern(_TOTAL_BEFORE.replace("§", STOP)).search(text[since:at]) or pattern(_TOTAL_AFTER).match(
        text, at + 1, stop
    )
    if not parts and said and start > 1:
        before, _end = skeleton.sentence(start - 2)
        parts, end = _list(skeleton, before, start - 1, whole)
        return parts if len(parts) >= 2 else []
    if said and len(parts) >= 2:
        return parts
    led = pattern(_CONCLUDED.replace("§", STOP)).match(text[end:at]) if parts else None
    return parts if led and len(parts) >= 3 else []


def _added(skeleton: Skeleton, at: int, whole: Amount) -> list[Amount]:
    """The parts that the sentence of the total, or the next one, says to add up."""
    start, stop = skeleton.sentence(at)
    if pattern(_ADDING).search(skeleton.text, start, at):
        parts, _ = _list(skeleton, start, at, whole)
        return parts if len(parts) >= 2 else []
    if stop + 1 >= len(skeleton.text) or len(_like(skeleton, start, stop, whole)) != 1:
        return []
    follow, end = skeleton.sentence(stop + 1)
    if not pattern(_ADDING).search(skeleton.text, follow, end):
        return []
    if pattern(_BESIDES).match(skeleton.text, follow, end):
        return []
    parts, _ = _list(skeleton, follow, end, whole)
    return parts if len(parts) >= 2 else []


def _like(skeleton: Skeleton, start: int, end: int, whole: Amount) -> list[tuple[int, Amount]]:
    """The amounts of a stretch that can be parts of *whole*: its dimension; for counts, any noun."""
    found = []
    if whole.shape is Shape.BARE:  # « Le trimestre en compte 3 407 »
        counts = [a for _, a in skeleton.amounts_between(start, end) if a.shape is Shape.COUNT and held(a)]
        whole = whole.lent(counts[0]) if counts else whole
    for p, amount in skeleton.amounts_between(start, end):
        if not held(amount):
            continue
        part = scaled_like(unpriced(amount, whole), whole).lent(whole)
        if part.shape is whole.shape and part.dimension == whole.dimension:
            found.append((p, part))
    return found


def _list(skeleton: Skeleton, start: int, end: int, whole: Amount) -> tuple[list[Amount], int]:
    """Every part of the stretch when they are coordinated, with where the last one stands; none otherwise."""
    found = _like(skeleton, start, end, whole)
    text = skeleton.text
    if not 2 <= len(found) <= _MOST or pattern(_ASIDE).search(text, start, end):
        return [], start
    for (p, _one), (q, _other) in pairwise(found):
        if not pattern(_LISTED).search(text, p, q):
            return [], start
    last = found[-1][0]
    parts = [a for _, a in found]
    again = pattern(_SAME_AGAIN).search(text, found[0][0], end)
    if again:
        parts.append(next(a for p, a in reversed(found) if p < again.start()))
        last = max(last, again.start())
    joined = pattern(r" et |ajout| puis ").search(text, start, end)
    return (parts, last + 1) if joined else ([], start)
