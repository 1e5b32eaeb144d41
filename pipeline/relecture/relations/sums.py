"""Partition and total: « T : A et B », « A, B et C, soit T au total », « A et les B autres sur T »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import TOTAL
from relecture.relations.pairs import CONTRE
from relecture.relations.parts import addable, partition, parts_before, parts_from
from relecture.relations.remainders import remaining
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.twos import when, window
from relecture.types import Relation, Span

#: Verbs between a total and its parts, then those after which nothing else belongs to the total.
_HOLDS = (
    r"\b(?:compren(?:d|nent|ait|dra)|réuni(?:t|ssent|ssait|ra)|regroup\w+|rassembl\w+|additionn\w+|se compos\w+ (?:de|d')|mêl(?:e|ent|ait)|combin(?:e|ent|ait)|inclu(?:t|ent|ait|ra)"
    r"|prévo(?:it|ient|yait)|financ(?:e|era|ent|ait)|dont|(?:(?:co)?financ|apport|support|assum|couver|vers|régl|pay|pris en charge|assur|fourni|garanti)\w{0,3} (?:à la fois |conjointement |pour l'essentiel )?(?:par|entre))(?!\w)"
)


#: How long what the total counts took: « 412 bornes en un an : 187 à Lyon… ».
_LASTING = r"(?:<g60>\b(?:en|depuis|pendant|durant|dans|sur|il y a) (?:<d>|près d'|plus d'|moins d')<D>)?"


_ADDED_UP = r"^(?:réuni|additionn|se compos|mêl|combin)"


#: « T. On en garde A et on en vend B ».
_SPLIT_UP = (
    r"(?P<total><C>)<any60>§ *<h50>\ben [^\W\d]+ <d>(?P<a><N>)<h40>(?:,| et) ?<h20>\ben [^\W\d]+ <d>(?P<b><N>)(?= ?[,.;§]|$)"
).replace("§", STOP)


_CLOSING = rf"(?P<trigger>(?:,| et|:|\.)? ?(?:soit(?: {TOTAL})?|{TOTAL})) ?<d>(?P<total><X>)"


_CLOSING_CUE = heads(("soit", "total", "ensemble", "tout", "cumul"))


#: After these the last amount is a difference, not a total.
_ELSEWHERE = (
    r" (?:de plus|de moins|de mieux|en plus|en moins|supplémentaires?|d'écart|de différence|chacun|par |pièce)"
)


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The totals with the parts that the text gives for them."""
    yield from _announced(skeleton)
    yield from _gathered(skeleton)
    yield from _medals(skeleton)
    yield from _concluded(skeleton)


def _announced(skeleton: Skeleton) -> Iterator[Relation]:
    """« T : A …, B … et C … », « T répartis en A et B »."""
    split = r"(?: ?: |,? à savoir,? (?:: )?|(?:,|\() ?(?:répartie?s?|ventilée?s?|partagée?s?|divisée?s?|décomposée?s?)[^,;:]{0,30}?(?:en|entre|ainsi :|comme suit :|:) ?|,? (?:se (?:répartiss\w+|partag\w+|ventil\w+|décompos\w+|divis\w+), [^;:\ue000-\ue0ff]{3,70}, entre)|,? (?:se (?:répartiss\w+|décompos\w+|partag\w+|divis\w+|ventil\w+)|est composée?s?|répartie?s?)[^,;:]{0,30}?(?:en|entre|de|:) )"
    for match in skeleton.find(rf"(?P<total><X>){_LASTING}<g70>(?P<trigger>{split})<g25>(?=<A>)"):
        whole = _main(skeleton, match)
        if whole.shape is Shape.DURATION and when(skeleton, match.start("total")):
            continue  # « en un an » spans what is told, and has no parts
        parts = parts_from(skeleton, match.end(), whole)
        apart = pattern(r" (?:de plus|de moins|d'écart|de différence)\b").match(
            skeleton.text, match.end("total")
        )
        if len(parts) < 2 or apart or max(p.value for p in parts) > whole.value:
            continue
        if not remaining(skeleton, match.end()):
            yield partition(skeleton.span(match, "trigger"), whole, parts, "announced")
    inner: set[Span] = set()
    for match in skeleton.find(r"(?P<total><X>)(?P<gap><h60>), (?=<N>|<C>)"):
        whole = skeleton.amount(match, "total")
        parts = parts_from(skeleton, match.end(), whole)
        if len(parts) < 2 or whole.span in inner or remaining(skeleton, match.end()):
            continue
        if pattern(r"\b(?:pour|contre|favorables?)$").search(
            match["gap"]
        ):  # « quatre ont voté pour, trois contre »
            continue
        start, _ = skeleton.sentence(match.start())
        opening = pattern(_OPENED).fullmatch(skeleton.text, start, match.start()) is not None
        counted = whole.shape is Shape.COUNT
        if not counted and not pattern(_TAKEN_FROM).search(skeleton.text, start, match.start()):
            continue
        if pattern(_AT_A_TIME).search(skeleton.text, start, match.end()):
            continue
        if _complementary(whole, parts, opening=opening):
            inner.update(p.span for p in parts)
            # « Sur les 40 millions, 25 vont au rail et 10 à la route »: some may be left.
            closed = counted and not _some_left(skeleton, match, parts)
            yield partition(skeleton.span(match, "total"), whole, parts, "apposed", closed=closed)
        elif (
            counted
            and not opening
            and _bare(parts)
            # « 26 postes : 14 dans le Cher, 8 dans l'Indre et 4… »: the first of a list is no total.
            and not pattern(r"[:(] ?<d>$").search(skeleton.text, start, match.start())
            and pattern(r"<N>[^§]{0,60} et <N>".replace("§", STOP)).match(skeleton.text, match.end())
        ):
            yield partition(skeleton.span(match, "total"), whole, parts, "apposed", explicit=False)


