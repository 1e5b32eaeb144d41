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
from relecture.fr.entity_words import ORG_NOUNS
from relecture.openings import tokens
from relecture.text import lowered

#: How many words a function may take: « directrice générale adjointe chargée de la transition énergétique ».
LONGEST = 14
_ROLE_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]+(?:-[^\W\d_]+)*")
#: « premier adjoint », « Première ministre »: the rank is part of the title.
_RANK = re.compile(r"\b(?:[Pp]remi(?:er|ère)|[Ss]econde?|[Dd]euxième|\d(?:er|re|e)) $")
#: « de la société », « du club », against « responsable d'agence », which is part of the title.
_DEFINITE = re.compile(r"(?: |')(?:la |le |l'|du |au |son |sa |leur |notre |cette |ce )$")
#: « ministre de l'Industrie et de l'Énergie »: the complement goes on.
_AND_OF = re.compile(r"et (?:de |du |des |d')")
_ADJECTIVES = frozenset(fr.MARKERS_AFTER) | fr.ROLE_ADJECTIVES
_BODIES = fr.ROLE_BODIES | ORG_NOUNS
_AFTER_QUOTE = re.compile(r"[»”\"],? $")
#: « maire (PS) de Dole », « maire sans étiquette de Dole »: a party between the noun and its complement.
_PARTY = re.compile(r" (?:\([A-ZÉ][^()\n]{1,20}\)|\(?sans étiquette\)?)(?= (?:de |du |des |d'|à |au ))")
#: « directeur de Telmo »: one word after « de » names a house, whatever it was taken for.
_OF = re.compile(r"(?: de | d'| chez )$")
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
#: Between a function and the person that follows: since when, a comma at most, then a civility.
_BEFORE_PERSON = re.compile(
    r"(?: depuis [^,.;:()\n]{2,24}(?=,))?,? "
    r"(?:(?:l[ae] )?(?:M\.|Mme|Mlle|Mgr|Me|Dre?|Pre?|professeure?|docteure?) )?"
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A function read in the text: its offsets, and the person and organisation mentions it links.

    The title is the text from ``start`` to ``title_end``.
    """

    start: int
    title_end: int
    end: int
    person: Candidate
    organisation: Candidate | None
    marker: str | None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A function and its complement, ``noun`` to ``end``; ``opening`` is where its article or marker begins.

    The title ends earlier (``title_end``) when the complement is a place, an organisation, or the common
    noun of one: « maire de Lannion », « PDG de Brumelec », « présidente de la coopérative ».
    """

    opening: int
    noun: int
    title_end: int
    end: int
    organisation: Candidate | None


def read_roles(page: Page, candidates: Sequence[Candidate]) -> list[RoleMention]:
    """The functions that *page* gives to the PER candidates, in text order."""
    starts = {c.start: c for c in candidates}
    ends = {c.end: c for c in candidates if c.label == "PER"}
    found: list[RoleMention] = []
    held: set[int] = set()
    for chain in _chains(page, candidates, starts):
        person = _holder(page.text, chain, starts, ends, held)
        if person is None:
            continue
        if person.start > chain[0].noun:
            held.add(person.end)
            chain = [phrase for phrase in chain if not _is_civility(page.text, phrase, person)]
        shared = chain[-1].organisation if chain else None
        found += [_mention(page.text, phrase, person, phrase.organisation or shared) for phrase in chain]
    return found


def _chains(
    page: Page, candidates: Sequence[Candidate], starts: dict[int, Candidate]
) -> Iterator[list[_Phrase]]:
    """Functions of one person, joined by « et »: « cofondateur et directeur scientifique de X »."""
    spans = [(c.start, c.end) for c in candidates]
    chain: list[_Phrase] = []
    until = 0
    for noun in _nouns(page.text):
        if noun < until or _inside(spans, noun):
            continue
        phrase = _phrase(page, noun, starts)
        if noun in starts or _is_verb(page.text, phrase, starts):
            continue
        until = phrase.end
        if chain and page.text[chain[-1].end : phrase.opening] not in (" et ", " et"):
            yield chain
            chain = []
        chain.append(phrase)
    if chain:
        yield chain


def _is_verb(text: str, phrase: _Phrase, starts: dict[int, Candidate]) -> bool:
    """« … », juge X · , juge X · X, élue en 2021: the same word is a verb or a participle there."""
    word = text[phrase.noun : phrase.end].lower()
    if word.startswith(("élu ", "élue ")):
        return phrase.opening == phrase.noun
    if not word.startswith(fr.ALSO_VERBS):
        return False
    incise = phrase.opening == phrase.noun and phrase.end + 1 in starts and text.endswith(", ", 0, phrase.noun)
    return incise or _AFTER_QUOTE.search(text, max(phrase.noun - 4, 0), phrase.noun) is not None


def _is_civility(text: str, phrase: _Phrase, person: Candidate) -> bool:
    """« le professeur X », « la docteure X »: a form of address, not a function."""
    alone = person.start - phrase.end == 1 and phrase.organisation is None
    return alone and text[phrase.noun : phrase.end].lower() in fr.ADDRESSES


def _nouns(text: str) -> Iterator[int]:
    for start, noun in tokens(_ROLE_WORD, _is_function, lowered(text)):
        if noun in fr.ROLE_NOUNS:
            rank = _RANK.search(text, max(start - 12, 0), start)
            yield rank.start() if rank else start
        else:
            yield start + 3


def _is_function(word: str) -> bool:
    return word.removeprefix("ex-") in fr.ROLE_NOUNS


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """True when *at* is within one of *spans* (in text order), past its first character."""
    index = bisect.bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and spans[index][0] < at < spans[index][1]


def _phrase(page: Page, noun: int, starts: dict[int, Candidate]) -> _Phrase:
    """The function at *noun* with its complement, up to a verb, a clause, punctuation or a person."""
    text = page.text
    at, organisation, title_end = noun, None, None
    for _ in range(LONGEST):
        if party := _PARTY.match(text, at):
            title_end, at = title_end or at, party.end()
        step = _STEP.match(text, at)
        if not step:
            break
        word_start = step.start() + (text[step.start()] == " ")
        candidate = starts.get(word_start)
        if candidate and candidate.label == "PER" and not _names_house(text, noun, candidate):
            break
        word = text[word_start : step.end()].lower()
        if candidate or _ends_title(text, noun, word_start, word):
            title_end = title_end or at
        if candidate:
            if candidate.label == "ORG" and organisation is None:
                organisation = candidate
            at = candidate.end
            continue
        if (word in fr.ROLE_STOPS or word in ("m", "mme")) and not _AND_OF.match(text, word_start):
            break
        if word_start in page.verbs and word_start > noun and word not in _ADJECTIVES:
            break
        at = step.end()
    end = _without_links(text, noun, at)
    opening = _OPENING.search(text, max(noun - 40, 0), noun)
    return _Phrase(
        opening=opening.start() if opening else noun,
        noun=noun,
        title_end=_without_links(text, noun, title_end) if title_end else end,
        end=end,
        organisation=organisation,
    )


def _names_house(text: str, noun: int, candidate: Candidate) -> bool:
    """True for one capitalised word that the function governs: « directrice commerciale de Telmo »."""
    return " " not in text[candidate.start : candidate.end] and bool(_OF.search(text, noun, candidate.start))


def _ends_title(text: str, noun: int, at: int, word: str) -> bool:
    """The title stops before « (de) la société », « (du) club », and before what its holder is in charge of."""
    if word in ("chargé", "chargée"):
        return at > noun
    return word in _BODIES and _DEFINITE.search(text, noun, at) is not None


def _without_links(text: str, start: int, end: int) -> int:
    """*end* moved back over trailing « de », « la », « l' »…"""
    while True:
        words = re.search(r" (?:(\S+?) ?|(\S*'))$", text[start:end])
        if not words or (words.group(1) or words.group(2) or "").lower() not in fr.ROLE_LINKS:
            return end
        end = start + words.start()


def _holder(
    text: str,
    chain: Sequence[_Phrase],
    starts: dict[int, Candidate],
    ends: dict[int, Candidate],
    held: set[int],
) -> Candidate | None:
    before = _person_before(text, chain[0].opening, ends)
    after = _person_after(text, chain[-1].end, starts)
    if before and after:
        # « le maire, X, le préfet, Y » and « chez X, l'économiste Y » against « X, PDG de A, Y, PDG de B ».
        adjacent = after.start - chain[-1].end == 1
        return after if before.end in held or adjacent else before
    return before or after


def _person_before(text: str, opening: int, ends: dict[int, Candidate]) -> Candidate | None:
    gap = _AFTER_PERSON.search(text, max(opening - 24, 0), opening)
    return ends.get(gap.start()) if gap else None


def _person_after(text: str, end: int, starts: dict[int, Candidate]) -> Candidate | None:
    gap = _BEFORE_PERSON.match(text, end)
    found = starts.get(gap.end()) if gap else None
    return found if found and found.label == "PER" else None


def _mention(text: str, phrase: _Phrase, person: Candidate, organisation: Candidate | None) -> RoleMention:
    start, end = phrase.noun, phrase.title_end
    marker = None
    if before := _MARKER.search(text, phrase.opening, start):
        marker, start = fr.MARKERS_BEFORE[before.group(1).lower()], before.start()
    title = text[start:end]
    if marker is None:
        marker = next((name for word, name in fr.MARKERS_AFTER.items() if f" {word}" in title), None)
    if marker is None and title.lower().startswith(fr.SHARED):
        marker = "co-"
    return RoleMention(start, end, phrase.end, person, organisation, marker)
