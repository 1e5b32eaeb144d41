"""What keeps a percentage from being the change of a pair: another subject, a third value, a value of its own."""

from __future__ import annotations

from relecture.relations.amounts import Shape
from relecture.relations.lexicon import FALL, RISE
from relecture.relations.pairs import Pair
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, pattern


def _gone_on(skeleton: Skeleton, pair: Pair, at: int) -> bool:
    """True when later values stand before the change at *at*: « de A à B, puis à C, devrait revenir à D, en recul de 12 % »."""
    return any(
        a.lent(pair.after).shape is pair.after.shape
        and a.span != pair.before.span
        and pattern(r"(?<!\w)(?:à|vers|contre) <d>$").search(skeleton.text, pair.end, p)
        for p, a in skeleton.amounts_between(pair.end, at)
    )


#: Brings in another subject with its own change: « et sa valeur a fondu de 78 % ».
_OF_ANOTHER = rf"; (?:les? |la |l'|sa |son |ses |leurs? )[^,;:]{{3,40}}, (?:lui|elle|eux|elles),|(?:,| et)? (?:et|mais|tandis que|alors que|quand|pendant que) (?:les? |la |l'|sa |son |ses |leurs? |celle |celui )(?!(?:{RISE}|{FALL}|écart|différence|variation|évolution))[^\W\d]"


def apart_from(skeleton: Skeleton, pair: Pair, at: int) -> bool:
    """True when the text turns to another subject, or goes on to a third value, between *pair* and the percentage."""
    if pattern(_OF_ANOTHER).search(skeleton.text, pair.end, at) or _gone_on(skeleton, pair, at):
        return True
    between = (a.lent(pair.after) for _, a in skeleton.amounts_between(pair.end, at))
    return (
        at <= skeleton.sentence(pair.end - 1)[1]
        and pair.form in ("dated", "from-to")
        and any(
            a.shape is pair.after.shape
            and same_scale(a, pair.after)
            and a.canonical == pair.after.canonical
            and a.shape is not Shape.PERCENT
            for a in between
        )
    )


#: What the value after it is not: the subject of the change, but another base, a rank, a record.
_BASE = r"(?:<P><h12> (?:de |en )?(?:plus|moins|mieux) qu[^;:§]{0,60}|\b(?:derrière|devant|loin d(?:e|es)|sous) (?:les? |la |son )?)<d>$".replace(
    "§", STOP
)


#: « fléchi de 3,2 %, à 1,72 million »: a change with the value that it leads to.
_LEADS_TO = r",? (?:à|pour atteindre) <d>(?P<to><X>)"


def of_its_own(skeleton: Skeleton, pair: Pair, at: int) -> bool:
    """True when the percentage at *at* leads to a value that is not one of *pair*."""
    to = pattern(_LEADS_TO).match(skeleton.text, at + 1)
    return to is not None and skeleton.amount(to, "to").span not in (pair.before.span, pair.after.span)


def set_against(skeleton: Skeleton, pair: Pair) -> bool:
    """True for a pair whose later value is itself a base: « 6,6 % de moins qu'en 2022 (726 000), et 19 % de moins qu'en 2010 (833 000) »."""
    after = next(
        (p for p, a in skeleton.amounts_between(pair.start, pair.end) if a.span == pair.after.span), None
    )
    if after is None:
        return False
    start, _ = skeleton.sentence(after)
    return pattern(_BASE).search(skeleton.text, start, after) is not None
