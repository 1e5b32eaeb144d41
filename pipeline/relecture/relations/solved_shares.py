"""A percentage or a fraction, the largest amount around it and the only one that is so great a part of it but for a slip.

« 539 térawattheures produits, 89 exportés… Les réacteurs ont fourni 361,7 TWh, c'est-à-dire 76,1 % du courant »: other
figures stand around, so that no place says which two are meant. The part and its whole are sought among those of one
kind: the whole is the largest, the part the one that gives the percentage with a figure changed or two swapped. A
fraction that is said of its whole (« la moitié des 74 ») wants the only other amount of the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import form, link, playing
from relecture.relations.shares import rated
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.slips import miswritten, one_figure_off
from relecture.relations.twos import scaled_like, unnamed, values, window
from relecture.types import Relation, RelationKind

#: What says that a percentage is a share, next to it.
_SHARED = (
    r"\b(?:soit|part|proportion|ensemble|(?:cela|ça|ce qui) (?:fait|donne)|rapport\w+|équivalent|représent\w+|constitu\w+|à peine|parmi|d'entre|fourni\w+|couvr\w+|couver\w+|absorb\w+|autrement dit|c'est-à-dire|équiva\w+|participation|occup\w+|concern\w+|déplac\w+|vot\w+)(?!\w)"
    r"|<S> (?:(?:des?|du|de la|d'|de l'|en) )"
)
#: A change, another whole, another time.
_OTHERWISE = (
    r"\b(?:contre|au lieu|hausse|baisse|augment\w+|diminu\w+|recul\w*|progress\w+|gagn\w+|perd\w*|bond\w*|chut\w*|croissance|inflation|intérêts?|rendement|remise|rabais|ristourne|marge|tva|taxe|impôts?"
    r"|chômage|probabilité|risque|écart|retard|avance|supérieur\w*|inférieur\w*|de plus|de moins|objectif|seuil|moyenne|capital|réduction|économi\w+|allég\w+|grimp\w+|tomb\w+|fois|d'ici|voix|suffrages?|exprimés"
    r"|il y a|au tour|premier tour|second tour)(?!\w)|\bdont <d>(?=<A>)"
)
#: Those who vote, and what they cast.
_VOTING = r"(?:inscrit|électeur|votant|bulletin|suffrage|voix)"
_SIZED = (Shape.COUNT, Shape.MEASURE, Shape.MONEY)
#: A part that the percentage can be meant of is within this many times of it.
_NEAR = Decimal(2)
_MOST = 7
#: « 18 % du chiffre d'affaires, soit 8,3 millions », « 8,3 millions (18 %) »: what the percentage comes to.
_COMES_TO = r"[^,;\ue000-\ue0ff]{0,45}(?:,? (?:soit|c'est-à-dire) | ?\()<d>(?P<part><X>)"
_COME_FROM = r"(?P<part><X>)(?: [^\W\d]+){0,3}(?:,? (?:soit|c'est-à-dire) | ?\((?:soit )?)<d>$"
#: « la moitié des 74 térawattheures », « moins du tiers des 3 206 inscrits ».
_OF_WHOLE = r"(?P<share><F>) (?:des|du|de ces|de ses|de leurs|d'entre les|de la|de l'|de) <d>(?P<whole><X>)"
_AMONG_THEM = r"(?P<share><F>) d'entre (?:eux|elles)"
#: « un salarié sur cinq, soit 350 personnes sur les 2 800 ».
_OUT_OF = r"(?P<share><F>)<g60>, (?:soit|c'est-à-dire|autrement dit) <d>(?P<part><X>)<h25> (?:sur|parmi) <d>(?P<whole><X>)"


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """The shares that *found_before* leaves alone, with their part and their whole."""
    said = [p for p in skeleton.positions if skeleton.marks[p].shape in (Shape.PERCENT, Shape.FRACTION)]
    if not said:
        return
    taken = playing((r for r in found_before if form(r) != "drop"), "share", "change", "stated")
    yield from _fractions(skeleton, taken)
    for at in said:
        share = skeleton.marks[at]
        plain = share.shape is Shape.PERCENT and share.low is None and share.sure and 0 < share.value < 100
        if plain and share.id not in taken and not rated(skeleton, at):
            yield from _percent(skeleton, at, share)


def _percent(skeleton: Skeleton, at: int, share: Amount) -> Iterator[Relation]:
    own = skeleton.sentence(at)
    if not pattern(_SHARED).search(skeleton.text, *own):
        return
    for back, on in ((0, 0), (1, 0), (0, 1)):
        start, end = window(skeleton, at, back=back, on=on)
        if pattern(_OTHERWISE).search(skeleton.text, start, end):
            return
        if sum(a.shape is Shape.PERCENT for _, a in skeleton.amounts_between(start, end)) > 1:
            return
        found = [a for _, a in values(skeleton, start, end, share)]
        told = _told(skeleton, at)
        for whole, parts in _wholes(found):
            if told is not None:
                parts = [p for p in parts if p.span == told.span]
            near = [p for p in parts if _close(p, whole, share)]
            fitting = [p for p in near if miswritten(share.value, p.value * 100 / whole.value, share.ulp)]
            right = any(abs(p.value * 100 / whole.value - share.value) <= 1 for p in parts)
            rest = any(abs(100 - p.value * 100 / whole.value - share.value) <= 1 for p in parts)
            if len(fitting) == 1 and len(near) == 1 and not right and not rest:
                yield _made(skeleton, start, end, fitting[0], whole, share)
                return


def _told(skeleton: Skeleton, at: int) -> Amount | None:
    """What the percentage at *at* comes to, where it stands beside it."""
    after = pattern(_COMES_TO).match(skeleton.text, at + 1)
    before = pattern(_COME_FROM).search(skeleton.text, max(0, at - 60), at)
    found = after or before
    return skeleton.amount(found, "part") if found else None


def _wholes(found: list[Amount]) -> Iterator[tuple[Amount, list[Amount]]]:
    """The largest amount of each kind, with those that may be its parts."""
    if len(found) > _MOST:
        return
    kinds = {a.dimension if a.unit else "" for a in found if a.shape in _SIZED and a.sure and not a.approximate}
    for kind in kinds:
        named = [a for a in found if a.shape in _SIZED and (a.dimension if a.unit else "") == kind]
        whole = max(named, key=lambda a: a.value)
        alike = [scaled_like(unnamed(a), whole).lent(whole) for a in found if a is not whole]
        parts = [a for a in alike if a.canonical == whole.canonical and a.shape is whole.shape]
        if parts and whole.value > max(p.value for p in parts) and whole.sure and not whole.approximate:
            yield whole, [p for p in parts if p.sure and not p.approximate]


def _close(part: Amount, whole: Amount, share: Amount) -> bool:
    ratio = part.value * 100 / whole.value
    return 1 / _NEAR <= ratio / share.value <= _NEAR


def _fractions(skeleton: Skeleton, taken: set[str]) -> Iterator[Relation]:
    """A fraction of its whole, with the only other amount of the kind, and « un sur cinq, soit A sur B »."""
    for match in skeleton.find(_OUT_OF):
        share, part, whole = (skeleton.amount(match, g) for g in ("share", "part", "whole"))
        if share.id not in taken and not pattern(_OTHERWISE).search(skeleton.text, match.start(), match.end()):
            part, whole = part.lent(whole), whole.lent(part)
            if part.dimension == whole.dimension and part.value < whole.value and share.value < 1:
                yield _made(skeleton, match.start(), match.end(), part, whole, share)
                taken.add(share.id)
    yield from _among(skeleton, taken)
    for match in skeleton.find(_OF_WHOLE):
        share, whole = skeleton.amount(match, "share"), skeleton.amount(match, "whole")
        if share.id in taken or share.value >= 1 or whole.low is not None or not whole.sure:
            continue
        for on in (0, 1):
            start, end = window(skeleton, match.start(), back=0, on=on)
            others = [a for _, a in values(skeleton, start, end, whole, share)]
            if not others and not on:
                continue
            if len(others) != 1 or pattern(_OTHERWISE).search(skeleton.text, start, end):
                break
            part = unnamed(others[0])
            tied = _voting(part, whole) if on else _of_one_thing(part, unnamed(whole))
            if not tied and not _copied(part, whole, share):
                break
            whole = unnamed(whole) if part.unit else whole
            part, whole = scaled_like(part, whole).lent(whole), scaled_like(whole, part).lent(part)
            if (
                part.shape is whole.shape
                and part.shape in _SIZED
                and part.canonical == whole.canonical
                and 0 < part.value < whole.value
                and part.sure
                and not (part.shape is Shape.COUNT and abs(part.value - share.value * whole.value) <= 1)
            ):
                yield _made(skeleton, start, end, part, whole, share)
            break


def _among(skeleton: Skeleton, taken: set[str]) -> Iterator[Relation]:
    """« 84 ici… 312 dans le pays: près de la moitié d'entre eux »: the only two counts before the fraction."""
    for match in skeleton.find(_AMONG_THEM):
        share = skeleton.amount(match, "share")
        start, end = window(skeleton, match.start(), back=1)
        if share.id in taken or share.value >= 1 or pattern(_OTHERWISE).search(skeleton.text, start, end):
            continue
        found = [unnamed(a) for p, a in values(skeleton, start, end, share)]
        if len(found) != 2 or not all(a.shape in (Shape.COUNT, Shape.BARE) and a.sure for a in found):
            continue
        one, other = found[0].lent(found[1]), found[1].lent(found[0])
        part, whole = sorted((one, other), key=lambda a: a.value)
        if one.shape is Shape.COUNT and part.value < whole.value and one.noun == other.noun:
            yield _made(skeleton, start, end, part, whole, share)
            taken.add(share.id)


def _of_one_thing(part: Amount, whole: Amount) -> bool:
    """True for counts of one thing, or of voters and votes, and where one of the two is not named."""
    if part.shape is not Shape.COUNT or whole.shape is not Shape.COUNT:
        return True
    return _voting(part, whole) or part.noun == whole.noun


def _voting(part: Amount, whole: Amount) -> bool:
    return all(pattern(_VOTING).match(a.noun or "") for a in (part, whole))


def _copied(part: Amount, whole: Amount, share: Amount) -> bool:
    """True for a part of another name that is the fraction of *whole* with a figure changed."""
    due = share.value * whole.value
    exact = share.slack is None and abs(due - due.to_integral_value()) < Decimal("0.01")
    return exact and one_figure_off(part.value, due.to_integral_value())


def _made(skeleton: Skeleton, start: int, end: int, part: Amount, whole: Amount, share: Amount) -> Relation:
    return link(
        RelationKind.SHARE,
        "solved",
        skeleton.source(start, end),
        {"part": part, "whole": whole, "share": share},
        explicit=False,
    )
