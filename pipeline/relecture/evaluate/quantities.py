"""Scoring quantities: span, value and unit, with the freedoms that the annotation guide leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from relecture.evaluate.gold import GoldArticle, Record
from relecture.evaluate.tally import Share, Tally, overlap

#: Two decimals are the same amount when they differ by less than this share: fractions are rounded in the gold.
RELATIVE_TOLERANCE = Decimal("1e-4")
_ENERGY = ("watt", "joule", "calorie", "oil_equivalent")
_ALIASES = {"delta_degree_celsius": "degree_celsius", "tonne": "metric_ton", "": "dimensionless"}
_DETERMINER = re.compile(r"\b(?:une? |la |le )$", re.I)
_PERIOD = re.compile(r"\s(?:par|l')\s?(an|jour|mois|heure|semaine|seconde)\b")
_PERIODS = {
    "an": "year",
    "jour": "day",
    "mois": "month",
    "heure": "hour",
    "semaine": "week",
    "seconde": "second",
}
_SYMBOL = re.compile(r"\s\([^()\d]{1,8}\)")


@dataclass(slots=True)
class QuantityScore:
    """The figures of issue 3; counted nouns are in ``everything`` only, as they are the loosest to define."""

    strict: Tally = field(default_factory=Tally)
    span: Tally = field(default_factory=Tally)
    energy: Tally = field(default_factory=Tally)
    everything: Tally = field(default_factory=Tally)
    si: Share = field(default_factory=Share)
    kind: Share = field(default_factory=Share)
    approximation: Share = field(default_factory=Share)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def score_quantities(article: GoldArticle, given: list[Record], score: QuantityScore) -> None:
    """Add one article's quantities to *score*."""
    expected = [_Expected(article.text, gold) for gold in article.quantities]
    core = [e for e in expected if not e.is_count]
    _tally(score.strict, core, given, core_of=expected, strict=True)
    _tally(score.span, core, given, core_of=expected, strict=False)
    _tally(score.everything, expected, given, core_of=None, strict=True)
    energy = [e for e in expected if _is_energy(_unit(e.gold))]
    _tally(score.energy, energy, [g for g in given if _is_energy(_unit(g))], core_of=expected, strict=True)
    for e in core:
        hit = next((g for g in given if e.accepts(g, strict=True)), None)
        if hit is None:
            if not e.optional:
                score.missed.append(f"{article.name}: « {e.gold['text']} »")
            continue
        score.kind.add(hit.get("kind") in e.kinds(hit))
        score.approximation.add(hit.get("approximation") == e.gold["approximation"])
        if "si" in e.gold and (hit["start"], hit["end"]) == (e.gold["start"], e.gold["end"]):
            score.si.add(_same_si(hit.get("si") or {}, e.gold["si"]))
    for g in given:
        if not any(overlap(g, e.gold) for e in expected) and _kind(g) != "count":
            score.invented.append(f"{article.name}: « {article.text[g['start'] : g['end']]} »")


class _Expected:
    """A gold quantity and the spans that count as its own."""

    def __init__(self, text: str, gold: Record) -> None:
        self.gold = gold
        self.optional = bool(gold.get("optional"))
        self.is_count = _kind(gold) == "count"
        start, end, unit = gold["start"], gold["end"], _unit(gold)
        self.spans = {(start, end): unit}
        folded = text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
        before = _DETERMINER.search(folded[:start])
        inside = re.match(r"(?:une? |la |le )", folded[start:end], re.I)
        if before:
            self.spans[before.start(), end] = unit
        if inside:
            self.spans[start + inside.end(), end] = unit
        if symbol := _SYMBOL.match(folded, end):
            self.spans[start, symbol.end()] = unit
        self.with_period = (start, end)
        if period := _PERIOD.match(folded, end):
            self.with_period = (start, period.end())
            self.spans[self.with_period] = f"{unit}/{_PERIODS[period[1]]}"

    def kinds(self, given: Record) -> tuple[str, ...]:
        """The kinds that suit the span of *given*: with its period, a quantity is a rate."""
        longer = (given["start"], given["end"]) == self.with_period != (self.gold["start"], self.gold["end"])
        return (self.gold["kind"], "rate") if longer else (self.gold["kind"],)

    def accepts(self, given: Record, *, strict: bool) -> bool:
        unit = self.spans.get((given["start"], given["end"]))
        if unit is None or not strict:
            return unit is not None
        return _unit(given) == unit and _same_numbers(given, self.gold)


def _tally(
    tally: Tally,
    expected: list[_Expected],
    given: list[Record],
    *,
    core_of: list[_Expected] | None,
    strict: bool,
) -> None:
    used: set[int] = set()
    for e in expected:
        hit = next((i for i, g in enumerate(given) if i not in used and e.accepts(g, strict=strict)), None)
        if hit is not None:
            used.add(hit)
            tally.tp += not e.optional
        else:
            tally.fn += not e.optional
    for i, g in enumerate(given):
        if i not in used and not _forgiven(
            g, core_of if core_of is not None else expected, core_of is not None
        ):
            tally.fp += 1


def _forgiven(given: Record, expected: list[_Expected], counts_aside: bool) -> bool:
    touched = [e for e in expected if overlap(given, e.gold)]
    if any(e.optional for e in touched):
        return True
    if not counts_aside:
        return False
    return all(e.is_count for e in touched) if touched else _kind(given) == "count"


def _kind(record: Record) -> str:
    return str(record.get("range_of") or record.get("kind") or "")


def _unit(record: Record) -> str:
    name = str((record.get("unit") or {}).get("canonical") or "").lower()
    return "/".join(_ALIASES.get(part, part) for part in name.split("/"))


def _is_energy(unit: str) -> bool:
    return any(word in unit for word in _ENERGY)


def _close(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    a, b = Decimal(one), Decimal(other)
    return abs(a - b) <= RELATIVE_TOLERANCE * max(abs(a), abs(b))


def _same_numbers(given: Record, gold: Record) -> bool:
    if gold.get("value") is None and gold.get("low") is None:
        return given.get("value") is None
    return all(_close(given.get(key), gold.get(key)) for key in ("value", "low", "high"))


def _same_si(given: Record, gold: Record) -> bool:
    return given.get("unit") == gold["unit"] and _same_numbers(given, gold)
