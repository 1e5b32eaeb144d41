"""An announced count that the list contradicts: « Trois pays : la France, l'Italie, l'Espagne et le Portugal ».

Only plain lists are counted: short noun groups after a colon, to the end of the sentence, with at most one
« et », no figure, no verb, no « dont ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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
        "Deux lauréates : Lucie Bern, romancière à Metz, et Zoé Ott, traductrice.",
    ),
    false_positives=("Un élément qui contient lui-même une virgule ou un « et ».",),
)
_FEWEST = 2


@cache
def _says_who() -> re.Pattern[str]:
    # « Agnès Roy, glaciologue à Grenoble, et … »: after a name, a noun without its article.
    return re.compile(r"(?<=,\s)(?!(?:les?|la|l'|une?|des|cette|son|sa|ses|leurs?|du|et)\b)[a-zà-ÿ]")


def _appositions(listed: str) -> int:
    """How many parts of a list of names only say who someone is."""
    return len(_says_who().findall(listed)) if listed[:1].isupper() else 0


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The lists that have more or fewer items than announced."""
    for relation in relations(article, RelationKind.PARTITION, "items"):
        count, items = role(relation, "whole"), int(relation.attributes["items"])
        if items < _FEWEST or count.value == items or relation.trigger is None:
            continue
        items -= _appositions(relation.trigger.of(article.text.prose))
        if count.value == items:
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
