"""A surname with a civility that the article never introduces: « répond M. Dupont ».

Fires when a civility and a surname stand in the article and no full name ends with that surname, and when
one surname has both « M. » and « Mme » while a single full name bears it.

In preview: fame, family members named together and articles cut from a longer one make too many of these
right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, Status, evidence, finding
from relecture.checks.names import bare, names, word_pattern
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="person-unintroduced",
    code="N04",
    family="N",
    severity=Severity.CHECK,
    title={"fr": "Personne non présentée", "en": "Person not introduced"},
    why={
        "fr": "Un patronyme seul ne dit pas au lecteur de qui l’on parle : il manque un prénom ou une fonction.",
        "en": "A surname alone does not tell the reader who it is: a first name or a function is missing.",
    },
    messages={
        "default": {
            "fr": "« {name} » n’est présenté nulle part : prénom, fonction ?",
            "en": "“{name}” is introduced nowhere: first name, function?",
        },
        "civility": {
            "fr": "« {one} » et « {other} » : est-ce la même personne ?",
            "en": "“{one}” and “{other}”: are they the same person?",
        },
    },
    flagged=(
        "« C’est faux », répond M. Delaunay. Le chantier continue.",
        "Le recours de Mme Roustan sera examiné en mars.",
        "Anne Vasseur dirige le port. Mme Vasseur a signé. M. Vasseur recevra la presse.",
    ),
    accepted=(
        "Luc Delaunay dirige le chantier. « C’est faux », répond M. Delaunay.",
        "Anne Vasseur dirige le port. Mme Vasseur recevra la presse.",
        "La loi Pacte et le rapport Meadows sont cités.",
    ),
    false_positives=("Une personnalité que tout le monde connaît.", "Les membres d’une même famille."),
    status=Status.PREVIEW,
    lacks="Une liste de notoriété et la reconnaissance des familles : sur des dépêches, trop de constats sont justifiés.",
)


@cache
def _civil() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<civility>M\.|Mme|Mlle|Monsieur|Madame)\s(?P<name>{word_pattern()})(?!\s{word_pattern()})"
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a surname."""
    prose = article.text.prose
    full = {bare(n.surname) for n in names(prose) if len(n.words) > 1}
    full |= {bare(n.surname) for n in names(prose) if n.civil and len(n.words) > 1}
    mentions: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _civil().finditer(prose):
        mentions[bare(match["name"])].append(match)
    for surname, found in mentions.items():
        first = Span(found[0].start(), found[0].end())
        other = next((m for m in found if _woman(m) != _woman(found[0])), None)
        if surname not in full:
            yield finding(
                RULE,
                settings,
                [evidence(article, first, "nom")],
                confidence=0.82,
                name=first.of(article.text.raw),
            )
        elif other is not None:
            second = Span(other.start(), other.end())
            yield finding(
                RULE,
                settings,
                [evidence(article, s, "nom") for s in (first, second)],
                "civility",
                confidence=0.82,
                one=first.of(article.text.raw),
                other=second.of(article.text.raw),
            )


def _woman(match: re.Match[str]) -> bool:
    return match["civility"] in {"Mme", "Mlle", "Madame"}
