"""The reader as a spaCy component, for any pipeline; no model is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relecture.quantities import read_quantities
from relecture.text import bare

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Where the quantities of a `Doc` are: a span group (for displaCy, training and scoring)…
SPANS_KEY = "quantities"
#: …and the records themselves, in ``doc.user_data``.
DATA_KEY = "relecture.quantities"


class QuantitiesComponent:
    """Fills ``doc.spans["quantities"]`` and ``doc.user_data["relecture.quantities"]``.

    Spans are widened to whole tokens and labelled with the kind of the quantity; the records keep exact
    offsets into ``doc.text``. Nothing else of the document is touched, and there is nothing to save: spaCy
    writes only the options of the component.
    """

    def __init__(self, name: str = "relecture_quantities", *, spans_key: str = SPANS_KEY) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Read the quantities of *doc* in place and return it."""
        quantities = read_quantities(bare(doc.text))
        spans = (
            doc.char_span(q.span.start, q.span.end, label=q.kind.value, alignment_mode="expand")
            for q in quantities
        )
        doc.spans[self.spans_key] = [span for span in spans if span is not None]
        doc.user_data[DATA_KEY] = quantities
        return doc
