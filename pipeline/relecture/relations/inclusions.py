"""Part of a total: « T, dont A … », where A is at most T."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.parts import addable
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.sums import KINDS
from relecture.relations.twos import when
from relecture.types import Relation, RelationKind

#: Nouns of people whose parts are people: « 11 morts, dont 9 enfants ».
_PEOPLE = frozenset(
    "mort blessé victime personne salarié élève candidat passager habitant élu otage disparu interpellé".split()
)


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """« T, dont A … »: each part is at most the total."""
    for match in skeleton.find(
        r"(?P<total><X>)<g60>,? ?\(?(?P<trigger>dont|parmi lesquels|parmi lesquelles) <d>(?P<part><X>)"
    ):
        whole, part = skeleton.amount(match, "total"), skeleton.amount(match, "part")
        spans = whole.shape is Shape.DURATION is not part.shape and when(skeleton, match.start("total"))
        told = part.shape is Shape.BARE and pattern(r" (?:ne|n'|ont|sont|étaient|avaient)\b").match(
            skeleton.text, match.end("part")
        )
        spent = _spent_over(skeleton, match) if spans else None
        if (spans and spent is None) or (told and whole.shape is not Shape.COUNT):
            continue  # « un gobelet à 1 euro, dont 21 000 sont perdus »
        whole = spent or whole  # « 21 millions sur trois ans, dont 6 cette année »
        part = part.lent(whole)
        if addable(part, whole) and part.shape is not Shape.PERCENT and _same_people(part, whole):
            yield link(
                RelationKind.INCLUSION,
                "dont",
                skeleton.span(match, "trigger"),
                {"whole": whole, "parts": (part,)},
            )


def _spent_over(skeleton: Skeleton, match: re.Match[str]) -> Amount | None:
    """The amount that is spread over the duration that *match* has as its total."""
    start, _ = skeleton.sentence(match.start())
    found = pattern(r"(?P<whole><X>)<h20> (?:sur|en|d'ici|pendant|dans|durant) <d>$").search(
        skeleton.text, start, match.start("total")
    )
    return skeleton.amount(found, "whole") if found else None


def _same_people(part: Amount, whole: Amount) -> bool:
    if part.shape is not Shape.COUNT or part.noun in (whole.noun, None):
        return True
    nouns = [(n or "").lower().rstrip("s") for n in (part.noun, whole.noun)]
    return nouns[1] in _PEOPLE and nouns[0] in _PEOPLE | KINDS
