"""One fact, two values: « 684 000 foyers coupés… les 648 000 foyers coupés ».

Two mentions of one noun or unit whose figures look alike (digits swapped, one digit changed, a power of ten),
taken up by a definite group or in sentences that share their words. Another day, another source, a word
of change or of contrast breaks the link.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import READ, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.hours_twice import told_twice
from relecture.checks.million_billion import scaled
from relecture.checks.mistakes import disowned
from relecture.relations.links import form, role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="value-conflict",
    code="C02",
    family="C",
    severity=Severity.WARNING,
    title={"fr": "Un même fait, deux valeurs", "en": "One fact, two values"},
    why={
        "fr": "Deux chiffres qui se ressemblent pour un même fait trahissent souvent une faute de frappe.",
        "en": "Two look-alike figures for one fact often betray a typo.",
    },
    messages={
        "default": {
            "fr": "« {first} », puis « {second} » : même fait, deux valeurs ?",
            "en": "“{first}”, then “{second}”: one fact, two values?",
        }
    },
    flagged=(
        "L’orage a privé d’eau 12 400 foyers du Gard. Des citernes ravitaillent les 14 200 foyers du Gard.",
        "Le barrage de Tignes retient 235 millions de m3 d’eau. En aval, on craint que les 253 millions de m3 du barrage de Tignes débordent.",
        "L’incendie a détruit 320 hectares de pins à Lacanau. À Lacanau, 3 200 hectares de pins sont détruits.",
    ),
    accepted=(
        "L’orage a privé d’eau 12 400 foyers du Gard. Des citernes ravitaillent les 12 400 foyers du Gard.",
        "L’orage a privé d’eau 12 400 foyers jeudi. Vendredi, 14 200 foyers attendaient encore.",
        "Le parc de Nay affiche 90 MW. Celui de Pau, voisin, se contente de 60 MW.",
    ),
    false_positives=("Deux périmètres proches que la phrase ne nomme pas.",),
    supersedes=("share-mismatch",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The pairs of look-alike figures for one fact, and the two times of one event."""
    for spans in told_twice(article):
        one, other = (span.of(article.text.raw) for span in spans)
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "heure") for span in spans],
            confidence=READ,
            calculation=Calculation(relation="A = B", stated=one, expected=other, verdict=Verdict.INCONSISTENT),
            first=one,
            second=other,
        )
    for relation in relations(article, RelationKind.SAME_FACT, "anaphora", "context"):
        first, second = role(relation, "first"), role(relation, "second")
        power = relation.attributes["likeness"] == "power"
        if power and scaled(first.span, article) and scaled(second.span, article):
            continue  # million-billion says it better
        if disowned(article.text.prose, first.span) or disowned(article.text.prose, second.span):
            continue
        one, other = surface(article, first, settings.lang), surface(article, second, settings.lang)
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (first, second)),
            confidence=READ if form(relation) == "anaphora" or power else READ - 0.04,
            calculation=Calculation(relation="A = B", stated=one, expected=other, verdict=Verdict.INCONSISTENT),
            first=one,
            second=other,
        )
