"""Folders annotated by real worker processes, with an annotator that needs no model."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from batch import fake
from relecture.batch.model import Format, Tally, WorkerSpec
from relecture.batch.run import Options, run
from relecture.batch.worker import PRELOAD
from relecture.errors import OutputError


def annotate(
    source: Path, output: Path, *, config: str = "c1", format: str = "json", **options: object
) -> Tally:
    spec = WorkerSpec(
        fake.FACTORY, str(options.pop("behaviour", "0")), output, Format(format), memory_limit=1 << 30
    )
    given = Options(**{"jobs": 2, "time_limit": 20.0, **options})
    return run([source], spec, given, config=config, suffixes=fake.SUFFIXES, several=fake.several)


def folder(root: Path, **texts: str) -> Path:
    """Articles given as ``a__b="…"`` for ``a/b.txt``, and forty ordinary ones."""
    ordinary = {f"rubrique__{n:03d}": f"Article {n}\n\nUne phrase, {n} Kwh.\n" for n in range(40)}
    for name, text in {**ordinary, **texts}.items():
        path = root / (name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def outputs(output: Path) -> dict[str, bytes]:
    """Every annotation with its bytes."""
    return {
        str(p.relative_to(output)): p.read_bytes()
        for p in sorted(output.rglob("*.json*"))
        if ".relecture" not in p.parts
    }


def rows(output: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(output / "index.sqlite") as db:
        return db.execute(query).fetchall()


def test_the_tree_is_mirrored_and_nothing_else_is_left(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a="Un\n", b__c="Deux\n")
    (source / "a.md").write_text("Trois\n", encoding="utf-8")
    (source / ".hidden.txt").write_text("non", encoding="utf-8")
    (source / "photo.jpg").write_bytes(b"\xff")
    tally = annotate(source, tmp_path / "out")
    assert tally.done == tally.total == 43
    names = outputs(tmp_path / "out")
    assert {"a.txt.json", "a.md.json", "b/c.txt.json", "rubrique/000.txt.json"} <= set(names)
    assert len(names) == 43
    assert json.loads(names["a.txt.json"])["text"] == "Un\n"
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_a_second_run_does_only_what_changed(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    annotate(source, output)
    before = outputs(output)
    (source / "rubrique/003.txt").write_text("Un autre texte, plus long que le premier.\n", encoding="utf-8")
    (source / "nouveau.txt").write_text("Nouveau\n", encoding="utf-8")
    os.utime(source / "rubrique/004.txt")  # a new date, the same bytes
    (output / "rubrique/005.txt.json").unlink()
    tally = annotate(source, output)
    assert (tally.total, tally.unchanged, tally.done) == (41, 38, 3)
    after = outputs(output)
    assert {n for n in after if after[n] != before.get(n)} == {"rubrique/003.txt.json", "nouveau.txt.json"}
    assert annotate(source, output).unchanged == 41
    assert annotate(source, output, config="c2").done == 41
    assert annotate(source, output, config="c2", force=True).done == 41


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("SEGV", "its worker was ended by SIGSEGV"),
        ("HANG", "not done after 4 s"),
        ("MEMORY", "out of memory (limit 1024 MB)"),
        ("RAISE", "ValueError: cannot stand"),
    ],
)
def test_a_bad_article_costs_itself_alone(tmp_path: Path, text: str, cause: str) -> None:
    source, output = folder(tmp_path / "in", rubrique__017b=text), tmp_path / "out"
    tally = annotate(source, output, time_limit=4.0)
    assert (tally.done, tally.failed) == (40, 1)
    [(name, why)] = tally.failures
    assert name.endswith("rubrique/017b.txt")
    assert why.startswith(cause)
    assert "rubrique/017b.txt.json" not in outputs(output)
    assert [r[0] for r in rows(output, "SELECT status FROM articles WHERE source LIKE '%017b%'")] == ["failed"]
    again = annotate(source, output)
    assert (again.unchanged, again.remembered, again.done) == (40, 1, 0)
    (source / "rubrique/017b.txt").write_text("Corrigé, il passe.\n", encoding="utf-8")
    assert annotate(source, output).done == 1


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    tally = annotate(folder(tmp_path / "in", seul="ONCE\n"), tmp_path / "out")
    assert (tally.done, tally.failed) == (41, 0)
    assert tally.workers_lost >= 1


def test_an_input_that_cannot_be_read_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    (source / "lien.txt").symlink_to(tmp_path / "absent.txt")
    tally = annotate(source, output)
    assert (tally.done, tally.failed) == (40, 1)
    (tmp_path / "absent.txt").write_text("Le voilà.\n", encoding="utf-8")
    assert annotate(source, output).done == 1


def test_shards_hold_the_same_lines_in_order(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in", rubrique__010b="RAISE"), tmp_path / "out"
    for n in range(200):
        (source / f"z{n:03d}.txt").write_text(f"Article z{n}\n", encoding="utf-8")
    tally = annotate(source, output, format="jsonl")
    assert (tally.done, tally.failed) == (240, 1)
    shards = outputs(output)
    assert [s.count(b"\n") for s in shards.values()] == [99, 100, 41]
    names = [json.loads(line)["source"] for s in shards.values() for line in s.splitlines()]
    assert names == sorted(names)
    (source / "rubrique/003.txt").write_text("Une autre version\n", encoding="utf-8")
    (source / "rubrique/a.txt").write_text("Un de plus, au milieu\n", encoding="utf-8")
    tally = annotate(source, output, format="jsonl")
    assert tally.done == 99 + 1  # the shard that changed, and a new one
    after = outputs(output)
    assert len(after) == 4
    assert [n for n in shards if after[n] == shards[n]] == sorted(shards)[1:]
    assert annotate(source, output, format="jsonl").unchanged == 241
    (source / "rubrique/004.txt").unlink()
    (source / "rubrique/005.txt").write_text("Encore une autre version\n", encoding="utf-8")
    tally = annotate(source, output, format="jsonl")
    assert (tally.total, tally.done, tally.remembered, tally.failed) == (241, 98, 1, 0)


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_file_of_several_articles_is_done_article_by_article(tmp_path: Path, format: str) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    words = [f"dossier/{n:03d}.txt" for n in range(30)]
    (source / "envoi.list").write_text("\n".join([*words, "SEGV", "../../evade.txt"]), encoding="utf-8")
    tally = annotate(source, output, format=format)
    assert (tally.total, tally.done, tally.failed) == (72, 71, 1)
    assert tally.failures[0][0].endswith("envoi.list!/SEGV")
    if format == "json":
        names = outputs(output)
        assert {"envoi.list/dossier/003.txt.json", "envoi.list/evade.txt.json"} <= set(names)
        assert len(names) == 71
        (output / "envoi.list/dossier/003.txt.json").unlink()
        again = annotate(source, output)
        assert (again.total, again.unchanged, again.remembered, again.done) == (72, 70, 1, 1)
    assert annotate(source, output, format=format).remembered == 1
    (source / "envoi.list").write_text("\n".join(words[:5]), encoding="utf-8")
    tally = annotate(source, output, format=format)
    assert (tally.total, tally.failed + tally.remembered) == (45, 0)


def test_two_sources_never_share_an_output(tmp_path: Path) -> None:
    one, two = tmp_path / "un", tmp_path / "deux"
    for root in (one, two):
        root.mkdir()
        (root / "x.txt").write_text(root.name, encoding="utf-8")
    spec = WorkerSpec(fake.FACTORY, "0", tmp_path / "out")
    for expected in ((2, 0), (0, 2)):
        tally = run([one, two], spec, Options(jobs=1), config="c", suffixes=fake.SUFFIXES)
        assert (tally.done, tally.unchanged) == expected
    texts = {json.loads(v)["text"] for v in outputs(tmp_path / "out").values()}
    assert texts == {"un", "deux"}


def test_the_index_answers_sql_and_full_text(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in", e="Énergie\n\nUne éolienne à 3 Kwh et 4 Kwh.\n"), tmp_path / "out"
    annotate(source, output)
    assert rows(output, "SELECT count(*) FROM findings WHERE slug = 'unit-symbol-case'") == [(42,)]
    assert rows(
        output, "SELECT output FROM search JOIN articles ON id = search.rowid WHERE search MATCH 'eolienne'"
    ) == [("e.txt.json",)]
    assert rows(output, "SELECT count(*), sum(si_value) FROM quantities WHERE dimension = 'energy'") == [
        (42, 42 * 3.6e6)
    ]
    (source / "e.txt").write_text("Énergie\n\nRien à dire de plus ici, vraiment rien.\n", encoding="utf-8")
    annotate(source, output)
    assert rows(output, "SELECT count(*) FROM findings") == [(40,)]
    assert rows(output, "SELECT count(*) FROM search WHERE search MATCH 'eolienne'") == [(0,)]


def test_an_output_that_cannot_be_written_stops_the_run_with_a_reason(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    output.mkdir()
    (output / "rubrique").write_text("un fichier à la place du dossier", encoding="utf-8")
    with pytest.raises(OutputError, match="rubrique"):
        annotate(source, output)
    (output / "rubrique").unlink()
    assert annotate(source, output).done == 40


def test_new_decisions_of_an_editor_make_an_article_to_do(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    annotate(source, output)
    beside = source / "rubrique/004.txt.decisions.json"
    for change in (lambda: beside.write_text("{}"), lambda: beside.write_text("[]"), beside.unlink):
        change()
        tally = annotate(source, output)
        assert (tally.unchanged, tally.done) == (39, 1)
    assert annotate(source, output).unchanged == 40


def test_new_decisions_about_an_article_inside_a_file_make_it_alone_to_do(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    (source / "envoi.list").write_text("un.txt deux.txt", encoding="utf-8")
    annotate(source, output)
    beside = source / "envoi.list!/deux.txt.decisions.json"
    beside.parent.mkdir()
    for change in (lambda: beside.write_text("{}"), lambda: beside.write_text("[]"), beside.unlink):
        change()
        tally = annotate(source, output)
        assert (tally.unchanged, tally.done) == (41, 1)
    assert annotate(source, output).unchanged == 42


def test_paths_are_those_of_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    assert annotate(Path("in"), Path("out").absolute()).done == 40


def test_a_full_disk_stops_the_run_with_a_reason(tmp_path: Path) -> None:
    source, output = folder(tmp_path / "in"), tmp_path / "out"
    with pytest.raises(OutputError, match="No space left"):
        annotate(source, output, behaviour="full")
    assert not list(output.rglob("*.tmp"))
    assert annotate(source, output).done == 40


def test_the_same_file_twice_is_done_once(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    spec = WorkerSpec(fake.FACTORY, "0", tmp_path / "out")
    paths = [source, source, source / "rubrique/*.txt"]
    assert run(paths, spec, Options(jobs=1), config="c", suffixes=fake.SUFFIXES).done == 80


def test_a_factory_that_fails_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no model here"):
        annotate(folder(tmp_path / "in"), tmp_path / "out", behaviour="broken")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    import fcntl

    source, output = folder(tmp_path / "in"), tmp_path / "out"
    annotate(source, output)
    with open(output / ".relecture/lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another run"):
            annotate(source, output)


def test_outputs_inside_the_source_folder_are_not_taken_for_articles(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    spec = WorkerSpec(fake.FACTORY, "0", source / "annotated")
    for _ in range(2):
        tally = run([source], spec, Options(jobs=1), config="c", suffixes=(".txt", ".json"))
        assert tally.total == 40


def test_what_a_run_leaves_in_the_environment_does_not_load_its_children() -> None:
    code = (
        "import signal, sys; mine = signal.default_int_handler; signal.signal(signal.SIGINT, mine); "
        "import relecture.batch.pool; "
        "print(signal.getsignal(signal.SIGINT) is mine, 'relecture.batch.preload' in sys.modules)"
    )
    left = {**os.environ, PRELOAD: '["relecture.batch.pipeline:make", {}]'}
    done = subprocess.run([sys.executable, "-c", code], env=left, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
