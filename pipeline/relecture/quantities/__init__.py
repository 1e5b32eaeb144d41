"""Quantities: numbers, units, ranges, approximations. Names are imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relecture.quantities.reader import read_quantities

__all__ = ["read_quantities"]


def __getattr__(name: str) -> Any:
    if name == "read_quantities":
        from relecture.quantities.reader import read_quantities

        return read_quantities
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
