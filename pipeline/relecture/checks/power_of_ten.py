"""A stated conversion that is wrong by a power of ten: « 12 GWh, soit 1 200 MWh ».

A diagnosis of `conversion-mismatch`: it replaces it when the ratio between what is written and what is
computed is 10, 100, 1 000… (within 5 %), the mark of a slipped comma or of a wrong prefix.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import factor_text, judged, number, power_of_ten, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.conversion_mismatch import conversions
from relecture.settings import Settings
from relecture.types import Article, Severity, Verdict

RULE = Rule(
    slug="power-of-ten",
    code="E02",
    family="E",
    severity=Severity.ERROR,
    title={"fr": "Conversion fausse d’un facteur 10, 100, 1 000…", "en": "Conversion wrong by a power of ten"},
    why={
        "fr": "Une virgule déplacée ou un préfixe changé multiplie la valeur par une puissance de dix.",
        "en": "A slipped decimal mark or a wrong prefix multiplies the value by a power of ten.",
    },
    messages={
        "default": {
            "fr": "{source} = {expected}, et non {stated_as} : {diagnosis}. Virgule ou préfixe ?",
            "en": "{source} = {expected}, not {stated_as}: {diagnosis}. Decimal mark or prefix?",
        }
    },
    flagged=(
        "Le parc produit 12 GWh, soit 1 200 MWh.",
        "La parcelle couvre 4 hectares (4 000 m²).",
        "Chaque camion pèse 7,5 tonnes, c’est-à-dire 75 000 kg.",
    ),
    accepted=(
        "Le parc produit 12 GWh, soit 12 000 MWh.",
        "La parcelle couvre 4 hectares (40 000 m²).",
        "Le barrage a livré 12 MW, puis 12 GWh en un an.",
    ),
    false_positives=("Un écart de dix vrai, quand le texte compare sans convertir.",),
    supersedes=("conversion-mismatch",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The conversions that are wrong by a power of ten."""
    for found in conversions(article):
        power = power_of_ten(found.given.value, found.expected.value)
        if found.verdict is not Verdict.INCONSISTENT or not power:
            continue
        unit = symbol(found.stated)
        yield from judged(
            RULE,
            article,
            settings,
            (found.source, found.stated),
            found.given,
            found.expected,
            relation=f"{surface(article, found.source, settings.lang)} = {number(found.expected.value, settings.lang, unit)}",
            unit=unit,
            verdict=found.verdict,
            diagnosis=factor_text(power, settings.lang),
            suggestion=number(found.expected.value, settings.lang, unit),
            source=surface(article, found.source, settings.lang),
            stated_as=surface(article, found.stated, settings.lang),
        )
