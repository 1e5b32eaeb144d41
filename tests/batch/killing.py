"""Killing a batch at random moments until it has finished, and comparing with an undisturbed run.

Used by the tests with an annotator that needs no model, and by ``make soak`` with the real one too.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def command(
    source: Path,
    output: Path,
    *,
    format: str = "json",
    annotator: float | str = 0.002,
    jobs: int = 2,
    time_limit: float = 4.0,
) -> list[str]:
    """The command line of ``drive.py``."""
    drive = str(Path(__file__).with_name("drive.py"))
    return [sys.executable, drive, *map(str, (source, output, format, annotator, jobs, time_limit))]


def poison(folder: Path) -> int:
    """Put among the articles of *folder* four that end their worker, each in its way; returns their number."""
    names = sorted(path.name for path in folder.iterdir())
    texts = ("SEGV", "RAISE", "HANG", "MEMORY")
    for n, text in enumerate(texts, 1):
        beside = names[n * len(names) // (len(texts) + 1)]
        (folder / f"{beside.removesuffix('.txt')}-poison.txt").write_text(text, encoding="utf-8")
    return len(texts)


def start(words: Sequence[str]) -> subprocess.Popen[bytes]:
    """*words* started in a process group of its own, able to import this checkout."""
    path = os.pathsep.join([str(TESTS.parent / "pipeline"), str(TESTS)])
    return subprocess.Popen(
        words,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def run_killed(
    words: Sequence[str], *, kills: int, within: float, seed: int, gap: float = 0.18
) -> dict[str, int]:
    """Run *words* again and again, each time killed (-9) after a random time up to *within* seconds.

    Workers are killed on the way too, one every *gap* seconds or so. After *kills* of the whole run, or when it
    has ended by itself all the same, it is left to finish. Returns how many runs and workers were killed.
    """
    chance = random.Random(seed)
    done = {"runs": 0, "workers": 0}
    while done["runs"] < kills:
        process = start(words)
        end = time.monotonic() + chance.uniform(0.05, within)
        while process.poll() is None and time.monotonic() < end:
            pause = chance.uniform(0.01, 0.1)
            time.sleep(pause)
            if chance.random() < pause / gap:
                done["workers"] += _kill_a_worker(process.pid, chance)
        if process.poll() is None:
            process.kill()
            process.wait()
            done["runs"] += 1
        elif process.returncode or not done["runs"]:
            raise AssertionError(f"the run ended by itself (code {process.returncode}): {done}")
        else:  # the article that hangs lost its last worker to us: nothing was left to do
            break
    if start(words).wait() not in (0, 2):
        raise AssertionError("the last run did not finish")
    return done


def _kill_a_worker(parent: int, chance: random.Random) -> int:
    """Kill one process below *parent*: a worker, or the fork server itself."""
    below = descendants(parent)
    if not below:
        return 0
    try:
        os.kill(chance.choice(below), signal.SIGKILL)
    except ProcessLookupError:
        return 0
    return 1


def descendants(parent: int) -> list[int]:
    """The processes started by *parent* and by those (Linux)."""
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                found += [int(entry.name), *descendants(int(entry.name))]
    return found


def alive(process: int) -> bool:
    """False when *process* has ended, even if nobody has asked how (a zombie)."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def digest(output: Path) -> str:
    """A hash of every annotation under *output*, names included."""
    total = hashlib.sha256()
    for path in sorted(output.rglob("*.json*")):
        total.update(str(path.relative_to(output)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def content(output: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the index says, without what depends on the history (row and run numbers)."""
    with sqlite3.connect(output / "index.sqlite") as db:
        articles = db.execute("SELECT output, status, cause, sha256, title FROM articles ORDER BY 1").fetchall()
        findings = db.execute(
            "SELECT output, findings.id, start, text FROM findings JOIN articles ON articles.id = article "
            "ORDER BY 1, 2"
        ).fetchall()
        search = db.execute(
            "SELECT output, search.text FROM search JOIN articles ON id = search.rowid ORDER BY 1"
        ).fetchall()
    return {"articles": articles, "findings": findings, "search": search}
