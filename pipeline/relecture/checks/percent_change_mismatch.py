"""A percentage of change that its two values contradict: « de 127 à 183, en hausse de 144 % ».

The pair is read from « de A à B », « B, contre A », two dated values, or the only two values near; the
percentage from a noun or verb of variation, a sign or « soit ». The interval of (B − A) / A is compared with
the one of the percentage; in points when A and B are themselves percentages. The diagnosis names an inverted
base, a ratio taken for a change and a power of ten. Where a sentence has several pairs, one that agrees is
enough; changes that follow one another are compounded; a step gives its own (« gagne 2 euros, à 12 euros, soit 20 % »).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import diagnose, judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.changes import (
    Change,
    changes,
    exact,
    expected_change,
    in_points,
    over_later,
    stated_change,
)
from relecture.relations.amounts import CLOSE, Amount, Shape
from relecture.relations.bounds import Bounds, best, compare, percentage
from relecture.relations.links import role
from relecture.relations.slips import miswritten
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
        "way": {
            "fr": "De {before} à {after}, c’est une {way} de {expected}, et non une {other}.",
            "en": "From {before} to {after} is a {way} of {expected}, not a {other}.",
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


#: What is written to the unit, more often than not.
_COUNTED = (Shape.MONEY, Shape.COUNT)
#: A fraction in words may be this far from the change, in points, before it is another one.
_FRACTION_GAP = Decimal(8)
_INVERTED = {"fr": "base inversée", "en": "inverted base"}
_WAYS = {"fr": ("baisse", "hausse"), "en": ("fall", "rise")}


def _cause(found: Change, lang: str) -> str | None:
    if found.change.shape is not Shape.PERCENT or found.verdict is not Verdict.INCONSISTENT:
        return None
    inverted = expected_change(found.after, found.before, found.change)
    if inverted and compare(found.stated, inverted) is Verdict.VERIFIED:
        return _INVERTED[lang]
    ratio = found.expected + Bounds.exact(100)
    if found.after.value > found.before.value and compare(found.stated, ratio) is Verdict.VERIFIED:
        return "rapport et non variation" if lang == "fr" else "ratio, not change"
    return diagnose(found.stated.value, found.expected.value, lang)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The stated changes that their values contradict, or confirm."""
    for relation in relations(article, RelationKind.CHANGE, "step"):
        yield from _step(relation, article, settings)
    for relation in relations(article, RelationKind.CHANGE, "apart"):
        yield from _apart(relation, article, settings)
    for found in changes(article):
        if in_points(found):
            continue
        lang = settings.lang
        cause = _cause(found, lang)
        unit = "point(s)" if found.change.shape is Shape.POINTS else "%"
        before, after = surface(article, found.before, lang), surface(article, found.after, lang)
        yield from judged(
            RULE,
            article,
            settings,
            (found.before, found.after, found.change, *found.rest),
            found.stated,
            found.expected,
            "way" if found.other_way else "cause" if cause else "default",
            relation=f"{before} → {after} = {number(found.expected.value, lang, unit, digits=3)}",
            unit=unit,
            diagnosis=cause,
            explicit=found.explicit or found.sole,
            wide=not found.explicit,
            verdict=found.verdict,
            holds=_holds,
            before=before,
            after=after,
            way=_WAYS[lang][found.after.value > found.before.value],
            other=_WAYS[lang][found.after.value < found.before.value],
        )


def _holds(before: Amount, after: Amount, *changes: Amount) -> bool:
    """True when one of *changes* is that from *before* to *after*."""
    return any(
        compare(stated_change(change), expected) is Verdict.VERIFIED
        for change in changes
        if (expected := expected_change(before, after, change)) is not None
    )


def _apart(relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    """A change and the only two values around it: only where it is theirs, badly copied or over the wrong one."""
    before, after, change = role(relation, "before"), role(relation, "after"), role(relation, "change")
    stated, expected = stated_change(change), expected_change(before, after, change)
    if expected is None or not expected.value:
        return
    verdict = compare(stated, expected)
    low, high = sorted((before.value, after.value))
    step = (high - low) * 100
    rest = after.value / before.value * 100  # « une économie de 60 % » of what is still 60 %
    wrong = abs(stated.value - rest) <= change.ulp / 2 or any(
        over_later(expected.value, step / base, change) for base in (low, high)
    )
    in_words = change.shape is Shape.FRACTION and abs(stated.value - expected.value) > _FRACTION_GAP
    if verdict is Verdict.INCONSISTENT and not (
        wrong or in_words or miswritten(stated.value, expected.value, change.ulp)
    ):
        return
    lang = settings.lang
    first, second = surface(article, before, lang), surface(article, after, lang)
    cause = diagnose(stated.value, expected.value, lang) or (
        _INVERTED[lang] if wrong and abs(stated.value - rest) > change.ulp / 2 else None
    )
    yield from judged(
        RULE,
        article,
        settings,
        (before, after, change),
        stated,
        expected,
        "cause" if cause else "default",
        relation=f"{first} → {second} = {number(expected.value, lang, '%', digits=3)}",
        unit="%",
        diagnosis=cause,
        explicit=False,
        verdict=verdict,
        holds=_holds,
        before=first,
        after=second,
    )


def _step(relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    """« gagne 100 euros, à 2 100 euros, soit 8 % »: the step over where it started."""
    step, value, change = role(relation, "step"), role(relation, "value"), role(relation, "change")
    if not (step.sure and value.sure):
        return
    size, end = step.bounds(CLOSE), value.bounds(CLOSE)
    start = (
        end
        if relation.attributes["base"]
        else end - size
        if relation.attributes["direction"] > 0
        else end + size
    )
    if start.low <= 0:
        return
    stated, expected = stated_change(change), percentage(size, start)
    either = compare(stated, percentage(size, end))  # « 5 % » of what is left is a shortcut, not a slip
    verdict = best((compare(stated, expected), either))
    if start is not end and all(exact(a) for a in (step, value, change)) and value.shape in _COUNTED:
        whole = step.value * 100
        if over_later(whole / start.value, whole / end.value, change):
            verdict = Verdict.INCONSISTENT
    lang = settings.lang
    first = number(start.value, lang, symbol(value))
    yield from judged(
        RULE,
        article,
        settings,
        (step, value, change),
        stated,
        expected,
        relation=f"{surface(article, step, lang)} / {first} = {number(expected.value, lang, '%', digits=3)}",
        unit="%",
        explicit=False,
        verdict=verdict,
        before=first,
        after=number(
            (start + size if relation.attributes["direction"] > 0 else start - size).value, lang, symbol(value)
        ),
    )
