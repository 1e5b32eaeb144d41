"""Calendar dates as they are written, whether they exist or not: « mardi 31 novembre » is a mention.

Whether a date is possible, or falls on the weekday given, is for the checks to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from relecture.types import DateMention, Span, Text

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    "fevrier": 2, "aout": 8, "decembre": 12,
    "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip

_BARE = r"(?P<y>(?:1[5-9]|20|21)\d{2})(?![\d'%€$]|[.,]\d| \d{3}(?!\d))"
#: What makes a bare year of four digits for sure (« en 2012 », « fin 2024 », « les années 1970 »)…
_YEAR = re.compile(
    r"(?:(?<!\w)(?:en|depuis|dès|d'ici(?: à)?|fin|début|courant|années?|l'an|horizon|printemps|été|automne|"
    r"hiver|millésime|exercice|campagne|saison|jusqu'en|rentrée) |(?<!\w)mi-|\()" + _BARE,
    re.I,
)
#: …and what does only when nothing that could be counted follows (not « de 2000 salariés »).
_MAYBE_YEAR = re.compile(
    r"(?<!\w)(?:de|du|avant|après|vers|entre|à|au|élections?|pour|(?:1[5-9]|20|21)\d\d (?:et|ou|à|puis)) "
    + _BARE
    + r"(?=[.,;:)!?»]|\s*$| (?:à|et|ou|au|pour|en|le|la|les|a|est|dans|par|sur|qui|que|puis|il|elle)\b)",
    re.I | re.M,
)
_YEAR_SPAN = re.compile(r"(?<![\d.,])(?P<a>(?:1[5-9]|20)\d{2})[-–/](?P<b>(?:1[5-9]|20)?\d{2})(?![\d.,]?\d)")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    week = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})s? )?"
    month = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
    day = r"(?P<day>\d{1,2})(?:er|ᵉʳ)?"
    # « 12 et 13 mai », « du 3 au 14 mars »: the earlier days carry no month of their own.
    return re.compile(
        rf"(?<![\w,.])(?:{week}{day}(?:-(?=\d)|[ ])(?P<tail>{month}(?!\w)(?: (?P<year>\d{{4}})(?![\d ]?\d))?)"
        rf"|(?P<week2>{'|'.join(WEEKDAYS)}) (?P<dayonly>\d{{1,2}}+)(?:er)?(?![\w,.]\w| ?(?:h|heures?|%|€)\b)"
        rf"|{month.replace('month', 'month2')} (?P<year2>\d{{4}})(?![\d ]?\d))",
        re.I,
    )


_NUMERIC = re.compile(
    r"(?<![\d/.,-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?![\d/-])"
    r"|(?<![\d/.,-])(?P<iy>(?:19|20)\d{2})-(?P<im>\d{2})-(?P<id>\d{2})(?![\d-])"
)
_SHORT = re.compile(r"\b(?:le|du|au|dès le) (?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
_DAYS = re.compile(
    r"\b(?:du|le|les|entre le|au) (?P<d>\d{1,2})(?:er)?"
    r"(?= (?:au|et|ou|à) (?:le |la )?(?:\w+di )?\d{1,2}(?:er)? [a-zéû]+)",
    re.I,
)


def read_dates(text: Text) -> tuple[DateMention, ...]:
    """Every date of ``text.prose``, in text order, never overlapping; a bare year needs a cue before it."""
    found = sorted(_all(text.prose), key=lambda d: (d.span.start, -d.span.end))
    kept: list[DateMention] = []
    for date in found:
        if not kept or date.span.start >= kept[-1].span.end:
            kept.append(date)
    return tuple(kept)


def _all(prose: str) -> Iterator[DateMention]:
    for m in _pattern().finditer(prose):
        yield _named(m)
    for m in _NUMERIC.finditer(prose):
        yield from _numeric(m)
    for m in _SHORT.finditer(prose):
        if _plausible(int(m["d"]), int(m["m"])):
            yield DateMention(Span(m.start("d"), m.end()), day=int(m["d"]), month=int(m["m"]))
    for m in _DAYS.finditer(prose):
        month = re.search(r"\d{1,2}(?:er)? ([a-zéû]+)", prose[m.end() : m.end() + 32], re.I)
        if month is not None and month[1].lower() in MONTHS:
            yield DateMention(Span(m.start("d"), m.end()), day=int(m["d"]), month=MONTHS[month[1].lower()])
    for m in _YEAR_SPAN.finditer(prose):
        yield DateMention(Span(m.start("a"), m.end("b")), year=int(m["a"]))
    for pattern in (_YEAR, _MAYBE_YEAR):
        for m in pattern.finditer(prose):
            yield DateMention(Span(m.start("y"), m.end("y")), year=int(m["y"]))


def _named(m: re.Match[str]) -> DateMention:
    if m["day"]:
        year = int(m["year"]) if m["year"] else None
        weekday = WEEKDAYS.index(m["weekday"].lower()) if m["weekday"] else None
        return DateMention(Span(m.start(), m.end()), int(m["day"]), MONTHS[m["month"].lower()], year, weekday)
    if m["dayonly"]:
        return DateMention(
            Span(m.start(), m.end()), day=int(m["dayonly"]), weekday=WEEKDAYS.index(m["week2"].lower())
        )
    return DateMention(Span(m.start(), m.end()), month=MONTHS[m["month2"].lower()], year=int(m["year2"]))


def _numeric(m: re.Match[str]) -> Iterator[DateMention]:
    if m["iy"]:
        yield DateMention(Span(m.start(), m.end()), int(m["id"]), int(m["im"]), int(m["iy"]))
    elif _plausible(int(m["d"]), int(m["m"])):
        year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
        yield DateMention(Span(m.start(), m.end()), int(m["d"]), int(m["m"]), year)


def _plausible(day: int, month: int) -> bool:
    """True for what is written as a date; « 31/11 » is one, though it does not exist, « 45/2 » is not."""
    return 1 <= day <= 31 and 1 <= month <= 12
