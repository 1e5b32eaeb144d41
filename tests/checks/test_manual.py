"""The documentation of the checks is the one that the rules make."""

from __future__ import annotations

from pathlib import Path

import pytest

from relecture.checks.base import Check
from relecture.checks.manual import explain, page
from relecture.checks.registry import catalogue

DOCS = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_up_to_date() -> None:
    assert DOCS.read_text("utf-8") == page(), "run « make docs »"


@pytest.mark.parametrize("check", catalogue(), ids=lambda c: c.rule.slug)
def test_a_check_explains_itself(check: Check) -> None:
    text = explain(check)
    assert text.startswith(check.rule.slug)
    for example in (*check.rule.flagged, *check.rule.accepted):
        assert example.splitlines()[0] in text
