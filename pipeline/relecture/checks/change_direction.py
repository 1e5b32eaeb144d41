"""A verb of rise or fall that the two values contradict: « recule de 9,2 % à 9,4 % ».

The verb (or « en hausse », « en baisse ») must govern the pair; a subject that is itself a fall (« la
baisse ralentit », « le déficit se creuse »), negative values and a range (« une baisse de 25 à 40 % »)
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.arithmetic import EXPLICIT, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.amounts import CLOSE, Amount, Shape
from relecture.relations.conversion import restated
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="change-direction",
    code="R04",
    family="R",
    severity=Severity.ERROR,
    title={"fr": "Sens de variation contredit par les chiffres", "en": "Direction contradicted by the figures"},
    why={
        "fr": "Ce qui recule finit plus bas, ce qui progresse finit plus haut : le verbe ou un chiffre est faux.",
        "en": "What falls ends lower and what rises ends higher: the verb or a figure is wrong.",
    },
    messages={
        "default": {
            "fr": "« {verb} », mais la valeur va de {before} à {after} : verbe ou chiffres inversés ?",
            "en": "“{verb}”, but the value goes from {before} to {after}: is the verb or a figure wrong?",
        }
    },
    flagged=(
        "Le taux de vacance recule de 7,1 % à 7,6 %.",
        "Le cours grimpe, passant de 48 à 45 euros.",
        "La fréquentation est en hausse, à 430 visiteurs contre 460 visiteurs l’an dernier.",
    ),
    accepted=(
        "Le taux de vacance recule de 7,6 % à 7,1 %.",
        "Le recul ralentit, de −4 % à −2 %.",
        "Le conseil promet une baisse de 25 à 40 % de la facture.",
    ),
    false_positives=("Un verbe qui porte sur autre chose que les deux valeurs.",),
    supersedes=("percent-change-mismatch",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The pairs that go against their verb."""
    for relation in relations(article, RelationKind.CHANGE, "direction"):
        before, after = role(relation, "before"), role(relation, "after")
        direction = int(relation.attributes["direction"])
        if not _against(before, after, direction):
            continue
        items = operand_evidence(article, (before, after))
        if relation.trigger:
            items.insert(0, evidence(article, relation.trigger, role="verbe"))
        verb = relation.trigger.of(article.text.raw) if relation.trigger else ""
        one, other = surface(article, before, settings.lang), surface(article, after, settings.lang)
        yield finding(
            RULE,
            settings,
            items,
            confidence=EXPLICIT,
            calculation=Calculation(
                relation="A → B", stated=verb, expected=f"{one} → {other}", verdict=Verdict.INCONSISTENT
            ),
            verb=verb,
            before=one,
            after=other,
        )


def _against(before: Amount, after: Amount, direction: int) -> bool:
    alone = before.quantity is not None and before.unit is not None and before.unit.span is not None
    if before.value < 0 or after.value < 0 or Shape.DATE in (before.shape, after.shape):
        return False
    if before.value < after.value and (not alone or before.quantity is after.quantity):
        return False  # « une baisse de 25 à 40 % » is a range
    for one in before.readings_as_amounts():
        for two in after.readings_as_amounts():
            origin = restated(one, two, CLOSE)
            if (
                origin is None
                or (two.bounds(CLOSE).value - origin.value) * direction >= 0
                or origin.meets(two.bounds(CLOSE))
            ):
                return False
    return True
