"""A multiple and the values it can speak of, where no pair of them gives it: « cinq fois moins d'accidents : 12, contre 36 ».

Its words and theirs are left open. The values are those of one kind in its sentence, or in that and a neighbour: when
there are two, or two before it in its sentence, they must give it; when any pair gives it, it is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from relecture.relations.amounts import Amount, Shape
from relecture.relations.contrast import PAST
from relecture.relations.conversion import restated
from relecture.relations.lexicon import MULTIPLES, OTHER_SUBJECT
from relecture.relations.links import link, maybe
from relecture.relations.magnitude_words import of_another_kind
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.twos import Placed, few_in_words, of_one_kind, scaled_like, unnamed, values, window
from relecture.types import Relation, RelationKind

_TIMES = (
    r"(?P<k><K>) (?:plus|moins|mieux|davantage|supérieure?s?|inférieure?s?)\b"
    r"|\b(?:multipli|divis)\w+ (?:quasiment |presque )?par <d>(?P<by><A>)"
    r"|\b(?P<word>le double|le triple|le quadruple|le quintuple|le décuple)\b"
)
_WORDS = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "décuple": 10}
_SCALED = r"\b(?:a|ont|avait|avaient|fait|été|étant|ayant|presque|plus que|quasiment|voit|voir|vu|pour|s'apprête à|va|vont) "
#: The comparison is of something else, or no more than a wish.
_UNSAID = (
    r"\b(?:jusqu'à|objectif|pourrait|pourraient|voudrait|espère\w*|vise\w*|d'ici|serai\w*|si |en revanche|quant à|respectivement|moyenne|par rapport|chacun\w*|par (?:habitant|tête|personne|an|mois|jour|hectare)"
    r"|dont|record|plafond|seuil|minimum|maximum|limite|à population|à surface|autant|en (?:<N>|<D>))(?!\w)|, (?:lui|elle|eux|elles),"
)
#: What sets the two apart in time.
_APART = rf"{PAST}|\b(?:désormais|aujourd'hui|maintenant|à présent|contre|plus tôt|plus tard|l'an (?:dernier|passé)|auparavant|cette (?:année|saison|fois))\b"
#: « la demande, qui aurait été multipliée par cinq »: the multiple is that of what the clause is about.
_RELATIVE = r"\b(?:qui|dont|où|car|parce que)\b"
#: How alike two values may not be, and how far from the multiple their ratio may be.
_LEAST, _NEAR = Decimal("1.15"), Decimal(3)
_BELOW, _ABOVE = Decimal("0.4"), Decimal("0.8")
_SIZED = (Shape.COUNT, Shape.MEASURE, Shape.MONEY, Shape.RATE, Shape.BARE)
_MOST = 5


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """The multiples that *found_before* leaves alone, with the only two values that they can speak of."""
    taken = [r for r in found_before if r.kind is RelationKind.RATIO]
    ids = {a.id for r in taken if (a := maybe(r, "times"))}
    triggers = [r.trigger for r in taken if r.trigger]
    for at, end, times, factor in _said(skeleton):
        span = skeleton.source(at, end)
        if (times and (times.id in ids or times.low is not None)) or any(t.overlaps(span) for t in triggers):
            continue
        value = times.value if times else Decimal(factor)
        if value < 2:
            continue
        pair = _pair(skeleton, at, end, value, times)
        if pair is not None:
            yield link(
                RelationKind.RATIO,
                "compared",
                span,
                {"before": pair[0], "after": pair[1], "times": times},
                explicit=False,
                inverse=False,
                factor=None if times else factor,
                either=True,
            )


def _said(skeleton: Skeleton) -> Iterator[tuple[int, int, Amount | None, int]]:
    for match in skeleton.find(_TIMES):
        times = skeleton.optional(match, "k") or skeleton.optional(match, "by")
        factor = _WORDS[match["word"].split()[-1]] if match["word"] else 0
        yield match.start(), match.end(), times, factor
    for word, value in MULTIPLES:
        if word.partition("(")[0] not in skeleton.text:
            continue
        for match in pattern(rf"{_SCALED}(?:presque |plus que )?(?:{word})(?!\w)").finditer(skeleton.text):
            yield match.start(), match.end(), None, value


def _pair(
    skeleton: Skeleton, at: int, end: int, value: Decimal, times: Amount | None
) -> tuple[Amount, Amount] | None:
    """The two values of the narrowest stretch around a multiple that holds two of one kind, when they do not give it."""
    besides = (times,) if times else ()
    for back, on in ((0, 0), (1, 0), (0, 1)):
        low, high = window(skeleton, at, back=back, on=on)
        found = [
            (p, a)
            for p, a in values(skeleton, low, high, *besides)
            if a.shape in _SIZED and not (a.shape is Shape.COUNT and few_in_words(a))
        ]
        kinds = list(_kinds(found))
        if not kinds:
            continue
        if len(kinds) > 1 or len(found) > _MOST or pattern(_UNSAID).search(skeleton.text, low, high):
            return None
        if sum(a.shape is Shape.TIMES for _, a in skeleton.amounts_between(low, high)) > (times is not None):
            return None
        alike = kinds[0]
        ratios = {(p, q): _ratio(a, b) for (p, a), (q, b) in combinations(alike, 2)}
        if any(_gives(r, value) for r in ratios.values()):
            return None
        before = [(p, a) for p, a in alike if p < at]
        two = alike if len(alike) == 2 else before if len(before) == 2 and not back else None
        if two is None:
            return None
        (_, one), (q, other) = two
        ratio = _ratio(one, other)
        told = pattern(_APART).search(skeleton.text, low, high)
        if (back or on) and pattern(_RELATIVE).search(skeleton.text, skeleton.sentence(at)[0], at):
            return None
        compared = pattern(r"(?: [^\W\d]+)? qu[e']").match(skeleton.text, end)
        if OTHER_SUBJECT in skeleton.text[end : max(end, q)]:
            return None
        if (compared and (q < at or not told)) or (one.quantity is not None and one.quantity is other.quantity):
            return None  # « trois fois moins que les convecteurs », « de 10 à 12 centimes »
        plain = one.quantity is None and other.quantity is None
        if (
            ratio < _LEAST
            or not 1 / _NEAR <= ratio / value <= _NEAR
            or ((plain or back or on) and not told)
            or not _of_them(skeleton, at, end, one.dimension)
        ):
            return None
        return one, other
    return None


#: « Pékin a donc avancé sept fois plus vite »: the multiple is drawn from the values before it.
_DRAWN = r"\b(?:donc|ainsi|soit|c'est)\b[^,;:\ue000-\ue0ff]{0,25}$"


def _of_them(skeleton: Skeleton, at: int, end: int, dimension: str) -> bool:
    """True unless the words of the multiple say that it is of another magnitude than *dimension*."""
    drawn = pattern(_DRAWN).search(skeleton.text, max(0, at - 40), at)
    return drawn is not None or not of_another_kind(skeleton, at, end, dimension)


def _kinds(found: list[Placed]) -> Iterator[list[Placed]]:
    """The values of each kind that has two at least, the bare ones in the unit of the others."""
    named = [a for _, a in found if unnamed(a).shape is not Shape.BARE]
    lenders: list[Amount] = []
    for one in named:
        if not any(of_one_kind(one, other) for other in lenders):
            lenders.append(one)
    if len(lenders) > 1 or not lenders:
        groups = lenders or ([found[0][1]] if found else [])
        for lender in groups:
            alike = [(p, a) for p, a in found if of_one_kind(a, lender)]
            if len(alike) > 1:
                yield alike
        return
    lent = [(p, scaled_like(unnamed(a), lenders[0]).lent(lenders[0])) for p, a in found]
    alike = [(p, a) for p, a in lent if of_one_kind(a, lenders[0])]
    if len(alike) > 1:
        yield alike


def _ratio(one: Amount, other: Amount) -> Decimal:
    size = restated(one, other, None)
    if size is None or min(size.value, other.value) <= 0:
        return Decimal(0)
    return max(size.value, other.value) / min(size.value, other.value)


def _gives(ratio: Decimal, value: Decimal) -> bool:
    return value - max(_BELOW, value / 20) <= ratio <= value + max(_ABOVE, value / 10)
