"""Ages that two people's kinship, or their group, puts in order: « sa petite sœur », « des jumeaux », « la benjamine ».

« Tom, 9 ans, et sa petite sœur Lina, 12 ans »; « les jumelles, âgées de 8 et 10 ans »; « elles ont entre 24 et 31 ans. La
benjamine, 21 ans… »; « mort à 71 ans, à la veille de ses 70 ans ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.checks.ages import ages
from relecture.checks.prose import following, preceding, sentence_around
from relecture.fr.time_words import ELDER, OLDEST, SOMEONE_ELSE, YOUNGER, YOUNGEST
from relecture.needles import may_match, scan
from relecture.openings import opened
from relecture.text import lowered
from relecture.types import Article, Span


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An age that ``word`` does not allow beside ``other``; both as written."""

    word: str
    age: Span
    other: Span


@cache
def _sibling() -> re.Pattern[str]:
    # « et sa petite sœur Lina, » up to the age
    return re.compile(
        rf"\b(?:(?P<whose>s[ao]n?)|la|le|l')\s?(?P<word>(?P<younger>{YOUNGER})|(?P<elder>{ELDER}))(?:,?\s(?-i:[A-ZÀ-Þ])[\w'-]+)?,?\s?\(?(?:âgée?\sde\s)?$",
        re.I,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"(?:[A-ZÀ-Þ][\w'-]+,?\s\(?|âgée?\sde\s)$")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"\)?,?\s?(?:et|avec|comme|que|ainsi\sque|veille\ssur|accompagnée?\sde)\s[^.;\d]{0,40}", re.I
    )


@cache
def _told_of() -> re.Pattern[str]:
    # « Camille, 34 ans, tient les comptes ; Louis, son frère cadet, 37 ans »: no third person between them
    return re.compile(
        r"\)?[^.!?]{0,70}?(?:[,;.]\s(?:et\s|mais\s|quand\s|tandis\sque\s|pendant\sque\s)?(?-i:[A-ZÀ-Þ])[\w'-]+,\s|[.;]\s)|[^A-ZÀ-Þ.!?]{0,70}[,;]\s(?:et\s|mais\s|quand\s|tandis\sque\s|pendant\sque\s)?"
        r"|[^A-ZÀ-Þ.!?]{0,60}\s(?:avec|à|par|de|chez|contre|que|devant|derrière|après|et|pour|entre)\s"
    )


def siblings(article: Article) -> Iterator[Misplaced]:
    """« Tom, 9 ans, et sa petite sœur Lina, 12 ans »."""
    prose, found = article.text.prose, ages(article)
    for age in found if may_match(_sibling(), prose) else ():
        match = _sibling().search(prose, max(0, age.span.start - 60), age.span.start)
        if match is None:
            continue
        sentence = sentence_around(prose, age.span)
        start = (
            preceding(prose, sentence).start if _kin_opens().match(prose, sentence.start) else sentence.start
        )
        before = [a for a in found if start <= a.span.start < match.start()]
        if len(before) != 1 or not (
            _between().fullmatch(prose, before[0].span.end, match.start() + 3)
            or (match["whose"] and _told_of().fullmatch(prose, before[0].span.end, match.start()))
        ):
            continue
        other = before[0]
        if not _named().search(prose, max(0, other.span.start - 40), other.span.start):
            continue
        if (other.value < age.value) if match["younger"] else (other.value > age.value):
            yield Misplaced(match["word"], age.span, other.span)


@cache
def _sibling_of() -> re.Pattern[str]:
    # « la cadette de son frère Hugo, » up to his age
    return re.compile(
        r"\b(?:la|le|l')\s?(?P<word>(?P<younger>cadet(?:te)?)|aînée?)\sde\s[^,.;:\d]{2,40},\s(?:âgée?\sde\s)?$",
        re.I,
    )


