"""What users meet: a full disk, a read-only folder, an input that vanishes or may not be read.

Tests may run as root, whom no permission stops: the system's refusals are put in its mouth.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from batch import fake
from relecture.batch.model import Event, Lost, Tally, Task, WorkerSpec
from relecture.batch.run import Options, run
from relecture.batch.store import Store
from relecture.errors import OutputError


def articles(root: Path, count: int = 40) -> Path:
    root.mkdir()
    for n in range(count):
        (root / f"{n:03d}.txt").write_text(f"Article {n}\n\nUne phrase, {n} Kwh.\n", encoding="utf-8")
    return root


def annotate(source: Path, output: Path, observe: Callable[[Tally], None] = lambda _: None) -> Tally:
    spec = WorkerSpec(fake.FACTORY, "0", output)
    return run([source], spec, Options(jobs=2), config="c", suffixes=fake.SUFFIXES, observe=observe)


def refusal(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_a_disk_too_full_for_the_index_stops_the_run_and_the_next_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"
    prepare = Store._prepare

    def small(self: Store) -> None:
        prepare(self)
        pages = self._value("PRAGMA page_count")
        self._db.execute(f"PRAGMA max_page_count = {pages + 2}")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_prepare", small)
        with pytest.raises(OutputError, match=r"index\.sqlite: database or disk is full"):
            annotate(source, output)
    assert annotate(source, output).total == 40
    assert annotate(source, output).unchanged == 40


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_an_output_that_may_not_be_made_is_said_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"

    def mkdir(*_: object, **__: object) -> None:
        raise refusal(number)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", mkdir)
        with pytest.raises(OutputError, match=os.strerror(number)):
            annotate(source, output)
    assert not output.exists()


def test_an_index_that_cannot_be_opened_is_said_at_once(tmp_path: Path) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"
    (output / "index.sqlite").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"index\.sqlite: unable to open"):
        annotate(source, output)


def test_an_input_that_vanishes_after_the_plan_costs_itself(tmp_path: Path) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"
    gone = source / "020.txt"

    def observe(tally: Tally) -> None:
        if not tally.done:
            gone.unlink(missing_ok=True)

    tally = annotate(source, output, observe)
    assert (tally.done, tally.failed) == (39, 1)
    assert tally.failures == [(str(gone), os.strerror(errno.ENOENT))]
    gone.write_text("De retour.\n", encoding="utf-8")
    again = annotate(source, output)
    assert (again.unchanged, again.done, again.failed) == (39, 1, 0)


def test_a_folder_that_may_not_be_read_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"
    closed = source / "secret"
    closed.mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path == str(closed):
            raise refusal(errno.EACCES)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    tally = annotate(source, output)
    assert (tally.done, tally.failed) == (40, 1)
    assert tally.failures == [(str(closed), os.strerror(errno.EACCES))]


def test_a_file_that_may_not_be_read_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    source, output = articles(tmp_path / "in"), tmp_path / "out"
    denied = source / "denied.txt"
    denied.write_text("DENIED\n", encoding="utf-8")
    tally = annotate(source, output)
    assert (tally.done, tally.failed) == (40, 1)
    assert tally.failures == [(str(denied), os.strerror(errno.EACCES))]
    assert annotate(source, output).failed == 1
    denied.write_text("Permis.\n", encoding="utf-8")
    assert annotate(source, output).done == 1


def test_an_article_whose_worker_others_kept_ending_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    source, output = articles(tmp_path / "in", 4), tmp_path / "out"
    victim, culprit = source / "victim.txt", source / "culprit.txt"
    victim.write_text("KILLED\n", encoding="utf-8")
    culprit.write_text("SEGV\n", encoding="utf-8")
    assert dict(annotate(source, output).failures) == {
        str(victim): "its worker was ended by SIGKILL",
        str(culprit): "its worker was ended by SIGSEGV",
    }
    again = annotate(source, output)
    assert (again.failed, again.remembered, again.unchanged) == (1, 1, 4)
    victim.write_text("Sauvé.\n", encoding="utf-8")
    assert annotate(source, output).done == 1


class Forgetful:
    """A pool whose workers all end on one article, the first times in a way that nobody saw."""

    lost = 0

    def __init__(self, unseen: int) -> None:
        self.unseen = unseen
        self.tasks: list[Task] = []

    def free(self) -> int:
        return 1 - len(self.tasks)

    def busy(self) -> bool:
        return bool(self.tasks)

    def submit(self, task: Task) -> None:
        self.tasks.append(task)

    def events(self) -> list[Event]:
        task, seen = self.tasks.pop(), self.unseen <= 0
        self.unseen -= 1
        return [Lost(task, "SIGSEGV" if seen else "code 255", certain=False, seen=seen)]

    def close(self) -> None:
        """Nothing to stop."""


@pytest.mark.parametrize(("unseen", "cause"), [(0, "SIGSEGV"), (3, "SIGSEGV"), (1000, "code 255")])
def test_an_ending_that_nobody_saw_blames_nothing_and_is_tried_again_a_few_times(
    tmp_path: Path, unseen: int, cause: str
) -> None:
    spec = WorkerSpec(fake.FACTORY, "0", tmp_path / "out")
    tally = run(
        [articles(tmp_path / "in", 1)],
        spec,
        Options(jobs=1),
        config="c",
        suffixes=fake.SUFFIXES,
        make_pool=lambda *_: Forgetful(unseen),
    )
    assert [failure[1] for failure in tally.failures] == [cause]
