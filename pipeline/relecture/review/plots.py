"""The two drawings of the report, as inline SVG: findings by check, energies on a log axis.

Colours come from the page's style sheet through classes; texts are set through ElementTree, which
escapes them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote
from xml.etree import ElementTree as ET

from relecture.review.magnitudes import MAGNITUDES
from relecture.review.messages import Messages
from relecture.schema import Annotation, Quantity

_ROW, _LABEL, _BAR = 24, 178, 220
_PREFIXES = {0: "J", 3: "kJ", 6: "MJ", 9: "GJ", 12: "TJ", 15: "PJ", 18: "EJ", 21: "ZJ"}
_DECADE, _AXIS_X, _TOP, _STEP, _LANE = 26, 52, 18, 17, 10
#: Values named one by one up to this many; dots alone beyond.
_NAMED = 16


@dataclass(frozen=True, slots=True)
class Energy:
    """An energy as written, in joules, and the number of its article on the page."""

    joules: float
    text: str
    article: int = 0


def energies(annotation: Annotation, article: int = 0) -> list[Energy]:
    """The energies of an article, each wording once, from the smallest to the greatest."""
    found: dict[str, Energy] = {}
    for quantity in annotation.quantities:
        joules = _joules(quantity)
        words = " ".join(quantity.text.split())
        if joules is not None and words not in found:
            found[words] = Energy(joules, words, article)
    return sorted(found.values(), key=lambda e: (e.joules, e.text))


def _joules(quantity: Quantity) -> float | None:
    """The energy in joules; the geometric middle of a range; ``None`` for what has no place on a log axis."""
    si = quantity.si
    if si is None or si.unit != "J":
        return None
    ends = [Decimal(x) for x in (si.value, si.low, si.high) if x is not None]
    if not ends or min(ends) <= 0:
        return None
    middle = math.exp(sum(math.log(x) for x in ends) / len(ends))
    return middle if math.isfinite(middle) else None


def checks_plot(counts: Sequence[tuple[str, str, int]], t: Messages) -> str:
    """Horizontal bars, one a check: rows of (slug, severity, count)."""
    most = max((n for *_, n in counts), default=1)
    svg = _svg(_LABEL + _BAR + 120, len(counts) * _ROW + 4, t["index.plot.checks"])
    svg.set("role", "group")  # its bars are links; an image may hold none
    for row, (slug, severity, count) in enumerate(counts):
        y = row * _ROW
        link = ET.SubElement(svg, "a", {"href": f"#search={quote(slug)}"})
        _text(link, _LABEL - 10, y + 16, slug, "end")
        width = max(3.0, _BAR * count / most)
        bar = {"x": str(_LABEL), "y": str(y + 5), "width": f"{width:.1f}", "height": "14", "rx": "2"}
        ET.SubElement(link, "rect", {**bar, "class": f"fill-{severity}"})
        _text(link, _LABEL + width + 8, y + 16, f"{count} · {t.named('severity', severity)}", "start", "tick")
    return ET.tostring(svg, encoding="unicode")


def energy_plot(values: Sequence[Energy], t: Messages, *, width: int = 372, decade: int = _DECADE) -> str:
    """A vertical log axis of joules with the articles' own figures among familiar magnitudes.

    Figures are named one by one when they are few, else drawn as dots that lead to their article. *width*
    and *decade*, the height of a power of ten, are in pixels.
    """
    low, high = _decades(values)
    references = [(float(j), fr if t.lang == "fr" else en) for j, fr, en in MAGNITUDES]
    shown = [(j, label) for j, label in references if 10.0**low <= j <= 10.0**high]
    named = values if len(values) <= _NAMED else ()
    height = max((high - low) * decade, (len(shown) + len(named)) * _STEP) + 2 * _TOP
    svg = _svg(width, height, t["panel.energy.title"])

    def y_of(joules: float) -> float:
        return height - _TOP - (math.log10(joules) - low) / (high - low) * (height - 2 * _TOP)

    _axis(svg, low, high, y_of(10.0**high), y_of(10.0**low))
    lanes = 0 if named else _swarm(svg, [(y_of(v.joules), v) for v in values])
    rows = [(y_of(j), label, False) for j, label in shown] + [(y_of(v.joules), v.text, True) for v in named]
    for (y, label, own), at in _spread(sorted(rows), height):
        _row(svg, y, at, label, own, _AXIS_X + lanes * _LANE)
    return ET.tostring(svg, encoding="unicode")


def _decades(values: Sequence[Energy]) -> tuple[int, int]:
    """The first and last power of ten of the axis: the values with the nearest references around them."""
    logs = [math.log10(v.joules) for v in values] or [6.0]
    marks = [math.log10(float(j)) for j, *_ in MAGNITUDES]
    below = max((m for m in marks if m <= min(logs)), default=min(logs))
    above = min((m for m in marks if m >= max(logs)), default=max(logs))
    low, high = math.floor(below), math.ceil(above)
    return (low, high) if high - low >= 4 else (low - 2, high + 2)


def _spread(
    rows: Iterable[tuple[float, str, bool]], height: float
) -> list[tuple[tuple[float, str, bool], float]]:
    """Each row with the height of its label, moved apart so that no two labels touch."""
    placed: list[tuple[tuple[float, str, bool], float]] = []
    for row in rows:
        least = placed[-1][1] + _STEP if placed else _TOP - 6
        placed.append((row, max(row[0], least)))
    limit = height - 8.0
    for index in range(len(placed) - 1, -1, -1):
        row, at = placed[index]
        at = min(at, limit)
        placed[index] = (row, at)
        limit = at - _STEP
    return placed


def _axis(svg: ET.Element, low: int, high: int, top: float, bottom: float) -> None:
    line = {"x1": str(_AXIS_X), "x2": str(_AXIS_X), "y1": f"{top:.1f}", "y2": f"{bottom:.1f}", "class": "axis"}
    ET.SubElement(svg, "line", line)
    for power in range(low, high + 1):
        y = bottom - (power - low) / (high - low) * (bottom - top)
        reach = 6 if power in _PREFIXES else 3
        tick = {"x1": str(_AXIS_X - reach), "x2": str(_AXIS_X), "y1": f"{y:.1f}", "y2": f"{y:.1f}"}
        ET.SubElement(svg, "line", {**tick, "class": "axis"})
        if power in _PREFIXES:
            _text(svg, _AXIS_X - 10, y + 4, f"1\u202f{_PREFIXES[power]}", "end", "tick")


def _row(svg: ET.Element, y: float, at: float, label: str, own: bool, x: float) -> None:
    kind = "own" if own else "reference"
    path = f"M{_AXIS_X + 4} {y:.1f} H{x + 4} L{x + 22} {at:.1f}"
    svg.insert(0, ET.Element("path", {"d": path, "class": f"leader {kind}"}))  # under the dots
    if own:
        ET.SubElement(svg, "circle", {"cx": str(_AXIS_X), "cy": f"{y:.1f}", "r": "4.5", "class": "dot"})
    short = label if len(label) <= 44 else label[:43] + "…"
    _text(svg, x + 27, at + 4, short, "start", kind)


def _swarm(svg: ET.Element, values: Sequence[tuple[float, Energy]]) -> int:
    """Dots without names, in lanes side by side where they would overlap; returns the number of lanes."""
    svg.set("role", "group")
    taken: Counter[int] = Counter()
    for y, value in values:
        row = round(y / _LANE)
        link = ET.SubElement(svg, "a", {"href": f"#article-{value.article}", "tabindex": "-1"})
        ET.SubElement(link, "title").text = _xml(value.text)
        x = _AXIS_X + taken[row] * _LANE
        ET.SubElement(link, "circle", {"cx": f"{x}", "cy": f"{row * _LANE}", "r": "4.5", "class": "dot"})
        taken[row] += 1
    return max(taken.values(), default=1) - 1


def _svg(width: int, height: float, title: str) -> ET.Element:
    size = {"viewBox": f"0 0 {width} {height:.0f}", "width": str(width), "height": f"{height:.0f}"}
    return ET.Element("svg", {**size, "role": "img", "aria-label": title, "class": "plot"})


def _text(parent: ET.Element, x: float, y: float, words: str, anchor: str, style: str = "label") -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "class": style}
    ET.SubElement(parent, "text", place).text = _xml(words)


def _xml(words: str) -> str:
    """*words* without the characters that XML does not allow."""
    return "".join(c if c in "\t\n\r" or c >= " " else " " for c in words)
