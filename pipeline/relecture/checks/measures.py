"""Which measure of a thing a figure may be, by its unit and by the words just before and after it.

« haut de 12 mètres », « 12 mètres de haut », « sa hauteur atteint 12 mètres » tell one; « un chêne de 12 mètres » leaves
the length open; a power or a speed is told by its unit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from relecture.checks.reference import COUNT
from relecture.fr.attribute_words import ABOUT, ATTRIBUTES, NEAR_EURO, PERIODS, STATES, Attribute
from relecture.quantities.units import comparable, dimension
from relecture.types import Kind, Quantity, Span

#: How far before the figure the name of its measure may stand.
_REACH = 110


def measures_of(quantity: Quantity) -> tuple[Attribute, ...]:
    """The measures that the unit of *quantity* admits."""
    if quantity.base_kind is Kind.COUNT:
        return _counting((quantity.noun or "").lower())
    return _admitted(quantity.unit.canonical, quantity.unit.dimension) if quantity.unit is not None else ()


@lru_cache(maxsize=1024)
def _counting(noun: str) -> tuple[Attribute, ...]:
    return tuple(a for a in _by_dimension().get(COUNT, ()) if re.search(a.counted, noun)) if noun else ()


@lru_cache(maxsize=1024)
def _admitted(unit: str, dimension: str) -> tuple[Attribute, ...]:
    units = {unit, in_euros(unit)}
    return tuple(a for a in _by_dimension().get(dimension, ()) if any(comparable(one, a.unit) for one in units))


def in_euros(unit: str) -> str:
    """*unit* with the euro for a currency of about its worth: the price of a thing is of the same size in both."""
    currency, of, rest = unit.partition("/")
    return f"euro{of}{rest}" if currency in NEAR_EURO else unit


def told_measures(found: tuple[Attribute, ...], text: str, start: int, at: int, end: int) -> list[Attribute]:
    """Those of the measures *found* that the words around the figure at *at* tell, in the clause that begins at *start*.

    *text* is in lower case. None where the words tell nothing that is known.
    """
    period = _period(text, start, at, end)
    # « 500 kW, avale 300 tonnes par an »: the period is none of a power's, which knows none.
    timeless = not any(a.period for a in found) and any(a.alone for a in found)
    kept = [a for a in found if timeless or a.period == period]
    if not kept or (not kept[0].period and _contents().match(text, end)):
        return []
    lead = _loose().sub("", text[max(start, at - _REACH) : at])
    tail = text[end : end + 40]
    after = [a for a in kept if a.after and _after(a).match(tail)]
    if after:
        return after
    near = [a for a in kept if any(p.search(lead) for p in _before(a))]
    if near:
        return near
    named = _last_name(lead) if _linked().search(lead) else None
    if named is not None:
        # A measure that the unit does not admit is no concern of this reader.
        same = [a for a in kept if a.nouns and _names(a.nouns).match(lead, named)]
        if same:
            return same
        if not any(a.alone for a in kept):
            return []
    if any(a.alone for a in kept):
        return [a for a in kept if a.alone]
    # « le litre à ¤ », « le stade, ¤, »: no word tells, but nothing else can be meant.
    at_once = [a for a in kept if a.at and _at(a).search(lead)]
    if at_once:
        return at_once
    if _bare().search(lead):
        return [a for a in kept if a.bare]
    return [a for a in kept if a.at or (a.bare and a.unit != "meter")] if _set_off(lead, tail) else []


def _set_off(lead: str, tail: str) -> bool:
    """True for a figure alone between commas or brackets: « le stade, ¤, », « le stade (¤) »; a length may be a way's."""
    return lead.endswith((", ", "(")) and tail.startswith((",", ")"))


