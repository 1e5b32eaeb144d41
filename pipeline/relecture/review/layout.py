"""Cutting the text of an article into runs: stretches of characters that carry the same layers.

The page writes one element a run, so that overlapping quantities, names and evidence need no nesting.
The runs laid end to end are the text, to the character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from relecture.schema import Annotation, Evidence, Finding, Segment, Verification

#: Severities from least to most serious; a run shows the most serious finding that covers it.
SEVERITIES = ("style", "check", "warning", "error")
_BREAK = re.compile(r"[\r\n](?:[^\S\r\n]*[\r\n])*")


@dataclass(slots=True)
class Run:
    """Characters ``start:end`` of the text; ``quantity`` and ``entity`` are indexes in the annotation."""

    start: int
    end: int
    severity: int = 0
    quantity: int | None = None
    entity: int | None = None
    masked: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: runs ``first:last``; ``role`` is that of the outermost segment it begins with."""

    role: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The runs, the blocks, and for each finding then each verification the run ranges of its evidence."""

    runs: list[Run]
    blocks: list[Block]
    evidence: list[list[tuple[int, int]]]


@dataclass(slots=True)
class _Events:
    """What opens and what closes at each offset."""

    size: int
    opens: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    closes: dict[int, list[tuple[str, int]]] = field(default_factory=dict)

    def add(self, layer: str, value: int, start: int, end: int) -> None:
        """Register a span; offsets past the end of the text are brought back to it."""
        start, end = min(start, self.size), min(end, self.size)
        if start < end:
            self.opens.setdefault(start, []).append((layer, value))
            self.closes.setdefault(end, []).append((layer, value))


def lay_out(annotation: Annotation) -> Layout:
    """The layout of *annotation*."""
    text = annotation.text
    paragraphs = _paragraphs(text)
    items: list[Finding | Verification] = [*annotation.findings, *annotation.verifications]
    events = _events(annotation)
    cuts = {0, len(text), *(at for bounds in paragraphs for at in bounds)}
    cuts.update(events.opens, events.closes)
    cuts.update(min(at, len(text)) for item in items for e in item.evidence for at in (e.start, e.end))
    ordered = sorted(cuts)
    runs = _runs(ordered, events)
    starts = [run.start for run in runs]
    blocks = _blocks(annotation, paragraphs, runs, starts)
    evidence = [[_range(starts, e) for e in item.evidence] for item in items]
    return Layout(runs, blocks, evidence)


def _events(annotation: Annotation) -> _Events:
    events = _Events(len(annotation.text))
    for index, quantity in enumerate(annotation.quantities):
        events.add("quantity", index, quantity.start, quantity.end)
    for index, entity in enumerate(annotation.entities):
        for mention in entity.mentions:
            events.add("entity", index, mention.start, mention.end)
    for segment in annotation.segments:
        if segment.masked:
            events.add("masked", 1, segment.start, segment.end)
    for finding in annotation.findings:
        for item in finding.evidence:
            events.add("severity", SEVERITIES.index(finding.severity) + 1, item.start, item.end)
    return events


def _runs(cuts: list[int], events: _Events) -> list[Run]:
    """One run between each pair of neighbouring cuts, carrying what is open there."""
    open_now: dict[str, Counter[int]] = {n: Counter() for n in ("quantity", "entity", "masked", "severity")}
    runs = []
    for start, end in pairwise(cuts):
        for layer, value in events.closes.get(start, ()):
            open_now[layer][value] -= 1
            if not open_now[layer][value]:
                del open_now[layer][value]
        for layer, value in events.opens.get(start, ()):
            open_now[layer][value] += 1
        runs.append(
            Run(
                start,
                end,
                severity=max(open_now["severity"], default=0),
                # The layers keep insertion order: the one opened last is the innermost.
                quantity=next(reversed(open_now["quantity"]), None),
                entity=next(reversed(open_now["entity"]), None),
                masked=bool(open_now["masked"]),
            )
        )
    return runs


def _paragraphs(text: str) -> list[tuple[int, int, int]]:
    """(start, end of the words, end with the line breaks that follow), from one end of the text to the other.

    A text with blank lines has one paragraph between two of them; one without has one a line.
    """
    breaks = [(m.start(), m.end(), len(m.group().splitlines())) for m in _BREAK.finditer(text)]
    least = 2 if any(lines > 1 for *_, lines in breaks) else 1
    found = []
    at = 0
    for start, end, lines in breaks:
        if lines >= least:
            found.append((at, start, end))
            at = end
    if at < len(text) or not found:
        found.append((at, len(text), len(text)))
    return found


def _blocks(
    annotation: Annotation, paragraphs: Iterable[tuple[int, int, int]], runs: list[Run], starts: list[int]
) -> list[Block]:
    outermost = _outermost(annotation)
    blocks = []
    at = 0
    for start, words_end, end in paragraphs:
        while at < len(outermost) and outermost[at].end <= start:
            at += 1
        begun = at < len(outermost) and outermost[at].start < max(words_end, start + 1)
        role = outermost[at].role if begun else "body"
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        for run in runs[bisect_left(starts, words_end) : last]:
            run.hidden = True
        blocks.append(Block(role, first, last))
    return blocks


def _outermost(annotation: Annotation) -> list[Segment]:
    """The segments that lie in no other, in text order."""
    kept: list[Segment] = []
    for segment in sorted(annotation.segments, key=lambda s: (s.start, -s.end)):
        if not kept or segment.start >= kept[-1].end:
            kept.append(segment)
    return kept


def _range(starts: list[int], item: Evidence) -> tuple[int, int]:
    """The runs that *item* covers; an empty span takes the run that begins there, to be seen at all."""
    first = min(bisect_left(starts, item.start), max(len(starts) - 1, 0))
    return first, max(bisect_left(starts, item.end), min(first + 1, len(starts)))
