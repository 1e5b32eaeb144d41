"""Label Studio: tasks with predictions, and the labelling interface that shows them.

Offsets are code points: Label Studio counts so since its version 1.8, and its own tests say so. It trims
spaces unless the interface keeps them, hence the style in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from relecture.review.export.base import Output, links, marks, pretty
from relecture.review.load import Reviewed
from relecture.schema import Annotation

_LABELS, _TEXT = "label", "text"
_COLOURS = {"quantities": "#6f8a4a", "entities": "#5c86ad", "findings": "#b3261e"}


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """``tasks.json`` to import, ``interface.xml`` to paste in the project's labelling settings."""
    yield "tasks.json", pretty([_task(item) for item in items])
    yield "interface.xml", interface([item.annotation for item in items]).encode()


def interface(annotations: Sequence[Annotation]) -> str:
    """The labelling configuration with every label and relation that *annotations* use."""
    labels = {m.label: m.layer for a in annotations for m in marks(a)}
    view = ET.Element("View")
    ET.SubElement(view, "Style").text = ".htx-text{white-space:pre-wrap}"
    relations = ET.SubElement(view, "Relations")
    for value in sorted({link.label for a in annotations for link in links(a)}):
        ET.SubElement(relations, "Relation", value=value)
    group = ET.SubElement(view, "Labels", name=_LABELS, toName=_TEXT)
    for value, layer in sorted(labels.items()):
        ET.SubElement(group, "Label", value=value, background=_COLOURS[layer])
    ET.SubElement(view, "Text", name=_TEXT, value="$text")
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _task(item: Reviewed) -> dict[str, Any]:
    annotation = item.annotation
    regions = [
        {
            "id": m.id,
            "from_name": _LABELS,
            "to_name": _TEXT,
            "type": "labels",
            "value": {
                "start": m.start,
                "end": m.end,
                "text": annotation.text[m.start : m.end],
                "labels": [m.label],
            },
        }
        for m in marks(annotation)
    ]
    relations = [
        {
            "type": "relation",
            "from_id": link.source,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.label],
        }
        for link in links(annotation)
    ]
    generator = annotation.generator
    prediction = {"model_version": f"{generator.name} {generator.version}", "result": regions + relations}
    data = {"text": annotation.text, "name": item.name, "sha256": annotation.source.sha256}
    return {"data": data, "predictions": [prediction]}
