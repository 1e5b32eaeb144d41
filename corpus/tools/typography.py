"""The typographic habits of newsrooms, applied to sources typed with plain spaces and straight apostrophes.

``plain``   straight apostrophes, plain spaces everywhere: a content system that normalises
``web``     curly apostrophes, plain spaces
``nbsp``    curly apostrophes, U+00A0 before double punctuation, symbols and in thousands
``print``   curly apostrophes, U+202F before ; ! ? % and in thousands, U+00A0 elsewhere
``wire``    straight apostrophes, U+00A0 in thousands and before units, no space before %
``swiss``   curly apostrophes as thousands separators too, guillemets without spaces
"""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP, NARROW = "\u00a0", "\u202f"
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3})((?: \d{3})+)(?!\d)")
_SYMBOL = re.compile(r"(?<=\d) (?=(?:[kMGT]?Wh?c?|[kMG]?J|€|\$|km|°C|M€|Md€|ha|t|m|kg)\b|€|\$|°)")


def _thousands(text: str, space: str) -> str:
    return _THOUSANDS.sub(lambda m: m[1] + m[2].replace(" ", space), text)


def _spaced(text: str, thin: str, wide: str) -> str:
    text = _SYMBOL.sub(wide, _thousands(text, thin))
    text = re.sub(r" (?=[;!?%])", thin, text)
    text = re.sub(r" (?=[:»])", wide, text)
    return re.sub(r"(?<=«) ", wide, text)


def _curly(text: str) -> str:
    return text.replace("'", "’")


def _wire(text: str) -> str:
    return _SYMBOL.sub(NBSP, _thousands(text, NBSP)).replace(" %", "%")


def _swiss(text: str) -> str:
    return _curly(re.sub(r"(?<=«) | (?=[»%])", "", text))


STYLES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "web": _curly,
    "nbsp": lambda text: _spaced(_curly(text), NBSP, NBSP),
    "print": lambda text: _spaced(_curly(text), NARROW, NBSP),
    "wire": _wire,
    "swiss": _swiss,
}
