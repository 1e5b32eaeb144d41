"""``annotate evaluate`` on a corpus of one article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relecture.cli.app import app
from relecture.errors import ConfigurationError

pytestmark = pytest.mark.e2e

TEXT = "Le four\n\nLe four a livré 3,88 mégajoules, soit 14 kWh, selon Réseau Vert.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "four.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("14 kWh")
    planted = {
        "slug": "conversion-mismatch",
        "accept": ["power-of-ten"],
        "evidence": [{"start": start, "end": start + 6, "text": "14 kWh"}],
        "why": "3,88 MJ = 1,08 kWh",
    }
    gold = {"name": "four", "file": "four.txt", "split": "dev", "published": None, "layers": []}
    gold |= {"quantities": [], "entities": [], "findings": [planted]}
    (folder / "four.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_figures_are_printed_pinned_and_gated(corpus: Path) -> None:
    call = CliRunner().invoke
    assert call(app, ["evaluate", str(corpus), "--gate"]).exit_code == 1  # nothing is pinned yet
    assert call(app, ["evaluate", str(corpus), "--update-floors"]).exit_code == 0
    floors = json.loads((corpus / "floors.json").read_text(encoding="utf-8"))
    assert floors["floors"]["findings.recall"] == 1
    shown = call(app, ["evaluate", str(corpus), "--gate", "--errors", "3"])
    assert shown.exit_code == 0
    assert "findings.recall" in shown.stdout
    told = json.loads(call(app, ["evaluate", str(corpus), "--json"]).stdout)
    assert told["metrics"]["findings.recall"] == 1


def test_floors_do_not_fall_in_silence(corpus: Path) -> None:
    call = CliRunner().invoke
    call(app, ["evaluate", str(corpus), "--update-floors"])
    floors = json.loads((corpus / "floors.json").read_text(encoding="utf-8"))
    floors["floors"]["findings.recall"] = 1.1
    (corpus / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    refused = call(app, ["evaluate", str(corpus), "--update-floors"])
    assert isinstance(refused.exception, ConfigurationError)
    assert call(app, ["evaluate", str(corpus), "--update-floors", "--reason", "measured twice"]).exit_code == 0
    assert "measured twice" in (corpus / "floors.json").read_text(encoding="utf-8")
