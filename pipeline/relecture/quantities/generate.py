"""Rebuild what derives from the unit table: the SI factors (by pint) and the quantulum3 language pack.

Run ``python -m relecture.quantities.generate`` after a change of ``fr/units.toml``. The results are
committed: pint and its registry, half a second to load, are then not needed to read an article. A test
runs this again and compares.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from relecture.quantities import table

FOLDER = Path(__file__).parent.parent / "fr"


def si_factors() -> dict[str, str]:
    """Exact number of SI units in one of each unit, as a fraction in text; computed by pint."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    found: dict[str, str] = {}
    for name, expression, si in table.rows():
        if expression[0].isdigit() and "*" not in expression:
            found[name] = expression  # a dimension of its own (points, persons): pint has nothing to convert
            continue
        source = f"delta_{name}" if name in table.OFFSETS else expression
        target = registry.parse_units("" if si == "1" else si)
        found[name] = str(Fraction(registry.parse_expression(source).to(target).magnitude))
    return found


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every generated file under *folder*; returns their paths."""
    target = folder / "si.json"
    target.write_text(json.dumps(si_factors(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return [target]


if __name__ == "__main__":
    for path in write():
        print(path)
