"""The same annotations from spaCy in less time, on a CPU: six changes to a loaded pipeline, for inference.

1. *OpenBLAS for matrix products.* thinc multiplies with BLIS's generic kernel; numpy's own OpenBLAS has one
   for the processor at hand.
2. *One embedding a word type* (`embedding`).
3. *The encoder in one piece* (`encoder`).
4. *Documents parsed in step* (`decoder`), the one change that is not in the model: documents go through
   `run` rather than through ``nlp.pipe``.
5. *Word lists of the lemmatizer as sets.* spaCy looks every new word up in lists of thousands of words, from
   the beginning.
6. *No fine-grained tags.* In French they repeat the part of speech, word by word, and nothing here reads them.

Sums are made in another order, so the scores differ in the last bits of a float; a test holds annotations
to be equal on the corpus. ``RELECTURE_FASTPATH=off`` in the environment leaves spaCy as it is. A model whose
layers are not those of spaCy's ``Tok2Vec`` with ``MultiHashEmbed`` and ``MaxoutWindowEncoder``, or that runs
on a GPU, is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from spacy.pipeline import AttributeRuler, Lemmatizer
from thinc.api import Model, NumpyOps

from relecture.fastpath import decoder, embedding, encoder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: What is recognised in a model, and what is put in its place.
_REPLACEMENTS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Any]], ...] = (
    (embedding.recognised, embedding.cached),
    (encoder.recognised, encoder.fused),
)


def speed_up(nlp: Language) -> None:
    """Change the components of *nlp* in place. Training them afterwards still works, at spaCy's speed."""
    models = []
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            _index_word_lists(component)
        if isinstance(component, AttributeRuler):
            _leave_tags_out(component)
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            models.append(model)
    if not all(isinstance(node.ops, NumpyOps) for model in models for node in model.walk()):
        return
    ops = NumpyOps(use_blis=False)
    for model in models:
        for node in list(model.walk()):  # a list: the walk must not enter what is put in
            node.ops = ops
            for at, layer in enumerate(node.layers):
                for recognised, replacement in _REPLACEMENTS:
                    if recognised(layer):
                        node.layers[at] = replacement(layer)


def run(nlp: Language, docs: Iterable[Doc]) -> list[Doc]:
    """Every component of *nlp* applied to *docs*, as one batch; what ``nlp.pipe`` gives."""
    done = list(docs)
    for _, component in nlp.pipeline:
        if decoder.recognised(component):
            decoder.parse(component, done)
        elif hasattr(component, "pipe"):
            done = list(component.pipe(done, batch_size=max(1, len(done))))
        else:
            done = [component(doc) for doc in done]
    return done


def _index_word_lists(lemmatizer: Lemmatizer) -> None:
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, words in table.items():
            table[part_of_speech] = frozenset(words)


def _leave_tags_out(ruler: AttributeRuler) -> None:
    """Drop the rules that set nothing but a tag, unless a rule asks for tags."""
    rules: list[dict[str, Any]] = list(ruler.patterns)
    if any("TAG" in word for rule in rules for pattern in rule["patterns"] for word in pattern):
        return
    ruler.clear()
    ruler.add_patterns([rule for rule in rules if rule["attrs"].keys() != {"TAG"}])
