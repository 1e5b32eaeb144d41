"""The unit table, read from ``fr/units.toml`` and expanded once: prefixes, plurals, spelling variants.

Nothing here knows how a text is read; `relecture.quantities.surfaces` finds the units in a text and
`relecture.quantities.units` answers questions about them.
"""

from __future__ import annotations

import itertools
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

#: Kelvins to add to a temperature once multiplied by its factor (SI brochure, 9th edition, 2.3.1).
OFFSETS = {"degree_Celsius": Fraction("273.15"), "degree_Fahrenheit": Fraction(45967, 180)}


@dataclass(frozen=True, slots=True)
class UnitDef:
    """One unit after expansion: ``kilowatt_hour``, ``megawatt`` (note ``peak``), ``euro``…

    ``factor`` is the exact number of ``si`` units in one of it; ``offset`` is added afterwards, for
    temperatures. ``pint`` is the expression that the generator hands to pint.
    """

    name: str
    dimension: str
    symbol: str
    singular: str
    plural: str
    si: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    note: str | None = None
    code: str | None = None
    compound: bool = False
    context: tuple[str, ...] = ()
    pint: str = ""


@dataclass(frozen=True, slots=True)
class Surface:
    """One right or tolerated way of writing a unit."""

    text: str
    unit: UnitDef
    symbol: bool
    standard: bool = True


@dataclass(frozen=True)
class Table:
    """Every unit and every surface; ``units`` keeps the order of the file."""

    units: tuple[UnitDef, ...]
    by_name: dict[str, UnitDef]
    surfaces: tuple[Surface, ...]


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The letters of *text* without accents, case, spaces or hyphens: what spelling variants share."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe"))
    return "".join(c for c in plain if c.isalnum() or c in "%")


def unaccented(text: str) -> str:
    """*text* without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def data(name: str) -> dict[str, Any]:
    """The parsed content of ``fr/NAME``, a TOML or JSON file of the package."""
    raw = files("relecture.fr").joinpath(name).read_text(encoding="utf-8")
    parsed: dict[str, Any] = json.loads(raw) if name.endswith(".json") else tomllib.loads(raw)
    return parsed


@lru_cache(maxsize=1)
def table() -> Table:
    """The whole table, built at the first call (about 10 ms) and kept."""
    raw, factors = data("units.toml"), data("si.json")
    units: list[UnitDef] = []
    surfaces: list[Surface] = []
    for row in raw["table"]["unit"]:
        for name, prefix in _prefixed(row, raw["prefix"]):
            unit = _unit(row, name, prefix, raw["si"], factors)
            units.append(unit)
            surfaces.extend(_surfaces(row, unit, prefix))
    by_name: dict[str, UnitDef] = {}
    for unit in units:
        by_name.setdefault(unit.name, unit)
    return Table(tuple(units), by_name, tuple(surfaces))


def rows() -> list[tuple[str, str, str]]:
    """(name, pint expression, SI form) of every unit that pint must convert: all but money."""
    raw = data("units.toml")
    found = []
    for row in raw["table"]["unit"]:
        if "code" in row:
            continue
        for name, prefix in _prefixed(row, raw["prefix"]):
            found.append((name, _pint(row, name, prefix), raw["si"][row["dimension"]]))
    return list(dict.fromkeys(found))


Prefix = tuple[str, str, str, int]


def _prefixed(row: dict[str, Any], prefixes: dict[str, Any]) -> Iterator[tuple[str, Prefix | None]]:
    yield row["name"], None
    for symbol in row.get("prefixes", ()):
        word, pint, power = prefixes[symbol]
        yield pint + row.get("tonne", row["name"]), (symbol, word, pint, power)


def _pint(row: dict[str, Any], name: str, prefix: Prefix | None) -> str:
    if prefix and "pint" in row:
        return f"1e{prefix[3]} * {row['pint']}"
    return str(row.get("pint", name))


def _unit(
    row: dict[str, Any], name: str, prefix: Prefix | None, si: dict[str, str], factors: dict[str, str]
) -> UnitDef:
    code = row.get("code")
    words, plurals = row.get("words", []), _plurals(row)
    symbol = (prefix[0] if prefix else "") + row["symbol"]
    return UnitDef(
        name=name,
        dimension=row["dimension"],
        symbol=symbol,
        singular=(prefix[1] if prefix else "") + words[0] if words else symbol,
        plural=(prefix[1] if prefix else "") + plurals[0] if words else symbol,
        si=code or si[row["dimension"]],
        factor=Fraction(row.get("minor", "1")) if code else Fraction(factors[name]),
        offset=OFFSETS.get(name, Fraction(0)),
        note=row.get("note"),
        code=code,
        compound=row.get("compound", False),
        context=tuple(row.get("context", ())),
        pint=_pint(row, name, prefix),
    )


def _plurals(row: dict[str, Any]) -> list[str]:
    given: list[str] = row.get("plurals") or [_plural(word) for word in row.get("words", [])]
    return given


def _plural(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0][-1] in "sxz" else m[0] + "s", word)


def _surfaces(row: dict[str, Any], unit: UnitDef, prefix: Prefix | None) -> Iterator[Surface]:
    if row.get("hidden"):
        return
    letter, word = (prefix[0], prefix[1]) if prefix else ("", "")
    for text in dict.fromkeys([row["symbol"], *row.get("symbols", ())]):
        if not letter and text in row.get("words", ()):
            continue
        yield Surface(letter + text, unit, symbol=True)
    if letter == "µ":
        yield Surface("μ" + row["symbol"], unit, symbol=True)
    for singular, plural in zip(row.get("words", ()), _plurals(row), strict=True):
        right = (word + singular, word + plural)
        for text in dict.fromkeys(right):
            yield Surface(text, unit, symbol=False)
        for text in sorted(_agreements(singular, plural) - {singular, plural}):
            # « kilowatts-heure » is in dictionaries; « kilowatt-heures » is not.
            first_only = text.endswith(singular[-3:])
            yield Surface(word + text, unit, symbol=False, standard=first_only)
    for text in row.get("wrong", ()):
        yield Surface(word + text, unit, symbol=False, standard=False)


def _agreements(singular: str, plural: str) -> set[str]:
    """Every mix of singular and plural parts of a compound name."""
    ones, many = re.split(r"([ -])", singular), re.split(r"([ -])", plural)
    if len(ones) != len(many) or len(ones) == 1:
        return set()
    choices = [sorted({a, b}) for a, b in zip(ones, many, strict=True)]
    return {"".join(parts) for parts in itertools.product(*choices)}
