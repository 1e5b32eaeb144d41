"""A value far out of what is usual: « un EPR de 1 650 GW », « une batterie de voiture de 52 MWh ».

A table of usual ranges, each dated and sourced, is compared with the amounts that follow their subject in
the sentence. A value is reported when it is five times out of the range, never as an error: the table may
date, and a record may be news. A file of one's own may be added (setting ``reference_facts``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from relecture.checks.arithmetic import number, operand_evidence
from relecture.checks.base import Outcome, Rule, finding
from relecture.checks.prose import sentence_around
from relecture.checks.reference import COUNT, Fact, facts
from relecture.needles import needles
from relecture.quantities.units import IncommensurableError, UnknownUnitError, convert, symbol
from relecture.relations.operands import operands
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Kind, Quantity, Severity, Span, Verdict

RULE = Rule(
    slug="implausible-magnitude",
    code="V04",
    family="V",
    severity=Severity.CHECK,
    title={"fr": "Ordre de grandeur invraisemblable", "en": "Implausible magnitude"},
    why={
        "fr": "La valeur est très loin de ce que l’on connaît du sujet : un préfixe ou une virgule a pu glisser.",
        "en": "The value is far from what is known of the subject: a prefix or a decimal mark may have slipped.",
    },
    messages={
        "default": {
            "fr": "{label} : d’ordinaire {range} ({source}) ; le texte donne {value}. Unité ?",
            "en": "{label}: usually {range} ({source}); the text gives {value}. Unit?",
        }
    },
    flagged=(
        "La berline embarque une batterie de 60 MWh.",
        "Le réacteur, d’une puissance de 1 650 GW, redémarre.",
        "La compacte consomme 17 kWh par kilomètre sur autoroute.",
    ),
    accepted=(
        "La berline embarque une batterie de 60 kWh.",
        "Le réacteur, d’une puissance de 1 650 MW, redémarre.",
        "La compacte consomme 17 kWh aux 100 km sur autoroute.",
    ),
    false_positives=("Un record, un prototype, un objet que la phrase ne nomme qu’à demi.",),
)
_CONFIDENCE = 0.86
#: How far after its subject an amount may stand, and how far before.
_AFTER, _BEFORE = 70, 22
_SOURCE_LENGTH = 44


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The amounts that are far out of the usual range of their subject."""
    prose, before, text = article.text.prose, Span(0, 0), ""
    named: dict[str, list[Fact]] = {}
    for quantity in article.quantities:
        concerned = None if quantity.vague else _concerned(settings.reference_facts, quantity)
        if concerned is None:
            continue
        sentence = sentence_around(prose, quantity.span)
        if sentence is not before:
            text, before, named = prose[sentence.start : sentence.end].lower(), sentence, {}
        # The figures of a sentence often measure one thing: its subjects are sought once.
        key = f"#{quantity.noun}" if quantity.kind is Kind.COUNT else quantity.dimension
        if key not in named:
            named[key] = concerned.named(text)
        near = (f for f in named[key] if _far(f, quantity))
        found = next((f for f in near if _speaks_of(f, quantity, article, sentence, text)), None)
        if found:
            yield _finding(found, quantity, article, settings)


class _Facts:
    """Facts of one dimension, found by the words that their subjects cannot do without."""

    def __init__(self, listed: Sequence[Fact]) -> None:
        self.listed = listed
        self._always = {n for n, fact in enumerate(listed) if not needles(fact.subject)}
        self._by_needle: dict[str, list[int]] = defaultdict(list)
        for n, fact in enumerate(listed):
            for needle in next(iter(needles(fact.subject)), ()):
                self._by_needle[needle].append(n)

    def named(self, text: str) -> list[Fact]:
        """Those whose subject may stand in *text* (lower case), in their order."""
        found = {n for needle, several in self._by_needle.items() if needle in text for n in several}
        return [self.listed[n] for n in sorted(found | self._always)]


@lru_cache(maxsize=8)
def _by_dimension(extra: tuple[str, ...]) -> dict[str, _Facts]:
    """The facts by dimension, those of counted things under `COUNT`."""
    table: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts(extra):
        table[COUNT if fact.unit == COUNT else fact.dimension].append(fact)
    return {dimension: _Facts(listed) for dimension, listed in table.items()}


def _concerned(extra: tuple[str, ...], quantity: Quantity) -> _Facts | None:
    """The facts that have the dimension, or the counted noun, of *quantity*."""
    if quantity.kind is Kind.COUNT:
        return _counted(extra, (quantity.noun or "").lower())
    return None if quantity.base_kind is Kind.COUNT else _by_dimension(extra).get(quantity.dimension)


