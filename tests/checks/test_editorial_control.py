"""Silencing findings in the text, by decisions and by a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relecture.checks.decisions import decide, decisions_path, only_new, read_baseline, read_decisions
from relecture.checks.suppressions import read_suppressions, suppress
from relecture.errors import InputError
from support import all_findings, read_text

KWH = "La chaudière consomme 3,4 Kwh par cycle."
SILENT = '<!-- relecture: ignore[unit-symbol-case] raison="citation exacte" -->'


def _codes(raw: str, ran: tuple[str, ...] = ("unit-symbol-case",)) -> tuple[list[str], list[str]]:
    result = suppress(read_text(raw), all_findings(raw), ran)
    return [f.slug for f in result.findings], [d.code for d in result.diagnostics]


@pytest.mark.parametrize("raw", [f"{KWH} {SILENT}", f"{SILENT}\n{KWH}", f"{SILENT}\n\n{KWH}"])
def test_a_comment_silences_its_paragraph_or_the_next(raw: str) -> None:
    assert _codes(raw) == ([], [])


def test_a_comment_reaches_no_further() -> None:
    assert _codes(f"Rien ici. {SILENT}\n\n{KWH}") == (["unit-symbol-case"], ["unused-suppression"])


def test_a_code_or_several_checks_may_be_named() -> None:
    raw = f'{KWH} <!-- relecture: ignore[U01, weekday-mismatch] raison="cité" -->'
    assert _codes(raw, ("unit-symbol-case",)) == ([], [])
    assert _codes(raw, ("unit-symbol-case", "weekday-mismatch")) == ([], ["unused-suppression"])


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ('<!-- relecture: ignore[unit-simbol-case] raison="cité" -->', "unknown-suppression"),
        ("<!-- relecture: ignore[unit-symbol-case] -->", "suppression-without-reason"),
        ("<!-- relecture: tais-toi -->", "malformed-suppression"),
    ],
)
def test_trouble_with_a_comment_is_a_diagnostic(comment: str, code: str) -> None:
    _, diagnostics = read_suppressions(read_text(f"{KWH} {comment}"))
    assert [d.code for d in diagnostics] == [code]


def test_a_dismissed_finding_stays_dismissed_after_an_edit_elsewhere(tmp_path: Path) -> None:
    before, after = all_findings(KWH), all_findings(f"Un titre neuf.\n\n{KWH}")
    path = decisions_path(tmp_path / "note.txt")
    row = {
        "fingerprint": before[0].fingerprint,
        "slug": "unit-symbol-case",
        "status": "dismissed",
        "reason": "quoted",
    }
    path.write_text(
        json.dumps({"decisions": [row, {**row, "fingerprint": "gone", "status": "accepted"}]}), "utf-8"
    )
    result = decide(after, read_decisions(path))
    assert (result.findings, [f.slug for f in result.dismissed]) == ((), ["unit-symbol-case"])
    assert [d.code for d in result.diagnostics] == ["stale-decision"]


def test_an_accepted_finding_is_still_shown(tmp_path: Path) -> None:
    found = all_findings(KWH)
    path = tmp_path / "x.decisions.json"
    path.write_text(
        json.dumps({"decisions": [{"fingerprint": found[0].fingerprint, "status": "accepted"}]}), "utf-8"
    )
    assert decide(found, read_decisions(path)).findings == found


def test_no_file_means_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "absent.decisions.json") == {}


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"decisions": [{"status": "dismissed"}]}',
        '{"decisions": [{"fingerprint": "a", "status": "fermé"}]}',
    ],
)
def test_a_bad_file_of_decisions_is_an_input_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.decisions.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"x\.decisions\.json"):
        read_decisions(path)


def test_a_baseline_hides_what_was_known_and_shows_one_more(tmp_path: Path) -> None:
    found = all_findings(KWH)
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"findings": [{"fingerprint": f.fingerprint} for f in found]}), "utf-8")
    baseline = read_baseline(path)
    assert only_new(found, baseline) == ()
    assert only_new((*found, *found), baseline) == found
    with pytest.raises(InputError):
        read_baseline(tmp_path / "absent.json")
