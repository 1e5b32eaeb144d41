"""Findings that the author silences in the text: ``<!-- relecture: ignore[slug] raison="…" -->``.

A comment at the end of a paragraph covers that paragraph; alone on its line, it covers the next one. It
names one check or several, apart by commas, and gives its reason, which stays in the file for the next
reader. A comment that silences nothing, or names a check that does not exist, is itself reported, as a
diagnostic and never as a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from relecture.checks.prose import paragraphs
from relecture.checks.registry import by_slug
from relecture.types import Diagnostic, Finding, Span, Text


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: the slugs it names, why, and the stretch of the text it covers."""

    span: Span
    slugs: tuple[str, ...]
    reason: str
    scope: Span


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Findings still standing, those that a comment silences, and what is wrong with the comments."""

    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"<!--\s{0,8}relecture\s?:(?P<inside>[^\n]{0,400}?)-->")


@cache
def _order() -> re.Pattern[str]:
    return re.compile(
        r"""\s*ignore\[(?P<slugs>[\w\s,-]{1,200})\]\s*(?:(?:raison|reason)\s?=\s?["“«]\s?(?P<reason>[^"”»]{1,200}?)\s?["”»])?\s*"""
    )


def read_suppressions(text: Text) -> tuple[tuple[Suppression, ...], tuple[Diagnostic, ...]]:
    """The comments of *text* that ask for silence, and a diagnostic for each that cannot be understood."""
    found: list[Suppression] = []
    trouble: list[Diagnostic] = []
    for match in _comment().finditer(text.raw):
        span = Span(match.start(), match.end())
        order = _order().fullmatch(match["inside"])
        if order is None:
            trouble.append(
                Diagnostic("malformed-suppression", 'expected: relecture: ignore[slug] raison="…"', span)
            )
            continue
        slugs = tuple(s.strip() for s in order["slugs"].split(",") if s.strip())
        for slug in slugs:
            if slug not in by_slug():
                trouble.append(Diagnostic("unknown-suppression", f"no check is called « {slug} »", span))
        if not order["reason"]:
            trouble.append(
                Diagnostic("suppression-without-reason", f"why is {', '.join(slugs)} ignored here?", span)
            )
        known = tuple(by_slug()[s].rule.slug for s in slugs if s in by_slug())
        found.append(Suppression(span, known, order["reason"] or "", _scope(text, span)))
    return tuple(found), tuple(trouble)


def _scope(text: Text, span: Span) -> Span:
    """The paragraph of the comment, or the next one when the comment is alone on its line."""
    start = text.raw.rfind("\n", 0, span.start) + 1
    end = text.raw.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text.raw))
    if text.raw[start : span.start].strip() or text.raw[span.end : line.end].strip():
        return line
    return next((p for p in paragraphs(text.prose) if p.start >= line.end), line)


def suppress(text: Text, findings: Iterable[Finding], ran: Iterable[str]) -> Suppressed:
    """Take away what the comments of *text* silence; *ran* are the slugs of the checks that were run.

    A comment about a check that was not run is not called unused.
    """
    orders, trouble = read_suppressions(text)
    run = set(ran)
    used: set[tuple[Span, str]] = set()
    kept: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        covering = [
            o
            for o in orders
            if finding.slug in o.slugs and any(e.span.overlaps(o.scope) for e in finding.evidence)
        ]
        used |= {(o.span, finding.slug) for o in covering}
        (silenced if covering else kept).append(finding)
    unused = [
        Diagnostic("unused-suppression", f"nothing to ignore here for {slug}", order.span)
        for order in orders
        for slug in order.slugs
        if slug in run and (order.span, slug) not in used
    ]
    return Suppressed(tuple(kept), tuple(silenced), (*trouble, *unused))
