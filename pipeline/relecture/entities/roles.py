"""Functions held by people, where the text says so.

Read from appositions: « le PDG d'OpenAI, Sam Altman », « X, ministre de l'Énergie », « X (PDG de Y) »,
« X est le maire de Z ». The title is what the function is called, without the organisation when that is
a named one: title « PDG », organisation « OpenAI »; title « ministre de l'Énergie », no organisation. A
marker before the noun is part of the title (« ancien maire ») and reported apart as well.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relecture.entities.candidates import Candidate, Page
from relecture.fr import role_words as fr

#: How many words a function may take: « directrice générale adjointe chargée de la transition énergétique ».
LONGEST = 14
_ROLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: « premier adjoint », « Première ministre »: the rank is part of the title.
_RANK = re.compile(r"\b(?:[Pp]remi(?:er|ère)|[Ss]econde?|[Dd]euxième|\d(?:er|re|e)) $")
_STEP = re.compile(r" ?(?:[ldLD]'|[^\s,.;:()«»“”\"!?\n']+'?)")
_OPENING = re.compile(
    r"(?:(?:l'|d'|le |la |les |un |une |son |sa |leur |nouveau |nouvelle |actuel(?:le)? |ancien(?:ne)? "
    r"|future? |ex-|feu |jeune |célèbre ){1,4})$",
    re.IGNORECASE,
)
#: A marker right before the noun: « ancien maire », « ex-ministre », « futur premier adjoint ».
_MARKER = re.compile(
    "(" + "|".join(sorted(fr.MARKERS_BEFORE, key=len, reverse=True)) + r")[ -]?(?:jeune )?$", re.IGNORECASE
)
#: Between a person and the function that follows: « X, », « X ( », « X est », « X, qui est », « X, nommé ».
_AFTER_PERSON = re.compile(
    r"(?:, | \(|, (?:qui est|devenue?|nommée?|élue?|alors) "
    r"| (?:est|était|reste|devient|demeure|a été (?:nommé|élu)e?|est (?:nommé|élu)e?) )$"
)
#: Between a function and the person that follows: a comma at most, then a civility.
_BEFORE_PERSON = re.compile(r",? (?:(?:M\.|Mme|Mlle|Me|Dr|Pr) )?")


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A function read in the text: its offsets, and the person and organisation mentions it links."""

    title: str
    start: int
    end: int
    person: Candidate
    organisation: Candidate | None
    marker: str | None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A function and its complement: ``noun`` to ``end``; ``opening`` is where its article or marker begins."""

    opening: int
    noun: int
    end: int
    organisation: Candidate | None


def read_roles(page: Page, candidates: Sequence[Candidate]) -> list[RoleMention]:
    """The functions that *page* gives to the PER candidates, in text order."""
    starts = {c.start: c for c in candidates}
    ends = {c.end: c for c in candidates if c.label == "PER"}
    spans = sorted((c.start, c.end) for c in candidates)
    found: list[RoleMention] = []
    held: set[int] = set()
    until = 0
    for noun in _nouns(page.text):
        if noun < until or _inside(spans, noun):
            continue
        phrase = _phrase(page, noun, starts)
        person = _holder(page.text, phrase, starts, ends, held)
        if person is None:
            continue
        until = phrase.end
        if person.start > noun:
            held.add(person.end)
        found.append(_mention(page.text, phrase, person))
    return found


def _nouns(text: str) -> Iterator[int]:
    for word in _ROLE_WORD.finditer(text):
        lower = word.group().lower()
        if lower in fr.ROLE_NOUNS:
            rank = _RANK.search(text, max(word.start() - 12, 0), word.start())
            yield rank.start() if rank else word.start()
        elif lower.startswith("ex-") and lower[3:] in fr.ROLE_NOUNS:
            yield word.start() + 3


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect.bisect_right(spans, (at, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] < at < spans[index][1]


def _phrase(page: Page, noun: int, starts: dict[int, Candidate]) -> _Phrase:
    """The function at *noun* with its complement, up to a verb, a clause, punctuation or a person."""
    text = page.text
    at, organisation = noun, None
    for _ in range(LONGEST):
        step = _STEP.match(text, at)
        if not step:
            break
        word_start = step.start() + (text[step.start()] == " ")
        candidate = starts.get(word_start)
        if candidate and candidate.label == "PER":
            break
        if candidate:
            if candidate.label == "ORG" and organisation is None:
                organisation = candidate
            at = candidate.end
            continue
        word = text[word_start : step.end()].lower()
        if word in fr.ROLE_STOPS or word_start in page.verbs or word in ("m", "mme"):
            break
        at = step.end()
    opening = _OPENING.search(text, max(noun - 40, 0), noun)
    return _Phrase(opening.start() if opening else noun, noun, _without_links(text, noun, at), organisation)


def _without_links(text: str, start: int, end: int) -> int:
    """*end* moved back over trailing « de », « la », « l' »…"""
    while True:
        words = re.search(r" (?:(\S+?) ?|(\S*'))$", text[start:end])
        if not words or (words.group(1) or words.group(2) or "").lower() not in fr.ROLE_LINKS:
            return end
        end = start + words.start()


def _holder(
    text: str, phrase: _Phrase, starts: dict[int, Candidate], ends: dict[int, Candidate], held: set[int]
) -> Candidate | None:
    before = _person_before(text, phrase.opening, ends)
    after = _person_after(text, phrase.end, starts)
    if before and after:
        # « le maire, X, le préfet, Y » against « X, PDG de A, Y, PDG de B ».
        return after if before.end in held else before
    return before or after


def _person_before(text: str, opening: int, ends: dict[int, Candidate]) -> Candidate | None:
    gap = _AFTER_PERSON.search(text, max(opening - 24, 0), opening)
    return ends.get(gap.start()) if gap else None


def _person_after(text: str, end: int, starts: dict[int, Candidate]) -> Candidate | None:
    gap = _BEFORE_PERSON.match(text, end)
    found = starts.get(gap.end()) if gap else None
    return found if found and found.label == "PER" else None


def _mention(text: str, phrase: _Phrase, person: Candidate) -> RoleMention:
    start, end = phrase.noun, phrase.end
    marker = None
    if before := _MARKER.search(text, phrase.opening, start):
        marker, start = fr.MARKERS_BEFORE[before.group(1).lower()], before.start()
    title = text[start:end]
    if phrase.organisation:
        title = text[start : _without_links(text, start, phrase.organisation.start)].rstrip()
    for word, name in fr.MARKERS_AFTER.items():
        if title.endswith(f" {word}"):
            marker, title = name, title.removesuffix(f" {word}")
    if marker is None and title.lower().startswith(fr.SHARED):
        marker = "co-"
    return RoleMention(" ".join(title.split()), start, end, person, phrase.organisation, marker)
