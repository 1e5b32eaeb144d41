"""The words of a text in lower case, cut once for all that look them up."""

from __future__ import annotations

import re
from functools import cache

from relecture.memo import kept


@cache
def form_pattern() -> re.Pattern[str]:
    """A word or a figure."""
    return re.compile(r"\w+(?:[.,]\d+)?")


@kept
def forms(text: str) -> tuple[str, ...]:
    """The words and figures of *text*, in order."""
    return tuple(form_pattern().findall(text))


@kept
def vocabulary(text: str) -> frozenset[str]:
    """The different words and figures of *text*."""
    return frozenset(forms(text))
