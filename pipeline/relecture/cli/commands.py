"""``annotate run`` and ``annotate check``: read, annotate, write; every failure costs one source."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from relecture.batch.discover import Job, discover
from relecture.batch.sources import output_name
from relecture.batch.write import write_atomic
from relecture.checks.decisions import only_new, read_baseline
from relecture.checks.run import selected
from relecture.cli import lines, report
from relecture.cli.across import across
from relecture.cli.options import BatchOptions
from relecture.errors import ConfigurationError, InputError
from relecture.schema import Annotation
from relecture.settings import Settings
from relecture.types import Severity, Text

if TYPE_CHECKING:
    from relecture.annotator import Watcher

EXIT_OK, EXIT_FINDINGS, EXIT_INPUT = 0, 1, 2
_ORDER = [s.value for s in Severity]


def run_annotate(paths: list[Path], output: Path | None, settings: Settings, batch: BatchOptions) -> int:
    """Annotate *paths*: to standard output (JSON, or JSON Lines for several), to the file *output* when it is
    named ``.json`` and there is one article, else to the folder *output* with *batch*.
    """
    selected(settings)
    if output is not None and not (output.suffix == ".json" and not output.is_dir()):
        from relecture.cli.folder import run_folder

        return EXIT_OK if run_folder(paths, output, settings, batch) else EXIT_INPUT
    sources = list(discover(paths))
    single = len(sources) == 1 and not any(p.is_dir() for p in paths)
    if output is not None and not single:
        raise ConfigurationError(f"--output {output}: a file for one article; give a folder for several")
    failures = 0
    for job, result in annotated(sources, settings):
        if isinstance(result, InputError):
            failures += 1
            report.failure(result)
        elif output is None:
            sys.stdout.write(result.to_json(indent=2 if single else None) + "\n")
            report.summary(job.name, result, lang=settings.lang)
        else:
            failures += not _write(result, output)
            report.summary(job.name, result, lang=settings.lang)
    sys.stdout.flush()
    return EXIT_INPUT if failures else EXIT_OK


def run_check(
    paths: list[Path],
    threshold: Severity | None,
    settings: Settings,
    *,
    baseline: Path | None = None,
    compare: bool = False,
    as_json: bool = False,
) -> int:
    """Print the findings of *paths*; the exit code says whether one reaches *threshold*.

    *baseline* is an earlier annotation, or the folder that holds one for each article: what it already
    says is left out. With *compare*, the articles are also set against each other; *as_json* writes
    JSON Lines instead of text.
    """
    selected(settings)
    comparing = across(settings, baseline) if compare else None
    watch = comparing.watch if comparing else None
    show = lines if as_json else report
    failures = found = 0
    for job, result in annotated(discover(paths), settings, watch):
        if isinstance(result, InputError):
            failures += 1
            report.failure(result)
            continue
        shown = _new(result, job, baseline) if baseline is not None else result
        show.findings(job.name, shown, lang=settings.lang)
        found += sum(_reaches(f.severity, threshold) for f in shown.findings)
        if comparing is not None:
            comparing.met(job)
    if comparing is not None:
        conflicts = list(comparing.conflicts())
        show.conflicts(conflicts, lang=settings.lang)
        found += sum(_reaches(c.severity, threshold) for c in conflicts)
    if failures:
        return EXIT_INPUT
    return EXIT_FINDINGS if found else EXIT_OK


def _reaches(severity: str, threshold: Severity | None) -> bool:
    return threshold is not None and _ORDER.index(severity) <= _ORDER.index(threshold.value)


def annotated(
    sources: Iterable[Job | InputError], settings: Settings, watch: Watcher | None = None
) -> Iterator[tuple[Job, Annotation | InputError]]:
    """Each article with its annotation or the reason why there is none, in order."""
    from relecture.annotator import annotate_text

    for source in sources:
        if isinstance(source, InputError):
            yield Job(Path(source.path), Path(source.path)), source
            continue
        for text in _texts(source):
            if isinstance(text, InputError):
                yield source, text
                continue
            try:
                yield source.inside(text.source.path), annotate_text(text, settings=settings, watch=watch)
            except InputError as error:
                yield source, error


def _new(annotation: Annotation, job: Job, baseline: Path) -> Annotation:
    """*annotation* without the findings that its baseline holds; all of them when it has no baseline."""
    known = baseline / output_name(str(job.relative)) if baseline.is_dir() else baseline
    if baseline.is_dir() and not known.exists():
        return annotation
    kept = list(only_new(annotation.findings, read_baseline(known)))
    return annotation.model_copy(update={"findings": kept})


def _texts(job: Job) -> Iterator[Text | InputError]:
    from relecture.reading import read_many, read_many_bytes

    try:
        if job.is_stdin:
            yield from read_many_bytes(sys.stdin.buffer.read(), path=job.name)
        else:
            yield from read_many(job.path)
    except InputError as error:
        yield error


def _write(annotation: Annotation, path: Path) -> bool:
    try:
        write_atomic(path, annotation.to_json() + "\n")
    except OSError as error:
        report.failure(InputError(str(path), error.strerror or str(error)))
        return False
    return True
