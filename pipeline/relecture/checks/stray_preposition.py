"""A « de » too many before a figure: « produire de 3,88 mégajoules ».

Fires on a transitive verb (produire, consommer, atteindre, coûter…) followed by « de » and a quantity.

Admitted: « de A à B », « de l'ordre de », verbs that take « de » (« augmente de », « dépasse de »), nouns
(« le produit de », « la mesure de »), a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import after, before
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.wording import TRANSITIVE
from relecture.settings import Settings
from relecture.types import Article, Finding, Kind, Severity, Span

RULE = Rule(
    slug="stray-preposition",
    code="L01",
    family="L",
    severity=Severity.WARNING,
    title={"fr": "« De » de trop devant un chiffre", "en": "Stray “de” before a figure"},
    why={
        "fr": "Ce verbe est suivi directement de son chiffre ; « de » reste sans doute d’une autre tournure.",
        "en": "This verb takes its figure directly; “de” is probably left from another wording.",
    },
    messages={
        "default": {
            "fr": "« {verb} de {quantity} » : « de » semble de trop.",
            "en": "“{verb} de {quantity}”: “de” seems to be one word too many.",
        },
    },
    flagged=(
        "Le laboratoire a réussi à produire de 5,2 mégajoules.",
        "Le quartier consomme de 12 GWh chaque année.",
        "La facture atteint de 450 euros.",
    ),
    accepted=(
        "La production augmente de 3,88 %.",
        "Le laboratoire espère produire de 1,5 à 2 MWh.",
        "Le quartier est capable de produire près de 3 MWh.",
        "Le produit de 12 000 euros ira aux écoles.",
    ),
    false_positives=("Un complément introduit par « de » après une inversion.",),
)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?P<verb>{'|'.join(TRANSITIVE)})\s(?:de\s|d')$", re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a quantity."""
    for quantity in article.quantities:
        if quantity.kind in {Kind.RANGE, Kind.PERCENT} or quantity.vague or quantity.kind is Kind.COUNT:
            continue
        # The pattern ends with « de » or « d' »: few figures have one before them.
        start = quantity.span.start
        if article.text.prose[max(0, start - 3) : start].rstrip()[-2:].lower() not in ("de", "d'"):
            continue
        lead = before(article, quantity, 40)
        match = _verb().search(lead)
        if match is None or re.match(r"\s(?:à|et|en)\s\d", after(article, quantity, 12)):
            continue
        span = Span(quantity.span.start - len(lead) + match.start("verb"), quantity.span.end)
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "tournure", quantity.id)],
            confidence=0.93,
            suggestion=f"{match['verb']} {quantity.text}",
            verb=match["verb"],
            quantity=quantity.text,
        )
