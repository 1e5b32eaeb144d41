"""Unit price × quantity ≠ amount: « 35 kWh à 0,69 euro le kilowattheure reviennent à 42,15 euros ».

One unit price, what it is the price of (« le mégawattheure », « le sac »), how much of it there is and one
amount of the same currency, in a sentence or in neighbouring ones, with a word that links them. A discount, a
part, a bound (« jusqu'à »), a second price only let the product be confirmed, unless the amount is the product
with a digit or a zero astray.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import relations
from relecture.checks.base import Outcome, Rule
from relecture.checks.multiplied import count_product, rate_product, triple
from relecture.checks.sum_mismatch import added_up
from relecture.relations.amounts import Shape
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity

RULE = Rule(
    slug="price-mismatch",
    code="M01",
    family="M",
    severity=Severity.ERROR,
    title={"fr": "Prix × quantité ≠ montant", "en": "Price × quantity ≠ amount"},
    why={
        "fr": "Le montant doit être le prix unitaire multiplié par la quantité.",
        "en": "The amount must be the unit price times the quantity.",
    },
    messages={
        "default": {
            "fr": "{one} × {other} = {expected}, et non {result}.",
            "en": "{one} × {other} = {expected}, not {result}.",
        },
        "bill": {
            "fr": "Le compte fait {expected} ; le texte annonce {whole}.",
            "en": "The bill comes to {expected}; the text says {whole}.",
        },
    },
    flagged=(
        "Les 40 kWh repris hier, à 0,50 euro le kilowattheure, ont coûté 32 euros.",
        "Il a livré 60 tonnes de blé à 210 euros la tonne, soit 18 000 euros.",
        "Le parc a vendu 50 GWh à 80 €/MWh, pour une recette de 400 000 euros.",
    ),
    accepted=(
        "Les 40 kWh repris hier, à 0,50 euro le kilowattheure, ont coûté 20 euros.",
        "Il a livré 60 tonnes de blé à 210 euros la tonne, soit 12 600 euros.",
        "Le mégawattheure est garanti à 105 euros pendant vingt ans.",
    ),
    false_positives=("Un abonnement ou une remise que la phrase ne dit pas.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The amounts that their unit price and quantity contradict, or confirm."""
    for relation in relations(article, RelationKind.PRODUCT, "rate"):
        rate = role(relation, "rate")
        if not rate.dimension.startswith("currency"):
            continue
        pair = rate_product(rate, role(relation, "quantity"), role(relation, "result"))
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("rate", "quantity"))
    for relation in relations(article, RelationKind.PARTITION, "bill"):
        yield from added_up(RULE, relation, article, settings)
    for relation in relations(article, RelationKind.PRODUCT, "priced"):
        if role(relation, "unit").shape is Shape.MONEY:
            pair = count_product(role(relation, "count"), role(relation, "unit"), role(relation, "result"))
            if pair:
                yield from triple(RULE, article, settings, relation, pair, ("count", "unit"))
