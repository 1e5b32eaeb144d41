"""The drawing of docs/performance.md, as one SVG that follows the reader's light or dark theme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree as ET

_WIDTH, _ROW, _LABEL, _BAR = 760, 26, 250, 400
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #222 } .title { font-weight: 600 } .small { font-size: 11px }
.bar { fill: #8aa9c8 } .own { fill: #c2571a } .axis { stroke: #888; stroke-width: 1 }
.line { fill: none; stroke: #c2571a; stroke-width: 2 } .dot { fill: #c2571a }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .bar { fill: #52718f } }
"""


def draw(
    speeds: Sequence[tuple[str, float, bool]],
    shares: Sequence[tuple[str, float]],
    sizes: Sequence[tuple[int, float, float]],
) -> str:
    """Three panels.

    *speeds*: name, articles a second of processor, whether it is ours; *shares*: stage, part of the time;
    *sizes*: articles of a folder, milliseconds an article, MB of a worker.
    """
    height = 40 + _ROW * len(speeds) + 60 + _ROW * len(shares) + 60 + 190
    svg = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {height}", role="img")
    ET.SubElement(svg, "title").text = "Speed of the contenders, share of each stage, cost by size of folder"
    ET.SubElement(svg, "style").text = _STYLE
    y = _title(svg, 24, "Articles a second of processor")
    top = max(speed for _, speed, _ in speeds)
    for name, speed, own in speeds:
        y = _bar(svg, y, name, speed / top, f"{speed:.1f}", "own" if own else "bar")
    y = _title(svg, y + 36, "Where the time of an article goes")
    top = max(share for _, share in shares)
    for name, share in shares:
        y = _bar(svg, y, name, share / top, f"{share:.0%}", "own")
    y = _title(svg, y + 36, "Milliseconds an article, by number of articles in the folder (two processes)")
    _curve(svg, y, sizes)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _title(svg: ET.Element, y: float, words: str) -> float:
    _text(svg, 12, y, words, "title")
    return y + 12


def _bar(svg: ET.Element, y: float, name: str, part: float, value: str, style: str) -> float:
    _text(svg, _LABEL, y + 18, name, "", "end")
    width = max(2.0, part * _BAR)
    box = {"x": str(_LABEL + 10), "y": f"{y + 6:.0f}", "width": f"{width:.1f}", "height": "16", "rx": "2"}
    ET.SubElement(svg, "rect", {**box, "class": style})
    _text(svg, _LABEL + 16 + width, y + 18, value, "small")
    return y + _ROW


def _curve(svg: ET.Element, y: float, sizes: Sequence[tuple[int, float, float]]) -> None:
    left, right, bottom = 70, _WIDTH - 90, y + 130
    top = max(ms for _, ms, _ in sizes) * 1.2
    logs = [math.log10(n) for n, *_ in sizes]
    spread = max(logs[-1] - logs[0], 1.0)
    axis = {"x1": str(left - 20), "x2": str(right + 20), "y1": f"{bottom}", "y2": f"{bottom}", "class": "axis"}
    ET.SubElement(svg, "line", axis)
    points = []
    for (count, ms, memory), log in zip(sizes, logs, strict=True):
        x, at = left + (log - logs[0]) / spread * (right - left), bottom - ms / top * 120
        points.append(f"{x:.1f},{at:.1f}")
        ET.SubElement(svg, "circle", {"cx": f"{x:.1f}", "cy": f"{at:.1f}", "r": "4", "class": "dot"})
        _text(svg, x, at - 10, f"{ms:.0f} ms", "small", "middle")
        _text(svg, x, bottom + 18, f"{count:,}".replace(",", "\u202f"), "small", "middle")
        _text(svg, x, bottom + 34, f"worker {memory:.0f} MB", "small", "middle")
    ET.SubElement(svg, "polyline", {"points": " ".join(points), "class": "line"})


def _text(svg: ET.Element, x: float, y: float, words: str, style: str, anchor: str = "start") -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "class": style, "text-anchor": anchor}
    ET.SubElement(svg, "text", place).text = words
