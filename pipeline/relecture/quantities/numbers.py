"""Reading one French number at a place of folded text: digits, words, and both mixed.

Everything is `Decimal`: « 3,88 » is exactly 3.88. Nothing here knows of units, ranges or traps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from relecture.memo import kept
from relecture.openings import tokens
from relecture.quantities.table import data
from relecture.text import lowered

#: A longer run of digits is a code, not a number.
MAX_DIGITS = 24

#: Thousands by space, point or apostrophe, one separator a number; or commas, when there are two groups
#: or a decimal point after (an English habit). Then the decimals. Repeats are bounded: a page of figures is
#: read in time that grows as the page does.
_DIGITS = re.compile(
    r"(?P<int>\d{1,3}(?:(?P<sep>[ .'])\d{3}(?!\d))(?:(?P=sep)\d{3}(?!\d)){0,8}"
    r"|\d{1,3}(?:,\d{3}(?!\d)){2,8}|\d{1,3}(?:,\d{3}){1,8}+(?=\.\d)|\d++)"
    r"(?:(?P<point>[.,])(?P<frac>\d++))?"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r" ?[×x*·.] ?10(?:\^ ?(?P<caret>-?\d{1,2})(?!\d)|(?P<sup>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
#: « 3,6 × 106 »: the exponent lost its superscript on the way.
_FLAT_POWER = re.compile(r" ?[×x] ?(?P<flat>10(?P<power>[2-9]|1\d|2[0-4]))(?![\d.,])")
_BARE_POWER = re.compile(r"10(?:\^(?P<caret>-?\d{1,2})(?!\d)|(?P<sup>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
_SLASH = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,3})(?![\d/,.]\d?)")
_DIGIT = re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_HALF = re.compile(r" et demie?(?!\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at ``start``..``end``.

    ``form`` is ``digits``, ``words``, ``fraction``, ``collective`` or ``vague``; ``scaled`` is true when a
    scale word or symbol closes it (« 3 millions »), so that « de » may come before the unit. ``scale`` is
    that scale, to be lent to the first bound of a range. ``value`` is ``None`` for a vague number.
    """

    start: int
    end: int
    value: Decimal | None
    form: str
    scaled: bool = False
    scale: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    text: str = ""

    @property
    def small_word(self) -> bool:
        """True for « un » and « une », which are articles more often than numbers."""
        return self.form == "words" and self.value == 1


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    return _Lexicon(data("numbers.toml"))


class _Lexicon:
    def __init__(self, raw: dict[str, Any]) -> None:
        tables: dict[str, dict[str, int]] = {k: v for k, v in raw.items() if isinstance(v, dict)}
        cardinals = str(raw["cardinals"]).split()
        self.scales = {w: Decimal(10) ** p for w, p in tables["scales"].items()}
        self.collectives = {w: Decimal(n) for w, n in tables["collectives"].items()}
        self.fractions = dict(tables["fractions"])
        for word, n in list(self.fractions.items()):
            if word.endswith("ième"):
                self.fractions[word + "s"] = n
        self.unicode = {c: Decimal(a) / Decimal(b) for c, (a, b) in raw["unicode_fractions"].items()}
        word = "|".join(sorted(cardinals, key=len, reverse=True))
        self.words = re.compile(rf"(?:{word})(?!\w)(?:(?:-et-| et |[- ])(?:{word})(?!\w)){{0,14}}", re.I)
        scale = "|".join(sorted(self.scales, key=len, reverse=True))
        self.scale = re.compile(rf" ?(?P<w>{scale})s?(?!\w)", re.I)
        collective = "|".join(sorted(self.collectives, key=len, reverse=True))
        self.collective = re.compile(rf"(?P<w>{collective})(?P<s>s?)(?= d(?:e |'|es )|(?= d))", re.I)
        fraction = "|".join(sorted(self.fractions, key=len, reverse=True))
        self.fraction = re.compile(rf" (?P<w>{fraction})(?![\w-])", re.I)
        starts = {*cardinals, *self.collectives, "demi", "moitié", "quelques", "plusieurs"}
        self.starts = frozenset(starts | {f"{word}s" for word in starts})


