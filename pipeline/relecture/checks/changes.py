"""The changes that an article states, each with the one that its two values give.

The percentage is compared with the interval of (B − A) / A; in points when A and B are themselves percentages.
Where a sentence has several pairs, one that agrees is enough; changes that follow one another are compounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from relecture.checks.arithmetic import power_of_ten, relations
from relecture.relations.amounts import CLOSE, LOOSE, TIGHT, Amount, Shape
from relecture.relations.bounds import Bounds, best, compare, gap, relative_change
from relecture.relations.conversion import restated
from relecture.relations.links import role
from relecture.relations.slips import near
from relecture.types import Article, Relation, RelationKind, Verdict

#: Relative gap over which a stated change is too far from the relative change to be it.
_FAR = Decimal("0.2")


#: The largest power of ten that a slip makes.
_POWERS = 3


#: How many times over a percentage may be wrong about values that only their place brings together.
_TIMES_APART = 5


#: What a fraction in words may hide at least, in points.
_FRACTION_MARGIN = Decimal("1.5")


#: How many times over one reading of a figure may be another state of the other's.
_FARTHEST = Decimal(10)


#: A round trip of this many per cent is back where it started.
_LITTLE = Decimal(2)


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change and the one that its two values give."""

    before: Amount
    after: Amount
    change: Amount
    stated: Bounds
    expected: Bounds
    verdict: Verdict
    sole: bool
    explicit: bool
    direction: int
    at: int
    other_way: bool = False
    rest: tuple[Amount, ...] = ()


def changes(article: Article) -> Iterator[Change]:
    """Every stated change once, with the pair that suits it best."""
    grouped: dict[str, list[Change]] = defaultdict(list)
    for relation in relations(article, RelationKind.CHANGE, "percent"):
        made = _change(relation)
        if made:
            grouped[made.change.id].append(made)
    suited: list[Change] = []
    for found in grouped.values():
        kindest = best(c.verdict for c in found)
        chosen = next(c for c in found if c.verdict is kindest)
        if kindest is not Verdict.INCONSISTENT or chosen.sole:
            suited.append(chosen)
    pairs: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for one in suited:
        pairs[one.before.id, one.after.id].append(one)
    for several in pairs.values():
        yield from several if len(several) == 1 else _in_turn(several)


#: « 25 voix contre 24 » is a vote, not a change.
_BALLOTS = frozenset(("voix", "suffrage", "vote", "bulletin"))


def _in_turn(several: list[Change]) -> Iterator[Change]:
    """« + 50 % puis − 50 %, de 80 à 60 »: changes that follow one another make the change together.

    Where one of them is that of the pair, the others speak of something else.
    """
    agreeing = [c for c in several if c.verdict is not Verdict.INCONSISTENT]
    if agreeing:
        yield from agreeing
        return
    first, *_ = ordered = sorted(several, key=lambda c: c.at)
    product = Bounds.exact(1)
    for one in ordered:
        part = one.stated.scaled(Decimal("0.01"))
        product = product * (Bounds.exact(1) + part if one.direction > 0 else Bounds.exact(1) - part)
    stated = (product - Bounds.exact(1)).scaled(100)
    expected = relative_change(
        restated(first.before, first.after, CLOSE) or first.before.nominal(), first.after.bounds(CLOSE)
    )
    verdict = compare(stated, expected) if all(c.direction for c in ordered) else Verdict.BORDERLINE
    if not expected.value and abs(stated.value) <= _LITTLE:
        verdict = Verdict.BORDERLINE
    yield replace(
        first, stated=stated, expected=expected, verdict=verdict, rest=tuple(c.change for c in ordered[1:])
    )


def _change(relation: Relation) -> Change | None:
    before, after, change = role(relation, "before"), role(relation, "after"), role(relation, "change")
    if before.noun in _BALLOTS and before.noun == after.noun:
        return None
    verdicts = [
        compare(stated_change(change), expected)
        for one in before.readings_as_amounts()
        for two in after.readings_as_amounts()
        if (expected := expected_change(one, two, change)) is not None
    ]
    expected = expected_change(before, after, change)
    if expected is None or not verdicts:
        return None
    close = bool(relation.attributes.get("near"))
    verdict = best(verdicts)
    sole = relation.explicit or (close and _slip(expected, change))
    agreed = sole and verdict is not Verdict.INCONSISTENT
    other_way = agreed and _other_way(relation)
    if other_way or (agreed and relation.explicit and _other_base(before, after, change)):
        verdict = Verdict.INCONSISTENT
    return Change(
        before,
        after,
        change,
        stated_change(change),
        expected,
        verdict,
        sole=sole,
        explicit=relation.explicit,
        direction=relation.attributes["direction"],
        at=change.span.start,
        other_way=other_way,
    )


def _other_way(relation: Relation) -> bool:
    """True for a rise said of values that fall, or a fall of values that rise: « 25 300, contre 22 000, un repli de 15 % »."""
    before, after = role(relation, "before"), role(relation, "after")
    direction = relation.attributes["direction"]
    if not (relation.attributes.get("sided") and direction):
        return False
    # « 48.200 entrées, contre 55.400 »: of the readings, those that can be two states of one thing.
    found = [
        (one, two)
        for one in before.readings_as_amounts()
        for two in after.readings_as_amounts()
        if near(one.value * (one.factor or 1), two.value * (two.factor or 1), _FARTHEST)
    ]
    if not (before.sure and after.sure) and not found:
        return False
    change = role(relation, "change")
    return all(_turned(one, two, direction, change) for one, two in found or [(before, after)])


