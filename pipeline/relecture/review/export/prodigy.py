"""Prodigy: one JSON line an article, with tokens, spans and relations (``spans.manual``, ``rel.manual``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from relecture.review.export.base import Output, line, links, marks
from relecture.review.export.tokens import tokenise
from relecture.review.load import Reviewed


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.jsonl`` file with a task an article."""
    yield "prodigy.jsonl", b"".join(line(_task(item)) for item in items)


def _task(item: Reviewed) -> dict[str, Any]:
    annotation = item.annotation
    found = marks(annotation)
    doc = tokenise(annotation.text, found)
    tokens = [
        {"text": t.text, "start": t.idx, "end": t.idx + len(t), "id": t.i, "ws": bool(t.whitespace_)}
        for t in doc
    ]
    first = {t["start"]: t["id"] for t in tokens}
    last = {t["end"]: t["id"] for t in tokens}
    spans = {
        m.id: {
            "start": m.start,
            "end": m.end,
            "token_start": first[m.start],
            "token_end": last[m.end],
            "label": m.label,
        }
        for m in found
    }
    relations = [
        {
            "head": spans[link.source]["token_end"],
            "child": spans[link.target]["token_end"],
            "head_span": spans[link.source],
            "child_span": spans[link.target],
            "label": link.label,
        }
        for link in links(annotation)
    ]
    return {
        "text": annotation.text,
        "tokens": tokens,
        "spans": list(spans.values()),
        "relations": relations,
        "meta": {"source": item.name},
    }
