"""Quotations and who speaks: « … », a déclaré X ; selon X, « … » ; « … », explique le maire.

The speaker is a named person or organisation, or the words of a function without a name (« un responsable
de RTE »). A pronoun (« a-t-il expliqué ») stands for the last person named before it in the paragraph
or the two before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relecture.fr import role_words as fr
from relecture.types import Entity, Label, Quote, Span, Text

_CLOSING = {"«": "»", "“": "”", "‹": "›", '"': '"'}
_MARKS = re.compile(r"[«»“”‹›\"]|\n[ \n]*")
#: How far from the marks a speaker may stand, in characters.
REACH = 160
#: How many line breaks back a pronoun may look for its person.
PARAGRAPHS_BACK = 3
#: « … », s'étrangle X: one word that ends like a verb, right between a comma and a person.
_ANY_VERB = re.compile(r", (?:s'|se )?[a-zà-ÿ]{2,}[etdc](?= )")
_LEAD = re.compile(r"[ ,]*(?:(?:M\.|MM\.|Mme|Mlle|Me|Dr|Pr) )?")


def read_quotes(text: Text, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """The quotations of *text*, marks included, each with its speaker where the text names one."""
    names = _Names(text, entities)
    spans = quotation_spans(text.prose)
    found = []
    for index, span in enumerate(spans):
        before = spans[index - 1].end if index else 0
        after = spans[index + 1].start if index + 1 < len(spans) else len(text.prose)
        room = Span(max(before, span.start - REACH), min(after, span.end + REACH))
        found.append(_attributed(text, span, room, sentences, names))
    return tuple(found)


# ---------------------------------------------------------------- the marks


def quotation_spans(prose: str) -> list[Span]:
    """Outermost quotations; one that is not closed in its paragraph ends with it and is left out.

    A « that opens each paragraph of a long quotation continues it.
    """
    found: list[Span] = []
    opened: int | None = None
    closing, depth = "", 0
    for mark in _MARKS.finditer(prose):
        sign = mark.group()
        if sign.startswith("\n"):
            if opened is not None and not prose.startswith(prose[opened], mark.end()):
                opened, depth = None, 0
        elif opened is None:
            if sign in _CLOSING and not _is_inch(prose, mark.start()):
                opened, closing, depth = mark.start(), _CLOSING[sign], 1
        elif sign == closing:
            depth -= 1
            if depth == 0:
                found.append(Span(opened, mark.end()))
                opened = None
        elif sign == prose[opened] and not _opens_line(prose, mark.start()):
            depth += 1
    return found


def _is_inch(prose: str, at: int) -> bool:
    """A straight mark after a digit: « un écran de 27" »."""
    return prose[at] == '"' and at > 0 and prose[at - 1].isdigit()


def _opens_line(prose: str, at: int) -> bool:
    return at == 0 or prose[at - 1] == "\n"


# ---------------------------------------------------------------- the speaker


@dataclass(frozen=True, slots=True)
class _Speaker:
    text: str
    span: Span
    entity: str | None


