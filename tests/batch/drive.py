"""Runs a batch in a process that can be killed: drive.py IN OUT FORMAT ANNOTATOR JOBS TIME_LIMIT.

ANNOTATOR is the pause of the fake one after each article, in seconds, or ``real``: the whole pipeline, which
the poison of `batch.fake` ends all the same.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from batch import fake, hostile
from relecture.batch.model import Format, WorkerSpec
from relecture.batch.run import Options, run


def main() -> int:
    # A shell that runs the tests in the background has its children ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    source, output, format, annotator, jobs, time_limit = sys.argv[1:]
    factory, options = (hostile.FACTORY, format) if annotator == "real" else (fake.FACTORY, annotator)
    spec = WorkerSpec(factory, options, Path(output), Format(format), memory_limit=1 << 30)
    try:
        tally = run(
            [source],
            spec,
            Options(jobs=int(jobs), time_limit=float(time_limit)),
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
