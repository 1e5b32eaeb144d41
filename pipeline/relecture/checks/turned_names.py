"""Two more ways in which one name is written twice: another letter for one sound, first name and surname swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from relecture.checks.names import Name, bare
from relecture.fr.name_words import FIRST_NAMES


@cache
def _k_sound() -> re.Pattern[str]:
    return re.compile(r"ck|qu|[ckq](?![eiyh])|k|ph")


def sounds_one(one: str, other: str) -> bool:
    """True for two spellings of one sound: « Verkor », « Vercor », « Alpiq », « Alpic »."""
    a, b = (
        _k_sound().sub(lambda m: "f" if m[0] == "ph" else "k", bare(word)).replace("y", "i")
        for word in (one, other)
    )
    return a == b and bare(one) != bare(other)


def turned(by_form: Mapping[tuple[str, ...], list[Name]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """« Martin Laurent », then « Laurent Martin »: the forms, in the order of the text."""
    for one, mentions in by_form.items():
        back = by_form.get(one[::-1])
        if len(one) != 2 or back is None or one[0] == one[1] or any(word.isupper() for word in one):
            continue
        if mentions[0].span < back[0].span and set(one) & FIRST_NAMES:
            yield one, one[::-1]
