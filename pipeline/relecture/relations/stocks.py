"""What there was, what came and went, what there is: « 240 salariés… Après 85 départs et 32 embauches, il en reste 187 ».

The stock that is left is the sum of the first and of what came, less what went; so is a toll that a new count
raises (« deux corps de plus, ce qui porte à 17 le nombre de morts »). Three or four counts, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.twos import Placed, unnamed, window
from relecture.types import Relation, RelationKind

#: What comes and what goes, as the noun of a count or the words after it.
_CAME = (
    r"(?:naissances?|embauches?|recrutements?|recrues|arrivées?|entrées?|créations?|ouvertures?|adhésions?|inscriptions?|nouve\w+|acquisitions?|achats?"
    r"|installations?|promotions?|renforts?|livraisons?|mises en service)"
)
_WENT = (
    r"(?:départs?|licenciements?|démissions?|décès|suppressions?|fermetures?|radiations?|sorties?|désistements?|abandons?|retraits?|démolitions?|ventes?"
    r"|cessions?|disparitions?|forfaits?|éliminations?)"
)
#: « Après 85 départs… », « Avec les six qu'il vient de commander… »: what changes the stock.
_OPENS = r"\b(?:après|avec|compte tenu (?:de|des|d')|malgré|à la suite (?:de|des|d')|une fois|moins|du fait (?:de|des|d'))"
_CUE = heads(("après", "avec", "compte", "malgré", "suite", "moins", "fait"))
#: Before what there is in the end.
_LEFT = r"\b(?:en|il|elle|ils|elles|compt\w+|emploi\w+|rest\w+|désormais|align\w+|exploit\w+|pass\w+ à|tomb\w+ à|mont\w+ à|ser\w+|réuni\w+)(?: [^\W\d]+){0,3} ?<d>$"
_BEFORE = r"\b(?:compt|employ|align|exploit|regroup|rassembl|recens|dénombr|scolaris|accueill|possèd|avai|étaient|était|détena|gér)\w*[^;:]{0,25}<d>$"
#: « qu'il vient de commander », « supplémentaires »: what a stock is to gain.
_NEW = r"(?:<h12>\bqu[ei']<h12>\bvien\w+ d[e']|<h25>\b(?:supplémentaires?|command\w+|nouve\w+|attendue?s?|achetée?s?|acquis\w*|de plus|en plus))"
_PORTED = r"\bport(?:e|ent|ant|ait|aient|era|eront|é) (?:ainsi |donc |désormais )?(?:à <d>(?P<a><C>|<N>)|(?:le (?:bilan|nombre|total|compte|parc|chiffre)|la (?:flotte|facture|liste|collection|somme)|l'effectif|son (?:effectif|total|parc)|sa flotte)<h30> à <d>(?P<b><C>|<N>))"
_TOLL = heads(("porte", "portent", "portant", "portait", "portera", "porteront", "porté"))
_EARLIER = r"\b(?:précédent\w*|dernier|auparavant|jusqu'(?:ici|alors|à présent)|la veille|hier|déjà|contre|avant|étaient|était|faisait|comptait|initial\w*|premier|provisoire)\b"
_ASIDE = r"\b(?:dont|parmi|sur|environ|objectif|par (?:an|mois|jour|semaine)|chacun\w*|en moyenne|au moins|rempla\w+|succéd\w+|(?<!sans en )retir\w+)\b"
#: Who is hurt is not who is dead.
_HURT = r"\b(?:bless|hospitalis|intoxiqu|dispar|malad)"
_YEAR = 4


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The stocks of an article with the one they come from and what was added or taken away."""
    for match in skeleton.find_by(_CUE, rf"{_OPENS} ?<d>(?P<flow><C>)"):
        yield from _after_flows(skeleton, match.start("flow"))
    for match in skeleton.find_by(_TOLL, _PORTED):
        yield from _toll(skeleton, match.start("a" if match["a"] else "b"))


def _counts(skeleton: Skeleton, start: int, end: int) -> list[Placed]:
    return [
        (p, a)
        for p, a in skeleton.amounts_between(start, end)
        if a.shape in (Shape.COUNT, Shape.BARE) and a.low is None
    ]


