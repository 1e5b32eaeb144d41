"""One person, two ages: named twice, or brought in with « un » and taken up with « le »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.ages import Age, ages
from relecture.checks.around import any_of
from relecture.checks.names import bare, full_pattern, without_opening
from relecture.fr.time_words import PERSON_NOUNS
from relecture.types import Article, Span


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<article>une?|le|la|l'|cet?|cette|du|au)\s?(?P<noun>{any_of(PERSON_NOUNS)}),?\s(?:âgée?\s)?(?:de\s)?$",
        re.I,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{full_pattern()})(?:,\s|\s\()(?:âgée?\sde\s)?$")


@cache
def _opening_at() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?…»]\s|\n)À\s$")


@cache
def _at_head() -> re.Pattern[str]:
    return re.compile(rf",\s(?P<name>{full_pattern()})")


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(
        r"\b(père|mère|fils|fille|grand-père|grand-mère|petit-fils|petite-fille|neveu|oncle|aînée?|cadette?|cadet)\b[\s,:(]*$",
        re.I,
    )


def aged_twice(article: Article) -> Iterator[tuple[Age, Age]]:
    """Two different ages of one person, named twice or brought in with « un » and taken up with « le »."""
    prose = article.text.prose
    known: dict[str, list[Age]] = {}
    introduced: dict[str, list[Age]] = {}
    for age in ages(article):
        before = max(0, age.span.start - 60)
        named = _named().search(prose, before, age.span.start)
        if named:
            name = without_opening(named["name"]) or ""
            kin = _kin().search(prose, max(0, named.start() - 24), named.start())
            if kin:  # « le père, Henri Roy, 85 ans… le fils, Henri Roy, 57 ans »
                name = f"{kin[1]} {name}"
            known.setdefault(bare(name), []).append(Age(age.value, Span(named.start(), age.span.end)))
        elder = (
            _at_head().match(prose, age.span.end)
            if _opening_at().search(prose, before, age.span.start)
            else None
        )
        if elder:
            # « À 43 ans, Jeanne Perrin… » may tell a younger day, not an older one
            mentions = known.get(bare(without_opening(elder["name"]) or ""), [])
            if mentions and mentions[0].value < age.value:
                mentions.append(Age(age.value, Span(age.span.start, elder.end())))
        someone = _someone().search(prose, before, age.span.start)
        if someone is None:
            continue
        whole = Age(age.value, Span(someone.start(), age.span.end))
        earlier = introduced.setdefault(someone["noun"].lower(), [])
        if someone["article"].lower() in {"un", "une"}:
            earlier.append(whole)
        elif len(earlier) == 1 and earlier[0].value != age.value:
            yield earlier[0], whole
            earlier.append(whole)
    for mentions in known.values():
        other = next((m for m in mentions[1:] if m.value != mentions[0].value), None)
        if other is not None:
            yield mentions[0], other
