"""The words of the review page, in French and in English: looked up by key. The texts are in `_words`."""

from __future__ import annotations

from dataclasses import dataclass

from relecture.review._words import WORDS

_COLUMN = {"fr": 0, "en": 1}


@dataclass(frozen=True, slots=True)
class Messages:
    """The words in one language; ``t["key"]`` raises `KeyError` when there is none."""

    lang: str = "fr"

    def __getitem__(self, key: str) -> str:
        return WORDS[key][_COLUMN[self.lang]]

    def named(self, family: str, value: str) -> str:
        """The word for a *value* of an open list; the value itself when we have none."""
        words = WORDS.get(f"{family}.{value}")
        return words[_COLUMN[self.lang]] if words else value

    def starting(self, prefix: str) -> dict[str, str]:
        """Every word whose key begins with *prefix*, keyed by the rest."""
        return {key.removeprefix(prefix): self[key] for key in WORDS if key.startswith(prefix)}
