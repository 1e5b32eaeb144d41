"""Results kept while a batch is worked on: what several stages ask of one text is computed once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

#: Results kept of each function: those of a batch of texts, and of the pieces of them that are asked about.
_MOST = 64

_P = ParamSpec("_P")
_R = TypeVar("_R")
_FORGET: list[Callable[[], None]] = []


def kept(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """*function*, of a text or an article, with its latest results kept until `forget`."""
    cached = lru_cache(maxsize=_MOST)(function)
    _FORGET.append(cached.cache_clear)
    return cast("Callable[_P, _R]", cached)


def forget() -> None:
    """Keep nothing more of the texts that are done: the largest of them would stay in memory otherwise."""
    for clear in _FORGET:
        clear()
