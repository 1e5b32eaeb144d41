"""A conversion stated in the text that does not come out: « 3,88 MJ, soit 14 kWh ».

Two amounts of one dimension in two units, linked by « soit », « c'est-à-dire », « équivaut à », a sign or
brackets, are converted one into the other with the margin that their writing allows (last digit,
truncation, approximators). After a pronoun (« ça ne correspond qu'à… ») every earlier amount of the
sentence is tried: one that agrees is enough. Currencies are left to `currency-mismatch`; peak, thermal
and electric watts are never converted into each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from relecture.checks.arithmetic import diagnose, judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE, Amount
from relecture.relations.bounds import Bounds, best, compare
from relecture.relations.conversion import restated
from relecture.relations.links import role, several
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
    for relation in relations(article, RelationKind.EQUALITY, "announced", "bracketed", "apposed"):
        made = _conversion(relation)
        if made:
            yield made


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
    if source.dimension.startswith("currency"):
        return None
    expected = restated(source, stated, LOOSE)
    if expected is None:
        return None
    given = stated.bounds(LOOSE)
    verdicts = [
        compare(one.bounds(LOOSE), other)
        for one in stated.readings_as_amounts()
        for origin in source.readings_as_amounts()
        if (other := restated(origin, one, LOOSE)) is not None
    ]
    return Conversion(source, stated, given, expected, best(verdicts), explicit)


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
            verdict=found.verdict,
            near=True,
            suggestion=number(found.expected.value, settings.lang, unit, digits=3),
            source=surface(article, found.source, settings.lang),
            stated_as=surface(article, found.stated, settings.lang),
        )
