"""A reader for the word lists of this package: one string, words apart by blanks."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The blank-separated words of *listed*; « _ » stands for a space inside an expression."""
    return frozenset(word.replace("_", " ") for word in listed.split())
