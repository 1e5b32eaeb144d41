"""Sentences, paragraphs and words of an article's prose, found by punctuation alone.

Checks need boundaries that do not change with the model: a sentence ends where a French typesetter
would say it does. Everything is computed once per text and shared by the checks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from relecture.fr.words import words
from relecture.memo import kept
from relecture.text import lowered
from relecture.types import Span

#: Abbreviations that end with a full stop without ending a sentence.
_ABBREVIATIONS = words(
    "m mm mme mlle mgr dr pr me st ste art av bd cf chap ch p pp fig etc env ex hab min max n no nos vol "
    "tél tel éd ed coll dir dép dept al resp approx jr sr janv févr fév avr juil sept oct nov déc"
)
_LONGEST = max(map(len, _ABBREVIATIONS))


@cache
def _end_of_sentence() -> re.Pattern[str]:
    # A stop, what closes after it, then space and an opening: capital, figure, dash or quotation mark. The first
    # sign stands alone, not in a repeat: the engine leaps to it.
    return re.compile(
        r"(?P<stop>[.!?…][.!?…]{0,3}[»”\"')\]]{0,2}(?:\ [»”\"])?)\s+"
        r"(?=(?:[—–-]\s)?[«“\"'(\[]?\s?[A-ZÀ-ÖØ-ÞŒ0-9])"
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_]+)$")


@kept
def paragraphs(prose: str) -> tuple[Span, ...]:
    """The non-empty lines of *prose*, stripped."""
    found = []
    at = 0
    for line in prose.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append(Span(start, start + len(stripped)))
        at += len(line)
    return tuple(found)


@kept
def sentences(prose: str) -> tuple[Span, ...]:
    """The sentences of *prose*, in order; none crosses a line break."""
    found = []
    for paragraph in paragraphs(prose):
        start = paragraph.start
        for match in _end_of_sentence().finditer(prose, paragraph.start, paragraph.end):
            if _abbreviated(prose, start, match):
                continue
            found.append(Span(start, match.end("stop")))
            start = match.end()
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)


def _abbreviated(prose: str, start: int, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return False
    word = _last_word().search(prose, max(start, match.start() - _LONGEST - 1), match.start())
    if word is None:
        return False
    return word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper())


def holding(prose: str, words: Iterable[str]) -> list[Span]:
    """The sentences of *prose* that hold one of *words* (lower case, in any part of a word), in order."""
    text, found = lowered(prose), set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            sentence = sentence_around(prose, Span(at, at + 1))
            found.add(sentence)
            at = text.find(word, max(sentence.end, at + 1))
    return sorted(found)


def matching(
    prose: str, words: Iterable[str], pattern: re.Pattern[str]
) -> Iterator[tuple[Span, re.Match[str]]]:
    """The matches of *pattern* within the sentences of *prose* that hold one of *words*, each with its sentence."""
    for sentence in holding(prose, words):
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            yield sentence, match


def sentence_around(prose: str, span: Span) -> Span:
    """The sentence that holds the start of *span*; *span* itself when none does."""
    return _holding(sentences, prose, span)


def following(prose: str, sentence: Span) -> Span:
    """The sentence after *sentence* in its paragraph; *sentence* itself when it is the last."""
    found = sentences(prose)
    at = bisect_right(found, sentence.start, key=lambda s: s.start)
    return found[at] if at < len(found) and "\n" not in prose[sentence.end : found[at].start] else sentence


def with_next(prose: str, sentence: Span) -> Span:
    """*sentence* and the next one of its paragraph."""
    return Span(sentence.start, following(prose, sentence).end)


def preceding(prose: str, sentence: Span) -> Span:
    """The sentence before *sentence* in its paragraph; *sentence* itself when it is the first."""
    found = sentences(prose)
    at = bisect_right(found, sentence.start, key=lambda s: s.start) - 2
    return found[at] if at >= 0 and "\n" not in prose[found[at].end : sentence.start] else sentence


def paragraph_around(prose: str, span: Span) -> Span:
    """The paragraph that holds the start of *span*; *span* itself when none does."""
    return _holding(paragraphs, prose, span)


@kept
def _index(cut: Callable[[str], tuple[Span, ...]], prose: str) -> tuple[tuple[Span, ...], list[int]]:
    """The blocks that *cut* makes of *prose*, and where each begins."""
    blocks = cut(prose)
    return blocks, [block.start for block in blocks]


def _holding(cut: Callable[[str], tuple[Span, ...]], prose: str, span: Span) -> Span:
    blocks, starts = _index(cut, prose)
    at = bisect_right(starts, span.start) - 1
    return blocks[at] if at >= 0 and span.start < blocks[at].end else span
