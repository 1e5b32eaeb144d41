"""A list of parts and a larger amount of their sentence, whatever the words between: « Avec A x, B y et C z, … T en tout genre ».

No word says that the parts make the amount: the relation is only worth judging where the two differ as a slip of the
pen makes them differ, a figure for another, two figures swapped. A list and an amount that have nothing to do with
each other do not look alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import role, several
from relecture.relations.parts import addable, inner_parts, partition
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.slips import near
from relecture.relations.twos import clock, few_in_words, scaled_like, unpriced, when, window
from relecture.types import Relation

#: What comes just before a part after the first: « 48 policiers, 32 gendarmes et 6 douaniers ».
_THEN = r"(?:,|;| et|, et| puis| ainsi que) (?:[^,;:]{0,40} )?\(?<d>$"
#: What comes next is made of what precedes: « 3,15 pour 2,05, soit un gain de 1,5 ».
_MADE = r"\b(?:soit|gain|rapport|facteur|taux|moyenne)\b"
#: A sentence that sets amounts side by side, in time or otherwise, lists no parts.
_ASIDE = (
    r"\b(?:contre|au lieu|auparavant|l'an (?:dernier|passé)|l'année (?:dernière|précédente)|en (?:19|20)\d\d|de plus que|de moins que|record|objectif|moyenne|"
    r"(?:plus|moins) (?:de |d'|que |qu'|<A>)|(?:plus|moins) [^\W\d]+ (?:que|qu'(?!à l'accoutumée|à l'ordinaire|autrefois|avant))|supérieur\w*|inférieur\w*|devant|derrière|selon les|entre|jusqu'à|à partir|chacun\w*|par (?:personne|an|mois|jour|semaine|habitant))(?!\w)"
)
#: A sum this many times its whole, or less, may be it badly copied.
_ABOUT = Decimal("1.25")
#: Characters between two parts at most, and parts at most.
_GAP, _MOST = 60, 8
_SUMMED = (Shape.COUNT, Shape.BARE, Shape.MONEY, Shape.MEASURE)


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """Every list of a sentence with the only amount of it that may be its total, the largest."""
    yield from _remainders(skeleton)
    for start, end in skeleton.sentences():
        found = _told(skeleton, start, end)
        if (
            len(found) < 3
            or len(found) > _MOST
            or any(a.shape not in _SUMMED or a.low is not None for _, a in found)
        ):
            continue
        at = max(range(len(found)), key=lambda n: found[n][1].value)
        spread = _spread(skeleton, start, end, found)
        if spread is not None:
            yield spread
            if near(
                sum((p.value for p in several(spread, "parts")), Decimal(0)),
                role(spread, "whole").value,
                _ABOUT,
            ):
                continue
        if at not in (0, len(found) - 1) or pattern(_ASIDE).search(skeleton.text, start, end):
            continue
        whole, rest = found[at][1], found[1:] if at == 0 else found[:-1]
        parts = [scaled_like(unpriced(a, whole), whole).lent(whole) for _, a in rest]
        if all(addable(p, whole) and p.value < whole.value for p in parts) and all(
            _goes_on(skeleton, one, other) for (one, _), (other, _) in pairwise(rest)
        ):
            yield partition(skeleton.source(start, end), whole, parts, "enumerated", explicit=False)


def _told(skeleton: Skeleton, start: int, end: int) -> list[tuple[int, Amount]]:
    """The amounts of a stretch but for those beside the matter, and the parts of parts."""
    found = [(p, a) for p, a in skeleton.amounts_between(start, end) if not _beside(skeleton, p, a)]
    inner = {m.start("inner") for m in inner_parts(skeleton, start, end)} if len(found) > 3 else ()
    return [(p, a) for p, a in found if p not in inner]


#: Another list, of other times or things, and a list that is not whole.
_PARTIAL = r"\b(?:notamment|dont|parmi|plus de|par exemple|surtout|précédent\w*|suivant\w*|voisin\w*|comme|les autres|le reste|encore|restant\w*|autant|aussi|puis|supplémentaires?)\b|…|\b(?:en|depuis) <Y>"


def _spread(skeleton: Skeleton, start: int, end: int, listed: list[tuple[int, Amount]]) -> Relation | None:
    """« La rocade en a pris 640, l'avenue 485 et le rond-point 330 »: the parts of the only amount of the sentence before."""
    if start < 2 or pattern(_ASIDE).search(skeleton.text, start, end):
        return None
    before, _ = skeleton.sentence(start - 2)
    wholes = [
        a
        for p, a in skeleton.amounts_between(before, start)
        if not _beside(skeleton, p, a) and a.shape in _SUMMED and a.shape is not Shape.BARE
    ]
    if len(wholes) != 1 or wholes[0].low is not None:
        return None
    (whole,) = wholes
    parts = [scaled_like(unpriced(a, whole), whole).lent(whole) for _, a in listed]
    if (
        all(addable(p, whole) and p.value < whole.value and p.shape is whole.shape for p in parts)
        and all(a.shape is not Shape.COUNT or _counts(a, whole) for _, a in listed)
        and not pattern(_ASIDE).search(skeleton.text, before, start)
        and not pattern(_PARTIAL).search(skeleton.text, before, end)
    ):
        return partition(skeleton.source(start, end), whole, parts, "spread", explicit=False)
    return None


