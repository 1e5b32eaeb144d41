"""One person told in a sentence and aged in the next: « Un quinquagénaire a été interpellé. Cet homme de 47 ans… ».

« Lucas, 14 ans, n'est pas rentré. L'adolescent de 16 ans… ». The next sentence must take the person up by a noun
that can be no one else: after a blow or an arrest, the other one of the story is often aged there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from relecture.checks.ages import Age, ages
from relecture.checks.around import any_of
from relecture.checks.decades import InDecade
from relecture.checks.prose import preceding, sentence_around, sentences
from relecture.fr.time_words import (
    ACCUSED,
    ARRESTED,
    DECADES,
    HARMED,
    PERSON_NOUNS,
    SAME_PERSON,
    SOMEONE_ELSE,
    SUFFERED,
)
from relecture.needles import scan
from relecture.types import Article, Span

#: « Interpellé mardi à Roubaix, le suspect »: what is told of the person before naming them.
_LED = r"(?:[A-ZÀ-Þ][\w'-]*(?:ée?|ie?|ue?|ise?)(?:\s[\w'-]+){0,7},\s)?"
#: « Présenté à un juge dimanche, cet homme de 37 ans »: the same of the one taken up.
_PRESENTED = (
    r"(?:Présentée?|Déférée?|Placée?|Interpellée?|Arrêtée?|Jugée?|Interrogée?|Entendue?|Transportée?|Hospitalisée?|Écrouée?|Connue?|Originaire|Domiciliée?|Défendue?|Poursuivie?|Mise?)"
    r"\b[^.;:,\d]{0,60},\s"
)
#: An age that far from the decade is that of someone else.
_AWAY = 10


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(rf"\bune?\s(?:\w+\s)?(?P<word>{'|'.join(DECADES)})(?!\w)", re.I)


@cache
def _did() -> re.Pattern[str]:
    aside = r"(?:,?\s(?!(?:par|et|avec|qui)\b)[\w'-]+){0,3}?"
    return re.compile(rf"{aside}\s(?:(?P<harmed>{SUFFERED})|(?P<accused>{ARRESTED}))(?!\w)", re.I)


@cache
def _by_several() -> re.Pattern[str]:
    # « secourue par ses voisins »: none of whom is aged alone
    return re.compile(r"\b(?:par|avec|de)\s(?:ses|des|les)\s[^\W\d]+s\b")


@cache
def _by_name() -> re.Pattern[str]:
    # « Yvette Ferret, 78 ans, », the first words under a headline
    return re.compile(r"(?:[A-ZÀ-Þ][\w'-]+\s){0,2}[A-ZÀ-Þ][\w'-]+(?:,\s|\s\()(?:âgée?\sde\s)?$")


@cache
def _again() -> re.Pattern[str]:
    def noun(names: str) -> str:
        return rf"(?:(?:ce|cet|cette|le|la)\s|l')(?:{names})(?:,\s(?:[^,.;]{{1,40}},\s)?âgée?\s(?:de\s)?|,\s|\sâgée?\sde\s|\sde\s)"

    return re.compile(
        rf"\s*(?i:{_PRESENTED})?(?:(?P<same>(?:il|elle)\s(?:a|est\sâgée?\sde)\s|{noun(SAME_PERSON)})|(?P<harmed>{noun(HARMED)})|(?P<accused>{noun(ACCUSED)}))$",
        re.I,
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{SOMEONE_ELSE})|\b(?:par|avec|contre|sur)\s(?:une?|des|deux)\b|\bdeux\b|\ble meurtre\b", re.I
    )


def in_decade_before(article: Article) -> Iterator[InDecade]:
    """Every age whose person the sentence before or after calls « un quinquagénaire »."""
    if not ages(article):
        return
    for match in scan(_someone(), article.text.prose):
        yield from _taken_up(article, match)
    for match in scan(_the_same(), article.text.prose):
        yield from _told_before(article, match)


@cache
def _the_same() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:^|(?<=[.!?…»]\s))(?:Le|La|Ce|Cette|Cet)\s|(?:^|(?<=[.!?…»]\s))L')(?P<word>{'|'.join(DECADES)})(?!\w|\s(?:qui|dont|que|au volant))",
        re.M,
    )


def _told_before(article: Article, match: re.Match[str]) -> Iterator[InDecade]:
    """« Un homme de 62 ans a été retrouvé mort. Le quinquagénaire… »."""
    prose, word = article.text.prose, Span(*match.span("word"))
    later, name = sentence_around(prose, word), match["word"].lower()
    here = preceding(prose, later)
    if here == later:
        return
    told = [a for a in ages(article) if here.start <= a.span.start < later.end]
    if len(told) != 1 or not here.contains(told[0].span):
        return
    age, low = told[0], DECADES[name]
    if not low - _AWAY <= age.value <= low + 9 + _AWAY or _elsewhere().search(prose, age.span.end, here.end):
        return
    struck = _harm().search(prose, here.start, here.end) and _accusation().search(prose, later.start, later.end)
    named = _definite().match(prose, here.start, age.span.start) or _named().match(
        prose, here.start, age.span.start
    )
    if named and not struck:
        yield InDecade(name, age.value, ((age.span, "âge"), (word, "âge")))


def _taken_up(article: Article, match: re.Match[str]) -> Iterator[InDecade]:
    """« Un quinquagénaire a été interpellé. Cet homme de 47 ans… », « Une octogénaire blessée… La victime, 72 ans, … »."""
    prose, word = article.text.prose, Span(*match.span("word"))
    found = sentences(prose)
    at = next((n for n, s in enumerate(found) if s.contains(word)), -1)
    if at < 0 or at + 1 >= len(found):
        return
    here, later = found[at], found[at + 1]  # the next may be under a headline
    told = [a for a in ages(article) if here.start <= a.span.start < later.end]
    rest = _by_several().sub("", prose[here.start : match.start()] + prose[match.end() : here.end])
    if len(told) != 1 or not later.contains(told[0].span) or _elsewhere().search(rest):
        return
    did, again = (
        _did().match(prose, match.end(), here.end),
        _again().match(prose, later.start, told[0].span.start),
    )
    if did is not None and again is None and "\n" in prose[here.end : later.start]:
        yield from _under_headline(prose, match, did, later, told[0])
    if did is None or again is None:
        return
    if again["same"] or (again["harmed"] and did["harmed"]) or (again["accused"] and did["accused"]):
        yield InDecade(match["word"].lower(), told[0].value, ((word, "âge"), (told[0].span, "âge")))


def _under_headline(
    prose: str, match: re.Match[str], did: re.Match[str], later: Span, age: Age
) -> Iterator[InDecade]:
    """« Une octogénaire secourue par ses voisins », then under it « Yvette Ferret, 78 ans, … »: near the decade, not the other side."""
    low = DECADES[match["word"].lower()]
    near = low - _AWAY <= age.value <= low + 9 + _AWAY and _by_name().fullmatch(
        prose, later.start, age.span.start
    )
    crossed = did["harmed"] and _accusation().search(prose, later.start, later.end)
    if near and not crossed:
        yield InDecade(
            match["word"].lower(), age.value, ((Span(*match.span("word")), "âge"), (age.span, "âge"))
        )


@cache
def _definite() -> re.Pattern[str]:
    # « Le suspect, âgé de 23 ans », « Un cycliste de 61 ans »
    return re.compile(
        rf"\s*{_LED}(?:(?:le|la)\s(?:{ACCUSED}|{HARMED}),\sune?\s[^\W\d][\w'-]*(?:\s[^\W\d][\w'-]*){{0,2}}|(?:(?:un|une|le|la)\s|l')(?:{SAME_PERSON}|{HARMED}|{ACCUSED}|{any_of(PERSON_NOUNS)}))(?:,\sâgée?\sde\s|\sâgée?\sde\s|\sde\s|,\s)$",
        re.I,
    )


def _slip(one: int, other: int) -> bool:
    """True for two ages that a slip of the finger makes of one another: digits swapped, or one of them wrong."""
    first, second = f"{one:02d}", f"{other:02d}"
    return first == second[::-1] or sum(a != b for a, b in zip(first, second, strict=False)) == 1


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"\s*{_LED}(?:[Ll]e petit |[Ll]a petite |[Ll]e jeune |[Ll]a jeune )?(?:[A-ZÀ-Þ][\w'-]+\s?){{1,3}}(?:,\s|\()(?:âgée?\sde\s)?$"
    )


@cache
def _other() -> re.Pattern[str]:
    # « l'homme de 36 ans qui l'hébergeait » is brought in, not taken up
    return re.compile(r",?\s(?:qui\b|dont\b|que\b|qu'|soupçonnée?|suspectée?\b|avec\b)", re.I)


def aged_again(article: Article) -> Iterator[tuple[Age, Age]]:
    """« Lucas, 14 ans, n'est pas rentré. L'adolescent de 16 ans… »."""
    prose, found, told = article.text.prose, sentences(article.text.prose), ages(article)
    for one, other in pairwise(told):
        at = next((n for n, s in enumerate(found) if s.contains(one.span)), -1)
        if one.value == other.value or at < 0 or at + 1 >= len(found) or not found[at + 1].contains(other.span):
            continue
        here, later = found[at], found[at + 1]
        if (
            sum(here.start <= a.span.start < later.end for a in told) != 2
            or "\n" in prose[here.end : later.start]
        ):
            continue
        again = _again().match(prose, later.start, other.span.start)
        if again is None or not again["same"] or again["same"].lower().startswith(("il ", "elle ")):
            continue
        named = _named().match(prose, here.start, one.span.start)
        if not named and not (
            _slip(one.value, other.value) and _definite().match(prose, here.start, one.span.start)
        ):
            continue
        if _other().match(prose, other.span.end):
            continue
        struck = _harm().search(prose, here.start, here.end) and _accusation().search(
            prose, later.start, later.end
        )
        if not struck and not _elsewhere().search(prose, one.span.end, here.end):
            yield one, other


@cache
def _harm() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SUFFERED})", re.I)


@cache
def _accusation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{ARRESTED})", re.I)
