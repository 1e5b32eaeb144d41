"""A part, a whole and a percentage of their sentences, whatever the words between: « 212 reçus pour 240 candidats, l'établissement affiche un taux de 98 % ».

The two amounts are the only comparable ones around the percentage, and a word says that it is a share. That it is
the share of the one in the other no pattern tells: the three are only worth judging where the percentage differs from
the division as a slip of the pen does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link, playing
from relecture.relations.shares import rated
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.twos import Placed, few_in_words, scaled_like, unnamed, values, window
from relecture.types import Relation, RelationKind

#: What says that a percentage is a share, in its sentence.
_SHARED = (
    r"\b(?:soit|taux|part|proportion|pourcentage|total|ensemble|représent\w+|p[eè]s\w+|constitu\w+|à peine|parmi|d'entre|score|suffrages?|voix|remplissage|occupation"
    r"|participation|réussite|concentr\w+|fourni\w+|couvr\w+|absorb\w+|captur?\w+|accapar\w+|équiva\w+|correspond\w+|autrement dit|c'est-à-dire)(?!\w)|<S> (?:(?:des?|du|de la|d'|en) |<X>)"
)
#: A change, a price of money, another time or another thing: the percentage is of something that is not told.
_OTHERWISE = (
    r"\b(?:contre|au lieu|hausse|baisse|augment\w+|diminu\w+|recul\w*|progress\w+|gagn\w+|perd\w*|bond\w*|chut\w*|croissance|inflation|intérêts?|rendement|remise|rabais|ristourne|marge|tva|taxe|impôts?|taux de change"
    r"|chômage|probabilité|risque|écart|retard|avance|supérieur\w*|inférieur\w*|de plus|de moins|auparavant|objectif|seuil|moyenne|capital|subvention\w*|financ\w+|au-dessus|en dessous|(?<!année )(?<!saison )(?<!l'an )passe\w*|(?<!année )(?<!saison )(?<!l'an )passée?s?|ralenti\w*|grimp\w+|tomb\w+"
    r"|efficacité|humidité|pente|alcool|réduction|économi\w+|allég\w+|multipli\w+|divis\w+|avant|après|fois|par (?:an|mois|jour|semaine|personne|habitant|tête)|d'ici|restant\w*|autres?"
    r"|nation\w+|mondia\w+|européen\w*|région\w+|départementa\w+|génér\w+|légal\w*|étranger)(?!\w)|\bdont <d>(?=<A>)|<S> d'entre "
)
_SIZED = (Shape.COUNT, Shape.MEASURE, Shape.MONEY, Shape.BARE)


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """Each percentage that *found_before* leaves alone, with the only two amounts that it may be the share of."""
    percents = [p for p in skeleton.positions if skeleton.marks[p].shape is Shape.PERCENT]
    if not percents:
        return
    taken = playing(found_before, "share", "change", "stated")
    for at in percents:
        share = skeleton.marks[at]
        if share.id in taken or share.low is not None or not share.sure:
            continue
        if rated(skeleton, at) or not 0 < share.value < 100:
            continue
        for back in (0, 1):
            start, end = window(skeleton, at, back=back)
            two = _two(skeleton, start, end, share)
            if two is None or (back and len(values(skeleton, *window(skeleton, at, back=0), share)) == 1):
                continue  # one of the two beside the percentage: it is its whole, or its part
            if pattern(_SHARED).search(skeleton.text, start, end) and not pattern(_OTHERWISE).search(
                skeleton.text, start, end
            ):
                part, whole = sorted(two, key=lambda a: a.value)
                yield link(
                    RelationKind.SHARE,
                    "apart",
                    skeleton.source(start, end),
                    {"part": part, "whole": whole, "share": share},
                    explicit=False,
                )
            break


def _two(skeleton: Skeleton, start: int, end: int, share: Amount) -> tuple[Amount, Amount] | None:
    """The only two amounts of a stretch besides *share*, of one kind and as unlike as a part and its whole."""
    found = [(p, a) for p, a in values(skeleton, start, end, share) if not _scene(a)]
    percents = sum(a.shape is Shape.PERCENT for _, a in skeleton.amounts_between(start, end))
    if len(found) != 2 or percents != 1 or any(a.shape not in _SIZED for _, a in found):
        return None
    one, other = (a for _, a in _lent(found))
    if one.shape is not other.shape or one.dimension != other.dimension or one.value == other.value:
        return None
    return (one, other) if one.shape is not Shape.BARE and one.sure and other.sure else None


def _lent(found: list[Placed]) -> list[Placed]:
    (p, one), (q, other) = ((p, unnamed(a)) for p, a in found)
    return [(p, scaled_like(one, other).lent(other)), (q, scaled_like(other, one).lent(one))]


def _scene(amount: Amount) -> bool:
    """True for « les deux communes », a duration: of what, or when, the others are told."""
    return amount.shape is Shape.DURATION or (
        amount.shape in (Shape.COUNT, Shape.BARE) and few_in_words(amount)
    )
