"""A total and those who share it, or a total and its parts in brackets.

« vingt-six ans de prison aux trois braqueurs : douze pour l'un, huit pour… », « 62 TWh sans CO2 (47,4 TWh d'éolien, 14,6
de solaire) », « Aux 35 millions débloqués en juin s'ajoutent 12,5 millions, ce qui porte l'enveloppe à 47,5 millions ».
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import OPEN
from relecture.relations.parts import addable, partition, parts_from
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.twos import scaled_like, unnamed, unpriced
from relecture.types import Relation

#: A total, how many share it, and the share of each.
_EACH_OF = r"(?P<total><X>)<g60>(?P<among><C>|<N>)<g60>(?P<trigger> : )<g25>(?=<A>)"
_BRACKETS = r"(?P<total><X>)<g60>(?P<trigger>\()(?P<list><d>(?=<A>)[^()§]{8,160})\)".replace("§", STOP)
#: In brackets, what the figures are when they are no parts.
_NO_PARTS = (
    rf"\b(?:{OPEN}|contre|au lieu|sur|par|soit|ou|en <Y>|en (?:hausse|baisse)|(?:hausse|baisse|plus|moins) (?:de|que)|l'an (?:dernier|passé)|auparavant"
    r"|depuis|jusqu'à|selon|record|objectif|prévu\w*|puis|chacun\w*|pour une?)(?!\w)|…|<Y>|<P>|<D>"
)
#: « Aux A s'ajoutent B, ce qui porte … à T ».
_ADDING = (
    r"\b(?:aux?|à la|à l'|à ces|à cela|à) ?(?:<d>)(?P<a><X>)<g80>(?<!\w)(?:s'ajout\w+|viennent s'ajouter|vient s'ajouter|il faut ajouter)<h20> ?<d>(?P<b><X>)"
    r"<g70>\b(?:port\w+|fai(?:t|sant) (?:grimper|monter|passer)|fait)\b<h45> (?:à |de )?<d>(?P<total><X>)"
)
_ADDS = heads(("ajoutent", "ajoute", "ajoutaient", "ajouter", "ajouteront"))


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The totals of an article that are shared out or told with their parts in brackets."""
    for match in skeleton.find(_EACH_OF):
        whole, among = skeleton.amount(match, "total"), skeleton.amount(match, "among")
        if among.value != among.value.to_integral_value() or whole.noun == among.noun is not None:
            continue
        parts = parts_from(skeleton, match.end(), whole)
        if len(parts) == among.value and max(p.value for p in parts) < whole.value:
            yield partition(skeleton.span(match, "trigger"), whole, parts, "gathered", explicit=False)
    for match in skeleton.find(_BRACKETS):
        whole = skeleton.amount(match, "total")
        inside = skeleton.amounts_between(match.start("list"), match.end("list"))
        parts = [scaled_like(unpriced(a, whole), whole).lent(whole) for _, a in inside]
        if len(parts) < 2 or pattern(_NO_PARTS).search(match["list"]) or not _listed(match["list"], len(parts)):
            continue
        if all(addable(p, whole) and p.value < whole.value for p in parts):
            yield partition(skeleton.span(match, "trigger"), whole, parts, "gathered", explicit=False)
    for match in skeleton.find_by(_ADDS, _ADDING):
        one, other, whole = (skeleton.amount(match, g) for g in ("a", "b", "total"))
        parts = _like(whole, one, other)
        if all(addable(p, parts[0]) and p.value < parts[0].value for p in parts[1:]):
            yield partition(skeleton.span(match), parts[0], parts[1:], "tallied")


def _listed(text: str, parts: int) -> bool:
    """True for figures that a comma, « et » or a sign joins, each to the next."""
    return len(pattern(r",|;| et | plus |\+").findall(text)) >= parts - 1


def _like(*amounts: Amount) -> list[Amount]:
    """*amounts* with the unit that one of them lends the others."""
    lender = next((a for a in amounts if unnamed(a).shape is not Shape.BARE), amounts[0])
    return [scaled_like(unpriced(a, lender), lender).lent(lender) for a in amounts]
