"""The price of energy by unit of power: « 142 € au mégawatt ».

Electricity is sold by the megawatt-hour. Fires on a price by watt in a sentence about prices, markets or
bills, when nothing there speaks of building or of capacity.

Admitted: investments (« 1,5 million d'euros par mégawatt installé »), capacity auctions, connection fees,
taxes and subscriptions by kilowatt, any price by power and by year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import any_of, measuring, unit_written, whole
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.magnitudes import INVESTMENT, MARKET
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity

RULE = Rule(
    slug="price-per-power",
    code="D06",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Prix de l’énergie par unité de puissance", "en": "Energy price per unit of power"},
    why={
        "fr": "L’électricité se vend à la quantité, en mégawattheures ; le mégawatt n’est qu’un débit.",
        "en": "Electricity is sold by quantity, in megawatt-hours; a megawatt is only a rate.",
    },
    messages={
        "default": {
            "fr": "« {price} » : le prix de l’électricité se donne par quantité d’énergie. Le wattheure, ici, plutôt que le watt ?",
            "en": "“{price}”: electricity is priced by amount of energy. Watt-hours here, rather than watts?",
        },
    },
    flagged=(
        "Le prix de gros a dépassé 280 euros le mégawatt mardi.",
        "Le fournisseur revend son électricité 95 euros par MW.",
        "Sur le marché spot, il faut payer 120 €/MW.",
    ),
    accepted=(
        "L’éolien terrestre coûte 1,6 million d’euros par mégawatt installé.",
        "Aux enchères de capacité, le prix atteint 18 000 euros par MW et par an.",
        "Le prix de gros a dépassé 280 euros le mégawattheure mardi.",
    ),
    false_positives=("Un prix de réservation de puissance que la phrase ne dit pas tel.",),
)


@cache
def _market() -> re.Pattern[str]:
    return re.compile(any_of(MARKET), re.I)


@cache
def _investment() -> re.Pattern[str]:
    return re.compile(any_of(INVESTMENT), re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a price of energy by power."""
    for quantity in measuring(article, "currency/power"):
        text = whole(article, quantity)
        if not _market().search(text) or _investment().search(text):
            continue
        written = unit_written(quantity)
        right = re.sub(r"([Ww]atts?)$", lambda m: m[1].rstrip("s") + "heure", written)
        right = right + "h" if right == written and written.endswith("W") else right
        yield finding(
            RULE,
            settings,
            [evidence(article, quantity.span, "prix", quantity.id)],
            confidence=0.92,
            suggestion=quantity.text.replace(written, right) if right != written else None,
            price=quantity.text,
        )
