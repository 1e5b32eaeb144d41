"""Where a number is not a quantity: dates, names, laws, roads, telephone numbers, versions…"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from relecture.quantities.table import data
from relecture.types import Span

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


@lru_cache(maxsize=1)
def _patterns() -> list[re.Pattern[str]]:
    raw = data("traps.toml")
    names = "|".join(
        re.escape(name.strip())
        for name in sorted(raw["names"].replace("\n", " ").split(";"), key=len, reverse=True)
    )
    return [*(_compiled(p) for p in raw["patterns"]), re.compile(rf"(?<!\w)(?:{names})(?!\w)")]


def _compiled(pattern: str) -> re.Pattern[str]:
    """Case matters in what is wholly inside (?-i:…); without the flag the search is several times faster."""
    if pattern.startswith("(?-i:") and pattern.endswith(")"):
        return re.compile(pattern[len("(?-i:") : -1])
    return re.compile(pattern, re.I)


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Nouns that a following number merely tells apart (« niveau 5 »)."""
    return frozenset(data("traps.toml")["labels"].split())


class Masked:
    """Spans that no quantity may touch; `end_at` answers in logarithmic time."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def end_at(self, offset: int) -> int | None:
        """The end of the masked span that covers *offset*; ``None`` when none does."""
        i = bisect_right(self._starts, offset) - 1
        return self._ends[i] if i >= 0 and offset < self._ends[i] else None


def trap_spans(text: str) -> list[Span]:
    """Every stretch of folded *text* whose numbers are not quantities (dates apart)."""
    return [Span(*m.span()) for pattern in _patterns() for m in pattern.finditer(text) if m.end() > m.start()]


def label_before(text: str, start: int) -> bool:
    """True when the word before *start* is a noun that the number only numbers (« tranche 2 », « page 12 »)."""
    match = _LABEL_BEFORE.search(text, max(0, start - 24), start)
    return match is not None and match[1].lower() in labels()


def name_before(text: str, start: int) -> bool:
    """True when a capitalised word that is no function word stands just before (« Cattenom 1 »)."""
    match = re.search(r"([^\W\d_]+)[ -]$", text[max(0, start - 24) : start])
    return match is not None and match[1][0].isupper() and match[1].lower() not in _FUNCTION_WORDS
