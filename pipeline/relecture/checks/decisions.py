"""What an editor decided about findings, kept beside the article in ``X.decisions.json``.

    {"schema_version": "1.0", "source_sha256": "…", "decisions": [
      {"fingerprint": "…", "slug": "…", "status": "dismissed", "reason": "quoted", "note": "…", "by": "…"}]}

A fingerprint depends on what a finding says, not on where it stands: decisions outlive edits elsewhere.
The same mechanism serves as a baseline: the fingerprints of an earlier annotation are known, and only what
is new is shown.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from relecture.checks.registry import across_checks
from relecture.errors import InputError
from relecture.types import Diagnostic, Finding

SUFFIX = ".decisions.json"
STATUSES = ("accepted", "dismissed")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; ``status`` is accepted (to be mended) or dismissed (to be left as it is)."""

    fingerprint: str
    slug: str
    status: str
    reason: str = ""
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """Findings still to be shown, those dismissed, and decisions that no longer meet any finding."""

    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def decisions_path(article: Path) -> Path:
    """Where the decisions about *article* are kept: ``note.txt`` has ``note.txt.decisions.json``."""
    return article.with_name(article.name + SUFFIX)


def read_decisions(path: Path) -> dict[str, Decision]:
    """The decisions of *path* by fingerprint, none when there is no such file; raises `InputError` on a bad one."""
    if not path.is_file():
        return {}
    rows = _json(path)
    listed = rows.get("decisions") if isinstance(rows, dict) else None
    if not isinstance(listed, list):
        raise InputError(str(path), "not a file of decisions")
    found: dict[str, Decision] = {}
    for number, row in enumerate(listed, 1):
        if not isinstance(row, dict) or not isinstance(row.get("fingerprint"), str):
            raise InputError(str(path), f"decision {number}: no fingerprint")
        if row.get("status") not in STATUSES:
            raise InputError(
                str(path),
                f"decision {number}: status « {row.get('status')} » is not one of {', '.join(STATUSES)}",
            )
        texts = {
            key: str(row.get(key, "")) for key in ("fingerprint", "slug", "status", "reason", "note", "by")
        }
        found[texts["fingerprint"]] = Decision(**texts)
    return found


def decide(findings: Iterable[Finding], decisions: Mapping[str, Decision]) -> Decided:
    """Take away the dismissed findings; report the decisions that no finding meets any more.

    A decision on what several articles say cannot be judged from one: it is never called stale.
    """
    kept: list[Finding] = []
    dismissed: list[Finding] = []
    met = set()
    for finding in findings:
        decision = decisions.get(finding.fingerprint)
        if decision is not None:
            met.add(finding.fingerprint)
        (dismissed if decision is not None and decision.status == "dismissed" else kept).append(finding)
    across = {check.rule.slug for check in across_checks()} if decisions else set()
    stale = [
        Diagnostic("stale-decision", f"{d.slug or 'a finding'} ({d.fingerprint}): no such finding any more")
        for d in decisions.values()
        if d.fingerprint not in met and d.slug not in across
    ]
    return Decided(tuple(kept), tuple(dismissed), tuple(stale))


def read_baseline(path: Path) -> Counter[str]:
    """How often each fingerprint stands in the annotation *path*; raises `InputError` when it is none."""
    rows = _json(path)
    findings = rows.get("findings") if isinstance(rows, dict) else None
    if not isinstance(findings, list):
        raise InputError(str(path), "not an annotation: no « findings »")
    return Counter(
        str(row["fingerprint"]) for row in findings if isinstance(row, dict) and "fingerprint" in row
    )


class Fingerprinted(Protocol):
    """A finding, ours or as read back from an annotation."""

    @property
    def fingerprint(self) -> str:
        """See `relecture.checks.base.fingerprint`."""


F = TypeVar("F", bound=Fingerprinted)


def only_new(findings: Iterable[F], baseline: Mapping[str, int]) -> tuple[F, ...]:
    """The findings that *baseline* does not hold; one more of the same kind than before is new."""
    left = Counter(baseline)
    new = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"not JSON: {error}") from error
