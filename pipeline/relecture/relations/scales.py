"""The same digits in millions, then in milliards, of a sum that the next sentence goes on about: « 86 millions… Rembourser 86 milliards »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import digits, likeness
from relecture.relations.mentions import SCALED, Place
from relecture.relations.skeleton import Skeleton, pattern

#: What the second sum is of, when it is another's.
_APART = (
    r"\b(?:contre|autres?|fois|mais|tandis|alors que|au lieu|chiffre d'affaires|bénéfices?|pertes?|pib|budget|total|ensemble|mondial\w*|pays|europe\w*|état|marché|valoris\w+|capitalis\w+"
    r"|voisin\w*|concurren\w*|rival\w*|dont|plus|moins|secteur|filière|cumul\w*)\b"
)
#: What is to be done with a sum that the reader knows: the first words of the sentence.
_DONE_WITH = r"^ *[«\"]? ?(?:pour |de quoi |et |mais )?(?!premier|dernier|hier)[^\W\d_]+(?:er|ir|re) <d>$"


def read(skeleton: Skeleton, places: Sequence[Place]) -> Iterator[tuple[Amount, Amount]]:
    """Each sum given at another scale in the next sentence, when no third sum is near."""
    sums = [p for p in places if p.amount.shape in (Shape.MONEY, Shape.BARE) and p.amount.value >= SCALED]
    for n, later in enumerate(sums[1:], 1):
        first = sums[n - 1]
        start, end = skeleton.sentence(later.at)
        low, high = skeleton.sentence(first.at)
        if not high <= start <= high + 2 or sum(low <= p.at < end for p in sums) != 2:
            continue
        one, other = first.amount, later.amount.lent(first.amount)
        if one.shape is not Shape.MONEY or likeness(one, other) != "power":
            continue
        if len(digits(one.value).strip("0")) < 2 or one.approximate or other.approximate:
            continue
        if not pattern(_DONE_WITH).search(skeleton.text[start : later.at]):
            continue
        if first.part or later.part or pattern(_APART).search(skeleton.text, low, end):
            continue
        yield one, other
