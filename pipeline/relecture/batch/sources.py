"""From the paths given to the articles in them, one at a time: a folder is never held in memory."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from relecture.checks.decisions import SUFFIX as DECISIONS
from relecture.errors import InputError

#: Longest file name that file systems take, in bytes (ext4, APFS, NTFS).
_NAME_BYTES = 255
_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; ``relative`` is its place under the output folder, ``size`` in bytes."""

    path: str
    relative: str
    size: int
    mtime_ns: int


def find(
    paths: Iterable[str | Path], suffixes: Collection[str], *, skip: Path | None = None
) -> Iterator[Source | InputError]:
    """Every article file of *paths*: files, folders (to the bottom, in name order), glob patterns.

    A path that yields nothing gives an `InputError` in its place, so that the others are still done. In
    folders, hidden files, files whose suffix is not in *suffixes* (lower case), editors' decisions and the
    folder *skip* are passed over; links to folders are not followed. A file named outright is always tried.
    """
    skipped = os.path.realpath(skip) if skip else None
    for path in map(str, paths):
        if os.path.isdir(path):
            yield from _searched(path, suffixes, skipped)
        elif _GLOB & set(path) and not os.path.lexists(path):
            yield from _matching(path, skipped)
        else:
            yield _file(path, os.path.basename(path))


def _matching(pattern: str, skipped: str | None) -> Iterator[Source | InputError]:
    found = False
    for path in sorted(glob.glob(pattern, recursive=True)):
        if os.path.isdir(path):
            continue
        if skipped is None or not os.path.realpath(path).startswith(skipped + os.sep):
            found = True
            yield _file(path, _below_pattern(path, pattern))
    if not found:
        yield InputError(pattern, "no file matches this pattern")


def _below_pattern(path: str, pattern: str) -> str:
    """The part of *path* from the first folder of *pattern* that holds a wildcard."""
    fixed = 0
    for part in pattern.split(os.sep)[:-1]:
        if _GLOB & set(part):
            break
        fixed += 1
    return os.sep.join(path.split(os.sep)[fixed:])


def _searched(folder: str, suffixes: Collection[str], skipped: str | None) -> Iterator[Source | InputError]:
    found = False
    for item in _walk(folder, "", suffixes, skipped):
        found = True
        yield item
    if not found:
        yield InputError(folder, f"no article in this folder (known: {', '.join(sorted(suffixes))})")


def _walk(
    folder: str, relative: str, suffixes: Collection[str], skipped: str | None
) -> Iterator[Source | InputError]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries)
    except OSError as error:
        yield InputError(folder, error.strerror or str(error))
        return
    for name, is_folder in inside:
        path = os.path.join(folder, name)
        if (
            name.startswith(".")
            or name.endswith(DECISIONS)
            or (skipped and is_folder and os.path.realpath(path) == skipped)
        ):
            continue
        below = f"{relative}{name}"
        if is_folder:
            yield from _walk(path, below + "/", suffixes, skipped)
        elif os.path.splitext(name)[1].lower() in suffixes and not os.path.isdir(path):
            yield _file(path, below)


def _file(path: str, relative: str) -> Source | InputError:
    try:
        stat = os.stat(path)
    except OSError as error:
        return InputError(shown(path), error.strerror or str(error))
    return Source(path, relative, stat.st_size, stat.st_mtime_ns)


def shown(path: str) -> str:
    """*path* as text that any encoding takes: bytes that are not UTF-8 become ``\\xNN``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def output_name(relative: str, *, suffix: str = ".json") -> str:
    """Where the annotation of *relative* goes: same place, *suffix* appended.

    Steps out of the folder (``..``, an absolute name), control characters and over-long names are made
    safe, so that names found inside an archive can be used as they come.
    """
    parts = [p for p in PurePosixPath(relative.replace("\\", "/")).parts if p not in ("..", "/")]
    clean = ["".join("_" if c < " " or c == "\x7f" else c for c in shown(p)) for p in parts] or ["article"]
    return "/".join([*(_short(part, "") for part in clean[:-1]), _short(clean[-1], suffix)])


def member_name(container: str, member: str, *, suffix: str = ".json") -> str:
    """Where the annotation of *member* goes in the folder of *container*, both by name: its name begins so."""
    return output_name(member.removeprefix(container).lstrip("!/#"), suffix=suffix)


def distinct(output: str, path: str, *, suffix: str = ".json") -> str:
    """Another name for *output*, taken by a source other than *path*: the same for the same *path*."""
    digest = hashlib.sha256(os.fsencode(os.path.abspath(path))).hexdigest()[:8]
    folder, _, name = output.rpartition("/")
    renamed = _short(f"{name.removesuffix(suffix)}~{digest}", suffix)
    return f"{folder}/{renamed}" if folder else renamed


def _short(part: str, suffix: str) -> str:
    if len((part + suffix).encode()) <= _NAME_BYTES:
        return part + suffix
    digest = "~" + hashlib.sha256(part.encode()).hexdigest()[:8]
    room = _NAME_BYTES - len((digest + suffix).encode())
    return part.encode()[:room].decode("utf-8", "ignore") + digest + suffix
