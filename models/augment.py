"""Variants of training rows: other names, newsroom typography, headlines in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from material import Row
from synthesis import Names

_COMPANY = re.compile(r"[A-ZÉ][\w-]+(?: [A-ZÉ][\w-]+)?")
_FULL_NAME = re.compile(r"[A-ZÉ][\w-]+ [A-ZÉ][\w-]+")
_VOWEL = re.compile(r"[AEIOUYÉÈÊÀÂÎÔH]", re.IGNORECASE)


def variant(row: Row, names: Names, *, rename: float) -> Row:
    """*row* with some names replaced, curly apostrophes half the time, a capital headline one time in five."""
    draw = names.random
    row = renamed(row, names, rename) if rename else row
    text = row.text
    if draw.random() < 0.5:
        text = text.replace("'", "’")
    if draw.random() < 0.2:
        text = headline_in_capitals(text)
    return Row(text, row.ents)


def headline_in_capitals(text: str) -> str:
    """The first line in capitals, character for character."""
    first = text.split("\n", 1)[0]
    if len(first) > 160:
        return text
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in first) + text[len(first) :]


def renamed(row: Row, names: Names, share: float) -> Row:
    """*row* with a *share* of its people, companies and towns under other names, alike all over the row."""
    chosen: dict[tuple[str, str], str] = {}
    text, ents, at = "", [], 0
    for start, end, label in row.ents:
        surface = row.text[start:end]
        text += row.text[at:start]
        at = end
        name = _new_name(surface, label, text, names, share, chosen)
        ents.append((len(text), len(text) + len(name), label))
        text += name
    return Row(text + row.text[at:], tuple(ents))


def _new_name(
    surface: str, label: str, before: str, names: Names, share: float, chosen: dict[tuple[str, str], str]
) -> str:
    key = (surface, label)
    if key in chosen:
        return chosen[key]
    name = surface
    if names.random.random() < share:
        name = next(_fitting(surface, _drawn(surface, label, names), before), surface)
    chosen[key] = name
    if label == "PER" and name != surface and " " in surface:
        chosen[surface.split(" ", 1)[1], "PER"] = name.split(" ", 1)[1]
    return name


def _drawn(surface: str, label: str, names: Names) -> list[str]:
    if label == "PER" and _FULL_NAME.fullmatch(surface):
        return [names.person() for _ in range(4)]
    if label == "ORG" and surface.isupper():
        return [names.acronym() for _ in range(4)]
    if label == "ORG" and _COMPANY.fullmatch(surface):
        return [names.company() for _ in range(4)]
    if label == "LOC" and _COMPANY.fullmatch(surface) and names.random.random() < 0.3:
        return [names.town() for _ in range(4)]
    return []


def _fitting(surface: str, drawn: Iterable[str], before: str) -> Iterable[str]:
    """Those of *drawn* that may follow the same article: a vowel for a vowel after « l' » or « de »."""
    bound = before.endswith(("'", "’", " de ", " le ", " que "))
    vowel = bool(_VOWEL.match(surface))
    return (name for name in drawn if not bound or bool(_VOWEL.match(name)) == vowel)
