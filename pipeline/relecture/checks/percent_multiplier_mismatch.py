"""A multiple and the percentage that repeats it: « le prix a doublé (+ 200 %) ».

× k is + 100 (k − 1) %: doubled is + 100 %, and halved − 50 %. « à 200 % de son niveau » is a ratio and is right; after « k fois
plus », 100 k % is tolerated, since readers are divided on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import judged, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.checks.changes import absolute
from relecture.relations.amounts import LOOSE
from relecture.relations.bounds import Bounds
from relecture.relations.links import maybe, role
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="percent-multiplier-mismatch",
    code="P05",
    family="P",
    severity=Severity.ERROR,
    title={"fr": "Multiple et pourcentage discordants", "en": "Multiple and percentage disagree"},
    why={
        "fr": "Multiplier par k, c’est ajouter 100 × (k − 1) % : doubler, c’est + 100 %.",
        "en": "Multiplying by k adds 100 × (k − 1)%: doubling is +100%.",
    },
    messages={
        "default": {
            "fr": "Multiplier par {times} correspond à {expected} de hausse, pas à {said}.",
            "en": "Multiplying by {times} is a rise of {expected}, not {said}.",
        },
        "divided": {
            "fr": "Diviser par {times} correspond à {expected} de baisse, pas à {said}.",
            "en": "Dividing by {times} is a fall of {expected}, not {said}.",
        },
    },
    flagged=(
        "Le prix du cacao a doublé (+ 200 %).",
        "Les demandes ont quadruplé : 400 % de hausse.",
        "Le fret affiche une hausse de 900 %, soit une multiplication par vingt.",
        "Le port a divisé par quatre ses rejets, soit une baisse de 60 %.",
    ),
    accepted=(
        "Le prix du cacao a doublé (+ 100 %).",
        "La dette atteint 200 % de son niveau de 2010, soit le double.",
        "Quatre fois plus, soit + 300 % : la hausse donne le vertige.",
        "Le port a divisé par quatre ses rejets, soit une baisse de 75 %.",
    ),
    false_positives=("Un pourcentage d’une autre grandeur, entre parenthèses.",),
    supersedes=("percent-change-mismatch",),
)
#: A word like « doublé » is right from k − 0.25 to k + 0.5.
_BELOW, _ABOVE = Decimal("0.25"), Decimal("0.5")


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The multiples that their percentage contradicts, or confirms."""
    for relation in relations(article, RelationKind.RATIO, "percent"):
        change, said = role(relation, "change"), maybe(relation, "times")
        factor = _factor(relation)
        divided = bool(relation.attributes["inverse"])
        expected = _share_lost(factor) if divided else (factor - Bounds.exact(1)).scaled(100)
        stated = absolute(change.bounds(LOOSE)) if divided else change.bounds(LOOSE)
        tolerated = relation.attributes["counted"] and stated.meets(factor.scaled(100))
        agreed = stated.meets(expected) or tolerated or factor.value <= 1
        lang = settings.lang
        yield from judged(
            RULE,
            article,
            settings,
            (said, change) if said else (change,),
            stated,
            expected,
            "divided" if divided else "default",
            relation=f"{'÷' if divided else '×'} {number(factor.value, lang)} = {'−' if divided else '+'} {number(expected.value, lang, '%')}",
            unit="%",
            verdict=Verdict.VERIFIED if agreed else Verdict.INCONSISTENT,
            times=number(factor.value, lang),
            said=surface(article, change, lang),
        )


def _share_lost(factor: Bounds) -> Bounds:
    """What is gone of a thing divided by *factor*, in per cent."""
    return (Bounds.exact(1) - Bounds.exact(1) / factor).scaled(100)


def _factor(relation: Relation) -> Bounds:
    said = maybe(relation, "times")
    value = said.value if said else Decimal(int(relation.attributes["factor"]))
    if value != value.to_integral_value():
        return Bounds.around(value, value / 20)
    return Bounds(value - _BELOW, value, value + _ABOVE)
