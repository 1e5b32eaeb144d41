"""A value far out of what is usual: « un EPR de 1 650 GW », « une batterie de voiture de 52 MWh ».

A table of usual ranges, each dated and sourced, is compared with the amounts that follow their subject in
the sentence. A value is reported when it is five times out of the range, never as an error: the table may
date, and a record may be news. A file of one's own may be added (setting ``reference_facts``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from relecture.checks.arithmetic import number
from relecture.checks.around import dimension, measuring
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.kind_figures import figures_of_kinds
from relecture.checks.mistakes import disowned
from relecture.checks.prose import sentence_around
from relecture.checks.reach import Said, distance_of, hedged
from relecture.checks.reference import COUNT, MARK, Fact
from relecture.checks.subject_sentences import Sentence, of_each, one_of_many
from relecture.checks.subjects import subjects
from relecture.checks.town_distances import distances_of_towns
from relecture.quantities.units import (
    IncommensurableError,
    UnknownUnitError,
    convert,
    exact_factor,
    plain,
    symbol,
)
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
_SOURCE_LENGTH = 44


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The amounts that are far out of the usual range of their subject, or of what such a thing ever shows."""
    found = set()
    for quantity, fact in _of_subjects(article, settings):
        found.add(quantity.id)
        yield _finding(fact, quantity, article, settings)
    for quantity, fact in chain(figures_of_kinds(article), distances_of_towns(article)):
        far = quantity.id not in found and _far(fact, _values(fact, quantity))
        if far and not disowned(article.text.prose, quantity.span):
            found.add(quantity.id)
            yield _finding(fact, quantity, article, settings)


def _of_subjects(article: Article, settings: Settings) -> Iterator[tuple[Quantity, Fact]]:
    prose = article.text.prose
    here = Sentence(Span(0, 0), "")
    for quantity in article.quantities:
        if quantity.vague:
            continue
        counted = quantity.base_kind is Kind.COUNT
        noun = (quantity.noun or "").lower() if counted else ""
        group = subjects(settings.reference_facts, COUNT if counted else quantity.dimension, noun)
        if group is None:
            continue
        span = sentence_around(prose, quantity.span)
        if span is not here.span:
            here = Sentence(span, one_of_many(span.of(prose).lower()))
        sentence = here.apiece if "chacun" in here.text and of_each(prose, quantity.span) else here
        named = sentence.named(group)
        said: Said | None = None
        values: dict[str, list[Decimal]] = {}
        for fact in named:
            if fact.unit not in values:
                values[fact.unit] = _values(fact, quantity)
            if not _far(fact, values[fact.unit]) or not sentence.fits(fact):
                continue
            # What is gained or lost is the thing's own only where the fact tells it: « le glacier recule de 40 m par an ».
            if not fact.change and hedged(sentence.text, quantity.span.start - sentence.span.start):
                continue
            said = said or _said(quantity, article, sentence)
            distance = distance_of(fact, said)
            if distance is not None and not any(
                _claims(other, sentence, said, distance, values, quantity) for other in named
            ):
                if disowned(prose, quantity.span):
                    break
                yield quantity, fact
                break


def _said(quantity: Quantity, article: Article, sentence: Sentence) -> Said:
    text, first = sentence.text, sentence.span.start
    rivals = (
        q.span.start - first
        for q in measuring(article, dimension(quantity))
        if q is not quantity and sentence.span.contains(q.span)
    )
    at, end = quantity.span.start - first, quantity.span.end - first
    return Said(
        sentence.span.of(article.text.prose), text, at, end, tuple(rivals), f"{text[:at]}{MARK}{text[end:]}"
    )


def _claims(
    fact: Fact,
    sentence: Sentence,
    said: Said,
    farthest: int,
    values: dict[str, list[Decimal]],
    quantity: Quantity,
) -> bool:
    """True when the amount is a usual one of a subject that stands nearer than *farthest*."""
    if fact.subject == MARK:
        return False  # a law that holds of everything is nothing's usual value
    if fact.unit not in values:
        values[fact.unit] = _values(fact, quantity)
    if _far(fact, values[fact.unit]) or not values[fact.unit] or not sentence.fits(fact):
        return False
    distance = distance_of(fact, said)
    return distance is not None and distance < farthest


def _values(fact: Fact, quantity: Quantity) -> list[Decimal]:
    """Every value that *quantity* may have, in the fact's unit."""
    given = list(quantity.readings) or [
        v for v in (quantity.value, quantity.low, quantity.high) if v is not None
    ]
    if fact.unit == COUNT or quantity.unit is None:
        return [abs(v) for v in given]
    if quantity.unit.canonical == fact.unit:
        return given
    try:
        factor = exact_factor(quantity.unit.canonical, fact.unit)
        if factor is not None:
            return [v * factor for v in given]
        return [convert(v, quantity.unit.canonical, fact.unit) for v in given]
    except (IncommensurableError, UnknownUnitError):
        return []


def _far(fact: Fact, values: list[Decimal]) -> bool:
    """True when no value that the writing allows is near the fact's range."""
    low, high = fact.too_low, fact.too_high
    for v in values:
        if not v or low <= v <= high:
            return False
    return bool(values)


def _finding(fact: Fact, quantity: Quantity, article: Article, settings: Settings) -> Finding:
    lang = settings.lang
    unit = "" if fact.unit == COUNT else symbol(fact.unit)
    value = plain(_values(fact, quantity)[0])
    usual = (
        f"{number(fact.low, lang)} à {number(fact.high, lang, unit)}"
        if lang == "fr"
        else (f"{number(fact.low, lang)} to {number(fact.high, lang, unit)}")
    )
    nearest = fact.high if value > fact.high else fact.low
    thousand = nearest > 0 and value > 0 and abs((value / nearest).log10()) >= Decimal("1.7")
    return finding(
        RULE,
        settings,
        [evidence(article, quantity.span, mention=quantity.id)],
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
