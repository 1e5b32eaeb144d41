"""What the whole article tells about one of its numbers: its separators, its francs, its money."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from relecture.quantities.draft import Draft
from relecture.quantities.grammar import UnitRead

_POINT = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])")
_COMMA = re.compile(r"\d,\d")
_SHORT_COMMA = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d,])")
#: Words that make « 12,5 millions » an amount in an article that names no currency.
_MONEY = re.compile(
    r"(?<!\w)(?:budget|coût|coûte|chiffre d'affaires|déficit|dette|facture|invest|dépens|prix|montant|"
    r"subvention|transfert|bénéfice|recette|enveloppe|financ|salaire|amende|loyer|prêt|emprunt|levé|capital|valoris|somme)",
    re.I,
)
#: How far around a number such a word is sought, in characters.
_AROUND = 80
_EURO = UnitRead(0, 0, "euro", "")
_SWISS = re.compile(
    r"\b(?:CHF|francs suisses?|[Ss]uisses?|Berne|Zurich|Genève|Lausanne|Bâle|Valais|Vaud|Fribourg|"
    r"vaudois\w*|lausannois\w*|genevois\w*|valaisan\w*|bernois\w*|zurichois\w*|jurassien\w*|neuchâtelois\w*|"
    r"fribourgeois\w*|tessinois\w*|bâlois\w*|helvétique\w*|Grand Conseil|Conseil fédéral)\b"
)


def settle(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """*drafts* of folded *text* with what the other numbers of the article decide."""
    settled = _francs(text, _money(text, drafts))
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
    if len(number.readings) < 2 or not set("×x").isdisjoint(number.text):
        return draft
    if "." in number.text:
        round_figures = number.text.split(" ")[0].endswith("0")
        sure = draft.noun is not None or (not points and (commas or round_figures))
    else:
        sure = not points or short_commas
    return replace(draft, number=replace(number, readings=())) if sure else draft


def _money(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Millions of nothing are money, in the currency that the article names most.

    In an article without money they are euros near a word of money, and else things or people.
    """
    named = Counter(
        d.unit.canonical
        for d in drafts
        if d.unit is not None and d.unit.dimension == "currency" and not d.understood
    )
    usual = UnitRead(0, 0, named.most_common(1)[0][0], "") if named else None
    out = []
    for draft in drafts:
        if draft.understood and draft.unit is None and draft.noun is None:
            if usual is not None:
                draft = replace(draft, unit=usual)
            elif _MONEY.search(text, max(0, draft.start - _AROUND), draft.end + _AROUND):
                draft = replace(draft, unit=_EURO)
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
