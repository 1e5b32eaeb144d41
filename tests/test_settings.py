"""Settings: found upwards, and strict about what they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from relecture import settings
from relecture.errors import ConfigurationError
from relecture.types import Severity


def test_defaults_when_no_file(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()


def test_own_file_wins_over_a_parent(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.relecture]\nlang = "en"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert settings.load(inner).lang == "en"
    (inner / "relecture.toml").write_text('min-severity = "warning"\nselect = ["sum-mismatch"]\n')
    found = settings.load(inner)
    assert (found.lang, found.min_severity, found.select) == ("fr", Severity.WARNING, ("sum-mismatch",))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("langue = 'fr'", "unknown setting « langue » (did you mean « lang »?)"),
        ("lang = 'es'", "« es » is not one of fr, en"),
        ("min_confidence = 3", "not between 0 and 1"),
        ("min_confidence = 'high'", "float expected"),
        ("select = 'a'", "a list of strings"),
        ("min_severity = 'fatal'", "fatal"),
        ("lang = ", "relecture.toml"),
    ],
)
def test_a_wrong_file_is_named_with_its_cause(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "relecture.toml").write_text(content)
    with pytest.raises(ConfigurationError) as caught:
        settings.load(tmp_path)
    assert said in str(caught.value)
