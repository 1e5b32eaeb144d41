"""Approximation: what the words around a number say of it. Only words count, never the number itself."""

from __future__ import annotations

import re
from functools import lru_cache

from relecture.quantities.table import data
from relecture.types import Approximation, Span

#: How far back a cue may stand; no cue of the lexicon, determiner included, is longer.
WINDOW = 48
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*\.?|[~≈<>≤≥±]|[.,;:!?()«»\n]")
_DETERMINERS = frozenset(
    """
    la le l les un une ses leurs ces son sa cette ce nos vos mes
    """.split()
)
_OF = frozenset(("du", "des", "d"))
_DENIAL = re.compile(r"(?<!\w)n(?:e |')[^.;:!?]{1,36}(?:jamais|pas)(?: [^.;:!?]{0,14})?$", re.I)
_LIMITED = ("limité", "plafonné")
_BEING = (["est"], ["sont"], ["était"], ["étaient"], ["sera"], ["seront"], ["été"], ["être"])
_NEGATIONS = frozenset(("pas", "jamais", "guère", "point"))
_LONGEST = 5
#: Words that may stand between a verb of bound and its complement (« dépasse largement les 3 % »).
_ADVERBS = frozenset(
    """
    largement nettement légèrement déjà désormais même encore parfois allègrement donc ainsi
    """.split()
)


@lru_cache(maxsize=1)
def _cues() -> tuple[dict[str, Approximation], re.Pattern[str], list[tuple[str, Approximation]]]:
    raw = data("cues.toml")
    before = {
        " ".join(_words(cue.strip())): Approximation(kind)
        for kind, cues in raw["before"].items()
        for cue in cues.split(",")
    }
    after = sorted(
        ((cue.strip(), Approximation(kind)) for kind, cues in raw["after"].items() for cue in cues.split(",")),
        key=lambda c: -len(c[0]),
    )
    pattern = re.compile(rf" (?:{'|'.join(re.escape(c) for c, _ in after)})(?!\w)", re.I)
    verbs = [(stem, Approximation(kind)) for kind, stems in raw["verbs"].items() for stem in stems.split()]
    return {**before, **{f"@{c}": a for c, a in after}}, pattern, verbs


def _words(text: str) -> list[str]:
    words = [m[0].lower() for m in _WORD.finditer(text.replace("'", " "))]
    return ["de" if w in _OF else w for w in words]


def approximation_of(
    text: str, start: int, end: int, *, verbs: bool = True
) -> tuple[Approximation, Span | None]:
    """The approximation of a number at ``start``..``end`` of folded *text*, and where its cue stands.

    *verbs*: whether a verb may be the cue (« dépasse 3 % »).
    """
    before, pattern, stems = _cues()
    found = _before(text, start, before, stems if verbs else [])
    if found is not None:
        return found
    after = pattern.match(text, end)
    if after is not None:
        return before["@" + after[0].strip().lower()], Span(after.start() + 1, after.end())
    return Approximation.NONE, None


def _before(
    text: str, start: int, cues: dict[str, Approximation], verbs: list[tuple[str, Approximation]]
) -> tuple[Approximation, Span] | None:
    at = max(0, start - WINDOW)
    matches = list(_WORD.finditer(text, at, start))
    words = [m[0].lower() for m in matches]
    for skip in range(4):  # the cue itself may end with a determiner: « sous la barre des »
        if skip and words and words[-1] in _DETERMINERS:
            words.pop(), matches.pop()
        elif skip:
            break
        forms = ["de" if w in _OF else w for w in words]
        for size in range(min(_LONGEST, len(words)), 0, -1):
            cue = cues.get(" ".join(forms[-size:]))
            if cue is not None and words[-size].startswith(_LIMITED) and words[-size - 1 : -size] in _BEING:
                return None  # « la vitesse est limitée à 30 km/h » states it
            if cue is Approximation.OVER and _denied(text, matches[-size].start()):
                cue = Approximation.AT_MOST
            if cue is not None:
                return cue, Span(matches[-size].start(), matches[-1].end())
    return _verb(words, matches, verbs)


def _denied(text: str, start: int) -> bool:
    """« n'a jamais tiré plus de 170 kW »: what is denied to be over is at most."""
    return _DENIAL.search(text, max(0, start - WINDOW), start) is not None


def _verb(
    words: list[str], matches: list[re.Match[str]], verbs: list[tuple[str, Approximation]]
) -> tuple[Approximation, Span] | None:
    excess = False  # « dépasse de 16 % » is no bound
    while words and (words[-1] in _ADVERBS or words[-1] in _OF or words[-1] in ("de", "avec", "à", "l")):
        excess = excess or words[-1] == "de" or words[-1] == "d"
        words.pop(), matches.pop()
    negated = bool(words) and words[-1] in _NEGATIONS
    if negated:
        words.pop(), matches.pop()
    if not words:
        return None
    for stem, kind in verbs:
        if words[-1].startswith(stem):
            if excess and kind is Approximation.OVER:
                return None
            if negated or words[-2:-1] == ["pas"]:  # « n'excède pas », « ne peut pas dépasser »
                kind = Approximation.AT_MOST if kind is Approximation.OVER else Approximation.NONE
            return (
                (kind, Span(matches[-1].start(), matches[-1].end())) if kind is not Approximation.NONE else None
            )
    return None
