"""The name of a unit misspelt: « megajoules », « terrawattheure », « mégawatt heures ».

One finding a spelling, whose evidence is every place where it stands. A missing accent or hyphenation is
safe to mend; a letter too many is to be confirmed. « kilowatt-heure », which house styles admit, is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.settings import Settings
from relecture.types import Article, Finding, Safety, Severity, Span, Spelling

RULE = Rule(
    slug="unit-spelling",
    code="U02",
    family="U",
    severity=Severity.STYLE,
    title={"fr": "Nom d’unité mal orthographié", "en": "Misspelt unit name"},
    why={
        "fr": "Un nom d’unité s’écrit comme un nom commun, avec ses accents, et d’une seule façon dans l’article.",
        "en": "A unit name is spelt like a common noun, accents included, and in one way in an article.",
    },
    messages={
        "default": {
            "fr": "Nom d’unité : écrire « {right} » et non « {wrong} ».",
            "en": "Unit name: write “{right}”, not “{wrong}”.",
        },
    },
    flagged=(
        "Le laser a déposé 4 megajoules sur la cible.",
        "La région consomme 12 terrawattheures par an.",
        "Le parc a livré 30 mégawatt heures en une nuit.",
    ),
    accepted=(
        "Le laser a déposé 4 mégajoules sur la cible.",
        "Le parc a livré 30 mégawatts-heures en une nuit.",
        "La société Megawatt Labs a levé 3 millions d’euros.",
    ),
    false_positives=("Une citation en langue étrangère.",),
    supersedes=("unit-style-varies",),
)


@cache
def _blows() -> re.Pattern[str]:
    # « vent : +1,4 ms », « un vent favorable de 2,1 ms », « des rafales à 12 ms »
    return re.compile(
        r"\b(?:vents?|rafales?|bourrasques?|anémomètre)\b(?:\s(?!et\b|ou\b|dont\b|en\b|sous\b)[^\W\d]+){0,4}\s?[:=(,]?\s?(?:de\s|à\s)?[+−–-]?$",
        re.I,
    )


def _wind(article: Article, at: int) -> bool:
    """True when the figure at *at* is the speed of a wind."""
    return _blows().search(article.text.prose, max(0, at - 60), at) is not None


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a wrong spelling, in the order of their first places."""
    places: dict[tuple[str, str, Spelling], list[Span]] = defaultdict(list)
    for quantity in article.quantities:
        unit = quantity.unit
        if unit and unit.span and unit.expected and unit.spelling in {Spelling.UNACCENTED, Spelling.MISSPELT}:
            places[unit.text.lower(), unit.expected, unit.spelling].append(unit.span)
        if unit and unit.span and unit.canonical == "millisecond" and _wind(article, quantity.span.start):
            places["ms", "m/s", Spelling.MISSPELT].append(unit.span)
    for (wrong, right, spelling), spans in places.items():
        yield finding(
            RULE,
            settings,
            [evidence(article, s, "unité") for s in spans],
            confidence=0.97 if spelling is Spelling.UNACCENTED else 0.92,
            suggestion=right,
            safety=Safety.SAFE if spelling is Spelling.UNACCENTED else Safety.TO_CONFIRM,
            wrong=wrong,
            right=right,
        )