def siblings_of(article: Article) -> Iterator[Misplaced]:
    """« De trois ans la cadette de son frère Hugo, 28 ans, Inès, 31 ans… »."""
    prose, found = article.text.prose, ages(article)
    for other in found if may_match(_sibling_of(), prose) else ():
        match = _sibling_of().search(prose, max(0, other.span.start - 64), other.span.start)
        if match is None:
            continue
        sentence = sentence_around(prose, other.span)
        rest = [
            a for a in found if a is not other and sentence.contains(a.span) and a.span.end + 1 != match.start()
        ]
        if len(rest) == 1 and _named().search(prose, max(0, rest[0].span.start - 40), rest[0].span.start):
            age = rest[0]
            if (age.value > other.value) if match["younger"] else (age.value < other.value):
                yield Misplaced(match["word"], age.span, other.span)


@cache
def _twins() -> re.Pattern[str]:
    return re.compile(
        r"(?<!paires de )(?<!couples de )\b(?P<word>jumeaux|jumelles|triplés|triplées|quadruplés)(?!\s(?:de\sjardin|et))[^.;\d]{0,40}?\s\(?(?:âgée?s\sde\s|ont\s)?(?P<one>\d{1,2})(?:\sans)?\set\s(?P<other>\d{1,2})\sans",
        re.I,
    )


def twins(article: Article) -> Iterator[Misplaced]:
    """« les jumelles, âgées de 8 et 10 ans »."""
    for match in scan(_twins(), article.text.prose):
        if match["one"] != match["other"]:
            yield Misplaced(match["word"], Span(match.start("other"), match.end()), Span(*match.span("one")))


@cache
def _end_of_group() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<youngest>{YOUNGEST})|(?P<oldest>{OLDEST}))(?!\s(?:des|du|de))(?:,\s[^.;\d]{{1,40}}?,|\s\(|,)?\s?(?:âgée?\sde\s|n'a\sque\s|a\s|en\sa\s)?$",
        re.I,
    )


@cache
def _group() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ont|ayant|avaient|âgée?s)\s(?P<range>(?:entre|de)\s(?P<low>\d{1,2})(?:\sans)?\s(?:et|à)\s(?P<high>\d{1,2})\sans)",
        re.I,
    )


#: What `_group` begins with.
_HAVING = frozenset(
    f"{have} {bound}" for have in ("ont", "ayant", "avaient", "âgés", "âgées") for bound in ("entre", "de")
)


def in_group(article: Article) -> Iterator[Misplaced]:
    """« elles ont entre 24 et 31 ans. La benjamine, Maud, 21 ans… »."""
    prose = article.text.prose
    for match in opened(_group(), _HAVING, lowered(prose)) if may_match(_end_of_group(), prose) else ():
        sentence = sentence_around(prose, Span(*match.span()))
        end = following(prose, sentence).end
        for age in ages(article):
            if not match.end() < age.span.start < end:
                continue
            told = _end_of_group().search(prose, max(match.end(), age.span.start - 70), age.span.start)
            if told is None:
                continue
            bound = int(match["low"] if told["youngest"] else match["high"])
            if age.value != bound:
                word = told["youngest"] or told["oldest"]
                yield Misplaced(word, age.span, Span(*match.span("range")))


@cache
def _eve() -> re.Pattern[str]:
    # « à la veille de ses », « quelques jours avant ses »
    return re.compile(
        r"(?:(?P<eve>à\sla\sveille\sde|(?:à\s)?(?:quelques|deux|trois|dix|huit|\d+)\s(?:jours|semaines)\s(?:avant|de)|peu\savant|juste\savant)"
        r"|(?P<after>(?:quelques|deux|trois|dix|huit|\d+)\s(?:jours|semaines)\saprès|peu\saprès|au\slendemain\sde|le\sjour\sde))\s"
        r"(?:avoir\s(?:fêté|soufflé|célébré)\s|de\s)?ses\s$",
        re.I,
    )


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(r"\b(?:à|âgée?\sde|à\sl'âge\sde)\s$", re.I)


@cache
def _birthday() -> re.Pattern[str]:
    # « quatre jours avant son 46e anniversaire »
    small = r"(?:quelques|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|\d+)"
    return re.compile(
        r"\b(?:à|âgée?\sde|à\sl'âge\sde)\s(?P<age>(?P<years>\d{1,3})\sans),?\s(?:[^.;:\d]{3,40}\s)??"
        rf"(?P<eve>à\sla\sveille\sde|(?:à\s)?{small}\s(?:jours?|semaines?|mois)\s(?:avant|de)|peu\savant|juste\savant)\s"
        r"(?:de\s(?:fêter\s)?|fêter\s)?(?P<feast>son\s(?P<rank>\d{1,3})(?:e|ème|ᵉ)\sanniversaire)",
        re.I,
    )


