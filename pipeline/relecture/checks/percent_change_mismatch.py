"""A percentage of change that its two values contradict: « de 127 à 183, en hausse de 144 % ».

The pair is read from « de A à B », « B, contre A » or two dated values; the percentage from a noun or verb
of variation, a sign or « soit ». The interval of (B − A) / A is compared with the one of the percentage; in
points when A and B are themselves percentages. The diagnosis names an inverted base, a ratio taken for
a change and a power of ten. Where a sentence has several pairs, one that agrees is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from relecture.checks.arithmetic import diagnose, judged, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import CLOSE, LOOSE, Amount, Shape
from relecture.relations.bounds import Bounds, best, compare, gap, relative_change
from relecture.relations.conversion import restated
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="percent-change-mismatch",
    code="P02",
    family="P",
    severity=Severity.ERROR,
    title={
        "fr": "Pourcentage d’évolution contredit par les valeurs",
        "en": "Change contradicted by its values",
    },
    why={
        "fr": "La variation relative est (arrivée − départ) / départ.",
        "en": "A relative change is (after − before) / before.",
    },
    messages={
        "default": {
            "fr": "De {before} à {after}, la variation est de {expected}, pas de {stated}.",
            "en": "From {before} to {after} the change is {expected}, not {stated}.",
        },
        "cause": {
            "fr": "De {before} à {after}, la variation est de {expected}, pas de {stated} ({diagnosis}).",
            "en": "From {before} to {after} the change is {expected}, not {stated} ({diagnosis}).",
        },
    },
    flagged=(
        "Les dossiers sont passés de 240 à 300, soit une hausse de 40 %.",
        "Le kilo vaut 4,20 euros, contre 3,50 euros l’an dernier, un bond de 2 %.",
        "La production recule de 80 à 60 TWh (− 33 %).",
    ),
    accepted=(
        "Les dossiers sont passés de 240 à 300, soit une hausse de 25 %.",
        "Le kilo vaut 4,20 euros, contre 3,50 euros l’an dernier, un bond de 20 %.",
        "La production recule de 80 à 60 TWh (− 25 %).",
    ),
    false_positives=("Un pourcentage calculé sur une autre période que les deux valeurs citées.",),
)
#: Relative gap over which a stated change is too far from the relative change to be it.
_FAR = Decimal("0.2")


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


def changes(article: Article) -> Iterator[Change]:
    """Every stated change once, with the pair that suits it best."""
    grouped: dict[str, list[Change]] = defaultdict(list)
    for relation in relations(article, RelationKind.CHANGE, "percent"):
        made = _change(relation)
        if made:
            grouped[made.change.id].append(made)
    for found in grouped.values():
        kindest = best(c.verdict for c in found)
        chosen = next(c for c in found if c.verdict is kindest)
        if kindest is not Verdict.INCONSISTENT or chosen.sole:
            yield chosen


def _change(relation: Relation) -> Change | None:
    before, after, change = role(relation, "before"), role(relation, "after"), role(relation, "change")
    verdicts = [
        compare(absolute(change.bounds(LOOSE)), expected)
        for one in before.readings_as_amounts()
        for two in after.readings_as_amounts()
        if (expected := _expected(one, two, change)) is not None
    ]
    expected = _expected(before, after, change)
    if expected is None or not verdicts:
        return None
    return Change(
        before, after, change, absolute(change.bounds(LOOSE)), expected, best(verdicts), relation.explicit
    )


def _expected(before: Amount, after: Amount, change: Amount) -> Bounds | None:
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


def _cause(found: Change, lang: str) -> str | None:
    if found.change.shape is not Shape.PERCENT or found.verdict is not Verdict.INCONSISTENT:
        return None
    inverted = _expected(found.after, found.before, found.change)
    if inverted and compare(found.stated, inverted) is Verdict.VERIFIED:
        return "base inversée" if lang == "fr" else "inverted base"
    ratio = found.expected + Bounds.exact(100)
    if found.after.value > found.before.value and compare(found.stated, ratio) is Verdict.VERIFIED:
        return "rapport et non variation" if lang == "fr" else "ratio, not change"
    return diagnose(found.stated.value, found.expected.value, lang)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The stated changes that their values contradict, or confirm."""
    for found in changes(article):
        if in_points(found):
            continue
        lang = settings.lang
        cause = _cause(found, lang)
        unit = "%" if found.change.shape is Shape.PERCENT else "point(s)"
        before, after = surface(article, found.before, lang), surface(article, found.after, lang)
        yield from judged(
            RULE,
            article,
            settings,
            (found.before, found.after, found.change),
            found.stated,
            found.expected,
            "cause" if cause else "default",
            relation=f"{before} → {after} = {number(found.expected.value, lang, unit, digits=3)}",
            unit=unit,
            diagnosis=cause,
            verdict=found.verdict,
            near=True,
            before=before,
            after=after,
        )
