"""A symbol with an « s », or a plural before two: « 150 kms », « 1,5 millions ».

French has its plural from two on: « 1,9 million », « 2 millions ». A symbol never changes. One finding for
the article, whose evidence is every place.

Admitted: zero, ranges (« entre 1 et 2 millions », « 1 à 2 millions »), « 1,50 euros », which usage accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import dimension
from relecture.checks.base import Rule, evidence, finding
from relecture.needles import scan
from relecture.quantities import units
from relecture.settings import Settings
from relecture.types import Article, Finding, Kind, Quantity, Safety, Severity, Span

RULE = Rule(
    slug="symbol-plural",
    code="U05",
    family="U",
    severity=Severity.STYLE,
    title={"fr": "Accord d’une unité", "en": "Number agreement of a unit"},
    why={
        "fr": "Un symbole est invariable, et le pluriel français commence à deux.",
        "en": "A symbol never changes, and the French plural starts at two.",
    },
    messages={
        "default": {
            "fr": "Accord : « {right} » (le pluriel commence à 2).",
            "en": "Agreement: “{right}” (the plural starts at 2).",
        },
        "symbol": {
            "fr": "Un symbole est invariable : « {right} ».",
            "en": "A symbol never changes: “{right}”.",
        },
    },
    flagged=(
        "Les pertes atteignent 1 millions d’euros.",
        "Le sentier suit 150 kms de côtes.",
        "Le laser a déposé 1,9 mégajoules.",
    ),
    accepted=(
        "Le budget oscille entre 1 et 2 millions d’euros.",
        "Le laser a déposé 2 mégajoules, pour 1,5 million d’euros.",
        "Le sentier suit 150 km de côtes.",
    ),
    false_positives=("Une citation laissée telle quelle.",),
)


#: Dimensions whose units are named in full letters and never left in the singular after two.
_COUNTED = frozenset(("energy", "power", "length", "mass", "area", "volume"))
_SHORTEST = 4


@cache
def _symbols() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,])\d[\d ,.]{0,12}\s?(?P<symbol>(?:km|kg|cm|mm|gr|kWh|MWh|GWh|TWh|kW|MW|GW|hr|mn|ml|cl|hl|kV|Mo|Go)s)(?![\w'])"
    )


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(
        r"[01](?<![\d.,\w].)(?<!\d et .)(?<!\d à .)(?<!\d ou .)(?:(?<=1)|(?=,))(?:,\d+)?\s(?:millions|milliards)(?!\w)"
    )


@cache
def _joined() -> re.Pattern[str]:
    """« de 3,2 et 1,8 mégawatts »: the unit is that of both."""
    return re.compile(r"\d (?:et|ou|à|puis) $")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """All the places of the article in one finding for each of the two faults."""
    raw, prose = article.text.raw, article.text.prose
    symbols = [Span(m.start(), m.end()) for m in scan(_symbols(), prose)]
    if symbols:
        yield _finding(article, settings, symbols, "symbol", symbols[0].of(raw)[:-1])
    plurals = [Span(m.start(), m.end()) for m in scan(_scale(), prose)]
    plurals += [
        q.span
        for q in article.quantities
        if _too_plural(q)
        and not _joined().search(prose, max(0, q.span.start - 8), q.span.start)
        and not any(q.span.overlaps(s) for s in plurals)
    ]
    if lacking := [q for q in article.quantities if _too_singular(q) and not _as_one(prose, q)]:
        q = lacking[0]
        yield _finding(article, settings, [q.span for q in lacking], "default", _plural(q))
    if plurals:
        first = min(plurals)
        yield _finding(article, settings, sorted(plurals), "default", re.sub(r"s\b(?=\W*$)", "", first.of(raw)))


def _too_singular(quantity: Quantity) -> bool:
    """« 12 mégawatt », « 150 kilomètre »."""
    unit = quantity.unit
    if unit is None or unit.span is None or quantity.value is None or abs(quantity.value) < 2:
        return False
    if quantity.dimension not in _COUNTED or "/" in unit.canonical or quantity.vague:
        return False
    known = units.info(unit.canonical)
    return known.plural != known.singular and unit.text == known.singular and len(unit.text) > _SHORTEST


def _as_one(prose: str, quantity: Quantity) -> bool:
    """True for « le 400 mètre », a race, and for a name that goes on: « 12 mégawatt-crête »."""
    lead = prose[max(0, quantity.span.start - 6) : quantity.span.start].lower()
    return re.search(r"\b(?:un|le|du|au|ce)[ ']$", lead) is not None or (
        prose[quantity.span.end : quantity.span.end + 1] in "-'/" and quantity.span.end < len(prose)
    )


def _plural(quantity: Quantity) -> str:
    unit = quantity.unit
    assert unit is not None
    return quantity.text.replace(unit.text, units.info(unit.canonical).plural)


def _too_plural(quantity: Quantity) -> bool:
    unit = quantity.unit
    if unit is None or unit.span is None or quantity.value is None or not 0 < abs(quantity.value) < 2:
        return False
    if (
        quantity.base_kind in {Kind.MONEY, Kind.PERCENT, Kind.COUNT}
        or quantity.vague
        or quantity.kind is Kind.RANGE
        or "/" in unit.canonical
    ):
        return False
    known = units.info(unit.canonical)
    return (
        dimension(quantity) != ""
        and known.plural != known.singular
        and unit.text == known.plural
        and quantity.number.start == quantity.span.start
    )


def _finding(article: Article, settings: Settings, spans: list[Span], key: str, right: str) -> Finding:
    return finding(
        RULE,
        settings,
        [evidence(article, s, "quantité") for s in spans],
        key,
        confidence=0.93,
        suggestion=right,
        safety=Safety.SAFE,
        right=right,
    )
