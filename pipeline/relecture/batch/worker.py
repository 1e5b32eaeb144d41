"""What a worker process does: take a micro-batch, annotate it, write the files, say so, again.

A worker is made to be killed. It writes whole files or none, owns no state that matters, ends with the
process that drives it, and never passes its memory limit.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from functools import lru_cache
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from relecture.batch.model import (
    Annotate,
    Annotated,
    Done,
    Failure,
    Format,
    Lost,
    Record,
    Result,
    Several,
    Task,
    WorkerSpec,
)
from relecture.batch.write import write_atomic
from relecture.errors import InputError, OutputError, RelectureError

#: Temporary files stand here, under the output folder, so that those of a killed run are easily removed.
STAGING = ".relecture"
#: The environment variable that tells the fork server (`preload`) what to load: JSON, [factory, options].
PRELOAD = "RELECTURE_PRELOAD"


def serve(connection: Connection, spec: WorkerSpec) -> None:
    """Do the tasks that arrive on *connection* until it closes or says ``None``.

    Answers a `Done`, a `Lost`, or the `RelectureError` that makes going on useless.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    _end_with_parent()
    limit_memory(spec.memory_limit)
    os.chdir(spec.folder)
    try:
        annotate = _started(spec)
        connection.send(None)
        while (task := connection.recv()) is not None:
            answer = perform(task, annotate, spec)
            leaving = isinstance(answer, Lost) or resident_bytes() > spec.recycle_above
            connection.send(answer)
            if leaving:
                return
    except RelectureError as error:
        connection.send(error)
    except (EOFError, BrokenPipeError):
        return


def _started(spec: WorkerSpec) -> Annotate:
    try:
        return made(spec.factory, spec.options)
    except RelectureError:
        raise
    except Exception as error:
        raise OutputError(f"a worker cannot start: {type(error).__name__}: {error}") from error


@lru_cache(maxsize=1)
def made(factory: str, options: str) -> Annotate:
    """The `Annotate` that *factory* (``module:function``) makes of *options*; kept, so that forks share it."""
    module, _, function = factory.partition(":")
    annotate: Annotate = getattr(import_module(module), function)(options)
    return annotate


def perform(task: Task, annotate: Annotate, spec: WorkerSpec) -> Done | Lost:
    """Annotate and write *task*. Raises `OutputError` when the output folder cannot be written."""
    try:
        found = list(annotate(task.jobs))
    except InputError as error:
        return Lost(task, error.cause)
    except RelectureError:
        raise
    except MemoryError:
        return Lost(task, f"out of memory (limit {spec.memory_limit >> 20} MB)")
    except Exception as error:
        return Lost(task, f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")
    if len(found) != len(task.jobs):
        return Lost(task, f"{len(found)} results for {len(task.jobs)} articles")
    if spec.format is Format.JSONL:
        lines = tuple(item.json if isinstance(item, Annotated) else None for item in found)
        return Done(task, tuple(i.record if isinstance(i, Annotated) else i for i in found), lines)
    return Done(
        task, tuple(_written(spec.output, job.output, i) for job, i in zip(task.jobs, found, strict=True))
    )


def _written(folder: Path, name: str, item: Result) -> Record | Several | Failure:
    if not isinstance(item, Annotated):
        return item
    try:
        write_atomic(folder / name, item.json + "\n", staging=folder / STAGING)
    except OSError as error:
        raise OutputError(f"{error.filename or folder / name}: {error.strerror or error}") from error
    return item.record


def limit_memory(limit: int) -> None:
    """Make allocations fail beyond *limit* bytes of private memory (where the system can)."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def resident_bytes() -> int:
    """Memory in use by this process, shared pages included; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _end_with_parent() -> None:
    """End when the process that drives the run does, even inside a C loop that never returns.

    The parent holds the other end of a pipe; the kernel sends SIGIO, which ends a process, when it closes.
    (Linux's PDEATHSIG would watch the fork server, which outlives the run as long as it has children.)
    """
    parent = multiprocessing.parent_process()
    if sys.platform == "win32" or parent is None:
        return
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(parent.sentinel, fcntl.F_GETFL)
    fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)
    if not parent.is_alive():
        os._exit(1)  # it ended before we listened
