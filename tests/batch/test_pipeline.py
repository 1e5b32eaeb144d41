"""What workers run on real articles, and what makes their outputs out of date."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from relecture.batch import pipeline
from relecture.batch.model import OPENING, Annotated, Failure, Format, Job, Several
from relecture.settings import Settings
from relecture.types import Severity

SETTINGS = Settings(lang="en", select=("weekday-mismatch",), min_severity=Severity.WARNING)


def test_options_travel_as_a_string() -> None:
    packed = pipeline.pack(SETTINGS, Format.JSONL, index=False)
    assert pipeline.unpack(packed) == (SETTINGS, Format.JSONL, False)


def test_outputs_are_out_of_date_when_anything_that_makes_them_changes(tmp_path: Path) -> None:
    lists = tmp_path / "organisations.txt"
    lists.write_text("Réseau Vert\n", encoding="utf-8")
    settings = replace(SETTINGS, gazetteers=(str(lists),))

    def config(given: Settings, format: Format = Format.JSON, *, index: bool = True) -> str:
        return pipeline.config(pipeline.pack(given, format, index=index))

    before = config(settings)
    assert before == config(settings)
    others = {
        config(replace(settings, lang="fr")),
        config(replace(settings, model="fr_core_news_lg")),
        config(settings, Format.JSONL),
        config(settings, index=False),
    }
    lists.write_text("Réseau Bleu\n", encoding="utf-8")
    others.add(config(settings))
    assert len(others | {before}) == 6


def test_files_that_may_hold_several_articles_are_told_by_their_name() -> None:
    assert not pipeline.holds_several("a.txt")
    assert not pipeline.holds_several("a.unknown")


@pytest.mark.model
def test_results_come_one_a_job_in_order(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Le parc\n\nLe parc a livré 3 MWh à Réseau Vert lundi.\n", encoding="utf-8")
    empty.write_bytes(b"")
    (tmp_path / "good.txt.decisions.json").write_text(
        '{"decisions": [{"fingerprint": "f", "slug": "s", "status": "dismissed"}]}', encoding="utf-8"
    )
    paths = [empty, good, tmp_path / "absent.txt", good]
    jobs = [Job(str(p), f"articles/{p.name}" if p is empty else str(p), "x.json") for p in paths]
    annotate = pipeline.make(pipeline.pack(Settings(), Format.JSONL, index=True))
    one, two, three, four = annotate(jobs)
    assert one == Failure("the file is empty")
    assert isinstance(three, Failure)
    assert three.transient
    assert isinstance(two, Annotated)
    assert two == four
    assert "\n" not in two.json
    assert json.loads(two.json)["source"]["path"] == str(good)
    assert [q.unit for q in two.record.quantities] == ["megawatt_hour"]
    assert two.record.quantities[0].si_value == 3 * 3.6e9
    assert [d.fingerprint for d in two.record.decisions] == ["f"]
    assert two.record.text.startswith("Le parc")


@pytest.mark.model
def test_articles_inside_a_file_are_listed_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Stands for an archive or a feed: the readers of those have tests of their own.
    from relecture.reading import read_bytes

    opened = []

    def read_many(data: bytes, *, path: str) -> object:
        opened.append(path)
        return (read_bytes(line, path=f"{path}!/{n}.txt") for n, line in enumerate(data.splitlines()))

    monkeypatch.setattr(pipeline, "read_many_bytes", read_many)
    path = tmp_path / "envoi.zip"
    path.write_bytes(b"Un article de presse.\nUn autre article.\nUn dernier.\n")
    annotate = pipeline.make(pipeline.pack(Settings(), Format.JSON, index=False))
    [listed] = annotate([Job(str(path), str(path), "envoi.zip/", OPENING)])
    assert listed == Several(tuple(f"{path}!/{n}.txt" for n in range(3)))
    jobs = [Job(str(path), f"{path}!/{n}.txt", f"{n}.json", n) for n in (0, 2)]
    texts = [json.loads(result.json)["text"] for result in annotate(jobs) if isinstance(result, Annotated)]
    assert texts == ["Un article de presse.", "Un dernier."]
    assert len(opened) == 2, "a file is read on from where it was"
    [again] = annotate([jobs[0]])
    assert isinstance(again, Annotated)
    assert len(opened) == 3
