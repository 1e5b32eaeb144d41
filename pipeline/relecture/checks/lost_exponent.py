"""An exponent flattened by a copy and paste: « 1 kW = 103 W », « 3,6 × 106 J ».

Read in an equality alone and proved by computing: it fires when 10ⁿ makes the equality true and the number
as written makes it false. « 106 » elsewhere is a number like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.quantities import units
from relecture.quantities.units import IncommensurableError, UnknownUnitError
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity, Span

RULE = Rule(
    slug="lost-exponent",
    code="U06",
    family="U",
    severity=Severity.ERROR,
    title={"fr": "Exposant perdu", "en": "Lost exponent"},
    why={
        "fr": "« 10⁶ » devient « 106 » quand la mise en forme se perd : la valeur change du tout au tout.",
        "en": "“10⁶” becomes “106” when formatting is lost: the value is another altogether.",
    },
    messages={
        "default": {
            "fr": "L’exposant semble perdu : « {wrong} » pour « {right} ».",
            "en": "The exponent seems lost: “{wrong}” for “{right}”.",
        },
    },
    flagged=(
        "Rappel : 1 kW = 103 W.",
        "Par définition, 1 kWh = 3,6 × 106 J.",
        "On sait que 1 TWh = 1012 Wh.",
    ),
    accepted=(
        "Un train de 103 t passe par la RN 106.",
        "Rappel : 1 kW = 1 000 W et 1 kW = 10³ W.",
        "Le terrain mesure 106 m².",
    ),
    false_positives=("Aucun connu : l’égalité est vérifiée par le calcul.",),
    supersedes=("conversion-mismatch", "power-of-ten", "unit-style-varies"),
)


@cache
def _equality() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:=|soit|vaut|équivaut à)\s?(?:(?P<times>\d{1,4}(?:,\d{1,4})?)\s?[×x*]\s?)?(?P<flat>10(?P<power>[2-9]|1\d|2[0-4]))\s"
    )


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a flattened power of ten."""
    prose = article.text.prose
    for left in article.quantities:
        match = _equality().match(prose, left.span.end)
        if match is None or left.unit is None or left.value is None:
            continue
        right = next(
            (q for q in article.quantities if q.unit and q.unit.span and q.unit.span.start == match.end()), None
        )
        if right is None or right.unit is None:
            continue
        factor = Decimal(match["times"].replace(",", ".")) if match["times"] else Decimal(1)
        if _equal(left, factor * 10 ** int(match["power"]), right.unit.canonical) and not _equal(
            left, factor * int(match["flat"]), right.unit.canonical
        ):
            span = Span(match.start("times") if match["times"] else match.start("flat"), right.span.end)
            wrong = span.of(article.text.raw)
            mended = wrong.replace(match["flat"], "10" + match["power"].translate(_SUPERSCRIPT), 1)
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "puissance de dix"), evidence(article, left.span, "égalité", left.id)],
                confidence=0.97,
                suggestion=mended,
                wrong=wrong,
                right=mended,
            )


def _equal(left: Quantity, value: Decimal, canonical: str) -> bool:
    if left.unit is None or left.value is None:
        return False
    try:
        there = units.convert(left.value, left.unit.canonical, canonical)
    except (IncommensurableError, UnknownUnitError):
        return False
    return abs(there - value) <= Decimal("0.01") * abs(value)
