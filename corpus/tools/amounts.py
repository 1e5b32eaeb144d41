"""Reading the amount that an author marked: value, canonical unit, kind, SI value.

The mark already says where the quantity is, so this only has to read one short surface; what it cannot
read is an error, and the author then writes the value and unit in the mark.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import yaml
from text_to_num import text2num

_UNITS = Path(__file__).with_name("units.yaml")
_FOLD = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "−": "-", "–": "-"})
_DIGITS = r"[-+]? ?(?:\d{1,3}(?:[ '.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
_COLLECTIVES = {
    "demi-douzaine": 6, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_FRACTIONS = {
    "moitié": (1, 2), "demi": (1, 2), "tiers": (1, 3), "quart": (1, 4), "quarts": (1, 4),
    "cinquième": (1, 5), "cinquièmes": (1, 5), "sixième": (1, 6), "dixième": (1, 10),
}  # fmt: skip
_SCALES = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_MONEY = {"euro", "eurocent", "dollar", "canadian_dollar", "swiss_franc", "pound_sterling", "yen"}
_TIME = {"millisecond", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
_PREFIX = {"milli": "1e-3", "kilo": "1e3", "mega": "1e6", "giga": "1e9", "tera": "1e12", "": "1"}
#: Joules or watts in one unit (the calorie-based definition of the tonne of oil equivalent, as IEA's).
_SI = {"watt_hour": ("3600", "J"), "joule": ("1", "J"), "watt": ("1", "W"),
       "tonne_of_oil_equivalent": ("41868000000", "J"), "calorie": ("4.184", "J")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """What a surface says; numbers are decimal strings, ``value`` or ``low`` and ``high``."""

    unit: str
    kind: str
    value: str | None = None
    low: str | None = None
    high: str | None = None
    range_of: str | None = None
    noun: str | None = None


@functools.cache
def _units() -> dict[str, str]:
    table = yaml.safe_load(_UNITS.read_text(encoding="utf-8"))
    return {surface.replace("’", "'"): name for name, surfaces in table.items() for surface in surfaces}


def written(number: Decimal) -> str:
    """A decimal as the contract writes it: no exponent, no trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(text: str) -> Decimal:
    bare = re.sub(r"(?<=\d)[ '](?=\d{3})", "", text).replace(" ", "")
    if re.fullmatch(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))


def _words(text: str) -> tuple[Decimal, str] | None:
    """The longest run of number words at the start, and what follows."""
    pieces = text.split(" ")
    for size in range(min(5, len(pieces)), 0, -1):
        head = " ".join(pieces[:size]).lower()
        try:
            number = 1 if head in ("un", "une") else text2num(head, "fr")
        except ValueError:
            continue
        return Decimal(number), " ".join(pieces[size:])
    return None


def _number(text: str) -> tuple[Decimal, str]:
    match = re.match(rf"({_DIGITS})", text)
    if match:
        value, rest = _digits(match[1]), text[match.end() :].lstrip()
        split = re.match(r"h ?(\d\d)\b", rest)
        if split:
            return value + Decimal(split[1]) / 60, "h" + rest[split.end() :]
    else:
        found = _words(text)
        first = re.sub(r"^(?:une? |la |le )", "", text, flags=re.I).split(" ")[0].lower()
        name = first.rstrip("s") if first.rstrip("s") in _COLLECTIVES else first
        rest_all = text[text.lower().index(first) + len(first) :].lstrip()
        if name in _COLLECTIVES:
            value, rest = Decimal(_COLLECTIVES[name]), _undetermined(rest_all)
        elif first in _FRACTIONS:
            top, bottom = _FRACTIONS[first]
            return Decimal(top) / Decimal(bottom), _undetermined(rest_all)
        elif found is None:
            raise ValueError(f"no number in « {text} »")
        else:
            value, rest = found
            word = rest.split(" ")[0]
            if word in _FRACTIONS:
                share = Fraction(int(value)) * Fraction(*_FRACTIONS[word])
                return Decimal(share.numerator) / Decimal(share.denominator), rest[len(word) :].strip()
    word = re.split(r"[ ]", rest)[0]
    if word in _SCALES:
        rest = rest[len(word) :].lstrip()
        value *= _SCALES[word]
        if rest.startswith("et demi"):
            value, rest = (
                value * Decimal("1.5") if value == _SCALES[word] else value + _SCALES[word] / 2,
                rest[7:],
            )
        rest = _undetermined(rest.lstrip())
    glued = re.match(r"(k|M|Md) ?(?=€|\$)", rest)
    if glued:
        value, rest = value * {"k": 10**3, "M": 10**6, "Md": 10**9}[glued[1]], rest[glued.end() :]
    return value, rest