def _flow(skeleton: Skeleton, at: int) -> int:
    """+1 for what came, -1 for what went, 0 for anything else."""
    amount = skeleton.marks[at]
    words = f"{amount.noun or ''} {amount.quantity.text if amount.quantity else ''} {skeleton.text[at + 1 : at + 14]}"
    if pattern(rf"\b{_WENT}(?!\w)").search(words.lower()):
        return -1
    if pattern(rf"\b{_CAME}(?!\w)").search(words.lower()) or pattern(_NEW).match(skeleton.text, at + 1):
        return 1
    return 0


def _after_flows(skeleton: Skeleton, at: int) -> Iterator[Relation]:
    start, end = skeleton.sentence(at)
    for back in (0, 1):
        low, _ = window(skeleton, at, back=back)
        found = _counts(skeleton, low, end)
        flows = [(p, s) for p, _ in found if p >= at and (s := _flow(skeleton, p))]
        rest = [(p, a) for p, a in found if p not in {q for q, _ in flows}]
        if len(rest) > 2 or not 1 <= len(flows) <= 2:
            return
        if len(rest) == 2 and rest[1][0] > flows[-1][0]:
            break
    else:
        return
    (p, first), (q, last) = rest
    text = skeleton.text
    said = pattern(_BEFORE).search(text, max(low, p - 50), p) or p > flows[-1][0]
    if (
        not said
        or not pattern(_LEFT).search(text, max(start, q - 50), q)
        or pattern(_ASIDE).search(text, low, end)
    ):
        return
    if any(a.shape is Shape.DATE and len(a.span) == _YEAR for _, a in skeleton.amounts_between(low, q)):
        return  # « 80 adhérents en 2010 »: what came and went since is not told
    signed = [(skeleton.marks[f], sign) for f, sign in flows]
    yield from _relation(skeleton, first, last, signed, at)


def _toll(skeleton: Skeleton, at: int) -> Iterator[Relation]:
    """« ce qui porte à T le nombre de morts », a new count before it and the last toll told around."""
    start, end = skeleton.sentence(at)
    last = skeleton.marks[at]
    added = [(p, a) for p, a in _counts(skeleton, start, at)]
    low, _ = window(skeleton, at, back=1)
    high = skeleton.sentence(end + 1)[1] if end + 1 < len(skeleton.text) else end
    found = [(p, a) for p, a in _counts(skeleton, low, high) if p != at and (p, a) not in added]
    if len(added) == 2 and not found:
        found, added = added[:1], added[1:]
    if len(added) != 1 or len(found) != 1 or pattern(_ASIDE).search(skeleton.text, low, high):
        return
    ((p, first),) = found
    if _hurt(last, skeleton.text[at + 1 : at + 45]) != _hurt(first, skeleton.text[p + 1 : p + 20]):
        return
    begin, stop = skeleton.sentence(p)
    if first.value < last.value and pattern(_EARLIER).search(skeleton.text, begin, stop):
        yield from _relation(skeleton, first, last, [(added[0][1], 1)], at)


def _hurt(amount: Amount, after: str) -> bool:
    return pattern(_HURT).search(f"{amount.noun or ''} {after}") is not None


def _relation(
    skeleton: Skeleton, first: Amount, last: Amount, flows: list[tuple[Amount, int]], at: int
) -> Iterator[Relation]:
    lender = first if first.shape is Shape.COUNT else last
    begun, left = unnamed(first).lent(lender), unnamed(last).lent(lender)
    same = (first.noun or "").rstrip("s") == (last.noun or "").rstrip("s")
    if not (same or Shape.BARE in (unnamed(first).shape, unnamed(last).shape)):
        return
    parts = [begun, *(replace(a, shape=left.shape, noun=left.noun, value=sign * a.value) for a, sign in flows)]
    if all(a.value < begun.value for a, _ in flows):
        yield link(
            RelationKind.PARTITION,
            "tallied",
            skeleton.source(at, at + 1),
            {"whole": left, "parts": tuple(parts)},
            explicit=False,
        )
