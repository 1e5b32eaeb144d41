"""Running things in turn, and what they cost: the terms in which every measure is given."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.articles import ROOT

T = TypeVar("T")
#: One thread a process, as the command sets for itself: for everybody.
THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_TICK = 0.05  # seconds between two looks at the memory of processes


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of processor (children included where they were waited for)."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Peaks:
    """Greatest resident memory in MB, shared pages included: of the process started, and of one below it."""

    parent: float
    worker: float


def environment() -> dict[str, str]:
    """That of every process timed: this checkout's sources, one thread."""
    return {
        **os.environ,
        **THREADS,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "pipeline"), str(ROOT / "tests")]),
    }


def annotate_command(*words: str | Path) -> list[str]:
    """The words of ``annotate …``, without the start-up of a console script of another interpreter."""
    return [sys.executable, "-c", "from relecture.cli import main; main()", *map(str, words)]


def timed(words: Sequence[str]) -> Cost:
    """Run *words* to the end; raises `RuntimeError` when they fail."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{words}: {said.decode(errors='replace')[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def watched(words: Sequence[str]) -> tuple[Cost, Peaks]:
    """`timed`, with the memory of the process and of those below it (Linux)."""
    from batch.killing import descendants

    peaks: dict[int, float] = {}
    root: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_TICK):
            for pid in [*root, *(descendants(root[0]) if root else [])]:
                peaks[pid] = max(peaks.get(pid, 0), _high_water(pid))

    begun = time.perf_counter()
    process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    root.append(process.pid)
    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    over.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{words}: ended with {process.returncode}")
    below = [peak for pid, peak in peaks.items() if pid != process.pid]
    return Cost(wall, usage.ru_utime + usage.ru_stime), Peaks(peaks.get(process.pid, 0), max(below, default=0))


def _high_water(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass  # it has ended
    return 0.0


def interleaved(rounds: int, work: Mapping[str, Callable[[], T]]) -> dict[str, list[T]]:
    """What each of *work* gives in *rounds* rounds, in turn, so that all meet the same noise."""
    results: dict[str, list[T]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, do in work.items():
            results[name].append(do())
    return results


def median(costs: Sequence[Cost]) -> Cost:
    """The median wall and processor times."""
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def ratio(costs: Sequence[Cost], reference: Sequence[Cost]) -> float:
    """The median, round by round, of the processor time of *costs* over that of *reference*."""
    return statistics.median(a.cpu / b.cpu for a, b in zip(costs, reference, strict=True))


def wall_ratio(costs: Sequence[Cost], reference: Sequence[Cost]) -> float:
    """`ratio` of wall clock."""
    return statistics.median(a.wall / b.wall for a, b in zip(costs, reference, strict=True))
