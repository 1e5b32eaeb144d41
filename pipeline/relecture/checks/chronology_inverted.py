"""Bounds in the wrong order, a year outside its century, a past that has not come yet.

« de 2024 à 2019 », « (1987-1931) », « du 14 au 3 mars » run backwards; « au XIXe siècle, en 1923 » is in
the twentieth; « a été mise en service en 2031 » is not past for an article of 2025 (only when the day of
publication is known).

Admitted: going back in time (« remonter », « revenir », « en arrière », « décroissant »), « fin XIXe,
vers 1900 », school and sports years (« 2023-24 »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.calendar import MONTHS, dated, published
from relecture.checks.landmarks import years
from relecture.checks.prose import sentence_around
from relecture.openings import matched
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="chronology-inverted",
    code="T05",
    family="T",
    severity=Severity.WARNING,
    title={"fr": "Chronologie inversée", "en": "Chronology inverted"},
    why={
        "fr": "Les bornes d’une période se lisent de la plus ancienne à la plus récente ; ici, l’ordre dit autre chose.",
        "en": "The bounds of a period go from the oldest to the latest; here the order says otherwise.",
    },
    messages={
        "default": {
            "fr": "La période commence en {one} et finirait en {other} : bornes inversées ?",
            "en": "The period starts in {one} and would end in {other}: bounds inverted?",
        },
        "century": {
            "fr": "{year} appartient au {actual} siècle, pas au {stated}.",
            "en": "{year} belongs to century {actual}, not {stated}.",
        },
        "future": {
            "fr": "{year} est encore à venir pour un article de {published}, mais le verbe est au passé.",
            "en": "{year} is still to come for an article of {published}, but the verb is in the past.",
        },
    },
    flagged=(
        "Le chantier du viaduc a duré de 2018 à 2009.",
        "Le peintre Aimé Carlier (1932-1871) reste méconnu.",
        "Le moulin fut rebâti au XVIIIe siècle, en 1823.",
        "Le parking sera fermé du 14 mars au 3 mars.",
    ),
    accepted=(
        "Il faut remonter de 2018 à 2009 pour trouver un tel hiver.",
        "Le peintre Aimé Carlier (1871-1932) reste méconnu.",
        "À la fin du XIXe siècle, vers 1900, le moulin brûla.",
        "Le parking sera fermé du 28 décembre au 3 janvier.",
    ),
    false_positives=(
        "Un compte à rebours ou un classement donné de la plus récente à la plus ancienne année.",
    ),
)


#: How far from its first year a period begins, and from its second what is looked at after it ends, in characters.
_LEAD = 24


@cache
def _years() -> re.Pattern[str]:
    year = r"(?:1[0-9]|20)\d\d"
    return re.compile(
        rf"(?<![\w-])(?:de|entre|depuis)\s(?P<a>{year})\s(?:à|et|jusqu'en|jusqu'à)\s(?P<b>{year})(?!\s?[\w€%$])"
        rf"|\((?:[^()\d]{{0,20}})(?P<c>{year})\s?[-–—]\s?(?P<d>{year})\)"
        rf"|(?<![\w-])de\s(?P<e>{year})\sà\s(?P<f>{year})(?=\s(?:inclus|compris|dans|par|pour|sur|sous|la|le|les|il|elle|au|en|avant|puis)\b)",
        re.I,
    )


@cache
def _pair() -> re.Pattern[str]:
    # What every branch of `_years` holds, from its first year on.
    return re.compile(r"\d{4}(?:\s(?i:à|et|jusqu'en|jusqu'à)\s|\s?[-–—]\s?)(?:1[0-9]|20)\d\d")


def _periods(prose: str) -> Iterator[re.Match[str]]:
    """Every match of `_years`, sought around the pairs of years."""
    for pair in matched(_pair(), prose, years(prose)):
        at = pair.start()
        for match in _years().finditer(prose, max(0, at - _LEAD), pair.end() + _LEAD):
            if match.start() < at < match.end():
                yield match


@cache
def _backwards() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:remont\w+|revenir|revien\w+|retour\w*|rebours|arrière|décroissant\w*|recul\w*|antéchronologique|"
        r"inverse\w*|av\.\s?J\.?-?C|avant notre ère|avant J)", re.I,
    )  # fmt: skip


@cache
def _century() -> re.Pattern[str]:
    return re.compile(
        r"(?<!fin du )(?<!début du )(?<!\w)(?P<roman>[XVI]{1,5})(?:e|ème|ᵉ)\ssiècle(?:,|\s\(|\s:)?\s?"
        r"(?:,?\s?(?:plus\s)?(?:précisément|exactement)\s)?\(?en\s(?P<year>1\d{3}|20\d\d)(?!\d)"
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:a|ont|fut|furent|avait|avaient)\s(?:été\s)?(?:\w+(?:é|ée|és|ées|is|ise|it|ite|u|ue|us|ues))\s(?:[\w'-]+\s){0,4}"
        r"en\s(?:\w+\s)?(?P<year>20\d\d)(?![\d-])"
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Years first, then days, centuries and the future."""
    prose = article.text.prose
    for match in _periods(prose):
        first, second = (int(y) for y in match.groups() if y)
        if first > second and not _told_backwards(prose, match):
            yield _inverted(article, settings, Span(match.start(), match.end()), str(first), str(second))
    yield from _days(article, settings)
    for match in _century().finditer(prose) if "siècle" in prose else ():
        stated, actual = _arabic(match["roman"]), (int(match["year"]) - 1) // 100 + 1
        if stated and stated != actual and int(match["year"]) % 100:
            yield finding(
                RULE,
                settings,
                [evidence(article, Span(match.start(), match.end()), "siècle")],
                "century",
                confidence=0.95,
                year=match["year"],
                actual=f"{_roman(actual)}e",
                stated=f"{match['roman']}e",
            )
    day = published(article, settings)
    for match in _past().finditer(prose) if day else ():
        if day and int(match["year"]) > day.year:
            yield finding(
                RULE,
                settings,
                [evidence(article, Span(match.start(), match.end()), "date")],
                "future",
                confidence=0.9,
                year=match["year"],
                published=day.year,
            )


