"""What the sentence says of a quantity: what it measures, over which period, and whether it is a fact.

With the tokens of the French model the answers follow the dependency parse; without them (or where the
parse has nothing to say) they come from the words just before and after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from relecture.quantities.syntax import Parse, measured_by_parse
from relecture.quantities.table import data
from relecture.types import Measured, Modality, Quantity, Span, Text, Token

_FUTURE = re.compile(
    r"(?<!\w)(?!front\b|caméra\b|opéra\b)[^\W\d_]{2,}(?:era|ira|rra|dra|ra|eront|iront|ront)(?!\w)"
)
_CONDITIONAL = re.compile(
    r"(?<!\w)(?!(?:ext|ret|dist|att|port|abst|sous|cont|t)rait\b)[^\W\d_]{2,}r(?:ait|aient)(?!\w)"
)
_NEGATED = re.compile(r"(?<!\w)(?:ne |n')[^.;:!?]{1,40}? (?:pas|plus|jamais|guère)(?: [^\W\d_]+){0,3} ?$", re.I)
_BUT_NOT = re.compile(r"(?<!\w)(?:et non(?: pas)?|mais pas|pas) (?:de |d')?$", re.I)
_CLAUSE = re.compile(r"[;:()]| mais | tandis que | alors que ")
_QUOTES = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]{1,600}\"")


def enrich(
    quantities: Sequence[Quantity], *, text: Text, sentences: Sequence[Span], tokens: Sequence[Token]
) -> tuple[Quantity, ...]:
    """*quantities* of *text* with ``measures``, ``period`` and ``modality`` filled in.

    *tokens* are those of the whole text, in order, or empty when there is no parse.
    """
    parse = Parse(tokens)
    starts = [s.start for s in sentences]
    quoted = [Span(*m.span()) for m in _QUOTES.finditer(text.prose)]
    done = []
    for quantity in quantities:
        at = bisect_right(starts, quantity.span.start) - 1
        sentence = sentences[at] if at >= 0 else Span(0, len(text.prose))
        done.append(_enriched(quantity, text.prose, sentence, parse, quoted))
    return tuple(done)


def _enriched(quantity: Quantity, prose: str, sentence: Span, parse: Parse, quoted: Sequence[Span]) -> Quantity:
    verb = parse.verb_of(quantity.span)
    return replace(
        quantity,
        measures=measured_by_parse(quantity.span, parse) or _measured_by_words(quantity, prose, sentence),
        period=_period(quantity, prose, sentence),
        modality=_modality(quantity, prose, sentence, parse, verb, quoted),
    )


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    raw = data("context.toml")["nouns"]
    return frozenset(raw["magnitudes"].split()), frozenset(raw["things"].split())


def _measured_by_words(quantity: Quantity, prose: str, sentence: Span) -> Measured | None:
    """« une production annuelle de 50 GW »: the known noun nearest before, in the same clause."""
    before = prose[sentence.start : quantity.span.start]
    clause = list(_CLAUSE.finditer(before))
    offset = clause[-1].end() if clause else 0
    words = [(m, _singular(m[0].lower())) for m in re.finditer(r"[^\W\d_]+", before[offset:])]
    for nouns in _nouns():
        for match, lemma in reversed(words):
            if lemma in nouns:
                start = sentence.start + offset + match.start()
                return Measured(noun=match[0], lemma=lemma, span=Span(start, start + len(match[0])))
    return None


def _singular(word: str) -> str:
    known = any(word in nouns for nouns in _nouns())
    return word if known or not word.endswith("s") else word[:-1]


@lru_cache(maxsize=1)
def _periods() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{p})" for p in data("context.toml")["period"]["after"].split("\n") if p), re.I
    )


def _period(quantity: Quantity, prose: str, sentence: Span) -> str | None:
    """The first period after the quantity in its clause, else the last one before it in the sentence."""
    end = max(sentence.end, quantity.span.end)
    after = _CLAUSE.split(prose[quantity.span.end : end], maxsplit=1)[0]
    match = _periods().search(after)
    if match is not None:
        return match[0]
    before = list(_periods().finditer(prose, sentence.start, quantity.span.start))
    return before[-1][0] if before else None


def _modality(
    quantity: Quantity,
    prose: str,
    sentence: Span,
    parse: Parse,
    verb: int | None,
    quoted: Sequence[Span],
) -> Modality:
    before = prose[max(sentence.start, quantity.span.start - 120) : quantity.span.start]
    # « n'excédait pas 2 MW » is a bound, not a denial.
    bound = quantity.cue is not None
    if not bound and (
        _NEGATED.search(before) or _BUT_NOT.search(before) or (verb is not None and parse.negated(verb))
    ):
        return Modality.NEGATED
    if any(q.contains(quantity.span) for q in quoted):
        return Modality.QUOTED
    if verb is not None:
        mood = parse.mood(verb)
        if mood is not None:
            return mood
    clause = _CLAUSE.split(before)[-1]
    return _modality_by_words(clause, known=verb is not None)


@lru_cache(maxsize=1)
def _planned() -> re.Pattern[str]:
    stems = sorted(data("context.toml")["planned"]["words"].split(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?:\w{{0,4}})(?!\w)", re.I)


def _modality_by_words(clause: str, *, known: bool) -> Modality:
    """The mood of the last verb before the quantity, by its ending; words of planning count always."""
    if not known:
        conditional = list(_CONDITIONAL.finditer(clause))
        future = list(_FUTURE.finditer(clause))
        if conditional and (not future or conditional[-1].start() > future[-1].start()):
            return Modality.CONDITIONAL
        if future:
            return Modality.PLANNED
    return Modality.PLANNED if _planned().search(clause) else Modality.STATED
