"""Counting hits, misses and inventions, and the few span comparisons that all scores share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives; ratios are ``None`` on nothing to count."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was given that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of what was expected that was given."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two: 2tp / (2tp + fp + fn)."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass(slots=True)
class Share:
    """How many of how many."""

    part: float = 0
    whole: int = 0

    def add(self, amount: float) -> None:
        """Count one more, worth *amount* (a boolean, or a number between 0 and 1)."""
        self.part += amount
        self.whole += 1

    @property
    def ratio(self) -> float | None:
        """``None`` when nothing was counted."""
        return self.part / self.whole if self.whole else None


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two records with ``start`` and ``end`` share a code point."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
