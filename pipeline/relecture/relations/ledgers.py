"""Accounts told in words: what comes in against what goes out, a list and its total, what is added to a count.

« 1 240 embauches et 870 départs, soit un solde positif de 370 postes », « la facture (énergie 612 euros, taxes 318 euros)
atteint 930 euros », the lines of a bill and their « Total : », « Ajoutées aux 43 de la veille, elles portent à 61 ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.parts import addable, partition
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import scaled_like, unnamed, unpriced, window
from relecture.types import Relation, Span

#: What comes in and what goes out, in pairs: nouns of the counts, or the verbs before them.
_FLOWS: tuple[tuple[str, str], ...] = (
    (r"naissances?", r"décès?|morts?"),
    (r"(?:embauch|recrut)\w+", r"départs?|licenci\w+|démission\w*|suppressions? de postes|retraites?"),
    (r"arriv\w+|entrées?|installations?|emménag\w+", r"départs?|sorties?|partis?|déménag\w+"),
    (
        r"créations?|ouvertures?|créée?s?|ouvert\w*",
        r"suppressions?|destructions?|fermetures?|disparitions?|radiations?|supprim\w+|détrui\w+|ferm[eé]\w*",
    ),
    (r"adhésions?|inscriptions?", r"démissions?|départs?|désinscriptions?|radiations?"),
    (
        r"recettes?|encaiss\w+|perç\w+|percevra\w*|ressources|rentrées|chiffre d'affaires",
        r"dépenses?|dépens\w+|charges|décaiss\w+|débours\w+|coûts?|frais",
    ),
    (r"exportations?|export\w+|ventes?", r"importations?|import\w+|achats?"),
)
_BALANCE = r"\b(?:solde|déficit|excédent|différence|écart|gain|perte|bilan|croissance|épargne|marge|bénéfice|autofinancement)(?: (?:net|nette|naturel|naturelle|positif|négatif|brute?|confortable|migratoire|démographique|commercial)){0,2}\b[^;:§]{0,40}?(?:de |d'|à |: |atteint |s'élève à )(?:[–−-] ?)?<d>(?P<result><X>)".replace(
    "§", STOP
)
#: What they leave over another time, or for another place, is another balance.
_ELSEWHERE = r"\b(?:cumul\w*|depuis|annuel\w*|sur l'année|l'an (?:dernier|passé)|contre|auparavant|précédent\w*|prévu\w*|objectif)\b"
#: The words of a flow stand right after its figure (« 870 départs »), or before it (« a embauché 1 240 personnes »).
_REACH = 24
#: A total that the words before it draw from what stands in brackets.
_BRACKETED = r"\((?P<list>[^()§]{8,160})\) (?:[^\W\d]+ ){0,3}?(?:attei\w+|s'élèv\w+ (?:désormais |donc |ainsi )?à|revien\w+ (?:désormais |donc |ainsi )?à|totalis\w+|représent\w+|coût\w+|se mont\w+ à|se chiffr\w+ à|grimp\w+ à|monte\w* à) (?:désormais |donc |ainsi |au total )?<d>(?P<total><X>)".replace(
    "§", STOP
)
_TOTAL_LINE = (
    r"§[ \-–—•*]*(?:soit (?:un )?)?total(?: [^\W\d]+){0,3} ?(?::|=|,|de|–|—) ?<d>(?P<total><X>)".replace(
        "§", STOP
    )
)
_ADDED = (
    (
        r"(?P<a><X>)(?:<g60>|<g50>§[^<A>§]{0,30})\b(?:ajoutée?s?|s'ajout\w+|cumulée?s?|additionnée?s?|viennent s'ajouter|vient s'ajouter)(?: donc| ainsi)? (?:à|aux?|avec)<h20> <d>(?P<b><X>)"
        r"<g70>\b(?:port\w+|font grimper|fait grimper|mont\w+|faisant passer)\b(?P<what><h45>) à <d>(?P<total><X>)"
    )
    .replace("[^<A>§]", "[^\ue000-\ue0ff]")
    .replace("§", STOP)
)
#: « quatorze éoliennes de 3 MW », « six, plus anciennes, de 2 MW », « trois nuits à 110 euros ».
_TERM = r"(?P<count><C>|<N>)(?:, <h30>, ?|<h30> )(?:à|de|d'|au prix de|au tarif de) <d>(?P<unit><X>)(?: (?:chac\w+|pièce|l'unité|l'une?))?"
#: The same in brackets: « deux adultes (28 euros l'entrée) ».
_BRACKETED_TERM = r"(?P<count><C>|<N>)<h20> ?\((?:à )?<d>(?P<unit><M>)<h20>\)"
#: What is paid once beside a term: « 45 francs d'inscription, puis douze mensualités de 64 francs, soit 813 francs ».
_FEE = r"(?P<fee><M>)<h40>,? (?:puis|plus|et|auxquels? s'ajoutent|ainsi que|suivis? de) <d>$"
_LESSENED = r"\b(?:réductions?|remises?|rabais|promotions?|gratuit\w*|offerte?s?|tarif (?:famille|réduit)|forfaits?|au lieu)\b"
_ALL_IN = r"\b(?:compris\w*|inclus\w*|au total|en tout|addition)\b"
_SUMMED = r"<h25>,? ?(?:soit|pour un total de|au total|en tout,?|:|donc|revient à|coûte|=) (?:au total |donc |en tout )?<d>(?P<total><M>)"
_JOINED = r"(?: [^\W\d]+){0,2} ?(?:,| et|;| plus|, puis|, et| ainsi que) ?<d>$"
_MOST_LINES = 12
#: More things than one counts one by one.
_MANY = 1000


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The accounts of an article, as partitions of their larger figure."""
    yield from _flows(skeleton)
    yield from _bracketed(skeleton)
    yield from _lines(skeleton)
    yield from _added(skeleton)
    yield from _terms(skeleton)