def _counts(amount: Amount, whole: Amount) -> bool:
    """True for a count of what *whole* counts, or that money or measure lends its unit to."""
    return (
        whole.shape is not Shape.COUNT
        or unpriced(amount, whole).shape is Shape.BARE
        or amount.noun == whole.noun
    )


#: What is left of a whole, or still to come: « dispose donc encore de », « il reste », « le solde ».
_LEFT = r"\b(?:encore|rest(?:e|ent|ait|era|ant)|solde|manqu\w+)\b"
_LEFT_CUE = heads(("encore", "reste", "restent", "restait", "restera", "restant", "solde", "manque"))
#: A whole that grew, or that is told with another.
_MOVED = r"\b(?:contre|au lieu|auparavant|l'an (?:dernier|passé)|supplémentaires?|de plus|dont|chacun\w*|par (?:personne|an|mois|jour|habitant)|plus que|objectif)(?!\w)"


def _remainders(skeleton: Skeleton) -> Iterator[Relation]:
    """« De l'enveloppe de 7,4 millions, 4,9 sont dépensés. Le département dispose donc encore de 2,5 »: the only three amounts.

    The whole comes first, what is left last, where its sentence says that it is.
    """
    for match in skeleton.find_by(_LEFT_CUE, _LEFT):
        for back in (0, 1):
            start, end = window(skeleton, match.start(), back=back)
            found = [(p, a) for p, a in skeleton.amounts_between(start, end) if not _beside(skeleton, p, a)]
            if len(found) < 3:
                continue
            whole, *parts = (a for _, a in found)
            parts = [scaled_like(unpriced(a, whole), whole).lent(whole) for a in parts]
            if (
                len(found) == 3
                and found[-1][0] > skeleton.sentence(match.start())[0]
                and whole.shape in _SUMMED
                and all(addable(p, whole) and p.value < whole.value and p.shape is whole.shape for p in parts)
                and not pattern(_MOVED).search(skeleton.text, start, end)
            ):
                yield partition(skeleton.source(start, end), whole, parts, "left", explicit=False)
            break


def _beside(skeleton: Skeleton, at: int, amount: Amount) -> bool:
    """True for an amount that says when, or of what, the others are told: a date, « en deux ans », « les deux communes »."""
    if (
        amount.shape is Shape.DATE
        or (amount.shape is Shape.DURATION and when(skeleton, at))
        or clock(skeleton, at)
    ):
        return True
    return amount.shape is Shape.COUNT and few_in_words(amount)


def _goes_on(skeleton: Skeleton, one: int, other: int) -> bool:
    """True when the amount at *other* is coordinated with the one at *one*, or stands in brackets as it does."""
    if pattern(_MADE).search(skeleton.text, one + 1, other):
        return False
    return other - one <= _GAP and pattern(_THEN).search(skeleton.text, one + 1, other) is not None
