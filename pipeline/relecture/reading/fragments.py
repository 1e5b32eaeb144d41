"""HTML inside something else: an XML element of a feed, a string of a JSON item."""

from __future__ import annotations

from collections.abc import Sequence

from relecture.reading import html, tree
from relecture.reading.runs import Run, SourceMap
from relecture.reading.sheet import Sheet
from relecture.reading.tree import Node
from relecture.types import SegmentRole


def parsed(runs: Sequence[Run], path: str, locator: str) -> Node | None:
    """The tree of the HTML that *runs* spell, its text placed where the runs are; ``None`` when empty."""
    text = "".join(run.text for run in runs)
    root = tree.html(text, path) if text.strip() else None
    if root is None:
        return None
    outer = SourceMap()
    at = 0
    for run in runs:
        outer.add(at, run)
        at += len(run.text)
    for node in root.every():
        node.path = f"{locator}#{node.path}"
        for child in node.children:
            if not isinstance(child, Node):
                child[:] = [piece for run in child for piece in outer.outer(run)]
    return root


def write(root: Node | None, sheet: Sheet, role: SegmentRole = SegmentRole.BODY) -> None:
    """Write the text of *root*, all of it article."""
    if root is not None:
        html.write_fragment(root, sheet, role)


def write_lines(runs: Sequence[Run], sheet: Sheet, locator: str) -> None:
    """Write plain text, a paragraph a line."""
    sheet.begin(SegmentRole.BODY, locator)
    for run in runs:
        at = 0
        while (end := run.text.find("\n", at)) >= 0:
            sheet.write([run.part(at, end)])
            sheet.begin(SegmentRole.BODY, locator)
            at = end + 1
        sheet.write([run.part(at, len(run.text))])
    sheet.end()