def _undetermined(text: str) -> str:
    return re.sub(r"^(?:de |d')", "", text)


def _unit(text: str) -> str | None:
    """The canonical unit, simple or a rate; ``None`` when the words are a counted noun."""
    units = _units()
    if text in units:
        return units[text]
    for split in re.finditer(r" ?/ ?| par | le | la | l'| au | à l'| du ", text):
        above, below = units.get(text[: split.start()]), text[split.end() :]
        under = "(100*kilometer)" if below in ("100 km", "100 kilomètres") else _unit(below)
        if above and under:
            return f"{above}/{under}"
    return None


def _kind(unit: str) -> str:
    if "/" in unit and not unit.startswith("percent/"):
        return "rate"
    if unit in _MONEY:
        return "money"
    if unit.startswith("percent"):
        return "percent"
    if unit in ("degree_celsius", "degree_fahrenheit", "kelvin"):
        return "temperature"
    return "duration" if unit in _TIME else "measure"


def read(surface: str, note: str = "") -> Amount:
    """The amount that *surface* writes, or that the author's *note* (« 3..5 percent ») gives."""
    text = surface.translate(_FOLD)
    if note:
        return _noted(note)
    spread = re.match(rf"({_DIGITS})( et | à | ou |-)(?=\d)", text)
    if spread:
        low, scale = _number(text)[0], 1
        high, rest = _number(text[spread.end() :])
        bare = _digits(re.match(_DIGITS, text[spread.end() :])[0])  # type: ignore[index]
        scale = int(high / bare) if bare else 1
        return _amount(rest, low=low * scale, high=high)
    if re.match(r"\w+ (?:à|ou|et) \w+ ", text) and not text[0].isdigit():
        first, _, after = re.split(r" (à|ou|et) ", text, maxsplit=1)
        low_words, high_words = _words(first), _words(after)
        if low_words and high_words:
            return _amount(high_words[1], low=low_words[0], high=high_words[0])
    value, rest = _number(text)
    half = re.search(r" et demie?$", rest)
    if half:
        value, rest = value + Decimal("0.5"), rest[: half.start()]
    fraction = value != int(value) and not re.search(r"\d", text) and not half
    return _amount(rest, value=value, fraction=fraction)


def _amount(rest: str, fraction: bool = False, **numbers: Decimal) -> Amount:
    rest = rest.strip()
    unit = _unit(rest)
    kind = _kind(unit) if unit else "percent" if fraction else "count"
    noun = rest if unit is None and kind == "count" else None
    if kind == "count" and any(number != int(number) for number in numbers.values()):
        raise ValueError(f"« {rest} » is not in units.yaml, and a count is a whole number")
    given = {key: written(round(n, 6) if n != int(n) else n) for key, n in numbers.items()}
    spread = "low" in given
    return Amount(
        unit or "dimensionless",
        "range" if spread else kind,
        **given,
        range_of=kind if spread else None,
        noun=noun,
    )


def bare(surface: str, *, money: bool) -> bool:
    """Whether the surface is a number whose unit or noun is understood, which the guide leaves open.

    Amounts of money in millions (« 3,3 milliards » after « 8,5 milliards d'euros ») are not left open.
    """
    text = surface.translate(_FOLD)
    value_and_rest = _words(text) if not re.match(_DIGITS, text) else None
    if value_and_rest is not None:
        rest = value_and_rest[1]
    elif match := re.match(_DIGITS, text):
        rest = text[match.end() :].strip()
    else:
        return False
    return rest in _SCALES and not money if rest else True


def _noted(note: str) -> Amount:
    number, unit, *kind = note.split(" ")
    base = kind[0] if kind else "count" if unit == "dimensionless" else _kind(unit)
    if ".." in number:
        low, high = number.split("..")
        return Amount(unit, "range", low=low, high=high, range_of=base)
    return Amount(unit, base, value=None if number == "-" else number)


def si(amount: Amount) -> dict[str, str] | None:
    """The SI value (``value``, or ``low`` and ``high``) of an energy or a power; ``None`` for anything else."""
    for prefix, factor in _PREFIX.items():
        base = amount.unit.removeprefix(prefix)
        if amount.unit == prefix + base and base in _SI:
            size, unit = _SI[base]
            scale = Decimal(factor) * Decimal(size)
            told = {key: getattr(amount, key) for key in ("value", "low", "high")}
            numbers = {key: written(Decimal(n) * scale) for key, n in told.items() if n is not None}
            return numbers | {"unit": unit} if numbers else None
    return None
