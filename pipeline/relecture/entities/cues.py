"""Words around a name that say it is an organisation, whatever the model thought of it.

« la startup X », « le PDG de X », « un contrat avec X », « selon X », « X a annoncé » turn MISC, or
nothing at all, into ORG. Only the strongest cues (`_STRONG`) may take a name away from LOC; none
takes one away from PER.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from relecture.entities.candidates import NAME, Board, Candidate, Origin, Page
from relecture.fr import entity_words as fr

_OF = r"(?:de la |de l'|de |du |des |d'|chez |à |au )"


def cues(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Apply every cue to *candidates*; new candidates are added where the model saw nothing."""
    board = Board(candidates)
    for start, end, strong in _announced(page.text):
        _mark(page, board, start, end, strong)
    return board.items()


def _announced(text: str) -> Iterator[tuple[int, int, bool]]:
    for pattern, strong in _patterns():
        for found in pattern.finditer(text):
            yield found.start("name"), found.end("name"), strong


def _mark(page: Page, board: Board, start: int, end: int, strong: bool) -> None:
    over = board.over(start, end)
    if not over:
        first = page.text[start:end].split(" ", 1)[0]
        if page.is_proper(start) and first not in fr.NOT_NAMES:
            board.put(Candidate(start, end, "ORG", Origin.CUE))
        return
    first_over = over[0]
    if len(over) > 1 or first_over.start > start:
        return
    if first_over.label == "MISC" or (first_over.label == "LOC" and strong):
        # The model's span may stop short of the name (« Helion » for « Helion Energy ») or go beyond.
        board.put(Candidate(first_over.start, max(first_over.end, end), "ORG", Origin.CUE))
    elif first_over.label == "ORG" and first_over.end < end:
        board.put(Candidate(first_over.start, end, "ORG", Origin.CUE))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    name = rf"(?P<name>{NAME})"
    adjectives = r"(?: [a-zà-ÿ][a-zà-ÿ'-]{2,20}){0,2}"
    nouns, heads = _either(fr.ORG_NOUNS), _either(fr.ORG_HEADS)
    present, past = _either(fr.ORG_VERBS_PRESENT), _either(fr.ORG_VERBS_PAST)
    adverb = r"(?: (?:déjà|aussi|également|notamment|récemment|d'ailleurs))?"
    return (
        (re.compile(rf"\b{nouns}{adjectives} [«\"“]? ?{name}"), True),
        (re.compile(rf"\b{heads}(?: [a-zà-ÿ]{{4,14}})? {_OF}{name}"), False),
        (re.compile(rf"\b{_either(fr.ORG_DEALS)} (?:[a-zà-ÿ]{{4,14}} )?(?:avec|entre) {name}"), False),
        (re.compile(rf"\b[Cc]hez {name}"), True),
        (re.compile(rf"(?:\b{_either(fr.SOURCE_CUES)}|\b[Ss]elon|\bD'après) (?:l'|la |le )?{name}"), False),
        (
            re.compile(rf"\b{name} (?:n')?(?:a|ont|avait|vient d[e'])(?: pas)?{adverb} ?(?:{past}|{past}r)\b"),
            False,
        ),
        (re.compile(rf"\b{name} (?:ne |n'|s')?{present}\b"), False),
    )


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + r")\b"
