"""Multiples said of two values that no pattern pairs: « l'avion émet 240 kilos. Le train, cinq fois moins : 6 ».

The two values are the only comparable ones around the multiple. Which is the larger is left to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relecture.relations.amounts import Amount, Shape
from relecture.relations.contrast import PAST
from relecture.relations.lexicon import MULTIPLES, OTHER_SUBJECT
from relecture.relations.links import link, maybe
from relecture.relations.magnitude_words import of_another_kind
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import Placed, two, values
from relecture.types import Relation, RelationKind, Span

#: What may follow « trois fois plus »: the end of the clause, what is compared, a word that any value takes.
_FOLLOW = (
    r" ?(?:[,.;:)!?(§]|$)| (?:qu[e']|ch(?:er|ère)s?\b|élevée?s?\b|lourde?s?\b|important\w*|nombreu\w+|grande?s?\b|longue?s?\b|haute?s?\b"
    r"|puissant\w*|coûteu\w+|peuplé\w*|vite\b|rapid\w+)"
)
#: Subjects that take up the values of the sentence before.
_TAKEN_UP = r"\b(?:l'effectif|le nombre|le chiffre|le total|ce (?:chiffre|nombre|total|montant|tarif|prix)|cette somme)\b[^,;:]{0,30}$"
#: « On va quatre fois plus vite », of the two values of the sentence before.
_DRAWS = r"[ «\"']*(?:on (?:va|avance|construit|roule|travaille|gagne|paie|paye|produit)|c'est|soit|voilà|(?:cela|ça) (?:va|fait|coûte|représente))(?: donc| ainsi)? "
_NEXT = 90
_QUICK = r" (?:vite|rapid\w+)(?! qu[e'])"
#: « Deux fois plus grand que son voisin, le parc compte 40 hectares de prairies, 12 de marais »: the other has no value.
_OF_A_NEIGHBOUR = r"(?: [^\W\d]+){0,2} qu[e'][^,;:\ue000-\ue0ff]*,"
_AGAINST = r"\bcontre\b|;|\ue0ff|\b(?:quand|alors que|tandis que|lui|elle|celui|celle)\b"
_WHAT = r"(?: (?:vite|rapidement|[^\W\d]{4,12}))? qu[e']"
#: « trois fois son prix d'avant-guerre », « quatre fois le tarif normal ».
_OF_ITS_OWN = (
    r"(?:sa|son|ses|leurs?|la|le|l')(?: |(?<='))(?:prix|valeur|niveau|tarif|coût|montant|cours|poids|taille|effectif|volume|capital|loyer|salaire|budget"
    r"|population|production|consommation|surface|chiffre d'affaires|fréquentation)\b"
)
#: The other value is that of a time, which is not told.
_OF_A_TIME = r" (?:de |d'|du |des )(?:celui de |celle de |ceux de |ce que )?(?:<Y>|l'an|l'année|la saison|la veille|il y a|janvier|mai\b|juin|août)"
_MEASURED = (
    r"(?P<k><K>) (?:plus|moins|supérieure?s?|inférieure?s?)\b"
    rf"|(?P<k2><K>) {_OF_ITS_OWN}"
    r"|(?P<half><F>) moins\b|(?P<word>\b(?:le|du|au) (?:double|triple|quadruple|quintuple|décuple))\b"
)
#: « un rendement de quatre pour un », « un coefficient de performance de 4 ».
_YIELD = r"\b(?:rendement|ratio|rapport|coefficient|cop)\b<h30> (?:de |d')<d>(?P<k><N>)(?: pour (?:un|1)\b|(?= ?[,.;)§]|$))"
_MOVED = r"\b(?:multipli|divis)\w+ (?:quasiment |presque )?par <d>(?P<k><A>)"
#: A number that is itself a ratio.
_QUOTIENT = r"\b(?:rapport|ratio|facteur|coefficient)\b[^,;:§]{0,15}$".replace("§", STOP)
_WORDS = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "décuple": 10}
#: The comparison is of something else: a bound, an order, a wish.
_UNSAID = r"\b(?:jusqu'à|objectif|pourrait|pourraient|voudrait|si |en revanche|quant à|à population|à surface)\b|, (?:lui|elle|eux|elles),"


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple with its place; *moved* when a verb of change carries it, *factor* when it is a word."""

    at: int
    end: int
    times: Amount | None
    factor: int | None
    moved: bool
    #: What the two values before it make.
    drawn: bool = False
    #: Of what the thing was: « trois fois son prix d'avant ».
    own: bool = False


def read(skeleton: Skeleton, known: Iterable[Relation]) -> Iterator[Relation]:
    """The multiples that no relation of *known* has read, with the only two values they can speak of."""
    taken = [r for r in known if r.kind is RelationKind.RATIO]
    ids = {a.id for r in taken if (a := maybe(r, "times"))}
    triggers = [r.trigger for r in taken if r.trigger]
    for said in _multiples(skeleton):
        span = skeleton.source(said.at, said.end)
        if (said.times and said.times.id in ids) or any(t.overlaps(span) for t in triggers):
            continue
        pair = two(skeleton, said.at, *((said.times,) if said.times else ()))
        if (
            pair
            and _compared(skeleton, said, pair)
            and not of_another_kind(skeleton, said.at, said.end, pair[0][1].dimension)
        ):
            yield _relation(said, pair, span)
        elif pair is None and said.moved and (later := _explained(skeleton, said)):
            yield _relation(said, later, span)