def _flows(skeleton: Skeleton) -> Iterator[Relation]:
    """What came in, what went out and what they leave: the larger is the sum of the two others."""
    for match in skeleton.find(_BALANCE):
        result = skeleton.amount(match, "result")
        if result.low is not None or result.shape in (Shape.DURATION, Shape.RATE):
            continue
        if pattern(_ELSEWHERE).search(match[0]):
            continue
        for back in (0, 1):
            start, _ = window(skeleton, match.start(), back=back)
            found = [(p, a) for p, a in skeleton.amounts_between(start, match.start()) if _like(a, result)]
            if (
                len(found) == 2
                and _concluding(skeleton.text[found[1][0] + 1 : match.start()], match[0])
                and (result.shape is not Shape.MONEY or _settled(skeleton, start, found[1][0], match))
                and _opposite(skeleton, start, match.start(), found)
            ):
                small, large = sorted((a for _, a in found), key=lambda a: a.value)
                small, large = scaled_like(small, large).lent(large), scaled_like(large, small).lent(small)
                if small.value > large.value:
                    small, large = large, small
                if large.value != small.value:
                    yield partition(
                        skeleton.span(match), large, [small, scaled_like(result, large).lent(large)], "balance"
                    )
            if found:
                break


def _concluding(lead: str, said: str) -> bool:
    """True when a balance is drawn from what precedes; that of comings and goings is no other's."""
    drawn = pattern(rf"[,:;(–—{STOP}]|\bsoit\b").search(lead)
    return drawn is not None and "migratoire" not in said and not pattern(r"\bet\b").search(lead)


#: What is left is drawn from the two; and the costs are not those of one thing alone.
_LEFT = r"\b(?:soit|d'où|laiss\w+|dégag\w+|reste\w*|(?:ce qui|cela|ça) (?:fait|donne))\b"
_AT_ONCE = r"[^;:,<A>]{0,12}[:–—] ?(?:son|sa|leur|le|la|une?|l') ?(?:<w> )?(?:solde|déficit|excédent|différence|perte|bénéfice)\b".replace(
    "<A>", "\ue000-\ue0ff"
)
_OF_ONE_THING = r"\b(?:dépenses?|charges|coûts?|frais|recettes?|ressources) (?:d'|de (?:la |l')?|du |des )(?!fonctionnement|<A>)[^\W\d]"