class _Names:
    """Mentions by where they start and end, and people in text order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self.raw = text.raw
        self.starts: dict[int, _Speaker] = {}
        self.ends: dict[int, _Speaker] = {}
        people: list[_Speaker] = []
        for entity in entities:
            if entity.label is Label.LOC:
                continue
            for mention in entity.mentions:
                speaker = _Speaker(mention.text, mention.span, entity.id)
                self.starts[mention.span.start] = self.ends[mention.span.end] = speaker
                if entity.label is Label.PER:
                    people.append(speaker)
        self.people = sorted(people, key=lambda s: s.span)
        self._people_at = [s.span.start for s in self.people]
        self._all_at = sorted(self.starts)

    def first_in(self, start: int, end: int) -> _Speaker | None:
        """The first mention that starts in ``start:end``."""
        at = bisect_left(self._all_at, start)
        found = self._all_at[at : at + 1]
        return self.starts[found[0]] if found and found[0] < end else None

    def subject_in(self, start: int, end: int) -> _Speaker | None:
        """The last person named in ``start:end``, or else the last organisation."""
        first, last = bisect_left(self._all_at, start), bisect_left(self._all_at, end)
        inside = [self.starts[at] for at in self._all_at[first:last]]
        return next((s for s in reversed(inside) if self.is_person(s)), inside[-1] if inside else None)

    def is_person(self, speaker: _Speaker) -> bool:
        """True when *speaker* is a PER mention."""
        at = bisect_left(self._people_at, speaker.span.start)
        return at < len(self.people) and self.people[at].span == speaker.span

    def last_person_before(self, at: int) -> _Speaker | None:
        """The last person named before *at*, at most three paragraphs back."""
        index = bisect_right(self._people_at, at - 1) - 1
        if index < 0:
            return None
        person = self.people[index]
        return person if self.raw.count("\n", person.span.end, at) <= PARAGRAPHS_BACK else None


def _attributed(text: Text, span: Span, room: Span, sentences: Sequence[Span], names: _Names) -> Quote:
    speaker = _after(text.prose, span, room, names) or _before(text.prose, span, room, sentences, names)
    if speaker is None:
        return Quote(span)
    return Quote(span, speaker.text, speaker.span, speaker.entity)


@dataclass(frozen=True, slots=True)
class _Patterns:
    incise: re.Pattern[str]
    verb_after: re.Pattern[str]
    source: re.Pattern[str]
    verb_before: re.Pattern[str]
    function: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    present = "(?:" + "|".join(sorted(fr.SPEECH_PRESENT, key=len, reverse=True)) + ")"
    past = "(?:" + "|".join(sorted(fr.SPEECH_PAST, key=len, reverse=True)) + ")(?:e|s|es)?"
    auxiliary = r"(?:a|ont|avait|avaient|aurait|s'est|s'était|se sont|est)"
    source = "(?:" + "|".join(fr.SOURCE_PREPOSITIONS) + ")"
    days = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    adverb = rf"(?: (?:ainsi|aussi|encore|toutefois|même|notamment|également|alors|déjà|{days}))?"
    head = "|".join(sorted((re.escape(noun) for noun in fr.ROLE_NOUNS), key=len, reverse=True))
    return _Patterns(
        incise=re.compile(
            rf"[ ,]*(?:{auxiliary}-(?:t-)?(?P<past>il|elle|ils|elles){adverb} {past}"
            rf"|{present}-(?:t-)?(?P<now>il|elle|ils|elles))\b"
        ),
        verb_after=re.compile(
            rf"[ ,–—-]*(?:{present}-t-on (?:chez|à|au|à la|du côté de) "
            rf"|(?:{auxiliary}{adverb} {past}|{present}){adverb}\b[ ,]*)"
        ),
        source=re.compile(rf"[ ,]*\b{source}(?= |$)", re.IGNORECASE),
        verb_before=re.compile(rf"\b(?:{auxiliary}{adverb} {past}|{present})\b"),
        function=re.compile(
            rf"(?:le |la |l'|les |un |une |son |sa |des )(?:ancien |ancienne |ex-|jeune )?(?:{head})\b"
            r"(?:(?: (?!qui|que|et|a|est)|')[\w'-]+){0,6}",
            re.IGNORECASE,
        ),
    )


def _after(prose: str, span: Span, room: Span, names: _Names) -> _Speaker | None:
    """« … », explique X · « … », a-t-il dit · « … », selon X."""
    patterns = _patterns()
    if found := patterns.incise.match(prose, span.end, room.end):
        person = names.last_person_before(span.start)
        return _Speaker(person.text, _pronoun(found), person.entity) if person else None
    opened = patterns.verb_after.match(prose, span.end, room.end) or patterns.source.match(
        prose, span.end, room.end
    )
    if opened:
        return _named(prose, opened.end(), room.end, names)
    verb = _ANY_VERB.match(prose, span.end, room.end)
    named = names.starts.get(_skip(prose, verb.end())) if verb else None
    return named if named and names.is_person(named) else None


def _pronoun(found: re.Match[str]) -> Span:
    return Span(*found.span("past" if found.group("past") else "now"))


def _named(prose: str, start: int, end: int, names: _Names) -> _Speaker | None:
    """Who stands right after a verb of speech: a name, a function and a name, or a function alone."""
    start = _skip(prose, start)
    stop = re.search(r"[.\n«“\"]|\b(?:que|qui|dans|lors|devant)\b", prose[start:end])
    end = start + stop.start() if stop else end
    function = _patterns().function.match(prose, start, end)
    name = names.first_in(start, end)
    if name and (name.span.start - start <= 5 or (function and 0 <= name.span.start - function.end() <= 3)):
        return name
    if function:
        span = Span(function.start(), function.end())
        inner = names.first_in(span.start, end)
        if inner and names.is_person(inner):
            return inner
        return _Speaker(span.of(names.raw), span, None)
    return None


def _skip(prose: str, at: int) -> int:
    """*at* moved over spaces, commas and a civility, whose point does not end the sentence."""
    found = _LEAD.match(prose, at)
    return found.end() if found else at


def _before(prose: str, span: Span, room: Span, sentences: Sequence[Span], names: _Names) -> _Speaker | None:
    """Selon X, « … » · X a déclaré : « … » · X : « … »."""
    sentence = next((s for s in sentences if s.start < span.end and span.start < s.end), None)
    start = max(room.start, sentence.start if sentence else prose.rfind("\n", 0, span.start) + 1)
    lead = prose[start : span.start]
    if found := _patterns().source.search(lead):
        return _named(prose, start + found.end(), span.start, names)
    verb = next(reversed(list(_patterns().verb_before.finditer(lead))), None)
    if verb is None and not lead.rstrip().endswith(":"):
        return None
    subject_end = start + (verb.start() if verb else len(lead))
    if name := names.subject_in(start, subject_end):
        return name
    function = _patterns().function.search(prose, start, subject_end)
    if function:
        return _Speaker(prose[function.start() : function.end()], Span(*function.span()), None)
    if verb and re.search(r"\b[Ii]l |\b[Ee]lle ", lead[: verb.start()]):
        return names.last_person_before(start)
    return None
