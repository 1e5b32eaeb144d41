"""The same folder on a local Dask cluster of two workers, one of them killed on the way."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from batch import fake, killing
from relecture.batch.model import Tally, WorkerSpec
from relecture.batch.pool import Pool
from relecture.batch.run import Options, run

pytest.importorskip("distributed", reason="the extra « cluster » is not installed")

pytestmark = pytest.mark.slow


def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(tmp_path: Path) -> None:
    from relecture.batch.dask_pool import DaskPool

    source = tmp_path / "in"
    source.mkdir()
    for n in range(200):
        (source / f"{n:03d}.txt").write_text(f"Article {n}\n\n{n} Kwh.\n", encoding="utf-8")
    (source / "050b.txt").write_text("SEGV", encoding="utf-8")
    (source / "060b.txt").write_text("RAISE", encoding="utf-8")
    local, cluster = tmp_path / "local", tmp_path / "cluster"
    options = Options(jobs=2, time_limit=30.0)

    def annotate(output: Path, **given: object) -> Tally:
        spec = WorkerSpec(fake.FACTORY, "0.01", output)
        return run([source], spec, options, config="c", suffixes=fake.SUFFIXES, **given)

    pools: list[DaskPool] = []

    def make_pool(spec: WorkerSpec, given: Options) -> Pool:
        pools.append(DaskPool(spec, jobs=given.jobs, time_limit=given.time_limit))
        return pools[0]

    killed: list[int] = []

    def observe(tally: Tally) -> None:
        if tally.done > 20 and not killed and (alive := pools[0].worker_processes()):
            killed.append(alive[0])
            os.kill(killed[0], signal.SIGKILL)

    annotate(local)
    tally = annotate(cluster, make_pool=make_pool, observe=observe)
    assert killed
    assert (tally.done, tally.failed) == (200, 2)
    assert tally.workers_lost >= 1
    assert killing.digest(cluster) == killing.digest(local)
    assert annotate(cluster).unchanged == 200


def test_a_task_that_hangs_costs_one_article(tmp_path: Path) -> None:
    from relecture.batch.dask_pool import DaskPool

    (tmp_path / "in").mkdir()
    for name, text in (("a", "Un"), ("b", "HANG"), ("c", "Trois")):
        (tmp_path / f"in/{name}.txt").write_text(text, encoding="utf-8")
    spec = WorkerSpec(fake.FACTORY, "0", tmp_path / "out")
    tally = run(
        [tmp_path / "in"],
        spec,
        Options(jobs=2, time_limit=2.0),
        config="c",
        suffixes=fake.SUFFIXES,
        make_pool=lambda spec, given: DaskPool(spec, jobs=given.jobs, time_limit=given.time_limit),
    )
    assert (tally.done, tally.failed) == (2, 1)
    assert tally.failures[0][1] == "not done after 2 s"
