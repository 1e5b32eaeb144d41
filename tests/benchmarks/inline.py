"""The whole batch in one process: plan, annotation, files, index. What one core has to do for a folder."""

from __future__ import annotations

from pathlib import Path

from relecture.batch import pipeline
from relecture.batch.model import Event, Format, Task, WorkerSpec
from relecture.batch.pool import Pool
from relecture.batch.run import Options, run
from relecture.batch.worker import made, perform
from relecture.reading import suffixes
from relecture.settings import Settings

#: As the command does by default.
OPTIONS = pipeline.pack(Settings(), Format.JSON, index=True)


class InlinePool:
    """A `Pool` that does each task at once, here."""

    lost = 0

    def __init__(self, spec: WorkerSpec, _options: Options) -> None:
        self._spec, self._annotate = spec, made(spec.factory, spec.options)
        self._events: list[Event] = []

    def free(self) -> int:
        return 0 if self._events else 1

    def busy(self) -> bool:
        return bool(self._events)

    def submit(self, task: Task) -> None:
        self._events.append(perform(task, self._annotate, self._spec))

    def events(self) -> list[Event]:
        ended, self._events = self._events, []
        return ended

    def close(self) -> None:
        pass


def load() -> None:
    """Load what is kept between two folders."""
    made(pipeline.FACTORY, OPTIONS)


def annotate(source: Path, output: Path) -> int:
    """Annotate *source* under *output*; returns the number of articles."""
    make_pool: type[Pool] = InlinePool
    tally = run(
        [source],
        WorkerSpec(pipeline.FACTORY, OPTIONS, output),
        Options(jobs=1),
        config=pipeline.config(OPTIONS),
        suffixes=suffixes(),
        make_pool=make_pool,
    )
    return tally.done
