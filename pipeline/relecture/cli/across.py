"""``annotate check --across``: what the articles of one command say of each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from relecture.batch.discover import Job
from relecture.batch.sources import output_name
from relecture.checks.across import Conflict, Passage
from relecture.checks.cross_article_conflict import Comparison
from relecture.checks.decisions import decisions_path, read_decisions
from relecture.checks.run import selected_across
from relecture.errors import InputError
from relecture.settings import Settings
from relecture.types import Article


class Across:
    """Watches the articles go by; then lists the conflicts that nobody has answered yet."""

    def __init__(self, settings: Settings, baseline: Path | None) -> None:
        self._comparison = Comparison(settings)
        self._baseline = baseline if baseline is not None and baseline.is_dir() else None
        self._places: dict[str, str] = {}

    def watch(self, article: Article) -> None:
        """Keep the facts of *article*."""
        self._comparison.add(article)

    def met(self, job: Job) -> None:
        """Remember where the baseline of *job* would be."""
        if self._baseline is not None:
            self._places[job.name] = output_name(str(job.relative))

    def conflicts(self) -> Iterator[Conflict]:
        """The conflicts, without those dismissed beside one of their articles or already in the baseline."""
        for conflict in self._comparison.conflicts():
            if not self._dismissed(conflict) and not self._known(conflict):
                yield conflict

    def _dismissed(self, conflict: Conflict) -> bool:
        listed = (read_decisions(decisions_path(Path(p.article))) for p in conflict.passages)
        found = (decisions.get(conflict.fingerprint) for decisions in listed)
        return any(decision is not None and decision.status == "dismissed" for decision in found)

    def _known(self, conflict: Conflict) -> bool:
        """True when every passage already stood in the earlier text of its article."""
        return self._baseline is not None and all(self._stood(p, self._baseline) for p in conflict.passages)

    def _stood(self, passage: Passage, baseline: Path) -> bool:
        path = baseline / self._places.get(passage.article, "")
        if not path.is_file():
            return False
        try:
            text = json.loads(path.read_bytes())["text"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(str(path), "not an annotation") from error
        return passage.said in " ".join(str(text).split())


def across(settings: Settings, baseline: Path | None) -> Across | None:
    """What to watch the articles with, ``None`` when *settings* rule out every check of several articles."""
    return Across(settings, baseline) if selected_across(settings) else None
