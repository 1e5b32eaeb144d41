"""A conversion between currencies at a rate that never was: « 500 millions de dollars (830 millions d'euros) ».

Two amounts in two currencies, linked by « soit », brackets or a sign, imply a rate, which must lie between the lowest
and the highest that the two currencies have known since 1999 (fr/exchange.toml). Constant and old money is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.prose import sentence_around
from relecture.quantities.table import data, table
from relecture.relations.amounts import LOOSE, Amount
from relecture.relations.bounds import Bounds, best
from relecture.relations.links import role
from relecture.settings import Settings
from relecture.types import Article, RelationKind, Severity, Verdict

RULE = Rule(
    slug="currency-mismatch",
    code="M02",
    family="M",
    severity=Severity.WARNING,
    title={"fr": "Conversion de devises invraisemblable", "en": "Implausible exchange rate"},
    why={
        "fr": "Le taux que donnent les deux montants n’a jamais eu cours : sens ou échelle de la conversion à vérifier.",
        "en": "The rate that the two amounts imply never was: check which way the conversion goes, and its scale.",
    },
    messages={
        "default": {
            "fr": "{source} = {low} à {high}, et non {stated_as} : taux de change à vérifier.",
            "en": "{source} = {low} to {high}, not {stated_as}: check the exchange rate.",
        }
    },
    flagged=(
        "Le studio a touché 40 millions de dollars (66 millions d’euros).",
        "Le chalet vaut 2 millions de francs suisses, soit 20 millions d’euros.",
        "L’amende atteint 9 millions de livres sterling (4 millions d’euros).",
    ),
    accepted=(
        "Le studio a touché 40 millions de dollars (36 millions d’euros).",
        "Le chalet vaut 2 millions de francs suisses, soit 2,1 millions d’euros.",
        "L’action valait 100 francs en 1960, soit 170 euros d’aujourd’hui.",
    ),
    false_positives=("Un montant ancien, converti en monnaie constante sans que la phrase le dise.",),
)
#: What a rate may miss the range by: the table may date.
_MARGIN = Decimal("1.08")
#: How many times over a conversion of French francs may be wrong.
_FAR = Decimal("2.5")


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The conversions whose rate is out of the range of the two currencies, or within it."""
    for relation in relations(article, RelationKind.EQUALITY, "announced", "bracketed", "apposed"):
        source, stated = role(relation, "source"), role(relation, "stated")
        expected = exchanged(source, stated)
        if expected is None or _old(article, source) or _another_franc(source, stated, expected):
            continue
        lang, unit = settings.lang, symbol(stated)
        verdicts = [
            Verdict.VERIFIED if one.bounds(LOOSE).meets(due) else Verdict.INCONSISTENT
            for one in stated.readings_as_amounts()
            for origin in source.readings_as_amounts()
            if (due := exchanged(origin, one)) is not None
        ]
        yield from judged(
            RULE,
            article,
            settings,
            (source, stated),
            stated.bounds(LOOSE),
            expected,
            relation=f"{surface(article, source, lang)} = {number(expected.low, lang)}–{number(expected.high, lang, unit)}",
            explicit=relation.explicit,
            unit=unit,
            verdict=best(verdicts),
            matched=relation.explicit,
            source=surface(article, source, lang),
            low=number(expected.low, lang, digits=2),
            high=number(expected.high, lang, unit, digits=2),
            stated_as=surface(article, stated, lang),
        )


def exchanged(source: Amount, stated: Amount) -> Bounds | None:
    """What *source* may be worth in the currency of *stated*; ``None`` without two known currencies."""
    if source.dimension != "currency" or stated.dimension != "currency":
        return None
    one, other = _rate(source.canonical), _rate(stated.canonical)
    if one is None or other is None or source.factor is None or stated.factor is None or one == other:
        return None
    value = source.bounds(LOOSE).scaled(source.factor / stated.factor)
    worth = value * (other / one)
    return Bounds(worth.low / _MARGIN, worth.value, worth.high * _MARGIN)


@cache
def _rate(canonical: str) -> Bounds | None:
    """How many units of a currency make a euro, from the lowest rate to the highest."""
    unit = table().by_name.get(canonical)
    known = data("exchange.toml")["rate"].get(unit.code) if unit and unit.code else None
    if known is None:
        return None
    low, high = (Decimal(str(v)) for v in known)
    return Bounds(low, (low + high) / 2, high)


def _another_franc(source: Amount, stated: Amount, expected: Bounds) -> bool:
    """True for « francs » that are hardly those of France: Swiss, African and Pacific francs are worth far more or less."""
    return "french_franc" in (source.canonical, stated.canonical) and not (
        expected.value * _FAR > stated.value > expected.value / _FAR
    )


def _old(article: Article, source: Amount) -> bool:
    sentence = sentence_around(article.text.prose, source.span).of(article.text.prose)
    once = _once().search(sentence)
    # The franc of the nineties has one rate in euros, whatever the year.
    return once is not None and not (source.canonical == "french_franc" and re.fullmatch(r"199\d", once[0]))


@cache
def _once() -> re.Pattern[str]:
    """Words of money of another time."""
    return re.compile(
        r"\b(?:constants?|d['’]aujourd['’]hui|actuels?|d['’]alors|à l['’]époque|de l['’]époque|anciens francs|inflation|pouvoir d['’]achat|(?:18|19)\d\d|s['’]échang\w+|taux de change|cours de change)\b",
        re.IGNORECASE,
    )
