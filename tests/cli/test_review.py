"""``annotate report`` and ``annotate export`` as commands: files made, exit codes, what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from drafts import Draft, awkward, script_of, write
from relecture.cli.app import app


def annotate(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_report_of_a_folder_keeps_what_is_good(tmp_path: Path) -> None:
    write(awkward(), tmp_path / "in", "a.txt.json")
    write(Draft("x").done(), tmp_path / "in", "b/b.txt.json")
    (tmp_path / "in" / "c.json").write_text("{")
    result = annotate("report", tmp_path / "in", "-o", tmp_path / "out" / "review.html", "--lang", "en")
    assert result.exit_code == 2
    html = (tmp_path / "out" / "review.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert [a["name"] for a in script_of(html, "config")["articles"]] == ["a.txt", "b/b.txt"]
    assert "c.json: not JSON" in html


def test_report_of_one_file_to_standard_output(tmp_path: Path) -> None:
    result = annotate("report", write(awkward(), tmp_path), "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")


def test_report_of_nothing_is_an_error(tmp_path: Path) -> None:
    result = annotate("report", tmp_path / "absent.json", "-o", tmp_path / "review.html")
    assert result.exit_code == 2
    assert not (tmp_path / "review.html").exists()


def test_export_to_a_file_a_folder_and_standard_output(tmp_path: Path) -> None:
    source = write(awkward(), tmp_path)
    assert annotate("export", source, "--to", "sarif", "-o", tmp_path / "a.sarif").exit_code == 0
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert annotate("export", source, "--to", "csv", "-o", tmp_path / "tables").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == ["findings.csv", "quantities.csv"]
    result = annotate("export", source, "--to", "doccano")
    assert json.loads(result.stdout)["text"] == awkward().text


def test_export_says_what_it_cannot_do(tmp_path: Path) -> None:
    source = write(awkward(), tmp_path)
    assert "one of sarif" in str(annotate("export", source, "--to", "pdf").exception)
    assert "give a folder" in str(annotate("export", source, "--to", "csv").exception)


@pytest.mark.model
def test_report_of_an_article_annotates_it(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("La centrale a produit 2 GWh, soit 2 000 MWh.\n", encoding="utf-8")
    assert annotate("report", tmp_path / "note.txt", "-o", tmp_path / "review.html").exit_code == 0
    html = (tmp_path / "review.html").read_text(encoding="utf-8")
    rows = script_of(html, "article-data-0")["quantities"][0]
    assert ["En kWh", "2\u202f000\u202f000\u00a0kWh (2\u00a0GWh)"] in rows
