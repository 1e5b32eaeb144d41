"""Scoring findings: what was planted and caught, and what was flagged for nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from relecture.evaluate.gold import GoldArticle, Record
from relecture.evaluate.tally import Share, Tally, overlap


@dataclass(slots=True)
class FindingScore:
    """Precision and recall over all articles, and false alarms where nothing was planted.

    ``checks`` counts hits and misses under the gold's slug, false alarms under the finding's.
    ``located`` is the recall when any slug is accepted at the right place. A second finding on a defect
    already caught is an echo: neither a hit nor a false alarm, but not one finding per root cause.
    """

    total: Tally = field(default_factory=Tally)
    checks: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    located: Share = field(default_factory=Share)
    clean_alarms: Share = field(default_factory=Share)
    silent_clean: Share = field(default_factory=Share)
    flawed_alarms: Share = field(default_factory=Share)
    echoes: int = 0
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)


def score_findings(article: GoldArticle, given: list[Record], score: FindingScore) -> None:
    """Add one article's findings to *score*."""
    used: set[int] = set()
    for gold in article.findings:
        fitting = [i for i, finding in enumerate(given) if _same(gold, finding)]
        fresh = [i for i in fitting if i not in used]
        score.located.add(any(_touch(gold, finding) for finding in given))
        if fresh:
            used.update(fresh)
            score.echoes += len(fresh) - 1
            score.total.tp += 1
            score.checks[gold["slug"]].tp += 1
        else:
            score.total.fn += 1
            score.checks[gold["slug"]].fn += 1
            score.missed.append(f"{article.name}: {gold['slug']} {_quoted(gold)}")
    alarms = [finding for i, finding in enumerate(given) if i not in used]
    for finding in alarms:
        score.total.fp += 1
        score.checks[finding["slug"]].fp += 1
        score.false_alarms.append(f"{article.name}: {finding['slug']} {_quoted(finding)}")
    if article.clean:
        score.clean_alarms.add(len(alarms))
        score.silent_clean.add(not alarms)
    else:
        score.flawed_alarms.add(len(alarms))


def _same(gold: Record, finding: Record) -> bool:
    return finding["slug"] in (gold["slug"], *gold["accept"]) and _touch(gold, finding)


def _touch(gold: Record, finding: Record) -> bool:
    return any(overlap(a, b) for a in gold["evidence"] for b in finding["evidence"])


def _quoted(record: Record) -> str:
    return " … ".join(f"« {item['text']} »" for item in record["evidence"])
