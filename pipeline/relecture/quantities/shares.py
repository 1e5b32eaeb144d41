"""Shares said with « sur »: « un Français sur cinq », « neuf sur dix », « un jour sur deux »."""

from __future__ import annotations

import re

from relecture.quantities import traps
from relecture.quantities.draft import Draft
from relecture.quantities.grammar import read_unit
from relecture.quantities.numbers import Number, read_number

#: At most two words between the two numbers: « deux jeunes Français sur trois ».
_OUT_OF = re.compile(r"(?: (?P<noun>[^\W\d_]+(?:[- ][^\W\d_]+)?))? sur (?=\w)")
_LARGEST = 100
_DIGITS_UP_TO = 10


def read_share(text: str, number: Number) -> Draft | None:
    """The share that *number* opens; marks out of ten or twenty (« 15 sur 20 ») are none."""
    if number.value is None or number.form not in ("digits", "words") or number.scaled:
        return None
    link = _OUT_OF.match(text, number.end)
    if link is None or link.end() >= len(text):
        return None
    total = read_number(text, link.end())
    if total is None or total.value is None or total.scaled or total.form not in ("digits", "words"):
        return None
    if total.form == "digits" and _DIGITS_UP_TO < total.value < _LARGEST:
        return None
    whole = number.value == number.value.to_integral_value() and total.value == total.value.to_integral_value()
    if not whole or not 0 < number.value < total.value <= _LARGEST:
        return None
    if link["noun"] is None and (total.form == "digits" or traps.label_before(text, number.start)):
        return None
    if read_unit(text, total.end) is not None or re.match(
        r" [^\W\d_]{3,}s\b|[\d%]|[.,]\d", text[total.end : total.end + 24]
    ):
        return None
    share = Number(number.start, total.end, number.value / total.value, "fraction", text=number.text)
    return Draft(number.start, total.end, share)
