"""``annotate FOLDER -o OUT``, the real command in a real process."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
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


@pytest.mark.slow
def test_ctrl_c_says_how_far_the_run_is_and_the_next_goes_on(tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for n in range(300):
        (source / f"{n:03d}.txt").write_text(FAULTY * 20, encoding="utf-8")
    # A shell that runs the tests in the background has its children ignore Ctrl-C.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from relecture.cli import main; main()"
    )
    words = [sys.executable, "-c", code, str(source), "-o", str(output), "--jobs", "1"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    while not list(output.glob("*.json")):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.search(r"^annotate: interrompu \(\d+ annotés, \d+ restants\)\u202f; rien n’est perdu", said, re.M)
    left = {p.name for p in source.iterdir()} - {p.name.removesuffix(".json") for p in output.glob("*.json")}
    assert left
    again = annotate(source, "-o", output, "--jobs", "1", "--lang", "en")
    assert again.returncode == 0
    assert len(list(output.glob("*.json"))) == 300


def test_the_reason_of_a_run_that_stops_is_said_in_the_language_of_messages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "out/index.sqlite").mkdir(parents=True)
    for lang, words in (("fr", "l’index ne peut pas être ouvert"), ("en", "unable to open database file")):
        done = annotate(tmp_path / "a.txt", "-o", tmp_path / "out", "--lang", lang)
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr


def test_wrong_options_are_said_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = annotate(tmp_path, "-o", tmp_path / "out", "--engine", "hadoop")
    assert (done.returncode, "hadoop" in done.stderr) == (2, True)
    assert not list((tmp_path / "out").rglob("*.json"))
    done = annotate(tmp_path, "-o", tmp_path / "out.json")
    assert (done.returncode, "a file for one article" in done.stderr) == (2, True)
