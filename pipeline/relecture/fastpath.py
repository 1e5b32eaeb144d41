"""The same annotations from spaCy in less time, on a CPU: three changes to a loaded pipeline, for inference.

1. *OpenBLAS for matrix products.* thinc multiplies with BLIS's generic kernel; numpy's own OpenBLAS has one
   for the processor at hand.
2. *One embedding a word type.* The vector that enters the encoder depends on the word alone (its form, its
   norm, whether a space follows), not on its neighbours; a press article repeats its words, and the next
   article repeats most of them again. Up to `MAX_TYPES` are kept.
3. *Word lists of the lemmatizer as sets.* spaCy looks every new word up in lists of thousands of words, from
   the beginning.

Sums are made in another order, so the scores differ in the last bits of a float; a test holds annotations
to be equal on the corpus. ``RELECTURE_FASTPATH=off`` in the environment leaves spaCy as it is. A model whose
layers are not those of spaCy's ``Tok2Vec`` with ``MultiHashEmbed``, or that runs on a GPU, is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.pipeline import Lemmatizer
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Floats2d

#: Word types kept for each embedding: 96 floats each, 12 MB in all; a million articles hold many more, and
#: when the table is full it is emptied.
MAX_TYPES = 32_768
#: Fibonacci hashing (Knuth, TAOCP 3, 6.4): 2**64 divided by the golden ratio, to mix two 64-bit hashes.
_MIX = np.uint64(0x9E3779B97F4A7C15)

Forward = tuple[list["NDArray[np.float32]"], Callable[..., Any]]


def speed_up(nlp: Language) -> None:
    """Change the components of *nlp* in place. Training them afterwards still works, at spaCy's speed."""
    models = []
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            _index_word_lists(component)
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
                if _is_embedding(layer):
                    node.layers[at] = _cached(layer)


def _index_word_lists(lemmatizer: Lemmatizer) -> None:
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, words in table.items():
            table[part_of_speech] = frozenset(words)


def _is_embedding(layer: Model[Any, Any]) -> bool:
    """True for ``MultiHashEmbed`` with static vectors: (features | vectors) >> mix >> list."""
    if len(layer.layers) != 3 or len(layer.layers[0].layers) != 2:
        return False
    features, vectors = layer.layers[0].layers
    return (
        [node.name for node in features.layers[:2]] == ["extract_features", "list2ragged"]
        and vectors.name == "static_vectors"
        and layer.layers[2].name == "ragged2list"
    )


def _cached(embedding: Model[Any, Any]) -> Model[Any, Any]:
    """*embedding* behind a table of its results by word type."""
    table = _Table(embedding)

    def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> Forward:
        if is_train or not any(map(len, docs)):
            return cast(Forward, model.layers[0](docs, is_train))
        return table.of(docs), _no_backprop

    return Model("cached_embedding", forward, layers=[embedding], dims={"nO": embedding.get_dim("nO")})


def _no_backprop(*_: object) -> Any:
    raise RuntimeError("predictions cannot be learnt from: call the layer with is_train=True")


class _Table:
    """Rows of embedding output, by a hash of what the embedding sees of a word."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        (features, self._vectors), self._mix = embedding.layers[0].layers, embedding.layers[1]
        extract, _, self._hashed = features.layers
        self._columns = extract.attrs["columns"]
        self._width = int(embedding.get_dim("nO"))
        self._empty()

    def _empty(self) -> None:
        self._row: dict[int, int] = {}
        self._rows = np.zeros((1024, self._width), dtype="float32")

    def of(self, docs: Sequence[Doc]) -> list[NDArray[np.float32]]:
        """The embedding of every token, one array a document."""
        seen = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
        # numpy wraps unsigned products around, which is what a hash wants.
        keys = seen[:, 0] ^ (seen[:, 1] * _MIX) ^ seen[:, 2]
        types, first, which = np.unique(keys, return_index=True, return_inverse=True)
        output = self._lookup(types, first, docs)[which]
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(output, ends[:-1])

    def _lookup(
        self, types: NDArray[np.uint64], first: NDArray[np.intp], docs: Sequence[Doc]
    ) -> NDArray[np.float32]:
        names = types.tolist()
        if len(self._row) + len(names) > MAX_TYPES:
            self._empty()
        new = [n for n, name in enumerate(names) if name not in self._row]
        if new:
            start = len(self._row)
            self._grow(start + len(new))
            self._rows[start : start + len(new)] = self._compute(first[new], docs)
            self._row.update((names[n], start + k) for k, n in enumerate(new))
        found: NDArray[np.float32] = self._rows[[self._row[name] for name in names]]
        return found

    def _grow(self, size: int) -> None:
        while size > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])

    def _compute(self, tokens: NDArray[np.intp], docs: Sequence[Doc]) -> NDArray[np.float32]:
        """What the embedding gives for *tokens*, ranks in the documents put end to end."""
        features = np.concatenate([doc.to_array(self._columns) for doc in docs])[tokens]
        hashed = self._hashed.predict(np.ascontiguousarray(features, dtype="uint64"))
        # As `spacy.ml.staticvectors.forward`: a word without a vector counts as zeros.
        vectors = docs[0].vocab.vectors
        key = self._vectors.attrs["key_attr"]
        rows = vectors.find(keys=np.concatenate([doc.to_array(key) for doc in docs])[tokens])
        weights = cast("Floats2d", self._vectors.get_param("W"))
        words = cast("Floats2d", np.ascontiguousarray(vectors.data[rows]))
        static = self._vectors.ops.gemm(words, weights, trans2=True)
        static[rows < 0] = 0
        mixed: NDArray[np.float32] = self._mix.predict(np.concatenate([hashed, static], axis=1))
        return mixed
