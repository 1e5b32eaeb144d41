"""``annotate units``: the unit table as text."""

from __future__ import annotations

import json

from relecture.quantities.table import UnitDef, table


def print_units(*, as_json: bool) -> None:
    """One line a unit, or one JSON list; factors are exact fractions of SI units."""
    records = [_record(unit) for unit in table().units]
    if as_json:
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return
    widths = [max(len(record[key]) for record in records) for key in records[0]]
    for record in records:
        line = "  ".join(f"{value:<{width}}" for value, width in zip(record.values(), widths, strict=True))
        print(line.rstrip())


def _record(unit: UnitDef) -> dict[str, str]:
    offset = f" + {unit.offset}" if unit.offset else ""
    return {
        "name": unit.name,
        "symbol": unit.symbol,
        "french": unit.plural,
        "dimension": unit.dimension,
        "si": f"{unit.factor} {unit.si}{offset}",
        "note": unit.note or "",
    }
