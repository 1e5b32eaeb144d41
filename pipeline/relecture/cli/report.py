"""What people read: findings as text on standard output, failures and summaries on standard error."""

from __future__ import annotations

import os
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from relecture.checks.across import Conflict
from relecture.errors import InputError
from relecture.schema import Annotation, Finding

_STYLES = {"error": "1;31", "warning": "33", "check": "36", "style": "2"}
_WORDS = {
    "fr": {
        "error": "erreur",
        "errors": "erreurs",
        "warning": "avertissement",
        "warnings": "avertissements",
        "check": "à vérifier",
        "style": "style",
        "none": "rien à signaler",
        "verified": "vérifié",
        "suggestion": "proposition",
        "across": "entre les articles",
        "given": "fait donné par {} articles",
    },
    "en": {
        "error": "error",
        "errors": "errors",
        "warning": "warning",
        "warnings": "warnings",
        "check": "to check",
        "style": "style",
        "none": "nothing to report",
        "verified": "verified",
        "suggestion": "suggestion",
        "across": "across articles",
        "given": "fact given by {} articles",
    },
}


def failure(error: InputError) -> None:
    """One line on standard error for a source that could not be done."""
    print(f"annotate: {' '.join(str(error).split())}", file=sys.stderr)


def summary(name: str, annotation: Annotation, *, lang: str) -> None:
    """A line on standard error with the counts by severity, when a person is watching."""
    if sys.stderr.isatty():
        print(f"{name}: {_counts(annotation.findings, lang)}", file=sys.stderr)


def findings(name: str, annotation: Annotation, *, lang: str) -> None:
    """Every finding, then what was verified, as text on standard output."""
    words = _WORDS[lang]
    starts = line_starts(annotation.text)
    out = sys.stdout
    for item in annotation.findings:
        line, column = place(starts, item)
        label = _coloured(words[item.severity], _STYLES[item.severity], out)
        print(f"{name}:{line}:{column}: {label} [{item.slug}] {item.message}", file=out)
        quoted = " … ".join(" ".join(e.text.split())[:80] for e in item.evidence)
        print(f"    « {quoted} »", file=out)
        if item.suggestion:
            print(f"    {words['suggestion']} : {item.suggestion.text}", file=out)
    for row in annotation.verifications:
        if row.calculation.verdict == "verified":
            print(f"{name}: {_coloured(words['verified'], '32', out)} [{row.slug}] {row.message}", file=out)
    for diagnostic in annotation.diagnostics:
        print(f"{name}: {diagnostic.message}", file=sys.stderr)
    print(f"{name}: {_counts(annotation.findings, lang)}", file=out)


def conflicts(items: Sequence[Conflict], *, lang: str) -> None:
    """What several articles say of one fact, each passage with its place, as text on standard output."""
    words, out = _WORDS[lang], sys.stdout
    for item in items:
        label = _coloured(words[item.severity], _STYLES[item.severity], out)
        first = item.passages[0]
        print(f"{first.article}:{first.line}:{first.column}: {label} [{item.slug}] {item.message}", file=out)
        for passage in item.passages:
            print(f"    {passage.article}:{passage.line}:{passage.column}: « {passage.said} »", file=out)
        if item.articles > len(item.passages):
            print(f"    {words['given'].format(item.articles)}", file=out)
    print(f"{words['across']} : {_counts(items, lang)}", file=out)


def line_starts(text: str) -> list[int]:
    """Where the lines of *text* begin."""
    return [0, *(at + 1 for at, c in enumerate(text) if c == "\n")]


def place(starts: list[int], finding: Finding) -> tuple[int, int]:
    """Line and column, from 1, of the first evidence of *finding*."""
    first = min(e.start for e in finding.evidence)
    line = bisect_right(starts, first)
    return line, first - starts[line - 1] + 1


def _counts(items: Iterable[Finding | Conflict], lang: str) -> str:
    words = _WORDS[lang]
    counts = Counter(str(item.severity) for item in items)
    listed = (f"{counts[s]} {_agreed(words, s, counts[s])}" for s in _STYLES if counts[s])
    return ", ".join(listed) or words["none"]


def _agreed(words: dict[str, str], severity: str, count: int) -> str:
    """The name of *severity*, plural from 2; « à vérifier » and « style » do not vary."""
    return words.get(f"{severity}s", words[severity]) if count > 1 else words[severity]


def _coloured(text: str, style: str, stream: TextIO) -> str:
    if "NO_COLOR" in os.environ or not stream.isatty():
        return text
    return f"\x1b[{style}m{text}\x1b[0m"
