"""What programs read: one JSON object a line for each finding, on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from relecture.checks.across import Conflict
from relecture.cli.report import line_starts, place
from relecture.schema import Annotation


def findings(name: str, annotation: Annotation, *, lang: str) -> None:
    """Each finding of the article *name* as its annotation has it, with its place in the text."""
    del lang  # the messages are already in it
    starts = line_starts(annotation.text)
    for item in annotation.findings:
        line, column = place(starts, item)
        where = {"article": name, "line": line, "column": column}
        _write(where | item.model_dump(mode="json", exclude_unset=True))


def conflicts(items: Iterable[Conflict], *, lang: str) -> None:
    """Each conflict between articles, with its ``passages`` in the place of the evidence."""
    del lang
    for item in items:
        _write(asdict(item))


def _write(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
