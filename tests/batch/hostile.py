"""The real annotator, at the mercy of the poison of `batch.fake`: what a bug in a C library would do to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from batch import fake
from relecture.batch import pipeline
from relecture.batch.model import Annotate, Format, Job, Result
from relecture.settings import Settings

FACTORY = "batch.hostile:make"


def make(options: str) -> Annotate:
    """*options* is the format of the outputs."""
    annotate = pipeline.make(pipeline.pack(Settings(), Format(options), index=True))

    def poisoned(jobs: Sequence[Job]) -> Iterator[Result]:
        for job in jobs:
            fake.misbehave(Path(job.path).read_text(encoding="utf-8"), job)
        yield from annotate(jobs)

    return poisoned
