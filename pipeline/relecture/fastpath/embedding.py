"""One embedding a word type: what enters the encoder depends on the word alone.

It depends on the form of the word, its norm and whether a space follows, not on the neighbours; a press article
repeats its words, and the next article repeats most of them again. Up to `MAX_TYPES` are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.types import Floats2d

#: Word types kept for each embedding: 96 floats each, 12 MB in all; a million articles hold many more, and
#: when the table is full it is emptied.
MAX_TYPES = 32_768
#: Fibonacci hashing (Knuth, TAOCP 3, 6.4): 2**64 divided by the golden ratio, to mix two 64-bit hashes.
_MIX = np.uint64(0x9E3779B97F4A7C15)

Forward = tuple[list["NDArray[np.float32]"], Callable[..., Any]]


def recognised(layer: Model[Any, Any]) -> bool:
    """True for ``MultiHashEmbed`` with static vectors: (features | vectors) >> mix >> list."""
    if len(layer.layers) != 3 or len(layer.layers[0].layers) != 2:
        return False
    features, vectors = layer.layers[0].layers
    return (
        [node.name for node in features.layers[:2]] == ["extract_features", "list2ragged"]
        and vectors.name == "static_vectors"
        and layer.layers[2].name == "ragged2list"
    )


def cached(embedding: Model[Any, Any]) -> Model[Any, Any]:
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
