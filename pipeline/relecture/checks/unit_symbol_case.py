"""The symbol of a unit in the wrong case: « 1,1 Kwh », « 22 KW », « 2,83 Twh », « 30 °c ».

One finding a spelling, whose evidence is every place where it stands. Symbols that case makes ambiguous
(« mW » and « MW ») are `milli-mega`'s. Beside a number every unit of the table is read; without one
(« le prix du Kwh »), the symbols of energy alone. « Co2 » and « K€ » are read too.

Admitted: a sentence in capitals, tags and addresses, the symbol alone between guillemets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import sentence_around
from relecture.openings import occurrences
from relecture.settings import Settings
from relecture.text import lowered
from relecture.types import Article, Finding, Safety, Severity, Span, Spelling

RULE = Rule(
    slug="unit-symbol-case",
    code="U01",
    family="U",
    severity=Severity.STYLE,
    title={"fr": "Casse d’un symbole d’unité", "en": "Case of a unit symbol"},
    why={
        "fr": "La casse d’un symbole fait partie de l’unité : k vaut mille, M un million, et W honore M. Watt.",
        "en": "The case of a symbol is part of the unit: k is a thousand, M a million, and W honours Mr Watt.",
    },
    messages={
        "default": {
            "fr": "Symbole d’unité : écrire « {right} » et non « {wrong} ».",
            "en": "Unit symbol: write “{right}”, not “{wrong}”.",
        },
    },
    flagged=(
        "La chaudière consomme 3,4 Kwh par cycle.",
        "Une centrale de 900 Mw et une autre de 1 300 Mw.",
        "Le prix du Kwh augmente en février.",
        "La taxe vise les émissions de Co2.",
    ),
    accepted=(
        "LA BATTERIE DE 900 MWH FERME SES PORTES",
        "Le mot-dièse #kwh renvoie à https://exemple.fr/kwh.",
        "La marque KW-Link vend des câbles ; la chaudière consomme 3,4 kWh.",
        "On écrit kWh et non « Kwh ».",
    ),
    false_positives=("Un nom de produit ou de société écrit comme un symbole.",),
    supersedes=("unit-style-varies", "unit-spacing"),
)

_ENERGY = ("Wh", "kWh", "MWh", "GWh", "TWh", "kWc", "MWc", "GWc", "kVA", "MVA")
_LOWER = {symbol.lower(): symbol for symbol in _ENERGY if symbol != "Wh"}


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w#@/.&-])(?:€/|/)?(?P<symbol>{'|'.join(_LOWER)})(?![\w@-])|(?<![\w#@/.-])(?P<co2>C[oO]2|co2)(?![\w-])|\d\s?(?P<money>K€)|\d\s?(?P<byte>(?-i:[MGT]O))(?!\w)|\d\s?(?P<tonne>(?-i:T))(?=\s(?:de\s|d'))|\d\s?(?P<degree>(?-i:°\s[CF]|[CF]°))(?![\w'])",
        re.I,
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a wrong spelling, in the order of their first places."""
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span, wrong, right in _wrong(article):
        if not _excused(article, span):
            places[wrong, right].append(span)
    for (wrong, right), spans in places.items():
        yield finding(
            RULE,
            settings,
            [evidence(article, s, "symbole") for s in spans],
            confidence=0.97,
            suggestion=right,
            safety=Safety.SAFE,
            wrong=wrong,
            right=right,
        )


def _wrong(article: Article) -> Iterator[tuple[Span, str, str]]:
    """(span, symbol as written, right symbol) for every symbol in the wrong case, in text order."""
    prose = article.text.prose
    found: dict[Span, tuple[str, str]] = {}
    for quantity in article.quantities:
        unit = quantity.unit
        if (
            unit
            and unit.span
            and unit.spelling is Spelling.WRONG_CASE
            and unit.expected
            # a name: « 5 Jours » is a title's capital, « 300 GigaWatts » is no title
            and (
                not re.search(r"[a-zà-ÿ]{4}", unit.expected)
                or re.search(r"[a-zà-ÿ][A-Z]", unit.span.of(article.text.raw))
            )
        ):
            found[unit.span] = (unit.span.of(article.text.raw), unit.expected)
        elif unit and unit.span and (watt := _ramped().match(prose, unit.span.start)):
            found[Span(*watt.span("watt"))] = (watt["watt"], f"{watt['watt'][0]}W")
    for match in _bare().finditer(prose) if _suspect(prose) else ():
        group = match.lastgroup or "symbol"
        span = Span(*match.span(group))
        right = _right(group, match[group])
        written = match[group]
        if written == right or written == "mWh" or any(span.overlaps(other) for other in found):
            continue
        found[span] = (written, right)
    for span, (wrong, right) in sorted(found.items()):
        yield span, wrong, right


@cache
def _ramped() -> re.Pattern[str]:
    # « 3 Gw par heure »: the symbol within a rate
    return re.compile(r"(?P<watt>[kMGT]w)(?=\spar\s|/[a-zé])")


def _suspect(prose: str) -> bool:
    """True when a word of *prose* may be a symbol that is not written as it should: most articles have none."""
    if any(map(prose.__contains__, _OTHER)):
        return True
    low = lowered(prose)
    return any(
        prose[at : at + len(symbol)] != right
        for symbol, right in _LOWER.items()
        for at in occurrences(low, symbol)
    )


#: What the other branches of `_bare` cannot do without.
_OTHER = ("Co2", "co2", "cO2", "K€", "MO", "GO", "TO", "° C", "° F", "C°", "F°", "T d")


def _right(group: str, written: str) -> str:
    if group == "byte":
        return written[0] + "o"
    if group == "degree":
        return "°" + written.strip("° ")
    return {"co2": "CO2", "money": "k€", "tonne": "t"}.get(group) or _LOWER[written.lower()]


def _excused(article: Article, span: Span) -> bool:
    prose = article.text.prose
    around = sentence_around(prose, span).of(prose)
    letters = [c for c in around if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.6 * len(letters) and len(letters) > 12:
        return True
    return (
        prose[: span.start].rstrip()[-1:] in '«“"'
        and prose[span.end :].lstrip()[:1] in '»”"'
        and span.start > 0
    )
