"""A yearly energy that the power cannot give: « un parc de 12 MW produira 320 GWh par an ».

Energy / (power × 8 760 h) over 1 is impossible, and over a third for solar panels. Under that, only a factor of a hundred or more below any
technology is reported: a year begun, a growing fleet or several sites explain the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.energy_power_time import expected_energy
from relecture.relations.amounts import LOOSE, Amount
from relecture.relations.bounds import Bounds
from relecture.relations.links import maybe, role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity, Verdict

RULE = Rule(
    slug="load-factor",
    code="V01",
    family="V",
    severity=Severity.ERROR,
    title={
        "fr": "Énergie annuelle impossible pour la puissance",
        "en": "Yearly energy out of reach of the power",
    },
    why={
        "fr": "Une année compte 8 760 heures : l’énergie ne peut dépasser la puissance multipliée par 8 760 h.",
        "en": "A year has 8,760 hours: the energy cannot exceed the power times 8,760 h.",
    },
    messages={
        "default": {
            "fr": "{energy} pour {power} suppose {hours} h par an à pleine puissance ({factor}) : préfixe à vérifier ?",
            "en": "{energy} for {power} means {hours} h a year at full power ({factor}): check the prefix?",
        }
    },
    flagged=(
        "Le parc éolien de 18 MW produira 450 GWh par an.",
        "Les 40 GW installés dans le pays ont produit 90 GWh sur l’année.",
        "Cette ferme solaire de 5 MW doit livrer 60 GWh chaque année.",
    ),
    accepted=(
        "Le parc éolien de 18 MW produira 45 GWh par an.",
        "Le réacteur de 1 300 MW a livré 9 TWh sur l’année.",
        "Cette ferme solaire de 5 MW doit livrer 6 GWh chaque année.",
    ),
    false_positives=("Une énergie cumulée de plusieurs sites, une puissance d’un seul.",),
)
_YEAR = Decimal(8760)
#: A load factor under this is the mark of a wrong prefix: no plant that runs at all is so low.
_IDLE = Decimal("0.006")
#: Load factors that no site of the technology reaches over a year (RTE, Bilan électrique: 14 % for solar
#: power, 22 % for wind on land, 45 % at sea).
_SOLAR = Decimal("0.33")
_CAPS = (
    (r"\b(?:solaires?|photovolt\w*|panneaux|ombrières?|[km]wc)\b", _SOLAR),
    (r"\b(?:éolien\w*)\b", Decimal("0.70")),
)
#: Rounding allowed over full power all year.
_FULL = Decimal("1.05")


def _cap(text: str) -> Decimal:
    """The highest load factor of the technology that the sentence names."""
    return next((cap for words, cap in _CAPS if re.search(words, text)), Decimal(1))


@cache
def _of_each() -> re.Pattern[str]:
    return re.compile(r"\s(?:chacune?|l['’]une?|(?:la )?pièce|l['’]unité)(?!\w)")


@cache
def _added() -> re.Pattern[str]:
    """What was added over a year is not what produced all of it: « 5 GW ont été raccordés dans l'année »."""
    done = r"(?:raccord|install|ajout|connect|déploy|autoris|attribu|mis en service|mise en service|mises en service)"
    when = r"(?:dans l'année|en un an|cette année|cette année-là|l'an dernier|l'an passé|sur (?:l'année|un an)|au cours de|pendant l'année)"
    return re.compile(
        rf"[^.;:\n]{{0,40}}\b{done}\w*[^.;:\n]{{0,30}}\b{when}|\s(?:supplémentaires|de plus|nouveaux)\b"
    )


def _a_year(time: Amount) -> bool:
    return (time.canonical, int(time.value)) in {("year", 1), ("month", 12)} and time.low is None


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The yearly energies that the power beside them cannot give."""
    for relation in relations(article, RelationKind.PRODUCT, "power-year", "power-time"):
        power, energy, time = role(relation, "power"), role(relation, "result"), maybe(relation, "time")
        if (time is not None and not _a_year(time)) or maybe(relation, "factor") is not None:
            continue
        day = expected_energy(power, energy, None)
        if day is None or not all(a.sure for a in (power, energy)) or not relation.explicit:
            continue
        if _added().match(article.text.prose, power.span.end):
            continue
        several = maybe(relation, "count")
        if several is None and _of_each().match(article.text.prose, power.span.end):
            continue  # « de 550 watts-crête chacun »: how many there are is not told
        full = day.scaled(_YEAR / 24 * (several.value if several is not None else 1))
        stated = energy.bounds(LOOSE)
        if not full.value:
            continue
        factor = stated.value / full.value
        peak = power.unit is not None and power.unit.note == "peak"
        cap = _SOLAR if peak else _cap(str(relation.attributes["sentence"]))
        possible = stated.low <= full.high * _FULL * cap and factor >= _IDLE
        if time is not None and (possible or stated.value > full.value or relation.attributes["full"]):
            continue  # energy-power-time says it
        if possible and relation.attributes["mean"]:
            continue  # a mean power gives the energy itself: see energy-power-time
        lang, unit = settings.lang, symbol(energy)
        yield from judged(
            RULE,
            article,
            settings,
            (power, energy),
            stated,
            Bounds(full.low * _IDLE, full.value, full.high),
            relation=f"{surface(article, power, lang)} × {number(_YEAR, lang, 'h')} = {number(full.value, lang, unit)}",
            unit=unit,
            verdict=Verdict.VERIFIED if possible else Verdict.INCONSISTENT,
            matched=True,
            energy=surface(article, energy, lang),
            power=surface(article, power, lang),
            hours=number((factor * _YEAR).quantize(Decimal(1)), lang),
            factor=number(factor * 100, lang, "%", digits=2),
        )
