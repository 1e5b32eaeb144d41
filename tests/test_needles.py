"""A pattern that looks for its needles first finds what it would have found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture.needles import beginnings, may_match, needles, scan, seek

PATTERNS = (
    r"\b(?:le|la) (?:centrale|usine)s? de (?P<x>\w+)",
    r"(?:soit|c'est-à-dire) \d+|= ?\d",
    r"(?i)\benviron (?:une )?(?:dizaine|centaine)\b",
    r"\((?:source|SOURCE)\s?:[^)]{0,20}\)",
    r"(?:a|ont) (?:été )?(?:livré|vendu)e?s?(?= \d)",
    r"(?<!non )(?:hausse|baisse)+ de|recul",
    r"(?i:kwh|MWh) par (?:an|jour)",
    r"(\w{3,}) \1",
    r"[kKmM][wW]h?|\d+ ?°",
    r"(?>abc|abd)+x?|éclair\w*",
)
PIECES = (
    "la centrale de Penly",
    "usines de",
    "soit 12",
    "c'est-à-dire",
    "= 3",
    "Environ une dizaine",
    "ENVIRON CENTAINE",
    "(source : x)",
    "(SOURCE: y)",
    "ont été livrées 3",
    "a vendu 4",
    "hausse de",
    "non baisse de",
    "recul",
    "KWH par an",
    "mwh par jour",
    "mot mot",
    "kW",
    "3 °",
    "abdabc",
    "éclairs",
    " ",
    "\n",
    "ſ",
    "İ",
    "K",
    "µ",
    "",
    "a",
)


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))
def test_nothing_is_lost(source: str, text: str) -> None:
    pattern = re.compile(source)
    expected = [m.span() for m in pattern.finditer(text)]
    assert [m.span() for m in scan(pattern, text)] == expected
    found = seek(pattern, text)
    assert (found.span() if found else None) == (expected[0] if expected else None)
    assert may_match(pattern, text) or not expected


@pytest.mark.parametrize(
    ("source", "flags", "expected"),
    [
        (r"\bpuissance de \d", 0, [{"puissance de "}]),
        (r"soit|donc", 0, [{"soit", "donc"}]),
        (r"Remonter\w+|revenir", re.IGNORECASE, [{"remonter", "revenir"}]),
        (r"vingts?aine", 0, [{"vingtaine", "vingtsaine"}]),
        (r"le|la|usine", 0, []),  # « le » is in every article
        (r"\d+", 0, []),
        (r"(?:abc)?def", 0, [{"def"}]),
        (r"x*(?:abcd)+", 0, [{"abcd"}]),
        (r"(?i:abcd)", 0, []),  # a case ignored in a part only
    ],
)
def test_what_a_match_must_hold(source: str, flags: int, expected: list[set[str]]) -> None:
    assert [set(one) for one in needles(re.compile(source, flags))] == expected


@pytest.mark.parametrize(
    ("source", "strings", "whole"),
    [
        ("éoliennes?", {"éolienne", "éoliennes"}, True),
        ("(?:parc|ferme) solaire", {"parc solaire", "ferme solaire"}, True),
        ("[tf][1-3]", {"t1", "t2", "t3", "f1", "f2", "f3"}, True),
        (r"joueu\w+", {"joueu"}, False),
        (r"[^.;]{0,30}fille", {""}, False),
    ],
)
def test_the_beginnings_of_a_pattern(source: str, strings: set[str], whole: bool) -> None:
    assert beginnings(source) == (strings, whole)
