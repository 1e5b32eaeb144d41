"""A range whose ends are inverted: « entre 50 et 30 MW ».

« entre A et B » and « va de A à B » give the smaller end first; so do « entre dix jours et deux semaines », « la période 2024-2030 ». An evolution (« passe de 50 à 30 »), a
share-out (« partagé entre 50 et 30 »), clock times and temperatures below zero are something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.arithmetic import EXPLICIT, READ, operand_evidence, relations, surface
from relecture.checks.backward_ranges import backward
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.clock import backwards
from relecture.relations.amounts import Amount, Shape
from relecture.relations.conversion import restated
from relecture.relations.links import form, role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="range-inverted",
    code="R06",
    family="R",
    severity=Severity.WARNING,
    title={"fr": "Fourchette inversée", "en": "Inverted range"},
    why={
        "fr": "Une fourchette va de la plus petite valeur à la plus grande ; l’ordre inverse trahit souvent une faute de frappe.",
        "en": "A range goes from the smaller value to the larger; the reverse order often betrays a typo.",
    },
    messages={
        "default": {
            "fr": "Fourchette inversée : « {second} » est au-dessous de « {first} ». Intervertir, ou corriger un chiffre ?",
            "en": "Inverted range: “{second}” is below “{first}”. Swap them, or correct a figure?",
        }
    },
    flagged=(
        "Le site tirera entre 70 et 40 MW du réseau.",
        "La production se situera entre 2,5 GW et 800 MW.",
        "Les tarifs vont de 90 € à 45 € selon la saison.",
    ),
    accepted=(
        "Le site tirera entre 40 et 70 MW du réseau.",
        "La production est tombée de 2,5 GW à 800 MW.",
        "La cagnotte est partagée entre 70 parts pour lui et 40 pour elle.",
    ),
    false_positives=("« entre 18 heures et 6 heures » : des heures d’horloge, non des durées.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The ranges whose first end is above the second, under every reading."""
    for relation in relations(article, RelationKind.COMPARISON, "between", "from-to", "alone", "limits"):
        first, second = role(relation, "first"), role(relation, "second")
        if not _inverted(first, second, form(relation)) or _goes_down(
            article.text.prose, first, second, form(relation)
        ):
            continue
        explicit = form(relation) != "from-to"
        items = (
            [evidence(article, relation.trigger)]
            if relation.trigger
            else operand_evidence(article, (first, second))
        )
        yield finding(
            RULE,
            settings,
            items,
            confidence=EXPLICIT if explicit else READ,
            calculation=Calculation(
                relation="A ≤ B",
                stated=f"{surface(article, first, settings.lang)} → {surface(article, second, settings.lang)}",
                expected=f"{surface(article, second, settings.lang)} → {surface(article, first, settings.lang)}",
                verdict=Verdict.INCONSISTENT,
            ),
            first=surface(article, first, settings.lang),
            second=surface(article, second, settings.lang),
        )
    for span, one, other in (*backwards(article), *backward(article)):
        first_hour, second_hour = one.of(article.text.raw), other.of(article.text.raw)
        yield finding(
            RULE,
            settings,
            [evidence(article, span)],
            confidence=READ,
            calculation=Calculation(
                relation="A ≤ B",
                stated=f"{first_hour} → {second_hour}",
                expected=f"{second_hour} → {first_hour}",
                verdict=Verdict.INCONSISTENT,
            ),
            first=first_hour,
            second=second_hour,
        )


@cache
def _emptied() -> re.Pattern[str]:
    # « entre 80 et 10 % de charge »: a battery that is emptied, a tank, a jug.
    return re.compile(
        r"\sde\s(?:la\s|sa\s|leur\s|l')?(?:charge|batterie|autonomie|jauge|capacité|remplissage|réserve)(?!\w)"
    )


@cache
def _sentenced() -> re.Pattern[str]:
    # « un homme de 58 ans à trois ans de prison »: an age and a sentence, or a sentence that is lightened.
    return re.compile(
        r"\s(?:fermes?|avec\ssursis|(?:de\s|d')(?:prison|réclusion|emprisonnement|détention|sursis|suivi|stage|travaux|probation|inéligibilité|interdiction|suspension|bracelet|traitement|mandat|travail|formation|contrat))(?!\w)"
    )


@cache
def _before_christ() -> re.Pattern[str]:
    return re.compile(r"\s(?:avant|av\.)\s(?:J|notre\s|l'ère)", re.I)


#: No range is so wide when its two ends are told in one unit.
_PRICED = 20
#: An age from which one is sentenced.
_GROWN = 13


def _goes_down(prose: str, first: Amount, second: Amount, how: str) -> bool:
    """True for two figures that are told downwards, or that make no range."""
    if how == "between" and _before_christ().match(prose, second.span.end):
        return True
    if (
        how == "alone"
        and first.value > second.value * _PRICED
        and " à " in prose[first.span.start : second.span.start]
    ):
        return True  # « 3 750 à 20 centimes »: so many, and the price of each
    if second.shape is Shape.PERCENT:
        return how == "between" and _emptied().match(prose, second.span.end) is not None
    aged = first.value >= _GROWN and "ans" in first.span.of(prose)
    return how == "from-to" and aged and _sentenced().match(prose, second.span.end) is not None


def _inverted(first: Amount, second: Amount, how: str) -> bool:
    if Shape.DATE in (first.shape, second.shape):
        return False
    cold = first.canonical == "degree_Celsius" and min(first.value, second.value) <= 0
    # « de −2 à −6 °C » and « entre −2 et −6 °C » go down with the mercury, as the press writes them; only
    # « entre 4 et −3 °C » has its ends the wrong way round.
    if cold and (how != "between" or max(first.value, second.value) < 0):
        return False
    if not cold and min(first.value, second.value) < 0:
        return False
    if (
        "hour" in (first.canonical, second.canonical)
        and how != "alone"
        and max(first.value, second.value) <= 24
    ):
        return False
    return all(
        (one := restated(a, b, None)) is not None and one.value > b.value
        for a in first.readings_as_amounts()
        for b in second.readings_as_amounts()
    )
