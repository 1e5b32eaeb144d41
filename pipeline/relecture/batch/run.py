"""A whole run: plan, share out, record; one article at worst is lost to whatever happens to a worker."""

from __future__ import annotations

import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TextIO

from relecture.batch.model import (
    Done,
    Event,
    Failure,
    Format,
    Job,
    Lost,
    Record,
    Several,
    Tally,
    Task,
    WorkerSpec,
)
from relecture.batch.plan import Planner, Policy
from relecture.batch.pool import LocalPool, Pool
from relecture.batch.shards import Shards
from relecture.batch.sources import Source, find
from relecture.batch.store import Store
from relecture.batch.worker import STAGING
from relecture.errors import InputError, OutputError

#: A micro-batch: enough to keep the model's matrices busy, little enough for memory (16 documents take
#: 0.55 GB where spaCy's default of 256 takes 3.1 GB) and for a crash to cost little.
TASK_ARTICLES = 16
TASK_BYTES = 200_000
#: Times an article is tried when its worker was ended by a signal: two may be somebody else's doing.
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. ``jobs`` is a number of processes, ``time_limit`` in seconds for an article."""

    jobs: int
    force: bool = False
    retry_failed: bool = False
    time_limit: float = 120.0


Observer = Callable[[Tally], None]
MakePool = Callable[[WorkerSpec, Options], Pool]


def local_pool(spec: WorkerSpec, options: Options) -> Pool:
    """The workers of this machine."""
    return LocalPool(spec, jobs=options.jobs, time_limit=options.time_limit)


def run(
    paths: Iterable[str | Path],
    spec: WorkerSpec,
    options: Options,
    *,
    config: str,
    suffixes: Iterable[str],
    several: Callable[[str], bool] = lambda _: False,
    observe: Observer = lambda _: None,
    make_pool: MakePool = local_pool,
) -> Tally:
    """Annotate the articles of *paths* under ``spec.output``; what stands from an earlier run is kept.

    *config* is a hash of everything else than the sources that makes the outputs; *suffixes* are those of
    the files to take in folders, and *several* tells those that hold several articles. Raises
    `OutputError` when results cannot be written and `ModelError` without a model; the state is then
    consistent, and the same call goes on from there, as after `KeyboardInterrupt` (SIGTERM raises it too).
    """
    tally = Tally()
    with _prepared(spec.output), _terminable(), Store(spec.output) as store:
        found: Iterator[Source | InputError] = find(paths, frozenset(suffixes), skip=spec.output)
        policy = Policy(config, spec.format, several, options.force, options.retry_failed)
        planner = Planner(store, policy, spec.output, tally)
        planner.add(found)
        planner.finish()
        observe(tally)
        if store.count_planned():
            pool = make_pool(spec, options)
            try:
                drive = _Drive(store, pool, spec, tally, observe)
                drive.open_files(planner)
                drive.go()
            finally:
                pool.close()
        tally.by_severity = store.findings_by("severity")
        tally.by_check = store.findings_by("slug")
    return tally


class _Drive:
    """Feeds a pool and records what comes back."""

    def __init__(self, store: Store, pool: Pool, spec: WorkerSpec, tally: Tally, observe: Observer) -> None:
        self.store, self.pool, self.tally, self.observe = store, pool, tally, observe
        self.again: deque[Task] = deque()
        self.shards = Shards(store, spec.output) if spec.format is Format.JSONL else None
        self.fresh = _tasks(store, by_position=self.shards is not None)

    def open_files(self, planner: Planner) -> None:
        """List the articles of the files that hold several, one file after the other."""
        for job in self.store.to_open():
            self.again.append(Task((job,)))
            result: Record | Several | Failure | None = None
            while result is None:
                self._feed(more=False)
                for event in self.pool.events():
                    result = self._opened(event)
            if isinstance(result, Several):
                planner.opened(job, result.names)
            else:
                failure = result if isinstance(result, Failure) else Failure("not a file of several articles")
                self.tally.fail(job.name, failure.cause)
                with self.store.transaction():
                    self.store.record(job, failure)
            planner.finish()
            self.observe(self.tally)

    def _opened(self, event: Event) -> Record | Several | Failure | None:
        if isinstance(event, Done):
            return event.results[0]
        if self._worth_another(event):
            return None
        return event.failure

    def go(self) -> None:
        """Until nothing is left to do."""
        more = True
        while more or self.again or self.pool.busy():
            more = self._feed(more)
            events = self.pool.events()
            # Workers first: what follows here takes a few milliseconds that they need not wait for.
            more = self._feed(more, events)
            if events:
                with self.store.transaction():
                    for event in events:
                        if isinstance(event, Done):
                            self._done(event)
                self.tally.workers_lost = self.pool.lost
                self.observe(self.tally)

    def _feed(self, more: bool, events: Iterable[Event] = ()) -> bool:
        for event in events:
            if isinstance(event, Lost):
                self._lost(event)
        for _ in range(self.pool.free()):
            task = self.again.popleft() if self.again else next(self.fresh, None) if more else None
            if task is None:
                return False
            self.pool.submit(task)
        return more

    def _lost(self, event: Lost) -> None:
        task = event.task
        if len(task.jobs) > 1:
            self.again.extendleft(reversed(task.parts()))
        elif not self._worth_another(event):
            with self.store.transaction():
                self._done(Done(task, (event.failure,), (None,)))

    def _worth_another(self, event: Lost) -> bool:
        """Put the one article of *event* back, if its worker may have been ended by somebody else."""
        task = event.task
        if not event.seen and task.unseen < ATTEMPTS:
            self.again.appendleft(Task(task.jobs, task.attempts, task.unseen + 1))
            return True
        if event.certain or task.attempts + 1 >= ATTEMPTS:
            return False
        self.again.appendleft(Task(task.jobs, task.attempts + 1, task.unseen))
        return True

    def _done(self, event: Done) -> None:
        for n, (job, result) in enumerate(zip(event.task.jobs, event.results, strict=True)):
            if isinstance(result, Several):
                result = Failure("a file of several articles, where one was expected")
            if isinstance(result, Record):
                self.tally.add(result)
            else:
                self.tally.fail(job.name, result.cause)
            if self.shards is None:
                self.store.record(job, result)
            else:
                self.shards.add(job, result, event.lines[n])


def _tasks(store: Store, *, by_position: bool) -> Iterator[Task]:
    """The plan cut in micro-batches of bounded size."""
    jobs: list[Job] = []
    total = 0
    for job, size in store.planned(by_position=by_position):
        if jobs and (len(jobs) == TASK_ARTICLES or total + size > TASK_BYTES):
            yield Task(tuple(jobs))
            jobs, total = [], 0
        jobs.append(job)
        total += size
    if jobs:
        yield Task(tuple(jobs))


@contextmanager
def _prepared(output: Path) -> Iterator[None]:
    """The output folder made, locked against another run, and rid of what a killed run left half written."""
    staging = output / STAGING
    try:
        staging.mkdir(parents=True, exist_ok=True)
        lock = open(staging / "lock", "a")  # noqa: SIM115 (held until the run ends)
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror or error}") from error
    with lock:
        _lock(lock, output)
        for left in staging.glob("*.tmp"):
            left.unlink(missing_ok=True)
        yield


def _lock(stream: TextIO, output: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputError(f"{output}: another run is writing there") from error


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM ends the run as Ctrl-C does, cleanly."""

    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's business
        return

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
