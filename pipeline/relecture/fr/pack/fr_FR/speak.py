"""Quantities in spoken French."""

from typing import Any

from .load import number_to_words, pluralize


def quantity_to_spoken(quantity: Any) -> str:
    """« deux mégajoules »."""
    unit = quantity.unit.to_spoken(quantity.value)
    return f"{number_to_words(quantity.value)} {unit}".strip()


def unit_to_spoken(unit: Any, count: float = 1) -> str:
    """« mégajoules » for two of them; quantulum3's own name where there is no French one."""
    return pluralize(unit.surfaces[0], count) if unit.surfaces else str(unit.name)
