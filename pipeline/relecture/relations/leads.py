"""How far ahead: « Lorient (61 points) devance Caen (56 points) de sept longueurs »: the lead is the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.types import Relation, RelationKind

_WHAT = r"(?P<k><C>|<N>)(?: (?:points?|longueurs?|unités?|pts))?"
_OTHER = r"<h35> ?\((?P<b><C>|<N>)(?: pts?)?(?:,[^()]{0,20})?\)"
_FORMS = (
    # « compte 61 points et devance Caen (56 points) de sept longueurs »
    rf"(?P<a><C>|<N>)(?: pts?)?<g60>\b(?:devan\w+|précèd\w+|distanc\w+|relègu\w+|repouss\w+){_OTHER}<h20> (?:de |d'|à )<d>{_WHAT}",
    # « Lorient (61 points) compte sept longueurs d'avance sur Caen (56) »
    rf"(?P<a><C>|<N>)(?: pts?)?<g50><d>{_WHAT}<h12>(?:d'avance|de retard|derrière|devant|de moins que|de plus que)(?: sur| de)?{_OTHER}",
)
_CUE = heads(
    (
        "devance",
        "devançant",
        "devançait",
        "précède",
        "distance",
        "relègue",
        "repousse",
        "avance",
        "retard",
        "derrière",
        "devant",
    )
)
#: What a lead is counted in, whatever the teams have.
_UNITS = frozenset(("point", "longueur", "unité", "voix", "siège", "médaille", "victoire"))

#: How far from the difference a lead may be told and still be that of the two.
_SLIP = 10


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The leads of an article with the two values that they set apart."""
    for source in _FORMS:
        for match in skeleton.find_by(_CUE, source):
            one, other, lead = (skeleton.amount(match, g) for g in "abk")
            if any(a.low is not None or a.approximate for a in (one, other, lead)):
                continue
            kind = one if one.shape is Shape.COUNT else other
            if (
                kind.shape is Shape.COUNT
                and _noun(kind) in _UNITS
                and _plain(skeleton, match)
                and all(a.shape is Shape.BARE or _noun(a) == _noun(kind) for a in (one, other))
                and _of_kind(lead, kind)
                and abs(abs(one.value - other.value) - lead.value) <= _SLIP
            ):
                yield link(
                    RelationKind.CHANGE,
                    "difference",
                    skeleton.span(match),
                    {"before": _like(other, kind), "after": _like(one, kind), "change": _like(lead, kind)},
                    direction=0,
                    verb="",
                )


def _plain(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """True for a score, rather than what was won of late: « a pris seize points sur dix-huit »."""
    own = skeleton.text[max(0, match.start("a") - 12) : match.start("a")]
    return (
        pattern(r"\bsur (?:<d>)?$").search(own) is None
        and " sur "
        not in skeleton.text[match.end("a") : min(match.start("a") + 20, match.start("k"), match.start("b"))]
    )


def _noun(amount: Amount) -> str:
    return (amount.noun or "").lower().removesuffix("s")


def _of_kind(amount: Amount, kind: Amount) -> bool:
    return amount.shape is Shape.BARE or _noun(amount) == _noun(kind) or _noun(amount) in ("longueur", "unité")


def _like(amount: Amount, kind: Amount) -> Amount:
    """*amount* counted as *kind* is: « sept longueurs » are seven points."""
    return replace(
        amount, shape=kind.shape, noun=kind.noun, unit=kind.unit, factor=kind.factor, si_unit=kind.si_unit
    )
