"""Plurals, numbers in words, and words that are never a chain of unit symbols."""

import json
import re
from collections import defaultdict
from pathlib import Path

TOPDIR = Path(__file__).parent
#: « p. 100 », « Celsius », « TNT »: what takes no plural inside a unit's name.
_INVARIABLE = re.compile(r"(?:de|d|du|à|au|par|pour|équivalent|pétrole|base|cent|mille|[A-ZÉ]\w*|\w*[sxz])$")


def pluralize(singular: str, count: float | None = None) -> str:
    """*singular* agreed with *count* (French plurals begin at 2); always plural without a count."""
    if count is not None and abs(count) < 2:
        return singular
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if _INVARIABLE.match(m[0]) else m[0] + "s", singular)


def number_to_words(number: float) -> str:
    """*number* in French words."""
    import num2words

    words: str = num2words.num2words(number, lang="fr")
    return words


def load_common_words() -> dict[int, list[str]]:
    """Words by length, from ``common-words.json``."""
    words: dict[int, list[str]] = defaultdict(list)
    for word in json.loads((TOPDIR / "common-words.json").read_text(encoding="utf-8")):
        words[len(word)].append(word)
    return words


COMMON_WORDS = load_common_words()
