"""Speed, distance and time that do not agree: « 300 km en deux heures, à 250 km/h de moyenne ».

A top speed (« jusqu'à », « en pointe ») only bounds the trip and is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from relecture.checks.arithmetic import relations
from relecture.checks.base import Outcome, Rule
from relecture.checks.multiplied import rate_product, triple
from relecture.relations.amounts import Amount
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity

RULE = Rule(
    slug="speed-distance-time",
    code="V07",
    family="V",
    severity=Severity.WARNING,
    title={"fr": "Vitesse, distance et durée incompatibles", "en": "Speed, distance and time disagree"},
    why={
        "fr": "La distance parcourue est la vitesse multipliée par la durée.",
        "en": "The distance is the speed times the time.",
    },
    messages={
        "default": {
            "fr": "{one} × {other} = {expected}, et non {result}.",
            "en": "{one} × {other} = {expected}, not {result}.",
        }
    },
    flagged=(
        "Le convoi couvre 240 km en trois heures, soit 120 km/h de moyenne.",
        "À 90 km/h, il parcourt 450 km en deux heures.",
        "Le coureur boucle 42 km en 3 heures, soit 18 km/h.",
    ),
    accepted=(
        "Le convoi couvre 240 km en trois heures, soit 80 km/h de moyenne.",
        "La rame roule jusqu’à 320 km/h et relie les deux villes, distantes de 500 km, en deux heures.",
        "Le coureur boucle 42 km en 3 heures, soit 14 km/h.",
    ),
    false_positives=("Une vitesse de pointe qui n’est pas dite telle.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The trips whose three figures disagree, or agree."""
    for relation in relations(article, RelationKind.PRODUCT, "rate"):
        rate = role(relation, "rate")
        if rate.dimension != "speed":
            continue
        pair = rate_product(rate, role(relation, "quantity"), role(relation, "result"))
        if pair:
            trip = replace(relation, explicit=relation.explicit or _average(article, rate))
            yield from triple(RULE, article, settings, trip, pair, ("rate", "quantity"))


def _average(article: Article, rate: Amount) -> bool:
    """True when the speed is said to be the average of the trip, whatever else the sentence bounds."""
    prose = article.text.prose
    before, after = (
        prose[max(0, rate.span.start - 24) : rate.span.start],
        prose[rate.span.end : rate.span.end + 20],
    )
    return _mean().search(before) is not None or _mean().match(after) is not None


@cache
def _mean() -> re.Pattern[str]:
    return re.compile(r"moyenne (?:de |d'environ |à )?$|\s(?:de|en) moyenne\b", re.I)
