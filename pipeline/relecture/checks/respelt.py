"""Names of the same letters, written in other words: « Le Goff », « Legoff », « Jean-Luc Roy », « Jean Luc Roy ».

A street or a school called after someone takes hyphens (« le lycée Jean-Moulin »): a name in one word with
a hyphen is not held against the same in several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations

from relecture.checks.names import Name, unaccented
from relecture.fr.name_words import FIRST_NAMES

#: Letters of a name that are worth comparing.
_LEAST = 5
_Forms = dict[str, list[Name]]


def respelt(
    found: Sequence[Name], is_person: Callable[[Name], bool]
) -> Iterator[tuple[list[Name], list[Name]]]:
    """Pairs of spellings of one name, each with its mentions, in the order of the text."""
    full: dict[str, _Forms] = defaultdict(lambda: defaultdict(list))
    for name in found:
        text = unaccented(name.text)
        key = _letters(text)
        if len(key) >= _LEAST:
            full[key][text].append(name)
    for forms in full.values():
        for one, other in combinations(forms, 2):
            if _two_spellings(forms[one][0].text, forms[other][0].text):
                yield forms[one], forms[other]
    yield from _surnames(found, full, is_person)
    yield from _reordered(found, is_person)


def _letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "").replace("'", "")


@cache
def _inner_capital() -> re.Pattern[str]:
    return re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")


def _two_spellings(one: str, other: str) -> bool:
    """True for several words on both sides, or one with a capital inside: « AirLiquide », « Air Liquide »."""
    if " " in one and " " in other:
        return True
    single, several = sorted((one, other), key=lambda text: " " in text)
    return "-" not in single and " " in several and _inner_capital().search(single) is not None


def _surnames(
    found: Sequence[Name], full: dict[str, _Forms], is_person: Callable[[Name], bool]
) -> Iterator[tuple[list[Name], list[Name]]]:
    """A surname alone whose letters are those of the end of a full name: « Anne Le Goff », « Mme Legoff »."""
    for name in found:
        words = unaccented(name.text).split(" ")
        for at in range(1, len(words)):
            tail = " ".join(words[at:])
            forms = full.get(_letters(tail))
            if forms is None or not is_person(name):
                continue
            for text, mentions in forms.items():
                if text == tail or name in mentions or not any(map(is_person, mentions)):
                    continue
                if not any(
                    n.words[-1] == mentions[0].words[-1] and len(n.words) > len(mentions[0].words)
                    for n in found
                ):
                    yield [name], mentions
    return


def _reordered(
    found: Sequence[Name], is_person: Callable[[Name], bool]
) -> Iterator[tuple[list[Name], list[Name]]]:
    """« Inès Roy-Lacaze », then « Inès Lacaze-Roy » or « Mme Lacaze-Roy »: the two parts of a surname swapped."""
    by_parts: dict[frozenset[str], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in found:
        surname = name.words[-1]
        if surname.count("-") == 1 and not FIRST_NAMES.issuperset(surname.split("-")) and is_person(name):
            by_parts[frozenset(surname.split("-"))][surname].append(name)
    for forms in by_parts.values():
        for one, other in combinations(forms, 2):
            firsts = {n.words[:-1] for n in (*forms[one], *forms[other])} - {()}
            if len(firsts) == 1:
                yield forms[one], forms[other]
