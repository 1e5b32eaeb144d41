"""One person's two ages and the years between, told over two sentences: « Elle avait 24 ans… Trente ans plus tard, Rose, 67 ans ».

Also the years that someone stays (« entré à 19 ans, il y est resté quarante et un ans, parti à 56 ans »), which two ages
bound, and the day that a story has reached (« élu en 1989, à 31 ans, il part en 2026. Il aura alors 74 ans »).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from relecture.checks.age_gaps import Elapsed
from relecture.checks.ages import Age, ages, told_ages
from relecture.checks.prose import following, preceding, sentence_around, sentences
from relecture.fr.time_words import ENTERS, HARMED, NOT_AN_AGE, SOMEONE_ELSE, STARTS
from relecture.openings import opened
from relecture.quantities.numbers import read_number
from relecture.types import Article, Label, Span

#: What follows the years that have gone by since the sentence before.
_AFTER = (" plus tard, ", " après, ", " plus tard ")
#: How far before an age its words may begin, in characters.
_BEFORE = 48


def one_person(article: Article, window: Span) -> bool:
    """True when *window* tells of one person at most: no kin, no second name, no sentence of a court."""
    prose = article.text.prose
    if _another().search(prose, window.start, window.end):
        return False
    return one_named(article, window)


def one_named(article: Article, window: Span) -> bool:
    """True when the model sees one person at most in *window*."""
    people = {
        entity.id
        for entity in article.entities
        if entity.label is Label.PER and any(window.contains(m.span) for m in entity.mentions)
    }
    return len(people) <= 1


@cache
def _another() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SOMEONE_ELSE}|{NOT_AN_AGE})", re.I)


def held_now(prose: str, sentence: Span, age: Age) -> bool:
    """True when *age* is that of the one whom *sentence*, its words up to the age, takes up, on the day it tells."""
    said = _now().fullmatch(prose, sentence.start, age.span.start)
    if said is None or _of_something().match(prose, age.span.end):
        return False
    if _victim().search(said[0]):
        return False
    return said["at"] is None or subject_after().match(prose, age.span.end) is not None


@cache
def _now() -> re.Pattern[str]:
    today = r"(?:aujourd'hui|désormais|maintenant|alors|à présent)"
    only = r"(?:que\s|déjà\s|à\speine\s|tout\sjuste\s)?"
    return re.compile(
        rf"[«\s]*(?:(?P<at>(?:{today},?\s)?à\s(?:l'âge\sde\s)?)"
        rf"|(?:il|elle)\s(?:n')?(?:en\s)?(?:a|aura|avait)\s(?:{today}\s)?{only}"
        rf"|{today},?\s(?:il|elle)\s(?:en\s)?a\s|{today}\sâgée?\sde\s"
        rf"|(?:le\s|la\s|l'|cet\s|cette\s|ce\s)[\w'-]{{3,20}}(?:\s[\w'-]{{3,20}})?,?\s(?:{today}\s)(?:âgée?\sde\s)?"
        rf"|(?:le\s|la\s|l'|cet\s|cette\s|ce\s)[\w'-]{{3,20}}(?:\s[\w'-]{{3,20}})?\s(?:a|en\sa)\s{today}\s)",
        re.I,
    )


@cache
def _victim() -> re.Pattern[str]:
    # who is aged beside an accused is another
    return re.compile(rf"\b(?:{HARMED}|plaignante?)\b", re.I)


@cache
def subject_after() -> re.Pattern[str]:
    return re.compile(r",\s(?:il|elle|l'|le\s|la\s|cet?\s|cette\s)", re.I)


@cache
def _of_something() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:de\s|d'|quand|lorsqu|à\s(?:l'époque|son|sa|la)|plus|en\s(?:19|20)|au\smoment)", re.I
    )


@cache
def _then() -> re.Pattern[str]:
    # « Elle avait 24 ans quand », « à 35 ans, »
    return re.compile(
        r"(?:\b(?:avait|n'avait\sque|avait\sà\speine|n'a\sque|a\stout\sjuste)\s|(?<!\d\s)(?<!ans\s)\bà\s(?:l'âge\sde\s)?(?:seulement\s|tout\sjuste\s|à\speine\s)?)$",
        re.I,
    )


def _is_then(prose: str, sentence: Span, age: Age) -> bool:
    started = max(sentence.start, age.span.start - _BEFORE)
    return _then().search(prose, started, age.span.start) is not None and not re.match(
        r"\s(?:de\s|d')", prose[age.span.end : age.span.end + 4]
    )


def later(article: Article) -> Iterator[Elapsed]:
    """« Elle avait 24 ans quand… Trente-sept ans plus tard, Mireille, 67 ans, … »; « Il y a vingt ans, à 35 ans, … À 45 ans, elle… »."""
    prose, found = article.text.prose, sentences(article.text.prose)
    for gap in ages(article):
        at = bisect_right(found, gap.span.start, key=lambda s: s.start) - 1
        if at < 0:
            continue
        here = found[at]
        after = next((w for w in _AFTER if prose.startswith(w, gap.span.end)), "")
        if after and gap.span.start - here.start <= 2 and at > 0:
            before, now_in = found[at - 1], here
            start = gap.span.end + len(after)
        elif _ago().search(prose, max(here.start, gap.span.start - 20), gap.span.start):
            before, now_in = here, following(prose, here)
            start = now_in.start
        else:
            continue
        window = Span(before.start, now_in.end)
        if before == now_in or "\n" in prose[before.end : now_in.start]:
            continue
        two = [a for a in told_ages(article) if a is not gap and window.contains(a.span)]
        if len(two) != 2 or not before.contains(two[0].span) or not now_in.contains(two[1].span):
            continue
        then, now = two
        said = held_now(prose, Span(start, now_in.end), now) or _by_name().fullmatch(
            prose, start, now.span.start
        )
        if said and _is_then(prose, before, then) and one_person(article, window):
            yield Elapsed(now, then, gap)


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(r"\b(?:il\sy\sa|voilà|cela\sfait)\s(?:tout\sjuste\s|exactement\s)?$", re.I)


@cache
def _event() -> re.Pattern[str]:
    # « (dix ans) après son premier titre, décroché à »
    return re.compile(
        r"\saprès\s(?:son|sa|ses)\s[^.;:()\d]{3,70}?,\s(?:[\w'-]+(?:é|i|u|is)e?s?\s)?à\s(?:l'âge\sde\s|seulement\s|tout\sjuste\s|à\speine\s)?",
        re.I,
    )


@cache
def _main() -> re.Pattern[str]:
    # « , la skieuse, », « , Ana Roy a », up to the age now
    return re.compile(
        r",\s(?:(?:[Ll][ae]\s|[Ll]'|[A-ZÀ-Þ])[\w' -]{1,40},\s(?:aujourd'hui\s|désormais\s|maintenant\s)?(?:âgée?\sde\s)?|(?:il|elle)\s(?:en\s)?a\s(?:aujourd'hui\s)?)"
    )


def since_event(article: Article) -> Iterator[Elapsed]:
    """« Dix ans après son premier titre, décroché à 23 ans, la skieuse, 33 ans, … »: the age at the event, and now."""
    prose = article.text.prose
    for gap in ages(article):
        if not prose.startswith(" après s", gap.span.end):
            continue
        sentence = sentence_around(prose, gap.span)
        two = [a for a in told_ages(article) if a.span != gap.span and sentence.contains(a.span)]
        if len(two) != 2 or not one_person(article, Span(sentence.start, two[1].span.end)):
            continue
        then, now = two
        told = _event().fullmatch(prose, gap.span.end, then.span.start)
        if told and _main().fullmatch(prose, then.span.end, now.span.start):
            yield Elapsed(now, then, gap)


@cache
def _by_name() -> re.Pattern[str]:
    # « Mireille, 67 ans, »
    return re.compile(r"(?-i:[A-ZÀ-Þ])[\w'-]+(?:\s(?-i:[A-ZÀ-Þ])[\w'-]+){0,2},\s(?:âgée?\sde\s)?", re.I)


# ---------------------------------------------------------------- the years that someone stays


@cache
def _stay() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:rest|pass|travaill|œuvr|trim|serv|demeur|tenu|tiendr|enseign)\w*\s(?:ensuite\s|encore\s|plus\sde\s|près\sde\s)?"
        r"|\b(?:après|pendant|durant|depuis)\s|,\sdont\s)$",
        re.I,
    )


@cache
def _dont() -> re.Pattern[str]:
    # « À 58 ans, dont quarante passés à la fonderie »
    return re.compile(r"\bans,?\sdont\s")


#: What `_dont` begins with.
_DONT = frozenset(("ans dont", "ans, dont"))


def passed(prose: str) -> Iterator[Age]:
    """Years told after « dont » without their « ans »."""
    for match in opened(_dont(), _DONT, prose):
        number = read_number(prose, match.end())
        if number is None or number.value is None or not 5 < number.value < 90:
            continue
        if number.value == int(number.value) and re.match(r"\s(?:passé|consacré)", prose[number.end :][:12]):
            yield Age(int(number.value), Span(number.start, number.end), bare=True)


@cache
def _entered() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{ENTERS})(?!\w)[^.;:\d]{{0,60}}\bà\s(?:l'âge\sde\s|seulement\s|tout\sjuste\s)?$", re.I
    )


@cache
def _enters() -> re.Pattern[str]:
    # « À 19 ans, il entre à la mine »
    return re.compile(
        rf",\s(?:il|elle|j'|je)\s?(?:est\s|était\s|a\s|avait\s|ai\s|suis\s)?(?:{ENTERS}|{STARTS})(?!\w)", re.I
    )


@cache
def _at() -> re.Pattern[str]:
    return re.compile(r"\bà\s(?:l'âge\sde\s|seulement\s|tout\sjuste\s|à\speine\s|presque\s)?$", re.I)


def stays(article: Article) -> Iterator[Elapsed]:
    """« entré à 19 ans… y est resté quarante et un ans… à 56 ans »: more years than the two ages leave, or ten less."""
    prose, found = article.text.prose, ages(article)
    for gap in (*found, *passed(prose)):
        if not _stay().search(prose, max(0, gap.span.start - 32), gap.span.start):
            continue
        sentence = sentence_around(prose, gap.span)
        for window in _windows(prose, sentence):
            two = [a for a in told_ages(article) if a.span != gap.span and window.contains(a.span)]
            if len(two) != 2:
                continue
            young, old = sorted(two, key=lambda a: a.value)
            between = old.value - young.value
            if (
                between > 0
                and (gap.value > between or between - gap.value == 10)
                and (
                    _entered().search(prose, max(window.start, young.span.start - 100), young.span.start)
                    or _enters().match(prose, young.span.end)
                )
                and _aged_now(prose, window, old)
                and not re.match(r"\s(?:de\s|d')", prose[old.span.end : old.span.end + 4])
                and one_person(article, window)
            ):
                yield Elapsed(old, young, gap)
            break


@cache
def _of_noun() -> re.Pattern[str]:
    # « Cet ancien ouvrier de 64 ans »
    return re.compile(r"(?:Cet?|Cette|Le|La|L')\s?[\w'-]+(?:\s[\w'-]+){0,2}\sde\s")


def _aged_now(prose: str, window: Span, age: Age) -> bool:
    """True when *age* is the one that the stay leads to: « à 56 ans », « Jean Petit, 58 ans », « elle en a 52 »."""
    return (
        age.bare
        or _at().search(prose, max(window.start, age.span.start - 24), age.span.start) is not None
        or _by_name().fullmatch(prose, window.start, age.span.start) is not None
        or _of_noun().fullmatch(prose, window.start, age.span.start) is not None
    )


def _windows(prose: str, sentence: Span) -> Sequence[Span]:
    """*sentence*, with the one after, with the one before, with both, in a paragraph."""
    after, back = following(prose, sentence), preceding(prose, sentence)
    return (
        sentence,
        Span(sentence.start, after.end),
        Span(back.start, sentence.end),
        Span(back.start, after.end),
    )
