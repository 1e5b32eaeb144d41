"""The convolutional encoder of ``MaxoutWindowEncoder`` in one piece: buffers reused, no trace for learning.

thinc runs four layers times five small operations over the whole batch, each of which writes a new array.
Here a few hundred tokens at a time go through a layer, in memory that stays in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Forward = tuple[list["Floats"], Callable[..., Any]]
#: Tokens that go through a layer at once: their windows and products, 288 floats each, are 1.2 MB.
_ROWS = 512
#: As `thinc.layers.layernorm`.
_EPSILON = np.float32(1e-8)


def recognised(layer: Model[Any, Any]) -> bool:
    """True for with_array(residual(expand_window(1) >> maxout >> layernorm) × depth)."""
    if not layer.name.startswith("with_array(residual(") or "pad" not in layer.attrs:
        return False
    blocks = layer.layers[0].layers
    return bool(blocks) and all(_is_block(block) for block in blocks)


def _is_block(block: Model[Any, Any]) -> bool:
    nodes = [node for node in block.walk() if not node.layers]
    names = [node.name for node in nodes if node.name != "dropout"]
    return names == ["expand_window", "maxout", "layernorm"] and nodes[0].attrs["window_size"] == 1


def fused(encoder: Model[Any, Any]) -> Model[Any, Any]:
    """*encoder* behind a quicker way to predict."""
    blocks = [_Block.of(block) for block in encoder.layers[0].layers]
    pad = encoder.attrs["pad"]

    def forward(model: Model[Any, Any], batch: Sequence[Floats], is_train: bool) -> Forward:
        if is_train or not any(map(len, batch)):
            return cast(Forward, model.layers[0](batch, is_train))
        return _encoded(blocks, batch, pad), _no_backprop

    return Model("fused_encoder", forward, layers=[encoder], dims={"nO": encoder.get_dim("nO")})


def _no_backprop(*_: object) -> Any:
    raise RuntimeError("predictions cannot be learnt from: call the layer with is_train=True")


@dataclass(frozen=True, slots=True)
class _Block:
    """The weights of a layer; the pieces of maxout stand one after the other, to be compared as blocks."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats
    pieces: int

    @classmethod
    def of(cls, block: Model[Any, Any]) -> _Block:
        maxout, norm = (next(n for n in block.walk() if n.name == name) for name in ("maxout", "layernorm"))
        weights: Floats = np.asarray(maxout.get_param("W"))  # outputs, pieces, inputs
        width, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * width)),
            np.ascontiguousarray(np.asarray(maxout.get_param("b")).T.reshape(-1)),
            np.asarray(norm.get_param("G")),
            np.asarray(norm.get_param("b")),
            pieces,
        )


def _encoded(blocks: Sequence[_Block], batch: Sequence[Floats], pad: int) -> list[Floats]:
    """*batch* end to end, *pad* empty rows around each document as `with_array` has it, then cut again."""
    width = batch[0].shape[1]
    rows = sum(map(len, batch)) + pad * (len(batch) + 1)
    # One more row at each end, so that the first and last windows are like the others.
    before, after = (np.zeros((rows + 2, width), dtype="float32") for _ in range(2))
    starts = []
    at = 1 + pad
    for item in batch:
        before[at : at + len(item)] = item
        starts.append(at)
        at += len(item) + pad
    room = min(rows, _ROWS)
    windows = np.empty((room, 3 * width), dtype="float32")
    products = np.empty((room, len(blocks[0].bias)), dtype="float32")
    for block in blocks:
        for start in range(0, rows, _ROWS):
            end = min(rows, start + _ROWS)
            _apply(block, before, after, start, end, windows[: end - start], products[: end - start])
        before, after = after, before
    return [before[start : start + len(item)] for start, item in zip(starts, batch, strict=True)]


def _apply(
    block: _Block, before: Floats, after: Floats, start: int, end: int, windows: Floats, products: Floats
) -> None:
    """One layer on the rows *start* to *end*: each is added what its window gives, normalised."""
    width = before.shape[1]
    for offset in range(3):
        windows[:, offset * width : (offset + 1) * width] = before[start + offset : end + offset]
    np.dot(windows, block.weights, out=products)
    products += block.bias
    best = products[:, :width]
    for piece in range(1, block.pieces):
        np.maximum(best, products[:, piece * width : (piece + 1) * width], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + _EPSILON
    best *= (1 / np.sqrt(variance))[:, None]
    best *= block.gain
    best += block.shift
    np.add(before[start + 1 : end + 1], best, out=after[start + 1 : end + 1])
