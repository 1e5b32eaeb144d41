"""A yearly energy and a number of homes that do not go together: « 300 GWh, la consommation de 2 millions de foyers ».

A French home uses 1.5 to 15 MWh of electricity a year (4.5 on average), a person 0.6 to 9. A ratio outside is
reported; ten times outside, the figure is wrong rather than loose. Twice the range is accepted, for other
countries and for heating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import EXPLICIT, READ, number, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, finding
from relecture.relations.amounts import LOOSE
from relecture.relations.bounds import Bounds
from relecture.relations.conversion import in_unit
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="household-equivalent",
    code="V03",
    family="V",
    severity=Severity.WARNING,
    title={"fr": "Équivalence en foyers invraisemblable", "en": "Implausible household equivalent"},
    why={
        "fr": "Un foyer français consomme en moyenne 4,5 MWh d’électricité par an (RTE, Ademe), un habitant 2,3.",
        "en": "A French home uses 4.5 MWh of electricity a year on average (RTE, Ademe), a person 2.3.",
    },
    messages={
        "default": {
            "fr": "{energy} pour {homes} : {each} par an chacun ; la plage usuelle est de {range}.",
            "en": "{energy} for {homes}: {each} each a year; the usual range is {range}.",
        }
    },
    flagged=(
        "Le parc produira 300 GWh, la consommation de 2 millions de foyers.",
        "Avec 25 GWh par an, la centrale alimentera 80 foyers.",
        "Ces 50 GWh couvriront les besoins de 900 000 habitants.",
    ),
    accepted=(
        "Le parc produira 300 GWh, la consommation de 65 000 foyers.",
        "Avec 25 GWh par an, la centrale alimentera 5 500 foyers.",
        "Ces 50 GWh couvriront les besoins de 20 000 habitants.",
    ),
    false_positives=("Une énergie d’un mois ou d’un jour que la phrase ne dit pas.", "La chaleur d’un réseau."),
)
#: Accepted MWh a year, for a home and for a person.
_HOME = (Decimal("1.3"), Decimal(15))
_PERSON = (Decimal("0.5"), Decimal(12))
_ERROR = Decimal(10)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The energies that are too much or too little for the homes they are said to supply."""
    for relation in relations(article, RelationKind.PRODUCT, "households"):
        energy, homes = role(relation, "result"), role(relation, "count")
        total = in_unit(
            energy, "megawatt_hour" + ("/year" if energy.canonical.endswith("/year") else ""), LOOSE
        )
        if (
            total is None
            or homes.value < 2
            or not energy.sure
            or _partial().search(str(relation.attributes["sentence"]))
            or _of_each().match(article.text.prose, energy.span.end)
            or _using().fullmatch(article.text.prose, homes.span.end, max(homes.span.end, energy.span.start))
        ):
            continue
        each = total / Bounds.exact(homes.value)
        low, high = _PERSON if relation.attributes["people"] else _HOME
        if each.high >= low and each.low <= high:
            continue
        lang = settings.lang
        shown = f"{number(low, lang)}-{number(high, lang, 'MWh')}"
        far = each.value * _ERROR < low or each.value > high * _ERROR
        yield finding(
            RULE,
            settings,
            operand_evidence(article, (energy, homes)),
            confidence=EXPLICIT if far else READ,
            severity=Severity.ERROR if far else None,
            calculation=Calculation(
                relation="E / n",
                stated=number(each.value, lang, "MWh", digits=3),
                expected=shown,
                verdict=Verdict.INCONSISTENT,
            ),
            energy=surface(article, energy, lang),
            homes=surface(article, homes, lang),
            each=number(each.value, lang, "MWh", digits=2),
            range=shown,
        )


@cache
def _of_each() -> re.Pattern[str]:
    """« 4 000 logements, à 6 250 kWh l'un »."""
    return re.compile(r"\s(?:chacune?|l'une?|(?:la )?pièce)(?!\w)")


@cache
def _using() -> re.Pattern[str]:
    """« 2 700 ménages consommant 4 500 kWh »: what each uses."""
    return re.compile(
        r"\s(?:\w+\s)?(?:consommant|utilisant|dépensant|qui (?:en )?(?:consomm|utilis|dépens)\w+)\s(?:\w+\s){0,2}"
    )


@cache
def _partial() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:chauff\w+|chaleur|gaz|biométhane|économi\w+|batteries?|stock\w*|jours?|mois|semaines?|nuit|dont|panne|coup\w+|privé\w*|éclairage|industri\w*|entreprises?|à raison|bases?|par (?:foyer|habitant|personne|ménage))\b"
    )
