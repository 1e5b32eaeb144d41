"""Numbers whose unit is that of the quantity before: « 4,5 gigawatts au lieu de 6,5 », « 400 en Bretagne »."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from relecture.quantities import traps
from relecture.quantities.draft import Draft
from relecture.quantities.numbers import Number, read_number
from relecture.types import Kind

_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-Ý«\"])|\n")
#: Words that oppose a number to the one before, whatever follows.
_AGAINST = re.compile(
    r"(?<!\w)(?:au lieu de|contre|après|dont|plutôt que|et non)(?: d'| les| près de| environ)? $", re.I
)
#: What a list of shares puts before each, when a place, a year or a beneficiary follows.
_LISTED = re.compile(r"(?:(?<!\w)(?:et|puis)|[,:;]) $")
_FOLLOWED = re.compile(r" (?:pour|dans|en|à|au|aux|chez|côté|sur)(?!\w)| l'an | un an | il y a ")
_CLOSED = re.compile(
    r"[.,;)]|\s*$| (?:pour|dans|en|à|au|aux|chez|un an|l'an|auparavant|initialement|"
    r"hier|il y a|la veille)(?!\w)"
)
_YEARS = range(1900, 2101)
_INHERITED = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.PERCENT})


def read_ellipsis(text: str, start: int, before: Draft) -> Draft | None:
    """The quantity that the bare number at *start* is, in the unit or with the noun of *before*."""
    if before.base_kind not in _INHERITED or before.times or before.number.form in ("fraction", "vague"):
        return None
    if before.unit is None and before.noun is None:
        return None
    if _SENTENCE_END.search(text, before.end, start):
        return None
    number = read_number(text, start)
    if number is None or number.value is None or number.scaled or number.form not in ("digits", "words"):
        return None
    if number.small_word or _is_year(number) or traps.label_before(text, start) or not _stands(text, number):
        return None
    if before.number.scaled and number.value < 1000 <= before.number.scale:
        number = replace(number, value=number.value * before.number.scale, scale=before.number.scale)
    noun = before.noun
    return Draft(start, number.end, number, unit=before.unit, noun=noun, understood=True, kind=before.base_kind)


def _stands(text: str, number: Number) -> bool:
    """True when the words around make *number* a fellow of the one before."""
    back = max(0, number.start - 24)
    if _AGAINST.search(text, back, number.start):
        return _CLOSED.match(text, number.end) is not None
    substantial = number.form == "words" or (number.value or Decimal(0)) >= 10
    return (
        substantial
        and _LISTED.search(text, back, number.start) is not None
        and _FOLLOWED.match(text, number.end) is not None
    )


def _is_year(number: Number) -> bool:
    return (
        number.form == "digits"
        and len(number.text) == 4
        and number.text.isdigit()
        and int(number.text) in _YEARS
    )
