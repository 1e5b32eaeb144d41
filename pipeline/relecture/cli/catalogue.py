"""``annotate rules`` and ``annotate explain``: the catalogue of checks as text."""

from __future__ import annotations

import json

from relecture.checks.base import Rule
from relecture.checks.registry import by_slug, catalogue
from relecture.errors import ConfigurationError
from relecture.settings import LANGUAGES


def print_rules(lang: str, *, as_json: bool) -> None:
    """One line a check, or one JSON list."""
    _known(lang)
    rules = [check.rule for check in catalogue()]
    if as_json:
        print(json.dumps([_record(rule, lang) for rule in rules], ensure_ascii=False, indent=2))
        return
    width = max((len(rule.slug) for rule in rules), default=0)
    for rule in rules:
        print(
            f"{rule.code:<4} {rule.slug:<{width}}  "
            f"{rule.severity.value:<8} {rule.status.value:<8} {rule.title[lang]}"
        )


def print_manual(slug: str, lang: str) -> None:
    """The manual of one check; raises `ConfigurationError` when there is no such check."""
    _known(lang)
    check = by_slug().get(slug)
    if check is None:
        raise ConfigurationError(f"unknown check « {slug} »: see « annotate rules »")
    rule = check.rule
    print(f"{rule.slug} ({rule.code}) — {rule.title[lang]}")
    print(f"{rule.severity.value}, {rule.status.value}\n")
    print(check.manual + "\n")
    print(rule.why[lang] + "\n")
    for heading, examples in (("+", rule.flagged), ("-", rule.accepted)):
        for example in examples:
            print(f"  {heading} {example}")
    for known in rule.false_positives:
        print(f"  ! {known}")
    if rule.lacks:
        print(f"\n{rule.lacks}")


def _known(lang: str) -> None:
    if lang not in LANGUAGES:
        raise ConfigurationError(f"--lang: « {lang} » is not one of {', '.join(LANGUAGES)}")


def _record(rule: Rule, lang: str) -> dict[str, str]:
    return {
        "slug": rule.slug,
        "code": rule.code,
        "family": rule.family,
        "severity": rule.severity.value,
        "status": rule.status.value,
        "title": rule.title[lang],
    }
