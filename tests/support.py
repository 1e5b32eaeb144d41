"""Articles built from a string, without the French model, for fast tests.

Quantities and dates come from the real readers; entities and quotes may be given by hand. Use
`article_of` for a check's input and `outcomes` to run one check on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from relecture.checks.prose import sentences
from relecture.checks.registry import by_slug
from relecture.checks.run import run_checks
from relecture.entities.quotes import read_quotes
from relecture.relations import relate
from relecture.settings import Settings
from relecture.text import build
from relecture.types import (
    Article,
    Entity,
    Finding,
    Label,
    Link,
    Mention,
    Role,
    Segment,
    SegmentRole,
    Source,
    Span,
    Text,
    Verification,
)

CASES = Path(__file__).parent / "cases"


def read_text(raw: str, path: str = "article.txt") -> Text:
    """*raw* as the reader of its format gives it."""
    try:
        from relecture.reading import read_string
    except ImportError:  # the readers are not on this branch yet
        links = [_link(m) for m in re.finditer(r"\[([^\]\n]+)\]\(([^)]*)\)?", raw)]
        targets = [Segment("t", SegmentRole.LINK_TARGET, link.target, masked=True) for link in links]
        body = Segment("s1", SegmentRole.BODY, Span(0, len(raw)))
        return build(raw, source=Source(path=path), segments=[body, *targets], links=links)
    return read_string(raw, path=path)


def _link(match: re.Match[str]) -> Link:
    label, target = Span(*match.span(1)), Span(*match.span(2))
    return Link(Span(*match.span()), label, target, closed=match.group().endswith(")"))


def article_of(
    raw: str,
    *,
    path: str = "article.txt",
    entities: Iterable[Entity] = (),
    **given: Any,
) -> Article:
    """An `Article` of *raw*: reader, quantities, dates, sentences by punctuation; *given* overrides fields."""
    text, names = read_text(raw, path), tuple(entities)
    found = sentences(text.prose)
    fields: dict[str, Any] = {
        "sentences": found,
        "quantities": _optional("relecture.quantities", "read_quantities", text),
        "dates": _optional("relecture.dates", "read_dates", text),
        "quotes": read_quotes(text, found, names),
        "entities": names,
    }
    fields.update(given)
    article = Article(text=text, **fields)
    return article if article.relations else replace(article, relations=relate(article))


def _optional(module: str, function: str, text: Text) -> tuple[Any, ...]:
    from importlib import import_module

    try:
        read = getattr(import_module(module), function)
    except (ImportError, AttributeError):  # that reader is not on this branch yet
        return ()
    return tuple(read(text))


def entity(
    raw: str, canonical: str, *surfaces: str, label: Label = Label.PER, roles: Iterable[Role] = ()
) -> Entity:
    """An entity with every occurrence in *raw* of *canonical* and of the other *surfaces*."""
    mentions = []
    for surface in (canonical, *surfaces):
        at = raw.find(surface)
        while at >= 0:
            mentions.append(Mention(span=Span(at, at + len(surface)), text=surface))
            at = raw.find(surface, at + len(surface))
    kept = [m for m in mentions if not any(o is not m and o.span.contains(m.span) for o in mentions)]
    kept.sort(key=lambda m: m.span)
    return Entity(id=canonical, label=label, canonical=canonical, mentions=tuple(kept), roles=tuple(roles))


def outcomes(slug: str, article: Article, settings: Settings | None = None) -> list[Finding | Verification]:
    """What the check *slug* alone yields on *article*, whatever its status."""
    return list(by_slug()[slug].run(article, settings or Settings()))


def findings(slug: str, raw: str, **given: Any) -> list[Finding]:
    """The findings of the check *slug* alone on *raw*."""
    return [o for o in outcomes(slug, article_of(raw, **given)) if isinstance(o, Finding)]


def all_findings(raw: str, settings: Settings | None = None, **given: Any) -> tuple[Finding, ...]:
    """The findings of every selected check on *raw*, one per root cause."""
    return run_checks(article_of(raw, **given), settings or Settings()).findings


def evidence_texts(finding: Finding) -> list[str]:
    """The evidence of *finding*, as written."""
    return [item.text for item in finding.evidence]


def load_cases(name: str) -> list[Any]:
    """The rows of ``tests/cases/NAME``."""
    return list(yaml.safe_load((CASES / name).read_text(encoding="utf-8")))
