"""From the paths given on the command line to the list of articles to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relecture.errors import InputError
from relecture.reading import suffixes

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Job:
    """One source to read; ``relative`` is its place under the output folder."""

    path: Path
    relative: Path

    @property
    def is_stdin(self) -> bool:
        """True for standard input."""
        return str(self.path) == STDIN

    @property
    def name(self) -> str:
        """How messages name the source."""
        return "<stdin>" if self.is_stdin else str(self.path)

    def inside(self, name: str) -> Job:
        """The job of one article that this source holds: *name* is the source's own name, or the name
        of a member (``archive.zip!/a.txt``, ``feed.xml#3``), which becomes a file name of its own."""
        member = name.removeprefix(self.name)
        if not member:
            return self
        safe = "".join(c if c.isalnum() or c in "._-#" else "_" for c in member)
        return Job(Path(name), self.relative.with_name(self.relative.name + safe))


def discover(paths: Iterable[Path]) -> Iterator[Job | InputError]:
    """Every article of *paths*, folders searched to the bottom in name order.

    A path that yields nothing gives an `InputError` in its place, so that the others are still done.
    Hidden files and files of unknown formats inside a folder are passed over; a file named outright is
    always tried.
    """
    for path in paths:
        if str(path) == STDIN:
            yield Job(path, Path("stdin"))
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Job(path, Path(path.name))
        else:
            yield InputError(str(path), "no such file or folder")


def _folder(folder: Path) -> Iterator[Job | InputError]:
    known = suffixes()
    found = False
    try:
        inside = sorted(p for p in folder.rglob("*") if p.suffix.lower() in known)
    except OSError as error:
        yield InputError(str(folder), error.strerror or str(error))
        return
    for path in inside:
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            found = True
            yield Job(path, relative)
    if not found:
        yield InputError(str(folder), f"no article in this folder (known: {', '.join(sorted(known))})")
