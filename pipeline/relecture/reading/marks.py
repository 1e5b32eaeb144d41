"""What readers find before segments get their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relecture.types import Segment, SegmentRole, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A segment without its id."""

    span: Span
    role: SegmentRole
    masked: bool = False
    locator: str | None = None


def markup(start: int, end: int) -> Mark:
    """A mark over characters that only lay the text out: masked, whatever surrounds them."""
    return Mark(Span(start, end), SegmentRole.MARKUP, masked=True)


def segments(marks: Iterable[Mark]) -> list[Segment]:
    """Number the marks in text order, outer before inner: ``s1``, ``s2``… Empty ones are dropped."""
    ordered = sorted((m for m in marks if len(m.span)), key=lambda m: (m.span.start, -m.span.end))
    return [
        Segment(id=f"s{n}", role=m.role, span=m.span, masked=m.masked, locator=m.locator)
        for n, m in enumerate(ordered, start=1)
    ]
