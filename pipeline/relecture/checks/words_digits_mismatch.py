"""A number in words and the figure in brackets that repeats it: « trois (4) éoliennes ».

The two must be equal; « une douzaine de pays (11) » is round and may differ a little.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import EXPLICIT, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, finding
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="words-digits-mismatch",
    code="E04",
    family="E",
    severity=Severity.WARNING,
    title={"fr": "Nombre en lettres ≠ nombre en chiffres", "en": "Words and digits disagree"},
    why={
        "fr": "Un nombre écrit deux fois, en lettres puis en chiffres, doit être le même.",
        "en": "A number written twice, in words then in digits, must be the same.",
    },
    messages={
        "default": {
            "fr": "« {words} » et « {figures} » ne disent pas la même chose : lequel est juste ?",
            "en": "“{words}” and “{figures}” do not say the same: which is right?",
        }
    },
    flagged=(
        "Le jury a retenu cinq (6) dossiers.",
        "Le legs dépasse trois millions (300 000) d’euros.",
        "Une douzaine de communes (19) ont signé.",
    ),
    accepted=(
        "Le jury a retenu cinq (5) dossiers.",
        "Une douzaine de communes (13) ont signé.",
        "Trois sites (dont 4 hectares à Pau) sont à vendre.",
    ),
    false_positives=("Un numéro de département ou une note entre parenthèses.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The numbers written twice that differ."""
    for relation in relations(article, RelationKind.EQUALITY, "spelled"):
        words, figures = role(relation, "source"), role(relation, "stated")
        if words.span.of(article.text.raw)[:1].isdecimal() or words.nominal().meets(figures.nominal()):
            continue
        if words.approximate and abs(words.value - figures.value) * 5 <= words.value:
            continue
        one, other = surface(article, words, settings.lang), surface(article, figures, settings.lang)
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (words, figures)),
            confidence=EXPLICIT,
            calculation=Calculation(relation="A = B", stated=one, expected=other, verdict=Verdict.INCONSISTENT),
            words=one,
            figures=other,
        )