def _told_backwards(prose: str, match: re.Match[str]) -> bool:
    sentence = sentence_around(prose, Span(match.start(), match.end()))
    return _backwards().search(prose, sentence.start, sentence.end) is not None


def _inverted(article: Article, settings: Settings, span: Span, one: str, other: str) -> Finding:
    return finding(
        RULE,
        settings,
        [evidence(article, span, "période")],
        confidence=0.92,
        one=one,
        other=other,
    )


@cache
def _from_to() -> re.Pattern[str]:
    return re.compile(r"\s(?:au|à|jusqu'au)\s(?:le\s)?", re.I)


def _days(article: Article, settings: Settings) -> Iterator[Finding]:
    """« du 14 au 3 mars », « du 14 mars au 3 mars », with or without a year."""
    prose = article.text.prose
    found = dated(article)
    for one, other in pairwise(found):
        if not _from_to().fullmatch(prose, one.span.end, other.span.start):
            continue
        if not re.search(r"\b(?:du|de)\s$", prose[max(0, one.span.start - 4) : one.span.start], re.I):
            continue
        if one.day is None or other.day is None or one.month is None or other.month is None:
            continue
        same_month = (one.month, one.year) == (other.month, other.year) or (
            one.month == other.month and one.year is None
        )
        later = one.exact is not None and other.exact is not None and one.exact > other.exact
        if later or (same_month and one.day > other.day):
            span = Span(one.span.start, other.span.end)
            yield _inverted(
                article,
                settings,
                span,
                f"{one.day} {MONTHS[one.month - 1]}",
                f"{other.day} {MONTHS[other.month - 1]}",
            )


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _arabic(roman: str) -> int:
    values = [_ROMAN[c] for c in roman]
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return total if _roman(total) == roman else 0


def _roman(number: int) -> str:
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out += letters
            number -= value
    return out
