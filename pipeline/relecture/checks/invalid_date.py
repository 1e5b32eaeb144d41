"""A date that no calendar has: 31 November, 30 February, 29 February of a common year.

A leap day without a year is accepted. The weekday written before a date that does not exist is not
judged apart: it has the same cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.calendar import MONTHS, dated
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity

RULE = Rule(
    slug="invalid-date",
    code="T02",
    family="T",
    severity=Severity.ERROR,
    title={"fr": "Date impossible", "en": "Impossible date"},
    why={
        "fr": "Ce jour n’existe dans aucun calendrier : le quantième ou le mois est faux.",
        "en": "No calendar has this day: the day or the month is wrong.",
    },
    messages={
        "default": {
            "fr": "Cette date n’existe pas : {month} n’a que {length} jours.",
            "en": "This date does not exist: {month} has only {length} days.",
        },
        "leap": {
            "fr": "Cette date n’existe pas : {year} n’est pas une année bissextile.",
            "en": "This date does not exist: {year} is not a leap year.",
        },
    },
    flagged=(
        "Les candidatures sont closes le 31 novembre.",
        "Il est entré en fonction le 30 février 2024.",
        "Née le 29 février 2023, elle fêtera son anniversaire tous les ans.",
    ),
    accepted=(
        "Les candidatures sont closes le 30 novembre.",
        "Né le 29 février 2024, il attendra quatre ans.",
        "L’article 32-03 du règlement s’applique au 31/10.",
    ),
    false_positives=("Une date fictive ou d’un autre calendrier (« le 30 février 1712 » en Suède).",),
)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Each impossible day once."""
    for date in dated(article):
        if date.exists or date.month is None:
            continue
        items = [evidence(article, date.span, "date")]
        if date.month == 2 and date.day == 29:
            yield finding(RULE, settings, items, "leap", confidence=0.99, year=date.year)
        elif date.day is not None and date.day <= 31:
            length = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(date.month, 31)
            yield finding(RULE, settings, items, confidence=0.98, month=MONTHS[date.month - 1], length=length)
