"""From the paths given on the command line to the articles to read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from relecture.batch.sources import find, member_name
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
        """The job of one article that this source holds: *name* is the source's own name, or that of a
        member (``archive.zip!/a.txt``, ``feed.xml#3``), which stands in a folder named after the source."""
        if name == self.name:
            return self
        return Job(Path(name), self.relative / member_name(self.name, name, suffix=""))


def discover(paths: Iterable[Path]) -> Iterator[Job | InputError]:
    """Every article of *paths*.

    As `relecture.batch.sources.find`, with ``-`` for standard input.
    """
    for path in paths:
        if str(path) == STDIN:
            yield Job(path, Path("stdin"))
            continue
        for found in find([path], suffixes()):
            yield found if isinstance(found, InputError) else Job(Path(found.path), Path(found.relative))
