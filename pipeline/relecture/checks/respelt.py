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

from relecture.checks.names import Name, distance, unaccented
from relecture.fr.name_words import FIRST_NAMES
from relecture.types import Label

#: Letters of a name that are worth comparing.
_LEAST = 5
#: …and those of one that may be a letter away.
_LONG = 8
_PARTICLES = (
    "de ",
    "du ",
    "le ",
    "la ",
    "van ",
    "vande",
    "von ",
    "des ",
    "der ",
    "den ",
    "mac ",
    "mc ",
    "ben ",
    "del ",
    "di ",
    "da ",
    "el ",
    "al ",
)
_Forms = dict[str, list[Name]]


def respelt(
    found: Sequence[Name],
    is_person: Callable[[Name], bool],
    labels: Callable[[Sequence[Name]], set[Label]],
) -> Iterator[tuple[list[Name], list[Name]]]:
    """Pairs of spellings of one name, each with its mentions, in the order of the text."""
    by_text: _Forms = defaultdict(list)
    for name in found:
        by_text[name.text].append(name)
    full: dict[str, _Forms] = defaultdict(dict)
    several: list[tuple[str, list[Name]]] = []
    for text, mentions in by_text.items():
        plain = unaccented(text)
        if len(plain) >= _LEAST:
            full[_letters(plain)].setdefault(plain, []).extend(mentions)
            if " " in plain:
                several.append((plain, mentions))
    for forms in full.values():
        for one, other in combinations(forms, 2) if len(forms) > 1 else ():
            texts = forms[one][0].text, forms[other][0].text
            if _two_spellings(*texts) or _one_firm(*texts, labels(forms[one]), labels(forms[other])):
                yield forms[one], forms[other]
    yield from _surnames(several, full, is_person)
    yield from _reordered(by_text, is_person)


def _letters(text: str) -> str:
    return text if text.isalnum() else text.replace(" ", "").replace("-", "").replace("'", "")


@cache
def _inner_capital() -> re.Pattern[str]:
    return re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")


def _two_spellings(one: str, other: str) -> bool:
    """True for several words on both sides, or one with a capital inside: « AirLiquide », « Air Liquide »."""
    if " " in one and " " in other:
        return True
    single, several = sorted((one, other), key=lambda text: " " in text)
    return "-" not in single and " " in several and _inner_capital().search(single) is not None


def _one_firm(one: str, other: str, seen: set[Label], seen_too: set[Label]) -> bool:
    """« Banque-Postale », « Banque Postale », firms in the eyes of the model; a foundation may bear its founder's name."""
    hyphened, spaced = sorted((one, other), key=lambda text: " " in text)
    if hyphened.replace("-", " ") != spaced or hyphened.split("-")[0] in FIRST_NAMES | {"Notre", "Sud", "Nord"}:
        return False
    return seen == seen_too == {Label.ORG}


def _surnames(
    several: Sequence[tuple[str, list[Name]]], full: dict[str, _Forms], is_person: Callable[[Name], bool]
) -> Iterator[tuple[list[Name], list[Name]]]:
    """A surname alone whose letters are those of the end of a full name: « Anne Le Goff », « Mme Legoff »."""
    for plain, mentions in several:
        at = plain.find(" ")
        while at >= 0:
            tail = plain[at + 1 :]
            if is_person(mentions[0]):
                yield from ((mentions, others) for others in _nearly(tail, full))
            for text, others in full.get(_letters(tail), {}).items():
                if text == tail or not is_person(mentions[0]) or not any(map(is_person, others)):
                    continue
                if not any(text != one and one.endswith(" " + text) for one, _ in several):
                    yield mentions, others
            at = plain.find(" ", at + 1)


def _nearly(tail: str, full: dict[str, _Forms]) -> Iterator[list[Name]]:
    """« de Brouwer », then « Debrouwere »: a name with its particle written in one word, and a letter more or less."""
    if not tail.startswith(_PARTICLES):
        return
    letters = _letters(tail)
    for key, forms in full.items():
        if key[:4] == letters[:4] and key != letters and len(letters) >= _LONG and distance(key, letters) == 1:
            yield from (mentions for text, mentions in forms.items() if " " not in text and "-" not in text)


def _reordered(by_text: _Forms, is_person: Callable[[Name], bool]) -> Iterator[tuple[list[Name], list[Name]]]:
    """« Inès Roy-Lacaze », then « Inès Lacaze-Roy » or « Mme Lacaze-Roy »: the two parts of a surname swapped."""
    by_parts: dict[frozenset[str], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for text, mentions in by_text.items():
        surname = mentions[0].words[-1] if "-" in text else ""
        if surname.count("-") == 1 and not FIRST_NAMES.issuperset(surname.split("-")):
            by_parts[frozenset(surname.split("-"))][surname].extend(mentions)
    for forms in by_parts.values():
        for one, other in combinations(forms, 2) if len(forms) > 1 else ():
            firsts = {n.words[:-1] for n in (*forms[one], *forms[other])} - {()}
            if len(firsts) == 1 and all(map(is_person, (forms[one][0], forms[other][0]))):
                yield forms[one], forms[other]
