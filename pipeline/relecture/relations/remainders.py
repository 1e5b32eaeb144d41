"""Remainders: « sur les T, A …, les B autres », « T devaient partir. A l'ont fait ; les B restants… », « il en reste B »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import held, scaled_like, unnamed, window
from relecture.types import Relation, RelationKind

_REST = (
    r"\b(?:les?|la|l'|aux|des) (?:(?P<a><V>)<h20> (?:autres|restante?s?)|autres (?P<b><V>)|(?P<c><V>) (?:autres|restante?s?)|(?P<g><C>))"
    r"|\bl[ea] (?:reste|solde|restant|complément|surplus|reliquat|différence)(?: à (?:charge|financer|trouver|payer))?,? ?(?:<h25>)?[,:(–]? ?(?:soit )?<d>(?P<e><V>)"
    r"|\breste(?:nt|ront|ra)?(?: donc| encore)? (?:à (?:la charge|trouver|financer|payer)|pour)<h40> <d>(?P<h><V>)"
    r"|\bil (?:en|n'en)? ?(?:reste|restait|restera)(?: plus que| que| encore| donc)? <d>(?P<f><V>)"
)
_LEFT = re.compile(r"(?:autre|restant|manquant|derni(?:er|ère)s?$)")
_OTHERS = re.compile(r" autres |autres? \d")
_FOLLOWING = r"[^§]{0,3}§? *(?:les?|la|l'|aux) (?:<V>(?:<h20>)? (?:autres|restante?s?)|autres <V>|reste|solde)"
_MOST_PARTS = 4
#: What the shares of one thing make, in per cent, and what a fraction in words leaves open.
_WHOLE = Decimal(100)
_ROUGH = Decimal(2)
#: « il reste 12 % » need not be the rest of the shares before: it is when they nearly make the whole.
_NEAR = Decimal(12)
#: Sentences that a remainder may close, its own included.
_SENTENCES = 3
_OPENED = r"^(?:<any12>)\b(?:sur|parmi|des|les)\b"
_ASIDE = r"\b(?:dont|contre <d><A>|au lieu|de plus|de moins|supplémentaires?|par rapport|l'an dernier)(?!\w)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The remainders with the whole that they close and the parts already given."""
    for match in skeleton.find(_REST):
        name = next(g for g in "abcefgh" if match[g])
        other = skeleton.amount(match, name)
        if name == "g" and not _said_left(other):
            continue
        if other.shape is Shape.PERCENT:
            yield from _percents(skeleton, match, other)
        else:
            yield from _counts(skeleton, match, other)
    for match in skeleton.find(r"(?P<f>)(?P<last><F>) restante?s?\b"):
        share = _share(skeleton.amount(match, "last"))
        if share is not None:
            yield from _percents(skeleton, match, share)


def _said_left(amount: Amount) -> bool:
    """True for « les 98 autres salariés », « les neuf restants »."""
    written = amount.quantity.text if amount.quantity else ""
    return _LEFT.match(amount.noun or "") is not None or _OTHERS.search(written) is not None


def remaining(skeleton: Skeleton, at: int) -> bool:
    """True when the sentence after the one around *at* opens on what is left."""
    _, end = skeleton.sentence(at)
    if pattern(_FOLLOWING.replace("§", STOP)).match(skeleton.text, end):
        return True
    found = pattern(rf"{STOP} *(?:les?|la|l'|aux) (?P<left><C>)").match(skeleton.text, end)
    return found is not None and _LEFT.match(skeleton.amount(found, "left").noun or "") is not None