def before_birthday(article: Article) -> Iterator[Misplaced]:
    """« mort à l'âge de 48 ans, quatre jours avant son 46e anniversaire »: one is 45 until the day."""
    prose = article.text.prose
    for match in scan(_birthday(), prose):
        sentence = sentence_around(prose, Span(*match.span()))
        if int(match["years"]) != int(match["rank"]) - 1 and not _elsewhere().search(
            prose, sentence.start, match.end()
        ):
            yield Misplaced(match["eve"], Span(*match.span("age")), Span(*match.span("feast")))


@cache
def _gap_told() -> re.Pattern[str]:
    # « 27 ans, et son frère, 23 ans, de quatre ans son aîné »
    return re.compile(
        r",\s(?:plus\s(?P<old>âgée?)|plus\s(?P<young>jeune)|de\s[\w-]{1,20}(?:\set\sun)?\sans\s(?:s[oa]n?|l[ea]|l')\s?(?:(?P<elder>aînée?)|(?P<younger>cadet(?:te)?)))(?!\w)"
    )


@cache
def _kin_opens() -> re.Pattern[str]:
    # « Son frère Noé, 16 ans, de trois ans son aîné »
    return re.compile(
        r"(?:[A-ZÀ-Þ][\w'-]+,\ss(?:on|a)|Son|Sa)\s(?:\w+\s)?(?:frère|sœur|cadet(?:te)?|aînée?|benjamine?|cousine?|épou(?:x|se)|mari|femme|compagne|compagnon|conjointe?)\b"
    )


def elder_and_younger(article: Article) -> Iterator[Misplaced]:
    """« Lina, 27 ans, et son frère, 23 ans, de quatre ans son aîné »: the elder is the younger."""
    prose, found = article.text.prose, ages(article)
    for age in found:
        told = _gap_told().match(prose, age.span.end)
        if told is None:
            continue
        sentence = sentence_around(prose, age.span)
        start = (
            preceding(prose, sentence).start if _kin_opens().match(prose, sentence.start) else sentence.start
        )
        others = [a for a in found if start <= a.span.start < told.start() and a is not age]
        if len(others) != 1 or not _named().search(
            prose, max(0, others[0].span.start - 40), others[0].span.start
        ):
            continue
        elder = told["elder"] or told["old"]
        if (age.value < others[0].value) if elder else (age.value > others[0].value):
            yield Misplaced(told[0].strip(" ,"), age.span, others[0].span)


def on_the_eve(article: Article) -> Iterator[Misplaced]:
    """« mort à 71 ans, à la veille de ses 70 ans »: one year less before the day, as many after."""
    prose, found = article.text.prose, ages(article)
    for feast in found:
        start = feast.span.start
        if prose[max(0, start - 4) : start].rstrip().lower() != "ses":
            continue
        match = _eve().search(prose, max(0, start - 48), start)
        if match is None or prose.startswith((" de ", " d'"), feast.span.end):
            continue
        sentence = sentence_around(prose, feast.span)
        others = [a for a in found if a is not feast and sentence.contains(a.span)]
        if len(others) != 1 or not _reached().search(
            prose, max(0, others[0].span.start - 16), others[0].span.start
        ):
            continue
        expected = feast.value - 1 if match["eve"] else feast.value
        if others[0].value != expected and not _elsewhere().search(prose, sentence.start, sentence.end):
            yield Misplaced((match["eve"] or match["after"]).strip(), others[0].span, feast.span)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SOMEONE_ELSE})", re.I)


def misplaced(article: Article) -> Iterator[Misplaced]:
    """Every age that a word of kinship, or of rank by age, refuses."""
    yield from twins(article)
    yield from before_birthday(article)
    if ages(article):
        yield from siblings(article)
        yield from siblings_of(article)
        yield from in_group(article)
        yield from on_the_eve(article)
        yield from elder_and_younger(article)
