"""The index as Parquet files: the same rows, whole files or none."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from batch import fake
from relecture.batch.model import WorkerSpec
from relecture.batch.run import Options, run
from relecture.cli.folder import run_folder
from relecture.cli.options import BatchOptions
from relecture.errors import ConfigurationError, OutputError
from relecture.settings import Settings


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder of annotations, whose name would mean something in an address."""
    source, output = tmp_path / "in", tmp_path / "out #1?"
    source.mkdir()
    for n in range(20):
        (source / f"{n:02d}.txt").write_text(f"Article {n}\n\nUne phrase, {n} Kwh.\n", encoding="utf-8")
    (source / "bad.txt").write_text("RAISE", encoding="utf-8")
    run([source], WorkerSpec(fake.FACTORY, "0", output), Options(jobs=1), config="c", suffixes=fake.SUFFIXES)
    return output


def test_the_files_hold_the_rows_of_the_index(output: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra « parquet » is not installed")
    from relecture.batch import parquet

    paths = parquet.write(output)
    assert [p.name for p in paths] == [
        f"{name}.parquet" for name in ("articles", "quantities", "entities", "findings", "decisions")
    ]
    with sqlite3.connect(output / "index.sqlite") as index:
        index.row_factory = sqlite3.Row
        for path in paths[1:]:
            rows = [dict(row) for row in index.execute(f"SELECT * FROM {path.stem} ORDER BY article, 2")]
            assert pq.read_table(path).to_pylist() == rows
            assert rows or path.stem == "decisions"
    articles = pq.read_table(paths[0]).to_pylist()
    assert [a["status"] for a in articles].count("done") == 20
    [failed] = [a for a in articles if a["status"] == "failed"]
    assert failed["source"].endswith("bad.txt")
    assert failed["cause"].startswith("ValueError")
    assert not list(output.rglob("*.tmp"))


def test_a_file_that_cannot_be_written_is_left_as_it_was(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="the extra « parquet » is not installed")
    from relecture.batch import parquet

    before = {p: p.read_bytes() for p in parquet.write(output)}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        parquet.write(output)
    assert {p: p.read_bytes() for p in before} == before
    assert not list(output.rglob("*.tmp"))


def test_what_is_missing_is_said_before_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "relecture.batch.parquet", raising=False)
    with pytest.raises(ConfigurationError, match=r"relecture\[parquet\]"):
        run_folder([tmp_path], tmp_path / "out", Settings(), BatchOptions(parquet=True))
    with pytest.raises(ConfigurationError, match="--no-index"):
        run_folder([tmp_path], tmp_path / "out", Settings(), BatchOptions(parquet=True, index=False))
    assert not (tmp_path / "out").exists()
