"""The exports that people open: spreadsheets, Word, a page."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from drafts import AWKWARD, Draft, awkward, many
from exports import files, one
from relecture.checks.decisions import Decision


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_a_finding_and_a_row_a_quantity() -> None:
    made = files("csv", awkward(), many(3))
    assert made["findings.csv"].startswith(b"\xef\xbb\xbf")
    found, quantities = rows_of(made["findings.csv"]), rows_of(made["quantities.csv"])
    assert (len(found), len(quantities)) == (8, 5)
    assert found[0]["evidence"] == "12 000 kWh … 43,2 GJ"
    assert found[1]["line"] == "3"
    assert quantities[1]["kwh"] == "12000"
    assert AWKWARD[int(quantities[4]["start"]) : int(quantities[4]["end"])] == quantities[4]["text"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("-2,2 %", "-2,2 %"),
        ("+3", "+3"),
        ("\tx", "'\tx"),
    ],
)
def test_csv_runs_no_formula(text: str, cell: str) -> None:
    annotation = Draft(f"x {text}").quantity(text, "1", "").done()
    assert rows_of(files("csv", annotation)["quantities.csv"])[0]["text"] == cell


def test_word_comments_stand_on_the_evidence() -> None:
    docx = pytest.importorskip("docx")
    left_out = awkward().findings[3].fingerprint
    decisions = {left_out: Decision(left_out, "", "dismissed")}
    (content,) = files("docx", decisions=decisions).values()
    document = docx.Document(io.BytesIO(content))
    paragraphs = [p.text for p in document.paragraphs]
    assert paragraphs == AWKWARD.split("\r\n\r\n")
    assert document.paragraphs[0].style.name == "Title"
    comments = {c.comment_id: c.text for c in document.comments}
    assert len(comments) == 6
    assert "ne valent pas" in comments[0]
    assert "43,2 GJ → 43,2 GJ" in comments[0]
    assert anchored(document, 0) == "12\u202f000\u202fkWh"
    assert anchored(document, 1) == "43,2\u00a0GJ"
    assert comments[1].startswith("(2/2)")


def anchored(document: Any, ident: int) -> str:
    """The words between the two ends of a comment."""
    words, inside = "", False
    for node in document.element.body.iter():
        tag = node.tag.rsplit("}", 1)[-1]
        if tag in ("commentRangeStart", "commentRangeEnd") and node.values()[0] == str(ident):
            inside = tag.endswith("Start")
        elif tag == "t" and inside:
            words += node.text
    return words


@pytest.mark.slow
def test_libreoffice_opens_the_word_file(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice here: apt-get install libreoffice-writer-nogui")
    (content,) = files("docx").values()
    (tmp_path / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180)
    text = (tmp_path / "a.txt").read_text(encoding="utf-8-sig")
    assert "12\u202f000\u202fkWh" in text
    assert "</script > fin" in text


def test_displacy_shows_the_text_and_runs_nothing() -> None:
    page = one("displacy", awkward(), many(2)).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "😀 &lt;b&gt;article&lt;/b&gt;.txt" in page
    assert page.count("<mark") == 6  # five quantities, and the longer of the two names
