"""A power held equal to a yearly consumption or production.

« 0,8 MW, soit la consommation annuelle de 300 foyers » compares a rate with an amount. Only a member that
is plainly an amount (« annuelle », « par an », « pendant un an », « production totale ») fires; « soit la
consommation de 6 000 habitants », which newsrooms use as a shorthand, does not. Silent when the sentence
gives an energy too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import after, dimension, measuring, sentence, unit_written
from relecture.checks.base import Rule, evidence, finding
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="cross-dimension-equivalence",
    code="D08",
    family="D",
    severity=Severity.CHECK,
    title={"fr": "Équivalence entre deux grandeurs", "en": "Equivalence between two magnitudes"},
    why={
        "fr": "Une puissance ne se compare pas à une quantité annuelle : il manque la production de l’année.",
        "en": "A power cannot be compared with a yearly amount: the year’s production is missing.",
    },
    messages={
        "default": {
            "fr": "Une puissance ({power}) est comparée à une quantité annuelle : quelle est la production en un an ?",
            "en": "A power ({power}) is compared with a yearly amount: what is the production in a year?",
        },
    },
    flagged=(
        "La toiture atteint 0,6 MW, soit la consommation annuelle de 200 foyers.",
        "Le parc offre 90 MW, de quoi couvrir les besoins de 40 000 foyers pendant un an.",
        "Il manque 150 mégawatts, l’équivalent de la production totale de 2009.",
    ),
    accepted=(
        "Dix gigawatts, soit l’équivalent de dix réacteurs nucléaires.",
        "300 MWc, de quoi produire 350 GWh par an, soit la consommation annuelle de 70 000 foyers.",
        "La toiture atteint 0,6 MW, soit la consommation de 200 foyers.",
    ),
    false_positives=("Une équivalence dont l’énergie est donnée dans la phrase d’avant.",),
)


@cache
def _equals() -> re.Pattern[str]:
    return re.compile(
        r"[^.;:]{0,24}?(?:\bsoit\b|équivala?n?t|l'équivalent|de quoi (?:couvrir|alimenter|satisfaire)|ce qui (?:correspond|équivaut))"
        r"[^.;:]{0,30}(?:consommation|besoins|production)[^.;:]{0,60}?"
        r"(?:annuelle|annuels|par an\b|pendant (?:un an|une année)|totale? d|chaque année|sur un an|en un an)",
        re.I,
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a power made equal to a yearly amount."""
    for quantity in measuring(article, "power"):
        match = _equals().match(after(article, quantity))
        if match is None or any(
            dimension(q).startswith("energy") for q in article.quantities_in(sentence(article, quantity))
        ):
            continue
        span = Span(quantity.span.start, quantity.span.end + match.end())
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "équivalence", quantity.id)],
            confidence=0.85,
            power=f"{quantity.number.of(article.text.raw)} {unit_written(quantity)}",
        )
