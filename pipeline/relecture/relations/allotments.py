"""Allotments: « Sur 35 sièges, la droite en conserve 21, la gauche en obtient neuf et le centre, cinq ».

Each part has its own subject before it, and « en » takes up the whole, which opens the sentence or closes the
one before. Whether they make it is for the check, which wants figures that nearly agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import OPEN
from relecture.relations.parts import partition
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import scaled_like
from relecture.types import Relation

#: Verbs of having a part.
_HAS = r"(?:conserv|gard|obt[ie]|pren|pris|remport|reçoi|reç|récupèr|récupér|détien|déten|raf|empoch|emport|décroch|hérit|accueill|abrit|héberg|possèd|revendiqu|recueill|attir|compt|vend|cultiv|occup|exploit|livr|expédi|aur|a\b|ont\b|avai|pai|pay|financ|absorb|régl|règl|support|assum|couvr|apport|vers|débours|prend)\w*"
_FIRST = rf"\ben (?:{_HAS})(?: en charge| [^\W\d]+)? ?<d>(?P<part><N>)"
_BETWEEN = r"(?: [^,;:()§]{0,30})?(?:,| et|, et) (?:[^;:()§]{0,60})".replace("§", STOP)
_ASIDE = rf"\b(?:{OPEN}|contre|au lieu|autres?|reste\w*|restant\w*|de plus|de moins|chacun\w*|autant|l'an (?:dernier|passé)|auparavant|puis|perd\w*|gagn\w*|sur)(?!\w)"
_MOST = 8


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The wholes of an article with the parts that each has of them."""
    done = -1
    for match in skeleton.find(_FIRST):
        if match.start() < done:
            continue
        start, end = skeleton.sentence(match.start())
        done = end
        found = skeleton.amounts_between(match.start("part"), end)
        whole = _whole(skeleton, start, match)
        if whole is None or not 2 <= len(found) <= _MOST or any(a.shape is not Shape.BARE for _, a in found):
            continue
        joined = all(pattern(_BETWEEN).fullmatch(skeleton.text, p + 1, q) for (p, _), (q, _) in pairwise(found))
        last = skeleton.text[found[-2][0] : found[-1][0]]
        closed = " et " in last or len(found) > 2
        if not joined or not closed or pattern(_ASIDE).search(skeleton.text, match.start(), end):
            continue
        parts = [scaled_like(a, whole).lent(whole) for _, a in found]
        if all(p.low is None and p.value < whole.value for p in parts):
            yield partition(skeleton.source(start, end), whole, parts, "gathered", explicit=False)


def _whole(skeleton: Skeleton, start: int, match: re.Match[str]) -> Amount | None:
    """The only count before the first part, in its sentence or else in the one before."""
    found = [a for _, a in skeleton.amounts_between(start, match.start())]
    if not found and start > 1:
        before, _ = skeleton.sentence(start - 2)
        found = [a for _, a in skeleton.amounts_between(before, start)]
    one = found[0] if len(found) == 1 else None
    return one if one and one.shape in (Shape.COUNT, Shape.MEASURE, Shape.MONEY) and one.low is None else None
