"""``make soak``: the kill test in full. Minutes; ``make test`` has it in a reduced form (`test_kill`).

500 articles and four that end their worker (a crash, an exception, a hang, an exhausted memory). The run is
killed (-9) 20 times at random moments, its workers now and then; what is left must be what an undisturbed run
leaves, to the byte. With the real annotator, then with one that does nothing, which is killed in the midst of
its writing far more often.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from batch import killing
from benchmarks import articles

ARTICLES, KILLS, SEED = 500, 20, 20
#: (annotator, format, time limit in seconds): the time limit costs twice its value for the article that hangs.
SCENARIOS = (("real", "json", 30.0), ("0.02", "json", 4.0), ("0.02", "jsonl", 4.0))


def soak(folder: Path, annotator: str, format: str, time_limit: float) -> str:
    """One scenario under *folder*; returns what happened, raises `AssertionError` when something was lost."""
    source, calm, killed = folder / "in", folder / "calm", folder / "killed"
    source.mkdir(parents=True)
    for n in range(ARTICLES):
        (source / f"{n:04d}.txt").write_text(articles.article(n), encoding="utf-8")
    poisoned = killing.poison(source)

    def command(output: Path) -> list[str]:
        return killing.command(source, output, format=format, annotator=annotator, time_limit=time_limit)

    begun = time.monotonic()
    assert killing.start(command(calm)).wait() == 0, "the undisturbed run failed"
    # The article that hangs holds a run for two time limits: none killed sooner ends by itself.
    within = min(2 * time_limit, time.monotonic() - begun) / 3
    # Workers that are never let start would have the run give up, rightly.
    gap = within / 2 if annotator == "real" else 0.18
    counts = killing.run_killed(command(killed), kills=KILLS, within=within, seed=SEED, gap=gap)
    assert killing.digest(killed) == killing.digest(calm), "the outputs differ"
    assert killing.content(killed) == killing.content(calm), "the indexes differ"
    statuses = [row[1] for row in killing.content(killed)["articles"]]
    assert (statuses.count("done"), statuses.count("failed")) == (ARTICLES, poisoned), "an article was lost"
    return (
        f"{counts['runs']} runs and {counts['workers']} workers killed over {ARTICLES} articles; "
        f"outputs {killing.digest(killed)[:16]}, as undisturbed; {poisoned} failures, each recorded"
    )


def main() -> int:
    """Every scenario; the exit code says whether all went well."""
    failed = False
    for annotator, format, time_limit in SCENARIOS:
        name = f"{'whole pipeline' if annotator == 'real' else 'no model'}, {format}"
        with tempfile.TemporaryDirectory(prefix="soak-") as folder:
            try:
                print(f"{name}: {soak(Path(folder), annotator, format, time_limit)}", flush=True)
            except AssertionError as error:
                print(f"{name}: FAILED: {error}", flush=True)
                failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
