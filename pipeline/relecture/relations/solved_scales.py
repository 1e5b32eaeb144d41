"""A number told again with a zero more or less: « évalue à 1 082 le nombre de loups… au vu de ces 10 820 loups ».

What takes it up is a demonstrative, or three figures at least that are the same; the first may stand without its noun, which its sentence must hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import digits
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.slips import slip
from relecture.relations.twos import window

_POINTED = r"\b(?P<that>ces|ses|leurs|nos|cette|ce|les|des|aux|de) (?P<again><C>)"
_CUE = heads(("ces", "ses", "leurs", "nos", "cette", "ce", "les", "des", "aux", "de"))
_THAT = ("ces", "cette", "ce")
#: A rounder number is ten times another by chance.
_FEWEST, _POINTLESS = 2, 3


def read(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """The two numbers, the second at another power of ten, when none of the figures before is the same."""
    for match in skeleton.find_by(_CUE, _POINTED):
        again = skeleton.amount(match, "again")
        if again.low is not None or again.approximate or not again.sure or not again.noun:
            continue
        if len(digits(again.value).rstrip("0")) < (_FEWEST if match["that"] in _THAT else _POINTLESS):
            continue
        start, _ = window(skeleton, match.start(), back=2)
        before = [
            (p, a)
            for p, a in skeleton.amounts_between(start, match.start())
            if a.shape in (Shape.COUNT, Shape.BARE)
        ]
        if any(a.value == again.value for _, a in before):
            continue
        found = [
            (p, a) for p, a in before if slip(again.value, a.value) == "power" and a.sure and a.low is None
        ]
        if len(found) == 1:
            at, first = found[0]
            named = first.noun == again.noun or (
                first.shape is Shape.BARE
                and pattern(rf"\b{again.noun}s?\b").search(skeleton.text, *skeleton.sentence(at))
            )
            if named:
                yield first, again
