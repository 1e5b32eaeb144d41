"""The corrections as a spaCy component, for any pipeline that has a French `ner`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relecture.entities.candidates import from_doc, page_of
from relecture.entities.corrections import corrected
from relecture.entities.gazetteer import load
from relecture.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The span group that the quantity component fills.
QUANTITIES = "quantities"


class EntityCorrections:
    """Rewrites ``doc.ents`` after `ner`; entities that touch ``doc.spans["quantities"]`` are dropped."""

    def __init__(self, name: str = "relecture_entities", gazetteers: Sequence[str] = ()) -> None:
        self.name = name
        self._gazetteers = tuple(gazetteers)

    def __call__(self, doc: Doc) -> Doc:
        """Correct ``doc.ents`` in place and return *doc*."""
        group = doc.spans.get(QUANTITIES, [])
        occupied = [Span(span.start_char, span.end_char) for span in group]
        found = corrected(page_of(doc), from_doc(doc), load(self._gazetteers), occupied=occupied)
        spans = (doc.char_span(c.start, c.end, label=c.label, alignment_mode="contract") for c in found)
        doc.ents = [span for span in spans if span]
        return doc