def _turned(before: Amount, after: Amount, direction: int, change: Amount) -> bool:
    """True for values that go the other way than *direction*."""
    origin, end = restated(before, after, CLOSE), after.bounds(CLOSE)
    if origin is None or (end.value - origin.value) * direction >= 0:
        return False
    return not origin.meets(end) or _to_the_digit(origin.value, end.value, change)


def _to_the_digit(origin: Decimal, end: Decimal, change: Amount) -> bool:
    """True when the values as they are written make the percentage: they are then not as rounded as they look."""
    if change.shape is not Shape.PERCENT or not origin:
        return False
    return abs(abs(end / origin - 1) * 100 - abs(change.value)) <= change.ulp / 2


#: How many points apart the right percentage and the one of the wrong base are at least.
_APART = Decimal(2)


def _other_base(before: Amount, after: Amount, change: Amount) -> bool:
    """True for the change over the later value, to the digit: « de 16 à 20 euros, 20 % de plus ».

    Prices and counts are seldom rounded: only there do the written values decide.
    """
    if any(not exact(a) for a in (before, after, change)):
        return False
    if not {before.shape, after.shape} <= {Shape.MONEY, Shape.COUNT, Shape.BARE}:
        return False
    origin, end = restated(before, after, None), after.nominal()
    if origin is None or origin.value <= 0 or end.value <= 0:
        return False
    step = abs(end.value - origin.value) * 100
    return over_later(step / origin.value, step / end.value, change)


def over_later(right: Decimal, wrong: Decimal, change: Amount) -> bool:
    """True for a percentage that is *wrong*, the one over the later value, and far from being *right*."""
    if change.shape is not Shape.PERCENT:
        return False
    said, near = stated_change(change), change.bounds(TIGHT)
    return (
        near.low <= wrong <= near.high
        and not said.low - 1 <= right <= said.high + 1
        and abs(right - wrong) >= _APART
    )


def exact(amount: Amount) -> bool:
    """True for a figure that its writer does not round, as far as its writing shows."""
    written = amount.quantity.text if amount.quantity else ""
    return amount.low is None and amount.sure and not amount.approximate and "illi" not in written


def _slip(expected: Bounds, change: Amount) -> bool:
    """True when the two percentages are near enough to speak of one change, or a power of ten apart."""
    said = stated_change(change).value
    small, large = sorted((said, expected.value))
    return large <= small * _TIMES_APART or 0 < abs(power_of_ten(said, expected.value)) <= _POWERS


def stated_change(change: Amount) -> Bounds:
    """A percentage without its sign, or a fraction in words as a percentage with its margin."""
    if change.shape is not Shape.FRACTION:
        return absolute(change.bounds(LOOSE))
    found = change.nominal().scaled(100)
    margin = max(_FRACTION_MARGIN, found.value / 10)
    return Bounds(found.low - margin, found.value, found.high + margin)


#: Prices under this many euros are written to the cent, or whole when they have none.
_PRICE, _CENT = Decimal(1000), Decimal("0.01")


def _to_the_cent(before: Amount, after: Amount) -> bool:
    """True for two prices of which one is written with its cents: « 23,40 euros, contre 25 euros »."""
    return (
        before.shape is after.shape is Shape.MONEY
        and min(before.ulp, after.ulp) == _CENT
        and all(a.value < _PRICE and not a.approximate and a.low is None for a in (before, after))
    )


def _to_the_unit(price: Amount) -> bool:
    """True for a price that is not rounded to the hundred: « de 480 à 540 euros »."""
    return price.shape is Shape.MONEY and price.value < _PRICE and price.value % 100 != 0 and exact(price)


def expected_change(before: Amount, after: Amount, change: Amount) -> Bounds | None:
    """The relative change between two values without its sign, or their distance in points."""
    if _to_the_cent(before, after):
        origin, end = restated(before, after, None), after.nominal()
    elif _to_the_unit(before) and _to_the_unit(after):
        origin, end = restated(before, after, TIGHT), after.bounds(TIGHT)
    else:
        origin, end = restated(before, after, CLOSE), after.bounds(CLOSE)
    if origin is None:
        return None
    if change.shape is Shape.POINTS:
        return _distance(before, after) if after.shape is Shape.PERCENT else None
    try:
        return absolute(relative_change(origin, end))
    except ZeroDivisionError:
        return None


def absolute(found: Bounds) -> Bounds:
    """*found* without its sign."""
    if found.value >= 0:
        return Bounds(max(found.low, Decimal(0)) if found.low < 0 else found.low, found.value, found.high)
    return Bounds(max(-found.high, Decimal(0)), -found.value, -found.low)


def _distance(before: Amount, after: Amount) -> Bounds:
    """The distance between two values, both taken at the finer of their two precisions (« de 3 % à 2,4 % »)."""
    fine = min(before.ulp, after.ulp)
    bare = absolute(after.nominal() - before.nominal())
    return Bounds(max(bare.low - fine, Decimal(0)), bare.value, bare.high + fine)


def difference(found: Change) -> Bounds:
    """The distance between the two values, in points when they are percentages."""
    return _distance(found.before, found.after)


def in_points(found: Change) -> bool:
    """True when a percentage between two percentages is their difference: points taken for per cent."""
    shapes = {found.before.shape, found.after.shape, found.change.shape}
    if shapes != {Shape.PERCENT}:
        return False
    apart = gap(found.stated.value, found.expected.value)
    near = compare(found.stated, difference(found)) is Verdict.VERIFIED
    return near and apart > _FAR and gap(found.stated.value, difference(found).value) * 4 < apart
