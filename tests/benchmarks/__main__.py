"""``make bench``: every measure in one run, written to docs/performance.md and docs/performance.svg."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import articles, timing


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    compared: int
    rounds: int
    staged: int
    scaled: int
    scaled_rounds: int
    lengths: tuple[int, ...]
    length_total: int
    folders: tuple[int, ...]
    cold_rounds: int


FULL = Sizes(200, 3, 200, 2_000, 1, (500, 2_000, 8_000, 32_000, 128_000), 256_000, (100, 1_000, 10_000), 5)
QUICK = Sizes(40, 3, 40, 80, 3, (500, 2_000, 16_000), 32_000, (40, 160), 3)


def main() -> None:
    """Measure and write; ``--quick`` for small sizes, to try the benchmark itself."""
    os.environ.update(timing.THREADS)  # before anything imports numpy
    from benchmarks import cold, machine, plots, report, scaling, stages, throughput

    quick = "--quick" in sys.argv[1:]
    sizes = QUICK if quick else FULL
    begun = time.monotonic()

    def say(what: str) -> None:
        print(f"[{(time.monotonic() - begun) / 60:4.1f} min] {what}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as name:
        scratch = Path(name)
        compared = articles.write(scratch / "compared", sizes.compared)
        say("against others")
        against = throughput.measure(compared, sizes.rounds)
        say("cold start")
        started = cold.measure(scratch, sizes.cold_rounds)
        say("several processes")
        jobs = scaling.jobs(articles.write(scratch / "scaled", sizes.scaled), scratch, sizes.scaled_rounds)
        say("size of folders")
        folders = scaling.folders(scratch, list(sizes.folders))
        say("stages")
        shares = stages.measure(articles.write(scratch / "staged", sizes.staged), scratch)
        say("length of articles")
        lengths = scaling.lengths(scratch, list(sizes.lengths), sizes.length_total, sizes.rounds)
    minutes = (time.monotonic() - begun) / 60
    results = report.Results(
        machine=machine.description(),
        quick=quick,
        minutes=minutes,
        throughput=against,
        stages=shares,
        jobs=jobs,
        jobs_articles=sizes.scaled,
        lengths=lengths,
        folders=folders,
        cold=started,
    )
    start = statistics.median(c.wall for c in jobs["start"])
    picture = plots.draw(
        [(n, 1 / results.per_article(n), n == "relecture") for n in against.costs],
        results.shares(),
        [(f.articles, report.per_article(f, start) * 1e3, f.peaks.worker) for f in folders],
    )
    docs = articles.ROOT / "docs"
    (docs / "performance.svg").write_text(picture, encoding="utf-8")
    report.write(results)
    say(f"written: {docs / 'performance.md'}")


if __name__ == "__main__":
    main()
