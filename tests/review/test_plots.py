"""The two drawings: what is drawn, where, and that labels keep apart."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

from drafts import Draft
from relecture import schema
from relecture.review.messages import Messages
from relecture.review.plots import Energy, checks_plot, energies, energy_plot


def texts(svg: str, style: str) -> list[tuple[float, str]]:
    return [
        (float(t.get("y", "0")), t.text or "")
        for t in ET.fromstring(svg).iter("text")
        if t.get("class") == style
    ]


def test_energies_are_sorted_and_said_once() -> None:
    text = "2 GJ, 3,88 MJ, 3,88 MJ, 5 à 20 MJ, −1 MJ, 2 MW"
    draft = Draft(text).quantity("2 GJ", "2", "GJ", joules="2e9")
    draft.quantity("3,88 MJ", "3.88", "MJ", joules="3.88e6").quantity(
        ("3,88 MJ", 1), "3.88", "MJ", joules="3.88e6"
    )
    draft.quantity("5 à 20 MJ", None, "MJ", si=schema.SIValue(unit="J", low="5e6", high="20e6"))
    draft.quantity("−1 MJ", "-1", "MJ", joules="-1e6")
    draft.quantity("2 MW", "2", "MW", si=schema.SIValue(unit="W", value="2e6"))
    found = energies(draft.done())
    assert [e.text for e in found] == ["3,88 MJ", "5 à 20 MJ", "2 GJ"]
    assert round(found[1].joules) == 10_000_000


def test_greater_energies_stand_higher_and_labels_do_not_touch() -> None:
    values = [Energy(3.6e6 * (1 + n / 100), f"valeur {n}") for n in range(12)]
    svg = energy_plot(values, Messages())
    own = sorted(texts(svg, "own"))
    assert [t for _, t in own] == [v.text for v in reversed(values)]
    heights = sorted(y for style in ("own", "reference") for y, _ in texts(svg, style))
    assert all(b - a > 12 for a, b in pairwise(heights))


def test_many_values_become_dots() -> None:
    values = [Energy(10.0 ** (n % 10), f"<{n}>", n) for n in range(1, 31)]
    svg = energy_plot(values, Messages())
    assert texts(svg, "own") == []
    dots = [(c.get("cx"), c.get("cy")) for c in ET.fromstring(svg).iter("circle")]
    assert len(set(dots)) == 30
    furthest = max(float(x or 0) for x, _ in dots)
    labels = [t for t in ET.fromstring(svg).iter("text") if t.get("class") == "reference"]
    assert all(float(t.get("x", "0")) > furthest + 10 for t in labels)
    assert [a.get("href") for a in ET.fromstring(svg).iter("a")][:2] == ["#article-1", "#article-2"]


def test_bars_are_as_long_as_the_counts() -> None:
    svg = ET.fromstring(checks_plot([("a", "error", 8), ("b & c", "style", 4)], Messages()))
    widths = [float(r.get("width", "0")) for r in svg.iter("rect")]
    assert widths[0] == 2 * widths[1]
    assert [a.get("href") for a in svg.iter("a")] == ["#search=a", "#search=b%20%26%20c"]
