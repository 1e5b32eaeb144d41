"""Where a number is not a quantity: dates, names, laws, roads, telephone numbers, versions…"""

from __future__ import annotations

import re
from functools import lru_cache

from relecture.quantities.table import data

_LABEL_BEFORE = re.compile(r"(?:^|(?<=[\s'(«\"]))([^\W\d_]+)(?: n°| no| numéro)? $", re.I)

#: Words that may stand, capitalised, at the head of a sentence just before a count.
_FUNCTION_WORDS = frozenset(
    """
    les des ces ses mes tes nos vos leurs aux avec pour dans sur sous entre contre par de du en à ou et
    mais car depuis après avant selon vers chez dès sans plus moins près environ quelque seuls seules
    tous toutes autres ce quand comme si que malgré outre hors jusqu'à parmi soit dont voilà voici
    encore déjà presque au total soit seulement restent reste quelques résultat bilan résultats enfin
    puis ensuite ainsi pendant durant lors côté pourtant
    """.split()
)


#: How far before a number a trap may open (« amendements nos 12, 13 et 14 »), in characters and in words.
_BACK = 40
_WORDS_BACK = 4
_WORD_START = re.compile(r"(?<!\w)(?=[\w#@+№])")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The traps where case matters, and the others; each an alternation to be matched at a word."""
    raw = data("traps.toml")
    listed = sorted(raw["names"].replace("\n", " ").split(";"), key=len, reverse=True)
    names = "|".join(re.escape(name.strip()) for name in listed)
    cased = [p for p in raw["patterns"] if p.startswith("(?-i:") and p.endswith(")")]
    others = [p for p in raw["patterns"] if p not in cased]
    bare = [p.removeprefix("(?-i:")[:-1] for p in cased]
    return (
        re.compile("|".join([*(f"(?:{p})" for p in bare), rf"(?<!\w)(?:{names})(?!\w)"])),
        re.compile("|".join(f"(?:{p})" for p in others), re.I),
    )


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Nouns that a following number merely tells apart (« niveau 5 »)."""
    return frozenset(data("traps.toml")["labels"].split())


def trap_end(text: str, start: int) -> int | None:
    """The end of the trap that covers *start* in folded *text*; ``None`` when the number is free."""
    begin = max(0, start - _BACK)
    words = [m.start() for m in _WORD_START.finditer(text, begin, start)][-_WORDS_BACK:]
    run = max(text.rfind(" ", begin, start), text.rfind("\n", begin, start)) + 1  # an address of the web
    best = 0
    for at in {start, run if run > begin else start, *words}:
        for pattern in _patterns():
            match = pattern.match(text, at)
            if match is not None:
                best = max(best, match.end())
    return best if best > start else None


def label_before(text: str, start: int) -> bool:
    """True when the word before *start* is a noun that the number only numbers (« tranche 2 », « page 12 »)."""
    match = _LABEL_BEFORE.search(text, max(0, start - 24), start)
    return match is not None and match[1].lower() in labels()


def name_before(text: str, start: int) -> bool:
    """True when a capitalised word that is no function word stands just before (« Cattenom 1 »)."""
    match = re.search(r"([^\W\d_]+)[ -]$", text[max(0, start - 24) : start])
    return match is not None and match[1][0].isupper() and match[1].lower() not in _FUNCTION_WORDS
