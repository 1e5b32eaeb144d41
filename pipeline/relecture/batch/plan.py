"""What a run has to do: every source found, against what the manifest says was done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from relecture.batch.model import OPENING, Format, Job, Tally
from relecture.batch.sources import Source, distinct, member_name, output_name, shown
from relecture.batch.store import SHARD, Row, Store
from relecture.checks.decisions import decisions_path
from relecture.errors import InputError

#: Rows written in one transaction. A multiple of `SHARD`, so that a plan cut short begins no shard half.
_ROWS = 10 * SHARD


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts as to do.

    ``config`` is the hash of everything else than the source that makes an output; ``several`` says, of a
    path, whether it is that of a file of several articles.
    """

    config: str
    format: Format
    several: Callable[[str], bool]
    force: bool = False
    retry_failed: bool = False


class Planner:
    """Writes the plan in a `Store`; what needs nothing is counted in a `Tally`."""

    def __init__(self, store: Store, policy: Policy, output: Path, tally: Tally) -> None:
        self.store, self.policy, self.output, self.tally = store, policy, output, tally
        self._position = store.next_position()

    def add(self, found: Iterable[Source | InputError]) -> None:
        """Plan every source *found*."""
        for items in _batches(found):
            with self.store.transaction():
                for item in items:
                    if isinstance(item, InputError):
                        self.tally.fail(item.path, item.cause)
                    elif self.policy.several(item.path):
                        self._container(item)
                    else:
                        self._article(item)

    def opened(self, job: Job, names: Iterable[str]) -> None:
        """Plan the articles of the file *job*, whose names begin with that of the file."""
        with self.store.transaction():
            container = self.store.opened(job, _sha256(job.path))
            for rank, name in enumerate(names):
                output = job.output + member_name(job.name, name)
                row = self.store.row(output)
                if row is not None and row.run == self.store.run:
                    output = distinct(output, name)
                self._do(Job(job.path, name, output, rank), container)
            self.store.drop_members(job.path)

    def finish(self) -> None:
        """When everything is planned: complete the shards and count."""
        if self.policy.format is Format.JSONL:
            with self.store.transaction():
                self.tally.unchanged -= self.store.plan_whole_shards()
        tally = self.tally
        tally.total = tally.unchanged + tally.remembered + tally.failed + self.store.count_planned()

    def _article(self, source: Source) -> None:
        name = shown(source.path)
        output = self._output(output_name(source.relative), source.path, name)
        row = self.store.row(output)
        if row is not None and row.run == self.store.run:
            return  # the same file given twice
        if row is not None and self._stands(row, source, name):
            self._keep(row, source)
        else:
            self._do(Job(source.path, name, output), source)

    def _container(self, source: Source) -> None:
        name = shown(source.path)
        output = self._output(output_name(source.relative, suffix="") + "/", source.path, name)
        row = self.store.row(output)
        if row is not None and row.run == self.store.run:
            return
        if row is None or not self._stands(row, source, name):
            self._do(Job(source.path, name, output, OPENING), source)
            return
        self._keep(row, source)
        for member in self.store.members(source.path):
            if self._stands(member, source, member.source):
                self._keep(member, source)
            else:
                self._do(Job(source.path, member.source, member.output, member.member), source)

    def _output(self, natural: str, path: str, name: str) -> str:
        """*natural*, unless another source of this run has it."""
        row = self.store.row(natural)
        taken = row is not None and row.run == self.store.run and row.source != name
        return distinct(natural, path) if taken else natural

    def _keep(self, row: Row, source: Source) -> None:
        self.store.keep(row, mtime_ns=source.mtime_ns)
        if row.status == "failed":
            self.tally.remembered += 1
        elif row.status == "done":
            self.tally.unchanged += 1

    def _do(self, job: Job, source: Source | Row) -> None:
        position = None
        if self.policy.format is Format.JSONL and not job.opens:
            row = self.store.row(job.output)
            if row is None or row.position is None:
                position = self._position
                self._position += 1
        self.store.plan(
            job,
            size=source.size,
            mtime_ns=source.mtime_ns,
            decisions=None if job.opens else _decisions(job.name),
            config=self.policy.config,
            position=position,
        )

    def _stands(self, row: Row, source: Source, name: str) -> bool:
        """True when what *row* says needs no doing again."""
        policy = self.policy
        if policy.force or row.status == "planned" or row.config != policy.config or row.source != name:
            return False
        if row.member != OPENING and row.decisions != _decisions(name):
            return False
        if row.status == "failed":
            same = (row.size, row.mtime_ns) == (source.size, source.mtime_ns)
            return same and not row.transient and not policy.retry_failed
        if row.size != source.size:
            return False
        if row.mtime_ns != source.mtime_ns and row.sha256 != _sha256(source.path):
            return False
        return row.status == "container" or self._written(row).is_file()

    def _written(self, row: Row) -> Path:
        if self.policy.format is Format.JSONL and row.position is not None:
            return self.output / shard_name(row.position // SHARD)
        return self.output / row.output


def _batches(found: Iterable[Source | InputError]) -> Iterator[list[Source | InputError]]:
    items = iter(found)
    while batch := list(islice(items, _ROWS)):
        yield batch


def shard_name(number: int) -> str:
    """The file of a JSON Lines shard."""
    return f"annotations-{number:06d}.jsonl"


def _decisions(name: str) -> str | None:
    """A hash of the decisions that an annotation of the article *name* takes into account."""
    return _sha256(str(decisions_path(Path(name))))


def _sha256(path: str) -> str | None:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
