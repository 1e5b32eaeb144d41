"""``annotate FOLDER -o OUT``: hands the paths to `relecture.batch`, shows progress, sums up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from relecture.batch.model import Tally, WorkerSpec
from relecture.batch.pool import Pool
from relecture.batch.run import MakePool, Options, local_pool, run
from relecture.cli.causes import said
from relecture.cli.options import BatchOptions
from relecture.cli.progress import Progress, print_summary
from relecture.errors import ConfigurationError, OutputError
from relecture.settings import Settings

_MEGABYTE = 1 << 20


def run_folder(paths: list[Path], output: Path, settings: Settings, options: BatchOptions) -> bool:
    """Annotate *paths* under *output*; true when every article could be done."""
    from relecture.batch import pipeline
    from relecture.reading import suffixes

    write_parquet = _parquet_writer(options)
    packed = pipeline.pack(settings, options.format, index=options.index)
    spec = WorkerSpec(
        factory=pipeline.FACTORY,
        options=packed,
        output=output.absolute(),
        format=options.format,
        memory_limit=options.memory_limit * _MEGABYTE,
    )
    how = Options(
        jobs=options.jobs or _cores(),
        force=options.force,
        retry_failed=options.retry_failed,
        time_limit=options.time_limit,
    )
    with Progress(settings.lang) as progress, _explained(progress, settings.lang):
        tally = run(
            paths,
            spec,
            how,
            config=pipeline.config(packed),
            suffixes=suffixes(),
            several=pipeline.holds_several,
            observe=progress.show,
            make_pool=_engine(options.engine),
        )
    if write_parquet is not None:
        write_parquet(spec.output)
    print_summary(tally, output, lang=settings.lang)
    return _complete(tally)


@contextmanager
def _explained(progress: Progress, lang: str) -> Iterator[None]:
    """When the run ends early, why and what to do are said in the language of messages."""
    try:
        yield
    except OutputError as error:
        raise OutputError(progress.stopped(said(str(error), lang))) from error
    except KeyboardInterrupt:
        print(f"annotate: {progress.stopped()}", file=sys.stderr)
        raise


def _parquet_writer(options: BatchOptions) -> Callable[[Path], object] | None:
    """What writes the Parquet files, when they are wanted; said before the run if they cannot be."""
    if not options.parquet:
        return None
    if not options.index:
        raise ConfigurationError("--parquet is made from the index: leave out --no-index")
    try:
        from relecture.batch.parquet import write
    except ImportError as error:
        raise ConfigurationError("--parquet: pip install 'relecture[parquet]'") from error
    return write


def _complete(tally: Tally) -> bool:
    return not (tally.failed or tally.remembered)


def _cores() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _engine(name: str) -> MakePool:
    kind, _, address = name.partition("=")
    if kind == "local" and not address:
        return local_pool
    if kind != "dask":
        raise ConfigurationError(f"--engine: « {name} » is not local, dask or dask=ADDRESS")

    def make(spec: WorkerSpec, options: Options) -> Pool:
        try:
            from relecture.batch.dask_pool import DaskPool
        except ImportError as error:
            raise ConfigurationError("--engine dask: pip install 'relecture[cluster]'") from error
        return DaskPool(spec, jobs=options.jobs, time_limit=options.time_limit, address=address or None)

    return make
