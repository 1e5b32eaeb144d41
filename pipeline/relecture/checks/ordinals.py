"""Ordinals in words: « trente et unième » as 31."""

from __future__ import annotations

import re

from relecture.quantities.numbers import read_number

#: Stems that an ordinal changes.
_STEMS = (("neuv", "neuf"), ("cinqu", "cinq"), ("quatr", "quatre"), ("onz", "onze"), ("mill", "mille"))
#: One ordinal in words, « et » and « unième » included: the source of a pattern.
WRITTEN = r"[a-zà-ÿ-]+(?:\s(?:et\s)?[a-zà-ÿ-]+)?ième"


def ordinal(words: str) -> int | None:
    """The number that *words* rank; ``None`` when they are no ordinal."""
    stem = re.sub(r"ième$", "", words.lower())
    for ending, cardinal in _STEMS:
        stem = re.sub(rf"{ending}$", cardinal, stem)
    for cardinal in (stem, f"{stem}e"):
        number = read_number(cardinal, 0)
        if number is not None and number.value is not None and number.end == len(cardinal):
            return int(number.value)
    return None
