"""« kW/h », « kilowatts par heure »: a quotient where a product is meant.

An energy is a power multiplied by a time: the kilowatt-hour is written kWh. Read with a number or without
(« le prix du kW/h »), as symbol or in words.

Admitted: ramps (« monter de 300 MW par heure », « modulation », « gradient »), « MW par minute », « km/h »,
a sentence about the mistake itself (« n'existe pas », « et non kW/h »), the unit alone between guillemets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import matching
from relecture.fr.magnitudes import COMMENTS, RAMPS
from relecture.settings import Settings
from relecture.types import Article, Finding, Safety, Severity, Span

RULE = Rule(
    slug="watt-per-hour",
    code="D04",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Watt « par heure »", "en": "Watt “per hour”"},
    why={
        "fr": "L’énergie est une puissance multipliée par un temps : le kilowattheure est un produit, pas un quotient.",
        "en": "Energy is power multiplied by time: the kilowatt-hour is a product, not a quotient.",
    },
    messages={
        "default": {
            "fr": "« {unit} » n’est pas une unité d’énergie : le kilowattheure est un produit, pas un quotient. Écrire « {right} » ?",
            "en": "“{unit}” is no unit of energy: the kilowatt-hour is a product, not a quotient. Write “{right}”?",
        },
    },
    flagged=(
        "L’abonnement facture 0,21 € le kW/h aux particuliers.",
        "Le radiateur consomme 2 kilowatts par heure.",
        "Le site a produit 40 MW/h depuis janvier.",
        "Le four avale 3 kilowatts/heure, selon la notice.",
    ),
    accepted=(
        "Le réacteur peut baisser de 300 MW par heure.",
        "On n’écrit pas « kW/h » : on écrit kWh.",
        "Il roule à 110 km/h et consomme 18 kWh aux cent kilomètres.",
        "L’abonnement facture 0,21 € le kWh aux particuliers.",
    ),
    false_positives=("Une rampe de puissance que rien dans la phrase n’annonce.",),
    supersedes=("unit-symbol-case",),
)


@cache
def _quotient() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w/])(?:(?P<symbol>[kKmMgGtT]?[wW](?:att)?s?)\s?(?:/|\spar\s|\sà\sl')\s?[hH](?:eures?)?"
        r"|(?P<name>(?:kilo|m[ée]ga|giga|t[ée]ra)?[- ]?watts?)\s?(?:/|\spar\s|\sà\sl'|\sde\sl')\s?(?:heures?|h))(?![\w/])",
        re.I,
    )


#: What every match of `_quotient` holds one of, in lower case.
_PER_HOUR = ("/h", "/ h", "par h", "par\nh", "à l'h", "de l'h")


@cache
def _ramp() -> re.Pattern[str]:
    # « monter en charge de 300 MW par heure », not « réduire sa facture de 300 MW/h »
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, RAMPS))})(?:(?!factur|consomm|économ|prix|tarif|centime|euro|€|franc)[^.;:]){{0,48}}$",
        re.I,
    )


@cache
def _comment() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, COMMENTS)), re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Every quotient once, in text order."""
    prose = article.text.prose
    for sentence, match in matching(prose, _PER_HOUR, _quotient()):
        span = Span(match.start(), match.end())
        if _ramp().search(prose[sentence.start : span.start]) or _comment().search(
            prose, sentence.start, sentence.end
        ):
            continue
        if _quoted(prose, span):
            continue
        right = _product(match)
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "unité")],
            confidence=0.97,
            suggestion=right,
            safety=Safety.TO_CONFIRM,
            unit=span.of(article.text.raw),
            right=right,
        )


def _quoted(prose: str, span: Span) -> bool:
    return prose[: span.start].rstrip()[-1:] in "«“\"'" and prose[span.end :].lstrip()[:1] in "»”\"'"


def _product(match: re.Match[str]) -> str:
    if match["symbol"]:
        prefix = match["symbol"][0]
        prefix = {"K": "k", "m": "M", "g": "G", "t": "T"}.get(prefix, prefix) if prefix not in "wW" else ""
        return f"{prefix}Wh"
    name = (
        match["name"].lower().replace("mega", "méga").replace("tera", "téra").replace("-", "").replace(" ", "")
    )
    return name.rstrip("s") + "heure" + ("s" if name.endswith("s") else "")
