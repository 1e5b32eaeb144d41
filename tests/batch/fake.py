"""An annotator without a model, for tests of the machinery; some texts make it misbehave.

Import path for workers: ``batch.fake:make`` (``tests`` is on the path).
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from relecture.batch.model import (
    Annotate,
    Annotated,
    EntityRow,
    Failure,
    FindingRow,
    Job,
    QuantityRow,
    Record,
    Result,
    Several,
)

FACTORY = "batch.fake:make"
SUFFIXES = (".txt", ".md", ".list")


def several(path: str) -> bool:
    """A ``.list`` holds one article a word; the word is its name and its text."""
    return path.endswith(".list")


def make(options: str) -> Annotate:
    """*options* is the pause after each article in seconds, or ``broken`` (cannot start), ``full`` (disk)."""
    if options == "broken":
        raise RuntimeError("no model here")
    if options == "full":
        os.fsync = _no_space
    pause = 0.0 if options == "full" else float(options)

    def annotate(jobs: Sequence[Job]) -> Iterator[Result]:
        for job in jobs:
            try:
                data = Path(job.path).read_bytes()
                if data.startswith(b"DENIED"):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            except OSError as error:
                yield Failure(error.strerror or str(error), transient=True)
                continue
            if job.opens:
                yield Several(tuple(f"{job.name}!/{line}" for line in data.decode().split()))
                continue
            text = data.decode() if job.member is None else data.decode().split()[job.member]
            misbehave(text, job)
            time.sleep(pause)
            yield Annotated(_json(job, text, data), _record(text, data))

    return annotate


def _no_space(_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def misbehave(text: str, job: Job) -> None:
    """End this process, or the task, as *text* asks."""
    if text.startswith("SEGV"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if text.startswith("HANG"):
        time.sleep(3600)
    if text.startswith("MEMORY"):
        hold = bytearray(8 << 30)
        raise AssertionError(f"{len(hold)} bytes were given")
    if text.startswith("RAISE"):
        raise ValueError(f"cannot stand {job.name}")
    if text.startswith("KILLED"):
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith("ONCE"):  # the first time only, as when somebody else kills the worker
        mark = Path(job.path).with_suffix(".met")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


def _json(job: Job, text: str, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    return json.dumps({"source": job.name, "sha256": digest, "text": text}, ensure_ascii=False)


def _record(text: str, data: bytes) -> Record:
    slips = [n for n in range(len(text)) if text.startswith("Kwh", n)]
    unit = ("kilowatt_hour", "energy", 3.6e6, "J", None)
    return Record(
        sha256=hashlib.sha256(data).hexdigest(),
        findings=tuple(
            FindingRow(f"f{k}", "unit-symbol-case", "style", 1.0, "kWh", n, n + 3, "Kwh", f"{n:016x}")
            for k, n in enumerate(slips, 1)
        ),
        quantities=tuple(
            QuantityRow(f"q{k}", n, n + 3, "Kwh", "measure", 1.0, None, None, *unit)
            for k, n in enumerate(slips, 1)
        ),
        entities=(EntityRow("e1", "ORG", text.split()[0], 1),) if text.strip() else (),
        title=text.partition("\n")[0],
        text=text,
    )