@kept
def openings(text: str) -> tuple[int, ...]:
    """Where a number may begin in *text*: every digit, every word that may open a written or a vague one.

    The words are looked up in the set of those of the text: most of a text opens no number.
    """
    found = [match.start() for match in _DIGIT.finditer(text)]
    found += [at for at, _ in tokens(_WORD, _lexicon().starts.__contains__, lowered(text))]
    return tuple(sorted(found))


@lru_cache(maxsize=16)
def read_number(text: str, at: int) -> Number | None:
    """The number that starts exactly at *at*, scale word included; ``None`` when there is none."""
    char = text[at]
    number = _digits(text, at) if char.isdecimal() or char in _lexicon().unicode else _written(text, at)
    if number is None:
        return None
    return replace(number, text=text[number.start : number.end])


def _digits(text: str, at: int) -> Number | None:
    lexicon = _lexicon()
    if text[at] in lexicon.unicode:
        return Number(at, at + 1, lexicon.unicode[text[at]], "fraction")
    power = _BARE_POWER.match(text, at)
    if power is not None:
        return Number(at, power.end(), Decimal(10) ** _exponent(power), "digits")
    slash = _SLASH.match(text, at)
    if slash is not None:
        a, b = Decimal(slash["a"]), Decimal(slash["b"])
        if 0 < a < b and (b < 10 or a == 1):
            return Number(at, slash.end(), a / b, "fraction")
    match = _DIGITS.match(text, at)
    if match is None or match.end() - at > MAX_DIGITS + 8:
        return None
    whole = re.sub(r"[ .',]", "", match["int"])
    fraction = match["frac"] or ""
    if len(whole) + len(fraction) > MAX_DIGITS:
        return None
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    end, readings = match.end(), _readings(match, whole, fraction)
    if readings:
        value = readings[0]
    if end < len(text) and text[end] in lexicon.unicode:
        value, end = value + lexicon.unicode[text[end]], end + 1
    power = _POWER.match(text, end)
    if power is not None:
        value, end = value.scaleb(_exponent(power)), power.end()
    flat = _FLAT_POWER.match(text, end)
    if flat is not None:
        both = (value.scaleb(int(flat["power"])), value * int(flat["flat"]))
        return Number(at, flat.end(), both[0], "digits", readings=both)
    return _scaled(text, Number(at, end, value, "digits", readings=readings))


def _exponent(match: re.Match[str]) -> int:
    return int(match["caret"] or match["sup"].translate(_SUPERSCRIPTS))


def _readings(match: re.Match[str], whole: str, fraction: str) -> tuple[Decimal, ...]:
    """Both values of « 12.294 » (thousands first) or of « 1,234 » (decimals first); else nothing.

    « 0.294 » and « 1.600.000 » have one reading. Which one a document means is decided with its other
    numbers, see `relecture.quantities.separators`.
    """
    if match["sep"] == "." and not fraction and match["int"].count(".") == 1:
        head, tail = match["int"].split(".")
        if head.startswith("0"):
            return (Decimal(f"{head}.{tail}"),)
        return (Decimal(whole), Decimal(f"{head}.{tail}"))
    if match["sep"] is None and match["point"] == "," and len(fraction) == 3 and len(whole) <= 3:
        if whole.startswith("0"):
            return ()
        return (Decimal(f"{whole}.{fraction}"), Decimal(whole + fraction))
    return ()


def _scaled(text: str, number: Number) -> Number:
    """*number* with the scale words that follow (« 3,5 millions », « 2 milliards et demi »)."""
    lexicon, end, scale = _lexicon(), number.end, Decimal(1)
    for _ in range(2):  # « trois mille milliards » is one word number and one scale; « millions de milliards »
        word = lexicon.scale.match(text, end)
        if word is None:
            break
        scale *= lexicon.scales[word["w"].lower()]
        end = word.end()
    value = number.value
    if value is None:
        return number
    half = _HALF.match(text, end)
    if scale > 1 and half is not None:
        return replace(
            number,
            end=half.end(),
            value=(value + Decimal("0.5")) * scale,
            scaled=True,
            scale=scale,
            readings=(),
        )
    if scale == 1:
        return number
    rest = _rest(text, end, scale) if number.form == "words" else None
    if rest is not None:
        return replace(number, end=rest.end, value=value * scale + (rest.value or 0))
    return replace(
        number,
        end=end,
        value=value * scale,
        scaled=True,
        scale=scale,
        readings=tuple(r * scale for r in number.readings),
    )


