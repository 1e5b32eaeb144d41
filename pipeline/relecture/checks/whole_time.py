"""A main clause that sums up the time between the two moments before it: « Fermée le 15 juin et rouverte le 15 septembre, la route aura été coupée trois mois »."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.tied import closes
from relecture.fr.stretch_words import INSIDE, STAYED
from relecture.types import Span

#: How far the clause may go from the second moment to the duration, in characters.
_FAR = 140


@cache
def _clause() -> re.Pattern[str]:
    # what is said in the future perfect is over: « aura tenu », « sera resté » sum up, « aura porté » may be for a part
    verb = (
        rf"(?P<done>\b(?:aura|auront|sera|seront)\s(?:donc\s|ainsi\s|alors\s)?(?=(?:{STAYED})\s))"
        r"|\b(?:a|ont|aura|auront|sera|seront|est|sont|avait|avaient|était|étaient|s'est|se\ssont)\s"
    )
    between = r"(?:\w[\w'-]*,?\s){0,12}?"
    return re.compile(
        rf"(?:\ssuivante?)?\)?\s?[,:]\s{between}(?:{verb})(?P<rest>(?:[^\W\d][\w'’-]*,?\s){{1,10}})$"
    )


_PARTICIPLE = r"[\w-]*(?:é|i|u|is|it|ert|ort|aint|eint)e?s?"


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<done>[A-ZÀ-Þ]{_PARTICIPLE})\s[^.;:()]{{0,60}}$")


@cache
def _goes_on() -> re.Pattern[str]:
    then = r"(?:,\s|,?\set\s|,?\spuis\s)(?:puis\s|finalement\s|enfin\s)?"
    return re.compile(rf"[^.;:()]{{0,24}}?{then}(?P<done>[a-zà-ÿ]{_PARTICIPLE})\s[^.;:()]{{0,40}}$")


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(r"(?P<undone>dés|dé)|re|ré|r(?=[aeéo])")


def paired(prose: str, sentence: Span, first: Span, last: Span) -> bool:
    """True for what is undone, then done again, or done then undone: « Découplée le 4 janvier et recouplée le 28 mars »."""
    one = _opens().match(prose, sentence.start, first.start)
    other = _goes_on().match(prose, first.end, last.start)
    if one is None or other is None:
        return False
    words = [m["done"].lower() for m in (one, other)]
    prefixes = [_prefix().match(word) for word in words]
    stems = {word[p.end() if p else 0 :] for word, p in zip(words, prefixes, strict=True)}
    return len(stems) == 1 and any(p is not None and p["undone"] for p in prefixes)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{INSIDE})(?!\w)", re.I)


def sums_up(prose: str, last: Span, duration: Span) -> bool | None:
    """Whether the clause after *last* gives the whole time, for certain or not; ``None`` when it gives none."""
    if not 0 < duration.start - last.end <= _FAR:
        return None
    match = _clause().match(_without_asides(prose[last.end : duration.start]))
    if match is None or _inside().search(match["rest"]):
        return None
    if match["done"] and not prose.startswith(" par ", duration.end):
        return True
    return False if closes(prose, duration.end, longer=True) else None


@cache
def _aside() -> re.Pattern[str]:
    # « la tranche, dont une tuyauterie avait motivé l'arrêt, sera restée »
    return re.compile(r"(?<=\w),\s(?:dont|que|qu'|qui|où)\b[^,;:]{2,90},(?=\s)")


def _without_asides(text: str) -> str:
    return _aside().sub("", text)
