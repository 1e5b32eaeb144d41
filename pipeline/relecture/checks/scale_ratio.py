"""A ratio on a scale whose zero is arbitrary: « deux fois plus froid », « deux fois plus chaud ».

Degrees Celsius have no natural zero, so that twice 15 °C means nothing; give the difference. The pH is
logarithmic. « la hausse a été deux fois plus forte » compares differences and is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.arithmetic import READ
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.prose import matching
from relecture.settings import Settings
from relecture.types import Article, Severity, Span

RULE = Rule(
    slug="scale-ratio",
    code="R05",
    family="R",
    severity=Severity.WARNING,
    title={
        "fr": "Rapport calculé sur une échelle sans zéro naturel",
        "en": "Ratio on a scale without a natural zero",
    },
    why={
        "fr": "Sur une échelle en °C ou de pH, « deux fois plus » n’a pas de sens : le zéro est arbitraire.",
        "en": "On a Celsius or pH scale “twice as” means nothing: the zero is arbitrary.",
    },
    messages={
        "default": {
            "fr": "« {said} » : un rapport n’a pas de sens sur cette échelle. Donner l’écart ?",
            "en": "“{said}”: a ratio means nothing on this scale. Give the difference?",
        }
    },
    flagged=(
        "Il a fait −18 °C à Mouthe, presque deux fois plus froid qu’à Pontarlier.",
        "L’eau est deux fois plus chaude qu’en mai : 24 °C contre 12 °C.",
        "La cave, à 10 °C, est trois fois plus froide que la cuisine.",
    ),
    accepted=(
        "Il a fait −18 °C à Mouthe, 9 °C de moins qu’à Pontarlier.",
        "Le câble est deux fois plus rapide et chauffe à 40 °C.",
        "La hausse a été deux fois plus forte ici : + 2 °C contre + 1 °C.",
    ),
    false_positives=("Un emploi plaisant ou figuré.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The « k fois plus chaud » of articles that speak of degrees."""
    text = article.text.prose
    if not any(q.dimension.startswith("temperature") for q in article.quantities):
        return
    for _, match in matching(text, ("fois plus", "fois moins"), _ratio()):
        span = Span(*match.span())
        yield finding(
            RULE, settings, [evidence(article, span)], confidence=READ, said=span.of(article.text.raw)
        )


@cache
def _ratio() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:deux|trois|quatre|cinq|six|dix|\d{1,3}) fois (?:plus|moins) (?:froid|chaud)e?s?\b", re.IGNORECASE
    )