def _rest(text: str, end: int, scale: Decimal) -> Number | None:
    """« deux cent mille » in « un million deux cent mille », when smaller than the scale."""
    if end >= len(text) or text[end] not in " -":
        return None
    rest = _cardinal(text, end + 1)
    if rest is None or rest.value is None or rest.value >= scale:
        return None
    rest = _scaled(text, rest)
    return rest if rest.value is not None and rest.value < scale else None


def _written(text: str, at: int) -> Number | None:
    lexicon = _lexicon()
    collective = lexicon.collective.match(text, at)
    if collective is not None:
        return _collective(text, at, at, None)
    for word in ("quelques ", "plusieurs "):
        if text[at : at + len(word)].lower() == word:
            return _collective(text, at, at + len(word), word.strip()) or Number(
                at, at + len(word) - 1, None, "vague"
            )
    if text[at : at + 6].lower() == "moitié" and not text[at + 6 : at + 7].isalpha():
        return Number(at, at + 6, Decimal("0.5"), "fraction")
    number = _cardinal(text, at)
    if number is None:
        return None
    fraction = lexicon.fraction.match(text, number.end)
    if fraction is not None and fraction["w"].lower() not in ("demi", "demie"):
        assert number.value is not None
        return Number(at, fraction.end(), number.value / lexicon.fractions[fraction["w"].lower()], "fraction")
    if text[number.end : number.end + 1] == " ":
        gathered = _collective(text, at, number.end + 1, None, None if number.small_word else number)
        if gathered is not None:  # « une dizaine »: the article is not in the span
            return replace(gathered, start=number.end + 1) if number.small_word else gathered
    return _scaled(text, number)


def _cardinal(text: str, at: int) -> Number | None:
    """The longest run of number words at *at* that text2num accepts."""
    match = _lexicon().words.match(text, at)
    if match is None:
        return None
    piece = match[0]
    while piece:
        value = _text2num(piece.lower())
        if value is not None:
            return Number(at, at + len(piece), Decimal(value), "words")
        cut = max(piece.rfind(" "), piece.rfind("-"))
        if cut < 0:
            return None
        piece = re.sub(r"(?:[ -]et)?$", "", piece[:cut], flags=re.I)
    return None


@lru_cache(maxsize=8192)
def _text2num(words: str) -> int | None:
    from text_to_num import text2num  # type: ignore[attr-defined]

    try:
        return int(text2num(words, "fr"))
    except ValueError:
        return None


def _collective(
    text: str, start: int, at: int, vague: str | None, count: Number | None = None
) -> Number | None:
    """« dizaine », « deux douzaines », « quelques centaines », « dizaine de milliers », « milliers »."""
    lexicon = _lexicon()
    match = lexicon.collective.match(text, at)
    if match is None:
        return None
    value, end = lexicon.collectives[match["w"].lower()], match.end()
    plural = bool(match["s"]) or match["w"].lower().endswith("millier" + "s")
    link = re.compile(r" (?:de |d')").match(text, end)
    if link is not None:
        more = lexicon.collective.match(text, link.end()) or lexicon.scale.match(text, link.end())
        if more is not None:
            word = more["w"].lower()
            value *= lexicon.collectives.get(word, lexicon.scales.get(word, Decimal(1)))
            end = more.end()
    if count is not None and count.value is not None:
        return Number(start, end, count.value * value, "collective", scaled=True, scale=value)
    if vague is not None or plural:
        return Number(start, end, None, "vague", scaled=True, low=2 * value, high=10 * value)
    return Number(start, end, value, "collective", scaled=True, scale=value)
