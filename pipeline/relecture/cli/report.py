"""What people read: findings as text on standard output, failures and summaries on standard error."""

from __future__ import annotations

import os
import sys
from bisect import bisect_right
from collections import Counter
from typing import TextIO

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
    },
}


def failure(error: InputError) -> None:
    """One line on standard error for a source that could not be done."""
    print(f"annotate: {' '.join(str(error).split())}", file=sys.stderr)


def summary(name: str, annotation: Annotation, *, lang: str) -> None:
    """A line on standard error with the counts by severity, when a person is watching."""
    if sys.stderr.isatty():
        print(f"{name}: {_counts(annotation, lang)}", file=sys.stderr)


def findings(name: str, annotation: Annotation, *, lang: str) -> None:
    """Every finding, then what was verified, as text on standard output."""
    words = _WORDS[lang]
    starts = [0, *(at + 1 for at, c in enumerate(annotation.text) if c == "\n")]
    out = sys.stdout
    for item in annotation.findings:
        line, column = _place(starts, item)
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
    print(f"{name}: {_counts(annotation, lang)}", file=out)


def _place(starts: list[int], finding: Finding) -> tuple[int, int]:
    first = min(e.start for e in finding.evidence)
    line = bisect_right(starts, first)
    return line, first - starts[line - 1] + 1


def _counts(annotation: Annotation, lang: str) -> str:
    words = _WORDS[lang]
    counts = Counter(str(f.severity) for f in annotation.findings)
    listed = (f"{counts[s]} {_agreed(words, s, counts[s])}" for s in _STYLES if counts[s])
    return ", ".join(listed) or words["none"]


def _agreed(words: dict[str, str], severity: str, count: int) -> str:
    """The name of *severity*, plural from 2; « à vérifier » and « style » do not vary."""
    return words.get(f"{severity}s", words[severity]) if count > 1 else words[severity]


def _coloured(text: str, style: str, stream: TextIO) -> str:
    if "NO_COLOR" in os.environ or not stream.isatty():
        return text
    return f"\x1b[{style}m{text}\x1b[0m"
