"""What must hold of any text: exact offsets, numbers that come back, time that grows as the text does."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from decimal import Decimal
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from relecture.dates import read_dates
from relecture.quantities import read_quantities
from relecture.quantities.numbers import read_number
from relecture.quantities.table import table
from relecture.text import bare, fold
from relecture.types import Text

SPACES = [" ", "\u00a0", "\u202f", "\u2009"]
WORDS = """
3,88 12 000 1.600 6'000 -20,8 + – − ½ 10⁹ un une deux vingt cent mille millions milliard dizaine de d'
MW Kwh kWh/m² €/MWh % °C euros heures ans h30 m3 par le la à et ou entre environ plus de moins jusqu'à
foyers Français 2024 janvier lundi n° article ( ) . , ; : « » quelques plusieurs tiers quart fois sur
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([*SPACES, "", "-"])), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
NUMBERS = st.decimals(
    min_value=0, max_value=Decimal("999999999999"), allow_nan=False, allow_infinity=False, places=3
).map(lambda d: d.quantize(Decimal("0.01")))


@given(TEXTS)
@settings(max_examples=400)
def test_offsets_are_exact_and_never_overlap(raw: str) -> None:
    text = bare(raw)
    found = read_quantities(text)
    assert [q.id for q in found] == [f"q{n}" for n in range(1, len(found) + 1)]
    end = 0
    for q in found:
        assert end <= q.span.start < q.span.end <= len(raw)
        assert q.text == raw[q.span.start : q.span.end] == q.text.strip()
        assert q.span.contains(q.number)
        assert q.unit is not None
        assert q.unit.span is None or fold(q.unit.text) == text.folded[q.unit.span.start : q.unit.span.end]
        assert q.low is None or (q.high is not None and q.low <= q.high)
        end = q.span.end


@given(TEXTS)
def test_dates_are_in_order(raw: str) -> None:
    end = 0
    for date in read_dates(bare(raw)):
        assert end <= date.span.start < date.span.end <= len(raw)
        end = date.span.end


@given(st.text(max_size=200))
def test_any_text_is_read(raw: str) -> None:
    for q in read_quantities(bare(raw)):
        assert q.text == raw[q.span.start : q.span.end]


def grouped(value: Decimal, separator: str, comma: str) -> str:
    whole, _, fraction = f"{value:f}".partition(".")
    groups = f"{int(whole):,}".replace(",", separator)
    fraction = fraction.rstrip("0")
    return f"{groups}{comma}{fraction}" if fraction else groups


@given(NUMBERS, st.sampled_from([*SPACES, "", ".", "'", "\u2019"]), st.sampled_from(["euros", "MW", "kg"]))
@settings(max_examples=500)
def test_a_number_in_any_french_style_comes_back(value: Decimal, separator: str, unit: str) -> None:
    raw = f"Il faut {grouped(value, separator, ',')} {unit} par site, soit 1,5 kg."
    found = read_quantities(bare(raw))[0]
    assert (found.value, found.readings) == (value, ())
    assert found.text == f"{grouped(value, separator, ',')} {unit}"


@given(st.integers(0, 10**12 - 1), st.sampled_from(["fr", "fr_CH", "fr_BE"]))
@settings(max_examples=1500)
def test_number_words_come_back(value: int, lang: str) -> None:
    words = num2words(value, lang=lang)
    number = read_number(f"{words} euros", 0)
    assert number is not None
    assert (number.value, number.text) == (value, words)


@pytest.mark.parametrize("unit", sorted({u.name for u in table().units if not u.compound}))
def test_every_unit_is_read_by_its_symbol_or_its_name(unit: str) -> None:
    surfaces = [s for s in table().surfaces if s.unit.name == unit and s.standard]
    read = set()
    for surface in surfaces:
        context = surface.unit.context[0] if surface.unit.context else "site"
        found = read_quantities(bare(f"Le {context} tourne : 12,5 {surface.text} de plus."))
        read |= {q.unit.canonical for q in found if q.unit is not None}
    assert not surfaces or unit in read or f"delta_{unit}" in read


#: Repeated, each of these would make a careless expression backtrack.
ADVERSARIAL = [
    "1 ", "1,", "111 ", "1.1.", "1-", "12 345 ", "1'", "1/2 ", "1 à ", "1, ", "un ", "cent ", "deux et ", "1h",
    "millions ", "dizaine de ", "1 x ", "10^", "kWh/", "par an et ", "1 MW et ", "lundi 1 ", "1 mars ", "n° 1 ",
    "- ", "quelques ", "A1 ", "12,5 % ", "www.", "a@", "0 12 ", "(1) ", "1 euro ", "1 sur ", "demi-", "2024-",
    "(", "  ", "01 02 03 ", "article 1, ", "99999999999999999999 ",
]  # fmt: skip


def steps(work: Callable[[], Any]) -> int:
    """How many Python function calls and returns *work* takes, C functions included."""
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:  # noqa: ARG001
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_the_work_grows_as_the_text(piece: str) -> None:
    small, large = bare(piece * 300), bare(piece * 1200)
    read_quantities(small)
    once, four = steps(lambda: read_quantities(small)), steps(lambda: read_quantities(large))
    assert four <= 6 * once + 2000


def cpu(text: Text) -> float:
    """The least processor time of three readings, in seconds; only ever compared with another."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_quantities(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_expressions_do_not_backtrack(piece: str) -> None:
    """Steps inside a regular expression are not calls: the time of four times the text must stay near four."""
    count = 12_000 // len(piece)
    assert cpu(bare(piece * count * 4)) <= 10 * cpu(bare(piece * count)) + 0.05
