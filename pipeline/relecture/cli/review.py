"""``annotate report`` and ``annotate export``: from annotations, or straight from articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from relecture.batch.write import write_atomic
from relecture.cli import report
from relecture.errors import ConfigurationError, InputError
from relecture.review.load import Reviewed, holds_annotations, load_annotations
from relecture.settings import Settings

EXIT_OK, EXIT_INPUT = 0, 2


def run_report(paths: Sequence[Path], output: Path, settings: Settings) -> int:
    """Write the review page of *paths* to *output* (``-``: standard output)."""
    from relecture.review.page import render

    items, failures = _gather(paths, settings)
    if not items:
        return EXIT_INPUT
    html = render(items, lang=settings.lang, unread=[str(failure) for failure in failures])
    if str(output) == "-":
        sys.stdout.write(html)
    else:
        _write(output, html.encode())
    return EXIT_INPUT if failures else EXIT_OK


def run_export(paths: Sequence[Path], to: str, output: Path | None, settings: Settings) -> int:
    """Write *paths* in the format *to*: under the folder *output*, or in that file where the format makes one.

    Raises `ConfigurationError` on an unknown format, or when several files have no folder to go to.
    """
    from relecture.review.export.registry import exporter

    write = exporter(to)
    items, failures = _gather(paths, settings)
    if not items:
        return EXIT_INPUT
    made = list(write(items))
    if output is not None and (len(made) > 1 or output.is_dir() or not output.suffix):
        for name, content in made:
            _write(output / name, content)
    elif len(made) > 1:
        raise ConfigurationError(f"the format « {to} » makes several files: give a folder with -o")
    elif output is not None:
        _write(output, made[0][1])
    else:
        sys.stdout.buffer.write(made[0][1])
        sys.stdout.flush()
    return EXIT_INPUT if failures else EXIT_OK


def _gather(paths: Sequence[Path], settings: Settings) -> tuple[list[Reviewed], list[InputError]]:
    """What could be read, and what could not, which is also said on standard error."""
    items: list[Reviewed] = []
    failures: list[InputError] = []
    for result in _reviewed(paths, settings):
        if isinstance(result, InputError):
            failures.append(result)
            report.failure(result)
        else:
            items.append(result)
    return items, failures


def _reviewed(paths: Iterable[Path], settings: Settings) -> Iterator[Reviewed | InputError]:
    for path in paths:
        if holds_annotations(path):
            yield from load_annotations([path])
        else:
            yield from _annotated(path, settings)


def _annotated(path: Path, settings: Settings) -> Iterator[Reviewed | InputError]:
    """The articles of *path*, annotated on the spot."""
    from relecture.batch.discover import discover
    from relecture.cli.commands import annotated

    for job, result in annotated(list(discover([path])), settings):
        yield result if isinstance(result, InputError) else Reviewed(str(job.relative), result)


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomic(path, content)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
