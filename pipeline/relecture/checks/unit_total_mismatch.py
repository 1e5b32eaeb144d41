"""Count × unit value ≠ total: « 8 éoliennes de 2,3 MW, soit 28,4 MW ».

Read from « n … de q (chacun), soit T », « répartis entre n …, T laissent q à chacun », and from a rate that
is neither a price nor a speed (« 70 quintaux à l'hectare sur 12 hectares »). A unit value given as a
range gives a range of totals.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import relations
from relecture.checks.base import Outcome, Rule
from relecture.checks.multiplied import count_product, periodic_product, rate_product, triple
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity

RULE = Rule(
    slug="unit-total-mismatch",
    code="A03",
    family="A",
    severity=Severity.ERROR,
    title={"fr": "Nombre × valeur unitaire ≠ total", "en": "Count × unit value ≠ total"},
    why={
        "fr": "Le total doit être le nombre multiplié par la valeur de chacun.",
        "en": "The total must be the count times the value of each.",
    },
    messages={
        "default": {
            "fr": "{one} × {other} = {expected}, et non {result}.",
            "en": "{one} × {other} = {expected}, not {result}.",
        }
    },
    flagged=(
        "Le site aligne 12 éoliennes de 3 MW, soit 48 MW.",
        "Répartis entre 2 000 foyers, les 5 MW laissent 25 kW à chacun.",
        "Les cinq bus de 80 places, soit 320 places au total, partiront à l’aube.",
    ),
    accepted=(
        "Le site aligne 12 éoliennes de 3 MW, soit 36 MW.",
        "Répartis entre 2 000 foyers, les 5 MW laissent 2,5 kW à chacun.",
        "Le groupe exploite 58 réacteurs de 900 à 1 450 MW, soit 63 GW.",
    ),
    false_positives=("Un total qui compte d’autres éléments que ceux de la phrase.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The totals that their count and unit value contradict, or confirm."""
    for relation in relations(article, RelationKind.PRODUCT, "count"):
        pair = count_product(role(relation, "count"), role(relation, "unit"), role(relation, "result"))
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("count", "unit"))
    for relation in relations(article, RelationKind.PRODUCT, "periodic"):
        amounts = (role(relation, "rate"), role(relation, "quantity"), role(relation, "result"))
        pair = periodic_product(*amounts, relation.attributes["period"])
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("rate", "quantity"))
    for relation in relations(article, RelationKind.PRODUCT, "rate"):
        rate = role(relation, "rate")
        if rate.dimension == "speed" or rate.dimension.startswith("currency"):
            continue
        pair = rate_product(rate, role(relation, "quantity"), role(relation, "result"))
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("rate", "quantity"))
