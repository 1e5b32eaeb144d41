"""Whether an amount is that of a fact's subject: how far the one stands from the other in their sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from relecture.checks.reference import Fact, compiled
from relecture.fr.magnitudes import MAGNITUDES
from relecture.needles import scan, seek

#: How far after its subject an amount may stand, and how far before.
_AFTER, _BEFORE = 70, 22


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence of a quantity, where the quantity stands in it, and where its rivals do."""

    raw: str
    #: The sentence in lower case.
    text: str
    at: int
    end: int
    rivals: tuple[int, ...]
    #: The sentence with `MARK` in the place of the quantity.
    marked: str


def hedged(sentence: str, at: int) -> bool:
    """True for the amount at *at* of a change, of another time or of another thing: « 3 kilos de plus », « au lieu de 3 »."""
    return _hedged().search(sentence, max(0, at - 24), at) is not None


def distance_of(fact: Fact, said: Said) -> int | None:
    """How far the amount is from the fact's subject, ``None`` when it is not the subject's amount."""
    if fact.framed:
        return 0 if seek(compiled(fact.subject), said.marked) is not None else None
    found = [_gap(match, said) for match in scan(compiled(fact.subject), said.text)]
    return min((gap for gap in found if gap is not None), default=None)


def _gap(match: re.Match[str], said: Said) -> int | None:
    """Characters between the amount and a subject before it, or just after; ``None`` when it is another's."""
    start, end = match.span()
    if _in_a_name(said.raw, start, end) or (end <= said.at and _counted(said, start, end)):
        return None
    if start < said.at < end:
        return 0
    before = end <= said.at
    low, high = (end, said.at) if before else (said.end, start)
    if not 0 <= high - low <= (_AFTER if before else _BEFORE) or any(low <= r < high for r in said.rivals):
        return None
    across = "," in said.text[low:high]
    if across and before and _of_another().search(said.text, low, high):
        return None
    if across and not before and (_complement().search(said.text, 0, said.at) or not _opens(said)):
        return None
    return high - low + (_AFTER if across else 0)


@cache
def _of_another() -> re.Pattern[str]:
    """The verb of the amount has its own subject: « dans la voiture des pompiers, la petite Jade pèse 2,7 kilos »."""
    return re.compile(
        r",\s(?:les?\s|la\s|l'|une?\s|cet?\s|cette\s|son\s|sa\s)[^,]+\s(?:pès|pes|mesur|fai[ts]|coût|affich|consomm|dur|attein)\w*\s(?:de\s)?$"
    )


def _opens(said: Said) -> bool:
    """True when the amount opens its clause: « Avec ses 12 kilos, le chat… », not « le colza rend 27 quintaux, le blé… »."""
    return _opening().search(said.text, 0, said.at) is not None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,;:.«(—–\n])\s*(?:et |mais |or |car )?(?:(?:avec|malgré|à|au|aux|pour|par|de|d'|du|sous|dès|forte?s?|dotée?s?|crédité\w*|affichée?s?|annoncée?s?|facturée?s?|vendue?s?"
        r"|proposée?s?|longue?s?|hautes?|lourde?s?|puissante?s?|larges?|[^\W\d]+(?:ant|[éiu]e?s?))\b ?(?:[\w'-]+ ){0,4}(?:d')?)?$"
    )


def _counted(said: Said, start: int, end: int) -> bool:
    """True for « 24 576 processeurs, 58 MW »: the amount is that of all of them, unless « de » gives it to each."""
    if _number().search(said.text, 0, start) is None:
        return False
    return _of_one().fullmatch(said.text, end, said.at) is None


@cache
def _of_one() -> re.Pattern[str]:
    """Nothing but « de » between the things and the amount of each."""
    return re.compile(r"\w* (?:[\w'-]+ )?(?:de |d'|à )(?:environ |près de |plus de )?")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?:(?<!\d)(?!1 $)\d[\d .]*|millions? de|milliers de|centaines? de|dizaines? de) $")


def _in_a_name(raw: str, start: int, end: int) -> bool:
    """True for a word of a compound, mostly a place: « la Haute-Borne », « Seine-Maritime »."""
    head, tail = raw[max(0, start - 2) : start], raw[end : end + 2]
    return (head[1:] == "-" and head[:1].isalpha()) or (tail[:1] == "-" and tail[1:].isupper())


@cache
def _complement() -> re.Pattern[str]:
    """The amount says the size of something else: « sur une prise renforcée de 2,3 kW, la citadine »."""
    magnitudes = "|".join(sorted({name for magnitude in MAGNITUDES for name in magnitude.names}))
    return re.compile(
        rf"\b(?:une?|d'une?|cette|l[ea]) (?!(?:{magnitudes})\b)[\w-]+(?: (?!à\b|au\b)[\w-]+){{0,2}} (?:de |d')$"
    )


@cache
def _hedged() -> re.Pattern[str]:
    # An amount that something gains or loses is none of its own.
    return re.compile(
        r"(?:fois|et non|au lieu de|plutôt que|jamais|équivalent de|de plus|de moins)\s"
        r"|\b(?:perd|gagn|cèd|cédé|lâch|recul|progress|augment|baiss|hausse|grimp|repr[ei]|abandonn|chut|bond|renchéri)\w*\s(?:de\s|d'|encore\s)?$"
    )
