"""What only the surroundings tell: a unit understood, a difference of temperature, an approximation."""

from __future__ import annotations

import re
from dataclasses import replace

from relecture.quantities import document
from relecture.quantities.approximation import approximation_of
from relecture.quantities.counts import Noun, singular
from relecture.quantities.draft import Draft
from relecture.types import Approximation, Kind

_SENTENCE_END = re.compile(r"[.!?…](?=[\s»\"]+[A-ZÀ-Ý«\"])|\n")
_DIFFERENCE_BEFORE = re.compile(
    r"(?:hausse|réchauff|augment|baiss|écart|différence|élévation|gain|anomalie|gagn|perd|grimp|refroidi|excès|amplitude|"
    r"chut|recul|inférieur|supérieur|surcroît)\w*[^.;:!?\n]{0,40}$",
    re.I,
)
_DIFFERENCE_AFTER = re.compile(
    r" (?:de plus|de moins|au-dessus|au-dessous|en dessous|de réchauffement|d'écart|de différence|"
    r"supplémentaires?|par décennie)",
    re.I,
)
_BRACKETED = re.compile(r"(?P<noun>[^\W\d_]{3,}[sx]) \($")
#: « il fait moins 15 degrés »; not « deux degrés de moins ».
_MINUS = re.compile(r"(?<!plus ou )(?<!\w)(?P<minus>moins ) ?$", re.I)
#: A level reached, its other scale in brackets or after « soit » included: « grimpé à 104 °F (40 ».
_TO_BEFORE = re.compile(
    r"(?<!\w)(?:jusqu')?(?:à|atteint|atteindre|frôle|avoisine|vers|de \d\S* à) ?"
    r"(?:(?:près|plus|moins|un peu \w+|autour) de |environ |quelque )?"
    r"(?:\d[\d.,]* ?(?:°F|degrés? Fahrenheit|K|kelvins?),? ?(?:\(|–|soit|c'est-à-dire|ou|autrement dit) ?,? ?"
    r"(?:près de |environ |plus de |quelque )?)?$",
    re.I,
)


def complete(text: str, drafts: list[Draft]) -> list[Draft]:
    """*drafts* of folded *text* with understood units, approximations and temperature differences."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)] + [len(text)]
    out: list[Draft] = []
    at = 0
    for draft in drafts:
        while at < len(ends) - 1 and ends[at] <= draft.start:
            at += 1
        begin = ends[at - 1] if at else 0
        draft = _temperature(text, draft, begin)
        if draft.understood and draft.unit is None:
            draft = _understood(text, draft, out, begin)
        out.append(_approximate(text, draft))
    return document.settle(text, out)


def _approximate(text: str, draft: Draft) -> Draft:
    found, cue = approximation_of(text, draft.start, draft.end, verbs=draft.number.form != "collective")
    if found is Approximation.NONE and draft.number.form == "collective" and "aine" in draft.number.text:
        found = Approximation.ABOUT
    if found is Approximation.NONE and draft.number.form == "vague" and draft.number.scaled:
        found = Approximation.ABOUT
    return replace(draft, approximation=found, cue=cue)


def _temperature(text: str, draft: Draft, begin: int) -> Draft:
    if draft.unit is None or draft.unit.canonical != "degree_Celsius":
        return draft
    before = text[max(begin, draft.start - 60) : draft.start]
    minus = _MINUS.search(before)
    if minus is not None and not draft.negative and draft.second is None:
        return replace(draft, start=draft.start - len(before) + minus.start("minus"), negative=True)
    signed = text[draft.start] == "+"
    if (
        signed
        or _DIFFERENCE_AFTER.match(text, draft.end)
        or (_DIFFERENCE_BEFORE.search(before) and not _TO_BEFORE.search(before))
    ):
        return replace(draft, unit=replace(draft.unit, canonical="delta_degree_Celsius"))
    return draft


def _in_brackets(text: str, draft: Draft) -> Draft:
    """« les abonnés (3,2 millions) »: what is counted stands before the bracket."""
    match = _BRACKETED.search(text, max(0, draft.start - 32), draft.start)
    if match is None or not text.startswith(")", draft.end):
        return draft
    noun = Noun(*match.span("noun"), match["noun"], singular(match["noun"]))
    return replace(draft, noun=noun, kind=Kind.COUNT)


def _understood(text: str, draft: Draft, before: list[Draft], begin: int) -> Draft:
    """« 6,2 millions de foyers sur 6,5 millions »: the noun or the currency of the same sentence."""
    for earlier in reversed(before):
        if earlier.start < begin:
            break
        if earlier.unit is not None and earlier.unit.dimension == "currency":
            return replace(draft, unit=earlier.unit)
        if earlier.noun is not None and earlier.number.scaled:
            return replace(draft, noun=earlier.noun, kind=Kind.COUNT)
        if earlier.understood and earlier.unit is None and earlier.noun is None:
            return draft  # settled with that one, by the rest of the article
    return _in_brackets(text, draft)
