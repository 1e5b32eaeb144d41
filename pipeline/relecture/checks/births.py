"""Ages that a birth and a date decide: « née en 1990, élue en 2014 à 34 ans », « (1931-2019) … à 98 ans »."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from relecture.checks.ages import Age, ages, in_a_year
from relecture.checks.around import any_of
from relecture.checks.calendar import Dated, dated
from relecture.checks.prose import sentence_around, sentences
from relecture.fr.time_words import BORN, DIED, PERSON_NOUNS, PUBLIC_NOUNS, SOMEONE_ELSE
from relecture.types import Article, Span


@dataclass(frozen=True, slots=True)
class DatedAge:
    """An age, the dates it is held against, their years, and the ages that those allow (both ends included)."""

    age: Age
    dates: tuple[Span, ...]
    years: tuple[int, int]
    allowed: tuple[int, int]

    @property
    def agrees(self) -> bool:
        """True when the dates allow the age."""
        return self.allowed[0] <= self.age.value <= self.allowed[1]


@cache
def _life() -> re.Pattern[str]:
    return re.compile(r"\((?:[^()\d]{0,24})(?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\)")


@cache
def _at_age() -> re.Pattern[str]:
    # « à 46 ans », « âgé de 46 ans », « Anne Roy, 46 ans », « l'élu de 46 ans »
    people = any_of(PERSON_NOUNS | PUBLIC_NOUNS)
    return re.compile(
        r"(?:(?:venait|allait) (?:d'avoir |avoir |de fêter ses |fêter ses )|à (?:l'âge de |seulement |presque |tout juste )?|âgée? de (?:seulement )?|(?-i:[A-ZÀ-Þ])[\w'-]+, "
        r"|(?:(?:j'|\b)avai[st]|\ba|\baura|\baurait eu|j'ai) (?:alors |que |à peine |tout juste |guère ){0,2}"
        rf"|(?:\ble |\bla |\bl'|\bcet |\bcette )(?:{people}) de )$",
        re.I,
    )


@cache
def _spent() -> re.Pattern[str]:
    return re.compile(r"\s(?:de|d'|plus|moins)\s?(?!plus\b)\w", re.I)


@cache
def _sentence() -> re.Pattern[str]:
    # « condamné en 2019 à 18 ans de prison »
    return re.compile(
        r"\s(?:ferme\b|avec\ssursis|dont\b|(?:de\s|d')(?:prison|réclusion|détention|emprisonnement|sursis|bagne|travaux|camp|goulag|inéligibilité|suspension))"
    )


def aged(prose: str, years: Span) -> str:
    """The words that make *years* someone's age, « à », « avait »; none for « il a 20 ans de métier »."""
    held = _at_age().search(prose, max(0, years.start - 40), years.start)
    if (
        held is None
        or _sentence().match(prose, years.end)
        or (held[0].lower().startswith(_HAS) and _spent().match(prose, years.end))
    ):
        return ""
    return held[0].lower()


#: How the words begin that give an age as something one has, and those that do not speak of the day of publication.
_HAS = ("a ", "aura", "avai", "j'a")
_THEN = ("aura", "avai", "j'avai")


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(BORN)})(?!\w)[^\d.;]{{1,36}}$", re.I)


@cache
def died() -> re.Pattern[str]:
    """Someone dies, or is dead."""
    return re.compile(rf"(?<!\w)(?:{any_of(DIED)})(?!\w)", re.I)


def dated_ages(article: Article, day: dt.date | None) -> Iterator[DatedAge]:
    """The ages that dates of their sentence decide, or the day of publication when nothing else is dated."""
    prose = article.text.prose
    for age in (*ages(article), *in_a_year(prose)):
        held = "sa" if age.bare else aged(prose, age.span)
        if not held:
            continue
        sentence = sentence_around(prose, age.span)
        dead = died().search(prose, sentence.start, sentence.end) is not None
        life = _life().search(prose, sentence.start, sentence.end)
        if (
            life
            and not age.bare
            and _would_be().search(prose, max(sentence.start, age.span.start - 40), age.span.start)
        ):
            yield from _would_have(article, age, life, sentence)
            continue
        if life and dead:
            first, last = int(life["born"]), int(life["died"])
            span = Span(life.start("born"), life.end("died"))
            yield DatedAge(age, (span,), (first, last), (last - first - 1, last - first))
            continue
        here = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
        if life and not age.bare:
            # « Camille (1864-1943), entrée à l'asile en 1913, à 48 ans »
            then = [d for d in here if d.span.start >= life.end()]
            span = Span(*life.span("born"))
            if then and age.span.start >= life.end():
                yield from _from_birth(prose, age, Dated(span, None, None, int(life["born"]), None), then, None)
            continue
        born = births(prose, sentence, here)
        others = [d for d in here if d not in born]
        if not born and others:
            born = _born_nearby(article, sentence)
        elif not here and _then_of().search(held):
            born, others = _born_before(article, sentence)
        elif len(born) == len(here) == 1 and _just_reached().search(held):
            others = _dead_before(article, sentence)
        if len(born) == 1:
            yield from _from_birth(prose, age, born[0], others, None if dead or held.startswith(_THEN) else day)


