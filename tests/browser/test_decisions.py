"""A finding dismissed on the page, through the very commands and files that an editor uses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relecture.cli.app import app

ARTICLE = "La pile a livré 8,6 mégajoules, soit 24 kWh, selon le laboratoire.\n"


def findings(article: Path) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, [str(article)])
    assert result.exit_code == 0, result.output
    return list(json.loads(result.stdout)["findings"])


@pytest.mark.model
def test_a_dismissed_finding_stays_so_until_its_figures_change(browser: Any, tmp_path: Path) -> None:
    article, page_file = tmp_path / "note.txt", tmp_path / "review.html"
    article.write_text(ARTICLE, encoding="utf-8")
    (found,) = findings(article)
    assert CliRunner().invoke(app, ["report", str(article), "-o", str(page_file)]).exit_code == 0

    page = browser.new_page()
    page.goto(page_file.as_uri())
    for key in ("j", "d", "4", "Enter"):
        page.keyboard.press(key)
    with page.expect_download() as download:
        page.locator("#export").click()
    name = download.value.suggested_filename
    assert name == "note.txt.decisions.json"
    download.value.save_as(tmp_path / name)
    page.close()

    assert findings(article) == []
    article.write_text("Un chapeau de plus.\n\n" + ARTICLE, encoding="utf-8")
    assert findings(article) == []
    article.write_text(ARTICLE.replace("24 kWh", "240 kWh"), encoding="utf-8")
    (back,) = findings(article)
    assert back["slug"] == found["slug"]
    assert back["fingerprint"] != found["fingerprint"]
