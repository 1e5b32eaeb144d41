"""Reading « Marc Delorne, PDG d'EDF », « le maire de Dole, Jean Caron », « le capitaine Luc Perrin »."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.names import BEFORE_CAPITAL, bare, full_pattern, without_opening, word_pattern
from relecture.checks.prose import sentence_around, sentences
from relecture.fr.functions import CHANGED, EXCLUSIVE, LADDERS, MASCULINE, PARTIES, SHARED
from relecture.types import Span


@dataclass(frozen=True, slots=True)
class Held:
    """A function that the text gives to a person; ``title`` in the masculine, ``organisation`` folded or empty."""

    person: str
    title: str
    organisation: str
    span: Span
    person_span: Span
    changed: bool


@cache
def _ranks() -> tuple[str, ...]:
    return tuple(rank for ladder in LADDERS for rank in ladder)


@cache
def _person() -> str:
    civility = r"(?:(?:M\.|Mme|Mlle|Me|Dr|Pr)\s)?"
    return rf"{BEFORE_CAPITAL}{civility}(?P<person>{full_pattern()}|(?<=M\.\s){word_pattern()}|(?<=Mme\s){word_pattern()})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    titles = any_of((*EXCLUSIVE, *SHARED, *_ranks()))
    of = r"(?:\sde\s(?:la\s|l')|\sdes\s|\sdu\s|\sde\s|\sd'|\sà\s(?:la\s|l')|\saux?\s|\schez\s)"
    organisation = r"(?P<organisation>[^\s,;:.()«»!?][^,;:()«»!?\n]{0,60}?)"
    party = r"(?:\s\([^()\n]{1,20}\))?"  # « maire (PS) de Dole »
    before = r"(?<![\w-])(?P<title>" + titles + r")" + party
    return (
        # Marc Delorne, PDG d'EDF, …   (to the end of the apposition)
        re.compile(
            rf"{_person()}\s?,\s(?:(?:le|la|un|une|notre)\s|l')?{before}(?:{of}{organisation})?(?=\s?[,;:)(!?\n]|\.(?:\s|$)|\set\s|$)"
        ),
        # le PDG d'EDF, Marc Delorne   /   le PDG d'EDF Marc Delorne
        re.compile(rf"{before}{of}{organisation}\s?,?\s{_person()}(?![\w-])"),
        # le capitaine Luc Perrin, le maire, Luc Perrin
        re.compile(rf"(?:(?<=[lL][ea]\s)|(?<=[lL]')){before},?\s{_person()}(?![\w-])"),
        # le capitaine Perrin
        re.compile(
            rf"(?:(?<=[lL][ea]\s)|(?<=[lL]'))(?P<title>{any_of(LADDERS[0])})\s(?P<person>{word_pattern()})(?!\s?[\w-]*[A-ZÀ-Þ])(?![\w-])"
        ),
        # Marc Delorne (PDG d'EDF)
        re.compile(rf"{_person()}\s\({before}(?:{of}{organisation})?\)"),
    )


def held(prose: str) -> list[Held]:
    """Every function given to a person in *prose*, in text order."""
    found: dict[int, list[Held]] = defaultdict(list)
    places = _sentences_with_titles(prose)
    for pattern in _patterns() if places else ():
        for match in (m for s in places for m in pattern.finditer(prose, s.start, s.end)):
            item = _held(prose, match)
            if item is not None:
                found[item.span.start].append(item)
    # A list of people and functions reads both ways (« X, ministre de l'Intérieur Y »): it says nothing sure.
    sure = [items[0] for items in found.values() if len({h.person for h in items}) == 1]
    return sorted(sure, key=lambda h: h.span)


def _held(prose: str, match: re.Match[str]) -> Held | None:
    person = without_opening(match["person"])
    if person is None:
        return None
    span = Span(*match.span("title"))
    named = match.groupdict().get("organisation")
    if named:
        span = Span(span.start, match.end("organisation"))
    return Held(
        person=person,
        title=MASCULINE.get(match["title"], match["title"]),
        organisation=_folded(named or ""),
        span=span,
        person_span=Span(match.end("person") - len(person), match.end("person")),
        changed=_changed(prose, match),
    )


@cache
def _title_needles() -> tuple[str, ...]:
    """The functions without those that hold another: where one stands, so does the shorter."""
    titles = {*EXCLUSIVE, *SHARED, *_ranks()}
    return tuple(sorted(t for t in titles if not any(o != t and o in t for o in titles)))


def _sentences_with_titles(prose: str) -> list[Span]:
    """The sentences that name a function: the patterns are too dear to be tried on every word."""
    starts = set()
    for title in _title_needles():
        at = prose.find(title)
        while at >= 0:
            starts.add(at)
            at = prose.find(title, at + 1)
    if not starts:
        return []
    found = sorted(starts)
    return [s for s in sentences(prose) if bisect_left(found, s.start) < bisect_left(found, s.end)]


def _folded(organisation: str) -> str:
    return bare(re.sub(r"\s+", " ", organisation.strip()))


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(CHANGED)})(?!\w)|(?<!\w)ex-|(?<!\w)co-|\b(?:en|depuis|entre)\s(?:19|20)\d\d\b",
        re.I,
    )


def _changed(prose: str, match: re.Match[str]) -> bool:
    """True when the clause around says that the function is past, to come or shared."""
    sentence = sentence_around(prose, Span(match.start(), match.end()))
    start = max(sentence.start, match.start() - 60)
    return _markers().search(prose, start, min(sentence.end, match.end() + 60)) is not None


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"{_person()}\s\((?:[^()]{{0,30}},\s)?(?P<party>{'|'.join(sorted(PARTIES))})\)")


def parties(prose: str) -> Iterator[tuple[str, str, Span]]:
    """(person, party, span of both) for every « Luc Perrin (UDI) » of *prose*."""
    for match in _party().finditer(prose) if any(f"{p})" in prose for p in PARTIES) else ():
        person = without_opening(match["person"])
        if person is not None:
            yield person, match["party"], Span(match.start("person"), match.end())
