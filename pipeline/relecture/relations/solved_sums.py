"""A list of bare figures and the total that the sentence before gives, whatever the verbs: « 27 élus… dix-huit l'ont voté, six s'y sont opposés, quatre se sont abstenus ».

The parts borrow their unit from the total: nothing but their places says that they share it out. So the list must be
the whole of its sentence, and the sum near the total as a slip makes it: the only figure before that it comes near.
« les 27 autres » closes a list of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import maybe, several
from relecture.relations.parts import addable, inner_parts, partition
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.slips import one_figure_off, slip
from relecture.relations.twos import clock, few_in_words, plural, scaled_like, unnamed, unpriced
from relecture.types import Relation, RelationKind

#: What ends the list: another year, another place.
_ELSEWHERE = r",? (?:quand|alors que|tandis que|là où|contre|au lieu|soit|pendant que|après|avant)(?!\w)"
#: Another list, a list that is not whole, or one that overlaps.
_PARTIAL = (
    r"\b(?:notamment|dont|parmi|par exemple|surtout|précédent\w*|suivant\w*|voisin\w*|encore|autant|aussi|supplémentaires?|au moins|plus de|moins de|chacun\w*|chaque"
    r"|par (?:personne|an|mois|jour|semaine|habitant)|de plus|de moins|record|objectif|moyenne|entre|jusqu'à|à partir|également|même)(?!\w)|…|\b(?:en|depuis) <Y>"
)
#: What stands at the end of a list that is whole.
_REST = r"(?: [^\W\d]+)? (?:autres|restants|restantes|derniers|dernières)\b"
#: « Il en a gagné 127 et perdu cinq »: two bare parts of what the sentence before counts.
_SHARED_OUT = (
    r"\ben (?:a|ont|avait|avaient|compte|comptent) [^\W\d]+ <N>(?: [^\W\d]+){0,3} et (?:[^\W\d]+ ){0,3}<N>"
)
_REST_NOUN = ("autre", "restant", "restante", "dernier", "dernière")
_JOINED = r"[,;]| et | puis |\bquand\b"
#: The next sentence goes on with the list.
_GOES_ON = r"\b(?:derni(?:er|ère)s?|restante?s?|restants|reste|autres?|solde|complèt\w+|complét\w+|ajout\w+|enfin|quant|également|aussi)\b"
#: What is always shared out whole: of anything else, less than the total may be a list that is not.
_ALL_TOLD = r"(?:siège|voix|élu|conseiller|député|sénateur|votant|délégué|juré|membre|match|rencontre|médaille|suffrage|bulletin|titre|participant|candidat)"
#: A sum and its total may be this far apart without a common figure, in units and as a share.
_STEP, _SHARE = Decimal(2), Decimal("0.05")
_SMALLEST, _MOST = 12, 8
_WHOLE = (Shape.COUNT, Shape.MEASURE, Shape.MONEY)


def read(skeleton: Skeleton, found_before: Iterable[Relation]) -> Iterator[Relation]:
    """Every list of bare figures with the only total before it that it adds up to but for a slip."""
    taken = {
        (whole.id, len(several(r, "parts")))
        for r in found_before
        if r.kind is RelationKind.PARTITION and r.explicit and (whole := maybe(r, "whole"))
    }
    for start, end in skeleton.sentences():
        if len(skeleton.amounts_between(start, end)) < 2:
            continue
        stop = pattern(_ELSEWHERE).search(skeleton.text, start, end)
        low = start
        inner = {m.start("inner") for m in inner_parts(skeleton, start, end)}
        listed = [
            (p, a)
            for p, a in skeleton.amounts_between(start, stop.start() if stop else end)
            if not _aside(skeleton, p, a) and p not in inner
        ]
        if len(listed) < 2 or len(listed) > _MOST:
            continue
        closed = _closes(skeleton, *listed[-1])
        own = listed[0][1]
        shared = len(listed) == 2 and pattern(_SHARED_OUT).search(skeleton.text, start, end) is not None
        wholes = []
        if closed and own.shape in _WHOLE and plural(own) and len(listed) > 2:
            wholes, listed, low = [own], listed[1:], listed[0][0] + 1
        elif start > 1:
            wholes = _wholes(skeleton, start)
        if (
            len(listed) < (2 if closed or shared else 3)
            or not all(pattern(_JOINED).search(skeleton.text, p, q) for (p, _), (q, _) in pairwise(listed))
            or pattern(_PARTIAL).search(_kept(skeleton, low, stop.start() if stop else end, inner))
        ):
            continue
        _, after = skeleton.sentence(min(end + 1, len(skeleton.text)))
        if pattern(_GOES_ON).search(skeleton.text, end, after) or any(
            _closes(skeleton, p, a) for p, a in skeleton.amounts_between(end, after)
        ):
            continue
        nouns = {a.noun for _, a in listed if unnamed(a).shape is Shape.COUNT}
        kinds = len(nouns) == len(listed) > 2  # each of its own kind
        fitting: list[tuple[Amount, list[Amount]]] = []
        for whole in wholes:
            parts = _parts(listed, whole, kinds=kinds)
            if parts is None:
                continue
            total = sum((p.value for p in parts), Decimal(0))
            if total == whole.value:
                fitting = []
                break
            small = not kinds and not shared and len(parts) > 2
            if _off(whole, total, closed=closed, small=small) and (whole.id, len(parts)) not in taken:
                fitting.append((whole, parts))
        if len(fitting) == 1:
            whole, parts = fitting[0]
            yield partition(skeleton.source(start, end), whole, parts, "solved", explicit=False)


def _kept(skeleton: Skeleton, start: int, end: int, inner: set[int]) -> str:
    """The words of a list, the parts of its parts left out."""
    text = skeleton.text[start:end]
    for match in reversed(inner_parts(skeleton, start, end)) if inner else ():
        text = text[: max(0, match.start() - start)] + text[match.end() - 1 - start :]
    return text


def _closes(skeleton: Skeleton, at: int, amount: Amount) -> bool:
    """True for « les 160 restants », « les 27 autres »."""
    named = (amount.noun or "").rstrip("s").lower() in _REST_NOUN
    return named or pattern(_REST).match(skeleton.text, at + 1) is not None


def _aside(skeleton: Skeleton, at: int, amount: Amount) -> bool:
    """True for a date, an hour, a duration, « les deux communes »: they say when, or of what."""
    if amount.shape in (Shape.DATE, Shape.DURATION) or clock(skeleton, at):
        return True
    return amount.shape is Shape.COUNT and few_in_words(amount)


def _wholes(skeleton: Skeleton, start: int) -> list[Amount]:
    """What the sentence before measures or counts."""
    before, _ = skeleton.sentence(start - 2)
    return [
        a
        for p, a in skeleton.amounts_between(before, start)
        if a.shape in _WHOLE and a.low is None and a.sure and not a.approximate and not _aside(skeleton, p, a)
    ]


def _parts(listed: list[tuple[int, Amount]], whole: Amount, *, kinds: bool) -> list[Amount] | None:
    """*listed* in the unit of *whole*; ``None`` where one has another, or is no part."""
    parts = []
    for _, amount in listed:
        one = unnamed(unpriced(amount, whole))
        if one.shape is Shape.TIMES:  # « 16 fois l'or »
            one = replace(one, shape=Shape.BARE, noun=None)
        if one.shape is Shape.COUNT and whole.shape is Shape.COUNT and one.noun != whole.noun:
            if not kinds:
                return None
            one = replace(one, shape=Shape.BARE, noun=None)  # « 118 animaux… 64 chats, 37 chiens »
        part = scaled_like(one, whole).lent(whole)
        if (
            part.shape is not whole.shape
            or not addable(part, whole)
            or not 0 < part.value < whole.value
            or part.approximate
            or not part.sure
        ):
            return None
        parts.append(part)
    return parts


def _off(whole: Amount, total: Decimal, *, closed: bool, small: bool) -> bool:
    """True for a total and a sum that differ as a slip makes them; *small* when a unit or two may be the slip."""
    apart = abs(whole.value - total)
    if slip(whole.value, total) in ("digit", "swap") or (closed and one_figure_off(whole.value, total)):
        return True
    exact = small and whole.shape is Shape.COUNT and whole.value >= _SMALLEST
    if total < whole.value and not pattern(_ALL_TOLD).match(whole.noun or ""):
        return False
    return exact and apart <= max(_STEP, whole.value * _SHARE) and apart == apart.to_integral_value()
