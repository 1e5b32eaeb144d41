"""An age that the dates of the same sentence, or the same person's other age, contradict.

Shapes: a life between parentheses and an age at death (« (1931-2019) … à 98 ans »); a birth, a date and an
age (« née en 1990, élue en 2014 à 34 ans »); two ages and the years between (« j'ai 42 ans, j'en avais 20
il y a trente ans »); a decade and an age (« le sexagénaire de 54 ans »); one person, two ages (« un homme
de 45 ans … l'homme de 54 ans », « Luc Perrin, 45 ans … Luc Perrin, 54 ans »).

A birthday not yet reached takes a year off; full dates give the exact age. Ages that a word moves in time
(« à l'époque », « il avait ») are held only against the dates given with them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.base import Outcome, Rule, evidence, finding, verification
from relecture.checks.calendar import Dated, dated, published
from relecture.checks.names import bare, full_pattern
from relecture.checks.prose import sentence_around
from relecture.fr.time_words import BORN, DECADES, DIED, PERSON_NOUNS, PUBLIC_NOUNS
from relecture.quantities.numbers import read_number
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Severity, Span, Verdict

RULE = Rule(
    slug="age-mismatch",
    code="T04",
    family="T",
    severity=Severity.WARNING,
    title={"fr": "Âge et dates discordants", "en": "Age and dates disagree"},
    why={
        "fr": "L’âge se calcule d’après les dates du texte : quand il en diffère, l’un ou l’autre est faux.",
        "en": "The age follows from the dates in the text: when it differs, one or the other is wrong.",
    },
    messages={
        "default": {
            "fr": "D’après les dates ({first}-{last}), cela fait {expected} ans, pas {stated}.",
            "en": "The dates ({first}-{last}) make {expected} years, not {stated}.",
        },
        "sum": {
            "fr": "{then} ans il y a {gap} ans : cela fait {expected} ans, pas {stated}.",
            "en": "{then} years old {gap} years ago: that makes {expected}, not {stated}.",
        },
        "decade": {
            "fr": "Un {word} a entre {low} et {high} ans ; le texte dit {stated} ans.",
            "en": "A “{word}” is between {low} and {high}; the text says {stated}.",
        },
        "twice": {
            "fr": "Deux âges pour la même personne : {one} ans, puis {other} ans ?",
            "en": "Two ages for the same person: {one}, then {other}?",
        },
        "verified": {
            "fr": "D’après les dates ({first}-{last}) : {stated} ans, c’est exact.",
            "en": "The dates ({first}-{last}) do make {stated} years.",
        },
    },
    flagged=(
        "Le sculpteur Aimé Carlier (1931-2004) est mort à 83 ans.",
        "Née en 1978, elle a été élue maire en 2014, à 46 ans.",
        "« J’ai 50 ans et j’en avais 15 quand l’usine a ouvert, il y a vingt ans », dit Lucien.",
        "Le septuagénaire de 63 ans a été secouru par les pompiers.",
        "Un cycliste de 31 ans a été renversé à Dole. Le cycliste de 51 ans souffre d’une fracture.",
    ),
    accepted=(
        "Le sculpteur Aimé Carlier (1931-2004) est mort à 72 ans.",
        "Née en 1978, elle a été élue maire en 2014, à 35 ans.",
        "« J’ai 35 ans et j’en avais 15 quand l’usine a ouvert, il y a vingt ans », dit Lucien.",
        "Le sexagénaire de 63 ans a été secouru par les pompiers.",
        "Un cycliste de 31 ans et une cycliste de 28 ans ont été renversés à Dole. Le cycliste de 31 ans est indemne.",
    ),
    false_positives=(
        "Un âge arrondi dans une citation (« à quarante ans passés »).",
        "Deux victimes différentes désignées par le même nom commun avec l’article défini.",
    ),
)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """Dates and age, two ages and a gap, decades, one person aged twice."""
    yield from _dated_ages(article, settings)
    yield from _elapsed(article, settings)
    yield from _decades(article, settings)
    yield from _aged_twice(article, settings)


@dataclass(frozen=True, slots=True)
class _Age:
    value: int
    span: Span


def _ages(article: Article, within: Span | None = None) -> list[_Age]:
    """« 63 ans » for everything the reader gives in years that can be an age."""
    return [
        _Age(int(q.value), q.span)
        for q in article.quantities
        if q.unit
        and q.unit.canonical == "year"
        and q.value is not None
        and q.value == int(q.value)
        and 0 < q.value < 120
        and (within is None or within.contains(q.span))
    ]


# ---------------------------------------------------------------- birth, date, age


@cache
def _life() -> re.Pattern[str]:
    return re.compile(r"\((?:[^()\d]{0,24})(?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\)")


@cache
def _at_age() -> re.Pattern[str]:
    # « à 46 ans », « âgé de 46 ans », « l'élu de 46 ans »
    people = "|".join(sorted(PERSON_NOUNS | PUBLIC_NOUNS, key=len, reverse=True))
    return re.compile(
        rf"(?:à (?:l'âge de |seulement |presque |tout juste )?|âgée? de (?:seulement )?|[A-ZÀ-Þ][\w'-]+, |(?:\ble |\bla |\bl'|\bcet |\bcette )(?:{people}) de )$",
        re.I,
    )


@cache
def _word(listed: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(listed, key=len, reverse=True))})(?!\w)", re.I)


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"{_word(BORN).pattern}[^\d.;]{{1,36}}$", re.I)


def _dated_ages(article: Article, settings: Settings) -> Iterator[Outcome]:
    prose = article.text.prose
    days = dated(article)
    day = published(article, settings)
    for age in _ages(article):
        if not _at_age().search(prose, max(0, age.span.start - 40), age.span.start):
            continue
        sentence = sentence_around(prose, age.span)
        life = _life().search(prose, sentence.start, sentence.end)
        if life and _word(DIED).search(prose, sentence.start, sentence.end):
            first, last = int(life["born"]), int(life["died"])
            yield _held(
                article,
                settings,
                age,
                [Span(life.start("born"), life.end("died"))],
                (first, last),
                (last - first - 1, last - first),
            )
            continue
        inside = [d for d in days if sentence.contains(d.span) and d.year is not None]
        births = [
            d for d in inside if _born().search(prose, max(sentence.start, d.span.start - 48), d.span.start)
        ]
        if len(births) != 1:
            continue
        others = [d for d in inside if d is not births[0]]
        yield from _from_birth(article, settings, age, births[0], others, day)


def _from_birth(
    article: Article, settings: Settings, age: _Age, birth: Dated, others: list[Dated], day: dt.date | None
) -> Iterator[Outcome]:
    """The age at the only other date of the sentence, or at publication when there is none."""
    if birth.year is None or len(others) > 1:
        return
    spans = [birth.span, *(d.span for d in others)]
    if others and others[0].year is not None:
        if not _beside(article.text.prose, age.span, others[0].span):
            return
        last_year, last = others[0].year, others[0].exact
    elif (
        day is not None
        and not others
        and _word(DIED).search(article.text.prose, *_bounds(article, age)) is None
    ):
        last_year, last = day.year, day
    else:
        return
    first = birth.exact
    if first and last:
        exact = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        accepted = (exact, exact)
    else:
        accepted = (last_year - birth.year - 1, last_year - birth.year)
    if accepted[1] > 0:
        yield _held(article, settings, age, spans, (birth.year, last_year), accepted)


def _beside(prose: str, age: Span, date: Span) -> bool:
    """True when the date is that of the age: « en 2014, à 46 ans », « à 46 ans en 2014 »."""
    first, second = sorted((age, date))
    gap = prose[first.end : second.start]
    return (
        re.fullmatch(
            r"[\s,(]*(?:(?:à|en|le|âgée? de|l'âge de|alors âgée? de|seulement|au mois de|dès|presque|tout juste|et)[\s']?)*",
            gap,
            re.I,
        )
        is not None
    )


def _bounds(article: Article, age: _Age) -> tuple[int, int]:
    sentence = sentence_around(article.text.prose, age.span)
    return sentence.start, sentence.end


def _held(
    article: Article,
    settings: Settings,
    age: _Age,
    spans: list[Span],
    years: tuple[int, int],
    accepted: tuple[int, int],
) -> Outcome:
    items = [evidence(article, s, "date") for s in spans] + [evidence(article, age.span, "âge")]
    expected = f"{accepted[0]}" if accepted[0] == accepted[1] else f"{accepted[0]} ou {accepted[1]}"
    right = accepted[0] <= age.value <= accepted[1]
    verdict = Verdict.VERIFIED if right else Verdict.INCONSISTENT
    calculation = Calculation("age", str(age.value), expected, verdict)
    if right:
        return verification(RULE, settings, items, calculation, first=years[0], last=years[1], stated=age.value)
    return finding(
        RULE,
        settings,
        items,
        confidence=0.93,
        calculation=calculation,
        first=years[0],
        last=years[1],
        expected=expected,
        stated=age.value,
    )


# ---------------------------------------------------------------- two ages and the years between


@cache
def _now() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:j'ai|il a|elle a|qui a|nous avons|en a|aujourd'hui âgée? de)\s(?:aujourd'hui\s|maintenant\s)?(?P<age>)",
        re.I,
    )


@cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:j'(?:en\s)?|en\s|il\s|elle\s|n'en\s)(?:avais|avait)|n'(?:avais|avait))\s(?:que\s|tout juste\s|alors\s|à peine\s)?(?P<age>)",
        re.I,
    )


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(r"\bil y a\s(?:tout juste\s|exactement\s)?(?P<age>)", re.I)


def _elapsed(article: Article, settings: Settings) -> Iterator[Finding]:
    """« J'ai 42 ans et j'en avais 20 quand …, il y a trente ans. »"""
    prose = article.text.prose
    for match in _then().finditer(prose):
        sentence = sentence_around(prose, Span(match.start(), match.end()))
        then = _number(prose, match.end())
        now = _first(prose, _now(), sentence)
        gap = _first(prose, _ago(), sentence)
        if then is None or now is None or gap is None or not prose.startswith(" ans", gap.span.end):
            continue
        if abs(then.value + gap.value - now.value) > 1:
            yield finding(
                RULE,
                settings,
                [
                    evidence(article, _years(prose, a.span), r)
                    for a, r in ((now, "âge"), (then, "âge"), (gap, "durée"))
                ],
                "sum",
                confidence=0.93,
                calculation=Calculation(
                    "age", str(now.value), str(then.value + gap.value), Verdict.INCONSISTENT
                ),
                then=then.value,
                gap=gap.value,
                expected=then.value + gap.value,
                stated=now.value,
            )


def _first(prose: str, pattern: re.Pattern[str], sentence: Span) -> _Age | None:
    for match in pattern.finditer(prose, sentence.start, sentence.end):
        found = _number(prose, match.end())
        if found is not None:
            return found
    return None


def _number(prose: str, at: int) -> _Age | None:
    """The whole number, in digits or words, that starts at *at*."""
    number = read_number(prose, at)
    if (
        number is None
        or number.value is None
        or number.value != int(number.value)
        or not 0 < number.value < 120
    ):
        return None
    return _Age(int(number.value), Span(number.start, number.end))


def _years(prose: str, span: Span) -> Span:
    return Span(span.start, span.end + 4) if prose.startswith(" ans", span.end) else span


# ---------------------------------------------------------------- decades


@cache
def _decade() -> re.Pattern[str]:
    words = "|".join(DECADES)
    return re.compile(rf"\b(?P<word>{words}),?\s(?:âgée?\s)?(?:de\s|\()?$", re.I)


def _decades(article: Article, settings: Settings) -> Iterator[Finding]:
    prose = article.text.prose
    for age in _ages(article):
        match = _decade().search(prose, max(0, age.span.start - 32), age.span.start)
        if match is None:
            continue
        low = DECADES[match["word"].lower()]
        if not low <= age.value <= low + 9 and not (low == 100 and age.value >= 100):
            yield finding(
                RULE,
                settings,
                [evidence(article, Span(match.start("word"), age.span.end), "âge")],
                "decade",
                confidence=0.95,
                word=match["word"].lower(),
                low=low,
                high=low + 9,
                stated=age.value,
            )


# ---------------------------------------------------------------- one person, two ages


@cache
def _someone() -> re.Pattern[str]:
    nouns = "|".join(sorted(PERSON_NOUNS, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<article>une?|le|la|l'|cet?|cette|du|au)\s?(?P<noun>{nouns}),?\s(?:âgée?\s)?(?:de\s)?$", re.I
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{full_pattern()})(?:,\s|\s\()(?:âgée?\sde\s)?$")


def _aged_twice(article: Article, settings: Settings) -> Iterator[Finding]:
    prose = article.text.prose
    known: dict[str, list[_Age]] = {}
    introduced: dict[str, list[_Age]] = {}
    for age in _ages(article):
        before = max(0, age.span.start - 60)
        named = _named().search(prose, before, age.span.start)
        if named:
            known.setdefault(bare(named["name"]), []).append(_Age(age.value, Span(named.start(), age.span.end)))
        someone = _someone().search(prose, before, age.span.start)
        if someone is None:
            continue
        whole = _Age(age.value, Span(someone.start(), age.span.end))
        noun = someone["noun"].lower()
        if someone["article"].lower() in {"un", "une"}:
            introduced.setdefault(noun, []).append(whole)
        elif len(introduced.get(noun, [])) == 1 and introduced[noun][0].value != age.value:
            yield _twice(article, settings, introduced[noun][0], whole)
            introduced[noun].append(whole)
    for mentions in known.values():
        other = next((m for m in mentions[1:] if m.value != mentions[0].value), None)
        if other is not None:
            yield _twice(article, settings, mentions[0], other)


def _twice(article: Article, settings: Settings, one: _Age, other: _Age) -> Finding:
    return finding(
        RULE,
        settings,
        [evidence(article, a.span, "âge") for a in (one, other)],
        "twice",
        confidence=0.9,
        one=one.value,
        other=other.value,
    )
