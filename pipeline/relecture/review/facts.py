"""What the page tells of a quantity or a name when it is pointed at: rows of (label, value)."""

from __future__ import annotations

import re
from decimal import Decimal

from relecture.review import numbers
from relecture.review.messages import Messages
from relecture.schema import Entity, Quantity, SIValue

Rows = list[tuple[str, str]]
_POWER = re.compile(r"\s*(?:\*\*|\^)\s*(-?\d{1,2})")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
#: SI units that take a metric prefix where the number asks for one.
_PREFIXABLE = ("J", "W")


def unit_text(unit: str) -> str:
    """A pint-style unit as people write it: ``m**3`` gives « m³ », ``kg*m`` « kg·m »."""
    powers = _POWER.sub(lambda m: m.group(1).translate(_SUPERSCRIPTS), unit)
    return powers.replace(" ", "").replace("*", "·")


def quantity_rows(quantity: Quantity, t: Messages) -> Rows:
    """Normalised values first, then how the figure is written and meant."""
    symbol = quantity.unit.symbol or quantity.unit.text or (quantity.noun or "")
    low, high = _decimal(quantity.low), _decimal(quantity.high)
    value = _decimal(quantity.value)
    rows: Rows = []
    if value is not None:
        rows.append((t["fact.value"], f"{numbers.plain(value, t.lang)}\u00a0{symbol}".strip()))
    elif low is not None or high is not None:
        rows.append((t["fact.range"], numbers.between(low, high, symbol, t.lang)))
    rows += _energy_rows(quantity, t)
    if quantity.interval is not None:
        interval = quantity.interval
        bounds = numbers.between(_decimal(interval.low), _decimal(interval.high), symbol, t.lang)
        if bounds and interval.low != interval.high:
            rows.append((t["fact.interval"], bounds))
    if quantity.readings:
        several = (numbers.plain(Decimal(r), t.lang) for r in quantity.readings)
        rows.append((t["fact.readings"], " · ".join(several)))
    return rows + _meaning_rows(quantity, t)


def _energy_rows(quantity: Quantity, t: Messages) -> Rows:
    rows: Rows = []
    if quantity.energy_kwh is not None:
        kwh = Decimal(quantity.energy_kwh)
        shown = f"{numbers.rounded(kwh, t.lang)}\u00a0kWh"
        prefixed = numbers.prefixed(kwh * 1000, "Wh", t.lang, largest=12)
        rows.append((t["fact.kwh"], shown if prefixed == shown else f"{shown} ({prefixed})"))
    if quantity.si is not None and quantity.unit.canonical != "dimensionless":
        shown = _si(quantity.si, t.lang)
        if shown:
            label = "fact.joules" if quantity.si.unit == "J" else "fact.si"
            rows.append((t[label], shown))
    return rows


def _si(si: SIValue, lang: str) -> str:
    unit = unit_text(si.unit)
    if si.value is None:
        return numbers.between(_decimal(si.low), _decimal(si.high), unit, lang)
    value = Decimal(si.value)
    full = f"{numbers.rounded(value, lang)}\u00a0{unit}"
    head, slash, tail = unit.partition("/")
    if head not in _PREFIXABLE or abs(value.adjusted()) < 3:
        return full
    return f"{full} ({numbers.prefixed(value, head, lang)}{slash}{tail})"


def _meaning_rows(quantity: Quantity, t: Messages) -> Rows:
    rows: Rows = []
    if quantity.approximation != "none":
        rows.append((t["fact.approximation"], t.named("approximation", quantity.approximation)))
    if quantity.measures is not None and quantity.measures.noun:
        rows.append((t["fact.measures"], quantity.measures.noun))
    if quantity.period:
        rows.append((t["fact.period"], quantity.period))
    if quantity.modality != "stated":
        rows.append((t["fact.modality"], t.named("modality", quantity.modality)))
    if quantity.vague:
        rows.append((t["fact.vague"], t["fact.vague.value"]))
    return rows


def entity_rows(entity: Entity, t: Messages) -> Rows:
    """The canonical name, the roles and how often it is named."""
    rows: Rows = [(t.named("layer", entity.label), entity.canonical)]
    for role in entity.roles:
        shown = f"{role.title}, {role.organisation}" if role.organisation else role.title
        if (t["fact.role"], shown) not in rows:
            rows.append((t["fact.role"], shown))
    rows.append((t["fact.mentions"], str(len(entity.mentions))))
    return rows


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
