"""Outcomes shared out: « Quinze apprentis se présentaient ; neuf ont été reçus, sept ajournés », « 30 pour, 12 contre ».

Two or three counts of one sentence, each with an outcome that excludes the others', and the only larger count of
the sentence or of the one before. Unless every outcome is told the parts need not make up the whole, but they
cannot go beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.fr.outcome_words import COMPLETE, OUTCOMES, PLAYED, RESULTS
from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import window
from relecture.types import Relation, RelationKind

#: How far after its count an outcome may stand.
_REACH = 34
#: The counts are those of other times or of parts, or the votes of some are left out.
_ASIDE = r"\b(?:l'an (?:dernier|passé)|année précédente|supplémentaires?|de plus|de moins|autres?|cumul\w*|plusieurs fois|deux fois|puis)\b"
_ONE_MORE = r"(?:,| et) une? (?:seule? |autre )?(?:nul|victoire|défaite|abstention|absent|blanc|mort|blessé|revers|succès|partage)"
_OTHER_VOTES = r"\b(?:blancs?|nuls?|absents?|part au vote|procurations?)\b"
Placed = tuple[int, Amount]


def read(skeleton: Skeleton, taken: frozenset[str] | set[str]) -> Iterator[Relation]:
    """The wholes that their outcomes may contradict, those of *taken* left out."""
    for start, end in skeleton.sentences():
        counts = [(p, a) for p, a in skeleton.amounts_between(start, end) if _counted(a)]
        if len(counts) < 2:
            continue
        said = [(p, a, _outcomes(skeleton, p, a, end)) for p, a in counts]
        for group, poles in enumerate(OUTCOMES):
            parts = [(p, a, o[group]) for p, a, o in said if group in o]
            if len(parts) >= 2 and len({pole for _, _, pole in parts}) == len(parts):
                found = _relation(skeleton, start, end, group, [(p, a) for p, a, _ in parts])
                if found is not None and found[0].id not in taken:
                    yield _linked(skeleton, start, end, *found, closed=len(parts) == len(poles) == COMPLETE)
                break


def _counted(amount: Amount) -> bool:
    whole = amount.low is None and not amount.approximate and amount.value == amount.value.to_integral_value()
    return whole and amount.shape in (Shape.COUNT, Shape.BARE)


def _outcomes(skeleton: Skeleton, at: int, amount: Amount, end: int) -> dict[int, int]:
    """The outcome of each group that the words of a count tell, its noun first."""
    after = pattern(r"[^<A>;:()§]*".replace("<A>", "\ue000-\ue0fe").replace("§", STOP)).match(
        skeleton.text, at + 1, min(end, at + _REACH)
    )
    words = f"{(amount.noun or '').lower()} {after[0] if after else ''}"
    if not _any().search(words):
        return {}
    told: dict[int, int] = {}
    for group, poles in enumerate(_poles()):
        found = [(match.start(), n) for n, pole in enumerate(poles) if (match := pole.search(words))]
        if found:
            told[group] = min(found)[1]
    return told


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words for poles in OUTCOMES for words in poles)})(?!\w)")


@cache
def _poles() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(re.compile(rf"\b(?:{words})(?!\w)") for words in poles) for poles in OUTCOMES)


def _relation(
    skeleton: Skeleton, start: int, end: int, group: int, parts: list[Placed]
) -> tuple[Amount, list[Amount]] | None:
    given = {a.id for _, a in parts}
    largest = max(a.value for _, a in parts)
    for back in (0, 1):
        low, _ = window(skeleton, start, back=back)
        wholes = [
            a
            for _, a in skeleton.amounts_between(low, end)
            if a.shape is Shape.COUNT and a.noun and a.id not in given and a.low is None and a.value > largest
        ]
        aside = pattern(_ASIDE).search(skeleton.text, low, end) or pattern(_ONE_MORE).search(
            skeleton.text, low, end
        )
        if len(wholes) > 1 or aside:
            return None
        if wholes:
            whole = wholes[0]
            fits = group != RESULTS or (whole.noun or "").lower().removesuffix("s") in PLAYED
            return (whole, [a for _, a in parts]) if fits and not whole.approximate else None
    return None


def _linked(
    skeleton: Skeleton, start: int, end: int, whole: Amount, parts: list[Amount], *, closed: bool
) -> Relation:
    left_out = closed and pattern(_OTHER_VOTES).search(skeleton.text, start, end) is not None
    return link(
        RelationKind.PARTITION,
        "tallied",
        skeleton.source(start, end),
        {"whole": whole, "parts": tuple(p.lent(whole) for p in parts)},
        explicit=False,
        closed=closed and not left_out,
    )
