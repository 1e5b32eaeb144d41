"""Regular expressions that are tried where a word begins, not at every character.

The standard engine tries a pattern at each place of a text unless it begins with a letter of a few. These
functions say where to try: at the words that a pattern can begin with, looked up in the set of those of the
text, or at its possible first letters. The matches are those of ``\\b`` and the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache

from relecture.memo import kept

#: As many words are sooner sought one by one than in the set of those of the text, which has to be made.
_FEW = 12


def first_words(sources: Iterable[str]) -> frozenset[str]:
    """The first word of each string: what `opened` wants to know of a pattern that begins with one of them."""
    return frozenset(word[0] for word in map(_word().match, sources) if word)


def opened(pattern: re.Pattern[str], by: Set[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of *pattern* in *text* that begin with one of the words *by*, all that it can begin with.

    Few enough (`_FEW`), they may be phrases.
    """
    words = by if len(by) <= _FEW else by & _words(text)
    return matched(pattern, text, sorted([at for word in words for at in places(text, word)]))


def matched(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of *pattern* at *starts*, in text order; one that begins within another is left out."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def at_words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of *pattern*, which begins with a letter of a few (a capital), at the start of a word."""
    at = 0
    while match := pattern.search(text, at):
        start = match.start()
        if _in_word(text[max(start - 1, 0) : start]):
            at = start + 1
        else:
            yield match
            at = match.end()


def tokens(whole: re.Pattern[str], wanted: Callable[[str], bool], text: str) -> list[tuple[int, str]]:
    """The *wanted* tokens of *text* with their places, in order; *whole* matches a token at its start only.

    Each is asked about once, however often it stands: most of a text is looked at by the engine alone.
    """
    found = []
    for word in filter(wanted, set(whole.findall(text))):
        at = text.find(word)
        while at >= 0:
            match = whole.match(text, at)
            if match is not None and match.end() == at + len(word):
                found.append((at, word))
            at = text.find(word, at + len(word))
    return sorted(found)


def occurrences(text: str, part: str) -> Iterator[int]:
    """Every place where *part* stands in *text*, in words or across them."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def places(text: str, word: str) -> Iterator[int]:
    """Where *word* (or a phrase, which may end with an apostrophe) stands in *text* as whole words."""
    elided = not _in_word(word[-1:])
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _in_word(text[max(at - 1, 0) : at]) and (elided or not _in_word(text[end : end + 1])):
            yield at
        at = text.find(word, end)


def _in_word(char: str) -> bool:
    """True for a character of a word; the empty string is none."""
    return char.isalnum() or char == "_"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


@kept
def _words(text: str) -> frozenset[str]:
    return frozenset(_word().findall(text))
