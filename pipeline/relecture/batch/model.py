"""What travels between the parts of a batch: small frozen records that pickle cheaply."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

#: The rank, among the articles of a file that holds several, of the file itself.
OPENING = -1


@dataclass(frozen=True, slots=True)
class Job:
    """One article to do.

    ``path`` is the file to open; ``name`` what messages, the JSON and the manifest call the article, always
    valid Unicode; ``output`` the place of the annotation under the output folder, with forward slashes.
    ``member`` is the rank of the article in a file that holds several (`OPENING`: the file itself, whose
    articles are to be listed), ``shard`` the number of the JSON Lines file it goes to, in that format.
    """

    path: str
    name: str
    output: str
    member: int | None = None
    shard: int | None = None

    @property
    def opens(self) -> bool:
        """True for a file of several articles, to be listed."""
        return self.member == OPENING


#: A lost micro-batch of 16 is done again one by one: two workers are lost in all, where halving loses five.
PARTS = 16


@dataclass(frozen=True, slots=True)
class Task:
    """A micro-batch for one worker.

    ``attempts`` counts the workers already lost on it, ``unseen`` those of which nobody knows how they ended.
    """

    jobs: tuple[Job, ...]
    attempts: int = 0
    unseen: int = 0

    def parts(self) -> list[Task]:
        """The task cut in at most `PARTS`, to find which article is to blame."""
        size = -(-len(self.jobs) // PARTS)
        return [Task(self.jobs[at : at + size]) for at in range(0, len(self.jobs), size)]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the index keeps it."""

    ident: str
    slug: str
    severity: str
    confidence: float
    message: str
    start: int
    end: int
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A quantity as the index keeps it; numbers as floats, to be compared in SQL."""

    ident: str
    start: int
    end: int
    text: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    dimension: str
    si_value: float | None
    si_unit: str | None
    noun: str | None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as the index keeps it; ``mentions`` is their number."""

    ident: str
    label: str
    canonical: str
    mentions: int


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What an editor decided of a finding, as the index keeps it."""

    fingerprint: str
    slug: str
    status: str
    reason: str
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the manifest, the index and the summary keep of one annotation.

    ``text``, ``quantities``, ``entities`` and ``decisions`` are empty when no index is kept.
    """

    sha256: str
    findings: tuple[FindingRow, ...] = ()
    quantities: tuple[QuantityRow, ...] = ()
    entities: tuple[EntityRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    title: str | None = None
    published: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article done: its JSON on one line or several, and its record."""

    json: str
    record: Record


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one article could not be done; a ``transient`` failure is tried again by the next run."""

    cause: str
    transient: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """The articles of a file that holds several, by name, in order."""

    names: tuple[str, ...]


Result = Annotated | Several | Failure
#: Annotates a micro-batch: one result a job, in order. Anything it raises fails the whole micro-batch.
Annotate = Callable[[Sequence[Job]], Iterator[Result]]


class Format(StrEnum):
    """How annotations are written: one file an article, or shards of JSON Lines."""

    JSON = "json"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """How to make a worker, in terms that can be sent to another process or machine.

    ``factory`` is the import path (``module:function``) of a function that takes ``options``, a string, and
    returns an `Annotate`. Outputs are written under ``output`` by the workers, except for
    ``Format.JSONL``, where the caller assembles shards. ``memory_limit`` and ``recycle_above`` are in
    bytes: the first is never passed, above the second a worker is replaced between two tasks. Relative
    paths start from ``folder``.
    """

    factory: str
    options: str
    output: Path
    format: Format = Format.JSON
    memory_limit: int = 3 << 30
    recycle_above: int = 550 << 20
    folder: str = field(default_factory=os.getcwd)


@dataclass(frozen=True, slots=True)
class Done:
    """A task finished: per job, its record (and its line, when the caller writes) or why it failed."""

    task: Task
    results: tuple[Record | Several | Failure, ...]
    lines: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that did not finish: ``cause`` says how its worker ended.

    ``certain`` is false when somebody outside may be to blame (a signal), so that it is worth another try;
    ``seen`` is false when nobody knows how the worker ended, which blames nothing; ``outside`` is true when
    somebody or something else certainly ended it, so that the next run may do better.
    """

    task: Task
    cause: str
    certain: bool = True
    seen: bool = True
    outside: bool = False

    @property
    def failure(self) -> Failure:
        """What to record of the one article of the task, when it is not worth another try in this run."""
        return Failure(self.cause, transient=self.outside or not self.seen)


Event = Done | Lost


#: Failures that a `Tally` lists; all of them are in the manifest.
LISTED_FAILURES = 20


@dataclass(slots=True)
class Tally:
    """Where a run stands; also its summary at the end.

    ``failures`` lists the first `LISTED_FAILURES` with their cause; ``remembered`` counts those of earlier
    runs that were not tried again.
    """

    total: int = 0
    unchanged: int = 0
    done: int = 0
    failed: int = 0
    remembered: int = 0
    workers_lost: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    by_severity: dict[str, int] = field(default_factory=dict)
    by_check: dict[str, int] = field(default_factory=dict)

    @property
    def remaining(self) -> int:
        """Articles still to do."""
        return self.total - self.unchanged - self.remembered - self.done - self.failed

    def add(self, record: Record) -> None:
        """Count an article done."""
        self.done += 1
        for finding in record.findings:
            self.by_severity[finding.severity] = self.by_severity.get(finding.severity, 0) + 1
            self.by_check[finding.slug] = self.by_check.get(finding.slug, 0) + 1

    def fail(self, name: str, cause: str) -> None:
        """Count an article that failed."""
        self.failed += 1
        if len(self.failures) < LISTED_FAILURES:
            self.failures.append((name, cause))
