"""Writing one file so that a reader never sees half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_atomic(path: Path, content: str | bytes, *, staging: Path | None = None) -> None:
    """Write *content* (a string in UTF-8) to *path* through a temporary file, made durable, then renamed.

    The temporary file is made in *staging*, a folder of the same file system (default: that of *path*).
    Raises `OSError` when a folder cannot be made or written; *path* is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".relecture-", suffix=".tmp", dir=staging or path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
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