@cache
def _would_be() -> re.Pattern[str]:
    return re.compile(r"\baurait\s(?:eu|fêté|soufflé|atteint|célébré)\s(?:ses\s)?$")


def _would_have(article: Article, age: Age, life: re.Match[str], sentence: Span) -> Iterator[DatedAge]:
    """« (1924-1991) aurait eu 100 ans en 2024 »: the birth of a life told in brackets, and the one other date."""
    span, first = Span(*life.span("born")), int(life["born"])
    others = [d for d in dated(article) if sentence.contains(d.span) and d.year and d.span.start >= life.end()]
    if len(others) == 1:
        last = others[0].year or 0
        yield DatedAge(age, (span, others[0].span), (first, last), (last - first - 1, last - first))


def births(prose: str, sentence: Span, days: Sequence[Dated]) -> list[Dated]:
    """The dates of *days* that are someone's birth: « née en 1950 »."""
    return [d for d in days if _born().search(prose, max(sentence.start, d.span.start - 48), d.span.start)]


@cache
def _taken_up() -> re.Pattern[str]:
    return re.compile(r"[«“\"(]?\s?(?:Il|Elle|Ce|Cette|Le|La|L')\s?(?!y\b)")


def _born_nearby(article: Article, sentence: Span) -> list[Dated]:
    """The birth told in the sentence before or after, where « il » or « elle » takes the person up."""
    prose, found = article.text.prose, sentences(article.text.prose)
    at = bisect_right(found, sentence.start, key=lambda s: s.start) - 1
    born: list[Dated] = []
    for near, later in ((at - 1, at), (at + 1, at + 1)):
        if not 0 <= near < len(found) or "\n" in prose[found[min(near, at)].end : found[max(near, at)].start]:
            continue
        if _taken_up().match(prose, found[later].start):
            days = [d for d in dated(article) if found[near].contains(d.span) and d.year is not None]
            born += births(prose, found[near], days)
    return born


@cache
def _then_of() -> re.Pattern[str]:
    # « elle a alors 38 ans », « il avait 38 ans »: of the date told just before
    return re.compile(r"\ba alors\b|avait (?!que\b)|\bavait alors que\b")


def _born_before(article: Article, sentence: Span) -> tuple[list[Dated], list[Dated]]:
    """A birth and one other date in the sentence before, or in the two before, when *sentence* goes on about the person."""
    prose, found = article.text.prose, sentences(article.text.prose)
    at = bisect_right(found, sentence.start, key=lambda s: s.start) - 1
    goes_on = _goes_on().match(prose, sentence.start)
    if at < 1 or goes_on is None:
        return [], []
    first = found[at - 1]
    days = [d for d in dated(article) if first.contains(d.span) and d.year is not None]
    then = _goes_on().match(prose, first.start) if len(days) == 1 and at > 1 else None
    if then is not None and then["she"] == goes_on["she"]:
        # « Né en 1962, il a grandi ici. Il est mort en 2021. Il avait 49 ans. »
        first = found[at - 2]
        days = [d for d in dated(article) if first.contains(d.span) and d.year is not None] + days
    if "\n" in prose[first.end : sentence.start] or len(days) != 2:
        return [], []
    female = _female().search(prose, first.start, first.end) is not None
    born = births(prose, first, days) if female is (goes_on["she"] is not None) else []
    return born, [d for d in days if d not in born]


@cache
def _just_reached() -> re.Pattern[str]:
    return re.compile(r"\b(?:venait|allait)\b")


