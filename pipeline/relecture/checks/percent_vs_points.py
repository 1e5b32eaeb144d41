"""Percentage points called per cent: « le taux passe de 9,4 % à 9,2 %, une baisse de 0,2 % ».

Between two percentages, a stated change that equals their difference, and not their relative change,
is in points.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import EXPLICIT, number, operand_evidence
from relecture.checks.base import Outcome, Rule, finding
from relecture.checks.changes import changes, difference, in_points
from relecture.settings import Settings
from relecture.types import Article, Calculation, Severity, Verdict

RULE = Rule(
    slug="percent-vs-points",
    code="P03",
    family="P",
    severity=Severity.ERROR,
    title={"fr": "Points de pourcentage écrits en pour cent", "en": "Percentage points written as per cent"},
    why={
        "fr": "L’écart entre deux taux se dit en points ; en pour cent, il est relatif au premier taux.",
        "en": "The distance between two rates is in points; in per cent it is relative to the first rate.",
    },
    messages={
        "default": {
            "fr": "Écart entre deux taux : écrire « {points} », ou « {relative} » en relatif.",
            "en": "Distance between two rates: write “{points}”, or “{relative}” in relative terms.",
        }
    },
    flagged=(
        "Le taux d’occupation passe de 61,5 % à 63 %, une hausse de 1,5 %.",
        "La part du rail grimpe de 8 % à 11 % (+ 3 %).",
        "Le rendement tombe de 42 % à 40 %, soit une baisse de 2 %.",
    ),
    accepted=(
        "Le taux d’occupation passe de 61,5 % à 63 %, une hausse de 1,5 point.",
        "La part du rail grimpe de 8 % à 12 % (+ 50 %).",
        "Les loyers ont augmenté de 2 % puis de 3 %.",
    ),
    false_positives=("Un pourcentage d’une autre évolution, égal par hasard à l’écart des deux taux.",),
    supersedes=("percent-change-mismatch",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The differences of two rates given in per cent."""
    for found in changes(article):
        if not in_points(found):
            continue
        lang = settings.lang
        distance = difference(found).value
        word = ("points" if distance >= 2 else "point") if lang == "fr" else "points"
        points, relative = number(distance, lang, word), number(found.expected.value, lang, "%", digits=2)
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (found.before, found.after, found.change)),
            confidence=EXPLICIT,
            calculation=Calculation(
                relation="B − A",
                stated=number(found.stated.value, lang, "%"),
                expected=f"{points} ; {relative}",
                verdict=Verdict.INCONSISTENT,
                diagnosis="points",
            ),
            points=points,
            relative=relative,
        )
