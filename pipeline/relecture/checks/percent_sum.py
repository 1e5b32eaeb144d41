"""Shares of one whole that exceed 100 %: « 45 % pour, 40 % contre et 30 % sans opinion ».

Three shares or more coordinated in one sentence, none with a base of its own (« des cadres »), or a share and
« les B % restants ». Half a unit of rounding a share is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from relecture.checks.arithmetic import EXPLICIT, READ, number, operand_evidence, relations
from relecture.checks.base import Outcome, Rule, finding
from relecture.checks.rivals import rivals
from relecture.relations.amounts import TIGHT, Amount, Shape
from relecture.relations.bounds import Bounds, total
from relecture.relations.links import form, several
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="percent-sum",
    code="P01",
    family="P",
    severity=Severity.WARNING,
    title={"fr": "Répartition qui ne fait pas 100 %", "en": "Shares that do not make 100 %"},
    why={
        "fr": "Les parts exclusives d’un même tout ne peuvent dépasser 100 %.",
        "en": "Exclusive shares of one whole cannot exceed 100%.",
    },
    messages={
        "default": {
            "fr": "Le total des parts atteint {total}. Même base ? Une part fausse ?",
            "en": "The shares add up to {total}. Same base? Is one of them wrong?",
        }
    },
    flagged=(
        "Le panel se partage : 48 % pour, 37 % contre et 25 % sans avis.",
        "Le mix compte 67 % de nucléaire, 24 % d’hydraulique et 19 % d’éolien.",
        "La géothermie couvrira 83 % des besoins ; le gaz assurera les 27 % restants.",
    ),
    accepted=(
        "Le panel se partage : 48 % pour, 37 % contre et 15 % sans avis.",
        "Ont signé 54 % des cadres, 46 % des ouvriers et 30 % des apprentis.",
        "La géothermie couvrira 83 % des besoins ; le gaz assurera les 17 % restants.",
    ),
    false_positives=("Des réponses multiples à un sondage, quand la phrase ne le dit pas.",),
)
_HUNDRED = Decimal(100)
#: A list over this is no partition at all: multiple answers, or unrelated percentages.
_TOO_MUCH = Decimal(160)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The shares of one whole that exceed it, or leave a gap where « the rest » is named."""
    for relation in relations(article, RelationKind.PARTITION, "breakdown", "remainder-percent"):
        parts = several(relation, "parts")
        found = total(p.bounds(TIGHT) for p in parts)
        rest = form(relation) == "remainder-percent"
        if not _wrong(found, rest=rest) or (not rest and found.value > _TOO_MUCH):
            continue
        if rest and _completed(article, parts, found):
            continue
        shown = number(found.value, settings.lang, "%")
        yield finding(
            RULE,
            settings,
            operand_evidence(article, parts),
            confidence=EXPLICIT if rest else READ,
            calculation=Calculation(
                relation=" + ".join(number(p.value, settings.lang) for p in parts),
                stated=number(_HUNDRED, settings.lang, "%"),
                expected=shown,
                verdict=Verdict.INCONSISTENT,
            ),
            total=shown,
        )


def _completed(article: Article, parts: Sequence[Amount], found: Bounds) -> bool:
    """True when a share told a little before makes the whole: « 6 %… 76 %… 7 %… le reste, soit 11 % »."""
    others = (a for a in rivals(article, parts) if a.shape is Shape.PERCENT and a.low is None)
    return any(
        (whole := found + other.bounds(TIGHT)).low <= _HUNDRED <= whole.high
        for other in others
        if other.span.start < parts[-1].span.start
    )


def _wrong(found: Bounds, *, rest: bool) -> bool:
    return found.low > _HUNDRED or (rest and found.high < _HUNDRED)