def _dead_before(article: Article, sentence: Span) -> list[Dated]:
    """« Il est mort en 2012. Né en 1930, il venait d'avoir 82 ans. »"""
    prose, found = article.text.prose, sentences(article.text.prose)
    at = bisect_right(found, sentence.start, key=lambda s: s.start) - 1
    if at < 1 or "\n" in prose[found[at - 1].end : sentence.start]:
        return []
    before = found[at - 1]
    days = [d for d in dated(article) if before.contains(d.span) and d.year is not None]
    return days if len(days) == 1 and died().search(prose, before.start, before.end) else []


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"[«“\"(]?\s?(?:Il|(?P<she>Elle))\b")


@cache
def _female() -> re.Pattern[str]:
    return re.compile(r"\b(?:née|venue)\b", re.I)


def _from_birth(
    prose: str, age: Age, birth: Dated, others: list[Dated], day: dt.date | None
) -> Iterator[DatedAge]:
    """The age at the only other date of the sentence, or on *day* when there is none."""
    if birth.year is None or len(others) > 1:
        return
    if _of_another().search(prose, age.span.end, max(age.span.end, birth.span.start)):
        return
    if others and others[0].year is not None:
        sentence = sentence_around(prose, age.span)
        then = _of_then().search(prose, max(sentence.start, age.span.start - 16), age.span.start)
        near = others[0].span.end <= sentence.start or (then and others[0].span.end < age.span.start)
        if not near and not _beside(prose, age.span, others[0].span):
            return
        last = others[0]
    elif day is not None and not others:
        last = Dated(age.span, day.day, day.month, day.year, None)
    else:
        return
    year = last.year or 0
    due = allowed(birth, last)
    if due[1] > 0:
        yield DatedAge(age, (birth.span, *(d.span for d in others)), (birth.year, year), due)


def allowed(birth: Dated, last: Dated) -> tuple[int, int]:
    """The ages possible at *last*, to the day or to the month where the dates go that far."""
    years = (last.year or 0) - (birth.year or 0)
    if birth.month and last.month and birth.month != last.month:
        reached = last.month > birth.month
    elif birth.month and last.month and birth.day and last.day:
        reached = last.day >= birth.day
    else:
        return years - 1, years
    return (years, years) if reached else (years - 1, years - 1)


@cache
def _of_another() -> re.Pattern[str]:
    # « elle avait 12 ans, se souvient son frère, né en 1967 »
    return re.compile(
        rf"\b(?:{SOMEONE_ELSE})[^.;:\d]{{0,30}},?\s\(?nées?\s|\b(?:{SOMEONE_ELSE})[^.;:\d]{{0,30}},?\s\(?né\s",
        re.I,
    )


@cache
def _between() -> re.Pattern[str]:
    word = r"(?:à|en|le|âgée? de|l'âge de|alors âgée? de|seulement|au mois de|dès|presque|tout juste|et|dans)"
    return re.compile(rf"[\s,(]*(?:{word}[\s']?){{0,4}}", re.I)


def _beside(prose: str, age: Span, date: Span) -> bool:
    """True when the date is that of the age: « en 2014, à 46 ans », « à 46 ans en 2014 »."""
    first, second = sorted((age, date))
    return _between().fullmatch(prose, first.end, second.start) is not None or (
        (_when() if first is age else _then_aged()).fullmatch(prose, first.end, second.start) is not None
    )


@cache
def _of_then() -> re.Pattern[str]:
    # « le champion de 1984, né en 1960, avait alors 24 ans »
    return re.compile(r"\b(?:avait|a) alors (?:à peine |tout juste )?$")


@cache
def _when() -> re.Pattern[str]:
    # « aura 57 ans lorsqu'il quittera la présidence, en décembre 2024 »
    return re.compile(
        r",?\s(?:lorsqu|quand|au moment|lors d|à l'époque)[^.;:()\d]{2,80}(?:\s|')(?:en|le|à l'été|fin|début)\s"
        # « est entré à 17 ans aux laminoirs de Charleroi, en 1979 »
        r"|\s(?:à|au|aux|chez|dans|comme)\s[^.;:,()\d]{2,40},\s(?:en|dès)\s",
        re.I,
    )


@cache
def _then_aged() -> re.Pattern[str]:
    # « en novembre 1989, j'avais 12 ans », « en 1989, quand il avait »
    return re.compile(
        r",?\s(?:quand\s|alors que\s|lorsqu')?(?:j'|il\s|elle\s)(?:n')?avai[st]\s(?:que\s|déjà\s|alors\s|à peine\s|tout juste\s)?",
        re.I,
    )
