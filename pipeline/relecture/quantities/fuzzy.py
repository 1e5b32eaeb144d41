"""Unit names with a letter too many, too few or misplaced."""

from __future__ import annotations

from functools import lru_cache

#: Shorter words are too close to ordinary French (« volts » and « vols », « mètres » and « maîtres »).
SHORTEST = 8
MAX_DISTANCE = 2
#: Only names built on these are sought: the others have neighbours among ordinary words.
STEMS = ("watt", "wat", "joule", "joul", "heure", "calori", "hectar", "hertz", "octet")


@lru_cache(maxsize=4096)
def closest(letters: str) -> str | None:
    """The key of the unit name within two edits of *letters*, when there is only one nearest; else ``None``.

    Distance is Damerau-Levenshtein's (optimal string alignment); one edit is allowed for every four letters.
    """
    from relecture.quantities.surfaces import names

    if len(letters) < SHORTEST or not any(stem in letters for stem in STEMS):
        return None
    best: list[str] = []
    distance = min(MAX_DISTANCE, len(letters) // 4) + 1
    for name in names():
        if abs(len(name) - len(letters)) >= distance + 1 or len(name) < SHORTEST - 1:
            continue
        found = edits(letters, name)
        if found < distance:
            best, distance = [name], found
        elif found == distance and best:
            best.append(name)
    return min(best, key=lambda n: (n[-1] != letters[-1], n)) if best else None


def edits(a: str, b: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours that turn *a* into *b*."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
