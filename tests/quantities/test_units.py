"""Factors, conversions and names of units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture.quantities import generate, units
from relecture.quantities.table import table

VALUES = st.decimals(
    min_value=Decimal("-1e12"), max_value=Decimal("1e12"), allow_nan=False, allow_infinity=False, places=6
)
MULTIPLICATIVE = sorted(u.name for u in table().units if not u.offset)


@pytest.mark.slow
def test_the_factors_are_those_of_pint() -> None:
    computed = {name: Fraction(factor) for name, factor in generate.si_factors().items()}
    assert computed == {u.name: u.factor for u in table().units if u.code is None}


@given(VALUES, st.sampled_from(MULTIPLICATIVE))
def test_si_and_back_is_exact(value: Decimal, name: str) -> None:
    assert units.from_si(units.to_si(value, name), name) == value


@given(VALUES, st.sampled_from(["kilometer/hour", "euro/megawatt_hour", "liter/(100*kilometer)", "barrel/day"]))
def test_compound_si_and_back_is_exact(value: Decimal, name: str) -> None:
    assert units.from_si(units.to_si(value, name), name) == value


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("3.88", "megajoule", "joule", "3880000"),
        ("1.1", "kilowatt_hour", "megajoule", "3.96"),
        ("20", "degree_Celsius", "kelvin", "293.15"),
        ("212", "degree_Fahrenheit", "degree_Celsius", "100"),
        ("1", "tonne_of_oil_equivalent", "gigajoule", "41.868"),
        ("36", "kilometer/hour", "meter/second", "10"),
        ("1", "mile", "kilometer", "1.609344"),
        ("55", "eurocent/kilowatt_hour", "euro/megawatt_hour", "550"),
        ("2", "year", "month", "24"),
    ],
)
def test_conversions(value: str, source: str, target: str, expected: str) -> None:
    assert units.convert(Decimal(value), source, target) == Decimal(expected)


def test_money_of_two_currencies_does_not_mix() -> None:
    with pytest.raises(units.IncommensurableError):
        units.convert(Decimal(1), "euro", "dollar")
    assert units.dimension("euro") == units.dimension("dollar") == "currency"


def test_a_year_has_no_length_in_rates() -> None:
    assert units.info("kilowatt_hour/year").si == "J/year"
    assert units.info("kilowatt_hour/year").dimension == "energy/time"


def test_counterparts_and_names() -> None:
    assert units.energy_counterpart("megawatt") == "megawatt_hour"
    assert units.power_counterpart("gigawatt_hour") == "gigawatt"
    assert units.energy_counterpart("joule") is None
    assert units.name("megajoule", Decimal("1.9")) == "mégajoule"
    assert units.name("megajoule", 2) == "mégajoules"
    assert units.symbol("euro/megawatt_hour") == "€/MWh"


def test_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(units.UnknownUnitError):
        units.info("furlong")
