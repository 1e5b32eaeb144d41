"""Ratios stated beside two values: « 9 MW, trois fois plus que les 3 MW prévus », « le double des 40 GW »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import OTHER_SUBJECT
from relecture.relations.links import link
from relecture.relations.pairs import CONTRE
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.twos import clock
from relecture.types import Relation, RelationKind

_WORDS = (("double", 2), ("triple", 3), ("quadruple", 4), ("quintuple", 5), ("décuple", 10))
_NEAR = r"(?:plus d[ue] |près d[ue] |presque |quasiment |environ |à peu près )?"


#: « 92 euros à 19 heures »: the hour is no value.
_AT_HOUR = r"(?:<g30>(?:à|vers|dès|avant|après) <N> heures?\b)?"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The comparisons of two values that state their ratio."""
    yield from _times_more(skeleton)
    yield from _doubles(skeleton)


def _times_more(skeleton: Skeleton) -> Iterator[Relation]:
    compared = r"(?: <h25>)?(?: que| qu'|, contre|\(contre) ?<g65>\(?<d>(?P<a><X>)"
    for match in skeleton.find(
        rf"(?P<b><X>){_AT_HOUR}<g40>(?P<k><K>) (?:plus|supérieure?s?|(?P<inv>moins|inférieure?s?))\b{compared}"
    ):
        quick = pattern(r" (?:vite|rapid\w+)").match(skeleton.text, match.end("k") + 5) is not None
        yield from _made(skeleton, match, inverse=bool(match["inv"]), either=quick)
    for match in skeleton.find(
        r"(?P<b><X>)<g30>(?:,|\(|:) ?(?:soit )?(?P<k><K>) (?:<d>)<h30>(?:, (?:(?:qui|lequel|laquelle) )?(?:est |était )?(?:aujourd'hui |désormais )?(?:fixé|établi|plafonné|limité|arrêté|facturé|estimé|évalué|de)e?s? ?(?:à |de )?<d>)?(?P<a><X>)"
    ):
        if not pattern(r" (?:plus|moins|supérieure?|inférieure?)\b").match(skeleton.text, match.end("k")):
            yield from _made(skeleton, match, inverse=False)
    worth = r"\b(?:vaut|valent|valait|pèse|pèsent|représente|représentent|fait|font|équivaut à|équivalent à|c'est|délivre|offre|affiche)"
    for match in skeleton.find(
        rf"(?P<b><X>)(?P<gap><g30>){worth} ?<d>(?P<k><K>)(?! (?:plus|moins|supérieur|inférieur))(?: la (?:puissance|taille|surface|valeur|capacité|hauteur) )?(?:<d>)<h40>\(?(?P<a><X>)(?= ?[,.;:)\ue0ff]|$)"
    ):
        if not pattern(r"\b(?:dont|et|mais|contre)\b").search(match["gap"]):
            yield from _made(skeleton, match, inverse=False, explicit=False)
    for match in skeleton.find(
        r"(?P<b><X>)<g30> pour <d>(?P<a><X>)<g30>(?:,|:|\() ?(?:soit |c'est )?(?P<k><K>)(?: plus| moins|[,.;)]|$)"
    ):
        yield from _made(skeleton, match, inverse=False, either=True)
    more = r"(?P<k><K>) (?:plus|supérieure?s?|(?P<inv>moins|inférieure?s?))\b<g40>(?: ?:|,| \()<g25>"
    for match in skeleton.find(rf"{more}(?P<b><X>)<g25>,? ?{CONTRE} ?<d>(?P<a><X>)"):
        if OTHER_SUBJECT in match[0]:
            continue
        yield from _made(skeleton, match, inverse=bool(match["inv"]), either=True)


def _doubles(skeleton: Skeleton) -> Iterator[Relation]:
    for word, factor in _WORDS:
        source = rf"(?P<b><X>)<g30>(?:,|\(|:) ?(?:soit |c'est )?{_NEAR}le {word} (?:de |d'|du |des )<d>(?:<h20>)?(?P<a><X>)"
        for match in skeleton.find(source):
            yield from _made(skeleton, match, inverse=False, factor=factor)


def _made(
    skeleton: Skeleton,
    match: re.Match[str],
    *,
    inverse: bool,
    factor: int | None = None,
    either: bool = False,
    explicit: bool = True,
) -> Iterator[Relation]:
    after, before = skeleton.amount(match, "b"), skeleton.amount(match, "a")
    after, before = after.lent(before), before.lent(after)
    if clock(skeleton, match.start("a")) or clock(skeleton, match.start("b")):
        return
    if (
        not same_scale(before, after)
        or Shape.DATE in (before.shape, after.shape)
        or before.span == after.span
        or before.value == after.value
    ):
        return
    times: Amount | None = None if factor else skeleton.amount(match, "k")
    yield link(
        RelationKind.RATIO,
        "compared",
        skeleton.span(match),
        {"before": before, "after": after, "times": times},
        explicit=explicit,
        inverse=inverse,
        factor=factor,
        either=either,
    )