def _main(skeleton: Skeleton, match: re.Match[str]) -> Amount:
    """The total of *match*, or the amount that it is only compared with: « T, contre U auparavant : A et B »."""
    whole = skeleton.amount(match, "total")
    start, _ = skeleton.sentence(match.start())
    before = skeleton.amounts_between(start, match.start("total"))
    if before and pattern(rf"\b{CONTRE} ?<d>$").search(skeleton.text, start, match.start("total")):
        first = before[-1][1]
        return first if whole.lent(first).shape is first.shape else whole
    return whole


def _gathered(skeleton: Skeleton) -> Iterator[Relation]:
    """« l'enveloppe de T comprend A pour … et B pour … », « T, dont A de … et B de … »: the parts are at most the total."""
    for match in skeleton.find(rf"(?P<total><X>)<g70>(?P<trigger>{_HOLDS})<g25>(?=<A>)"):
        whole = skeleton.amount(match, "total")
        parts = parts_from(skeleton, match.end(), whole)
        if len(parts) < 2 or (match["trigger"].startswith("dont") and whole.shape is not Shape.MONEY):
            continue
        closed = pattern(_ADDED_UP).search(match["trigger"]) is not None or _no_others(
            skeleton, match.end(), parts
        )
        yield partition(
            skeleton.span(match, "trigger"), whole, parts, "gathered", explicit=False, closed=closed
        )
    for match in skeleton.find(_SPLIT_UP):
        whole = skeleton.amount(match, "total")
        parts = [skeleton.amount(match, g).lent(whole) for g in "ab"]
        if all(addable(p, whole) and p.value < whole.value for p in parts):
            yield partition(skeleton.span(match), whole, parts, "gathered", explicit=False, closed=False)


def _no_others(skeleton: Skeleton, at: int, parts: list[Amount]) -> bool:
    """True when the list from *at* ends with « les trois seules communes concernées »."""
    _, end = skeleton.sentence(at)
    rest = [a for _, a in skeleton.amounts_between(at, end) if a.span.start > parts[-1].span.end]
    return any(a.value == len(parts) and a.quantity and " seul" in a.quantity.text for a in rest)


#: What follows the number of medals of each metal.
_METALS = {
    metal: rf"(?: (?:sont|étaient|seront|ont été gagnée?s))? (?:{of}|en ){metal}\b"
    for metal, of in (("or", "d'"), ("argent", "d'"), ("bronze", "de "))
}


_MEDALS = frozenset(("médaille", "podium", "breloque"))


def _medals(skeleton: Skeleton) -> Iterator[Relation]:
    """« 17 médailles… quatre titres, six d'argent et neuf de bronze »: the total may be in the sentences before."""
    for match in skeleton.find(rf"(?:<C>|<N>){_METALS['bronze']}"):
        start, end = skeleton.sentence(match.start())
        listed = skeleton.amounts_between(start, end)
        parts = [_of_metal(skeleton, listed, metal) for metal in _METALS]
        spans = {p.span for p in parts if p}
        low, _ = window(skeleton, start, back=2)
        totals = [a for _, a in skeleton.amounts_between(low, end) if a.noun in _MEDALS and a.span not in spans]
        if len(totals) == 1 and all(parts):
            whole = totals[0]
            given = [p.lent(whole) for p in parts if p]
            yield partition(skeleton.span(match), whole, given, "gathered", explicit=False)


