"""A multiple that its two values contradict: « divisé par trois, de 12 à 6 GWh ».

« k fois plus » is × k, as French newspapers use it. A whole multiple is right from k − 0.4 to k + 0.8
(« doublé » for 2.6 is said), a decimal one to its last digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from relecture.checks.arithmetic import judged, kindest, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import CLOSE, Amount
from relecture.relations.bounds import Bounds, best, compare
from relecture.relations.conversion import restated
from relecture.relations.links import maybe, role
from relecture.relations.slips import near
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="ratio-mismatch",
    code="R01",
    family="R",
    severity=Severity.ERROR,
    title={"fr": "Multiple ou division contredit par les valeurs", "en": "Multiple contradicted by its values"},
    why={
        "fr": "Le rapport des deux valeurs doit être celui que le texte annonce.",
        "en": "The ratio of the two values must be the one that the text states.",
    },
    messages={
        "default": {
            "fr": "Le rapport entre {before} et {after} est de {expected}, pas de {stated}.",
            "en": "The ratio of {before} to {after} is {expected}, not {stated}.",
        }
    },
    flagged=(
        "La fréquentation a été divisée par trois, de 1 200 à 600 visiteurs.",
        "Le devis atteint 9 millions d’euros, deux fois plus que les 3 millions d’euros prévus.",
        "Le prix a triplé, passant de 40 à 60 euros.",
    ),
    accepted=(
        "La fréquentation a été divisée par deux, de 1 200 à 600 visiteurs.",
        "Le devis atteint 9 millions d’euros, trois fois plus que les 3 millions d’euros prévus.",
        "La liste double sa rivale d’un souffle, 52 % contre 48 %.",
    ),
    false_positives=("« doubler » au sens de dépasser.",),
)
#: How many times over the ratio of values that only their place brings together may differ.
_FARTHEST = Decimal(10)
_BELOW, _ABOVE = Decimal("0.4"), Decimal("0.8")


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The stated multiples, wrong or verified."""
    for relation in kindest(relations(article, RelationKind.RATIO, "multiple", "compared"), _verdict):
        before, after = role(relation, "before"), role(relation, "after")
        stated = times(relation)
        expected = _ratio(before, after, relation)
        if expected is None or (not relation.explicit and not near(stated.value, expected.value, _FARTHEST)):
            continue
        if (before.value, before.canonical) == (after.value, after.canonical):
            continue  # « une tonne de conteneurs fait dix fois plus qu'une tonne de pétrole »
        said = maybe(relation, "times")
        first, second = surface(article, before, settings.lang), surface(article, after, settings.lang)
        yield from judged(
            RULE,
            article,
            settings,
            (before, after, said) if said else (before, after),
            stated,
            expected,
            relation=f"{_quotient(relation, first, second)} = {number(expected.value, settings.lang, digits=3)}",
            explicit=relation.explicit,
            verdict=_verdict(relation),
            holds=partial(_holds, relation),
            before=first,
            after=second,
        )


def _quotient(relation: Relation, before: str, after: str) -> str:
    """The division that `_ratio` makes, as written."""
    origin = restated(role(relation, "before"), role(relation, "after"), None)
    falls = origin is not None and origin.value > role(relation, "after").value
    turned = falls if relation.attributes.get("either") else bool(relation.attributes["inverse"])
    return f"{before} / {after}" if turned else f"{after} / {before}"


def _verdict(relation: Relation) -> Verdict:
    before, after = role(relation, "before"), role(relation, "after")
    found = [
        compare(times(relation), other)
        for one in before.readings_as_amounts()
        for two in after.readings_as_amounts()
        if (other := _ratio(one, two, relation)) is not None
    ]
    return best(found or [Verdict.UNVERIFIABLE])


def _holds(relation: Relation, *amounts: Amount) -> bool:
    """True when *amounts* in the roles of *relation* agree."""
    roles = dict(zip(("before", "after", "times"), amounts, strict=False))
    return _verdict(replace(relation, attributes={**relation.attributes, "roles": roles})) is Verdict.VERIFIED


def times(relation: Relation) -> Bounds:
    """The multiple that *relation* states, with its margin."""
    said = maybe(relation, "times")
    if said is None:
        value = Decimal(int(relation.attributes["factor"]))
    elif said.value != said.value.to_integral_value():
        return said.bounds(CLOSE).widened(Decimal("0.03"))
    elif said.low is not None and said.high is not None:
        return Bounds(said.low - _BELOW, said.value, said.high + _BELOW)
    else:
        value = said.value
    return Bounds(value - max(_BELOW, value / 20), value, value + max(_ABOVE, value / 10))


def _ratio(before: Amount, after: Amount, relation: Relation) -> Bounds | None:
    said = maybe(relation, "times")
    whole = said is None or said.value == said.value.to_integral_value()
    origin = restated(before, after, None if whole else CLOSE)
    end = after.nominal() if whole else after.bounds(CLOSE)
    if origin is None or min(origin.low, end.low) <= 0:
        return None
    if relation.attributes.get("either"):  # « k fois plus » says which of the two is the larger
        return end / origin if end.value >= origin.value else origin / end
    return origin / end if relation.attributes["inverse"] else end / origin
