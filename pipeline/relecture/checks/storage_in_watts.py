"""A capacity of storage in watts: « une capacité de stockage de 150 mégawatts ».

What is stored is an energy. Fires on « capacité de stockage », « stocker » and on a battery « d'une
capacité de » with a power. When the sentence gives an energy too, the power is taken as such.

Admitted: « une batterie de 100 MW », « 1 GW de projets de stockage », a power the text calls one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import before, dimension, loose, measuring, sentence, unit_written
from relecture.checks.base import Rule, evidence, finding
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="storage-in-watts",
    code="D05",
    family="D",
    severity=Severity.WARNING,
    title={"fr": "Stockage donné en watts", "en": "Storage given in watts"},
    why={
        "fr": "Ce qu’une batterie contient est une énergie ; les watts disent seulement à quelle vitesse elle la rend.",
        "en": "What a battery holds is energy; watts only tell how fast it gives it back.",
    },
    messages={
        "default": {
            "fr": "Une capacité de stockage s’exprime en énergie ({unit}h) ; « {unit} » en donne la puissance. Lequel des deux ?",
            "en": "A storage capacity is an energy ({unit}h); “{unit}” gives its power. Which of the two?",
        },
    },
    flagged=(
        "Le site portera sa capacité de stockage à 120 mégawatts.",
        "L’île pourra stocker 15 MW d’électricité solaire.",
        "La commune installe une batterie d’une capacité de 40 MW.",
    ),
    accepted=(
        "Une batterie d’une puissance de 40 MW, pour 80 MWh de capacité de stockage.",
        "Le stockage par batterie délivre jusqu’à 15 MW.",
        "L’État a retenu 1 GW de projets de stockage.",
        "La commune installe une batterie d’une capacité de 40 MWh.",
    ),
    false_positives=("Un calque de l’anglais « capacity » admis dans la presse spécialisée.",),
    supersedes=("stray-preposition", "implausible-magnitude"),
)


@cache
def _stored() -> re.Pattern[str]:
    verb = r"(?:est de|atteint|atteindra|atteignant|s'élève à|de|à|d'|passe à|dépasse|:|avoisine)"
    return re.compile(
        rf"(?P<noun>(?:capacités?|volume|quantité)\s(?:totale\s|maximale\s)?de\sstockage(?:\s(?:totale|maximale|installée|prévue|d'électricité|électrique))?(?:\s(?:du|de la|de l'|des|d'un|d'une)\s?[\w'-]+(?:\s[\w'-]+)?)?\s{verb}"
        rf"|\b(?:stock(?:er|e|ent|era|eront|ait|ant)|emmagasin(?:er|e|ent|era)|stocké)"
        rf"|(?:batteries?|accumulateurs?|powerwall|pack)\b[^.;:()]{{0,40}}\s(?:d'une|ayant une|à la|offrant une|dont la)\scapacité(?:\s(?:totale|utile|maximale|de stockage))?\s{verb})"
        rf"\s?{loose()}$",
        re.I,
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a power that is said to be stored."""
    for quantity in measuring(article, "power"):
        lead = before(article, quantity)
        match = _stored().search(lead)
        if match is None or any(
            dimension(q) == "energy" for q in article.quantities_in(sentence(article, quantity))
        ):
            continue
        span = Span(quantity.span.start - len(lead) + match.start("noun"), quantity.span.end)
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "stockage", quantity.id)],
            confidence=0.86,
            unit=unit_written(quantity),
        )
