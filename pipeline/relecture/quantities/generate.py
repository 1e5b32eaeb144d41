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


#: quantulum3's names of our units, where they differ by more than spelling.
_THEIRS = {
    "metric_ton": "tonne", "percent": "percentage", "permille": "per mille", "degree_Celsius": "degree celsius",
    "degree_Fahrenheit": "degree fahrenheit", "ppm": "parts-per-million", "ppb": "parts-per-billion",
    "gram": "gram", "dollar": "united states dollar", "yen": "japanese yen", "light_year": "light-year",
}  # fmt: skip
#: quantulum3's entity for our dimensions, where the names differ.
_ENTITIES = {
    "temperature_difference": "temperature", "electric_current": "current", "electric_charge": "charge",
    "electric_resistance": "electrical resistance", "information": "data storage",
    "information/time": "data transfer rate", "dose_equivalent": "radiation", "absorbed_dose": "radiation",
    "points": "dimensionless", "person": "dimensionless", "revolution": "dimensionless",
}  # fmt: skip


def pack_files() -> dict[str, dict[str, Any]]:
    """``units.json`` of the French pack, and the names of its units in our table.

    Units that quantulum3 knows keep its name, entity and URI and get French surfaces; ours are added; what
    is left of its own units is silenced, so that no English word or exotic symbol is read in French.
    """
    theirs = _their_units()
    units: dict[str, Any] = {name: {"surfaces": [], "symbols": []} for name in sorted(theirs) if name != "unk"}
    names: dict[str, str] = {}
    for surface in table.table().surfaces:
        unit = surface.unit
        name = _their_name(unit.name, theirs)
        names[name] = unit.name
        entry = units.setdefault(name, {"surfaces": [], "symbols": []})
        if name not in theirs:
            entity = _ENTITIES.get(unit.dimension, unit.dimension.replace("_", " "))
            entry |= {"entity": entity, "URI": name.replace(" ", "_").capitalize(), "dimensions": []}
        if unit.code:
            entry["currency_code"] = unit.code
        kind = "symbols" if surface.symbol else "surfaces"
        for text in dict.fromkeys([surface.text, table.unaccented(surface.text)]):
            if text not in entry[kind] and (kind == "surfaces" or text == surface.text):
                entry[kind].append(text)
    units["dimensionless"] = {"surfaces": ["sans dimension"]}
    return {"fr_FR/units.json": dict(sorted(units.items())), "names.json": dict(sorted(names.items()))}


def _their_units() -> frozenset[str]:
    """The names of quantulum3's general units, prefixed ones included."""
    from relecture.quantities.quantulum import register

    load = register()
    return frozenset(load.Units([load.GENERAL_UNITS_PATH], "en_US").names)


def _their_name(name: str, theirs: frozenset[str]) -> str:
    plain = name.replace("_", " ").replace("meter", "metre").replace("liter", "litre")
    for word, power in (("square", "**2"), ("cubic", "**3")):
        if plain.endswith(power):
            plain = f"{word} {plain.removesuffix(power)}"
    plain = plain.replace("/", " per ")
    found = _THEIRS.get(name, plain)
    return found if found in theirs else plain


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every generated file under *folder*; returns their paths."""
    _dump(folder / "si.json", si_factors())
    written = [folder / "si.json"]
    for name, content in pack_files().items():
        _dump(folder / "pack" / name, content)
        written.append(folder / "pack" / name)
    return written


def _dump(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for path in write():
        print(path)
