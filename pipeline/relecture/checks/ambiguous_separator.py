"""A point that may separate thousands or decimals: « 6.792 MW » beside « 3.3 milliards ».

Fires when the article itself uses the point both ways: a group of three digits after a point in one
quantity, and a decimal point, plain to see, in another. An article that keeps to one usage is left alone,
and so are versions, references and law articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity

RULE = Rule(
    slug="ambiguous-separator",
    code="U07",
    family="U",
    severity=Severity.CHECK,
    title={"fr": "Séparateur ambigu", "en": "Ambiguous separator"},
    why={
        "fr": "Le point sépare ici des milliers, là des décimales : le lecteur ne sait plus comment lire.",
        "en": "The point separates thousands here and decimals there: the reader cannot tell how to read.",
    },
    messages={
        "default": {
            "fr": "« {one} » peut se lire {thousands} ou {decimals} : « {other} » emploie le point autrement.",
            "en": "“{one}” may be read {thousands} or {decimals}: “{other}” uses the point differently.",
        },
    },
    flagged=(
        "L’EPR de 1.650 MW a coûté 3.3 milliards d’euros.",
        "La ville compte 2.340 MW de solaire et consomme 12.5 GWh.",
        "La fusée de 4.200 tonnes emporte 1.25 tonne de fret.",
    ),
    accepted=(
        "L’EPR de 1.650 MW a coûté 3,3 milliards d’euros.",
        "La ville compte 2 340 MW de solaire et consomme 12,5 GWh.",
        "La version 3.11.7 applique l’article 12.294.",
    ),
    false_positives=("Une citation étrangère laissée avec sa ponctuation.",),
)


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}\.\d{3}(?!\d|\.\d)")


@cache
def _decimals() -> re.Pattern[str]:
    return re.compile(r"\d{1,6}\.(?:\d{1,2}|\d{4,6})(?![\d.])")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding an article: the first number that may be read both ways, and the one that casts the doubt."""
    prose = article.text.prose
    doubtful = _first(article, prose, _thousands())
    plain = _first(article, prose, _decimals())
    if doubtful is None or plain is None:
        return
    number = doubtful.number.of(prose).split()[0]
    yield finding(
        RULE,
        settings,
        [evidence(article, q.span, "nombre", q.id) for q in (doubtful, plain)],
        confidence=0.88,
        one=doubtful.text,
        other=plain.text,
        thousands=number.replace(".", "\u202f"),
        decimals=number.replace(".", ","),
    )


def _first(article: Article, prose: str, pattern: re.Pattern[str]) -> Quantity | None:
    return next(
        (
            q
            for q in article.quantities
            if q.unit and "." in (number := q.number.of(prose)) and pattern.fullmatch(number.split()[0])
        ),
        None,
    )
