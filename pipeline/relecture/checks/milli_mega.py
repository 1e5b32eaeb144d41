"""« mW » for « MW »: a milliwatt where only a megawatt can be.

The symbols mW, mWh and mJ are right and a thousand million times smaller. Fires on a value of one or more
in a sentence about the grid, plants, prices or homes, or when the article writes the same unit with a
capital elsewhere. Lasers, sensors, batteries of watches and other small electronics are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import any_of, unit_written, whole
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import paragraph_around
from relecture.fr.magnitudes import GRID, NEARBY_GRID, TINY
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity

RULE = Rule(
    slug="milli-mega",
    code="D09",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Milli pour méga", "en": "Milli for mega"},
    why={
        "fr": "« m » se lit milli (un millième), « M » méga (un million) : l’écart est d’un milliard.",
        "en": "“m” reads milli (a thousandth), “M” mega (a million): they are a thousand million apart.",
    },
    messages={
        "default": {
            "fr": "« {wrong} » se lit milli (10⁻³). Faut-il « {right} » (méga, 10⁶) ?",
            "en": "“{wrong}” reads milli (10⁻³). Should it be “{right}” (mega, 10⁶)?",
        },
    },
    flagged=(
        "La centrale de 900 mW redémarre lundi.",
        "Le prix de gros atteint 85 €/mWh.",
        "Un parc éolien de 12 mW verra le jour à Mussy.",
    ),
    accepted=(
        "Un pointeur laser de 5 mW peut blesser l’œil.",
        "Le capteur consomme 3 mW en veille.",
        "La centrale de 900 MW redémarre lundi.",
    ),
    false_positives=("Un article sur l’électronique qui parle aussi du réseau.",),
    supersedes=(
        "dimension-mismatch",
        "price-per-power",
        "energy-as-power",
        "energy-power-time",
        "implausible-magnitude",
        "load-factor",
    ),
)

_MILLI = {"milliwatt": "mW", "milliwatt_hour": "mWh", "millijoule": "mJ"}


@cache
def _grid() -> re.Pattern[str]:
    return re.compile(any_of(GRID), re.I)


@cache
def _tiny() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(TINY)})", re.I)


@cache
def _nearby_grid() -> re.Pattern[str]:
    return re.compile(any_of(NEARBY_GRID), re.I)


#: A thousand milliwatts are written as one watt.
_WATT = 1000


def _nearby(around: str, quantity: Quantity, symbol: str) -> bool:
    """True when the paragraph speaks of the grid, or the figure is past what anyone gives in milliwatts."""
    if _tiny().search(around):
        return False
    return _nearby_grid().search(around) is not None or (symbol == "mW" and (quantity.value or 0) >= _WATT)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a milli-unit out of place."""
    for quantity in article.quantities:
        symbol = _milli(quantity)
        if symbol is None or symbol not in unit_written(quantity) or (quantity.value or 0) < 1:
            continue
        text = whole(article, quantity)
        around = paragraph_around(article.text.prose, quantity.span).of(article.text.prose)
        of_the_grid = _grid().search(text) or any(_mega(q) for q in article.quantities)
        if _tiny().search(text) or not (of_the_grid or _nearby(around, quantity, symbol)):
            continue
        right = "M" + symbol[1:]
        yield finding(
            RULE,
            settings,
            [evidence(article, quantity.span, "unité", quantity.id)],
            confidence=0.95,
            suggestion=quantity.text.replace(symbol, right),
            wrong=symbol,
            right=right,
        )


def _milli(quantity: Quantity) -> str | None:
    parts = quantity.unit.canonical.split("/") if quantity.unit else []
    return next((_MILLI[p] for p in parts if p in _MILLI), None)


def _mega(quantity: Quantity) -> bool:
    canonical = quantity.unit.canonical if quantity.unit else ""
    return re.search(r"(?:mega|giga|tera)(?:watt|joule)", canonical) is not None
