"""Running an exporter in a test."""

from __future__ import annotations

from typing import Any

from drafts import awkward
from relecture.review.export import registry
from relecture.review.load import Reviewed
from relecture.schema import Annotation


def files(name: str, *annotations: Annotation, decisions: Any = None) -> dict[str, bytes]:
    items = [Reviewed(a.source.path, a, decisions or {}) for a in annotations or (awkward(),)]
    return dict(registry.export(name, items))


def one(name: str, *annotations: Annotation) -> bytes:
    (content,) = files(name, *annotations).values()
    return content


def utf16_slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
