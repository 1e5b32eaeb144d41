"""kill -9 at any moment, Ctrl-C, SIGTERM: a second run gives what an undisturbed run gives."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from batch import killing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds the worker processes in /proc"),
]


def folder(root: Path, count: int) -> Path:
    """*count* ordinary articles."""
    root.mkdir()
    for n in range(count):
        (root / f"{n:04d}.txt").write_text(f"Article {n}\n\n{n} Kwh.\n" * (1 + n % 7), encoding="utf-8")
    return root


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_killed_runs_end_as_an_undisturbed_one(tmp_path: Path, format: str) -> None:
    source = folder(tmp_path / "in", 300)
    poisoned = killing.poison(source)
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    assert killing.start(killing.command(source, calm, format=format)).wait() == 0
    words = killing.command(source, killed, format=format, annotator=0.01)
    counts = killing.run_killed(words, kills=6, within=1.5, seed=7)
    assert counts["runs"] >= 3, counts
    assert killing.digest(killed) == killing.digest(calm)
    assert killing.content(killed) == killing.content(calm)
    statuses = [row[1] for row in killing.content(killed)["articles"]]
    assert (statuses.count("done"), statuses.count("failed")) == (300, poisoned)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so_and_leaves_no_process(tmp_path: Path, number: signal.Signals) -> None:
    source = folder(tmp_path / "in", 300)
    process = killing.start(killing.command(source, tmp_path / "out", annotator=0.05))
    while not list((tmp_path / "out").glob("*.json")):
        assert process.poll() is None
        time.sleep(0.05)
    workers = killing.descendants(process.pid)
    assert workers
    process.send_signal(number)
    assert process.wait(timeout=30) == 130
    deadline = time.monotonic() + 30
    while any(map(killing.alive, workers)):
        assert time.monotonic() < deadline, "a worker outlived the run"
        time.sleep(0.05)


def test_workers_end_with_a_killed_parent_even_when_they_hang(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text("HANG", encoding="utf-8")
    process = killing.start(killing.command(source, tmp_path / "out"))
    while len(workers := killing.descendants(process.pid)) < 3:
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(0.3)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(map(killing.alive, workers)):
        assert time.monotonic() < deadline, "a worker outlived its parent"
        time.sleep(0.05)
