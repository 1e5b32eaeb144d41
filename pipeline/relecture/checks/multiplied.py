"""What the product checks share: one operand against the product of the two others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import islice
from itertools import product as cartesian

from relecture.checks.arithmetic import diagnose, judged, number, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE, Amount, Shape
from relecture.relations.bounds import Bounds, best, compare, gap
from relecture.relations.conversion import in_unit, restated
from relecture.relations.links import form, role
from relecture.relations.slips import near, one_figure_off, slip
from relecture.settings import Settings
from relecture.types import Article, Relation, Verdict

#: « 16 kWh/100 km » is a rate per hundred kilometres.
_HUNDREDTH = Decimal("0.01")
#: How far apart the figures may be and still speak of one product; the same for figures of several sentences.
_NEAR = Decimal("2.5")
_WIDE = Decimal("1.7")
#: The same where the words name all three: « 63 cas pour 450 000 habitants, 14 pour 100 000 », or the units do:
#: « 540 tonnes sur 75 hectares, 72 quintaux à l'hectare ».
_TOLD = Decimal(4)
#: The same for what runs over a time: more than one amount may.
_NEARER = Decimal("1.25")

#: Relative gap under which two digits swapped may be rounding.
_ROUNDED = Decimal("0.02")

#: Combinations of readings that are tried.
_MOST_READINGS = 27


def rate_product(rate: Amount, quantity: Amount, result: Amount) -> tuple[Bounds, Bounds] | None:
    """(what is stated, what rate × quantity gives), in the numerator's unit."""
    top, _, bottom = rate.canonical.partition("/")
    size = in_unit(
        quantity, bottom.strip("()").removeprefix("100*"), None if _spelt(quantity, result) else LOOSE
    )
    stated = in_unit(result, top, LOOSE)
    if size is None or stated is None or not bottom or "/" in bottom:
        return None
    if "100*" in bottom:
        size = size.scaled(_HUNDREDTH)
    return stated, rate.bounds(LOOSE) * size


def periodic_product(
    rate: Amount, quantity: Amount, result: Amount, period: str
) -> tuple[Bounds, Bounds] | None:
    """(what is stated, what an amount by *period* gives over *quantity*), in the unit of *result*.

    What is paid by the month runs over whole months: the time is taken to the letter.
    """
    value, lasting = restated(rate, result, LOOSE), in_unit(quantity, period, None)
    return None if value is None or lasting is None else (result.bounds(LOOSE), value * lasting)


def count_product(count: Amount, unit: Amount, result: Amount) -> tuple[Bounds, Bounds] | None:
    """(what is stated, what count × unit gives), in the unit of *result*."""
    value = restated(unit, result, LOOSE)
    size = count.nominal() if _spelt(count, result) else count.bounds(LOOSE)
    return None if value is None else (result.bounds(LOOSE), value * size)


def _spelt(size: Amount, result: Amount) -> bool:
    """True for « huit stères », « deux tonnes » that are paid for: what is bought by whole units is not rounded."""
    written = size.quantity.text if size.quantity else ""
    return result.shape is Shape.MONEY and written[:1].isalpha() and "illi" not in written


def triple(
    rule: Rule,
    article: Article,
    settings: Settings,
    relation: Relation,
    pair: tuple[Bounds, Bounds],
    names: tuple[str, str],
) -> Iterator[Outcome]:
    """The outcome of « names[0] × names[1] = result », in the unit of *pair*.

    A relation that is not explicit may confirm; it contradicts only when the result shows a slip. Operands
    that stand in several sentences must also come near each other.
    """
    stated, expected = pair
    one, other, result = role(relation, names[0]), role(relation, names[1]), role(relation, "result")
    verdict = compare(stated, expected)
    if not all(a.sure for a in (one, other, result)):
        verdict = best((verdict, _read_otherwise(one, other, result, names)))
    elif verdict is not Verdict.INCONSISTENT and _miscopied(relation, (one, other, result), pair):
        verdict = Verdict.INCONSISTENT
    if verdict is Verdict.INCONSISTENT and not meant(relation, stated.value, expected.value):
        return
    lang = settings.lang
    left, right = surface(article, one, lang), surface(article, other, lang)
    unit = symbol(result) if result.unit else ""
    scale = abs(result.value / stated.value) if stated.value else Decimal(1)
    shown, due = stated.scaled(scale), expected.scaled(scale)
    yield from judged(
        rule,
        article,
        settings,
        (one, other, result),
        shown,
        due,
        relation=f"{left} × {right} = {number(due.value, lang, unit)}",
        unit=unit,
        verdict=verdict,
        wide=bool(relation.attributes.get("wide")),
        holds=partial(_holds, stated, expected, (one, other, result)),
        diagnosis=diagnose(shown.value, due.value, lang),
        one=left,
        other=right,
        result=surface(article, result, lang),
    )


