"""A figure of the headline that the body contradicts: « une morte » above, « deux morts » below.

The body must speak of the same thing (same noun or unit, common words) and never give the headline's value,
rounding allowed. A headline with a word of contrast (« encore », « contre », « prévu ») is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import EXPLICIT, READ, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, finding
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="headline-value-conflict",
    code="C01",
    family="C",
    severity=Severity.ERROR,
    title={"fr": "Chiffre du titre contredit par le corps", "en": "Headline figure contradicted by the body"},
    why={
        "fr": "Le titre doit donner le chiffre de l’article, arrondi au besoin.",
        "en": "The headline must give the article’s figure, rounded if need be.",
    },
    messages={
        "default": {
            "fr": "Le titre dit « {first} », le corps « {second} » : lequel est juste ?",
            "en": "The headline says “{first}”, the body “{second}”: which is right?",
        }
    },
    flagged=(
        "Avalanche aux Orres : un mort et trois blessés\n\nLa coulée a fait deux morts et trois blessés, selon la gendarmerie.",
        "La crue chasse 1 240 habitants de Saintes\n\nLa Charente a chassé 1 420 habitants du centre de Saintes.",
        "Incendie à Mens : 18 maisons détruites\n\nLe feu a ravagé Mens. En tout, 13 maisons ont été détruites par l’incendie.",
    ),
    accepted=(
        "Avalanche aux Orres : un mort et trois blessés\n\nLa coulée a fait un mort et trois blessés, selon la gendarmerie.",
        "Près de 70 MW d’éolien à Sète\n\nLe parc de Sète développera 68,7 MW d’éolien.",
        "La crue chasse 1 240 habitants de Saintes\n\nÀ Cognac, 300 habitants ont été prévenus.",
    ),
    false_positives=("Un titre qui parle d’un autre périmètre que la phrase comparée.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The headline's figures that the body contradicts."""
    for relation in relations(article, RelationKind.SAME_FACT, "headline"):
        first, second = role(relation, "first"), role(relation, "second")
        one, other = surface(article, first, settings.lang), surface(article, second, settings.lang)
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (first, second)),
            confidence=EXPLICIT if relation.attributes["likeness"] else READ,
            severity=None if relation.attributes["likeness"] else Severity.WARNING,
            calculation=Calculation(relation="A = B", stated=one, expected=other, verdict=Verdict.INCONSISTENT),
            first=one,
            second=other,
        )
