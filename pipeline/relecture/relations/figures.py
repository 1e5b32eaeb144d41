"""Numbers that no quantity covers: « passé de 127 à 183 », « trois grièvement, neuf plus légèrement »."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.quantities.numbers import Number, openings, read_number
from relecture.relations.amounts import Amount, Shape
from relecture.relations.bounds import last_digits
from relecture.types import Span

#: A plain four-digit number in this range, ungrouped and without a unit, is a year.
_YEARS = (1500, 2150)


def bare_numbers(prose: str, start: int, end: int) -> Iterator[Amount]:
    """The numbers of *prose* between two offsets, as amounts without a unit; years as dates."""
    places = openings(prose)
    at = start
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        if place < at or not _apart().match(prose, place):
            continue
        number = read_number(prose, place)
        if number is None or number.value is None or number.end > end or number.small_word:
            continue
        at = number.end
        if number.form == "vague" or not number.value or _glued(prose, number) or _names(prose, number):
            continue
        if number.text.lower() == "neuf" and _is_new(prose, number):
            continue
        yield _amount(number)


def definite_fractions(prose: str, busy: list[Span]) -> Iterator[Amount]:
    """« le tiers des dépenses », « le quart du budget »: fractions that no number opens."""
    if " tiers " not in prose and " quart " not in prose:
        return
    for match in _definite().finditer(prose):
        span = Span(match.start("part"), match.end("part"))
        if any(span.overlaps(b) for b in busy):
            continue
        value = 1 / Decimal(3 if match["part"].endswith("tiers") else 4)
        yield Amount(
            id=f"{span.start}-{span.end}",
            span=span,
            shape=Shape.FRACTION,
            value=value,
            ulp=Decimal("0.01"),
            zeros=Decimal("0.01"),
        )


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<part>[Ll]e (?:tiers|quart))(?= (?:des |du |de la |de l['’]|de (?:ses|leurs|son|sa|leur|nos|ces) |d['’]entre |restant\b))"
    )


def _amount(number: Number) -> Amount:
    assert number.value is not None  # the caller has looked
    written = number.value / number.scale
    ulp, zeros = last_digits(_as_written(number, written))
    shape = Shape.BARE
    if number.form == "fraction":
        shape = Shape.FRACTION
    elif (
        number.form == "digits"
        and re.fullmatch(r"\d{4}", number.text)
        and _YEARS[0] <= number.value <= _YEARS[1]
    ):
        shape = Shape.DATE
    return Amount(
        id=f"{number.start}-{number.end}",
        span=Span(number.start, number.end),
        shape=shape,
        value=number.value,
        ulp=ulp * number.scale,
        zeros=zeros * number.scale,
        readings=number.readings,
    )


def _as_written(number: Number, value: Decimal) -> Decimal:
    """*value* with the decimals of the figure: « 3,0 » keeps its zero."""
    match = re.search(r"\d,(\d+)", number.text)
    return value.quantize(Decimal(1).scaleb(-len(match[1]))) if match else value


def _glued(prose: str, number: Number) -> bool:
    """True for a figure that is a piece of something else: « 14h08 », « A6 », « 2e », « 3-0 », « 12/05 »."""
    return _stuck().match(prose, number.end) is not None or (
        number.form == "digits" and prose[max(0, number.start - 1) : number.start] in tuple("-/:+°.,")
    )


def _names(prose: str, number: Number) -> bool:
    """True for a figure that names rather than counts: « Flamanville 3 », « n° 4 », « article 12 »."""
    grouped = re.search(r"\d[ .'’]\d{3}", number.text) is not None  # « le Département 410 000 » names nothing
    return (
        number.form == "digits"
        and not grouped
        and _elliptic().search(prose, max(0, number.start - 40), number.start) is None
        and _named().search(prose, max(0, number.start - 24), number.start) is not None
    )


def _is_new(prose: str, number: Number) -> bool:
    """True for « neuf » that says that a thing is new: « un appareil neuf », « remis à neuf »."""
    before = max(0, number.start - 40)
    return (
        _of_a_thing().search(prose, before, number.start) is not None
        and _ends().match(prose, number.end) is not None
    )


@cache
def _of_a_thing() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<!\w)(?:une?|le|du|au|ce|cet|son|leur|tout|chaque|aucun|de|en|contre|que)\ |(?<!\w)[ldLD]')(?!une?\ )(?<!en\ (?=(?:obtien|compt|gard|pren|conserv|remport|emport|décroch|reço|récup|détien|recens|dénombr|perd|gagn|accueil|emploi|align|rafl|vend|rest|exploit)))[^\W\d_]{3,}\ $"
        r"|\b(?:rien|quoi)\ de\ $|\b(?:rem[ie]\w+|refai\w+|rénov\w+|retap\w+)\ à\ $"
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        r"\ ?(?:[,.;:!?)»…]|$)|\ (?:et|ou|à|de|du|dans|pour|qui|qu[e']|en|sur|par|d'|aux?|des|est|coût\w+|consomm\w+)\b"
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'-])|(?<=\b[dlDL]')")


@cache
def _stuck() -> re.Pattern[str]:
    return re.compile(r"[\w°/]|[.,:-]\d|-[^\W\d]| (?:e|er|ère|ème)\b")


@cache
def _elliptic() -> re.Pattern[str]:
    """« celui de Nantes 71 »: what the pronoun stands for is counted."""
    return re.compile(r"\b(?:celui|celle|ceux|celles) (?:d[eu] |d['’]|des |de l[a'’] ?)[^\W\d][\w'’-]{1,20} $")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bn ?°|\bnuméro|\barticle|\bart\.|\bchapitre|\bpage|\bniveau|\bligne|\btranche|\bréacteur|\bunité|\bphase"
        r"|\btome|\bversion|\bchaîne|\bzone|\bscope|\bclasse|\bcatégorie|\brang|\bsemaine|\b(?:A|D|N|RN|RD|G|L)"
        r"|\bdépartementale|[\w,;'’] [A-ZÀ-Ý][\wÀ-ÿ-]{2,})\ ?$"
    )
