"""``annotate FOLDER -o OUT``, the real command in a real process."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e

FAULTY = "Le four\n\nLe four a livré 3,88 mégajoules, soit 14 kWh, selon Réseau Vert.\n"


def annotate(*words: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from relecture.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True)


def test_a_folder_is_done_then_only_what_changed(tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    (source / "deep").mkdir(parents=True)
    (source / "deep/a.txt").write_text(FAULTY, encoding="utf-8")
    (source / "b.txt").write_text(FAULTY.replace("14 kWh", "1,1 kWh"), encoding="utf-8")
    (source / "c.txt").write_bytes(b"\x00\x01")
    done = annotate(source, "-o", output, "--jobs", "1", "--lang", "en")
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "3 articles: 2 annotated, 1 failures" in done.stderr
    assert "conversion-mismatch" in done.stderr
    (failure,) = [line for line in done.stderr.splitlines() if line.startswith("annotate:")]
    assert "c.txt" in failure
    assert json.loads((output / "deep/a.txt.json").read_text(encoding="utf-8"))["findings"]
    with sqlite3.connect(output / "index.sqlite") as index:
        assert index.execute("SELECT count(*) FROM quantities WHERE dimension = 'energy'").fetchone() == (4,)
    (source / "c.txt").write_text(FAULTY, encoding="utf-8")
    again = annotate(source, "-o", output, "--jobs", "1", "--lang", "en")
    assert again.returncode == 0
    assert "3 articles: 1 annotated, 2 unchanged" in again.stderr


def test_wrong_options_are_said_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = annotate(tmp_path, "-o", tmp_path / "out", "--engine", "hadoop")
    assert (done.returncode, "hadoop" in done.stderr) == (2, True)
    assert not list((tmp_path / "out").rglob("*.json"))
    done = annotate(tmp_path, "-o", tmp_path / "out.json")
    assert (done.returncode, "a file for one article" in done.stderr) == (2, True)
