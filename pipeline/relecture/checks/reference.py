"""Reference facts: usual magnitudes, dated and sourced, from the package and from the user's own files.

The form of a file is described at the head of ``fr/reference_facts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from relecture.checks.places import as_thing, of_place
from relecture.errors import ConfigurationError
from relecture.fr.attribute_words import NEAR_EURO
from relecture.quantities.table import data
from relecture.quantities.units import UnknownUnitError, dimension

#: A value this many times out of the range is reported, unless the fact says otherwise.
MARGIN = Decimal(5)
#: Stands for the amount in a subject that says what comes before and after it.
MARK = "¤"
#: The package's own tables.
_TABLES = tuple(
    f"reference_{name}.toml" for name in ("facts", "life", "world", "things", "everyday", "kinds", "sites")
)
#: A unit for counted nouns, which the unit table does not hold.
COUNT = "count"
_KEYS = frozenset("label subject unit low high context veto single noun margin source year hint change".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """A subject and the range of its usual values, in ``unit``; see the data file for the fields."""

    label: tuple[str, str]
    subject: str
    unit: str
    dimension: str
    low: Decimal
    high: Decimal
    context: str | None
    veto: str | None
    noun: str | None
    hint: str | None
    single: bool
    framed: bool
    change: bool
    source: str
    year: int
    #: Under and over these a value is out of the range by more than the margin.
    too_low: Decimal
    too_high: Decimal

    def within(self, low: Decimal, high: Decimal, label: str) -> Fact:
        """The fact with another range, nothing beyond which is usual, and the *label* of what has it."""
        return replace(self, label=(label, label), low=low, high=high, too_low=low, too_high=high)

    def beyond(self, least: Decimal, most: Decimal) -> Fact:
        """The fact, out of whose range a value is only under *least* and over *most*."""
        return replace(self, too_low=least, too_high=most)

    def at_least(self, number: Decimal | None) -> Fact:
        """The fact for *number* things together, or for as many as one likes: no less than for one."""
        return replace(self, too_high=self.too_high * number if number else Decimal("Infinity"))

    def said_in(self, unit: str) -> Fact:
        """The fact in the currency of *unit*, which is worth about a euro; itself for any other unit."""
        currency, of, rest = self.unit.partition("/")
        other = unit.partition("/")[0]
        if currency == "euro" and other in NEAR_EURO:
            return replace(self, unit=f"{other}{of}{rest}")
        return self

    def in_unit(self, unit: str, factor: Decimal) -> Fact:
        """The fact with its range in *unit*, which is *factor* times its own."""
        low, high = self.low / factor, self.high / factor
        too_low, too_high = self.too_low / factor, self.too_high / factor
        return replace(self, unit=unit, low=low, high=high, too_low=too_low, too_high=too_high)


@lru_cache(maxsize=8)
def facts(extra: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """The facts of the package, then those of the *extra* files. Raises `ConfigurationError`."""
    found = [_fact(row, name) for name in _TABLES for row in data(name).get("fact", ())]
    found.extend(
        _fact(row, name) for name in _TABLES for place in data(name).get("place", ()) for row in of_place(place)
    )
    for name in extra:
        try:
            rows = tomllib.loads(Path(name).read_text(encoding="utf-8")).get("fact", [])
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigurationError(f"{name}: {error}") from error
        found.extend(_own(row, name) for row in rows)
    return tuple(found)


@cache
def things() -> tuple[dict[str, Any], ...]:
    """The rows about things of the package's tables."""
    return tuple(thing for name in _TABLES for thing in data(name).get("thing", ()))


@cache
def places_as_things() -> tuple[dict[str, Any], ...]:
    """The rows about places of the package's tables, as rows about things."""
    rows = (as_thing(place) for name in _TABLES for place in data(name).get("place", ()))
    return tuple(row for row in rows if row is not None)


def made(row: dict[str, Any]) -> Fact:
    """The fact of a row that the package itself puts together."""
    return _fact(row, "package")


@lru_cache(maxsize=8)
def grouped(extra: tuple[str, ...] = ()) -> dict[str, tuple[Fact, ...]]:
    """The facts by dimension; those about counted nouns under `COUNT`."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts(extra):
        groups.setdefault(COUNT if fact.unit == COUNT else fact.dimension, []).append(fact)
    return {name: tuple(found) for name, found in groups.items()}


def _own(row: dict[str, Any], origin: str) -> Fact:
    """A fact of the user's, whose patterns are tried at once."""
    try:
        return valid(_fact(row, origin))
    except re.error as error:
        raise ConfigurationError(f"{origin}: bad fact « {row.get('label', '?')} »: {error}") from error


def _fact(row: dict[str, Any], origin: str) -> Fact:
    unknown = set(row) - _KEYS
    if unknown:
        raise ConfigurationError(f"{origin}: unknown key « {sorted(unknown)[0]} » in a fact")
    try:
        label = row["label"]
        low, high = Decimal(str(row["low"])), Decimal(str(row["high"]))
        margin = Decimal(str(row.get("margin", MARGIN)))
        return Fact(
            label=(label, label) if isinstance(label, str) else (label[0], label[1]),
            subject=row["subject"],
            framed=MARK in row["subject"],
            unit=row["unit"],
            dimension="" if row["unit"] == COUNT else dimension(row["unit"]),
            low=low,
            high=high,
            context=row.get("context"),
            veto=row.get("veto"),
            noun=row.get("noun"),
            hint=row.get("hint"),
            single=bool(row.get("single", True)),
            change=bool(row.get("change", False)),
            source=row["source"],
            year=int(row["year"]),
            too_low=low * margin if low < 0 else low / margin,
            too_high=high * margin,
        )
    except (KeyError, IndexError, TypeError, ValueError, InvalidOperation, UnknownUnitError) as error:
        raise ConfigurationError(f"{origin}: bad fact « {row.get('label', '?')} »: {error}") from error


def valid(fact: Fact) -> Fact:
    """*fact*, its patterns compiled once; raises `re.error`."""
    for source in (fact.subject, fact.context, fact.veto, fact.noun, fact.hint):
        if source is not None:
            compiled(source)
    return fact


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of *source*, made when it is first needed: few of the facts meet an article."""
    return re.compile(source)
