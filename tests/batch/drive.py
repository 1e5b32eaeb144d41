"""Runs a batch with the fake annotator in a process that tests can kill: drive.py IN OUT FORMAT PAUSE JOBS."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from batch import fake
from relecture.batch.model import Format, WorkerSpec
from relecture.batch.run import Options, run


def main() -> int:
    # A shell that runs the tests in the background has its children ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    source, output, format, pause, jobs = sys.argv[1:]
    spec = WorkerSpec(fake.FACTORY, pause, Path(output), Format(format), memory_limit=1 << 30)
    try:
        tally = run(
            [source],
            spec,
            Options(jobs=int(jobs), time_limit=4.0),
            config="c",
            suffixes=fake.SUFFIXES,
            observe=lambda t: print(t.done, flush=True),
        )
    except KeyboardInterrupt:
        return 130
    print(f"{tally.done} done, {tally.unchanged} unchanged, {tally.failed + tally.remembered} failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
