"""One person's two ages, each with its year: « embauché à 16 ans, en 1971, il a soufflé ses 60 bougies en 2015 »."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from relecture.checks.age_spans import held_now, one_person, subject_after
from relecture.checks.ages import Age, ages, in_bare_figures
from relecture.checks.births import births, died
from relecture.checks.calendar import Dated, dated
from relecture.checks.prose import sentences
from relecture.fr.time_words import NOT_AN_AGE, SOMEONE_ELSE
from relecture.memo import kept
from relecture.openings import opened
from relecture.types import Article, Kind, Span

#: The farthest that an age may be from its year, in characters.
_NEAR = 70
#: …and from the year just beside it.
_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Aged:
    """An age and the year in which it was reached."""

    age: Age
    year: int
    date: Span


@cache
def _held() -> re.Pattern[str]:
    # « à 16 ans », « avait 16 ans », « âgé de 16 ans », « fêté ses 60 ans »
    return re.compile(
        r"(?:(?<!jusqu')(?<!\b\d\s)(?<!\b\d\d\s)(?<!ans\s)\bà\s(?:l'âge de\s)?|\bâgée?\sde\s|\b(?:j'ai|j'avais|avait|a|ai|aura|aurai|avais)\s(?:eu\s|alors\s|(?:aujourd'hui|désormais|maintenant)(?:,\sen\s20\d\d,)?\s)?|n'(?:a|avait|avais)\sque\s"
        r"|\b(?:ses|mes)\s)(?:seulement\s|à peine\s|tout juste\s|presque\s)?$",
        re.I,
    )


@cache
def _other() -> re.Pattern[str]:
    # « 30 ans de carrière », « ses 30 ans à la tête du club »
    return re.compile(
        r"\s(?:d'|(?:de|du|des|à(?!\sla\s(?:mort|naissance|fin)\b)|au(?!\s(?:moment|début|lendemain|sortir)\b)|aux|chez|dans|plus|comme|avec|après|sans|passés|ou)\b)",
        re.I,
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SOMEONE_ELSE})", re.I)


@cache
def _no_age() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{NOT_AN_AGE})", re.I)


def _over(prose: str, window: Span, after: Span, one: Dated, other: Dated) -> bool:
    """« Fernand est mort en 2003, à 81 ans. Elle a conduit jusqu'à 92 ans… »: who is dead has no later age."""
    return (
        (other.year or 0) > (one.year or 0)
        and died().search(prose, window.start, window.end) is not None
        and "aurait" not in after.of(prose)  # « disparue à 12 ans, elle en aurait 50 »
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"(?:En (?:19|20)\d\d, )?(?:il|elle|j'|je)\s?", re.I)


def aged_then(article: Article) -> Iterator[tuple[Aged, Aged]]:
    """Two ages of one person in a sentence, or in one and the next that takes the person up, each with its year."""
    prose = article.text.prose
    if sum(d.year is not None for d in article.dates) < 2:
        return
    told = [*ages(article), *candles(article)]
    if not told:
        return
    told += (*in_bare_figures(prose), *_in_turn(prose))
    years = [d for d in dated(article) if d.year is not None]
    found = sentences(prose)
    by_sentence = {at: list(group) for at, group in groupby(years, lambda d: _at(found, d.span))}
    for at, here in by_sentence.items():
        if at < 0:
            continue
        window = found[at]
        following = by_sentence.get(at + 1, [])
        if len(here) == 1 == len(following) and _goes_on().match(prose, found[at + 1].start):
            if "\n" in prose[window.end : found[at + 1].start] or _over(
                prose, window, found[at + 1], here[0], following[0]
            ):
                continue
            here, window = here + following, Span(window.start, found[at + 1].end)
        if len(here) == 2 and not births(prose, window, here):
            inside = [a for a in told if window.contains(a.span)]
            yield from _paired(prose, window, here, inside)
            if len(inside) == 1 and at + 1 < len(found) and at + 1 not in by_sentence:
                yield from _afterwards(article, found[at], found[at + 1], here, inside[0], told)


@cache
def _event() -> re.Pattern[str]:
    # « âgé de 17 ans lors du braquage de la bijouterie, en 2009 »
    return re.compile(
        r"\s(?:lors\s|au\smoment\s|à\sl'époque\s|quand\s)[^.;:\d]{3,60},?\s(?:en\s|le\s|\()", re.I
    )


@cache
def _within() -> re.Pattern[str]:
    # « élue en 1999 à la tête de la régie, à 45 ans »
    return re.compile(r"\s[^.;:\d]{3,60},\s(?:alors\s)?(?:à|âgée?\sde)\s(?:l'âge\sde\s)?(?:seulement\s)?", re.I)


