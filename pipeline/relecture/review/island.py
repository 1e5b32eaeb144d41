"""One article as the page's scripts want it: plain lists and strings, every offset already resolved."""

from __future__ import annotations

from typing import Any

from relecture.review.facts import entity_rows, quantity_rows
from relecture.review.layout import Block, Layout, Run, lay_out
from relecture.review.load import Reviewed
from relecture.review.messages import Messages
from relecture.schema import Annotation, Calculation, Evidence, Finding, Verification

#: Code points of context shown on each side of a quoted passage.
CONTEXT = 48
_MASKED, _HIDDEN = 1, 2


def article_island(item: Reviewed, t: Messages) -> dict[str, Any]:
    """Everything that the view of one article needs."""
    annotation = item.annotation
    layout = lay_out(annotation)
    shown = len(annotation.findings)
    return {
        "blocks": [_block(b, layout, annotation.text) for b in layout.blocks],
        "quantities": [quantity_rows(q, t) for q in annotation.quantities],
        "entities": [{"label": e.label, "rows": entity_rows(e, t)} for e in annotation.entities],
        "findings": [
            _finding(f, annotation, ranges)
            for f, ranges in zip(annotation.findings, layout.evidence[:shown], strict=True)
        ],
        "verifications": [
            _verification(v, annotation, ranges, t)
            for v, ranges in zip(annotation.verifications, layout.evidence[shown:], strict=True)
        ],
    }


def _block(block: Block, layout: Layout, text: str) -> dict[str, Any]:
    return {"role": block.role, "runs": [_run(run, text) for run in layout.runs[block.first : block.last]]}


def _run(run: Run, text: str) -> str | list[Any]:
    """A bare string for a plain run, else [text, severity, quantity, entity, flags]."""
    words = text[run.start : run.end]
    flags = (_MASKED if run.masked else 0) | (_HIDDEN if run.hidden else 0)
    if not (run.severity or flags or run.quantity is not None or run.entity is not None):
        return words
    quantity = -1 if run.quantity is None else run.quantity
    return [words, run.severity, quantity, -1 if run.entity is None else run.entity, flags]


def _finding(finding: Finding, annotation: Annotation, ranges: list[tuple[int, int]]) -> dict[str, Any]:
    return {
        "slug": finding.slug,
        "severity": finding.severity,
        "confidence": round(100 * finding.confidence),
        "message": finding.message,
        "explanation": finding.explanation,
        "evidence": _evidence(finding.evidence, annotation.text, ranges),
        "calculation": _calculation(finding.calculation),
        "suggestion": finding.suggestion and [finding.suggestion.text, finding.suggestion.safety],
        "fingerprint": finding.fingerprint,
    }


def _verification(
    item: Verification, annotation: Annotation, ranges: list[tuple[int, int]], t: Messages
) -> dict[str, Any]:
    # Some messages open with the verdict, which the page shows already.
    opening = t.named("verdict", item.calculation.verdict)
    said = item.message.removeprefix(opening).lstrip(" \u00a0\u202f")
    return {
        "slug": item.slug,
        "message": said[1:].lstrip() if said.startswith(":") else item.message,
        "evidence": _evidence(item.evidence, annotation.text, ranges),
        "calculation": _calculation(item.calculation),
    }


def _calculation(calculation: Calculation | None) -> dict[str, str | None] | None:
    return None if calculation is None else calculation.model_dump()


def _evidence(items: list[Evidence], text: str, ranges: list[tuple[int, int]]) -> list[dict[str, Any]]:
    return [
        {
            "runs": span,
            "before": _tail(text[max(0, e.start - CONTEXT) : e.start]),
            "text": text[e.start : e.end],
            "after": _head(text[e.end : e.end + CONTEXT]),
            "role": e.role or "",
        }
        for e, span in zip(items, ranges, strict=True)
    ]


def _tail(text: str) -> str:
    """The end of the line that *text* ends in, cut at a word."""
    line = text.splitlines()[-1] if text and text[-1] not in "\r\n" else ""
    return line if len(line) < CONTEXT else "…" + line[line.find(" ") :]


def _head(text: str) -> str:
    """The beginning of the line that *text* begins with, cut at a word."""
    line = text.splitlines()[0] if text else ""
    return line if len(line) < CONTEXT else line[: line.rfind(" ") + 1] + "…"