def over_other_periods(
    found: tuple[Attribute, ...], told: list[Attribute], text: str, paragraph: Span
) -> Iterator[Attribute]:
    """Those of *found* that the *told* ones, said without a period, may be: their paragraph names one."""
    if any(a.period for a in told):
        return
    for attribute in found:
        if attribute.period and _periods()[attribute.period].search(text, paragraph.start, paragraph.end):
            yield attribute


def _period(text: str, start: int, at: int, end: int) -> str:
    """The stretch of time that the words by the figure count it over: « par an », « annuelle ». Empty where none is told."""
    figure = _figure().search(text, end, end + 45)
    last = figure.start() if figure is not None else min(len(text), end + 45)
    for name, pattern in _periods().items():
        if pattern.search(text, end, last) or pattern.search(text, max(start, at - 60), at):
            return name
    return ""


@cache
def _figure() -> re.Pattern[str]:
    """The next figure, which has a period of its own."""
    return re.compile(r"(?<=\s)\d")


@cache
def _periods() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"(?<!\w)(?:{source})") for name, source in PERIODS.items()}


@cache
def _loose() -> re.Pattern[str]:
    """What stands between the word that tells and the figure, to its end."""
    return re.compile(rf"(?:(?<=\W)|(?<!.)){ABOUT}$", re.S)


@cache
def _by_dimension() -> dict[str, tuple[Attribute, ...]]:
    found: dict[str, list[Attribute]] = defaultdict(list)
    for attribute in ATTRIBUTES:
        found[COUNT if attribute.unit == COUNT else dimension(attribute.unit)].append(attribute)
    return {name: tuple(listed) for name, listed in found.items()}


@cache
def _after(attribute: Attribute) -> re.Pattern[str]:
    return re.compile(rf" (?:environ )?(?:{attribute.after})(?!\w)")


@cache
def _before(attribute: Attribute) -> tuple[re.Pattern[str], ...]:
    found = []
    if attribute.adjectives:
        found.append(re.compile(rf"\b(?:{attribute.adjectives}) (?:de |d')$"))
    if attribute.verbs:
        found.append(re.compile(rf"(?<!\w)(?:{attribute.verbs}),? (?:de |d'|à )?$"))
    return tuple(found)


@cache
def _at(attribute: Attribute) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{attribute.at}) $")


def _last_name(lead: str) -> int | None:
    """Where the last name of a measure begins in *lead*."""
    last = None
    for match in _names("|".join(_nouns())).finditer(lead):
        last = match.start()
    return last


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.nouns for a in ATTRIBUTES if a.nouns))


@cache
def _names(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns})s?\b")


@cache
def _linked() -> re.Pattern[str]:
    """What joins a figure to the name of its measure."""
    return re.compile(
        rf"(?:\b(?:de|d'|à|à|ses|aux)|[:(=]|\b(?:{STATES})(?: (?:de|à|sur|autour de|aux|pas|ainsi|été))*) ?$"
    )


@cache
def _bare() -> re.Pattern[str]:
    """« un chêne de ¤ », « avec ses ¤ », « fort de ses ¤ »."""
    return re.compile(r"(?:\b(?:de|avec|malgré|du haut de)|\bd') ?$")


@cache
def _contents() -> re.Pattern[str]:
    """The figure is what the thing holds or carries, or a part of something: « un camion de 3 kilos de cocaïne »."""
    return re.compile(
        r" (?:de |d'|du |des )(?!muscles|poids|plus\b|haut|long|large|fond|profond|creux|diamètre|envergure|épaisseur|elevation|élévation|autonomie|portée|hauteur|surface|superficie|altitude|puissance|capacité|contenance"
        r"|sa |son |eau\b|batteries?\b|gaz\b|gnl\b|pétrole\b|éolien\b|solaire\b|nucléaire\b|parcours|cours|gestation|incubation|longévité|existence|moyenne|espérance|couple|chaleur|froid|débit|une aile|courant|électricité|consommation|long\b)"
        r"|(?: environ)? (?:plus|moins|supplémentaires?|de plus|de moins)\b| trop\b"
    )
