"""What a run has to do: every source found, against what the manifest says was done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from relecture.batch.model import Format, Job, Tally
from relecture.batch.sources import Source, distinct, output_name, shown
from relecture.batch.store import SHARD, Row, Store
from relecture.errors import InputError

#: Rows written in one transaction. A multiple of `SHARD`, so that a plan cut short begins no shard half.
_ROWS = 10 * SHARD


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts as to do. ``config`` is the hash of everything else than the source that makes an output."""

    config: str
    format: Format
    force: bool = False
    retry_failed: bool = False


def plan(
    store: Store, found: Iterable[Source | InputError], policy: Policy, output: Path, tally: Tally
) -> None:
    """Write the plan in *store*; what needs nothing is counted in *tally*."""
    planner = _Planner(store, policy, output, tally)
    batch: list[Source | InputError] = []
    for item in found:
        batch.append(item)
        if len(batch) == _ROWS:
            planner.add(batch)
            batch = []
    planner.add(batch)
    if policy.format is Format.JSONL:
        with store.transaction():
            tally.unchanged -= store.plan_whole_shards()
    tally.total = tally.unchanged + tally.remembered + tally.failed + store.count_planned()


class _Planner:
    def __init__(self, store: Store, policy: Policy, output: Path, tally: Tally) -> None:
        self.store, self.policy, self.output, self.tally = store, policy, output, tally
        self.position = store.next_position()

    def add(self, items: list[Source | InputError]) -> None:
        with self.store.transaction():
            for item in items:
                if isinstance(item, InputError):
                    self.tally.fail(item.path, item.cause)
                else:
                    self._one(item)

    def _one(self, source: Source) -> None:
        output, name = output_name(source.relative), shown(source.path)
        row = self.store.row(output)
        if row is not None and row.run == self.store.run and row.source != name:
            output = distinct(output, source.path)
            row = self.store.row(output)
        if row is not None and row.run == self.store.run:
            return  # the same file given twice
        if row is not None and self._stands(row, source, name, output):
            self.store.keep(row, mtime_ns=source.mtime_ns)
            if row.status == "failed":
                self.tally.remembered += 1
            else:
                self.tally.unchanged += 1
            return
        position = None
        if self.policy.format is Format.JSONL and (row is None or row.position is None):
            position = self.position
            self.position += 1
        self.store.plan(
            Job(source.path, name, output),
            size=source.size,
            mtime_ns=source.mtime_ns,
            config=self.policy.config,
            position=position,
        )

    def _stands(self, row: Row, source: Source, name: str, output: str) -> bool:
        """True when what *row* says needs no doing again."""
        policy = self.policy
        if policy.force or row.status == "planned" or row.config != policy.config or row.source != name:
            return False
        if row.status == "failed":
            same = (row.size, row.mtime_ns) == (source.size, source.mtime_ns)
            return same and not row.transient and not policy.retry_failed
        if row.size != source.size:
            return False
        if row.mtime_ns != source.mtime_ns and row.sha256 != _sha256(source.path):
            return False
        return self._written(row, output).is_file()

    def _written(self, row: Row, output: str) -> Path:
        if self.policy.format is Format.JSONL and row.position is not None:
            return self.output / shard_name(row.position // SHARD)
        return self.output / output


def shard_name(number: int) -> str:
    """The file of a JSON Lines shard."""
    return f"annotations-{number:06d}.jsonl"


def _sha256(path: str) -> str | None:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
