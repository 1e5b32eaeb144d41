"""How time and memory grow: with processes, with the length of articles, with their number."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks import articles
from benchmarks.timing import Cost, Peaks, annotate_command, interleaved, timed, watched

_fresh = count()


def _folder_run(source: Path, scratch: Path, jobs: int) -> list[str]:
    return annotate_command(source, "-o", scratch / f"out-{next(_fresh)}", "--jobs", str(jobs), "--force")


def jobs(source: Path, scratch: Path, rounds: int) -> dict[str, list[Cost]]:
    """The command on *source* with one process and with two, and on one article, which is its start-up."""
    alone = articles.write(scratch / "alone", 1)
    return interleaved(
        rounds,
        {
            "1": lambda: timed(_folder_run(source, scratch, 1)),
            "2": lambda: timed(_folder_run(source, scratch, 2)),
            "start": lambda: timed(_folder_run(alone, scratch, 2)),
        },
    )


@dataclass(frozen=True, slots=True)
class Length:
    """Articles of a length in characters, and the seconds of processor for a thousand characters of them."""

    characters: int
    per_thousand: float


def lengths(scratch: Path, wanted: list[int], total: int, rounds: int) -> list[Length]:
    """As many articles of each length as make *total* characters, in a process that is warm."""
    import statistics
    import time

    from benchmarks import inline

    inline.load()
    folders = {
        length: articles.write(scratch / f"length-{length}", max(1, total // length), length)
        for length in wanted
    }

    def work(length: int) -> float:
        begun = time.process_time()
        inline.annotate(folders[length], scratch / f"out-{next(_fresh)}")
        return time.process_time() - begun

    work(wanted[0])
    spent = interleaved(rounds, {str(n): lambda n=n: work(n) for n in wanted})  # type: ignore[misc]
    found = []
    for length, folder in folders.items():
        sizes = [len(path.read_text(encoding="utf-8")) for path in folder.rglob("*.txt")]
        seconds = statistics.median(spent[str(length)])
        found.append(Length(sum(sizes) // len(sizes), seconds / sum(sizes) * 1000))
    return found


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of so many articles, done once with two processes."""

    articles: int
    cost: Cost
    peaks: Peaks
    index_bytes: int


def folders(scratch: Path, sizes: list[int]) -> list[Folder]:
    """The command on folders of each size."""
    if sys.platform != "linux":
        return []
    found = []
    for size in sizes:
        source = articles.write(scratch / f"folder-{size}", size)
        output = scratch / f"out-folder-{size}"
        cost, peaks = watched(annotate_command(source, "-o", output, "--jobs", "2"))
        found.append(Folder(size, cost, peaks, (output / "index.sqlite").stat().st_size))
    return found
