"""doccano: one JSON line an article for sequence labelling, ``label`` rows of [start, end, label].

Offsets are code points, as doccano stores them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relecture.review.export.base import Output, line, marks
from relecture.review.load import Reviewed


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.jsonl`` file."""
    rows = (
        {
            "text": item.annotation.text,
            "label": [[m.start, m.end, m.label] for m in marks(item.annotation)],
            "name": item.name,
        }
        for item in items
    )
    yield "doccano.jsonl", b"".join(map(line, rows))
