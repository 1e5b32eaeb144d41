"""spaCy: a DocBin whose documents carry ``doc.spans`` (quantities, entities, findings) and ``doc.ents``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relecture.review.export.base import Mark, Output, apart, marks
from relecture.review.export.tokens import tokenise
from relecture.review.load import Reviewed
from relecture.schema import Annotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LAYERS = ("quantities", "entities", "findings")


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One ``.spacy`` file with a document an article, in order."""
    from spacy.tokens import DocBin

    docs = [document(item.annotation) for item in items]
    yield "relecture.spacy", DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"], docs=docs).to_bytes()


def document(annotation: Annotation) -> Doc:
    """The `Doc` of *annotation*; a quantity or a finding has its id as ``span.id_``."""
    found = marks(annotation)
    doc = tokenise(annotation.text, found)
    for layer in _LAYERS:
        doc.spans[layer] = [_span(doc, m) for m in found if m.layer == layer]
    doc.set_ents([_span(doc, m) for m in apart(m for m in found if m.layer == "entities")])
    return doc


def _span(doc: Doc, mark: Mark) -> Span:
    span = doc.char_span(mark.start, mark.end, label=mark.label, span_id=mark.id)
    assert span is not None, "tokenise() cuts at every mark"
    return span
