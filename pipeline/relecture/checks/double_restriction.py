"""A figure restricted or softened twice: « ne correspond à peine qu'à », « environ près de 300 ».

Fires on « ne … que » with « à peine » or « seulement » inside, on two approximators in a row, on an
approximator with a number in « -aine », and on opposites around one figure (« plus de 12 % environ »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.wording import ABOUT, RESTRICTIVE
from relecture.openings import opened
from relecture.settings import Settings
from relecture.text import lowered
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="double-restriction",
    code="L02",
    family="L",
    severity=Severity.STYLE,
    title={"fr": "Restriction redondante", "en": "Redundant restriction"},
    why={
        "fr": "Deux restrictions ou deux approximations sur un même chiffre disent deux fois la même chose.",
        "en": "Two restrictions or approximations on one figure say the same thing twice.",
    },
    messages={
        "default": {
            "fr": "Formule redondante : « {extract} ». Un seul des deux mots suffit.",
            "en": "Redundant wording: “{extract}”. One of the two words is enough.",
        },
        "opposed": {
            "fr": "« {extract} » : une borne et une approximation à la fois. Laquelle garder ?",
            "en": "“{extract}”: a bound and an approximation at once. Which one to keep?",
        },
    },
    flagged=(
        "La réserve ne représente à peine que 2 jours de consommation.",
        "La panne a privé environ près de 300 foyers de courant.",
        "Le taux dépasse plus de 12 % environ.",
        "Il reste environ une vingtaine de places.",
    ),
    accepted=(
        "La réserve ne représente que 2 jours de consommation.",
        "La panne a privé quelque 300 foyers de courant.",
        "Près de 300 foyers, environ un quart du village, sont privés de courant.",
        "Il reste près d’une vingtaine de places.",
    ),
    false_positives=("Une redondance voulue dans une citation.",),
)


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], frozenset[str], re.Pattern[str]], ...]:
    """(message key, what must be in the text, words it begins with, pattern of a text in lower case)."""
    restrictive, about = any_of(RESTRICTIVE), any_of(ABOUT)
    number = r"\d[\d ,.]{0,12}"
    aine = "dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine"
    no, near = frozenset(("ne", "n'")), frozenset(ABOUT)
    some, exactly = ("environ", "à peu près", "approximativement", "quelque"), ("exactement", "précisément")
    return (
        (
            "default",
            RESTRICTIVE,
            no,
            re.compile(rf"n(?:e\s|')(?:\w+\s){{1,3}}(?:{restrictive})\s(?:que|qu')(?:\s?à)?"),
        ),
        (
            "default",
            RESTRICTIVE,
            no,
            re.compile(rf"n(?:e\s|')(?:\w+\s){{1,3}}(?:que|qu')\s?(?:à\s)?(?:{restrictive})\b(?=\s{number})"),
        ),
        ("default", ABOUT, near, re.compile(rf"(?:{about})\s?(?:{about})(?=\s?{number})")),
        (
            "default",
            ("aine",),
            frozenset(some),
            re.compile(rf"(?:{any_of(some)})\sune\s(?:petite\s)?(?:{aine})\b"),
        ),
        (
            "opposed",
            (" environ",),
            frozenset(("plus", "moins")),
            re.compile(rf"(?:plus|moins)\sde\s{number}(?:\s?[%€]|\s[\w']+)?\senviron\b"),
        ),
        (
            "opposed",
            exactly,
            frozenset(exactly),
            re.compile(rf"(?:{any_of(exactly)})\s(?:{about})(?=\s?{number})"),
        ),
        ("opposed", exactly, near, re.compile(rf"(?:{about})\s?(?:{any_of(exactly)})(?=\s{number})")),
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Every redundant wording once."""
    taken: list[Span] = []
    prose = lowered(article.text.prose)
    for key, needles, opening, pattern in _patterns():
        if not any(map(prose.__contains__, needles)):
            continue
        for match in opened(pattern, opening, prose):
            span = Span(match.start(), match.end())
            if any(span.overlaps(t) for t in taken):
                continue
            taken.append(span)
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "tournure")],
                key,
                confidence=0.93,
                extract=span.of(article.text.raw),
            )
