"""The amounts of an article, in text order: its quantities, its dates and the numbers left bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.memo import kept
from relecture.relations.amounts import Amount, Shape, shape_of
from relecture.relations.approximators import qualified
from relecture.relations.bounds import last_digits
from relecture.relations.figures import bare_numbers, definite_fractions
from relecture.types import Article, DateMention, Kind, Quantity, Span, Unit


def operands(article: Article) -> tuple[tuple[Amount, Span], ...]:
    """Every amount with the stretch it covers, its approximators included."""
    return _operands(_Source(article))


class _Source:
    """What amounts are read from: the same for an article and for a copy of it that holds its relations too."""

    def __init__(self, article: Article) -> None:
        self.article = article  # kept alive, so that nothing else takes the identities of its parts
        self._key = (id(article.text), id(article.quantities), id(article.dates))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self._key == other._key


@kept
def _operands(source: _Source) -> tuple[tuple[Amount, Span], ...]:
    article, prose = source.article, source.article.text.prose
    taken: list[Amount] = []
    for quantity in article.quantities:
        taken.extend(_of_quantity(quantity, prose))
    taken.extend(_clock_durations(prose, [a.span for a in taken]))
    busy = [a.span for a in taken]
    taken.extend(_of_date(d) for d in article.dates if not any(d.span.overlaps(b) for b in busy))
    taken.sort(key=lambda a: a.span)
    taken.extend(_bare(prose, [a.span for a in taken]))
    taken.extend(definite_fractions(prose, [a.span for a in taken]))
    taken.sort(key=lambda a: a.span)
    return tuple(qualified(prose, taken))


def _of_quantity(quantity: Quantity, prose: str) -> Iterator[Amount]:
    if quantity.kind is Kind.RANGE:
        yield from _of_range(quantity, prose)
    elif quantity.value is not None and not quantity.vague:
        ulp, zeros = _digits(quantity, prose)
        yield Amount(
            id=quantity.id,
            span=quantity.span,
            shape=shape_of(quantity),
            value=abs(quantity.value) if quantity.kind is Kind.COUNT else quantity.value,
            ulp=ulp,
            zeros=zeros,
            readings=quantity.readings,
            unit=_unit(quantity),
            factor=_factor(quantity),
            si_unit=quantity.si.unit if quantity.si else None,
            noun=quantity.noun,
            quantity=quantity,
        )


def _of_range(quantity: Quantity, prose: str) -> Iterator[Amount]:
    """One amount for a range, two where the text may go from one to the other or has them inverted."""
    if quantity.low is None or quantity.high is None or quantity.vague:
        return
    ulp, zeros = _digits(quantity, prose)
    whole = Amount(
        id=quantity.id,
        span=quantity.span,
        shape=shape_of(quantity),
        value=(quantity.low + quantity.high) / 2,
        ulp=ulp,
        zeros=zeros,
        low=quantity.low,
        high=quantity.high,
        unit=_unit(quantity),
        factor=_factor(quantity),
        si_unit=quantity.si.unit if quantity.si else None,
        noun=quantity.noun,
        quantity=quantity,
    )
    joint = _joint(_numbers(quantity, prose)) or _joint(quantity.span.of(prose))
    if joint is None:
        yield whole
        return
    first, second = (quantity.high, quantity.low) if quantity.descending else (quantity.low, quantity.high)
    if not quantity.descending and not _leaving().search(
        prose, max(0, quantity.span.start - 4), quantity.span.start
    ):
        yield whole
        return
    at = quantity.span.start
    for n, (value, start, end) in enumerate(
        ((first, at, at + joint.start()), (second, at + joint.end(), quantity.span.end)), 1
    ):
        digits, last = last_digits(value)
        yield Amount(
            id=f"{quantity.id}.{n}",
            span=Span(start, end),
            shape=whole.shape,
            value=value,
            ulp=min(ulp, digits) if ulp < 1 else ulp,
            zeros=max(last, ulp),
            unit=_unit(quantity),
            factor=whole.factor,
            si_unit=whole.si_unit,
            noun=quantity.noun,
            quantity=quantity,
        )


def _numbers(quantity: Quantity, prose: str) -> str:
    """What is written before the unit, whose own « à » joins nothing (« 71 à 78 quintaux à l'hectare »)."""
    unit = quantity.unit.span if quantity.unit else None
    return prose[quantity.span.start : unit.start] if unit else ""


def _unit(quantity: Quantity) -> Unit | None:
    return None if quantity.unit is None or quantity.unit.canonical == "dimensionless" else quantity.unit


def _factor(quantity: Quantity) -> Decimal | None:
    """SI units in one unit of *quantity*; ``None`` where there is no constant factor (temperatures)."""
    si, value = quantity.si, quantity.value
    if si is None or quantity.base_kind is Kind.TEMPERATURE:
        return None
    if value:
        return si.value / value if si.value is not None else None
    if quantity.high and si.high is not None:
        return si.high / quantity.high
    return None


def _digits(quantity: Quantity, prose: str) -> tuple[Decimal, Decimal]:
    """One unit of the last written digit and of the last non-zero one, in the quantity's unit."""
    value = quantity.value if quantity.value is not None else quantity.high
    assert value is not None  # the callers have looked
    written = quantity.number.of(prose)
    smallest = _composite(written, quantity)
    if smallest:
        return smallest, smallest
    number = _number_in(written, value)
    if number is None and quantity.base_kind is Kind.DURATION and value < _FEW:
        number = value  # « deux heures »
    if number:
        ulp, zeros = last_digits(number)
        if ulp == 1 and number < _FEW and quantity.unit and quantity.unit.canonical == "hour":
            ulp = zeros = _QUARTERS
        scale = abs(value / number)
        if quantity.kind is Kind.RANGE:
            scale = Decimal(1) if scale < 10 else scale
        return ulp * scale, zeros * scale
    multiplier = _multiplier().search(written)
    if multiplier is None:
        return last_digits(value)
    scale = {"mi": Decimal(10**6), "ma": Decimal(10**9), "bi": Decimal(10**12)}[
        "ma" if multiplier[0].startswith("milliard") else multiplier[0][:2].lower()
    ]
    ulp, zeros = last_digits(value / scale)
    return ulp * scale, zeros * scale


#: A few hours are rounded to the half, not to the hour.
_FEW, _QUARTERS = Decimal(10), Decimal("0.5")
#: How many of the next smaller unit a duration's unit holds, as composites are written.
_PARTS = {"year": 12, "month": 30, "week": 7, "day": 24, "hour": 60, "minute": 60}


def _composite(written: str, quantity: Quantity) -> Decimal | None:
    """One of the smallest unit of « 2 h 06 » in hours; ``None`` for a duration in one unit."""
    unit = quantity.unit.canonical if quantity.unit else ""
    if quantity.base_kind is not Kind.DURATION or unit not in _PARTS:
        return None
    parts = len(_figure().findall(written))
    return (
        Decimal(1) / _PARTS[unit] ** (parts - 1) if _two_units().search(written) and 2 <= parts <= 3 else None
    )


def _number_in(written: str, value: Decimal | None = None) -> Decimal | None:
    """The figure in *written*, its decimals kept; where a point may group or split, *value* decides."""
    match = _figure().search(written)
    if match is None:
        return None
    figure = match[0].replace(" ", "").replace("'", "")
    if "," in figure:
        return Decimal(figure.replace(".", "").replace(",", "."))
    plain = Decimal(figure.replace(".", ""))
    if "." not in figure:
        return plain
    pointed = Decimal(figure) if figure.count(".") == 1 else plain
    if value is not None and value and abs(value) in (pointed, pointed * 10**6, pointed * 10**9):
        return pointed
    return plain if len(figure.rpartition(".")[2]) == 3 else pointed


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[ .']\d{3})*(?:[.,]\d+)?")


@cache
def _two_units() -> re.Pattern[str]:
    return re.compile(r"\d ?[^\W\d_'’]+\.?(?:,? et)? ?\d|\d ?['’] ?\d")


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile(r"milliards?|millions?|billions?", re.IGNORECASE)


def _joint(written: str) -> re.Match[str] | None:
    """Where the two ends of a range meet: not in the hyphen of « dix-huit », nor in the « et » of « vingt et un »."""
    joints = (list(joint.finditer(written)) for joint in _joints())
    return next((found[-1] for found in joints if found), None)


@cache
def _joints() -> tuple[re.Pattern[str], ...]:
    sources = (r"\s*\bà\b\s*(?=\S)", r"(?<=[\d%°C€ ])\s*[–-]\s*(?=\d)", r"\s*\b(?:et|ou)\b\s*(?=\S)")
    return tuple(re.compile(source) for source in sources)


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(r"\bd(?:e |'|es )$", re.IGNORECASE)


def _clock_durations(prose: str, busy: list[Span]) -> Iterator[Amount]:
    """« 142 minutes (2 h 22) », « soit 1 h 40 »: what would be a time of day elsewhere, in minutes."""
    for match in _clock().finditer(prose):
        span = Span(match.start("value"), match.end("value"))
        if any(span.overlaps(b) for b in busy):
            continue
        one = Decimal(1)
        yield Amount(
            id=f"{span.start}-{span.end}",
            span=span,
            shape=Shape.DURATION,
            value=Decimal(match["hours"]) * 60 + Decimal(match["minutes"]),
            ulp=one,
            zeros=one,
            unit=Unit(text=match["value"], canonical="minute", symbol="min", dimension="time", span=span),
            factor=Decimal(60),
            si_unit="s",
        )


def _of_date(date: DateMention) -> Amount:
    value = Decimal(date.year or 0)
    return Amount(
        id=f"{date.span.start}-{date.span.end}",
        span=date.span,
        shape=Shape.DATE,
        value=value,
        ulp=Decimal(1),
        zeros=Decimal(1),
    )


# ---------------------------------------------------------------- bare numbers


def _bare(prose: str, busy: list[Span]) -> Iterator[Amount]:
    """The numbers that no quantity covers; a year is a date."""
    at = 0
    for start, end in [*((b.start, b.end) for b in busy), (len(prose), len(prose))]:
        yield from bare_numbers(prose, at, start)
        at = max(at, end)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?:\((?:soit )?|\bsoit (?:environ |près de |plus de )?)(?P<value>(?P<hours>\d{1,2}) ?h(?:eures?)? ?(?P<minutes>[0-5]\d))(?!\d)"
    )
