"""displaCy: the article with its quantities and names coloured, as a stand-alone HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from relecture.review.export.base import Output, apart, marks
from relecture.review.load import Reviewed

_COLOURS = {"PER": "#e6d9ee", "ORG": "#d3e2f1", "LOC": "#f2e6cc"}
_QUANTITY = "#dfe8cc"


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One HTML page for all of *items*."""
    from spacy import displacy

    rows = [_row(item) for item in items]
    labels = {ent["label"] for row in rows for ent in row["ents"]}
    options = {"colors": {label: _COLOURS.get(label, _QUANTITY) for label in labels}}
    html = displacy.render(rows, style="ent", manual=True, page=True, jupyter=False, options=options)
    yield "displacy.html", html.encode()


def _row(item: Reviewed) -> dict[str, Any]:
    """What displaCy draws; it escapes the text, and neither titles nor labels."""
    shown = apart(m for m in marks(item.annotation) if m.layer != "findings")
    ents = [{"start": m.start, "end": m.end, "label": escape(m.label)} for m in shown]
    settings = {"lang": "fr", "direction": "ltr"}
    return {"text": item.annotation.text, "ents": ents, "title": escape(item.name), "settings": settings}
