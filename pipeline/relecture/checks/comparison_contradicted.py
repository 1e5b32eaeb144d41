"""A comparison that its two values contradict: « 0,3 Wh, c'est moins que 0,25 Wh ».

The order must be wrong beyond what rounding allows. « 300 MW de plus que… » is a difference, « deux fois plus »
a ratio: neither is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import READ, operand_evidence, relations, surface
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.relations.amounts import CLOSE, Amount
from relecture.relations.conversion import restated
from relecture.relations.links import role
from relecture.relations.slips import near
from relecture.settings import Settings
from relecture.types import Article, Calculation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="comparison-contradicted",
    code="R03",
    family="R",
    severity=Severity.ERROR,
    title={"fr": "Comparaison contredite par les valeurs", "en": "Comparison contradicted by its values"},
    why={
        "fr": "Ce qui est dit inférieur doit porter le plus petit des deux chiffres.",
        "en": "What is said to be less must have the smaller of the two figures.",
    },
    messages={
        "default": {
            "fr": "« {said} », mais {first} est {order} à {second} : comparaison inversée ?",
            "en": "“{said}”, but {first} is {order} {second}: is the comparison inverted?",
        }
    },
    flagged=(
        "Une requête consomme 0,4 Wh, c’est moins que 0,3 Wh.",
        "Le barrage (640 MW) produit moins que son voisin (410 MW).",
        "La pointe a atteint 85 GW, sous le record de 80 GW.",
    ),
    accepted=(
        "Une requête consomme 0,3 Wh, c’est moins que 0,4 Wh.",
        "Le barrage (640 MW) produit plus que son voisin (410 MW).",
        "Le site compte 640 MW, soit 40 MW de plus que les 600 MW prévus.",
    ),
    false_positives=("Une comparaison qui porte sur autre chose que les deux chiffres cités.",),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The comparisons that go against their values."""
    for relation in relations(article, RelationKind.COMPARISON, "order"):
        first, second = role(relation, "first"), role(relation, "second")
        direction = int(relation.attributes["direction"])
        if not _wrong(first, second, direction) or relation.trigger is None:
            continue
        lang = settings.lang
        one, other = surface(article, first, lang), surface(article, second, lang)
        words = {"fr": ("inférieur", "supérieur"), "en": ("below", "above")}[lang]
        said = relation.trigger.of(article.text.raw)
        yield finding(
            RULE,
            settings,
            [
                *operand_evidence(article, (first, second)),
                evidence(article, relation.trigger, role="comparaison"),
            ],
            confidence=READ,
            calculation=Calculation(
                relation="A < B" if direction < 0 else "A > B",
                stated=one,
                expected=other,
                verdict=Verdict.INCONSISTENT,
            ),
            said=said,
            first=one,
            second=other,
            order=words[0] if direction > 0 else words[1],
        )


#: How many times apart two values may be and still be compared.
_FAR = Decimal(100)


def _wrong(first: Amount, second: Amount, direction: int) -> bool:
    for one in first.readings_as_amounts():
        for two in second.readings_as_amounts():
            alike = one.canonical == two.canonical
            size, other = (
                restated(one, two, None if alike else CLOSE),
                two.nominal() if alike else two.bounds(CLOSE),
            )
            if (
                size is None
                or size.meets(other)
                or not near(abs(size.value), abs(other.value), _FAR)
                or (size.value - other.value) * direction >= 0
            ):
                return False
    return True
