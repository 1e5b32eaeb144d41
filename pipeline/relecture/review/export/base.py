"""What the exporters share: the shape of one, and the spans of an annotation as a flat list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any

from relecture.review.load import Reviewed
from relecture.schema import Annotation

#: (file name, content): what an exporter makes. Names are relative, with forward slashes.
Output = tuple[str, bytes]
ExportFunction = Callable[[Sequence[Reviewed]], Iterator[Output]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span, in code points; ``id`` is unique in its annotation."""

    id: str
    layer: str
    label: str
    start: int
    end: int


def marks(annotation: Annotation) -> list[Mark]:
    """Every non-empty span, by position: quantities (label: kind), names (PER…), evidence (label: slug)."""
    found = [Mark(q.id, "quantities", q.kind, q.start, q.end) for q in annotation.quantities]
    for entity in annotation.entities:
        found += [
            Mark(f"{entity.id}.{n}", "entities", entity.label, m.start, m.end)
            for n, m in enumerate(entity.mentions, 1)
        ]
    for finding in annotation.findings:
        found += [
            Mark(f"{finding.id}.{n}", "findings", finding.slug, e.start, e.end)
            for n, e in enumerate(finding.evidence, 1)
        ]
    size = len(annotation.text)
    return sorted((m for m in found if m.start < m.end <= size), key=lambda m: (m.start, -m.end, m.id))


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled arrow between two marks, by their ids."""

    source: str
    target: str
    label: str


def links(annotation: Annotation) -> list[Link]:
    """The relations of the text, and the evidence of each finding joined to its first; operands in order."""
    ids = {m.id for m in marks(annotation)}
    first = {e.id: f"{e.id}.1" for e in annotation.entities}
    chains = [(r.kind, [first.get(o, o) for o in r.operands]) for r in annotation.relations]
    chains += [(f.slug, [f"{f.id}.{n}" for n in range(1, len(f.evidence) + 1)]) for f in annotation.findings]
    return [
        Link(operands[0], other, label)
        for label, operands in chains
        for other in operands[1:]
        if operands[0] in ids and other in ids
    ]


def apart(items: Iterable[Mark]) -> list[Mark]:
    """The marks of *items* that do not overlap: of two that do, the longer stays, then the earlier."""
    kept: list[Mark] = []
    for mark in sorted(items, key=lambda m: (m.start - m.end, m.start, m.id)):
        if all(mark.end <= k.start or k.end <= mark.start for k in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)


class Utf16:
    """Code points to UTF-16 code units, for the targets that count as JavaScript, Java and C# do."""

    def __init__(self, text: str) -> None:
        self._units = [0, *accumulate(2 if c > "\uffff" else 1 for c in text)]

    def __call__(self, offset: int) -> int:
        """The UTF-16 offset of the code point *offset*; past the end counts as the end."""
        return self._units[min(offset, len(self._units) - 1)]


def sibling(item: Reviewed, suffix: str) -> str:
    """The name of the file that *item* alone goes to: its own with *suffix*, never out of the folder."""
    parts = [p for p in PurePosixPath(item.name.replace("\\", "/")).parts if p not in ("/", "..", ".")]
    return str(PurePosixPath(*(parts or ["article"]))) + suffix


def pretty(value: Any) -> bytes:
    """*value* as indented JSON in UTF-8, one line break at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def line(value: Any) -> bytes:
    """*value* as one line of JSON Lines."""
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()
