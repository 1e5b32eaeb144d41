"""``annotate check --across``: the real command on folders that contradict themselves, or do not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from relecture.cli.app import app

pytestmark = pytest.mark.e2e

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
SLUG = "cross-article-conflict"
ONE = "Courant\n\nLa production nucléaire française a atteint 361,7 TWh en 2024, selon RTE. L’été fut calme.\n"
OTHER = "Bilan\n\nLe voici.\n\nEn 2024, la production nucléaire de la France s’est élevée à 371,7 TWh.\n"
AGREES = "Atome\n\nEn 2024, la production nucléaire française a atteint 361,7 térawattheures.\n"


def annotate(*words: str | Path) -> Result:
    """The command in this process, so that the model is loaded once."""
    return CliRunner().invoke(app, [*map(str, words)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    (made / "deep").mkdir(parents=True)
    for name, text in (("a.txt", ONE), ("deep/b.txt", OTHER), ("c.md", AGREES)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_both_passages_with_their_places(folder: Path) -> None:
    code = "from relecture.cli import main; main()"
    words = ["check", str(folder), "--across", "--fail-on", "check"]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if SLUG in line)
    assert lines[at].startswith(f"{folder}/a.txt:3:45: à vérifier [{SLUG}] «\u00a0361,7 TWh\u00a0»")
    assert lines[at + 1].strip().startswith(f"{folder}/a.txt:3:45: « La production nucléaire")
    assert lines[at + 2].strip().startswith(f"{folder}/deep/b.txt:5:62: « En 2024, la production")
    assert lines[-1] == "entre les articles : 1 à vérifier"
    assert sum(SLUG in line for line in lines) == 1


def test_exit_codes_and_selection(folder: Path) -> None:
    assert annotate("check", folder, "--across").exit_code == 0
    assert SLUG not in annotate("check", folder, "--fail-on", "check").stdout
    for words in (("--ignore", SLUG), ("--min-severity", "warning"), ("--select", "conversion-mismatch")):
        done = annotate("check", folder, "--across", "--fail-on", "check", *words)
        assert (done.exit_code, SLUG in done.stdout) == (0, False)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = annotate("check", folder, "--across", "--fail-on", "check", "--lang", "en")
    assert done.exit_code == 2
    assert "one fact, two values?" in done.stdout


def test_json_lines(folder: Path) -> None:
    faulty = "Le four\n\nLe four a livré 3,88 mégajoules, soit 14 kWh, selon Réseau Vert.\n"
    (folder / "d.txt").write_text(faulty, encoding="utf-8")
    rows = [json.loads(line) for line in annotate("check", folder, "--across", "--json").stdout.splitlines()]
    assert [row["slug"] for row in rows] == ["conversion-mismatch", SLUG]
    assert (rows[0]["article"], rows[0]["line"], rows[0]["column"]) == (f"{folder}/d.txt", 3, 17)
    assert [p["article"] for p in rows[1]["passages"]] == [f"{folder}/a.txt", f"{folder}/deep/b.txt"]
    assert rows[1]["articles"] == 3


def test_a_dismissed_conflict_and_a_known_one_are_not_shown_again(folder: Path, tmp_path: Path) -> None:
    [row] = map(json.loads, annotate("check", folder, "--across", "--json").stdout.splitlines())
    decision = {"fingerprint": row["fingerprint"], "slug": SLUG, "status": "dismissed", "reason": "révisé"}
    beside = folder / "deep" / "b.txt.decisions.json"
    beside.write_text(json.dumps({"decisions": [decision]}), encoding="utf-8")
    done = annotate("check", folder, "--across", "--json")
    assert (done.stdout, done.stderr) == ("", "")
    beside.unlink()

    assert annotate(folder, "-o", tmp_path / "before", "--jobs", "1").exit_code == 0
    again = ("check", folder, "--across", "--json", "--baseline", tmp_path / "before")
    assert annotate(*again).stdout == ""
    (folder / "a.txt").write_text(ONE.replace("361,7", "316,7"), encoding="utf-8")
    assert SLUG in annotate(*again).stdout


def test_the_corpus_does_not_contradict_itself() -> None:
    done = annotate("check", CORPUS, "--across", "--select", SLUG, "--fail-on", "style")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "entre les articles : rien à signaler"
