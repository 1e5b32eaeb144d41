"""Parsing the documents of a batch in step: one scoring of all of them, one move of each, again.

spaCy's own loop does the same with the interpreter's lock released, and its inner functions take the lock
again many times a move to look for an error: measured, half of the time of `ner` and of the parser. Here the
lock is held throughout, and one matrix product scores the moves of every document of the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from spacy.pipeline import DependencyParser, EntityRecognizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc


#: Tokens parsed together: the parser holds 4 kB for each.
_TOKENS = 10_000


def recognised(component: object) -> bool:
    """True for a parser or a recogniser of names that follows its best move only."""
    return isinstance(component, DependencyParser | EntityRecognizer) and component.cfg["beam_width"] == 1


def parse(component: Any, docs: Iterable[Doc]) -> None:
    """Annotate *docs* with the transition-based *component*."""
    together: list[Doc] = []
    for doc in docs:
        if together and sum(map(len, together)) + len(doc) > _TOKENS:
            _parse(component, together)
            together = []
        if len(doc):
            together.append(doc)
    if together:
        _parse(component, together)


def _parse(component: Any, docs: list[Doc]) -> None:
    batch = component.moves.init_batch(docs)
    scorer = component.model.predict(docs)
    score = _score(scorer)
    unfinished = [state for state in batch if not state.is_final()]
    while unfinished:
        unfinished = component.transition_states(unfinished, score(unfinished))
    scorer.clear_memory()
    component.set_annotations(docs, batch)


def _score(scorer: Any) -> Callable[[list[Any]], NDArray[np.float32]]:
    """``scorer.predict``, without what only learning needs when every move can be scored."""
    if not scorer.attrs["has_upper"] or any(map(scorer.class_is_unseen, range(scorer.nO))):
        predict: Callable[[list[Any]], NDArray[np.float32]] = scorer.predict
        return predict
    weights, bias = scorer.vec2scores.get_param("W").T, scorer.vec2scores.get_param("b")

    def score(states: list[Any]) -> NDArray[np.float32]:
        hidden = scorer.state2vec.predict(scorer.get_token_ids(states))
        scores: NDArray[np.float32] = hidden @ weights
        scores += bias
        return scores

    return score
