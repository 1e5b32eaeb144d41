"""« 1 000 watts d'énergie »: a power called an energy.

Fires on a power followed by « d'énergie » and nothing that makes it a sector (« 8 GW d'énergie éolienne »).
« 60 mégawatts d'électricité » is a power at a moment and is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import after, any_of, measuring, unit_written
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.magnitudes import KINDS
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="watts-of-energy",
    code="D07",
    family="D",
    severity=Severity.WARNING,
    title={"fr": "Watts « d’énergie »", "en": "Watts “of energy”"},
    why={
        "fr": "Le watt mesure une puissance : « d’énergie » appelle des wattheures ou des joules.",
        "en": "The watt measures power: “of energy” calls for watt-hours or joules.",
    },
    messages={
        "default": {
            "fr": "« {unit} d’énergie » : cette unité mesure une puissance. Des {unit} de puissance, ou des wattheures d’énergie ?",
            "en": "“{unit} of energy”: this unit measures power. Power in {unit}, or energy in watt-hours?",
        },
    },
    flagged=(
        "La piscine réclame 800 watts d’énergie.",
        "Les deux turbines livrent 9 mégawatts d’énergie à la vallée.",
        "Il faudrait trouver 40 GW d’énergie avant l’hiver.",
    ),
    accepted=(
        "La piscine réclame 800 wattheures d’énergie.",
        "La région compte 8 GW d’énergie éolienne.",
        "Environ 60 mégawatts d’électricité sont disponibles.",
    ),
    false_positives=("« MW d’énergie » pour « MW de projets d’énergie renouvelable », sans l’adjectif.",),
)


@cache
def _energy() -> re.Pattern[str]:
    return re.compile(rf"\sd'énergies?(?!\s(?:{any_of(KINDS)}|issue|produite à partir|d'origine))\b", re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a power that is called an energy."""
    for quantity in measuring(article, "power"):
        match = _energy().match(after(article, quantity, 60))
        if match:
            span = Span(quantity.span.start, quantity.span.end + match.end())
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "énergie", quantity.id)],
                confidence=0.9,
                unit=unit_written(quantity),
            )
