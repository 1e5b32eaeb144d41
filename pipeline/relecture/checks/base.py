"""What a check is: a record that describes it and one function that reads an article.

A check lives in a module of its own, with its manual as docstring, and is listed in `registry`.
Adding one touches that new file, one registry line and its cases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from relecture.fr.typography import typeset
from relecture.settings import Settings
from relecture.types import (
    Article,
    Calculation,
    Evidence,
    Finding,
    Safety,
    Severity,
    Span,
    Suggestion,
    Verification,
)


class Status(StrEnum):
    """Whether a check runs without being asked for."""

    DEFAULT = "default"
    OFF = "off"
    PREVIEW = "preview"
    ACROSS = "across"


#: What a check yields: something wrong, or something checked and found right.
Outcome = Finding | Verification
CheckFunction = Callable[[Article, Settings], Iterator[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The description of a check; the examples are run as tests.

    ``messages`` maps a message key to its template in each language: ``{"default": {"fr": …, "en": …}}``.
    Templates are typed with plain spaces: `localised` makes them unbreakable in French.
    ``code`` is the short alias of the catalogue (« D02 »). ``supersedes`` names checks whose finding on
    overlapping evidence has the same root cause and is dropped when this one fires.
    """

    slug: str
    code: str
    family: str
    severity: Severity
    title: dict[str, str]
    why: dict[str, str]
    messages: dict[str, dict[str, str]]
    flagged: tuple[str, ...]
    accepted: tuple[str, ...]
    false_positives: tuple[str, ...] = ()
    status: Status = Status.DEFAULT
    aliases: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    lacks: str = ""

    def message(self, lang: str, key: str = "default", /, **values: object) -> str:
        """The message *key* in *lang*, filled with *values*; French typography is added to the template."""
        return localised(self.messages[key], lang).format(**values)


def localised(texts: dict[str, str], lang: str) -> str:
    """The text of *lang*, with no-break spaces where French typography wants them."""
    return typeset(texts[lang]) if lang == "fr" else texts[lang]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that applies it; ``manual`` is the module's docstring."""

    rule: Rule
    run: CheckFunction
    manual: str


def evidence(article: Article, span: Span, role: str = "", mention: str | None = None) -> Evidence:
    """Evidence for *span*, with its text exactly as in the article."""
    return Evidence(span=span, text=span.of(article.text.raw), role=role, mention=mention)


def finding(
    rule: Rule,
    settings: Settings,
    items: Sequence[Evidence],
    /,
    key: str = "default",
    *,
    confidence: float,
    severity: Severity | None = None,
    calculation: Calculation | None = None,
    suggestion: str | None = None,
    safety: Safety = Safety.TO_CONFIRM,
    **values: object,
) -> Finding:
    """A finding of *rule* whose message is filled with *values*; every operand must be in *items*."""
    return Finding(
        slug=rule.slug,
        severity=severity or rule.severity,
        confidence=confidence,
        message=rule.message(settings.lang, key, **values),
        explanation=localised(rule.why, settings.lang),
        evidence=tuple(items),
        calculation=calculation,
        suggestion=Suggestion(suggestion, safety) if suggestion is not None else None,
        fingerprint=fingerprint(rule.slug, items),
    )


def verification(
    rule: Rule,
    settings: Settings,
    items: Sequence[Evidence],
    calculation: Calculation,
    /,
    key: str = "verified",
    **values: object,
) -> Verification:
    """What *rule* checked and found right (or could not decide, see the verdict of *calculation*)."""
    return Verification(rule.slug, rule.message(settings.lang, key, **values), tuple(items), calculation)


def fingerprint(slug: str, items: Sequence[Evidence]) -> str:
    """A hash of what is said, not of where: it survives edits elsewhere and changes with the figures."""
    parts = [slug, *(" ".join(item.text.split()) for item in items)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
