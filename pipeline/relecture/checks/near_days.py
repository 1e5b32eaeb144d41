"""Weekdays told by another day: « 15 janvier 2026 – … a annoncé ce vendredi », « lundi… le lendemain, jeudi »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.calendar import dateline
from relecture.checks.prose import matching, paragraph_around, sentence_around, sentences
from relecture.dates import WEEKDAYS
from relecture.types import Article, Span

_DAYS = "|".join(WEEKDAYS)
#: A sentence that counts days holds one of these.
_TOLD = ("lendemain", "veille", " jours ")
_APART = {"lendemain": 1, "surlendemain": 2, "veille": -1, "avant-veille": -2}
_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class NearDay:
    """A weekday as written and the one that ``base`` makes it (0 = lundi)."""

    base: Span
    span: Span
    stated: int
    expected: int


def near_days(article: Article) -> Iterator[NearDay]:
    """Every weekday that the dateline or the day before it decides."""
    yield from _of_dateline(article)
    yield from _days_apart(article.text.prose)


@cache
def _this() -> re.Pattern[str]:
    return re.compile(
        rf"\bce (?P<day>{_DAYS})(?! \d| (?:prochain|dernier|\w+ (?:prochain|dernier)))(?!-)\b", re.I
    )


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(r"\b(?:va|vont|doit|doivent|prochain\w*|\w{2,}(?:ra|ront|rait|raient))\b", re.I)


def _of_dateline(article: Article) -> Iterator[NearDay]:
    """« LAUSANNE, 15 janvier 2026 – … a annoncé ce vendredi »: a dispatch is dated the day it tells.

    What is still to come may be another day; a date without a place may be that of a later edition.
    """
    found = dateline(article)
    prose = article.text.prose
    if found is None or found.exact is None or found.span.start == prose.rfind("\n", 0, found.span.start) + 1:
        return
    paragraph = paragraph_around(prose, found.span)
    for match in _this().finditer(prose, found.span.end, paragraph.end):
        span = Span(*match.span("day"))
        sentence = sentence_around(prose, span)
        if _to_come().search(prose, max(sentence.start, found.span.end), sentence.end) is None:
            yield NearDay(found.span, span, WEEKDAYS.index(match["day"].lower()), found.exact.weekday())


@cache
def _apart() -> re.Pattern[str]:
    word = rf"(?P<word>{'|'.join(sorted(_APART, key=len, reverse=True))})"
    moment = r"(?: (?:matin|soir|midi|après-midi|au soir|au matin))?"
    return re.compile(
        rf"\b(?:{word}|(?P<count>{'|'.join(_COUNTS)}) jours (?P<way>plus tard|après|plus tôt|avant)){moment},? (?P<day>{_DAYS})(?!\w)"
        rf"|(?P<day2>{_DAYS}), (?:le |la |l')?(?P<word2>{'|'.join(_APART)})(?! d)(?!\w)",
        re.I,
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_DAYS})(?!s?\w)", re.I)


def _days_apart(prose: str) -> Iterator[NearDay]:
    """« mardi…, et le lendemain, jeudi »: counted from the only weekday said just before."""
    for sentence, match in matching(prose, _TOLD, _apart()):
        base = _day_before(prose, sentence, match.start())
        if base is None:
            continue
        group = "day" if match["day"] else "day2"
        word = match["word"] or match["word2"]
        away = _APART[word.lower()] if word else _COUNTS[match["count"].lower()]
        if match["way"] in ("plus tôt", "avant"):
            away = -away
        expected = (WEEKDAYS.index(base[0].lower()) + away) % 7
        yield NearDay(
            Span(*base.span()), Span(*match.span(group)), WEEKDAYS.index(match[group].lower()), expected
        )


def _day_before(prose: str, sentence: Span, at: int) -> re.Match[str] | None:
    """The only weekday of *sentence* before *at*, or else of the sentence before; ``None`` when there are several."""
    found = list(_weekday().finditer(prose, sentence.start, at))
    if not found:
        before = [
            s for s in sentences(prose) if s.end <= sentence.start and "\n" not in prose[s.end : sentence.start]
        ]
        found = list(_weekday().finditer(prose, before[-1].start, before[-1].end)) if before else []
    return found[0] if len(found) == 1 else None
