"""CSV: ``findings.csv`` and ``quantities.csv``, one row each, for spreadsheets.

UTF-8 with a byte order mark, which spreadsheets need to read accents. A text that a spreadsheet would run
as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from relecture.review.export.base import Output
from relecture.review.export.places import Lines
from relecture.review.load import Reviewed

_FINDINGS = (
    *("article", "id", "severity", "slug", "message", "line", "start", "end", "evidence", "stated", "expected"),
    *("diagnosis", "suggestion", "confidence", "status", "reason", "note", "by", "fingerprint"),
)
_QUANTITIES = (
    *("article", "id", "text", "line", "start", "end", "kind", "value", "low", "high", "unit", "canonical"),
    *("dimension", "si_value", "si_low", "si_high", "si_unit", "kwh", "interval_low", "interval_high"),
    *("approximation", "modality", "measures", "period"),
)
#: What a spreadsheet takes for the beginning of a formula; a sign before a digit is a number.
_FORMULA = "=@\t\r"


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """Two files, whatever the number of articles."""
    yield "findings.csv", _write(_FINDINGS, (row for item in items for row in _findings(item)))
    yield "quantities.csv", _write(_QUANTITIES, (row for item in items for row in _quantities(item)))


def _findings(item: Reviewed) -> Iterator[tuple[object, ...]]:
    lines = Lines(item.annotation.text)
    for f in item.annotation.findings:
        start, end = f.evidence[0].start, f.evidence[0].end
        evidence = " … ".join(" ".join(e.text.split()) for e in f.evidence)
        c = f.calculation
        made = (c.stated, c.expected, c.diagnosis) if c else (None, None, None)
        decision = item.decisions.get(f.fingerprint)
        decided = (decision.status, decision.reason, decision.note, decision.by) if decision else (None,) * 4
        yield (
            *(item.name, f.id, f.severity, f.slug, f.message, lines.place(start)[0], start, end, evidence),
            *made,
            *(f.suggestion and f.suggestion.text, f.confidence),
            *decided,
            f.fingerprint,
        )


def _quantities(item: Reviewed) -> Iterator[tuple[object, ...]]:
    lines = Lines(item.annotation.text)
    for q in item.annotation.quantities:
        si = (q.si.value, q.si.low, q.si.high, q.si.unit) if q.si else (None,) * 4
        interval = (q.interval.low, q.interval.high) if q.interval else (None, None)
        yield (
            *(item.name, q.id, q.text, lines.place(q.start)[0], q.start, q.end, q.kind, q.value, q.low, q.high),
            *(q.unit.text, q.unit.canonical, q.dimension),
            *si,
            q.energy_kwh,
            *interval,
            *(q.approximation, q.modality, q.measures and q.measures.noun, q.period),
        )


def _write(head: Sequence[str], rows: Iterable[tuple[object, ...]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    signed = value[:1] in ("+", "-") and not value[1:2].isdigit()
    return f"'{value}" if value and (value[0] in _FORMULA or signed) else value
