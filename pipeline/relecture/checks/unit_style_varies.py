"""One unit written in two right ways: « kilowattheure » and « kilowatt-heure », « m² » and « m2 ».

Wrong spellings are `unit-symbol-case` and `unit-spelling`, which come first. A symbol beside a name in full
is no variation: most papers write the name first and the symbol after. Quoted words are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from relecture.checks.base import Rule, evidence, finding
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity, Spelling

RULE = Rule(
    slug="unit-style-varies",
    code="U03",
    family="U",
    severity=Severity.STYLE,
    title={"fr": "Unité écrite de plusieurs façons", "en": "Unit written in several ways"},
    why={
        "fr": "Une même unité gagne à s’écrire d’une seule façon dans un article.",
        "en": "One unit is better written in one way throughout an article.",
    },
    messages={
        "default": {
            "fr": "La même unité s’écrit {forms} : uniformiser ?",
            "en": "The same unit is written {forms}: make it uniform?",
        },
    },
    flagged=(
        "Le foyer a consommé 300 kilowattheures en mai et 280 kilowatts-heures en juin.",
        "La salle passe de 120 m2 à près de 300 m². Elle ouvrira en mai.",
        "Le litre de bouillon contient 2 mégajoules-pieds ; la terrasse mesure 40 m² et la cour 60 m2.",
    ),
    accepted=(
        "L’usine a produit 350 gigawattheures (GWh), puis 400 GWh.",
        "La salle passe de 120 m² à près de 300 m².",
        "Le parc compte 12 MW, la toiture 3 MWc.",
    ),
    false_positives=("Un document cité qui a sa propre graphie.",),
)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a unit with two right spellings of one sort (names, or symbols)."""
    forms: dict[tuple[str, str, bool], dict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for quantity in article.quantities:
        unit = quantity.unit
        if unit is None or unit.span is None or unit.spelling is not Spelling.STANDARD or "/" in unit.canonical:
            continue
        form = _form(unit.text)
        if form and not _quoted(article, quantity):
            forms[unit.canonical, unit.note or "", len(form) > 4][form].append(quantity)
    for found in forms.values():
        if len(found) > 1:
            firsts = [quantities[0] for quantities in found.values()]
            yield finding(
                RULE,
                settings,
                [evidence(article, q.span, "graphie", q.id) for q in firsts],
                confidence=0.85,
                forms=" et ".join(f"« {q.unit.text} »" for q in firsts if q.unit),
            )


@lru_cache(maxsize=1024)
def _form(text: str) -> str | None:
    """The spelling of a unit, plural and case left out; ``None`` where none can vary."""
    plain = re.sub(r"s(?=\b)", "", text.lower())
    return plain if re.search(r"watt|[mk²³]?m[²³23]|^gr?$", plain) else None


def _quoted(article: Article, quantity: Quantity) -> bool:
    return any(q.span.contains(quantity.span) for q in article.quotes)
