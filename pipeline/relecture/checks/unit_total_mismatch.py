"""Count × unit value ≠ total: « 8 éoliennes de 2,3 MW, soit 28,4 MW ».

Read from « n … de q (chacun), soit T », « répartis entre n …, T laissent q à chacun », and from a rate that
is neither a price nor a speed (« 70 quintaux à l'hectare sur 12 hectares »). A unit value given as a
range gives a range of totals.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import judged, number, power_of_ten, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.multiplied import count_product, meant, periodic_product, rate_product, triple
from relecture.relations.amounts import LOOSE, Shape
from relecture.relations.bounds import Bounds, gap
from relecture.relations.conversion import calendar, restated
from relecture.relations.links import form, role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity, Verdict

RULE = Rule(
    slug="unit-total-mismatch",
    code="A03",
    family="A",
    severity=Severity.ERROR,
    title={"fr": "Nombre × valeur unitaire ≠ total", "en": "Count × unit value ≠ total"},
    why={
        "fr": "Le total doit être le nombre multiplié par la valeur de chacun.",
        "en": "The total must be the count times the value of each.",
    },
    messages={
        "default": {
            "fr": "{one} × {other} = {expected}, et non {result}.",
            "en": "{one} × {other} = {expected}, not {result}.",
        }
    },
    flagged=(
        "Le site aligne 12 éoliennes de 3 MW, soit 48 MW.",
        "Répartis entre 2 000 foyers, les 5 MW laissent 25 kW à chacun.",
        "Les cinq bus de 80 places, soit 320 places au total, partiront à l’aube.",
    ),
    accepted=(
        "Le site aligne 12 éoliennes de 3 MW, soit 36 MW.",
        "Répartis entre 2 000 foyers, les 5 MW laissent 2,5 kW à chacun.",
        "Le groupe exploite 58 réacteurs de 900 à 1 450 MW, soit 63 GW.",
    ),
    false_positives=("Un total qui compte d’autres éléments que ceux de la phrase.",),
)
#: Relative gap under which a total and its parts, brought together by their place alone, are a slip apart.
_SLIP = Decimal("0.5")


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The totals that their count and unit value contradict, or confirm."""
    for relation in relations(article, RelationKind.PRODUCT, "count", "priced", "head"):
        if form(relation) == "priced" and role(relation, "unit").shape is Shape.MONEY:
            continue
        pair = count_product(role(relation, "count"), role(relation, "unit"), role(relation, "result"))
        if pair and (not relation.attributes.get("near") or _near(*pair)):
            yield from triple(RULE, article, settings, relation, pair, ("count", "unit"))
    yield from _periods(article, settings)
    for relation in relations(article, RelationKind.PRODUCT, "periodic"):
        amounts = (role(relation, "rate"), role(relation, "quantity"), role(relation, "result"))
        pair = periodic_product(*amounts, relation.attributes["period"])
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("rate", "quantity"))
    for relation in relations(article, RelationKind.PRODUCT, "rate"):
        rate = role(relation, "rate")
        if rate.dimension == "speed" or rate.dimension.startswith("currency"):
            continue
        pair = rate_product(rate, role(relation, "quantity"), role(relation, "result"))
        if pair:
            yield from triple(RULE, article, settings, relation, pair, ("rate", "quantity"))


def _near(stated: Bounds, expected: Bounds) -> bool:
    """True for values that a slip can explain: figures that have nothing to do with each other are farther apart."""
    return gap(stated.value, expected.value) < _SLIP or power_of_ten(stated.value, expected.value) != 0


def _periods(article: Article, settings: Settings) -> Iterator[Outcome]:
    """« 12 euros par mois, soit 164 euros par an »."""
    for relation in relations(article, RelationKind.PRODUCT, "periods"):
        rate, result = role(relation, "rate"), role(relation, "result")
        times = calendar(relation.attributes["per"], relation.attributes["period"])
        value = restated(rate, result, LOOSE)
        if value is None or not rate.sure or not result.sure:
            continue
        expected, stated = value * times, result.bounds(LOOSE)
        agreed = stated.meets(expected)
        if not agreed and not meant(relation, stated.value, expected.value):
            continue
        lang, unit = settings.lang, symbol(result)
        yield from judged(
            RULE,
            article,
            settings,
            (rate, result),
            stated,
            expected,
            relation=f"{surface(article, rate, lang)} × {number(times.value, lang, digits=3)} = {number(expected.value, lang, unit)}",
            unit=unit,
            verdict=Verdict.VERIFIED if agreed else Verdict.INCONSISTENT,
            one=surface(article, rate, lang),
            other=number(times.value, lang, digits=3),
            result=surface(article, result, lang),
        )