@lru_cache(maxsize=512)
def _counted(extra: tuple[str, ...], noun: str) -> _Facts | None:
    table = _by_dimension(extra)
    counted = table[COUNT].listed if COUNT in table else ()
    concerned = [f for f in counted if f.noun is not None and f.noun.search(noun)]
    return _Facts(concerned) if concerned else None


def _speaks_of(fact: Fact, quantity: Quantity, article: Article, sentence: Span, text: str) -> bool:
    """True when *text*, the *sentence* of *quantity* in lower case, says that it is of the subject of *fact*."""
    at, end = quantity.span.start - sentence.start, quantity.span.end - sentence.start
    if (fact.veto and fact.veto.search(text)) or (fact.context and not fact.context.search(text)):
        return False
    if (fact.single and _many().search(text)) or _hedged().search(text, max(0, at - 24), at):
        return False
    rivals = [
        q.span.start - sentence.start
        for q in article.quantities
        if q is not quantity and sentence.contains(q.span) and q.dimension == quantity.dimension
    ]
    for match in fact.subject.finditer(text):
        if match.end() <= at and at - match.end() <= _AFTER and not any(match.end() <= r < at for r in rivals):
            return True
        if (
            end <= match.start()
            and match.start() - end <= _BEFORE
            and not any(end <= r < match.start() for r in rivals)
        ):
            return True
        if match.start() < at < match.end():
            return True
    return False


def _values(fact: Fact, quantity: Quantity) -> list[Decimal]:
    """Every value that *quantity* may have, in the fact's unit."""
    given = list(quantity.readings) or [
        v for v in (quantity.value, quantity.low, quantity.high) if v is not None
    ]
    if fact.unit == COUNT or quantity.unit is None:
        return [abs(v) for v in given]
    try:
        return [convert(v, quantity.unit.canonical, fact.unit) for v in given]
    except (IncommensurableError, UnknownUnitError):
        return []


def _far(fact: Fact, quantity: Quantity) -> bool:
    values = _values(fact, quantity)
    if not values or any(v == 0 for v in values):
        return False
    high = fact.high * fact.margin
    low = fact.low * fact.margin if fact.low < 0 else fact.low / fact.margin
    return all(v > high for v in values) or all(v < low for v in values)


def _finding(fact: Fact, quantity: Quantity, article: Article, settings: Settings) -> Finding:
    lang = settings.lang
    unit = "" if fact.unit == COUNT else symbol(fact.unit)
    value = _values(fact, quantity)[0]
    usual = (
        f"{number(fact.low, lang)} à {number(fact.high, lang, unit)}"
        if lang == "fr"
        else (f"{number(fact.low, lang)} to {number(fact.high, lang, unit)}")
    )
    nearest = fact.high if value > fact.high else fact.low
    thousand = nearest > 0 and value > 0 and abs((value / nearest).log10()) >= Decimal("1.7")
    amount = next(a for a, _ in operands(article) if a.quantity is quantity)
    return finding(
        RULE,
        settings,
        operand_evidence(article, (amount,)),
        confidence=_CONFIDENCE,
        severity=Severity.WARNING if thousand else None,
        calculation=Calculation(
            relation=f"{fact.source} ({fact.year})",
            stated=number(value, lang, unit),
            expected=usual,
            verdict=Verdict.INCONSISTENT,
        ),
        label=fact.label[0 if lang == "fr" else 1],
        range=usual,
        source=_short(fact.source),
        value=number(value, lang, unit),
    )


def _short(source: str) -> str:
    """The name of the source, without its figures."""
    name = source.partition(" (")[0].partition(" ; ")[0]
    return name if len(name) <= _SOURCE_LENGTH else name[: _SOURCE_LENGTH - 1].rstrip(" ,;") + "…"


@cache
def _many() -> re.Pattern[str]:
    """A sentence that speaks of many: its amount is a sum."""
    return re.compile(
        r"\b(?:millions? d|milliers d|centaines? d|dizaines? d|milliards? d|flotte|filière|secteur|usines?|gigafactory|au total|en tout"
        r"|ensemble|cumul\w*|annuels?|annuelles?|chaque année|industrie|marché mondial|pays|monde|europe|tous les|toutes les)"
    )


@cache
def _hedged() -> re.Pattern[str]:
    return re.compile(r"(?:fois|et non|au lieu de|plutôt que|jamais|équivalent de|de plus|de moins)\s")
