"""The benchmark itself still runs and writes what it should; nothing here looks at how long anything takes."""

from __future__ import annotations

import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks import articles, plots, report, stages, timing
from benchmarks.scaling import Folder, Length
from benchmarks.throughput import Throughput
from benchmarks.timing import Cost, Peaks


def results() -> report.Results:
    costs = {name: [Cost(2.0 * k, k), Cost(2.2 * k, 1.1 * k)] for k, name in enumerate(report._NAMES, 1)}
    absent = {"edsnlp": "could not be installed: no network"}
    del costs["edsnlp"]
    return report.Results(
        machine="2025-01-01; a processor",
        quick=False,
        minutes=20,
        throughput=Throughput(300, 630_000, costs, dict.fromkeys(costs, "1.0"), absent),
        stages={stage: float(n) for n, (stage, *_) in enumerate(stages.STAGES, 1)},
        jobs={"1": [Cost(30, 30)], "2": [Cost(17, 31)], "start": [Cost(4, 4)]},
        jobs_articles=600,
        lengths=[Length(500, 0.01), Length(128_000, 0.01)],
        folders=[
            Folder(100, Cost(6, 9), Peaks(80, 500), 900_000),
            Folder(10_000, Cost(204, 400), Peaks(90, 550), 90_000_000),
        ],
        cold={
            name: [Cost(2, 2)]
            for name in (
                "annotate",
                "bare",
                "version",
                "ours imports",
                "bare imports",
                "ours model",
                "bare model",
            )
        },
    )


def test_articles_differ_and_are_always_the_same(tmp_path: Path) -> None:
    made = [articles.article(n) for n in range(50)]
    assert made == [articles.article(n) for n in range(50)]
    assert len(set(made)) == 50
    assert 2_000 < sum(map(len, made)) / 50 < 3_000
    paths = sorted(articles.write(tmp_path, 3).rglob("*.txt"))
    assert [p.read_text(encoding="utf-8") for p in paths] == made[:3]


def test_the_document_has_every_figure() -> None:
    text = report.document(results())
    assert "$" not in text
    assert "| **relecture**, full annotation, JSON and index written (1.0) | 3.5 | 2.00 | 2.00 | 10% |" in text
    assert "no network" in text
    assert "| two processes, without the start (4.0 s) |  | 2.00 |" in text
    assert "| 10\u202f000 | 204.0 | 20.0 | 550 | 90 | 90.0 |" in text
    assert "about 1 hours of one core" in text


def test_the_readme_keeps_its_text_around_the_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    begin, end = report._MARKS
    (tmp_path / "README.md").write_text(f"avant\n{begin}\nvieux\n{end}\naprès\n", encoding="utf-8")
    monkeypatch.setattr(report, "ROOT", tmp_path)
    report.write(results())
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert text.startswith(f"avant\n{begin}\nThe full annotation")
    assert text.endswith(f"{end}\naprès\n")
    assert "vieux" not in text


def test_the_drawing_is_one_image() -> None:
    svg = ET.fromstring(
        plots.draw([("relecture", 20.0, True)], [("checks", 0.3)], [(100, 40, 500), (10_000, 41, 550)])
    )
    assert svg.tag.endswith("svg")
    assert "worker 550 MB" in "".join(svg.itertext())


def test_a_stage_inside_another_is_not_counted_twice() -> None:
    watch = stages._Watch()

    def spin() -> None:
        end = time.process_time() + 0.01
        while time.process_time() < end:
            pass

    inner = watch.wrap(lambda *_: "inner", spin)

    def steps() -> object:
        spin()
        yield 1
        inner()
        yield 2

    begun = time.process_time()
    with watch.inside("whole"):
        assert list(watch.wrap(lambda *_: "outer", steps)()) == [1, 2]
    spent = time.process_time() - begun
    assert set(watch.seconds) == {"inner", "outer", "whole"}
    assert sum(watch.seconds.values()) <= spent


def test_what_runs_in_turn_runs_in_turn() -> None:
    seen: list[str] = []
    timing.interleaved(2, {"a": lambda: seen.append("a"), "b": lambda: seen.append("b")})
    assert seen == ["a", "b", "a", "b"]
