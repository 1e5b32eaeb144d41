"""What the whole article tells about one of its numbers: its separators, its francs, its money."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from relecture.quantities.draft import Draft
from relecture.quantities.grammar import UnitRead

_POINT = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])")
_COMMA = re.compile(r"\d,\d")
_SHORT_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d,])")
_SWISS = re.compile(
    r"\b(?:CHF|francs suisses?|[Ss]uisses?|Berne|Zurich|Genève|Lausanne|Bâle|Valais|Vaud|Fribourg)\b"
)


def settle(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """*drafts* of folded *text* with what the other numbers of the article decide."""
    settled = _francs(text, _money(drafts))
    written = [d.number.text for d in drafts] + [d.second.text for d in drafts if d.second is not None]
    points = any(_POINT.search(w) for w in written)
    commas = any(_COMMA.search(w) for w in written)
    short_commas = any(_SHORT_COMMA.search(w) for w in written)
    return [_readings(d, points=points, commas=commas, short_commas=short_commas) for d in settled]


def _readings(draft: Draft, *, points: bool, commas: bool, short_commas: bool) -> Draft:
    """Keep the second reading of « 12.294 » or « 1,234 » only where the article leaves the doubt.

    A point is for thousands in an article that writes its decimals with a comma, before things one counts,
    and where the figures end with zero (« 1.600 »); a comma is for decimals unless the article writes them
    with a point.
    """
    number = draft.number
    if len(number.readings) < 2:
        return draft
    if "." in number.text:
        sure = draft.noun is not None or (
            not points and (commas or number.text.rstrip().split(" ")[0].endswith("0"))
        )
    else:
        sure = not points or short_commas
    return replace(draft, number=replace(number, readings=())) if sure else draft


def _money(drafts: Sequence[Draft]) -> list[Draft]:
    """Millions of nothing are money, in the currency last met (or next met); without one, they go."""
    money: list[tuple[int, UnitRead]] = [
        (d.start, d.unit)
        for d in drafts
        if d.unit is not None and d.unit.dimension == "currency" and not d.understood
    ]
    starts = [start for start, _ in money]
    out = []
    for draft in drafts:
        if draft.understood and draft.unit is None and draft.noun is None:
            if not money:
                continue
            before = bisect_left(starts, draft.start)
            draft = replace(draft, unit=money[max(before - 1, 0)][1])
        out.append(draft)
    return out


def _francs(text: str, drafts: list[Draft]) -> list[Draft]:
    """Bare « francs » are Swiss, or CFA, in an article that says so; else French ones."""
    bare = [i for i, d in enumerate(drafts) if d.unit is not None and _bare_franc(d.unit)]
    if not bare:
        return drafts
    swiss = any("'" in drafts[i].number.text for i in bare) or _SWISS.search(text) is not None
    name = "swiss_franc" if swiss else "cfa_franc" if "CFA" in text else None
    if name is None:
        return drafts
    out = list(drafts)
    for i in bare:
        unit = out[i].unit
        assert unit is not None
        out[i] = replace(out[i], unit=replace(unit, canonical=unit.canonical.replace("french_franc", name, 1)))
    return out


def _bare_franc(unit: UnitRead) -> bool:
    return unit.canonical.startswith("french_franc") and "français" not in unit.text
