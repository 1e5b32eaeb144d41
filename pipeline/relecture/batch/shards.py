"""JSON Lines: annotations of consecutive articles in one file, written when the last of them is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from relecture.batch.model import Failure, Job, Record
from relecture.batch.plan import shard_name
from relecture.batch.store import Store
from relecture.batch.worker import STAGING
from relecture.batch.write import write_atomic
from relecture.errors import OutputError


@dataclass(slots=True)
class _Shard:
    expected: int
    results: dict[str, tuple[Job, Record | Failure, str | None]] = field(default_factory=dict)


class Shards:
    """The shards under way. Articles that fail have no line; the manifest says why."""

    def __init__(self, store: Store, output: Path) -> None:
        self.store, self.output = store, output
        self._open: dict[int, _Shard] = {}

    def add(self, job: Job, result: Record | Failure, line: str | None) -> None:
        """Take the result of *job*; when its shard is whole, write it, then record it."""
        number = job.shard
        if number is None:
            raise ValueError(f"{job.name} has no shard")
        if number not in self._open:
            self._open[number] = _Shard(self.store.count_planned(shard=number))
        shard = self._open[number]
        shard.results[job.output] = (job, result, line)
        if len(shard.results) == shard.expected:
            del self._open[number]
            self._write(number, shard)

    def _write(self, number: int, shard: _Shard) -> None:
        ordered = [shard.results[output] for output in self.store.outputs_of(number) if output in shard.results]
        path = self.output / shard_name(number)
        content = "".join(f"{line}\n" for _, _, line in ordered if line is not None)
        try:
            write_atomic(path, content, staging=self.output / STAGING)
        except OSError as error:
            raise OutputError(f"{error.filename or path}: {error.strerror or error}") from error
        for job, result, _ in ordered:
            self.store.record(job, result)
