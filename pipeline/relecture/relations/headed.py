"""The headline over a pair of values: « Fréquentation en hausse de 40 % ⏎ Le musée a reçu 57 000 visiteurs… »."""

from __future__ import annotations

from relecture.relations.amounts import Shape
from relecture.relations.likeness import content
from relecture.relations.pairs import Pair
from relecture.relations.skeleton import STOP, Skeleton, pattern

#: What a headline may hold beside the change: when, over how long.
_WHEN = (Shape.DATE, Shape.DURATION)
_CHANGES = (Shape.PERCENT, Shape.TIMES, Shape.FRACTION)
#: « en a enregistré 2 250 », « en recevait 450 »: the thing is the headline's.
_TAKES_UP = r"\ben (?:[^\W\d]+ ){1,3}(?:que )?<d>$"
#: Names of an attendance, and who makes it.
_ATTENDED = r"\b(?:fréquentation|affluence|entrées|public)\b"
_ATTENDERS = frozenset(
    "visiteur spectateur entrée festivalier client voyageur personne passager billet".split()
)
#: All of a kind, of which the sentence may tell one.
_MANY = r"\b(?:dans les|des|chez les|aux)\b"
#: Another subject than the headline's.
_OTHER = r"\b(?:de son côté|quant à|en revanche|par ailleurs|moyen(?:ne)?s?|dont|objectif|prévision)\b"
_LONGEST = 120


def headline(skeleton: Skeleton, start: int, pair: Pair) -> int | None:
    """Where the headline over the sentence at *start* begins, when it can tell the change of *pair*; ``None`` otherwise."""
    if start < 2 or start > _LONGEST or skeleton.text.find(STOP) != start - 1:
        return None
    above = skeleton.amounts_between(0, start)
    told = [a for _, a in above if a.shape not in _WHEN]
    if len(told) > 1 or any(a.shape not in _CHANGES for a in told):
        return None
    end = skeleton.sentence(pair.end - 1)[1]
    own = {pair.before.span.start, pair.after.span.start}
    within = [a for _, a in skeleton.amounts_between(start, end) if a.span.start not in own]
    if any(a.shape not in _WHEN for a in within) or pattern(_OTHER).search(skeleton.text, start, end):
        return None
    return 0 if _one_thing(skeleton, start, end, pair) else None


def _one_thing(skeleton: Skeleton, start: int, end: int, pair: Pair) -> bool:
    """True when the sentence counts what the headline names."""
    title = skeleton.text[:start]
    if {(a.noun or "").lower().rstrip("s") for a in (pair.before, pair.after)} & _ATTENDERS:
        return pattern(_ATTENDED).search(title) is not None and not pattern(_MANY).search(title)
    nouns = content(" ".join(a.noun or "" for a in (pair.before, pair.after)))
    if nouns:
        return bool(nouns & content(title))
    taken = any(
        pattern(_TAKES_UP).search(skeleton.text, max(start, p - 30), p)
        for p, a in skeleton.amounts_between(start, end)
        if a.span in (pair.before.span, pair.after.span)
    )
    return taken and pair.before.unit is None
