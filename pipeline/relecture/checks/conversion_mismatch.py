"""A conversion stated in the text that does not come out: « 3,88 MJ, soit 14 kWh ».

Two amounts of one dimension in two units, linked by « soit », « c'est-à-dire », « équivaut à », a sign or
brackets, are converted one into the other with the margin that their writing allows (last digit,
truncation, approximators). After a pronoun (« ça ne correspond qu'à… ») every earlier amount of the
sentence is tried: one that agrees is enough. Two amounts in units of two systems (acres and hectares, miles
and kilometres), or a time in minutes and in hours, are compared without a word between them, and disagree only
where the figures show that one was meant to be the other. Currencies are left to `currency-mismatch`; peak, thermal
and electric watts are never converted into each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import diagnose, judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE, Amount, Shape, Slack
from relecture.relations.bounds import Bounds, best, compare
from relecture.relations.conversion import restated
from relecture.relations.links import form, role, several
from relecture.relations.slips import near, slip
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="conversion-mismatch",
    code="E01",
    family="E",
    severity=Severity.ERROR,
    title={"fr": "Conversion ou équivalence fausse", "en": "Wrong conversion"},
    why={
        "fr": "Deux écritures d’une même grandeur, reliées par le texte, doivent désigner la même valeur.",
        "en": "Two writings of one amount, linked by the text, must stand for the same value.",
    },
    messages={
        "default": {
            "fr": "{source} = {expected}, et non {stated_as}.",
            "en": "{source} = {expected}, not {stated_as}.",
        },
        "cause": {
            "fr": "{source} = {expected}, et non {stated_as} ({diagnosis}).",
            "en": "{source} = {expected}, not {stated_as} ({diagnosis}).",
        },
    },
    flagged=(
        "Le tir a dégagé 7,2 MJ, soit 3,1 kWh.",
        "La course fait 30 km (25 miles).",
        "Le chantier a duré 90 jours, soit dix semaines.",
    ),
    accepted=(
        "Le tir a dégagé 7,2 MJ, soit 2 kWh.",
        "La course fait 30 km (un peu moins de 19 miles).",
        "Le parc affiche 100 MW, pour 200 MWh de capacité.",
    ),
    false_positives=("Une équivalence approchée que rien ne signale comme telle.",),
)
#: How far apart two figures side by side may be and still be one; two times; two roundings of one value.
_NEAR, _CLOSE, _SAME, _POINTED = Decimal("1.6"), Decimal("1.5"), Decimal("1.03"), Decimal("2.2")
#: The same for a figure beside another that an approximator says to be it, rounded.
_HEDGING = Decimal(3)
#: How far from each other two writings of a temperature may be.
_DEGREES = Decimal("2.6")
#: What « un » may be rounded from, as a share, and where it may be more.
_ONE, _LOOSE_ONES = Decimal("0.03"), frozenset(("time", "temperature"))
#: From this many units of its last digit a figure is precise, and an approximator adds only this share.
_DIGITS, _HEDGED = 100, Decimal("0.04")
#: Seconds.
_TEN_MINUTES, _TWO_HOURS = 600, 7200


@dataclass(frozen=True, slots=True)
class Conversion:
    """A stated conversion with what it should be."""

    source: Amount
    stated: Amount
    given: Bounds
    expected: Bounds
    verdict: Verdict
    explicit: bool


def conversions(article: Article) -> Iterator[Conversion]:
    """Every conversion that the text states, judged."""
    seen = set()
    for relation in relations(
        article, RelationKind.EQUALITY, "announced", "bracketed", "apposed", "restated", "recast"
    ):
        made = _conversion(relation)
        if made is None or frozenset((made.source.id, made.stated.id)) in seen:
            continue
        seen.add(frozenset((made.source.id, made.stated.id)))
        if made.verdict is not Verdict.INCONSISTENT or _meant(relation, made):
            yield made


def _meant(relation: Relation, made: Conversion) -> bool:
    """True unless nothing but their place links two amounts that disagree, and they do not look alike either.

    What shows that one was meant to be the other: a slip, a conversion made the wrong way, a whole hour astray.
    """
    stated, expected = made.given.value, made.expected.value
    if made.source.dimension.startswith("currency"):
        return bool(slip(stated, expected))  # taxes and margins come between two prices
    if relation.attributes.get("alike"):
        return bool(slip(stated, expected)) or near(stated, expected, _CLOSE)
    if form(relation) != "restated":
        return True
    if made.stated.shape is Shape.DURATION and made.source.shape is Shape.DURATION:
        astray = (
            made.given.scaled(made.stated.factor or 0).value
            - made.expected.scaled(made.stated.factor or 0).value
        )
        if relation.attributes["beside"]:
            return near(stated, expected, _POINTED if relation.attributes.get("pointed") else _CLOSE)
        return near(stated, expected, _CLOSE) and abs(astray) % _TEN_MINUTES < 1 and abs(astray) <= _TWO_HOURS
    if relation.attributes.get("hedged") and near(
        stated, expected, _HEDGING if relation.attributes["beside"] else _CLOSE
    ):
        return True
    if relation.attributes["beside"] and near(stated, expected, _NEAR):
        return True
    if made.source.dimension == "temperature":
        return False
    ratio = expected / made.source.value if made.source.value else None
    inverted = ratio is not None and ratio > 0 and near(stated, made.source.value / ratio, _SAME)
    return inverted or bool(slip(stated, expected))


def _conversion(relation: Relation) -> Conversion | None:
    stated = role(relation, "stated")
    tried = [
        found
        for source in (role(relation, "source"), *several(relation, "others"))
        if (found := _tried(source, stated, relation.explicit))
    ]
    if not tried:
        return None
    agreed = next((t for t in tried if t.verdict is Verdict.VERIFIED), None)
    if agreed:
        return agreed
    if not relation.explicit and len(tried) > 1:
        return None
    return next((t for t in tried if t.verdict is Verdict.BORDERLINE), tried[0])


def _tried(source: Amount, stated: Amount, explicit: bool) -> Conversion | None:
    if source.dimension.startswith("currency") and (
        source.dimension == "currency" or source.si_unit != stated.si_unit
    ):
        return None  # a price by the kilo and by the tonne may be converted, euros and dollars never
    expected = _converted(source, stated)
    if expected is None:
        return None
    stated = _precise(stated)
    given = stated.bounds(LOOSE)
    verdicts = [
        compare(one.bounds(LOOSE), other)
        for one in stated.readings_as_amounts()
        for origin in source.readings_as_amounts()
        if (other := _converted(origin, one)) is not None
    ]
    verdict = best(verdicts)
    if (
        source.dimension == "temperature"
        and abs(given.value - expected.value) > _DEGREES
        and stated.low is None
        and source.low is None
    ):
        verdict = Verdict.INCONSISTENT  # a share of a temperature is no margin: zero is a convention
    return Conversion(source, stated, given, expected, verdict, explicit)


def _converted(source: Amount, stated: Amount) -> Bounds | None:
    """*source* in the unit of *stated*; one (« un mille marin », « un million de tep ») is hardly rounded."""
    if source.value == source.ulp and source.slack is None and source.dimension not in _LOOSE_ONES:
        found = restated(source, stated, None)
        return found.widened(_ONE if source.ulp == 1 else _ONE * 4) if found is not None else None
    return restated(source, stated, LOOSE)


def _precise(stated: Amount) -> Amount:
    """« environ 202 km/h » is not 220: an approximator allows little to three digits that are written."""
    slack = stated.slack
    if slack is None or slack.below is None or not stated.zeros or stated.value < _DIGITS * stated.zeros:
        return stated
    return replace(stated, slack=Slack(min(slack.below, _HEDGED), min(slack.above, _HEDGED)))


@cache
def _outright() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:soit|c'est-à-dire|autrement dit|traduisez|traduction|lisez|comprenez|en clair|en d'autres termes|converti\w*)\b|=|\(",
        re.I,
    )


def _said_outright(article: Article, found: Conversion) -> bool:
    """True for « 3,88 MJ, soit 14 kWh »; times are multiplied more often than converted, and « cela représente » says little."""
    between = (found.source.span.end, max(found.source.span.end, found.stated.span.start))
    timed = found.source.shape is Shape.DURATION
    return found.explicit and not timed and _outright().search(article.text.prose, *between) is not None


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The stated conversions, wrong or verified."""
    for found in conversions(article):
        cause = diagnose(found.given.value, found.expected.value, settings.lang)
        unit = symbol(found.stated)
        yield from judged(
            RULE,
            article,
            settings,
            (found.source, found.stated),
            found.given,
            found.expected,
            "cause" if cause else "default",
            relation=f"{surface(article, found.source, settings.lang)} = {number(found.expected.value, settings.lang, unit)}",
            explicit=found.explicit,
            unit=unit,
            diagnosis=cause,
            matched=cause is not None or _said_outright(article, found),
            verdict=found.verdict,
            suggestion=number(found.expected.value, settings.lang, unit, digits=3),
            source=surface(article, found.source, settings.lang),
            stated_as=surface(article, found.stated, settings.lang),
        )
