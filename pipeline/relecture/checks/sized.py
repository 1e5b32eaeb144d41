"""Adjectives and verbs of size whose figure is of another magnitude: « long de 30 m² », « flashé à 142 km »."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from relecture.checks.around import after, loose, whole
from relecture.fr.magnitudes import Magnitude
from relecture.needles import seek
from relecture.types import Article, Quantity

#: Where the words begin in what leads to the figure, their magnitude, the words, the key of the message.
Hit = tuple[int, Magnitude, str, str]
SIZES = (
    (r"\b(?:longue?s?|large?s?|hautes?|profonde?s?|épais(?:se)?s?|distante?s?|hauts?)\sde", Magnitude((), frozenset({"area", "volume", "mass", "energy", "power", "speed"}), "longueur", "m, km")),
    (r"\bvastes?\sde", Magnitude((), frozenset({"length", "mass", "energy", "power", "speed"}), "surface", "ha, km²")),
    (r"\blourde?s?\sde", Magnitude((), frozenset({"length", "area", "volume", "speed", "energy"}), "masse", "kg, tonnes")),
    (r"\bpuissante?s?\sde", Magnitude((), frozenset({"energy", "length", "volume", "speed"}), "puissance", "kW, ch")),
    (r"\b(?:pèse|pèsent|pesait|pesaient|pesant|pèsera)", Magnitude((), frozenset({"length", "area", "volume", "speed", "temperature"}), "masse", "kg, tonnes")),
    (r"\bs(?:'étend|'étendent|'étendait|'étendra)\ssur", Magnitude((), frozenset({"mass", "volume", "energy", "power", "speed"}), "surface ou de longueur", "ha, km")),
    (r"\b(?:dure|durera|a duré|durait|durent|dureront)", Magnitude((), frozenset({"length", "area", "mass", "energy", "power", "volume"}), "durée", "heures, jours")),
)  # fmt: skip
#: What lasts.
LASTS = Magnitude((), frozenset({"length"}), "durée", "années, siècles")
#: What an electricity emits.
EMITS = Magnitude((), frozenset({"mass/power"}), "masse par énergie", "g/kWh")
RUNS = Magnitude((), frozenset({"length"}), "vitesse", "km/h")


@cache
def _size_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?P<noun>{source})\s{loose()}$", re.I) for source, _ in SIZES)


@lru_cache(maxsize=64)
def _sizes(measured: str) -> tuple[tuple[Magnitude, re.Pattern[str]], ...]:
    """The adjectives and verbs of size that *measured* contradicts."""
    listed = zip(SIZES, _size_patterns(), strict=True)
    return tuple((magnitude, pattern) for (_, magnitude), pattern in listed if measured in magnitude.wrong)


@cache
def _one_side() -> re.Pattern[str]:
    # « vaste de 20 kilomètres de long »
    return re.compile(r"\s(?:de|en|sur)\s(?:long|large|longueur|largeur|côté|diamètre|tour|\d)")


def sized(lead: str, measured: str, tail: str) -> Hit | None:
    """The adjective or the verb of size that *lead* ends on; *tail* follows the figure."""
    for magnitude, pattern in _sizes(measured):
        match = seek(pattern, lead)
        if match and not (measured == "length" and _one_side().match(tail)):
            return match.start(), magnitude, match["noun"], "verb"
    return None


@cache
def _run() -> re.Pattern[str]:
    verbs = r"(?:roul\w+|fil\w+|circul\w+|flashé\w*|chronométré\w*|contrôlé\w*|intercepté\w*|surpris\w*|lancé\w*|fonce\w*|fonçait|souffl\w+|limité\w*)"
    winds = r"(?:rafales?|bourrasques?|vents?)(?:\s(?!à|de|sur)[^\W\d]+){0,2}\s(?:de|d'|jusqu'à|allant\sjusqu'à|atteignant|dépassant|frôlant|approchant|ont\s(?:atteint|dépassé|frôlé)|ont\ssoufflé\sà)"
    return re.compile(
        rf"\b(?P<noun>(?:{verbs}|rafales?|bourrasques?|vents?)\sà|{winds})\s?(?:plus\sde\s|près\sde\s|environ\s|quelque\s|moins\sde\s|une\s(?:vitesse|allure)\sde\s)?$",
        re.I,
    )


#: Verbs that a speed follows only where the sentence speaks of one.
_HALTED = ("limit", "lanc", "contrôl", "intercept", "surpri")


def running(article: Article, quantity: Quantity, lead: str, measured: str) -> Hit | None:
    """« flashé à 142 km », « des rafales de 130 km », with nothing behind that makes it a place; « 4 années-lumière » of time."""
    if measured != "length" or quantity.unit is None:
        return None
    if quantity.unit.canonical == "light_year":
        return _lasting(lead, after(article, quantity, 30))
    if not quantity.unit.canonical.startswith("kilometer"):
        return None
    match = seek(_run(), lead)
    place = re.match(r"\s?(?:de|d'|du|des|avant|après|plus|au|autour)\b", after(article, quantity, 12))
    if match is None or place or (quantity.value or quantity.high or 0) < 30:
        return None
    if match["noun"].lower().startswith(_HALTED) and "vitesse" not in lead.lower():
        return None
    return match.start(), RUNS, match["noun"], "verb"


@cache
def _time() -> re.Pattern[str]:
    verbs = r"(?:a|ont|aura|auront|avait)\smis|met|mettent|mettra|mettront|mettrait|mettait|dure|durera|durerait|a\sduré|durent"
    return re.compile(
        rf"\b(?P<noun>{verbs}|pendant|durant|depuis|il\sy\sa|vie(?:ux|ille)s?\sde|âgée?s?\sde)\s{loose()}$",
        re.I,
    )


def _lasting(lead: str, tail: str) -> Hit | None:
    """« a mis 41 années-lumière à nous parvenir »: a light-year is no time."""
    match = seek(_time(), lead)
    if match is None:
        return None
    if match["noun"].lower() == "il y a" and re.match(
        r"[^.;]*\b(?:entre|jusqu|d'ici|de distance|séparent)\b", tail
    ):
        return None
    return match.start(), LASTS, match["noun"], "verb"


def emitted(article: Article, quantity: Quantity, lead: str, measured: str) -> Hit | None:
    """« 32 grammes de CO2 par kilowatt »: what electricity emits is counted by what is produced."""
    if measured != "mass/power" or re.search(r"CO2|CO₂|carbone", whole(article, quantity)) is None:
        return None
    return len(lead), EMITS, "CO2", "verb"
