"""Comparisons that say which of two values is the larger: « 0,3 Wh, c'est moins que 0,25 Wh »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Shape
from relecture.relations.links import link
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind

_LESS = r"(?P<less>\b(?:moins|inférieure?s?|en dessous|au-dessous|sous|en deçà)\b)"
_MORE = (
    r"(?P<more>\b(?:plus|davantage|supérieure?s?|au-dessus|au-delà|dépass\w+|excéd\w+|excèd\w+|surpass\w+)\b)"
)
_COMPARED = rf"(?:{_LESS}|{_MORE})"
_FORMS = (
    # « A, c'est moins que B », « A, plus que les B de Gravelines »
    rf"(?P<a><X>)<g30>(?:,|:|\)|\bc'est|\bsoit|\best) ?(?:c'est |soit |bien |un peu |encore |nettement |beaucoup )*{_COMPARED} que <d>(?:<h25>)?(?P<b><X>)",
    # « A, sous le record de B », « A est inférieur aux B », « A dépasse les B »
    rf"(?P<a><X>)<g30>(?:,|\)| est| soit| reste| demeure| passe| passent|) (?:bien |un peu |encore |nettement |légèrement )*{_COMPARED} (?:à |aux? |d(?:e |es |u |')|l(?:e |a |es |'))<d>(?:(?:record|seuil|niveau|objectif|plafond|total|chiffre|moyenne|limite|pic|score|cap)\b<h25> (?:de |d'|des |du ))?<d>(?P<b><X>)",
    # « La France (450 TWh) consomme moins que l'Italie (310 TWh) »
    rf"\((?P<a><X>)<h20>\)<h35> {_COMPARED}<h20> que <h35>\((?P<b><X>)<h20>\)",
    # « moins cher : 42 € contre 60 € »
    rf"{_COMPARED} [^\W\d]+<h45>(?: ?:|,|\() ?(?:<h15>)?(?P<a><X>)<g25>,? contre <d>(?P<b><X>)",
)
#: « de plus » is a difference, « plus ou moins » an approximation, « non plus » a negation; « le cours, à 240 euros
#: en mai, a dépassé les 600 » tells of another time.
_OTHER = r"(?:\ba |\bont |\bavai(?:t|ent) |\bde |\ben |\bpas |\bni |\bnon |\bne |\bn'[^\W\d]+ |\bau |fois |\ble |\bla |\bles |\bou )$"

_TAKEN = r" l(?:es? |a |')"
_PLACES = ("au-dessus", "au-dessous", "en dessous", "sous", "au-delà", "en deçà")


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The pairs that the text puts in order, with ``direction`` +1 when it says that the first is larger."""
    for source in _FORMS:
        for match in skeleton.find(source):
            yield from _order(skeleton, match)


def _order(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    first, second = skeleton.amount(match, "a"), skeleton.amount(match, "b")
    group = "less" if match["less"] else "more"
    if pattern(_OTHER).search(skeleton.text, max(0, match.start(group) - 14), match.start(group)):
        return
    if Shape.DATE in (first.shape, second.shape) or Shape.BARE in (first.shape, second.shape):
        return
    if not same_scale(first, second) or first.span == second.span:
        return
    # « trente mois, moins les huit mois de détention » takes away
    if match[group] in ("moins", "plus") and pattern(_TAKEN).match(skeleton.text, match.end(group)):
        return
    # « 40 centimètres de neige au-dessus de 1 500 mètres »: an altitude
    if first.dimension == "length" and first.canonical != second.canonical and match[group] in _PLACES:
        return
    yield link(
        RelationKind.COMPARISON,
        "order",
        skeleton.span(match, group),
        {"first": first, "second": second},
        direction=-1 if group == "less" else 1,
    )
