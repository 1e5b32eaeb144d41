"""Parsing the documents of a batch in step: one scoring of all of them, one move of each, again.

spaCy's own loop does the same with the interpreter's lock released, and its inner functions take the lock
again many times a move to look for an error: measured, half of the time of `ner` and of the parser. Here the
lock is held throughout, and one matrix product scores the moves of every document of the batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from spacy.pipeline import DependencyParser, EntityRecognizer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def recognised(component: object) -> bool:
    """True for a parser or a recogniser of names that follows its best move only."""
    return isinstance(component, DependencyParser | EntityRecognizer) and component.cfg["beam_width"] == 1


def parse(component: Any, docs: Sequence[Doc]) -> None:
    """Annotate *docs* with the transition-based *component*."""
    full = [doc for doc in docs if len(doc)]
    if not full:
        return
    batch = component.moves.init_batch(full)
    scorer = component.model.predict(full)
    unfinished = [state for state in batch if not state.is_final()]
    while unfinished:
        unfinished = component.transition_states(unfinished, scorer.predict(unfinished))
    scorer.clear_memory()
    component.set_annotations(full, batch)
