"""Reference facts: usual magnitudes, dated and sourced, from the package and from the user's own files.

The form of a file is described at the head of ``fr/reference_facts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from relecture.errors import ConfigurationError
from relecture.quantities.table import data
from relecture.quantities.units import UnknownUnitError, dimension

#: A value this many times out of the range is reported, unless the fact says otherwise.
MARGIN = Decimal(5)
#: A unit for counted nouns, which the unit table does not hold.
COUNT = "count"
_KEYS = frozenset("label subject unit low high context veto single noun margin source year".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """A subject and the range of its usual values, in ``unit``; see the data file for the fields."""

    label: tuple[str, str]
    subject: re.Pattern[str]
    unit: str
    dimension: str
    low: Decimal
    high: Decimal
    context: re.Pattern[str] | None
    veto: re.Pattern[str] | None
    noun: re.Pattern[str] | None
    single: bool
    margin: Decimal
    source: str
    year: int


@lru_cache(maxsize=8)
def facts(extra: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """The facts of the package, then those of the *extra* files. Raises `ConfigurationError`."""
    found = [_fact(row, "reference_facts.toml") for row in data("reference_facts.toml")["fact"]]
    for name in extra:
        try:
            rows = tomllib.loads(Path(name).read_text(encoding="utf-8")).get("fact", [])
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigurationError(f"{name}: {error}") from error
        found.extend(_fact(row, name) for row in rows)
    return tuple(found)


def _fact(row: dict[str, Any], origin: str) -> Fact:
    unknown = set(row) - _KEYS
    if unknown:
        raise ConfigurationError(f"{origin}: unknown key « {sorted(unknown)[0]} » in a fact")
    try:
        label = row["label"]
        return Fact(
            label=(label, label) if isinstance(label, str) else (label[0], label[1]),
            subject=re.compile(row["subject"]),
            unit=row["unit"],
            dimension="" if row["unit"] == COUNT else dimension(row["unit"]),
            low=Decimal(str(row["low"])),
            high=Decimal(str(row["high"])),
            context=_optional(row, "context"),
            veto=_optional(row, "veto"),
            noun=_optional(row, "noun"),
            single=bool(row.get("single", True)),
            margin=Decimal(str(row.get("margin", MARGIN))),
            source=row["source"],
            year=int(row["year"]),
        )
    except (KeyError, IndexError, TypeError, ValueError, re.error, InvalidOperation, UnknownUnitError) as error:
        raise ConfigurationError(f"{origin}: bad fact « {row.get('label', '?')} »: {error}") from error


def _optional(row: dict[str, Any], key: str) -> re.Pattern[str] | None:
    return re.compile(row[key]) if key in row else None
