"""A rise or a fall and the only two values of its sentences, whatever the words between.

« la rétrospective a fait grimper de 35 % la fréquentation : 515 000 entrées, là où l'exercice antérieur n'en totalisait
que 412 000 ». Nothing says that the change is from the one to the other: it is only worth judging where it differs from
theirs as a slip of the pen does, or is over the wrong one of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.contrast import IMPERFECT
from relecture.relations.directions import OF_ELSE, stated_direction
from relecture.relations.links import form, link, playing
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import of_one_kind, scaled_like, unnamed, values, window
from relecture.types import Relation, RelationKind

#: One of the two is of another time.
_THEN = (
    rf"{IMPERFECT}|\b(?:contre|auparavant|naguère|jadis|antérieur\w*|précédent\w*|l'an (?:dernier|passé)|l'année (?:dernière|passée)|la veille|hier|avant|après|initial\w*|départ|début|il y a|plus tôt|plus tard|passe\w*|passée?s?|désormais|aujourd'hui"
    r"|plus que|de <A> à|à l'origine|au lieu|jusqu'ici|jusqu'alors|d'une année|d'un an|en une? (?:an|année)|avait|avaient|dernière?s?)(?!\w)"
)
#: The two are of two things, or the change of something else.
_OTHERWISE = (
    r"\b(?:respectivement|chacun\w*|par rapport à la (?:moyenne|normale)|objectif|d'ici|inflation|devant|tandis que|quant à|en revanche|de (?:son|leur) côté|notamment|selon les|parmi|part|marges?|voisin\w*|rival\w*|concurren\w*)\b"
    rf"|\bdont <d>(?=<A>)|[;{STOP}] *(?:la |les? |l'|son |sa |ses |leurs? )[^,;]{{3,30}}, (?:lui|elle|eux|elles),"
)
#: The change of another thing: « 515 000 visiteurs, contre 412 000 ; les recettes ont grimpé de… ».
_ELSE = r"(?:;|, (?:et|mais|alors que|tandis que|quand)) (?:la |les? |l'|son |sa |ses |leurs? )[^,;]{3,60}$"
#: What the sentence goes on to say of something else: « …, dont les marges n'avaient progressé que de 2 % ».
_RELATIVE = r", (?:dont|qui|alors que|tandis que|quand|là où) "
#: (Two values that nothing names: « ils étaient 640, ils sont 480 ».)
_PAIR = ("before", "after")
_SIZED = (Shape.COUNT, Shape.MEASURE, Shape.MONEY, Shape.RATE)


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """Each change that *found_before* leaves alone, from the one to the other of the only two values it may be of."""
    percents = [p for p in skeleton.positions if skeleton.marks[p].shape is Shape.PERCENT]
    parts = [p for p in skeleton.positions if skeleton.marks[p].shape is Shape.FRACTION]
    if not percents and not parts:
        return
    taken = playing((r for r in found_before if form(r) != "drop"), "share", "change", "stated")
    for at in sorted((*percents, *parts)):
        change = skeleton.marks[at]
        if change.id in taken or change.low is not None or not change.sure:
            continue
        direction = (
            stated_direction(skeleton.text, *skeleton.sentence(at), at, change)
            if change.shape is Shape.PERCENT
            else _fraction(skeleton, at, change)
        )
        if not direction:
            continue
        for back in (0, 1, 2):
            start, end = window(skeleton, at, back=back)
            aside = pattern(_RELATIVE).search(skeleton.text, at, end)
            if aside and any(p > aside.start() for p in percents if p < end):
                end = aside.start()
            two = _two(skeleton, start, end, change)
            if two is None:
                continue
            if pattern(_ELSE).search(skeleton.text, start, at) or (
                max(a.span.end for a in two) < change.span.start
                and pattern(OF_ELSE).match(skeleton.text, at + 1)
            ):
                break
            if pattern(_THEN).search(skeleton.text, start, end) and not pattern(_OTHERWISE).search(
                skeleton.text, start, end
            ):
                small, large = sorted(two, key=lambda a: a.value)
                before, after = (small, large) if direction > 0 else (large, small)
                yield link(
                    RelationKind.CHANGE,
                    "apart",
                    skeleton.source(at, at + 1),
                    {"before": before, "after": after, "change": change},
                    explicit=False,
                    direction=direction,
                )
            break


#: « perdu la moitié de ses élèves », « gagné un tiers de visiteurs »: a fraction that is a change.
_LOST = r"\b(?:(?P<down>perd\w*|cédé|fondu de|amput\w+ (?:de|d')|diminu\w+ (?:de|d')|baiss\w+ (?:de|d')|recul\w+ (?:de|d')|chut\w+ (?:de|d'))|(?P<up>gagn\w+|grimp\w+ (?:de|d')|augment\w+ (?:de|d')|progress\w+ (?:de|d')|bondi\w* (?:de|d')))(?: [^\W\d]+)? ?<d>$"


def _fraction(skeleton: Skeleton, at: int, change: Amount) -> int:
    """Which way a fraction in words goes, 0 when it is no change."""
    found = pattern(_LOST).search(skeleton.text, max(0, at - 40), at)
    return 0 if found is None or change.value >= 1 else 1 if found["up"] else -1


def _two(skeleton: Skeleton, start: int, end: int, change: Amount) -> tuple[Amount, Amount] | None:
    """The only two values of a stretch besides *change*, of one kind."""
    found = [unnamed(a) for _, a in values(skeleton, start, end, change) if a.shape is not Shape.DURATION]
    said = sum(a.shape in (Shape.PERCENT, Shape.FRACTION) for _, a in skeleton.amounts_between(start, end))
    if said != 1:
        return None
    named = [a for a in found if a.shape in _SIZED] or (found if len(found) == len(_PAIR) else [])
    if not named:
        return None
    alike = [b for a in found if of_one_kind(b := scaled_like(a, named[0]).lent(named[0]), named[0])]
    if len(alike) != 2 or alike[0].value == alike[1].value or not all(a.sure for a in alike):
        return None
    return (alike[0], alike[1]) if alike[0].canonical == alike[1].canonical else None
