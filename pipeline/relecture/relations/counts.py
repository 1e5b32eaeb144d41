"""Announced counts: « trois pays : la France, l'Italie… », and numbers written twice, « trois (4) éoliennes »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Shape
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.types import Relation, RelationKind

_MOST = 12
#: An item is a short noun group: a verb or a figure makes the list something else.
_ITEM = r"[^,;:.()§]{2,45}"
_LIST = rf"(?P<count><C>)<h40> ?: (?P<items>{_ITEM}(?:, {_ITEM}){{0,10}}(?:,? et {_ITEM})?)(?=[.§]|$)"
_VAGUE = r"\b(?:dont|notamment|comme|parmi|etc|entre autres|par exemple|plus|ou|puis|sur|selon|mais|car|est|sont|a|ont|sera|seront|pour que|qui|que|il|elle|ils|elles|on|nous|je)\b|…|\.\.\."


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The counts whose elements are listed, and the numbers given in words and in figures."""
    for match in skeleton.find(_LIST.replace("§", STOP)):
        count, items = skeleton.amount(match, "count"), match["items"]
        if (
            count.value > _MOST
            or pattern(_VAGUE).search(items)
            or any(at in skeleton.marks for at in range(match.start("items"), match.end("items")))
        ):
            continue
        listed = re.split(r", et |, | et ", items)
        pairs = items.count(" et ")
        if pairs <= 1 and count.approximate is False:
            yield link(
                RelationKind.PARTITION,
                "items",
                skeleton.span(match, "items"),
                {"whole": count},
                items=len(listed),
                open=pairs == 0 and len(listed) == 1,
            )
    for match in skeleton.find(r"(?P<words><N>|<C>) ?\((?P<figures><N>)\)"):
        words, figures = skeleton.amount(match, "words"), skeleton.amount(match, "figures")
        near = (
            words.shape is Shape.BARE
            or words.approximate
            or _scaled(words.quantity.text if words.quantity else "")
        )
        if near:
            yield link(
                RelationKind.EQUALITY, "spelled", skeleton.span(match), {"source": words, "stated": figures}
            )


def _scaled(written: str) -> bool:
    return "million" in written or "milliard" in written
