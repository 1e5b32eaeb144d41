"""Writing one file so that a reader never sees half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomic(path: Path, content: str | bytes, *, staging: Path | None = None) -> None:
    """Write *content* (a string in UTF-8) to *path*, as `atomic` does."""
    with atomic(path, staging=staging) as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def atomic(path: Path, *, staging: Path | None = None) -> Iterator[BinaryIO]:
    """A stream to what will be *path*: a temporary file, made durable, then renamed at the end of the block.

    The temporary file is made in *staging*, a folder of the same file system (default: that of *path*).
    Raises `OSError` when a folder cannot be made or written; *path* is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".relecture-", suffix=".tmp", dir=staging or path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask that an ordinary ``open`` would apply; `mkstemp` makes files that only their owner reads."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
