"""The parts of a total: the coordinated amounts after it or before it, and the relation that they make."""

from __future__ import annotations

import re

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import OPEN
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.twos import scaled_like, unpriced
from relecture.types import Relation, RelationKind, Span

_MOST_PARTS = 12


#: A timetable: « neuf allers-retours en semaine, six le samedi et cinq le dimanche ».
_OTHER_DAYS = r"\b(?:en semaine|le week-end|le samedi|le dimanche|les (?:samedis|dimanches))\b"


#: A part without a figure.
_OTHERS = r"(?:,| et| puis) (?:les autres|le reste|le restant|l[ea] derni(?:er|ère)|l[ea] (?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième)\b(?![^,;]{0,30}[<A>])".replace(
    "<A>", "\ue000-\ue00f"
)


#: Words after which an amount is no longer a part of the list.
_ELSE = r"\b(?:selon|d'après|qui|chiffre|bilan|alors que|tandis|mais|contre(?! ?[,;]| et)|au lieu|de plus|de moins|soit|toujours)\b"


#: « douze victoires, un nul et quatre défaites »: a part without a figure.
_ONE_MORE = r"(?:,| et| puis) une? [^\W\d]"


#: A part of the part before it: « 210 à Belfort, dont 60 cadres, 165 à Grenoble et 95 à Nantes ».
_INNER = r"(?:, | \()dont <d>(?P<inner><A>)[^,;()\ue000-\ue0ff]*(?:,|\)|;| ?:)(?=[^\ue0ff]*<A>)"


def inner_parts(skeleton: Skeleton, start: int, end: int) -> list[re.Match[str]]:
    """The parts of a part that a list holds in passing; what follows the whole itself is a part of its own."""
    if skeleton.text.find("dont ", start, end) < 0:
        return []
    opening, _ = skeleton.sentence(start)
    return [
        match
        for match in pattern(_INNER).finditer(skeleton.text, start, end)
        if match[0].endswith(":") or len(skeleton.amounts_between(opening, match.start())) > 1
    ]


def parts_from(skeleton: Skeleton, at: int, whole: Amount) -> list[Amount]:
    """The coordinated amounts from *at* to the end of the sentence; empty when the list is open."""
    _, end = skeleton.sentence(at)
    found = skeleton.amounts_between(at, end)
    tail = skeleton.text[at:end]
    inner = inner_parts(skeleton, at, end)
    for match in reversed(inner):
        tail = tail[: match.start() - at] + tail[match.end() - 1 - at :]
    found = [(p, a) for p, a in found if p not in {m.start("inner") for m in inner}]
    if pattern(_OTHER_DAYS).search(tail) or pattern(_OTHERS).search(tail):
        return []
    if pattern(rf"\b(?:{OPEN})\b|…|\.\.\.").search(tail.split("selon les")[0]) or len(found) > _MOST_PARTS:
        return []
    parts: list[Amount] = []
    previous = at
    bracketed = skeleton.text[at - 1 : at] == "("
    for position, amount in found:
        between = skeleton.text[previous:position]
        if parts and bracketed and pattern(r"[^()]{0,12}\),?[^()]{1,40}\($").fullmatch(between):
            between = between.replace("(", " ").replace(")", ",")
        if parts and not pattern(r"(?:,|;| et | ou |/|\+| puis )").search(between):
            break
        if parts and pattern(
            r"(?:\b(?:soit|contre(?! ?,)|au lieu|selon|dans|à|en|il y a|depuis|après|avant|pendant|sur)\b ?(?:les? |la |l')?$|\()"
        ).search(between):
            break
        if amount.shape is Shape.DATE or (parts and pattern(_ELSE).search(between)):
            break
        candidate = scaled_like(unpriced(amount, whole), whole).lent(whole)
        if not addable(candidate, whole):
            break
        parts.append(candidate)
        previous = position + 1
    alone = pattern(_ONE_MORE).search(skeleton.text, at, end)
    return parts if len(parts) >= 2 and not alone else []


def parts_before(skeleton: Skeleton, start: int, end: int, whole: Amount) -> list[Amount]:
    """The coordinated amounts that end at *end*."""
    parts: list[Amount] = []
    following = end
    for position, amount in reversed(skeleton.amounts_between(start, end)):
        between = skeleton.text[position + 1 : following]
        if parts and not pattern(r"(?:,|;| et | ou |/|\+|auxquel| plus )").search(between):
            break
        if pattern(rf"\b(?:{OPEN}|contre|au lieu|chacun\w*|par)\b").search(between):
            break
        candidate = unpriced(amount, whole).lent(whole)
        if amount.shape is Shape.DATE or not addable(candidate, whole):
            break
        parts.append(candidate)
        following = position
    return parts[::-1]


def addable(part: Amount, whole: Amount) -> bool:
    """True when *part* can be a part of *whole*: one dimension, and for counts one noun or none of its own."""
    if part.low is not None or whole.low is not None:
        return False
    if part.shape is Shape.BARE and whole.shape is Shape.BARE:
        return True
    if part.dimension != whole.dimension or (part.shape is Shape.PERCENT) != (whole.shape is Shape.PERCENT):
        return False
    return Shape.FRACTION not in (part.shape, whole.shape) and Shape.TIMES not in (part.shape, whole.shape)


def partition(
    trigger: Span, whole: Amount, parts: list[Amount], form: str, *, explicit: bool = True, closed: bool = True
) -> Relation:
    """The partition of *whole*; not *closed* where it may have other parts."""
    roles: dict[str, Amount | tuple[Amount, ...] | None] = {"whole": whole, "parts": tuple(parts)}
    return link(RelationKind.PARTITION, form, trigger, roles, explicit=explicit, closed=closed)
