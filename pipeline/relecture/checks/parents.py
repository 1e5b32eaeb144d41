"""A parent's age at a birth, the parent's age now and the child's: « elle avait 19 ans à la naissance de son fils, qui vient d'en fêter 21 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.age_gaps import Elapsed, is_of_someone, told_now
from relecture.checks.ages import Age, ages, told_ages
from relecture.checks.prose import sentence_around, with_next
from relecture.fr.time_words import CHILDREN
from relecture.types import Article, Span


@cache
def _mother() -> re.Pattern[str]:
    # « Monique a eu son fils unique à 19 ans », « mère à 19 ans »
    return re.compile(
        rf"\b(?:a eu|eut|avait eu|a mis au monde|a donné naissance à|a accouché de)\s(?P<child>(?:son|sa|leur)\s(?:\w+\s)?(?:{CHILDREN})|un fils|une fille)\b[^.;:,\d]{{0,24}}\sà\s(?:seulement\s|tout juste\s)?$"
        r"|\b(?:mère|maman|père|papa)\sà\s(?:seulement\s|tout juste\s)?$",
        re.I,
    )


@cache
def _had() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:avai[st]|n'avai[st]\sque|ai|avait\sà\speine)\s|\bà\s)(?:tout juste\s|à peine\s|que\s|alors\s)?$",
        re.I,
    )


@cache
def _at_birth() -> re.Pattern[str]:
    # « à la naissance de son fils », « quand sa fille est née »
    return re.compile(
        rf",?\s(?:à\sla\snaissance\sde\s(?:s[oa]n?|leur|m[oa]n?)\s(?:[\w]+\s)?(?:{CHILDREN})\b|(?:quand|lorsque)\s(?:s[oa]n?|leur|m[oa]n?)\s(?:[\w]+\s)?(?:{CHILDREN})\b[^.;:,\d]{{0,24}}\s(?:est|était)\snée?\b)",
        re.I,
    )


@cache
def _first_born() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:aînée?|fils unique|fille unique|seul enfant|premier enfant|premi[eè]re? n\w+)\b", re.I
    )


@cache
def _another() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:petit(?:e|s)?-(?:fil\w+|enfant\w*)|autre|second\w*|deuxième|cadet\w*|benjamin\w*|neveu|nièce|mari|compagn\w+|époux|épouse|conjoint\w*)\b",
        re.I,
    )


@cache
def _child() -> re.Pattern[str]:
    # « Son fils unique, 35 ans », « son aînée Lise (31 ans) »
    return re.compile(
        rf"\b(?:s[oa]n?|leur|l[ea]|ce|cette)\s(?:[\w]+\s)?(?:{CHILDREN})(?:\sunique)?(?:,?\s[A-ZÀ-Þ][\w'-]+)?(?:,\s(?:désormais\s|aujourd'hui\s|maintenant\s)?(?:âgée?\sde\s)?|\s\(|\sâgée?\sde\s|\sa\s(?:aujourd'hui\s|désormais\s|maintenant\s)?)$",
        re.I,
    )


def births_told(article: Article) -> Iterator[Elapsed]:
    """« elle a eu son fils à 19 ans. Elle en a aujourd'hui 40, lui 21 »: her age then, hers now, and his."""
    prose, found = article.text.prose, ages(article)
    for then in found:
        mother = _mother().search(prose, max(0, then.span.start - 90), then.span.start)
        named = bool(mother and mother["child"])
        if mother is None:
            named = _at_birth().match(prose, then.span.end) is not None
            if not named or not _had().search(prose, max(0, then.span.start - 24), then.span.start):
                continue
        yield from _parent(article, then, named=named)


def _parent(article: Article, then: Age, *, named: bool) -> Iterator[Elapsed]:
    """*then* with the parent's age now and the child's; the child is *named*, or may be one of several."""
    prose = article.text.prose
    window = with_next(prose, sentence_around(prose, then.span))
    two = [
        a
        for a in told_ages(article)
        if a.span != then.span and window.contains(a.span) and is_of_someone(prose, a)
    ]
    if len(two) != 2 or two[0].value == two[1].value or _another().search(prose, window.start, window.end):
        return
    if not all(a.bare or told_now(prose, a) or _held(prose, window, a) for a in two):
        return
    child, now = sorted(two, key=lambda a: a.value)
    if child.span.end <= then.span.start:
        return
    # who is a mother at nineteen has had others since
    later = then.value + child.value < now.value and not named
    if not later or _first_born().search(prose, then.span.end, child.span.start):
        yield Elapsed(now, then, child)


@cache
def _subject() -> re.Pattern[str]:
    # « Le relieur de Dole, 57 ans, »
    return re.compile(r"(?:Le|La|L')\s?[^\W\d][\w' -]{2,40},\s(?:âgée?\sde\s)?")


def _held(prose: str, window: Span, age: Age) -> bool:
    if _subject().fullmatch(prose, window.start, age.span.start):
        return True
    return _child().search(prose, max(0, age.span.start - 70), age.span.start) is not None