def _of_metal(skeleton: Skeleton, listed: list[tuple[int, Amount]], metal: str) -> Amount | None:
    found = [
        a
        for p, a in listed
        if pattern(_METALS[metal]).match(skeleton.text, p + 1) or (metal == "or" and a.noun == "titre")
    ]
    return found[0] if len(found) == 1 else None


#: A number at a time, which others at other times are no parts of: « neuf trains quotidiens, six le samedi ».
_AT_A_TIME = r"\b(?:quotidien\w*|hebdomadaires?|mensuel\w*|par (?:jour|semaine|mois|an)|chaque|en semaine)\b"


#: The rest, which the parts leave out; and parts that no « et » closes.
_LEFT = r"\b(?:présente?s|pouvoirs?|procurations?|excusée?s|représentée?s|autres|l[ea] derni(?:er|ère)|restante?s?|le reste|le solde)\b"


def _some_left(skeleton: Skeleton, match: re.Match[str], parts: list[Amount]) -> bool:
    """True when the parts of an apposed total need not make it: « Sur 23 élus, 19 étaient là ; trois absents »."""
    start, end = skeleton.sentence(match.end())
    if pattern(_LEFT).search(skeleton.text, match.end(), end):
        return True
    placed = {a.id: p for p, a in skeleton.amounts_between(match.end(), end)}
    if ";" in skeleton.text[placed[parts[-2].id] : placed[parts[-1].id]]:
        return True
    taken = pattern(_TAKEN_FROM).search(skeleton.text, start, match.start()) is not None
    return taken and " et " not in skeleton.text[match.end() : end]


#: A total in apposition opens its sentence.
_OPENED = r"[ «\"]*(?:(?:sur|parmi|des|de|pour|d'entre)\b ?)?(?:les|ces|nos|ses|leurs)? ?"


_TAKEN_FROM = r"\b(?:sur|parmi|des|d'entre) (?:(?:les|ces|ses|leurs) )?$"


#: Nouns that share out people between them.
KINDS = frozenset(
    "homme femme fille garçon adulte enfant mineur majeur mort blessé indemne vivant titulaire remplaçant".split()
)


_HARMS = frozenset(("indemne", "blessé", "mort"))


def _complementary(whole: Amount, parts: list[Amount], *, opening: bool) -> bool:
    """« douze personnes interpellées, sept à Lyon et cinq à Grenoble »: bare numbers, or kinds of people."""
    if _bare(parts):
        return opening and abs(sum(p.value for p in parts) - whole.value) * 3 <= whole.value
    nouns = [(p.noun or "").lower().rstrip("s") for p in parts]
    own = (whole.noun or "").lower().rstrip("s")
    if own in _HARMS and not _HARMS.isdisjoint(nouns):  # « 22 indemnes, 8 blessés et 4 morts »
        return False
    return len(set(nouns)) == len(nouns) and own not in nouns and all(n in KINDS for n in nouns)


def _bare(parts: list[Amount]) -> bool:
    return all(p.quantity is None or p.quantity.number == p.span for p in parts)


def _concluded(skeleton: Skeleton) -> Iterator[Relation]:
    """« A, B et C, soit T au total », « A … et B …, au total T »."""
    after = r"(?: (?:au total|en tout|au final|toutes? \w+ confondu\w+|cumulé\w*))?"
    for match in skeleton.find_by(_CLOSING_CUE, _CLOSING + after):
        whole = skeleton.amount(match, "total")
        sure = bool(pattern(r"total|tout|ensemble|cumul|confondu").search(match[0]))
        start, _ = skeleton.sentence(match.start("total"))
        end = match.start("trigger")
        if end <= start + 1 and start > 1 and not sure:  # « Soit 377 kilos »
            start, end = skeleton.sentence(start - 2)
        parts = parts_before(skeleton, start, end, whole)
        if len(parts) >= 2 and (sure or _plain_sum(skeleton, match, end, parts)):
            yield partition(skeleton.span(match, "trigger"), whole, parts, "concluded")


def _plain_sum(skeleton: Skeleton, match: re.Match[str], end: int, parts: list[Amount]) -> bool:
    """« A + B, soit T » and « A et B, soit T » without the word total: at least a coordination of equals."""
    text = skeleton.text
    if pattern(_ELSEWHERE).match(text, match.end()):
        return False
    if pattern(r"\bautant\b").search(text, skeleton.sentence(end)[0], end):
        return False  # a part without a figure: see `tallies`
    first = next(p for p, a in skeleton.marks.items() if a.span == parts[0].span)
    between = text[first:end]
    joined = " + " in between or pattern(r"(?:auxquel\w+|à quoi|s'ajout\w+|plus)").search(between)
    return bool(joined) or (
        " et " in between and skeleton.amount(match, "total").value > max(p.value for p in parts)
    )
