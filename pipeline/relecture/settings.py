"""What a run is asked to do: one frozen record, read from ``relecture.toml`` or ``[tool.relecture]``.

An unknown key or a wrong value is an error: a misspelt setting must not pass for a choice.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from relecture.errors import ConfigurationError
from relecture.types import Severity

#: Confidence under which a finding is hidden unless asked for (checks.md: « basse » is below 0.80).
DEFAULT_MIN_CONFIDENCE = 0.80
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes what is reported.

    ``select`` and ``ignore`` are slugs or code families; an empty ``select`` means the default checks.
    ``preview`` adds the checks that have not met their precision target; ``strict`` adds borderline
    verdicts. ``published`` is the article's date in ISO form, when the caller knows it.
    """

    model: str = "fr_core_news_md"
    lang: str = "fr"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    strict: bool = False
    min_severity: Severity = Severity.STYLE
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    published: str | None = None
    reference_facts: tuple[str, ...] = ()
    gazetteers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ConfigurationError(f"lang: « {self.lang} » is not one of {', '.join(LANGUAGES)}")
        if not 0 <= self.min_confidence <= 1:
            raise ConfigurationError(f"min_confidence: {self.min_confidence} is not between 0 and 1")


def from_mapping(values: dict[str, Any], *, origin: str) -> Settings:
    """Build `Settings` from parsed TOML (dashes or underscores in keys); *origin* names the file in errors."""
    known = {f.name for f in fields(Settings)}
    given: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in known:
            close = difflib.get_close_matches(name, sorted(known), n=1)
            hint = f" (did you mean « {close[0]} »?)" if close else ""
            raise ConfigurationError(f"{origin}: unknown setting « {key} »{hint}")
        given[name] = _coerce(name, value, origin)
    try:
        return replace(Settings(), **given)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"{origin}: {error}") from error


def _coerce(name: str, value: Any, origin: str) -> Any:
    default = getattr(Settings(), name)
    if name == "min_severity":
        try:
            return Severity(value)
        except ValueError as error:
            raise ConfigurationError(f"{origin}: {name}: {error}") from error
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ConfigurationError(f"{origin}: {name}: a list of strings is expected")
        return tuple(value)
    expected = {"published": str}.get(name, type(default))
    if expected is float and isinstance(value, int):
        value = float(value)
    if not isinstance(value, expected):
        raise ConfigurationError(f"{origin}: {name}: {expected.__name__} expected, got {value!r}")
    return value


def load(start: Path | None = None) -> Settings:
    """The settings in force in *start* (default: the working directory).

    The first ``relecture.toml``, or ``pyproject.toml`` with a ``[tool.relecture]`` table, found upwards
    wins. Defaults when there is none. Raises `ConfigurationError` on bad TOML or unknown keys.
    """
    folder = (start or Path.cwd()).resolve()
    for here in (folder, *folder.parents):
        own, project = here / "relecture.toml", here / "pyproject.toml"
        if own.is_file():
            return from_mapping(_parse(own), origin=str(own))
        if project.is_file():
            table = _parse(project).get("tool", {}).get("relecture")
            if table is not None:
                return from_mapping(table, origin=str(project))
    return Settings()


def load_file(path: Path) -> Settings:
    """The settings of one named TOML file; raises `ConfigurationError` when it cannot be read."""
    return from_mapping(_parse(path), origin=str(path))


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from error