def _holds(stated: Bounds, expected: Bounds, own: tuple[Amount, ...], *amounts: Amount) -> bool:
    """True when *amounts* in the place of *own* agree: what is stated and expected grows as they do."""
    for was, now in zip(own, amounts, strict=True):
        if was.factor is None or now.factor is None:
            if was.canonical != now.canonical:
                return False
            grown = now.value / was.value
        else:
            grown = now.value * now.factor / (was.value * was.factor)
        if was is own[-1]:
            stated = stated.scaled(grown)
        else:
            expected = expected.scaled(grown)
    return compare(stated, expected) is Verdict.VERIFIED


def _read_otherwise(one: Amount, other: Amount, result: Amount, names: tuple[str, str]) -> Verdict:
    """The kindest verdict that a reading of ambiguous numbers allows: « 18.600 » may be 18 600 or 18,6."""
    product = {("count", "unit"): count_product, ("rate", "quantity"): rate_product}.get(names)
    if product is None:
        return Verdict.BORDERLINE
    found = [
        compare(*pair)
        for first, second, third in islice(
            cartesian(*(a.readings_as_amounts() for a in (one, other, result))), _MOST_READINGS
        )
        if _countable(first, second, third) and (pair := product(first, second, third)) is not None
    ]
    return best(found or [Verdict.BORDERLINE])


def _countable(*amounts: Amount) -> bool:
    """False for a reading that counts fractions of things."""
    return all(a.shape is not Shape.COUNT or a.value == a.value.to_integral_value() for a in amounts)


def _miscopied(relation: Relation, operands: tuple[Amount, ...], pair: tuple[Bounds, Bounds]) -> bool:
    """True for a result that rounding would allow, were it not the very product with two digits swapped.

    « 62 euros le mégawattheure, 3 GWh, 168 000 euros »: a rounded quantity seldom comes out so.
    """
    stated, expected = (side.value for side in pair)
    if not relation.explicit or not relation.attributes.get("sole", True):
        return False
    if any(a.approximate or a.low is not None for a in operands) or gap(stated, expected) < _ROUNDED:
        return False
    kind = slip(stated, expected)
    return kind == "swap" or (kind == "digit" and not _rounds(pair))


def _rounds(pair: tuple[Bounds, Bounds]) -> bool:
    """True for a product that comes near what is stated."""
    return compare(*pair) is Verdict.VERIFIED


def _one_period_off(relation: Relation, stated: Decimal, expected: Decimal) -> bool:
    """True for eleven months paid for a year: « 39,90 euros par mois… 438,90 euros au bout d'un an »."""
    rate, result = role(relation, "rate"), role(relation, "result")
    return rate.canonical == result.canonical and abs(stated - expected) == rate.value


def meant(relation: Relation, stated: Decimal, expected: Decimal) -> bool:
    """True when figures that disagree were meant to agree: the words say so, or the way they differ."""
    if not relation.attributes.get("sole", True):
        return False
    if relation.attributes.get("even"):
        mean = role(relation, "unit").value
        return one_figure_off(mean, mean * stated / expected)
    if slip(stated, expected) or (
        form(relation) == "periodic"
        and (_one_period_off(relation, stated, expected) or one_figure_off(stated, expected))
    ):
        return True
    if not relation.explicit:
        return False
    if relation.attributes.get("told"):
        return near(stated, expected, _TOLD)
    wide = relation.attributes.get("wide")
    if form(relation) == "periodic":
        return near(stated, expected, _NEARER if wide else _NEAR)
    if form(relation) == "rate" and not wide:
        rate = role(relation, "rate")
        return near(stated, expected, _NEAR if rate.dimension.startswith("currency") else _TOLD)
    return near(stated, expected, _WIDE if wide else _NEAR)
