"""SARIF 2.1.0: one run, one result a finding, for GitHub code scanning and every SARIF viewer.

Columns count UTF-16 code units and say so. Where the text was drawn out of another format (HTML, docx…)
line and column would not be those of the file: such a result has no region, but names the paragraph.
A dismissed finding is a suppressed result, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from relecture.review.export.base import Output, pretty
from relecture.review.export.places import Lines
from relecture.review.load import Reviewed
from relecture.schema import Annotation, Evidence, Finding, Suggestion

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "check": "note", "style": "note"}
#: Sources that a line and a column in the text still point into.
_PLAIN = ("text/plain", "text/markdown")


def export(items: Sequence[Reviewed]) -> Iterator[Output]:
    """One SARIF file for all of *items*."""
    rules: dict[str, int] = {}
    described: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    for index, item in enumerate(items):
        lines = Lines(item.annotation.text)
        for finding in item.annotation.findings:
            if finding.slug not in rules:
                rules[finding.slug] = len(rules)
                described.append(_rule(finding))
            results.append(_result(finding, rules[finding.slug], index, item, lines))
    version = items[0].annotation.generator.version if items else "0"
    driver = {"name": "relecture", "version": version, "rules": described}
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder of the articles."}}},
        "artifacts": [_artifact(item.annotation) for item in items],
        "results": results,
    }
    yield "relecture.sarif", pretty({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(finding: Finding) -> dict[str, Any]:
    title = finding.slug.replace("-", " ").capitalize() + "."
    why = finding.explanation or finding.message
    return {
        "id": finding.slug,
        "name": "".join(part.capitalize() for part in finding.slug.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": why},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _location(annotation: Annotation, index: int | None = None) -> dict[str, Any]:
    path = PurePosixPath(annotation.source.path.replace("\\", "/"))
    where: dict[str, Any] = {"index": index} if index is not None else {}
    if path.is_absolute():
        return {"uri": "file://" + quote(str(path)), **where}
    return {"uri": quote(str(path)), "uriBaseId": "SRCROOT", **where}


def _artifact(annotation: Annotation) -> dict[str, Any]:
    source = annotation.source
    described: dict[str, Any] = {"location": _location(annotation), "mimeType": source.media_type}
    if _plain(annotation):
        described["encoding"] = source.encoding
    if source.sha256:
        described["hashes"] = {"sha-256": source.sha256}
    return described


def _plain(annotation: Annotation) -> bool:
    return annotation.source.media_type in _PLAIN and not annotation.source_map


def _result(finding: Finding, rule: int, index: int, item: Reviewed, lines: Lines) -> dict[str, Any]:
    annotation = item.annotation
    first, *others = finding.evidence
    result: dict[str, Any] = {
        "ruleId": finding.slug,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "rank": round(100 * finding.confidence, 1),
        "message": {"text": finding.message},
        "locations": [_evidence(first, annotation, index, lines)],
        "partialFingerprints": {"relecture/v1": finding.fingerprint},
        "properties": {"severity": finding.severity},
    }
    if others:
        result["relatedLocations"] = [
            {"id": n, "message": {"text": e.role or e.text}, **_evidence(e, annotation, index, lines)}
            for n, e in enumerate(others, 1)
        ]
    if finding.calculation is not None:
        result["properties"]["calculation"] = finding.calculation.model_dump(exclude_none=True)
    if finding.suggestion is not None and _plain(annotation):
        result["fixes"] = [_fix(first, finding.suggestion, annotation, index, lines)]
    suppression = _suppression(item, finding)
    if suppression is not None:
        result["suppressions"] = [suppression]
    return result


def _evidence(evidence: Evidence, annotation: Annotation, index: int, lines: Lines) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _location(annotation, index)}
    if _plain(annotation):
        physical["region"] = {**_region(evidence, lines), "snippet": {"text": evidence.text}}
        return {"physicalLocation": physical}
    inside = [s for s in annotation.segments if s.locator and s.start <= evidence.start < s.end]
    named = min(inside, key=lambda s: s.end - s.start, default=None)
    if named is None:
        return {"physicalLocation": physical}
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": named.locator}]}


def _region(evidence: Evidence, lines: Lines) -> dict[str, int]:
    line, column = lines.place(evidence.start)
    end_line, end_column = lines.place(evidence.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(
    evidence: Evidence, suggestion: Suggestion, annotation: Annotation, index: int, lines: Lines
) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(evidence, lines),
        "insertedContent": {"text": suggestion.text},
    }
    change = {"artifactLocation": _location(annotation, index), "replacements": [replacement]}
    return {"description": {"text": f"{suggestion.text} ({suggestion.safety})"}, "artifactChanges": [change]}


def _suppression(item: Reviewed, finding: Finding) -> dict[str, str] | None:
    decision = item.decisions.get(finding.fingerprint)
    if decision is None or decision.status != "dismissed":
        return None
    why = ", ".join(part for part in (decision.reason, decision.note) if part)
    return {"kind": "external", "status": "accepted", **({"justification": why} if why else {})}
