"""The index of a folder as Parquet files, for the tools that read columns (needs ``relecture[parquet]``).

One file a table of ``index.sqlite``, with the same columns but those that only the next run needs: write them
after a run, they say what the index says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from relecture.batch.store import NAME
from relecture.batch.worker import STAGING
from relecture.batch.write import atomic
from relecture.errors import OutputError

#: Where the files stand under the output folder.
FOLDER = "parquet"
#: Rows of a row group: as much as is held in memory at once.
_ROWS = 50_000
_TYPES = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
#: The columns of `articles` that are of use to a reader; the rest is for the next run.
_ARTICLES = ("id", "source", "output", "sha256", "status", "cause", "title", "published")
_QUERIES = {
    "articles": f"SELECT {', '.join(_ARTICLES)} FROM articles WHERE status IN ('done', 'failed') ORDER BY id",
    "quantities": "SELECT * FROM quantities ORDER BY article, start, id",
    "entities": "SELECT * FROM entities ORDER BY article, id",
    "findings": "SELECT * FROM findings ORDER BY article, start, id",
    "decisions": "SELECT * FROM decisions ORDER BY article, fingerprint",
}


def write(output: Path) -> list[Path]:
    """Write the tables of ``output/index.sqlite`` under ``output/parquet``; returns the files.

    Each file is replaced whole or left as it was. Raises `OutputError` when one cannot be written.
    """
    staging = output / STAGING
    paths = []
    try:
        staging.mkdir(parents=True, exist_ok=True)
        # A file name may hold what an address gives a meaning to: as_uri quotes it.
        with closing(sqlite3.connect(f"{(output / NAME).absolute().as_uri()}?mode=ro", uri=True)) as index:
            for table, query in _QUERIES.items():
                path = output / FOLDER / f"{table}.parquet"
                _write(index, table, query, path, staging)
                paths.append(path)
    except sqlite3.Error as error:
        raise OutputError(f"{output / NAME}: {error}") from error
    except OSError as error:
        raise OutputError(f"{error.filename or output / FOLDER}: {error.strerror or error}") from error
    return paths


def _write(index: sqlite3.Connection, table: str, query: str, path: Path, staging: Path) -> None:
    kinds = {name: kind for _, name, kind, *_ in index.execute(f"PRAGMA table_info({table})")}
    rows = index.execute(query)
    schema = pa.schema([(name, _TYPES[kinds[name]]) for name, *_ in rows.description])
    with atomic(path, staging=staging) as stream, pq.ParquetWriter(stream, schema) as writer:
        for columns in _groups(rows):
            arrays = [pa.array(c, field.type) for c, field in zip(columns, schema, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))


def _groups(rows: sqlite3.Cursor) -> Iterator[list[tuple[Any, ...]]]:
    """The columns of *rows*, `_ROWS` of them at a time."""
    while group := rows.fetchmany(_ROWS):
        yield list(zip(*group, strict=True))
