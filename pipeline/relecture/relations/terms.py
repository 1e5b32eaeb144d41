"""The words of a stretch of a skeleton, in a form that two articles can share.

Gender, number, accents and little words go; « français » is « France »; a date becomes « @2024-3-12 »; a
preposition that matters stays with the word it governs (« vers Allemagne » is not « Allemagne »).
"""

from __future__ import annotations

import re
from functools import cache

from relecture.fr import fact_words as lexicon
from relecture.relations.amounts import Amount
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.text import unaccented
from relecture.types import Article, DateMention, Span

#: Marks a term that is a moment.
MOMENT = "@"
_LEADING = " –—•-\n"


class Terms:
    """Reads the terms of one article; *year* is that of its publication, if known."""

    def __init__(self, skeleton: Skeleton, article: Article, year: int | None) -> None:
        self._skeleton, self._article, self._year = skeleton, article, year
        self._dates = {d.span.start: d for d in article.dates}

    def of(self, start: int, end: int) -> set[str] | None:
        """The terms of ``start:end``; ``None`` when it names a moment that cannot be placed in a year."""
        text, found = self._skeleton.text, set()
        silent = list(relative_years().finditer(text, start, end))
        if silent and self._year is None:
            return None
        found = {f"{MOMENT}{(self._year or 0) + lexicon.RELATIVE_YEARS[m[0]]}" for m in silent}
        bound = ""
        for match in _word().finditer(text, start, end):
            word = match[0]
            if word in lexicon.EMPTY or any(m.start() <= match.start() < m.end() for m in silent):
                continue
            if word in lexicon.BINDING:
                bound = f"{word} "
                continue
            term = self._term(word, match.start(), bound)
            if term is None:
                return None
            found |= {term} if term else set()
            bound = ""
        return found

    def _term(self, word: str, at: int, bound: str) -> str | None:
        """The term of one word, empty for one that says nothing, ``None`` for a date without a year."""
        mark = self._skeleton.marks.get(at)
        if mark is not None:
            moment = self._moment(mark)
            return moment and (moment if bound in ("sur ", "pour ") else bound + moment)
        if word in lexicon.PERIODS:
            return "par an" if bound == "par " else ""
        return bound + _owners().get(root(word), root(word))

    def _moment(self, amount: Amount) -> str | None:
        date = self._dates.get(amount.span.start) or DateMention(amount.span, year=int(amount.value) or None)
        if date.year is None:
            return None
        return MOMENT + "-".join(str(n) for n in (date.year, date.month, date.day) if n is not None)

    def roots(self, start: int, end: int) -> frozenset[str]:
        """The roots of the words of ``start:end``, dates aside."""
        found = re.findall(r"[^\W\d_]+", self._skeleton.text[start:end])
        return frozenset(root(word) for word in found if word not in lexicon.EMPTY)

    def named(self, *stretches: tuple[int, int]) -> bool:
        """True when one of *stretches* names somebody or somewhere: a proper noun, the adjective of a country."""
        return any(
            self._names(match[0], match.start())
            for start, end in stretches
            for match in _word().finditer(self._skeleton.text, start, end)
        )

    def _names(self, word: str, at: int) -> bool:
        span = self._skeleton.source(at, at + len(word))
        raw = span.of(self._article.text.raw)
        if root(word) in _owners() or word in lexicon.EVERYWHERE:
            return True
        if not raw[:1].isupper() or word in lexicon.DETERMINERS:
            return False
        return not self._opens(at) or (len(raw) > 1 and raw.isupper()) or self._entity(span)

    def _opens(self, at: int) -> bool:
        """True for the first word of a sentence, whose capital says nothing."""
        return self._skeleton.text[:at].rstrip(_LEADING)[-1:] in ("", STOP)

    def _entity(self, span: Span) -> bool:
        return any(m.span.overlaps(span) for e in self._article.entities for m in e.mentions)


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|<Y>")


@cache
def relative_years() -> re.Pattern[str]:
    """« l'an dernier », « cette année »."""
    return re.compile("|".join(map(re.escape, lexicon.RELATIVE_YEARS)))


@cache
def _owners() -> dict[str, str]:
    """Countries by the root of their adjective."""
    return {root(adjective): root(country) for adjective, country in lexicon.COUNTRY_ADJECTIVES.items()}


def root(word: str) -> str:
    """*word* without accents, case, gender nor number: « françaises » and « français » are one."""
    plain = unaccented(word)
    for ending in ("s", "x", "e", "s"):
        plain = plain.removesuffix(ending) if len(plain) > 3 else plain
    return plain[:-1] if len(plain) > 4 and plain[-1] == plain[-2] else plain
