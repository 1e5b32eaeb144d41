"""Drafts to `Quantity` records: identifiers, SI values, implied intervals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from relecture.quantities import units
from relecture.quantities.draft import Draft
from relecture.quantities.interval import interval_of, union
from relecture.types import Interval, Kind, Quantity, SIValue, Span, Text, Unit

#: A fraction in words is rounded by its writer: a point and a half either way (checks.md, E03).
FRACTION_MARGIN = Decimal("0.015")


def quantities(text: Text, drafts: Iterable[Draft]) -> tuple[Quantity, ...]:
    """The quantities of *text* for *drafts*, which are in text order and do not overlap."""
    found = (build(text, draft, n) for n, draft in enumerate(drafts, 1))
    return tuple(found)


def build(text: Text, draft: Draft, n: int) -> Quantity:
    """One quantity, numbered *n*."""
    span = Span(draft.start, draft.end)
    value, bounds = _tidy(draft.value), draft.bounds
    low, high = (min(bounds), max(bounds)) if bounds else (None, None)
    ranged = draft.second is not None
    kind = draft.base_kind
    canonical = draft.unit.canonical if draft.unit else units.DIMENSIONLESS
    segment = text.segment_at(draft.start)
    cue = "" if draft.cue is None else text.folded[draft.cue.start : draft.cue.end]
    return Quantity(
        id=f"q{n}",
        span=span,
        text=text.raw[draft.start : draft.end],
        kind=Kind.RANGE if ranged else kind,
        number=Span(draft.number.start, draft.second.end if draft.second else draft.number.end),
        value=value,
        low=_tidy(low),
        high=_tidy(high),
        range_of=kind if ranged else None,
        approximation=draft.approximation,
        cue=draft.cue,
        interval=_interval(draft, cue),
        unit=_unit(text, draft),
        si=_si(canonical, value, low, high),
        energy_kwh=None if value is None else units.kilowatt_hours(value, canonical),
        noun=draft.noun.lemma if draft.noun else ("fois" if draft.times else None),
        readings=_readings(draft),
        vague=draft.number.value is None,
        segment=segment.id if segment else None,
        descending=bounds is not None and bounds[0] > bounds[1],
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    return None if value is None else units.plain(value)


def _readings(draft: Draft) -> tuple[Decimal, ...]:
    found = draft.number.readings if draft.second is None else ()
    return tuple(units.plain(-r if draft.negative else r) for r in found) if len(found) > 1 else ()


def _unit(text: Text, draft: Draft) -> Unit:
    unit = draft.unit
    if unit is None:
        return Unit(text="", canonical=units.DIMENSIONLESS, symbol="", dimension=units.DIMENSIONLESS)
    understood = draft.understood
    return Unit(
        text="" if understood else text.raw[unit.start : unit.end],
        canonical=unit.canonical,
        symbol=units.symbol(unit.canonical),
        dimension=unit.dimension,
        span=None if understood else Span(unit.start, unit.end),
        note=unit.note,
        spelling=unit.spelling,
        expected=unit.expected,
    )


def _si(canonical: str, value: Decimal | None, low: Decimal | None, high: Decimal | None) -> SIValue:
    def si(x: Decimal | None) -> Decimal | None:
        return None if x is None else units.to_si(x, canonical)

    return SIValue(units.info(canonical).si, si(value), si(low), si(high))


def _interval(draft: Draft, cue: str) -> Interval | None:
    kind, approximation = draft.base_kind, draft.approximation
    if draft.bounds is not None:
        first, second = draft.bounds
        if draft.second is None:
            return Interval(min(first, second), max(first, second))
        return union(
            interval_of(draft.number.text, first, approximation, kind=kind, cue=cue),
            interval_of(draft.second.text, second, approximation, kind=kind, cue=cue),
        )
    value = draft.value
    if value is None:
        return None
    if draft.number.form == "fraction" and draft.unit is None:
        return Interval(value - FRACTION_MARGIN, value + FRACTION_MARGIN)
    return interval_of(draft.number.text, value, approximation, kind=kind, cue=cue)
