"""The options that several commands share, laid over the settings file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from relecture import settings as settings_module
from relecture.batch.model import Format
from relecture.errors import ConfigurationError
from relecture.settings import Settings
from relecture.types import Severity


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What was typed; ``None`` and false mean « as the settings file says »."""

    config: Path | None = None
    lang: str | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None
    preview: bool = False
    strict: bool = False
    min_severity: Severity | None = None
    min_confidence: float | None = None
    published: str | None = None

    def settings(self) -> Settings:
        """The settings file's values with the typed ones on top; raises `ConfigurationError`."""
        from datetime import date

        base = settings_module.load_file(self.config) if self.config else settings_module.load()
        if self.published is not None:
            try:
                date.fromisoformat(self.published)
            except ValueError as error:
                raise ConfigurationError(f"--published: {error}") from error
        typed: dict[str, Any] = {
            "lang": self.lang,
            "select": tuple(self.select) if self.select else None,
            "ignore": tuple(self.ignore) if self.ignore else None,
            "preview": self.preview or None,
            "strict": self.strict or None,
            "min_severity": self.min_severity,
            "min_confidence": self.min_confidence,
            "published": self.published,
        }
        return replace(base, **{k: v for k, v in typed.items() if v is not None})


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What was typed. ``engine`` is ``local``, ``dask`` or ``dask=ADDRESS``; memory in megabytes a worker."""

    jobs: int | None = None
    force: bool = False
    retry_failed: bool = False
    format: Format = Format.JSON
    index: bool = True
    parquet: bool = False
    time_limit: float = 120.0
    memory_limit: int = 3072
    engine: str = "local"
