"""One figure at two scales: « 22,5 milliards » in the headline, « 22,5 millions » in the text.

Same digits, same unit or noun, a power of a thousand between them, in two places that speak of the same
fact (headline and body, a definite reprise, sentences that share their words). Also « 330 000 millions »,
which nobody counts that way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import EXPLICIT, READ, number, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.links import form, role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Span, Verdict

RULE = Rule(
    slug="million-billion",
    code="V05",
    family="V",
    severity=Severity.ERROR,
    title={"fr": "Million et milliard discordants", "en": "Million and billion disagree"},
    why={
        "fr": "Le même montant à deux échelles : l’une des deux est fausse d’un facteur mille.",
        "en": "The same amount at two scales: one of them is wrong by a factor of a thousand.",
    },
    messages={
        "default": {
            "fr": "« {first} » et « {second} » : même montant à deux échelles ? Million ou milliard ?",
            "en": "“{first}” and “{second}”: one amount at two scales? Million or billion?",
        },
        "thousands": {
            "fr": "« {first} » : compter en milliards ({expected}), ou des milliers en trop ?",
            "en": "“{first}”: count in billions ({expected}), or is a thousand too many?",
        },
    },
    flagged=(
        "Amende de 4,5 milliards d’euros pour Lumen\n\nLumen devra verser une amende de 4,5 millions d’euros au Trésor.",
        "Le fonds a versé 640 millions d’euros à la filière laine. À la filière laine, le fonds a donc versé 640 milliards d’euros.",
        "La dette du pays atteint 120 000 millions d’euros.",
    ),
    accepted=(
        "Amende de 4,5 millions d’euros pour Lumen\n\nLumen devra verser une amende de 4,5 millions d’euros au Trésor.",
        "Une amende de 22 millions d’euros pour un bénéfice de 22 milliards.",
        "La région compte 3 millions d’habitants et dépense 3 milliards d’euros.",
    ),
    false_positives=(
        "Deux montants de mêmes chiffres qui n’ont rien à voir, dans deux phrases aux mots communs.",
    ),
    supersedes=("headline-value-conflict", "value-conflict", "implausible-magnitude"),
)
_THOUSAND = Decimal(1000)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The amounts given at two scales, and the thousands of millions."""
    for relation in relations(article, RelationKind.SAME_FACT):
        first, second = role(relation, "first"), role(relation, "second")
        if (
            relation.attributes["likeness"] != "power"
            or not scaled(first.span, article)
            or not scaled(second.span, article)
        ):
            continue
        one, other = surface(article, first, settings.lang), surface(article, second, settings.lang)
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (first, second)),
            confidence=EXPLICIT if form(relation) == "headline" else READ,
            severity=None if relation.explicit else Severity.WARNING,
            calculation=Calculation(relation="A = B", stated=one, expected=other, verdict=Verdict.INCONSISTENT),
            first=one,
            second=other,
            expected="",
        )
    yield from _thousands(article, settings)


def scaled(span: Span, article: Article) -> bool:
    """True when the amount is written with « million » or « milliard »."""
    return _scale().search(article.text.folded, span.start, span.end) is not None


def _thousands(article: Article, settings: Settings) -> Iterator[Outcome]:
    for quantity in article.quantities:
        written = article.text.folded[quantity.number.start : quantity.number.end]
        if (
            quantity.value is None
            or not _too_many().search(written)
            or _also_in_billions(article, quantity.value)
        ):
            continue
        value = quantity.value / _THOUSAND**3
        billions = number(value, settings.lang, "milliards" if settings.lang == "fr" else "billion")
        yield finding(
            RULE,
            settings,
            [evidence(article, quantity.span, mention=quantity.id)],
            "thousands",
            confidence=READ,
            severity=Severity.WARNING,
            first=quantity.span.of(article.text.raw),
            second="",
            expected=billions,
        )


def _also_in_billions(article: Article, value: Decimal) -> bool:
    """True when the article gives the same amount in milliards: « 1,5 milliard », then « 1500 millions »."""
    return any(q.value == value and "milliard" in q.text for q in article.quantities)


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(r"milli(?:on|ard)s?|\bM(?:d|€|\$)", re.IGNORECASE)


@cache
def _too_many() -> re.Pattern[str]:
    return re.compile(r"\d{2,3}[ .']\d{3} millions|\d{5,} millions")
