"""Strict scores: a mention counts when its bounds and its label are those of the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from material import Span

LABELS = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by label; the whole is the micro average."""

    right: Counter[str]
    found: Counter[str]
    expected: Counter[str]

    def of(self, *labels: str) -> tuple[float, float, float]:
        """F1, precision and recall over *labels*, between 0 and 1."""
        right, found, expected = (sum(c[x] for x in labels) for c in (self.right, self.found, self.expected))
        return 2 * right / max(1, found + expected), right / max(1, found), right / max(1, expected)

    @property
    def f1(self) -> float:
        """F1 over PER, ORG and LOC."""
        return self.of(*LABELS)[0]

    def __str__(self) -> str:
        parts = [f"{name} {100 * self.of(*labels)[0]:.1f}" for name, labels in _SHOWN]
        return "  ".join(parts)


_SHOWN = (("all", LABELS), ("PER", ("PER",)), ("ORG", ("ORG",)), ("LOC", ("LOC",)))


def strict(
    found: Iterable[Sequence[Span]], expected: Iterable[Sequence[Span]], labels: Sequence[str] = LABELS
) -> Scores:
    """Scores over rows, those of *found* and *expected* in the same order."""
    counts = Scores(Counter(), Counter(), Counter())
    for one, other in zip(found, expected, strict=True):
        given, gold = ({s for s in spans if s[2] in labels} for spans in (one, other))
        counts.right.update(s[2] for s in given & gold)
        counts.found.update(s[2] for s in given)
        counts.expected.update(s[2] for s in gold)
    return counts