def _settled(skeleton: Skeleton, start: int, last: int, match: re.Match[str]) -> bool:
    """True for accounts of money whose balance is drawn from all that comes in and goes out."""
    text = skeleton.text
    return (
        (
            pattern(_LEFT).search(text, last, match.end()) is not None
            or pattern(_AT_ONCE).match(text, last + 1) is not None
        )
        and pattern(_OF_ONE_THING).search(text, start, match.start()) is None
    ) or pattern(r"\b(?:exportations?|importations?|ventes?|achats?|export\w+|import\w+)\b").search(
        text, start, match.start()
    ) is not None


def _like(amount: Amount, result: Amount) -> bool:
    if amount.low is not None or amount.shape in (Shape.DATE, Shape.DURATION, Shape.TIMES, Shape.FRACTION):
        return False
    counted = (Shape.COUNT, Shape.BARE)
    if (
        amount.shape is Shape.BARE and result.shape is Shape.MONEY
    ):  # « encaissera 812 millions d'euros et en dépensera 774 »
        return True
    return amount.shape is result.shape or (amount.shape in counted and result.shape in counted)


def _terms(skeleton: Skeleton) -> Iterator[Relation]:
    """« Quatorze éoliennes de 3 MW et six de 2 MW, soit 54 MW »: each product is a part of the total."""
    yield from _with_a_fee(skeleton)
    for start, end, found in termed(skeleton):
        units = [skeleton.amount(m, "unit") for m in found]
        inside = {m.start(g) for m in found for g in ("count", "unit")}
        wholes = [
            a
            for p, a in skeleton.amounts_between(start, end)
            if p not in inside and a.shape is units[0].shape and a.canonical == units[0].canonical
        ]
        if len(wholes) != 1 or wholes[0].low is not None:
            continue
        parts = [_product(skeleton, m) for m in found]
        if all(p.value < wholes[0].value for p in parts):
            bill = any("(" in m[0] for m in found)
            if bill and pattern(_LESSENED).search(skeleton.text, start, end):
                continue
            yield partition(
                skeleton.source(start, end), wholes[0], parts, "bill" if bill else "tallied", explicit=False
            )


def _with_a_fee(skeleton: Skeleton) -> Iterator[Relation]:
    """A fee, then so many times the same: both are parts of the total."""
    for match in skeleton.find(_TERM, "M"):
        start, _ = skeleton.sentence(match.start())
        fee = pattern(_FEE).search(skeleton.text, start, match.start())
        closing = pattern(_SUMMED).match(skeleton.text, match.end()) if fee else None
        lessened = pattern(_LESSENED).search(skeleton.text, start, skeleton.sentence(match.start())[1])
        if lessened or not (fee and closing and _multiplied(skeleton, match)):
            continue
        whole, paid = skeleton.amount(closing, "total"), skeleton.amount(fee, "fee")
        parts = [paid, _product(skeleton, match)]
        if whole.value == parts[1].value and not pattern(_ALL_IN).search(
            skeleton.text, match.start(), skeleton.sentence(match.start())[1]
        ):
            continue  # « soit 768 francs d'abonnement »
        if all(p.canonical == whole.canonical and p.low is None for p in parts):
            yield partition(skeleton.span(match), whole, parts, "bill", explicit=False)


def termed(skeleton: Skeleton) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """The sentences that add up products, with the terms."""
    for start, end in skeleton.sentences():
        found = [
            m
            for source in (_TERM, _BRACKETED_TERM)
            for m in pattern(source).finditer(skeleton.text, start, end)
            if _multiplied(skeleton, m)
        ]
        if len(found) < 2:
            continue
        found.sort(key=lambda m: m.start())
        alike = {(u.shape, u.canonical) for m in found for u in (skeleton.amount(m, "unit"),)}
        joined = all(
            pattern(_JOINED).fullmatch(skeleton.text, one.end(), other.start())
            for one, other in pairwise(found)
        )
        if len(alike) == 1 and joined:
            yield start, end, found


def _multiplied(skeleton: Skeleton, match: re.Match[str]) -> bool:
    count, unit = skeleton.amount(match, "count"), skeleton.amount(match, "unit")
    whole = count.low is None and count.value == count.value.to_integral_value() and 1 < count.value < _MANY
    return whole and unit.low is None and unit.shape in (Shape.MONEY, Shape.MEASURE)


