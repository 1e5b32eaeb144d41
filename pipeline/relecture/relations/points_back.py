"""A figure told again with the words of the first: « détourné 1,9 million… la somme détournée, 1,6 million », « haut de 92 mètres… l'ouvrage, haut de 129 mètres ».

The digits need not look alike: the participle of the verb that gave the first figure, or the adjective that measured
the thing, says that the second is that very one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from relecture.fr.event_words import GENERIC
from relecture.relations.amounts import Amount
from relecture.relations.likeness import agree, alike, content, of_one_thing
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.slips import near

#: How far back the first figure may stand, in characters of the reduced text.
_NEAR = 420
#: How many times over one figure may be the other: of what was done to it, and of one size.
_SLIP, _FAR = Decimal("2.6"), Decimal(10)
_WHOLES = "somme montant total butin préjudice volume quantité surface superficie distance tonnage capital dette cargaison masse longueur"
_CUE = heads(_WHOLES.split())
_DONE = (
    rf"\b(?:l[ae] |l'|cette |cet? |du )(?:{'|'.join(_WHOLES.split())}) (?:(?:ainsi|alors|déjà) )?(?P<done>[^\W\d_]{{3,}}(?:ée?s?|ie?s?|ue?s?|ise?s?|te?s?))(?: [^,;:(\ue000-\ue0ff]{{0,25}})?"
    r"(?: ?\(|, (?:soit )?| (?:s'élèv\w+|se mont\w+|se chiffr\w+|s'établi\w+) à | (?:atteint|atteignait|est de|était de|représente|avoisine) )<d>(?P<later><M>|<Q>|<C>)"
)
#: « une partie de la somme détournée ».
_SOME_OF = rf"(?:\b(?:parties?|moitié|tiers|quart|part|fraction|essentiel|reste|gros|solde|bribes?|dixième|cinquième) (?:seulement )?|<A>[^,;{STOP}]{{0,12}})(?:de )?$"
#: The whole is another, or has grown.
_APART = r"\b(?:autres?|dont|au total|en tout|cumul\w*|supplémentaires?|précédent\w*|l'an (?:dernier|passé)|puis|ensuite|désormais|voisin\w*|second\w*|deuxième|finalement|récupér\w+|rembours\w+|celui|celle|ceux|celles|chacun\w*|jum\w+|futur\w*|nouve\w+|contre|au lieu)\b"
_SIZED = r"\b(?P<adj>haut|long|large|profond|lourd|épais|vaste|riche|fort)(?:e|ue|se)?s? (?:de |d')<d>(?P<size><Q>|<M>|<C>)"
_SIZED_CUE = heads(
    "haut haute hauts hautes long longue longs longues large larges profond profonde profonds profondes lourd lourde épais épaisse vaste vastes riche fort forte".split()
)
_HEAD_BEFORE = r"\b(?:le |la |l'|ce |cette |cet |son |sa |du |au )(?P<head>[^\W\d_]{3,})(?: [^,;:\ue000-\ue0ff]{0,30})?,? (?:(?:qui est|est|était|aussi) )?$"
_HEAD_AFTER = r"(?: [^,;:\ue000-\ue0ff]{0,25})?, (?:le |la |l'|ce |cette |cet )(?P<head>[^\W\d_]{3,})"


def read(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """The pairs of figures of one thing that differ."""
    yield from _done(skeleton)
    yield from _sized(skeleton)


def _done(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    for match in skeleton.find_by(_CUE, _DONE):
        later = skeleton.amount(match, "later")
        if pattern(_SOME_OF).search(skeleton.text, max(0, match.start() - 40), match.start()):
            continue
        stem = _stem(match["done"])
        low, start = max(0, match.start() - _NEAR), match.start()
        told = [
            (p, a)
            for p, a in skeleton.amounts_between(low, start)
            if alike(a, later)
            and pattern(rf"\b{re.escape(stem)}[^,;:{STOP}\ue000-\ue0fe]*$").search(
                skeleton.text, max(low, p - 45), p
            )
        ]
        if len(told) != 1 or len(stem) < 4:
            continue
        at, first = told[0]
        others = [a for p, a in skeleton.amounts_between(at + 1, match.start("later")) if alike(a, later)]
        if others or any(a.approximate or a.low is not None for a in (first, later)):
            continue
        if pattern(_APART).search(skeleton.text, skeleton.sentence(at)[0], match.end()):
            continue
        if not agree(first, later) and _near(first, later, _SLIP):
            yield first, later


def _stem(participle: str) -> str:
    """What a participle and the other forms of its verb begin with: « détourn » of « détournée »."""
    return re.sub(r"(?:ée?s?|ie?s?|ue?s?|ise?s?|te?s?)$", "", participle)


def _near(one: Amount, other: Amount, times: Decimal) -> bool:
    return near(one.value * (one.factor or 1), other.value * (other.factor or 1), times)


# ---------------------------------------------------------------- « haut de 92 mètres… l'ouvrage, haut de 129 mètres »


def _sized(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    found = [(m, head) for m in skeleton.find_by(_SIZED_CUE, _SIZED) if (head := _head(skeleton, m))]
    for n, (later, name) in enumerate(found):
        before = [
            (m, h) for m, h in found[:n] if m["adj"] == later["adj"] and 0 < later.start() - m.start() < _NEAR
        ]
        if not before:
            continue
        first, thing = before[-1]
        one, other = skeleton.amount(first, "size"), skeleton.amount(later, "size")
        if skeleton.sentence(first.start()) == skeleton.sentence(later.start()) or not alike(one, other):
            continue
        if not (name in GENERIC or name == thing or of_one_thing(name, thing)) or agree(one, other):
            continue
        low, end = skeleton.sentence(first.start())[0], skeleton.sentence(later.end())[1]
        known = content(skeleton.text[low : skeleton.sentence(first.start())[1]])
        if pattern(_APART).search(skeleton.text, low, end) or not _near(one, other, _FAR):
            continue
        owner = pattern(r"(?: d[eu] | de la | de l'| d')([^\W\d_]{3,})").match(
            skeleton.text, skeleton.text.rfind(name, low, later.start()) + len(name)
        )
        if owner is None or content(owner[1]) & known:
            yield one, other


def _head(skeleton: Skeleton, match: re.Match[str]) -> str:
    """The thing that an adjective measures: before it, or after the figure in apposition."""
    start, end = skeleton.sentence(match.start())
    after = pattern(_HEAD_AFTER).match(skeleton.text, match.end(), end)
    opening = pattern(r"[ «\"]*").fullmatch(skeleton.text, start, match.start())
    if opening and after:
        return after["head"]
    before = pattern(_HEAD_BEFORE).search(skeleton.text, max(start, match.start() - 60), match.start())
    return before["head"] if before else ""
