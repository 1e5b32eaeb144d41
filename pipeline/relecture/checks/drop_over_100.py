"""A fall of more than 100 %: « une baisse de 120 % des ventes », « 150 % moins cher ».

A positive value cannot lose more than all it is. Results, margins and balances, which may turn negative, are left
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import READ, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity

RULE = Rule(
    slug="drop-over-100",
    code="P04",
    family="P",
    severity=Severity.WARNING,
    title={"fr": "Baisse supérieure à 100 %", "en": "Fall of more than 100%"},
    why={
        "fr": "Une grandeur positive qui baisse de 100 % est nulle : elle ne peut perdre davantage.",
        "en": "A positive value that falls by 100% is nil: it cannot lose more.",
    },
    messages={
        "default": {
            "fr": "Une grandeur positive ne peut baisser de plus de 100 % (« {said} ») : diviser par… ?",
            "en": "A positive value cannot fall by more than 100% (“{said}”): divide by…?",
        }
    },
    flagged=(
        "Les ventes de poêles ont connu une baisse de 140 % au printemps.",
        "La nouvelle cellule est 200 % moins chère que l’ancienne.",
        "En dix ans, la commune a perdu 130 % de ses commerces.",
    ),
    accepted=(
        "Le bénéfice chute de 130 %, à −12 millions d’euros.",
        "Le conseil veut réduire de 100 % ses émissions.",
        "Les ventes de poêles ont connu une hausse de 140 % au printemps.",
    ),
    false_positives=("Un solde ou un résultat que la phrase ne nomme pas.",),
)
_ALL = Decimal(100)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The falls of more than all there is."""
    for relation in relations(article, RelationKind.CHANGE, "drop"):
        change = role(relation, "change")
        if change.bounds().low <= _ALL or relation.trigger is None:
            continue
        yield finding(
            RULE,
            settings,
            [*operand_evidence(article, (change,)), evidence(article, relation.trigger)],
            confidence=READ,
            said=surface(article, change, settings.lang),
        )