@cache
def _at_that_age() -> re.Pattern[str]:
    return re.compile(r"À\s(?:seulement\s|tout juste\s)?$")


def _afterwards(
    article: Article, here: Span, later: Span, two: Sequence[Dated], then: Age, told: Sequence[Age]
) -> Iterator[tuple[Aged, Aged]]:
    """« Sacrée à 19 ans, en 2012, elle s'est retirée en juillet 2025. À 38 ans, elle… »: the day that the story has reached."""
    prose = article.text.prose
    ages_after = [a for a in told if later.contains(a.span)]
    first, last = two
    if len(ages_after) != 1 or "\n" in prose[here.end : later.start] or (first.year or 0) > (last.year or 0):
        return
    now = ages_after[0]
    at_that = _at_that_age().fullmatch(prose, later.start, now.span.start) and subject_after().match(
        prose, now.span.end
    )
    if at_that and not last.month:
        return
    if not at_that and not (
        held_now(prose, later, now) and one_person(article, Span(here.start, now.span.end))
    ):
        return
    beside = max(then.span.start - first.span.end, first.span.start - then.span.end) <= _BESIDE
    event = _event().fullmatch(prose, then.span.end, first.span.start) is not None
    end = now.span.end
    other = _elsewhere().search(prose, here.start, later.end) or _no_age().search(prose, here.start, end)
    event = event or _within().fullmatch(prose, first.span.end, then.span.start) is not None
    told_then = event or (beside and _of_a_person(prose, here, then))
    if told_then and not other and last.span.start > then.span.end:
        yield Aged(then, first.year or 0, first.span), Aged(now, last.year or 0, last.span)


def _at(found: Sequence[Span], span: Span) -> int:
    at = bisect_right(found, span.start, key=lambda s: s.start) - 1
    return at if at >= 0 and found[at].contains(span) else -1


@kept
def candles(article: Article) -> tuple[Age, ...]:
    """« ses 60 bougies »: an age that is celebrated."""
    return tuple(
        Age(int(q.value), q.span)
        for q in article.quantities
        if q.kind is Kind.COUNT and q.noun in {"bougie", "printemps"} and q.value is not None and q.value < 120
    )


@cache
def _turn() -> re.Pattern[str]:
    # « ministre à 34 ans, en 1981, académicien à 61, en 1998 »
    year = r",?\s(?:en\s|\()(?:19|20)\d\d\)?"
    return re.compile(
        rf"\bà\s\d\d\sans{year}(?:,|\set|\spuis){{1,2}}\s(?:[\w'-]+\s){{1,4}}à\s(?P<age>\d\d)(?={year})"
    )


#: What `_turn` begins with.
_AT = frozenset(("à",))


def _in_turn(prose: str) -> Iterator[Age]:
    """A second age told as the first was, without its « ans »."""
    for match in opened(_turn(), _AT, prose):
        yield Age(int(match["age"]), Span(*match.span("age")), bare=True)


def _paired(prose: str, window: Span, two: list[Dated], told: list[Age]) -> Iterator[tuple[Aged, Aged]]:
    """The two ages of *told* with the year that each stands beside; nothing when there are more, or not so near."""
    if len(told) != 2 or not all(_of_a_person(prose, window, a) for a in told):
        return
    if _no_age().search(prose, window.start, window.end):
        return
    marks: list[Age | Dated] = [*told, *two]
    marks.sort(key=lambda m: m.span)
    aged = []
    for one, other in ((marks[0], marks[1]), (marks[2], marks[3])):
        age, date = (one, other) if isinstance(one, Age) else (other, one)
        gap = prose[one.span.end : other.span.start]
        if (
            not isinstance(age, Age)
            or not isinstance(date, Dated)
            or len(gap) > _NEAR
            or re.search(r"[;.]", gap)
        ):
            return
        aged.append(Aged(age, date.year or 0, date.span))
    opened_by = _of_oneself().match(prose, window.start)
    if not _elsewhere().search(prose, opened_by.end() if opened_by else window.start, marks[3].span.start):
        yield aged[0], aged[1]


@cache
def _of_oneself() -> re.Pattern[str]:
    # « Fille de mineur, Yvette avait 8 ans »
    return re.compile(
        r"(?:Fil(?:le|s)|Petite?-fil(?:le|s)|Mère|Père|Femme|Veu(?:f|ve))\s(?:de|d'|du|des)\b[^.;:\d]{2,40},\s"
    )


def _of_a_person(prose: str, window: Span, age: Age) -> bool:
    if age.bare:
        return True
    held = _held().search(prose, max(window.start, age.span.start - 32), age.span.start)
    if held is None:
        return False
    other = _other().match(prose, age.span.end)
    return other is None or (held[0].startswith(("à", "À")) and other[0].strip() not in {"de", "d'", "ou"})
