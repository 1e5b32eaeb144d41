"""Whole annotations of a few articles, kept as files: any change of output shows as a difference to read.

`make golden` writes the files again; the change is then reviewed with ``git diff tests/golden``.
"""

import difflib
import json
import os
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
ARTICLES = (
    CORPUS / "sample" / "tokamak.md",
    CORPUS / "articles" / "laser-start-up.md",
    CORPUS / "articles" / "prix-negatifs.txt",
    CORPUS / "articles" / "eolien-hainaut.txt",
)

pytestmark = [pytest.mark.model, pytest.mark.slow]


def produced(path: Path) -> str:
    """The annotation as text, one item a line so that a difference can be read."""
    from relecture.annotator import annotate_text
    from relecture.reading import read_path

    annotation: dict[str, Any] = annotate_text(read_path(path)).model_dump(mode="json", exclude_none=True)
    del annotation["generator"]  # versions and the hash of the settings change for other reasons
    annotation["source"]["path"] = path.name
    lines = []
    for key, value in annotation.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f'"{key}": [\n  {items}\n]')
        else:
            lines.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_annotation_is_the_one_kept(path: Path) -> None:
    kept, now = HERE / f"{path.stem}.json", produced(path)
    if "RELECTURE_WRITE_GOLDEN" in os.environ:
        kept.write_text(now, encoding="utf-8")
    before = kept.read_text(encoding="utf-8")
    assert now == before, "\n".join(
        difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0)
    )


def test_spans_of_a_golden_file_are_in_its_text() -> None:
    for path in ARTICLES:
        kept = json.loads((HERE / f"{path.stem}.json").read_text(encoding="utf-8"))
        spans = [*kept["quantities"], *(m for e in kept["entities"] for m in e["mentions"])]
        spans += [e for f in kept["findings"] for e in f["evidence"]]
        assert spans
        assert all(kept["text"][s["start"] : s["end"]] == s["text"] for s in spans)


def test_the_sample_shows_what_was_planted_in_it() -> None:
    kept = json.loads((HERE / "tokamak.json").read_text(encoding="utf-8"))
    planted = {
        "mardi 12 février 2025": {"weekday-mismatch"},
        "24\u00a0kWh": {"conversion-mismatch", "power-of-ten"},
        "300\u00a0mégajoules": {"dimension-mismatch"},
        "945\u00a0Twh": {"unit-symbol-case", "unit-style-varies"},
        "rapport Énergie et IA": {"malformed-link"},
    }
    for passage, slugs in planted.items():
        shown = {
            f["slug"]
            for f in kept["findings"]
            if any(passage in e["text"] or e["text"] in passage for e in f["evidence"])
        }
        assert shown & slugs, passage
    assert len(kept["findings"]) == len(planted)
