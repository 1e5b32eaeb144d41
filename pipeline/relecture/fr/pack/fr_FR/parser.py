"""What quantulum3's parser asks of a language."""

import re
from typing import Any

from quantulum3 import classes as cls
from quantulum3 import load, parser
from quantulum3 import regex as reg

from . import lang

_WORDS = {
    **{word: n for n, word in enumerate(reg.units(lang))},
    **{word: n * 10 for n, word in enumerate(reg.tens(lang)) if word},
    "une": 1,
    "octante": 80,
}
_SCALES = {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join([*_WORDS, 'vingts', 'cents?', *(s + 's?' for s in _SCALES)])})(?!\w)(?: et |[ -])?)+"
)


def clean_text(text: str) -> str:
    """*text* with decimal commas as points and the spaces and apostrophes of print made plain, same length."""
    text = text.translate({0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2019: "'"})
    return re.sub(r"(?<=\d),(?=\d)", ".", text)


def extract_spellout_values(text: str) -> list[dict[str, Any]]:
    """Numbers in words, with where they stand and what they are worth."""
    values = []
    for match in _NUMBER.finditer(text.lower()):
        surface = re.sub(r"(?: et |[ -])$", "", match[0])
        if surface in ("un", "une"):
            continue
        start = match.start()
        values.append(
            {
                "old_surface": text[start : start + len(surface)],
                "old_span": (start, start + len(surface)),
                "new_surface": str(float(_value(surface))),
            }
        )
    return values


def _value(words: str) -> int:
    total = current = 0
    for word in re.findall(r"\w+", words):
        bare = word.rstrip("s") if word not in _WORDS else word
        if bare == "cent":
            current = max(current, 1) * 100
        elif bare in _SCALES:
            total, current = total + max(current, 1) * _SCALES[bare], 0
        elif bare == "vingt" and current % 100 == 4:
            current += 76  # quatre-vingts
        elif word != "et":
            current += _WORDS[bare]
    return total + current


def parse_unit(_: Any, unit: str, slash: bool) -> tuple[str, int]:
    """The surface of one unit and its power: « m² » after a slash is (« m », -2)."""
    if unit in load.units(lang).symbols or unit in load.units(lang).surfaces:
        return unit, -1 if slash else 1
    sign = -1 if slash else 1
    power = re.search(rf"\^?(-?\d|[{reg.unicode_superscript_regex()}])$", unit)
    if power is not None:
        figure = reg.unicode_superscript().get(power[1], power[1])
        return unit[: power.start()], sign * int(figure)
    for word, exponent in reg.powers(lang).items():
        if unit.endswith(f" {word}"):
            return unit.removesuffix(f" {word}"), sign * exponent
    return unit, sign


def build_quantity(
    orig_text: str,  # noqa: ARG001  quantulum3's signature
    text: str,  # noqa: ARG001
    item: Any,  # noqa: ARG001
    values: list[float],
    unit: Any,
    surface: str,
    span: tuple[int, int],
    uncert: float | None,
    classifier_path: str | None = None,  # noqa: ARG001
) -> list[Any] | None:
    """The quantities of one match; nothing for an article alone."""
    if surface.lower() in ("un", "une"):
        return None
    return [
        cls.Quantity(value=v, unit=unit, surface=surface, span=span, uncertainty=uncert, lang=lang)
        for v in values
    ]


def name_from_dimensions(dimensions: list[dict[str, Any]]) -> str:
    """« kilometre per hour » from its dimensions, in quantulum3's English names."""
    words = []
    for unit in dimensions:
        per = "per " if unit["power"] < 0 else ""
        power = {1: "", 2: "square ", 3: "cubic "}.get(abs(unit["power"]), f"{abs(unit['power'])}th power of ")
        words.append(f"{per}{power}{unit['base']}")
    return " ".join(words)


def is_ranged(quantity1: Any, quantity2: Any, context: str) -> tuple[int, int] | None:
    """The span of « 3 MW à 5 MW » or of « entre 3 et 5 MW »; `None` when the two are apart."""
    link = context[quantity1.span[1] : quantity2.span[0]].strip().lower()
    before = parser.words_before_span(context, quantity1.span, 3)
    if link == "à" or (link == "et" and "entre" in before):
        return quantity1.span[0], quantity2.span[1]
    return None


def is_coordinated(quantity1: Any, quantity2: Any, context: str) -> tuple[int, int] | None:
    """The span of « 3 et 5 MW »; `None` when the two are apart."""
    if context[quantity1.span[1] : quantity2.span[0]].strip().lower() in ("et", "ou", "mais"):
        return quantity1.span[0], quantity2.span[1]
    return None
