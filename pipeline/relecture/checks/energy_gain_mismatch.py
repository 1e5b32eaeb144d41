"""A gain or a yield that its energies contradict: « 3,15 MJ pour 2,05 MJ : un gain de 2,5 ».

Gain = energy out / energy in; net gain = out − in. A yield over 100 % is impossible, but for a heat pump. The
two energies must be the only ones of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.arithmetic import EXPLICIT, judged, number, operand_evidence, relations, surface, symbol
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.amounts import CLOSE
from relecture.relations.conversion import restated
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity

RULE = Rule(
    slug="energy-gain-mismatch",
    code="R02",
    family="R",
    severity=Severity.ERROR,
    title={"fr": "Gain ou rendement contredit par les énergies", "en": "Gain contradicted by its energies"},
    why={
        "fr": "Un gain est l’énergie rendue divisée par l’énergie fournie ; un rendement ne dépasse pas 100 %.",
        "en": "A gain is energy out over energy in; a yield cannot exceed 100%.",
    },
    messages={
        "default": {
            "fr": "{out} pour {spent} : {expected} ; le texte annonce {said}.",
            "en": "{out} for {spent}: {expected}; the text says {said}.",
        },
        "yield": {
            "fr": "Un rendement de {said} dépasse 100 % : coefficient de performance, ou chiffre faux ?",
            "en": "A yield of {said} exceeds 100%: a coefficient of performance, or a wrong figure?",
        },
    },
    flagged=(
        "Le tir a rendu 4,2 MJ pour 2,1 MJ reçus : un gain de 3,5.",
        "La turbine affiche un rendement de 130 %.",
        "Le tir a rendu 4,2 MJ pour 2,1 MJ reçus, un gain net de 3,4 MJ.",
    ),
    accepted=(
        "Le tir a rendu 4,2 MJ pour 2,1 MJ reçus : un gain de 2.",
        "La pompe à chaleur affiche un rendement de 380 %.",
        "Le tir a coûté 300 MJ pris au réseau pour 2,05 MJ de lumière.",
    ),
    false_positives=("Un gain rapporté à une autre énergie que celles de la phrase.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The gains that their energies contradict, or confirm, and the impossible yields."""
    for relation in relations(article, RelationKind.RATIO, "gain", "net"):
        yield from _gain(relation, article, settings)
    for relation in relations(article, RelationKind.RATIO, "yield"):
        share = role(relation, "change")
        if (
            share.bounds().low <= 100
            or _heat_pump().search(str(relation.attributes["sentence"]))
            or not relation.trigger
        ):
            continue
        yield finding(
            RULE,
            settings,
            [*operand_evidence(article, (share,)), evidence(article, relation.trigger)],
            "yield",
            confidence=EXPLICIT,
            out="",
            spent="",
            expected="",
            said=surface(article, share, settings.lang),
        )


def _gain(relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    out, spent = role(relation, "after"), role(relation, "before")
    net = relation.attributes["form"] == "net"
    stated = role(relation, "change" if net else "times")
    one = restated(out, stated if net else spent, CLOSE)
    other = restated(spent, stated, CLOSE) if net else spent.bounds(CLOSE)
    if one is None or other is None or other.low <= 0:
        return
    expected = one - other if net else one / other
    unit = symbol(stated) if net else ""
    yield from judged(
        RULE,
        article,
        settings,
        (out, spent, stated),
        stated.bounds(CLOSE),
        expected,
        relation=f"{surface(article, out, settings.lang)} {'−' if net else '/'} {surface(article, spent, settings.lang)}"
        f" = {number(expected.value, settings.lang, unit, digits=3)}",
        unit=unit,
        out=surface(article, out, settings.lang),
        spent=surface(article, spent, settings.lang),
        said=surface(article, stated, settings.lang),
    )


@cache
def _heat_pump() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:pompes? à chaleur|pac|cop|climatis\w*|coefficient|financ\w*|placement|action|locati\w*|épargne|quantique|condensation|pci)\b"
    )
