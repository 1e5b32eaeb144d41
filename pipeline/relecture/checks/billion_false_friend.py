"""« billion » or « trillion » taken from English: « plus d'un trillion de dollars ».

In French, billion is 10¹² and trillion 10¹⁸; English billion is a milliard and trillion a billion. Reported
before money; a sentence that explains the word, and the trillions of biology and astronomy, are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.arithmetic import EXPLICIT
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.needles import scan
from relecture.settings import Settings
from relecture.types import Article, Severity, Span

RULE = Rule(
    slug="billion-false-friend",
    code="V06",
    family="V",
    severity=Severity.WARNING,
    title={
        "fr": "« billion » ou « trillion » calqué de l’anglais",
        "en": "“Billion” or “trillion” taken from English",
    },
    why={
        "fr": "En français, un billion vaut mille milliards et un trillion un milliard de milliards.",
        "en": "In French a billion is 10¹² and a trillion 10¹⁸.",
    },
    messages={
        "default": {
            "fr": "En français, « {word} » vaut {meaning} : vouliez-vous écrire « {written} » ?",
            "en": "In French “{word}” is {meaning}: did you mean “{written}”?",
        }
    },
    flagged=(
        "Le fonds gère plus d’un trillion de dollars.",
        "La start-up vaut 2 billions de dollars en Bourse.",
        "Le plan de relance pèse 1,9 trillion de dollars.",
    ),
    accepted=(
        "Le fonds gère plus de mille milliards de dollars.",
        "Le corps humain abrite des trillions de bactéries.",
        "« Trillion », en anglais, se dit billion en français : mille milliards de dollars.",
    ),
    false_positives=("Un texte qui suit l’échelle longue en connaissance de cause.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The billions and trillions of money."""
    for match in scan(_words(), article.text.prose):
        small = match["word"].lower().startswith("b")
        span = Span(*match.span("word"))
        plural = match["word"].lower().endswith("s")
        words = (
            ("milliards" if plural else "milliard")
            if small
            else ("mille milliards" if not plural else "milliers de milliards")
        )
        meaning = {"fr": ("10¹²", "10¹⁸"), "en": ("10¹²", "10¹⁸")}[settings.lang][0 if small else 1]
        yield finding(
            RULE,
            settings,
            [evidence(article, span), evidence(article, Span(*match.span()))],
            confidence=EXPLICIT,
            suggestion=words,
            word=match["word"],
            meaning=meaning,
            written=words,
        )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<word>(?:b|tr)illions?) (?:de |d')(?:dollars?|euros?|yens?|yuans?|livres|francs?|roupies|US\$|\$|€)",
        re.IGNORECASE,
    )
