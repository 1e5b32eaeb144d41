"""The reference facts of the package and of the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from relecture.checks.reference import Fact, facts, valid
from relecture.errors import ConfigurationError


@pytest.mark.parametrize("fact", facts(), ids=lambda f: f"{f.label[0]} {f.unit}")
def test_a_fact_of_the_package_is_whole(fact: Fact) -> None:
    assert fact.too_low <= valid(fact).low <= fact.high <= fact.too_high
    assert fact.source
    assert fact.year >= 2025


def test_a_bad_pattern_of_the_user_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    row = 'label = "Pont"\nsubject = "(pont"\nunit = "meter"\nlow = 1\nhigh = 9\nsource = "moi"\nyear = 2025\n'
    path.write_text(f"[[fact]]\n{row}", "utf-8")
    with pytest.raises(ConfigurationError, match="Pont"):
        facts((str(path),))
