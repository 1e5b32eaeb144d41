"""spaCy component factories of the package; spaCy imports this module at every load, so it stays light."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("relecture_paragraphs")
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  spaCy's signature
    """Every line of a `Doc` starts a sentence, so that a headline does not run into the body."""
    from relecture.paragraphs import start_sentences

    return start_sentences


@Language.factory("relecture_quantities", default_config={"spans_key": "quantities"})
def make_quantities(nlp: Language, name: str, spans_key: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  spaCy's signature
    """Quantities into ``doc.spans[spans_key]`` and ``doc.user_data``; it may stand anywhere before `ner`."""
    from relecture.quantities.component import QuantitiesComponent

    return QuantitiesComponent(name, spans_key=spans_key)


@Language.factory("relecture_entities")
def make_entities(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  spaCy's signature
    """The corrections of `relecture.entities` applied to ``doc.ents``; place it after ``ner``."""
    from relecture.entities.component import EntityCorrections

    return EntityCorrections(name)
