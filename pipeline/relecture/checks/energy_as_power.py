"""A machine sized in units of energy: « une centrale de 900 MWh ».

The size of what produces or draws power is a power. Fires on the noun of a machine directly followed by
« de » and an energy, and on an energy « de puissance ».

Admitted: what stores energy (battery, car, tank, pumped storage), an energy with its period (« un parc de
50 GWh par an »), factories of batteries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import after, any_of, before, dimension, loose, measuring, unit_written
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.magnitudes import EACH, MACHINE_KINDS, MACHINES, STORES
from relecture.quantities import units
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity, Span

RULE = Rule(
    slug="energy-as-power",
    code="D03",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Énergie donnée pour une puissance", "en": "Energy given for a power"},
    why={
        "fr": "La taille d’une installation est une puissance ; l’énergie dépend du temps pendant lequel elle tourne.",
        "en": "The size of an installation is a power; energy depends on how long it runs.",
    },
    messages={
        "default": {
            "fr": "La taille d’une installation se donne en {right} ; « {unit} » mesure une énergie. Vérifier : « {number} {right} » ?",
            "en": "The size of an installation is given in {right}; “{unit}” measures energy. Check: “{number} {right}”?",
        },
    },
    flagged=(
        "Le conseil a autorisé une centrale solaire de 45 MWh.",
        "Une borne de recharge de 22 kWh équipe la place.",
        "Le chantier revient à 900 euros par kilowattheure de puissance installée.",
        "Trois éoliennes de 3 mégawattheures tourneront dès mars.",
    ),
    accepted=(
        "Le conseil a autorisé une centrale solaire de 45 MW.",
        "Une batterie de 45 MWh complète la centrale solaire.",
        "Un parc de 50 GWh par an suffit à la ville.",
        "La voiture embarque un pack de 60 kWh et le parc de batteries de 100 MWh stocke le reste.",
    ),
    false_positives=("Une installation de stockage que rien ne dit telle dans la phrase.",),
    supersedes=("stray-preposition", "implausible-magnitude"),
)


@cache
def _machine() -> re.Pattern[str]:
    kind = any_of(MACHINE_KINDS)
    return re.compile(
        rf"(?<![\w-])(?P<noun>{any_of(MACHINES)})(?:\s(?:{kind})){{0,3}}\s(?:de|d')\s?{loose()}$", re.I
    )


@cache
def _store() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(STORES)})\b", re.I)


@cache
def _traded() -> re.Pattern[str]:
    """« acheter une tranche de 8 GWh »: a lot of energy."""
    return re.compile(r"\b(?:ach[eè]t|vend|négoci|couv(?:r|ert)|contrat)\w*[^.;:]{0,40}\btranches?\b", re.I)


@cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"[^.;:]{{0,30}}?(?:{'|'.join(EACH)})(?!\w)", re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding an energy that sizes a machine."""
    for quantity in measuring(article, "energy", "currency/energy"):
        if _power(quantity) is None:
            continue
        tail = after(article, quantity, 60)
        lead = before(article, quantity, 90)
        of_power = re.match(r"\sde puissance\b", tail)
        machine = _machine().search(lead)
        if of_power:
            yield _finding(
                article, settings, quantity, Span(quantity.span.start, quantity.span.end + of_power.end())
            )
        elif (
            machine
            and dimension(quantity) == "energy"
            and not _store().search(lead)
            and not _traded().search(lead)
            and not _period().match(tail)
            and not re.match(r"\s(?:de stockage|de batter|d'autonomie)", tail)
        ):
            start = quantity.span.start - len(lead) + machine.start("noun")
            yield _finding(article, settings, quantity, Span(start, quantity.span.end))


def _power(quantity: Quantity) -> str | None:
    """The unit of power that answers the unit of energy of *quantity*, « euro/ » left out."""
    return units.power_counterpart(quantity.unit.canonical.split("/")[-1]) if quantity.unit else None


def _finding(article: Article, settings: Settings, quantity: Quantity, span: Span) -> Finding:
    power = _power(quantity)
    right = units.symbol(power) if power else "W"
    number = quantity.number.of(article.text.raw)
    return finding(
        RULE,
        settings,
        [evidence(article, span, "installation", quantity.id)],
        confidence=0.93,
        number=number,
        right=right,
        unit=unit_written(quantity),
    )
