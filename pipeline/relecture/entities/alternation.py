"""A regular expression for « one of these words », as quick as the standard engine allows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A group that matches any of *words*, the longest that fits, and ends at a word boundary.

    The engine tries the branches of an alternation one after the other: grouped by their first letter,
    most are refused at once.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_first[word[0]].append(re.escape(word[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    return "(?:" + "|".join(branches) + r")\b"