#: « L'office en comptait 120 ; il en suit 60 »: the sentence goes on about the same things.
_GOES_ON = r"\b(?:en|y|il|elle|ils|elles)\b"


def _explained(skeleton: Skeleton, said: Multiple) -> tuple[Placed, Placed] | None:
    """The only two values of the next sentence, told apart by their times, where that of the multiple has none."""
    start, end = skeleton.sentence(said.at)
    besides = (said.times,) if said.times else ()
    if end + 1 >= len(skeleton.text) or any(
        a.unit or a.shape is Shape.BARE for _, a in values(skeleton, start, end, *besides)
    ):
        return None
    low, high = skeleton.sentence(end + 1)
    pair = two(skeleton, low + 1, back=0)
    if pair is None or len(values(skeleton, low, high)) != 2 or pair[0][1].value == pair[1][1].value:
        return None
    goes_on = pattern(_GOES_ON).search(skeleton.text, low, high)
    past, apart = (
        pattern(PAST).search(skeleton.text, low, high),
        pattern(_UNSAID).search(skeleton.text, low, high),
    )
    return pair if goes_on and past and not apart else None


def _relation(said: Multiple, pair: tuple[Placed, Placed], span: Span) -> Relation:
    (_, one), (_, other) = pair
    return link(
        RelationKind.RATIO,
        "compared",
        span,
        {"before": one, "after": other, "times": said.times},
        explicit=False,
        inverse=False,
        factor=said.factor,
        either=True,
    )


def _multiples(skeleton: Skeleton) -> Iterator[Multiple]:
    for match in skeleton.find(_MEASURED):
        after = skeleton.text[match.end() :][:60]
        if not (match["word"] or match["k2"]) and not pattern(_FOLLOW.replace("§", STOP)).match(after):
            continue
        if match["word"] and pattern(_OF_A_TIME).match(after):
            continue  # « le double de 2021 »
        half = skeleton.optional(match, "half")
        if half is not None and half.value * 2 != 1:
            continue
        factor = _WORDS[match["word"].split()[-1]] if match["word"] else 2 if half else None
        times = skeleton.optional(match, "k") or skeleton.optional(match, "k2")
        yield Multiple(match.start(), match.end(), times, factor, moved=False, own=bool(match["k2"]))
    for match in skeleton.find(_YIELD.replace("§", STOP)):
        yield Multiple(match.start(), match.end(), skeleton.amount(match, "k"), None, moved=False, drawn=True)
    for match in skeleton.find(_MOVED):
        yield Multiple(match.start(), match.end(), skeleton.amount(match, "k"), None, moved=True)
    for word, value in MULTIPLES:
        for match in skeleton.find(
            rf"(?<![\w-])(?:(?:a|ont|avait|avaient|fait) |(?:vu|voi\w+) (?:[^\W\d]+[ ']){{1,4}})(?:presque |plus que )?(?:{word})(?!\w)"
        ):
            yield Multiple(match.start(), match.end(), None, value, moved=True)


def _compared(skeleton: Skeleton, said: Multiple, pair: tuple[Placed, Placed]) -> bool:
    """True when the words let the multiple speak of *pair*."""
    (p, one), (q, other) = pair
    text = skeleton.text
    start, end = skeleton.sentence(said.at)
    low, high = min(p, said.at), max(q, said.end)
    taken_up = said.moved and pattern(_TAKEN_UP).search(text, max(start, said.at - 45), said.at)
    if said.drawn and not (q < said.at and text.count(STOP, q, said.at) < 2):
        return False
    takes_up = (
        q < said.at and text.count(STOP, q, said.at) == 1 and pattern(_DRAWS).fullmatch(text, start, said.at)
    )
    beside = (
        said.drawn or takes_up or start <= p < end or start <= q < end or (taken_up and said.at - q <= _NEXT)
    )
    if pattern(_QUOTIENT).search(text[max(start, p - 30) : p]) or pattern(_QUOTIENT).search(
        text[max(0, q - 30) : q]
    ):
        return False
    named = one.shape is not Shape.BARE or said.moved
    if not beside or not named or one.value == other.value:
        return False
    if pattern(_QUICK).match(text, said.end) and one.shape is not Shape.DURATION:
        return False
    if pattern(_UNSAID).search(text, low, high) or OTHER_SUBJECT in text[said.end : max(p, said.end)]:
        return False
    if said.own and ";" in text[low:high]:
        return False
    if said.moved or said.own:
        return _told_apart(skeleton, p, q)
    if pattern(_WHAT).match(text, said.end):  # « trois fois plus que les autres »: the other value comes after
        return q > said.at and not (
            pattern(_OF_A_NEIGHBOUR).match(skeleton.text, said.end)
            and not pattern(_AGAINST).search(skeleton.text, said.end, q)
        )
    return True


#: What says that the other of two values is of another time.
_NOW = r"\b(?:désormais|aujourd'hui|maintenant|à présent)\b"


def _told_apart(skeleton: Skeleton, p: int, q: int) -> bool:
    """A multiple of change wants one of the two values in the past."""
    start, _ = skeleton.sentence(p)
    _, end = skeleton.sentence(q)
    dated = any(a.shape is Shape.DATE for _, a in skeleton.amounts_between(start, end))
    return dated or any(pattern(words).search(skeleton.text, start, end) for words in (PAST, _NOW))
