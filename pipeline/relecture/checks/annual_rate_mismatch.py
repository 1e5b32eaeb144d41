"""A yearly rate that its total contradicts: « 20 % sur cinq ans, soit 5 % par an ».

The compound rate and the plain division are both accepted; a rate that is neither is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.checks.arithmetic import judged, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE
from relecture.relations.bounds import Bounds
from relecture.relations.links import maybe, role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity, Verdict

RULE = Rule(
    slug="annual-rate-mismatch",
    code="P06",
    family="P",
    severity=Severity.WARNING,
    title={"fr": "Taux annuel et cumul discordants", "en": "Yearly rate and total disagree"},
    why={
        "fr": "Un taux annuel, composé ou divisé, doit redonner le total sur la durée.",
        "en": "A yearly rate, compounded or divided, must give the total over the years.",
    },
    messages={
        "default": {
            "fr": "{total} sur {years} correspond à {expected} par an, pas à {said}.",
            "en": "{total} over {years} is {expected} a year, not {said}.",
        }
    },
    flagged=(
        "Les loyers ont pris 30 % en six ans, soit 8 % par an.",
        "Le trafic a doublé en dix ans, soit 15 % par an.",
        "La cotisation monte de 2 % par an pendant trois ans, soit 9 % au total.",
    ),
    accepted=(
        "Les loyers ont pris 30 % en six ans, soit 5 % par an.",
        "Le trafic a doublé en dix ans, soit 7 % par an.",
        "La cotisation monte de 2 % par an pendant trois ans, soit 6 % au total.",
    ),
    false_positives=("Une moyenne calculée sur une autre période.",),
)
_HUNDRED = Decimal(100)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The yearly rates that their total contradicts, or confirms."""
    for relation in relations(article, RelationKind.CHANGE, "yearly"):
        rate, years, total = role(relation, "rate"), role(relation, "years"), maybe(relation, "total")
        cumulated = (
            total.bounds(LOOSE) if total else Bounds.exact(_HUNDRED * (int(relation.attributes["factor"]) - 1))
        )
        expected = yearly(cumulated, years.value)
        if expected is None:
            continue
        lang = settings.lang
        stated = rate.bounds(LOOSE)
        yield from judged(
            RULE,
            article,
            settings,
            (total, rate, years) if total else (rate, years),
            stated,
            expected,
            relation=f"{number(cumulated.value, lang, '%')} / {surface(article, years, lang)}",
            unit="%",
            verdict=Verdict.VERIFIED if stated.meets(expected) else Verdict.INCONSISTENT,
            total=number(cumulated.value, lang, "%"),
            years=surface(article, years, lang),
            said=surface(article, rate, lang),
        )


def yearly(cumulated: Bounds, years: Decimal) -> Bounds | None:
    """The yearly rates, in per cent, that give *cumulated* over *years*: compounded (low) to divided (high)."""
    if years < 2 or cumulated.low <= 0:
        return None
    rates = [_compound(end, years) for end in (cumulated.low, cumulated.value, cumulated.high)]
    return Bounds(rates[0], rates[1], cumulated.high / years)


def _compound(percent: Decimal, years: Decimal) -> Decimal:
    return ((1 + percent / _HUNDRED) ** (1 / years) - 1) * _HUNDRED
