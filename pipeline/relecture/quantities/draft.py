"""A quantity being read: what the grammar has found, before SI, interval and context are added."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from relecture.quantities.counts import Noun
from relecture.quantities.grammar import UnitRead
from relecture.quantities.numbers import Number
from relecture.types import Approximation, Kind, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One quantity at ``start``..``end``; ``second`` is the other bound of a range, as written.

    ``understood`` says that ``unit`` was not written here but taken from a neighbour; ``extra`` is what the
    writing adds to the number (« et demi », the minutes of « 1h54 »), in the same unit.
    """

    start: int
    end: int
    number: Number
    second: Number | None = None
    unit: UnitRead | None = None
    noun: Noun | None = None
    negative: bool = False
    extra: Decimal = Decimal(0)
    understood: bool = False
    times: bool = False
    kind: Kind | None = None
    approximation: Approximation = Approximation.NONE
    cue: Span | None = None

    @property
    def value(self) -> Decimal | None:
        """The value with its sign and what is added to it; ``None`` for a range or a vague number."""
        if self.second is not None or self.number.value is None:
            return None
        value = self.number.value + self.extra
        return -value if self.negative else value

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The bounds as written, the first one first; ``None`` for a single value or an unbounded one."""
        if self.second is not None:
            assert self.number.value is not None
            assert self.second.value is not None
            first = -self.number.value if self.negative else self.number.value
            return first, self.second.value + self.extra
        if self.number.low is not None and self.number.high is not None:
            return self.number.low, self.number.high
        return None

    @property
    def base_kind(self) -> Kind:
        """The kind, ranges looked through."""
        if self.kind is not None:
            return self.kind
        if self.unit is not None:
            return kind_of(self.unit.canonical, self.unit.dimension)
        if self.number.form == "fraction":
            return Kind.PERCENT
        return Kind.MEASURE if self.times else Kind.COUNT


def kind_of(canonical: str, dimension: str) -> Kind:
    """The kind of a quantity in this unit (annotation guide)."""
    if "/" in canonical:
        return Kind.RATE
    if dimension == "currency":
        return Kind.MONEY
    if dimension == "time":
        return Kind.DURATION
    if dimension.startswith("temperature"):
        return Kind.TEMPERATURE
    if canonical in ("percent", "permille") or dimension == "points":
        return Kind.PERCENT
    return Kind.MEASURE