def _product(skeleton: Skeleton, match: re.Match[str]) -> Amount:
    """The amount that a term makes, over the stretch of both its figures."""
    count, unit = skeleton.amount(match, "count"), skeleton.amount(match, "unit")
    span = Span(count.span.start, unit.span.end)
    return replace(
        unit,
        id=f"{span.start}-{span.end}",
        span=span,
        value=unit.value * count.value,
        ulp=unit.ulp * count.value,
        zeros=unit.zeros * count.value,
        quantity=None,
    )


def _opposite(skeleton: Skeleton, start: int, end: int, found: list[tuple[int, Amount]]) -> bool:
    """True when one of the two figures comes in and the other goes out."""
    (p, one), (q, other) = found
    words = []
    for at, amount, low, high in ((p, one, start, q), (q, other, p + 1, end)):
        after = skeleton.text[at + 1 : min(at + _REACH, high)]
        before = skeleton.text[max(low, at - _REACH) : at]
        words.append((f"{amount.noun or ''} {after}", before))
    return any(
        _tells(words[0], one_way) and _tells(words[1], other_way)
        for into, out in _FLOWS
        for one_way, other_way in ((into, out), (out, into))
    )


def _tells(words: tuple[str, str], flow: str) -> bool:
    near = pattern(rf"\b(?:{flow})(?!\w)")
    return any(near.search(w) for w in words)


def _bracketed(skeleton: Skeleton) -> Iterator[Relation]:
    """« la facture (énergie A, acheminement B, taxes C) atteint T »: every figure in the brackets is a part."""
    for match in skeleton.find(_BRACKETED):
        whole = skeleton.amount(match, "total")
        inside = [a for _, a in skeleton.amounts_between(match.start("list"), match.end("list"))]
        parts = [scaled_like(unpriced(a, whole), whole).lent(whole) for a in inside]
        told = pattern(r",|;| et | plus |\+").search(match["list"])
        open_ = pattern(r"\b(?:dont|notamment|contre|au lieu|sur|par|soit|etc)\b|…").search(match["list"])
        if len(parts) >= 2 and told and not open_ and all(addable(p, whole) for p in parts):
            yield partition(skeleton.span(match), whole, parts, "tallied", explicit=False)


def _lines(skeleton: Skeleton) -> Iterator[Relation]:
    """The lines of a bill, one figure each, down to « Total : T »."""
    for match in skeleton.find(_TOTAL_LINE):
        whole = skeleton.amount(match, "total")
        parts: list[Amount] = []
        end = match.start()
        while len(parts) < _MOST_LINES and end > 0:
            start, _ = skeleton.sentence(end - 1)
            found = [a for _, a in skeleton.amounts_between(start, end)]
            line = pattern(r"[ ]*[-–—•*]|[^§]{0,60}[:,] ?<d><X>[^\W\d ]{0,3} ?$".replace("§", STOP)).match(
                skeleton.text, start, end
            )
            if len(found) != 1 or not line:
                break
            part = scaled_like(unpriced(found[0], whole), whole).lent(whole)
            if not addable(part, whole):
                break
            parts.insert(0, part)
            end = start - 1
        if len(parts) >= 2:
            yield partition(skeleton.span(match), whole, parts, "tallied", explicit=False)


def _added(skeleton: Skeleton) -> Iterator[Relation]:
    """« Dix-huit classes ont fermé. Ajoutées aux 43 de la veille, elles portent à 61 le nombre de fermetures »."""
    for match in skeleton.find(_ADDED):
        one, other, whole = (skeleton.amount(match, g) for g in ("a", "b", "total"))
        lender = next((a for a in (one, other, whole) if unnamed(a).shape is not Shape.BARE), one)
        parts = [scaled_like(unnamed(a), lender).lent(lender) for a in (one, other)]
        whole = scaled_like(unnamed(whole), lender).lent(lender)
        if all(addable(p, whole) and p.value < whole.value for p in parts):
            yield partition(skeleton.span(match), whole, parts, "tallied", explicit=False)
