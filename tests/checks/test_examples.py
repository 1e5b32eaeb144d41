"""The examples of every rule and the cases of ``tests/cases/checks``, run through all checks at once.

A case file is named after its slug and holds two lists:

    flagged:                        # exactly one finding, of this slug, from this check and the default ones
      - text: "…"
        evidence: ["…", "…"]        # optional: the evidence, in order, as written
        suggestion: "…"             # optional: the text suggested
        entities: {PER: [[canonical, surface…]], ORG: [["EDF"]]}   # optional: what the model would give
        model: true                 # optional: read by the French model, for what needs its parts of speech
    accepted:                       # nothing from this check nor from any default one
      - "…"                         # or {text: "…", entities: {…}}

``clean.yaml`` holds only ``accepted``: paragraphs full of traps on which everything is silent.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from relecture import analyse
from relecture.checks.registry import by_slug, checks
from relecture.checks.run import run_checks
from relecture.relations import relate
from relecture.settings import Settings
from relecture.types import Article, Entity, Finding, Label
from support import CASES, article_of, entity, evidence_texts, read_text

Case = tuple[str, dict[str, Any]]
#: Checks of what the entities hold: their cases are read by the French model, not by hand.
READ_BY_MODEL = frozenset({"role-conflict"})


def _example_cases(kind: str) -> list[Case]:
    return [(c.rule.slug, {"text": t}) for c in checks() for t in getattr(c.rule, kind)]


@cache
def _file(path: Path) -> dict[str, list[Any]]:
    loaded: dict[str, list[Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(loaded) <= {"flagged", "accepted"}, path
    return loaded


def _file_cases(kind: str) -> list[Case]:
    return [
        (path.stem, row if isinstance(row, dict) else {"text": row})
        for path in sorted((CASES / "checks").glob("*.yaml"))
        for row in _file(path).get(kind) or []
    ]


def _analysed(raw: str, path: str) -> Article:
    article = analyse.load().analyse(read_text(raw, path))
    return replace(article, relations=relate(article))


def _ids(case: Case) -> str:
    return f"{case[0]}: {case[1]['text'][:50]}"


def _run(slug: str, row: dict[str, Any]) -> tuple[Finding, ...]:
    given: list[Entity] = [
        entity(row["text"], *names, label=Label(label))
        for label, listed in (row.get("entities") or {}).items()
        for names in listed
    ]
    path = row.get("path", "article.md")
    if slug in READ_BY_MODEL or row.get("model"):
        article = _analysed(row["text"], path)
    else:
        article = article_of(row["text"], path=path, entities=given)
    settings = Settings(published=row.get("published"))
    found = list(run_checks(article, settings).findings)
    if slug in by_slug() and not any(f.slug == slug for f in found):
        found += run_checks(article, replace(settings, select=(slug,))).findings
    return tuple(found)


@pytest.mark.parametrize("case", _example_cases("flagged") + _file_cases("flagged"), ids=_ids)
def test_flagged_fires_exactly_its_check(case: Case) -> None:
    slug, row = case
    found = _run(slug, row)
    assert [f.slug for f in found] == [slug], [(f.slug, f.message) for f in found]
    if "evidence" in row:
        assert evidence_texts(found[0]) == row["evidence"]
    if "suggestion" in row:
        assert found[0].suggestion is not None
        assert found[0].suggestion.text == row["suggestion"]
    assert len(found[0].message) <= 160, found[0].message


@pytest.mark.parametrize("case", _example_cases("accepted") + _file_cases("accepted"), ids=_ids)
def test_accepted_fires_nothing(case: Case) -> None:
    found = _run(*case)
    assert not found, [(f.slug, f.message, evidence_texts(f)) for f in found]
