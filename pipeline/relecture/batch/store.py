"""The manifest and index of an output folder: one SQLite file, ``index.sqlite``.

The manifest says what was done from which bytes with which settings; a row turns ``done`` after the
annotation is on disk, never before, so that a run killed at any moment is finished by the next one.
Only the process that drives the run writes here.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from relecture.batch.model import OPENING, Failure, Job, Record
from relecture.errors import OutputError

NAME = "index.sqlite"
#: Raised when the tables change; a file of another version is refused, not guessed at.
VERSION = 1
#: Lines of a JSON Lines shard. The lines of the shards under way are held in memory.
SHARD = 100
_PAGE = 512


@dataclass(frozen=True, slots=True)
class Row:
    """What the manifest says of one output."""

    id: int
    output: str
    source: str
    member: int | None
    size: int
    mtime_ns: int
    sha256: str | None
    decisions: str | None
    config: str
    status: str
    transient: bool
    run: int
    position: int | None


_ROW = "id, output, source, member, size, mtime_ns, sha256, decisions, config, status, transient, run, position"


class Store:
    """An open ``index.sqlite``; a context manager that commits and closes."""

    def __init__(self, folder: Path) -> None:
        """Open or make the file in *folder*; raises `OutputError` when that cannot be."""
        self.path = folder / NAME
        with self._explained():
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._prepare()
            self.run = 1 + int(self._value("SELECT coalesce(max(run), 0) FROM articles"))

    def _prepare(self) -> None:
        version = int(self._value("PRAGMA user_version"))
        if version == 0:
            tables = files("relecture.batch").joinpath("store.sql").read_text(encoding="utf-8")
            self._db.executescript(f"BEGIN; {tables}; PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise OutputError(f"{self.path}: written by another version of relecture; choose another folder")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, _: object, error: object, __: object) -> None:
        self._db.close()
        if isinstance(error, sqlite3.Error):  # while reading: `transaction` explains the rest
            raise OutputError(f"{self.path}: {error}") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept, or nothing; raises `OutputError` when the file cannot be written."""
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(f"{self.path}: {error}") from error

    def _value(self, query: str, *values: object) -> Any:
        row = self._db.execute(query, values).fetchone()
        return row[0] if row else None

    # ------------------------------------------------------------ planning

    def row(self, output: str) -> Row | None:
        """What is known of *output*."""
        found = self._db.execute(f"SELECT {_ROW} FROM articles WHERE output = ?", (output,)).fetchone()
        return Row(*found) if found else None

    def members(self, path: str) -> list[Row]:
        """What is known of the articles inside the file *path*."""
        query = f"SELECT {_ROW} FROM articles WHERE path = ? AND member >= 0 ORDER BY member"
        return [Row(*found) for found in self._db.execute(query, (os.fsencode(path),))]

    def opened(self, job: Job, sha256: str | None) -> Row:
        """Note that the articles inside the file *job* are known."""
        self._db.execute(
            "UPDATE articles SET status = 'container', cause = NULL, transient = 0, sha256 = ? "
            "WHERE output = ?",
            (sha256, job.output),
        )
        row = self.row(job.output)
        if row is None:
            raise ValueError(f"{job.name} was not planned")
        return row

    def drop_members(self, path: str) -> None:
        """Forget the articles that were inside the file *path* and that this run did not meet there."""
        rows = self._db.execute(
            "SELECT id FROM articles WHERE path = ? AND member >= 0 AND run <> ?", (os.fsencode(path), self.run)
        )
        for (ident,) in rows.fetchall():
            self._drop(ident)

    def _drop(self, ident: int) -> None:
        self._forget(ident)
        self._db.execute("DELETE FROM articles WHERE id = ?", (ident,))

    def to_open(self) -> list[Job]:
        """The files of several articles to list in this run."""
        rows = self._db.execute(
            "SELECT path, source, output FROM articles "
            "WHERE status = 'planned' AND run = ? AND member = ? ORDER BY id",
            (self.run, OPENING),
        )
        return [Job(os.fsdecode(path), source, output, OPENING) for path, source, output in rows]

    def plan(
        self,
        job: Job,
        *,
        size: int,
        mtime_ns: int,
        decisions: str | None,
        config: str,
        position: int | None,
    ) -> None:
        """Put *job* among those to do in this run."""
        self._db.execute(
            "INSERT INTO articles "
            "(output, source, path, member, size, mtime_ns, decisions, config, run, position, status) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned') ON CONFLICT (output) DO UPDATE SET "
            "source = excluded.source, path = excluded.path, member = excluded.member, size = excluded.size, "
            "mtime_ns = excluded.mtime_ns, decisions = excluded.decisions, config = excluded.config, "
            "status = 'planned', run = excluded.run, position = coalesce(position, excluded.position)",
            (
                job.output,
                job.name,
                os.fsencode(job.path),
                job.member,
                size,
                mtime_ns,
                decisions,
                config,
                self.run,
                position,
            ),
        )

    def keep(self, row: Row, *, mtime_ns: int) -> None:
        """Note that *row* was met again and stands; its source's date may have changed, not its bytes."""
        self._db.execute("UPDATE articles SET run = ?, mtime_ns = ? WHERE id = ?", (self.run, mtime_ns, row.id))

    def next_position(self) -> int:
        """The first line of a new shard: shards already begun are never given other articles."""
        last = self._value("SELECT max(position) FROM articles")
        return 0 if last is None else (int(last) // SHARD + 1) * SHARD

    def plan_whole_shards(self) -> int:
        """A shard is written whole: when one of its articles is to do, all those that were done are.

        Articles that this run did not meet and whose file has gone are forgotten. Returns how many of those
        it met are now to do again.
        """
        rows = self._db.execute(
            "SELECT id, path, run FROM articles WHERE status = 'done' AND position / ?2 IN "
            "(SELECT DISTINCT position / ?2 FROM articles WHERE status = 'planned' AND run = ?1)",
            (self.run, SHARD),
        ).fetchall()
        for ident, path, run in rows:
            if run != self.run and not os.path.exists(path):
                self._drop(ident)
            else:
                self._db.execute(
                    "UPDATE articles SET status = 'planned', run = ? WHERE id = ?", (self.run, ident)
                )
        return sum(run == self.run for _, _, run in rows)

    def planned(self, *, by_position: bool) -> Iterator[tuple[Job, int]]:
        """Every job to do in this run with its size, in the order of the plan, read page by page."""
        key = "position" if by_position else "id"
        last = -1
        while True:
            page = self._db.execute(
                f"SELECT {key}, path, source, output, member, position, size FROM articles "
                f"WHERE status = 'planned' AND run = ? AND {key} > ? ORDER BY {key} LIMIT ?",
                (self.run, last, _PAGE),
            ).fetchall()
            for at, path, source, output, member, position, size in page:
                last = at
                shard = position // SHARD if by_position else None
                # A file of several articles says nothing of the size of each.
                yield Job(os.fsdecode(path), source, output, member, shard), 0 if member is not None else size
            if len(page) < _PAGE:
                return

    def count_planned(self, *, shard: int | None = None) -> int:
        """How many jobs `planned` gives, in all or of one *shard*."""
        query = "SELECT count(*) FROM articles WHERE status = 'planned' AND run = ?"
        if shard is None:
            return int(self._value(query, self.run))
        first = shard * SHARD
        return int(self._value(f"{query} AND position BETWEEN ? AND ?", self.run, first, first + SHARD - 1))

    def outputs_of(self, shard: int) -> list[str]:
        """The outputs of *shard*, in the order of its lines."""
        first = shard * SHARD
        rows = self._db.execute(
            "SELECT output FROM articles WHERE position BETWEEN ? AND ? ORDER BY position",
            (first, first + SHARD - 1),
        )
        return [output for (output,) in rows]

    # ------------------------------------------------------------ recording

    def record(self, job: Job, result: Record | Failure) -> None:
        """Write down what became of *job*."""
        ident = int(self._value("SELECT id FROM articles WHERE output = ?", job.output))
        self._forget(ident)
        if isinstance(result, Failure):
            self._db.execute(
                "UPDATE articles SET status = 'failed', cause = ?, transient = ?, sha256 = NULL WHERE id = ?",
                (result.cause, result.transient, ident),
            )
            return
        self._db.execute(
            "UPDATE articles SET status = 'done', cause = NULL, transient = 0, sha256 = ?, title = ?, "
            "published = ? WHERE id = ?",
            (result.sha256, result.title, result.published, ident),
        )
        self._insert("findings", ident, map(astuple, result.findings))
        self._insert("quantities", ident, map(astuple, result.quantities))
        self._insert("entities", ident, map(astuple, result.entities))
        self._insert("decisions", ident, map(astuple, result.decisions))
        if result.text:
            self._db.execute(
                "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (ident, result.title, result.text)
            )

    def _forget(self, ident: int) -> None:
        for table in ("findings", "quantities", "entities", "decisions"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (ident,))
        self._db.execute("DELETE FROM search WHERE rowid = ?", (ident,))

    def _insert(self, table: str, ident: int, rows: Iterable[tuple[Any, ...]]) -> None:
        values = [(ident, *row) for row in rows]
        if values:
            marks = ", ".join("?" * len(values[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)

    # ------------------------------------------------------------ summary

    def findings_by(self, column: str) -> dict[str, int]:
        """Number of findings in the articles that this run met, by ``severity`` or by ``slug``."""
        if column not in ("severity", "slug"):
            raise ValueError(f"not a column of the summary: {column}")
        rows = self._db.execute(
            f"SELECT {column}, count(*) FROM findings JOIN articles ON articles.id = article "
            f"WHERE run = ? AND status = 'done' GROUP BY 1 ORDER BY 2 DESC, 1",
            (self.run,),
        )
        return dict(rows.fetchall())
