"""Word: the article with a comment on every piece of evidence, for desks that work in documents.

Dismissed findings are left out. Characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from docx import Document

from relecture.review.export.base import Output, sibling
from relecture.review.layout import Block, Layout, lay_out
from relecture.review.load import Reviewed
from relecture.review.page import title_of
from relecture.schema import Finding

_STYLES = {
    "headline": "Title",
    "standfirst": "Subtitle",
    "heading": "Heading 2",
    "quote": "Quote",
    "caption": "Caption",
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AUTHOR, _INITIALS = "relecture", "R"


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.docx`` file an article."""
    for item in items:
        stream = io.BytesIO()
        _document(item).save(stream)
        yield sibling(item, ".docx"), stream.getvalue()


def _document(item: Reviewed) -> Any:
    annotation = item.annotation
    document = Document()
    document.core_properties.title = _clean(title_of(item))[:255]
    document.core_properties.author = _AUTHOR
    layout = lay_out(annotation)
    runs: dict[int, Any] = {}
    for block in layout.blocks:
        _paragraph(document, block, layout, annotation.text, runs)
    for index, finding in enumerate(annotation.findings):
        decision = item.decisions.get(finding.fingerprint)
        if decision is None or decision.status != "dismissed":
            _comment(document, finding, layout.evidence[index], runs)
    return document


def _paragraph(document: Any, block: Block, layout: Layout, text: str, runs: dict[int, Any]) -> None:
    paragraph = document.add_paragraph(style=_STYLES.get(block.role))
    for number in range(block.first, block.last):
        run = layout.runs[number]
        if not run.hidden:
            runs[number] = paragraph.add_run(_clean(text[run.start : run.end]))


def _comment(document: Any, finding: Finding, ranges: list[tuple[int, int]], runs: dict[int, Any]) -> None:
    several = len(ranges) > 1
    for number, (first, last) in enumerate(ranges, 1):
        inside = [runs[n] for n in range(first, last) if n in runs]
        if inside:
            text = _words(finding, f"({number}/{len(ranges)}) " if several else "", full=number == 1)
            document.add_comment(inside, text=_clean(text), author=_AUTHOR, initials=_INITIALS)


def _words(finding: Finding, numbering: str, *, full: bool) -> str:
    lines = [numbering + finding.message]
    if full and finding.calculation is not None:
        c = finding.calculation
        lines.append(f"{c.relation} : {c.stated} → {c.expected}")
    if full and finding.suggestion is not None:
        lines.append(f"→ {finding.suggestion.text}")
    return "\n".join([*lines, f"[{finding.slug}]"])


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
