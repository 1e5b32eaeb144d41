"""A word for an age and what else the text says of it: « le sexagénaire de 54 ans », « née en 1941, la sexagénaire… »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.age_spans import one_person
from relecture.checks.ages import ages
from relecture.checks.births import births
from relecture.checks.calendar import LATEST, dated
from relecture.checks.prose import sentence_around
from relecture.fr.time_words import AGE_WORDS, DECADES, LOOSE_AGES, OTHER_WORD
from relecture.needles import scan
from relecture.openings import opened
from relecture.text import lowered
from relecture.types import Article, Span

_WORDS = "|".join(DECADES)
#: The same with the words that bound an age in another way: « nourrisson », « mineur ».
_BOUNDS = {**{word: (low, low + 9) for word, low in DECADES.items()}, **AGE_WORDS}
#: The only decade that goes on: a « centenaire » may be 112.
_OPEN = 100


@dataclass(frozen=True, slots=True)
class InDecade:
    """A word for a decade of age, or one that bounds an age, the age that the text gives or implies, and where both are written."""

    word: str
    age: int
    evidence: tuple[tuple[Span, str], ...]

    @property
    def low(self) -> int:
        """The first age of the decade."""
        return _BOUNDS[self.word][0]

    @property
    def high(self) -> int:
        """The last age of the decade."""
        return _BOUNDS[self.word][1]

    @property
    def agrees(self) -> bool:
        """True when the age lies in the decade."""
        if self.word in AGE_WORDS:
            return self.low <= self.age <= self.high + 1 or self.age > OTHER_WORD.get(self.word, self.age)
        return self.low <= self.age <= self.high or (self.low == _OPEN and self.age >= _OPEN)


@cache
def _before() -> re.Pattern[str]:
    whose = r"(?:(?:du|de|des|d'une?|de\s(?:la|cet|cette|ce)|de\sl')\s?)"
    bounded = "|".join(sorted(AGE_WORDS, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<word>{_WORDS}),?\s(?:âgée?\s)?(?:de\s(?:seulement\s)?|\()?$"
        rf"|\b(?P<whose>{whose})?(?P<bounded>{bounded})(?P<aged>,?\sâgée?)?\sde\s(?:seulement\s)?$",
        re.I,
    )


@cache
def _after() -> re.Pattern[str]:
    # « à 72 ans, la septuagénaire »
    return re.compile(
        rf",\s(?:le|la|l'|ce|cette|cet)\s?(?:alerte\s|jeune\s|fringante?\s)?(?P<word>{_WORDS})(?!\w)", re.I
    )


@cache
def _person() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:(?:le|la|ce|cette)\s(?:\w+\s)?|l'|cet\s)|(?P<aside>,\s))(?P<word>{_WORDS})(?!\w)", re.I
    )


def in_decade(article: Article) -> Iterator[InDecade]:
    """Every age that a word for its decade goes with, and every decade that a birth and a date have left behind, or that no one born then has reached yet."""
    prose = article.text.prose
    if not any(map(lowered(prose).__contains__, _BOUNDS)):
        return
    for age in ages(article):
        match = _before().search(prose, max(0, age.span.start - 40), age.span.start)
        if match and match["bounded"]:
            # « le père de l'adolescent, âgé de 45 ans »: the age of someone else
            if not (match["whose"] and match["aged"]):
                span = Span(match.start("bounded"), age.span.end)
                yield InDecade(match["bounded"].lower(), age.value, ((span, "âge"),))
            continue
        match = match or _after().match(prose, age.span.end)
        if match is not None:
            span = Span(min(age.span.start, match.start("word")), max(age.span.end, match.end("word")))
            yield InDecade(match["word"].lower(), age.value, ((span, "âge"),))
    yield from _in_groups(prose)
    for match in scan(_person(), prose):
        yield from _outgrown(article, match)


@cache
def _bounded() -> frozenset[str]:
    """What `_group` begins with."""
    return frozenset(f"{word}s" for word in (*DECADES, *AGE_WORDS))


@cache
def _group() -> re.Pattern[str]:
    # « deux mineurs, âgés de 16 et 19 ans », « trois quinquagénaires de 51 à 62 ans »
    bounded = "|".join(sorted((*DECADES, *AGE_WORDS), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<word>{bounded})s,?\s(?:\w+,?\s)?(?:âgée?s\s)?(?:(?:respectivement\s)?de\s|\(|entre\s)"
        r"(?P<ages>\d{1,2}(?:\sans)?(?:,\s\d{1,2}(?:\sans)?)*\s(?:et|à)\s\d{1,2})\sans\b(?!\s(?:de|d'))",
        re.I,
    )


@cache
def _told_after() -> re.Pattern[str]:
    # « âgés de 16 et 19 ans, tous deux mineurs »
    bounded = "|".join(sorted((*DECADES, *AGE_WORDS), key=len, reverse=True))
    return re.compile(
        r"\bâgée?s\s(?:respectivement\s)?de\s(?P<ages>\d{1,2}(?:\sans)?(?:,\s\d{1,2}(?:\sans)?)*\s(?:et|à)\s\d{1,2})\sans,?\s"
        rf"(?:tous|toutes)(?:\s(?:les\s)?(?:deux|trois|quatre|cinq))?\s(?P<word>{bounded})s\b",
        re.I,
    )


#: What `_told_after` begins with.
_AGED = frozenset(("âgés", "âgées"))


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"\d+")


def _in_groups(prose: str) -> Iterator[InDecade]:
    """The ages of several people whom one word bounds."""
    text = lowered(prose)
    for match in (*opened(_group(), _bounded(), text), *opened(_told_after(), _AGED, text)):
        word = match["word"].lower()
        figures = list(_years().finditer(prose, *match.span("ages")))
        if word in LOOSE_AGES and " à " in match["ages"]:
            low, high = AGE_WORDS[word]
            if any(low <= int(figure[0]) <= high for figure in figures):
                continue  # « des bambins de 6 à 10 ans »: a word that has no firm bounds fits some of them
        for figure in figures:
            evidence = ((Span(*match.span("word")), "âge"), (Span(*figure.span()), "âge"))
            yield InDecade(word, int(figure[0]), evidence)


def _outgrown(article: Article, match: re.Match[str]) -> Iterator[InDecade]:
    """« Née en 1941, la sexagénaire a été élue en 2014 »: she was past seventy by then, whenever this is told."""
    prose, word = article.text.prose, Span(*match.span("word"))
    sentence = sentence_around(prose, word)
    here = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
    born = births(prose, sentence, here)
    if len(here) != 2 or len(born) != 1:
        return
    if match["aside"] and not one_person(article, sentence):
        return
    last = next(d for d in here if d is not born[0])
    youngest = (last.year or 0) - (born[0].year or 0) - 1
    name = match["word"].lower()
    unborn = (born[0].year or 0) + DECADES[name] > LATEST >= (last.year or 0)
    if unborn or (youngest > DECADES[name] + 9 and DECADES[name] != _OPEN):
        yield InDecade(name, youngest, ((born[0].span, "date"), (word, "âge"), (last.span, "date")))
