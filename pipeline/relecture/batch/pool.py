"""Worker processes of this machine: started from one loaded template, watched, replaced when they end."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Protocol, cast

from relecture.batch.model import Done, Event, Lost, Task, WorkerSpec
from relecture.batch.worker import PRELOAD, serve
from relecture.errors import OutputError, RelectureError

#: Workers that end one after the other before they are ready, before the run is given up.
_STILLBORN = 5
#: Tries to start one process, and seconds before the second; each wait is twice the one before.
_START_ATTEMPTS, _FIRST_WAIT = 8, 0.02
#: What the fork server imports, by name: importing it here would do its work in this process.
_SERVER = "relecture.batch.preload"
#: What multiprocessing answers when the fork server, which alone knows how its children end, was killed.
_UNKNOWN = 255
#: Signals that no article can send to the worker that reads it: the system, short of memory, or somebody.
_FROM_OUTSIDE = frozenset(getattr(signal, name, None) for name in ("SIGKILL", "SIGTERM", "SIGHUP"))
_TICK = 0.5  # seconds between two looks at the time limits


class Pool(Protocol):
    """What runs tasks: this machine's processes, or a cluster's."""

    lost: int

    def free(self) -> int:
        """How many tasks can be submitted now."""

    def busy(self) -> bool:
        """True while a task is under way."""

    def submit(self, task: Task) -> None:
        """Start *task*; only when `free`."""

    def events(self) -> list[Event]:
        """Wait a little for tasks to end; raises `RelectureError` when going on is useless."""

    def close(self) -> None:
        """Stop the workers at once, whatever they do."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    ready: bool = False
    task: Task | None = None
    deadline: float = 0.0


class LocalPool:
    """*jobs* processes; a task that lasts more than *time_limit* seconds loses its worker."""

    def __init__(self, spec: WorkerSpec, *, jobs: int, time_limit: float) -> None:
        self.spec, self.jobs, self.time_limit = spec, jobs, time_limit
        self.lost = 0
        self._stillborn = 0
        self._workers: dict[Connection, _Worker] = {}
        self._context = _context(spec)
        for _ in range(jobs):
            self._start()

    def free(self) -> int:
        return sum(w.ready and w.task is None for w in self._workers.values())

    def busy(self) -> bool:
        return any(w.task is not None for w in self._workers.values())

    def submit(self, task: Task) -> None:
        connection, worker = next((c, w) for c, w in self._workers.items() if w.ready and w.task is None)
        worker.task = task
        worker.deadline = time.monotonic() + self.time_limit
        with suppress(OSError):  # it may have just died: `events` will say so
            connection.send(task)

    def events(self) -> list[Event]:
        found: list[Event] = []
        for ready in wait(list(self._workers), timeout=_TICK):
            connection = cast(Connection, ready)
            try:
                answer = connection.recv()
            except (EOFError, OSError):
                self._ended(connection, found)
                continue
            self._answered(self._workers[connection], answer, found)
        now = time.monotonic()
        for connection, worker in list(self._workers.items()):
            if worker.task is not None and now > worker.deadline:
                found.append(Lost(worker.task, f"not done after {self.time_limit:g} s"))
                self._replace(connection)
        return found

    def _answered(self, worker: _Worker, answer: object, found: list[Event]) -> None:
        if isinstance(answer, RelectureError):
            raise answer
        if isinstance(answer, Done | Lost):
            worker.task = None
            found.append(answer)
        else:
            worker.ready = True
            self._stillborn = 0

    def _ended(self, connection: Connection, found: list[Event]) -> None:
        worker = self._workers[connection]
        worker.process.join(timeout=5)
        ending = _ending(worker.process.exitcode)
        if worker.task is not None:
            code = worker.process.exitcode
            outside = code is not None and -code in _FROM_OUTSIDE
            found.append(Lost(worker.task, ending, certain=False, seen=code != _UNKNOWN, outside=outside))
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise OutputError(f"worker processes cannot start: {ending}")
        self._replace(connection)

    def _replace(self, connection: Connection) -> None:
        worker = self._workers.pop(connection)
        if worker.task is not None or not worker.ready:
            self.lost += 1
        _end(connection, worker)
        self._start()

    def _start(self) -> None:
        for attempt in range(_START_ATTEMPTS):
            here, there = self._context.Pipe()
            process = self._context.Process(target=serve, args=(there, self.spec), daemon=True)
            try:
                process.start()
            except (EOFError, OSError):
                # The fork server was killed. Until the system has buried it, multiprocessing takes it
                # for alive and starts no other: leave it a moment, longer each time.
                here.close()
                time.sleep(_FIRST_WAIT * 2**attempt)
            else:
                self._workers[here] = _Worker(process)
                return
            finally:
                there.close()
        raise OutputError("worker processes cannot be started")

    def close(self) -> None:
        while self._workers:
            _end(*self._workers.popitem())


def _end(connection: Connection, worker: _Worker) -> None:
    connection.close()
    worker.process.kill()
    worker.process.join()


def _ending(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        try:
            return f"its worker was ended by {signal.Signals(-exitcode).name}"
        except ValueError:
            return f"its worker was ended by signal {-exitcode}"
    return f"its worker ended with code {exitcode}"


def _context(spec: WorkerSpec) -> SpawnContext | ForkServerContext:
    """Processes forked from a server that has loaded the model, where there are forks; fresh ones elsewhere."""
    # One thread a worker: there is a worker a core, and a fork must not copy a process that has threads.
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    os.environ[PRELOAD] = json.dumps([spec.factory, spec.options])
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_SERVER])
    return context
