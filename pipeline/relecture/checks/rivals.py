"""Another figure nearby that makes a relation hold: those that were compared are then not the ones meant.

« moitié moins qu'en 2020, avec 11,2 kilos » compares the harvest of the sentence before; « huit points en trois
mènes : 3, 4 puis 1 » adds up to the points. An error that a neighbour explains so well is the reader's, not the
writer's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from relecture.checks.prose import sentences
from relecture.relations.amounts import Amount, Shape
from relecture.relations.operands import operands as amounts_of
from relecture.relations.twos import scaled_like
from relecture.types import Article

#: Sentences before the first operand where the one meant may stand, and after the last.
_BACK, _ON = 2, 1


def rivals(article: Article, compared: Sequence[Amount], *, around: bool = True) -> Iterator[Amount]:
    """The other amounts of the sentences of *compared*, and of those *around* them, dates left out."""
    cut = sentences(article.text.prose)
    first = bisect_right(cut, min(a.span.start for a in compared), key=lambda s: s.start) - 1
    last = bisect_right(cut, max(a.span.start for a in compared), key=lambda s: s.start) - 1
    around = around or first != last
    low = cut[max(0, first - _BACK * around)].start
    high = cut[min(len(cut) - 1, last + _ON * around)].end
    spans = {a.span for a in compared}
    listed = amounts_of(article)
    first, last = (bisect_left(listed, at, key=lambda told: told[0].span.start) for at in (low, high))
    for amount, _ in listed[first:last]:
        if amount.shape is not Shape.DATE and not any(map(amount.span.overlaps, spans)):
            yield amount


def rivalled(
    article: Article, compared: Sequence[Amount], holds: Callable[..., bool], *, around: bool = True
) -> bool:
    """True when *holds*, which takes as many amounts as were *compared*, is true with a rival for one of them."""
    found = list(rivals(article, compared, around=around))
    for n, own in enumerate(compared):
        for rival in found:
            like = alike(rival, own)
            if like is not None and holds(*compared[:n], like, *compared[n + 1 :]):
                return True
    return False


def alike(rival: Amount, own: Amount) -> Amount | None:
    """*rival* as *own* is written (its unit and scale lent); ``None`` when it measures something else."""
    like = scaled_like(rival, own).lent(own)
    same = like.shape is own.shape and like.dimension == own.dimension
    return like if same and (like.value, like.canonical) != (own.value, own.canonical) else None
