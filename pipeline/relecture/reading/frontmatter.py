"""YAML front matter at the top of a Markdown file."""

from __future__ import annotations

from relecture.reading import metadata
from relecture.reading.limits import MAX_FRONT_MATTER
from relecture.reading.lines import lines
from relecture.reading.marks import Mark
from relecture.types import Diagnostic, SegmentRole, Span


def read(raw: str) -> tuple[Mark | None, dict[str, str], tuple[Diagnostic, ...]]:
    """The front matter of *raw*: its mark, what it says, and what could not be read in it."""
    span = _span(raw)
    if span is None:
        return None, {}, ()
    values, trouble = _parsed(raw, span)
    mark = Mark(span, SegmentRole.METADATA, masked=True)
    notes = (Diagnostic("front-matter", f"front matter ignored: {trouble}", span),) if trouble else ()
    return mark, metadata.normalised(values), notes


def _span(raw: str) -> Span | None:
    if not raw.startswith("---"):
        return None
    for n, line in enumerate(lines(raw)):
        if n == 0:
            if line.text.rstrip() != "---":
                return None
        elif line.text.rstrip() in ("---", "..."):
            return Span(0, line.start + 3)
        elif line.start > MAX_FRONT_MATTER:
            return None
    return None


def _parsed(raw: str, span: Span) -> tuple[dict[object, object], str | None]:
    import yaml

    try:
        values = yaml.safe_load(raw[3 : span.end - 3])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, " ".join(str(error).split())[:200]
    if values is None:
        return {}, None
    return (values, None) if isinstance(values, dict) else ({}, "not a list of keys")
