"""An announced count that the list contradicts: « Trois pays : la France, l'Italie, l'Espagne et le Portugal ».

Only plain lists are counted: short noun groups after a colon, to the end of the sentence, with at most one
« et », no figure, no verb, no « dont ».
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import READ, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="item-count-mismatch",
    code="A02",
    family="A",
    severity=Severity.WARNING,
    title={"fr": "Nombre annoncé ≠ nombre d’éléments cités", "en": "Announced count ≠ number of items"},
    why={
        "fr": "Le lecteur compte : la liste doit avoir autant d’éléments que le texte en annonce.",
        "en": "Readers count: the list must have as many items as the text announces.",
    },
    messages={
        "default": {
            "fr": "Le texte annonce « {count} » ; {items} sont énumérés.",
            "en": "The text announces “{count}”; {items} are listed.",
        }
    },
    flagged=(
        "Le tracé dessert trois communes : Nay, Coarraze, Igon et Bénéjacq.",
        "Quatre métaux manquent : le cobalt, le nickel et le lithium.",
        "Deux villes restent en lice : Lens, Amiens et Arras.",
    ),
    accepted=(
        "Le tracé dessert quatre communes : Nay, Coarraze, Igon et Bénéjacq.",
        "Trois pays dominent, dont la France et l’Italie.",
        "Deux raisons à cela : le prix du gaz, qui flambe, et la météo.",
    ),
    false_positives=("Un élément qui contient lui-même une virgule ou un « et ».",),
)
_FEWEST = 2


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The lists that have more or fewer items than announced."""
    for relation in relations(article, RelationKind.PARTITION, "items"):
        count, items = role(relation, "whole"), int(relation.attributes["items"])
        if items < _FEWEST or count.value == items or relation.trigger is None:
            continue
        yield finding(
            RULE,
            settings,
            [*operand_evidence(article, (count,)), evidence(article, relation.trigger, role="liste")],
            confidence=READ,
            calculation=Calculation(
                relation="n", stated=str(count.value), expected=str(items), verdict=Verdict.INCONSISTENT
            ),
            count=surface(article, count, settings.lang),
            items=items,
        )
