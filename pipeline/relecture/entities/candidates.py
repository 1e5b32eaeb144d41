"""What the corrections work on: candidate mentions over one folded text.

A correction is a function ``(Page, list[Candidate]) -> list[Candidate]``; they are listed, in order, in
`relecture.entities.corrections`, so that each can be measured alone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Origin(StrEnum):
    """What made a candidate what it is; the last correction that changed the label wins."""

    MODEL = "model"
    CUE = "cue"
    GAZETTEER = "gazetteer"
    VOTE = "vote"
    PROPAGATED = "propagated"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention: offsets in the text, label (PER, ORG, LOC or MISC) and what proposed it."""

    start: int
    end: int
    label: str
    origin: Origin = Origin.MODEL

    def overlaps(self, start: int, end: int) -> bool:
        """True when the candidate shares a character with ``start:end``."""
        return self.start < end and start < self.end


@dataclass(frozen=True)
class Page:
    """The folded text of an article, and what the tagger says of its words where it ran.

    ``proper`` and ``verbs`` are the offsets of the proper nouns (``None``: no tagger ran) and of the verbs.
    """

    text: str
    proper: frozenset[int] | None = None
    verbs: frozenset[int] = frozenset()

    @cached_property
    def headline_end(self) -> int:
        """The offset of the first line break; 0 when the text is one paragraph."""
        return max(self.text.find("\n"), 0)

    def is_proper(self, start: int) -> bool:
        """True when the word at *start* is tagged as a proper noun; untagged, when it opens no sentence."""
        return not self.opens_sentence(start) if self.proper is None else start in self.proper

    def opens_sentence(self, start: int) -> bool:
        """True when only spaces, quotes or brackets stand between *start* and a sentence end or line start."""
        before = self.text[max(start - 4, 0) : start].rstrip(" \"«“‹(-–—'")
        return not before or before[-1] in ".!?…\n:;"


Correction = Callable[[Page, Sequence[Candidate]], list[Candidate]]

_UPPER = "A-ZÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÁÍÓÚÑØÅ"
#: A capitalised word, with inner hyphens, apostrophes and digits (« Saint-Aubin », « L'Oréal », « EDF »). The
#: parts are bounded: « A-A-A-… » would otherwise be read again from each of its capitals.
WORD = rf"[{_UPPER}]\w*+(?:[-'&]\w++){{0,8}}+"
#: One to five capitalised words in a row (« Helion Energy », « Bouygues Construction »).
NAME = rf"{WORD}(?:(?: | & ){WORD}){{0,4}}"
WORD_PATTERN = re.compile(WORD)


def page_of(doc: Doc, text: str | None = None) -> Page:
    """The `Page` of a spaCy document; *text* is its text folded, when the caller has it."""
    from spacy import symbols

    from relecture.text import fold

    folded = fold(doc.text) if text is None else text
    # Whole columns at once: a Python loop over the tokens would cost as much as all the corrections.
    columns = doc.to_array(["IDX", "POS"])
    if not columns[:, 1].any():
        return Page(folded)
    proper = columns[columns[:, 1] == symbols.PROPN, 0]
    verbs = columns[(columns[:, 1] == symbols.VERB) | (columns[:, 1] == symbols.AUX), 0]
    return Page(folded, frozenset(proper.tolist()), frozenset(verbs.tolist()))


def from_doc(doc: Doc) -> list[Candidate]:
    """The entities of *doc* as candidates, in text order."""
    return [Candidate(e.start_char, e.end_char, e.label_) for e in doc.ents]


class Taken:
    """Which characters of a text are already part of something; constant cost a character."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def free(self, start: int, end: int) -> bool:
        """True when no character of ``start:end`` is taken."""
        return not any(self._marks[start:end])

    def take(self, start: int, end: int) -> None:
        """Mark ``start:end`` as taken."""
        self._marks[start:end] = b"\x01" * (end - start)


def without_overlaps(page: Page, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in text order; of those that overlap, the longest is kept, then the first."""
    taken = Taken(len(page.text))
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        if taken.free(candidate.start, candidate.end):
            taken.take(candidate.start, candidate.end)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


class Board:
    """Candidates that do not overlap, looked up by place and replaced in place."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._items = sorted(candidates, key=lambda c: c.start)

    def over(self, start: int, end: int) -> list[Candidate]:
        """The candidates that overlap ``start:end``, in text order."""
        return self._items[self._places(start, end)]

    def put(self, candidate: Candidate) -> None:
        """Add *candidate*, in place of whatever it overlaps."""
        self._items[self._places(candidate.start, candidate.end)] = [candidate]

    def _places(self, start: int, end: int) -> slice:
        first = bisect.bisect_right(self._items, start, key=lambda c: c.end)
        last = bisect.bisect_left(self._items, end, lo=first, key=lambda c: c.start)
        return slice(first, last)

    def items(self) -> list[Candidate]:
        """All the candidates, in text order."""
        return list(self._items)


def relabelled(candidate: Candidate, label: str, origin: Origin) -> Candidate:
    """*candidate* with another label, when it differs."""
    return candidate if candidate.label == label else replace(candidate, label=label, origin=origin)
