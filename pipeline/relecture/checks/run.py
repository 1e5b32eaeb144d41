"""Running the checks that the settings ask for, and keeping one finding per root cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from relecture.checks.base import Check, Outcome, Status
from relecture.checks.registry import across_checks, by_slug, checks
from relecture.errors import ConfigurationError
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Verification

#: Findings of one check that an article may show; the rest is counted, not listed (checks.md).
PER_CHECK_LIMIT = 5
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.CHECK, Severity.STYLE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks say of one article; ``hidden`` counts findings over the limit, by slug."""

    findings: tuple[Finding, ...]
    verifications: tuple[Verification, ...]
    hidden: dict[str, int]


@lru_cache(maxsize=8)
def selected(settings: Settings) -> tuple[Check, ...]:
    """The checks that *settings* asks for; raises `ConfigurationError` on an unknown slug."""
    names = by_slug()
    for given in (*settings.select, *settings.ignore):
        if given not in names and not any(c.rule.family == given for c in checks()):
            raise ConfigurationError(f"unknown check « {given} »: see « annotate rules »")
    return tuple(c for c in checks() if _wanted(c, settings))


def selected_across(settings: Settings) -> tuple[Check, ...]:
    """The checks of several articles that *settings* asks for or does not rule out."""
    least = _ORDER.index(settings.min_severity)
    return tuple(c for c in across_checks() if _wanted(c, settings) and _ORDER.index(c.rule.severity) <= least)


def _wanted(check: Check, settings: Settings) -> bool:
    rule = check.rule
    names = {rule.slug, rule.code, rule.family, *rule.aliases}
    if names & set(settings.ignore):
        return False
    if settings.select:
        return bool(names & set(settings.select))
    return rule.status in (Status.DEFAULT, Status.ACROSS) or (
        settings.preview and rule.status is Status.PREVIEW
    )


def run_checks(article: Article, settings: Settings) -> Judgement:
    """Apply the selected checks; findings come in text order, duplicates of one cause dropped."""
    return check_all([article], settings)[0]


def check_all(articles: Sequence[Article], settings: Settings) -> list[Judgement]:
    """`run_checks` for a batch, check by check: what one works with stays in the processor's caches for all."""
    outcomes: list[list[Outcome]] = [[] for _ in articles]
    for check in selected(settings):
        for article, said in zip(articles, outcomes, strict=True):
            said.extend(check.run(article, settings))
    return [_judgement(said, settings) for said in outcomes]


def _judgement(outcomes: Sequence[Outcome], settings: Settings) -> Judgement:
    verified = tuple([o for o in outcomes if isinstance(o, Verification)])
    found = [o for o in outcomes if isinstance(o, Finding) and _shown(o, settings)]
    kept, hidden = _limited(_one_per_cause(found))
    return Judgement(tuple(sorted(kept, key=_position)), verified, hidden)


def _shown(finding: Finding, settings: Settings) -> bool:
    return finding.confidence >= settings.min_confidence and _ORDER.index(finding.severity) <= _ORDER.index(
        settings.min_severity
    )


def _position(finding: Finding) -> tuple[int, int, str]:
    first = min(item.span for item in finding.evidence)
    return first.start, first.end, finding.slug


def _overlap(one: Finding, other: Finding) -> bool:
    return any(a.span.overlaps(b.span) for a in one.evidence for b in other.evidence)


def _one_per_cause(found: list[Finding]) -> list[Finding]:
    names = by_slug()
    kept: list[Finding] = []
    for finding in found:
        causes = [o for o in found if o is not finding and finding.slug in names[o.slug].rule.supersedes]
        if any(_overlap(finding, cause) for cause in causes):
            continue
        if not any(k.slug == finding.slug and k.evidence == finding.evidence for k in kept):
            kept.append(finding)
    return kept


def _limited(found: list[Finding]) -> tuple[list[Finding], dict[str, int]]:
    seen: Counter[str] = Counter()
    kept = []
    for finding in sorted(found, key=_position):
        seen[finding.slug] += 1
        if seen[finding.slug] <= PER_CHECK_LIMIT:
            kept.append(finding)
    return kept, {slug: n - PER_CHECK_LIMIT for slug, n in seen.items() if n > PER_CHECK_LIMIT}
