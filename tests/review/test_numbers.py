"""Numbers and facts as an editor reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafts import Draft
from relecture import schema
from relecture.review import numbers
from relecture.review.facts import entity_rows, quantity_rows, unit_text
from relecture.review.messages import Messages


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        ("12000", "fr", "12\u202f000"),
        ("12000", "en", "12,000"),
        ("3.880", "fr", "3,88"),
        ("-0.5", "fr", "\u22120,5"),
        ("0", "fr", "0"),
        ("0.00", "fr", "0"),
        ("1494000000000000000", "fr", "1,494 × 10¹⁸"),
        ("0.0000001", "en", "1 × 10⁻⁷"),
    ],
)
def test_plain(value: str, lang: str, shown: str) -> None:
    assert numbers.plain(Decimal(value), lang) == shown


def test_rounding_says_that_digits_were_lost() -> None:
    assert numbers.rounded(Decimal("1.0777777"), "fr") == "≈ 1,078"
    assert numbers.rounded(Decimal("1.078"), "fr") == "1,078"


def test_prefixes_stop_where_the_trade_stops() -> None:
    assert numbers.prefixed(Decimal("415e12"), "Wh", "fr", largest=12) == "415\u00a0TWh"
    assert numbers.prefixed(Decimal("30000e12"), "Wh", "fr", largest=12) == "30\u202f000\u00a0TWh"
    assert numbers.prefixed(Decimal("1.494e18"), "J", "fr") == "1,494\u00a0EJ"
    assert numbers.prefixed(Decimal("0"), "J", "fr") == "0\u00a0J"


def test_open_intervals() -> None:
    low, high = Decimal("200"), Decimal("250")
    assert numbers.between(low, None, "MW", "fr") == "≥ 200\u00a0MW"
    assert numbers.between(None, high, "", "fr") == "≤ 250"
    assert numbers.between(low, high, "MW", "fr") == "200 – 250\u00a0MW"
    assert numbers.between(None, None, "MW", "fr") == ""


def test_an_energy_tells_kwh_joules_and_interval() -> None:
    draft = Draft("3,88 MJ").quantity("3,88 MJ", "3.88", "MJ", joules="3880000", interval=("3.875", "3.885"))
    assert quantity_rows(draft.quantities[0], Messages("fr")) == [
        ("Valeur", "3,88\u00a0MJ"),
        ("En kWh", "≈ 1,078\u00a0kWh"),
        ("En joules", "3\u202f880\u202f000\u00a0J (3,88\u00a0MJ)"),
        ("Intervalle impliqué", "3,875 – 3,885\u00a0MJ"),
    ]


def test_a_vague_quantity_tells_what_it_knows() -> None:
    vague = schema.SIValue(unit="J", low="2e8")
    draft = Draft("des mégajoules").quantity(
        "des mégajoules", None, "MJ", vague=True, si=vague, period="par tir"
    )
    assert quantity_rows(draft.quantities[0], Messages("en")) == [
        ("In joules", "≥ 200,000,000\u00a0J"),
        ("Period", "par tir"),
        ("Precision", "vague quantity"),
    ]


def test_a_person_tells_the_role() -> None:
    draft = Draft("le PDG Jean Roux").entity("PER", "Jean Roux", role=("PDG", "Voltéa"))
    assert entity_rows(draft.entities[0], Messages()) == [
        ("Personne", "Jean Roux"),
        ("Fonction", "PDG, Voltéa"),
        ("Mentions", "1"),
    ]


def test_units_as_people_write_them() -> None:
    assert unit_text("kg * m**2 / s**-1") == "kg·m²/s⁻¹"
