"""Calendar dates as they are written, whether they exist or not: « mardi 31 novembre » is a mention.

Whether a date is possible, or falls on the weekday given, is for the checks to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.types import DateMention, Span, Text

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    "fevrier": 2, "aout": 8, "decembre": 12,
    "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(WEEKDAYS)

_RUN = re.compile(r"\d++")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|ᵉʳ)? (?P<month>{_MONTH})\.?(?!\w)(?: (?P<year>\d{{4}})(?![\d ]?\d))?", re.I
)
_NUMERIC = re.compile(
    r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?![\d/-])"
    r"|(?P<iy>(?:19|20)\d{2})-(?P<im>\d{2})-(?P<id>\d{2})(?![\d-])"
)
_SHORT = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
#: « 12 et 13 mai », « du 3 au 14 mars »: the earlier day carries no month of its own.
_PAIR = re.compile(
    rf"\d{{1,2}}(?:er)?(?= (?:au|et|ou|à) (?:le |la )?(?:(?:{_WEEKDAY}) )?\d{{1,2}}(?:er)?"
    rf" (?P<month>{_MONTH})(?!\w))",
    re.I,
)
#: What is counted or measured after a number (« mardi 45 millions d'euros », « samedi 20 kilos »).
_COUNTED = (
    r" (?:(?!(?:dans|vers|puis|sans|plus|dès|nous|vous|tou(?:s|tes)|sous|après|depuis|hors|les|des|aux"
    r"|ses|ces|leurs|mais|lors|jamais|toujours|alors|chez)\b)[a-zà-öø-ÿœ]{2,}[sx]\b"
    r"|(?:mille|million|milliard)\b|(?:[kMGT]?(?:W(?:h|c)?|J|€)|[kmc]?m|k?g|ha|t)[²³23]?(?!\w))"
)
_DAY = re.compile(rf"\d{{1,2}}+(?:er)?+(?![\w,.]\w| ?(?:h|heures?|%|€)\b|{_COUNTED})")
_YEARS = re.compile(r"(?P<y>(?:1[5-9]|20)\d{2})[-–/](?:(?:1[5-9]|20)?\d{2})(?![\d.,]?\d)")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d{2}(?![\d'%€$]|[.,]\d| \d{3}(?!\d))")
#: What follows a year, where something counted would follow a number (« de 2000 salariés »).
_NOT_COUNTED = re.compile(
    r"\s*(?:$|[.,;:)!?»\n])| (?:à|et|ou|au|pour|en|le|la|les|a|est|dans|par|sur|qui|que|puis|il|elle)\b", re.I
)

#: « mer. 27 nov. 2025 »: the days as a diary shortens them.
_SHORT_DAYS = tuple(day[:3] for day in WEEKDAYS)
_AFTER_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY})s?|(?P<short>{'|'.join(_SHORT_DAYS)})\.) (?:le )?$", re.I
)
_AFTER_ARTICLE = re.compile(r"(?<!\w)(?:le|les|du|au|entre le) $", re.I)
_AFTER_MONTH = re.compile(rf"(?<!\w)(?P<month>{_MONTH})\.? $", re.I)
#: What makes a bare year of four digits for sure (« en 2012 », « fin 2024 », « les années 1970 »)…
_AFTER_CUE = re.compile(
    r"(?:(?<!\w)(?:en|depuis|dès|d'ici(?: à)?|fin|début|courant|années?|l'an|horizon|printemps|été|automne|"
    r"hiver|millésime|exercice|campagne|saison|jusqu'en|rentrée) |(?<!\w)mi-|\()$",
    re.I,
)
#: …and what does only when nothing that could be counted follows.
_AFTER_HINT = re.compile(
    r"(?<!\w)(?:de|du|avant|après|vers|entre|à|au|élections?|pour|(?:1[5-9]|20|21)\d\d (?:et|ou|à|puis)) $",
    re.I,
)
#: The longest cue, « l'horizon », a year and a link included.
_BACK = 24


def read_dates(text: Text) -> tuple[DateMention, ...]:
    """Every date of ``text.prose``, in text order, never overlapping; a bare year needs a cue before it."""
    return tuple(_all(text.prose))


def _all(prose: str) -> Iterator[DateMention]:
    done = 0
    for run in _RUN.finditer(prose):
        start = run.start()
        if start < done or _continues(prose, start):
            continue
        before = prose[max(0, start - _BACK) : start]
        read = _day if len(run[0]) <= 2 else _year if len(run[0]) == 4 else None
        date = read(prose, start, before) if read else None
        if date is not None:
            done = date.span.end
            yield date


def _continues(prose: str, start: int) -> bool:
    """True when the digits at *start* go on a word or a number (« A380 », « 12,5 », « 1 600 »)."""
    if start == 0:
        return False
    last = prose[start - 1]
    return last.isalnum() or last == "_" or (last in ".,/-–" and prose[start - 2 : start - 1].isdigit())


def _day(prose: str, start: int, before: str) -> DateMention | None:
    numeric = _numeric(prose, start)
    if numeric is not None:
        return numeric
    week = _AFTER_WEEKDAY.search(before)
    begin = start - len(before) + week.start() if week else start
    weekday = _SHORT_DAYS.index((week["weekday"] or week["short"])[:3].lower()) if week else None
    named = _DAY_MONTH.match(prose, start)
    if named is not None:
        year = int(named["year"]) if named["year"] else None
        month = MONTHS[named["month"].lower()]
        return DateMention(Span(begin, named.end()), int(named["day"]), month, year, weekday)
    after_article = _AFTER_ARTICLE.search(before) is not None
    short = _SHORT.match(prose, start)
    if short is not None and after_article and _plausible(int(short["d"]), int(short["m"])):
        return DateMention(Span(*short.span()), day=int(short["d"]), month=int(short["m"]))
    number = int(_RUN.match(prose, start)[0])  # type: ignore[index]  # the caller saw a digit here
    pair = _PAIR.match(prose, start)
    if pair is not None and (after_article or week):
        return DateMention(Span(begin, pair.end()), number, MONTHS[pair["month"].lower()], None, weekday)
    alone = _DAY.match(prose, start)
    return DateMention(Span(begin, alone.end()), day=number, weekday=weekday) if week and alone else None


def _year(prose: str, start: int, before: str) -> DateMention | None:
    numeric = _numeric(prose, start)
    if numeric is not None:
        return numeric
    years = _YEARS.match(prose, start)
    if years is not None:
        return DateMention(Span(*years.span()), year=int(years["y"]))
    year = _YEAR.match(prose, start)
    if year is None:
        return None
    month = _AFTER_MONTH.search(before)
    if month is not None:
        span = Span(start - len(before) + month.start(), year.end())
        return DateMention(span, month=MONTHS[month["month"].lower()], year=int(year[0]))
    sure = _AFTER_CUE.search(before) is not None
    if sure or (_AFTER_HINT.search(before) and _NOT_COUNTED.match(prose, year.end())):
        return DateMention(Span(*year.span()), year=int(year[0]))
    return None


def _numeric(prose: str, start: int) -> DateMention | None:
    m = _NUMERIC.match(prose, start)
    if m is None:
        return None
    if m["iy"]:
        return DateMention(Span(*m.span()), int(m["id"]), int(m["im"]), int(m["iy"]))
    if not _plausible(int(m["d"]), int(m["m"])):
        return None
    year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
    return DateMention(Span(*m.span()), int(m["d"]), int(m["m"]), year)


def _plausible(day: int, month: int) -> bool:
    """True for what is written as a date; « 31/11 » is one, though it does not exist, « 45/2 » is not."""
    return 1 <= day <= 31 and 1 <= month <= 12