def _percents(skeleton: Skeleton, match: re.Match[str], other: Amount) -> Iterator[Relation]:
    """The shares that *other* completes: those of its sentence, or with them those of the sentences before.

    The stretch that comes nearest to the whole is the one the writer had in mind.
    """
    found: list[tuple[Amount, ...]] = []
    for back in range(_SENTENCES):
        start, _ = window(skeleton, match.start(), back=back)
        parts = tuple(
            s
            for p, a in skeleton.amounts_between(start, match.start())
            if (s := _share(a))
            and not pattern(r"\b(?:contre|après|au lieu de) <d>$").search(skeleton.text, start, p)
        )
        if 1 <= len(parts) <= _MOST_PARTS and parts not in found:
            found.append(parts)
    if found:
        nearest = min(found, key=lambda parts: abs(sum(p.value for p in (*parts, other)) - _WHOLE))
        if match["f"] and abs(sum(p.value for p in (*nearest, other)) - _WHOLE) > _NEAR:
            return  # « de 20 à 55 % en 14 minutes. À l'arrivée, il restait 12 % »
        yield link(
            RelationKind.PARTITION, "remainder-percent", skeleton.span(match), {"parts": (*nearest, other)}
        )


def _share(amount: Amount) -> Amount | None:
    """A share in per cent, fractions in words included; ``None`` for anything else."""
    if amount.shape is Shape.PERCENT:
        return amount
    if amount.shape is not Shape.FRACTION:
        return None
    return replace(amount, shape=Shape.PERCENT, value=amount.value * 100, ulp=_ROUGH, zeros=_ROUGH)


def _counts(skeleton: Skeleton, match: re.Match[str], other: Amount) -> Iterator[Relation]:
    """The nearest window that opens on a whole larger than all that follows it."""
    for back in range(_SENTENCES):
        start, _ = window(skeleton, match.start(), back=back)
        if pattern(_ASIDE).search(skeleton.text, start, match.start()):
            return
        before = [a for _, a in skeleton.amounts_between(start, match.start()) if held(a)]
        found = _alike(before, other, _parted(skeleton, start, match.start()))
        if len(found) < 2:
            continue
        whole, *parts = found
        rest = scaled_like(unnamed(other), whole).lent(whole)
        explicit = (
            back == 0
            and {p.noun for p in (*parts, rest)} <= {whole.noun}
            and pattern(_OPENED).match(skeleton.text[start : match.start()]) is not None
        )
        if not explicit and _outgrown(skeleton, start, whole):
            continue
        if whole.value <= max(p.value for p in (*parts, rest)):
            continue
        if len(parts) > _MOST_PARTS:
            return
        yield link(
            RelationKind.PARTITION,
            "remainder",
            skeleton.span(match),
            {"whole": whole, "parts": (*parts, rest)},
            explicit=explicit,
        )
        return


def _outgrown(skeleton: Skeleton, start: int, whole: Amount) -> bool:
    """True when a larger amount of the sentences before may be the whole instead."""
    low, _ = window(skeleton, start, back=_SENTENCES)
    before = [a for _, a in skeleton.amounts_between(low, start) if held(a) and _fits(a, whole)]
    return any(a.value > whole.value for a in before)


def _parted(skeleton: Skeleton, start: int, end: int) -> frozenset[str]:
    """The parts said before their whole: « 610 des 1 250 salariés »."""
    found = pattern(
        r"(?P<part><X>)<h20> (?:des|sur|sur les|parmi les|d'entre les|de ses|de leurs|de nos) (?=<X>)"
    ).finditer(skeleton.text, start, end)
    return frozenset(skeleton.amount(match, "part").id for match in found)


def _alike(found: list[Amount], other: Amount, parted: frozenset[str]) -> list[Amount]:
    """The amounts of one thing: the first that can be a whole, and in its unit those after it and a *parted* one before."""
    for n, amount in enumerate(found):
        whole = unnamed(amount)
        if whole.shape in (Shape.DURATION, Shape.BARE) or not _fits(other, whole):
            continue
        kept = found[n - 1 : n] if n and found[n - 1].id in parted else []
        rest = (a for a in (*kept, *found[n + 1 :]) if _fits(a, whole))
        return [whole, *(scaled_like(unnamed(a), whole).lent(whole) for a in rest)]
    return []


def _fits(part: Amount, whole: Amount) -> bool:
    lent = scaled_like(unnamed(part), whole).lent(whole)
    return lent.shape is whole.shape and lent.dimension == whole.dimension
