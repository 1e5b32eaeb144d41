"""The same tasks on a Dask cluster: Dask moves them and starts workers again, all the rest is ours.

Sources and output must be on a file system that the workers see under the same paths. Workers must run one
task at a time (``dask worker --nthreads 1``): the model is not shared between threads.
"""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from typing import Any

import dask
from distributed import Client, Future, LocalCluster, wait
from distributed.scheduler import KilledWorker

from relecture.batch.model import Done, Event, Lost, Task, WorkerSpec
from relecture.batch.worker import made, perform
from relecture.errors import OutputError, RelectureError

#: Tasks sent for each worker, so that none waits for the network between two.
_AHEAD = 2
_TICK = 0.5
_RESTART = 60  # seconds given to a worker to come back


@dataclass(slots=True)
class _Flight:
    task: Task
    deadline: float


class DaskPool:
    """Tasks on the cluster at *address*, or on one of *jobs* local processes when there is none."""

    def __init__(self, spec: WorkerSpec, *, jobs: int, time_limit: float, address: str | None = None) -> None:
        self.spec, self.time_limit = spec, time_limit
        self.lost = 0
        # The first worker lost on a task is our business: who is to blame is found by cutting the task.
        dask.config.set({"distributed.scheduler.allowed-failures": 0})
        logging.getLogger("distributed").setLevel(logging.ERROR)
        try:
            self._cluster: Any = None if address else _local(jobs)
            self._client: Any = Client(address or self._cluster, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_RESTART)
        except (OSError, TimeoutError) as error:
            raise OutputError(f"no Dask cluster at {address or 'this machine'}: {error}") from error
        self._flights: dict[Future, _Flight] = {}

    def free(self) -> int:
        workers = len(self._client.scheduler_info(n_workers=-1)["workers"])
        return max(0, _AHEAD * workers - len(self._flights))

    def busy(self) -> bool:
        return bool(self._flights)

    def submit(self, task: Task) -> None:
        future = self._client.submit(_perform, task, self.spec, pure=False)
        # The one ahead waits for its turn.
        self._flights[future] = _Flight(task, time.monotonic() + _AHEAD * self.time_limit)

    def events(self) -> list[Event]:
        if not self._flights:
            time.sleep(_TICK)  # no worker at the moment
            return []
        try:
            with self._client.as_current():
                ended = wait(list(self._flights), timeout=_TICK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            ended = set()
        found = [self._ended(future, self._flights.pop(future).task) for future in ended]
        now = time.monotonic()
        for future, flight in list(self._flights.items()):
            if now > flight.deadline:
                del self._flights[future]
                found.append(Lost(flight.task, f"not done after {self.time_limit:g} s"))
                self._stop(future)
        return found

    def _ended(self, future: Future, task: Task) -> Event:
        error = future.exception()
        if error is None:
            answer: Done | Lost = future.result()
            return answer
        if isinstance(error, RelectureError):
            raise error
        self.lost += isinstance(error, KilledWorker)
        cause = "its worker was lost" if isinstance(error, KilledWorker) else f"{type(error).__name__}: {error}"
        return Lost(task, cause, certain=False)

    def _stop(self, future: Future) -> None:
        """Start the worker that runs *future* again: a task that hangs cannot be cancelled."""
        addresses = [a for a, keys in self._client.processing().items() if future.key in keys]
        self._client.cancel([future])
        if addresses:
            self.lost += 1
            self._client.restart_workers(addresses, timeout=_RESTART, raise_for_error=False)

    def worker_processes(self) -> list[int]:
        """The process number of every worker that answers, on its own machine."""
        return [n for n in self._client.run(os.getpid, on_error="ignore").values() if n is not None]

    def close(self) -> None:
        self._client.close()
        if self._cluster is not None:
            self._cluster.close(timeout=5)


def _local(jobs: int) -> Any:
    cluster: Any = LocalCluster  # without types
    return cluster(n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0)


def _perform(task: Task, spec: WorkerSpec) -> Done | Lost:
    """Runs on the cluster."""
    os.chdir(spec.folder)
    return perform(task, made(spec.factory, spec.options), spec)
