"""A number stuck to its unit: « 300MW », « 195000foyers ».

Reads symbols of power, energy, mass, area and speed, and words of four letters or more after at least
three digits. One finding for the article, whose evidence is every place.

Admitted: « 4G », « A380 », « 20h30 », « COP21 », « 100m » (a race), « 142€ » and « 12M€ », which many papers
write so, and product names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import dimension
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.landmarks import figures
from relecture.openings import matched
from relecture.settings import Settings
from relecture.types import Article, Finding, Safety, Severity, Span

RULE = Rule(
    slug="unit-spacing",
    code="U04",
    family="U",
    severity=Severity.STYLE,
    title={"fr": "Nombre collé à son unité", "en": "Number stuck to its unit"},
    why={
        "fr": "Une espace insécable sépare le nombre du symbole de son unité.",
        "en": "A no-break space stands between a number and the symbol of its unit.",
    },
    messages={
        "default": {
            "fr": "Espace insécable avant l’unité : « {right} ».",
            "en": "No-break space before the unit: “{right}”.",
        },
    },
    flagged=(
        "Le parc devrait fournir 300MW dès l’hiver.",
        "La panne a touché 195000foyers pendant une heure.",
        "Le camion transporte 12kg de poudre et 40MWh de batteries.",
    ),
    accepted=(
        "La 5G, l’A380 et la COP21 n’ont rien à voir.",
        "Il court le 100m à 20h30 pour 142€.",
        "Le parc devrait fournir 300 MW dès l’hiver.",
    ),
    false_positives=("Une référence de produit qui se lit comme une quantité.",),
)

_READ = frozenset({"power", "energy", "mass", "area", "speed", "currency/energy"})

#: Figures of a number that a word is glued to: « 5G », « 20h30 » have fewer.
_GLUED = 3


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,@#/-])\d{3,9}(?!(?:ième|ieme|aine|nde|ndes)s?\b)[a-zà-ÿ]{4,20}(?![\w@.-]\w)")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """All the places of the article in one finding."""
    raw = article.text.raw
    spans = []
    for quantity in article.quantities:
        unit = quantity.unit
        if (
            dimension(quantity) in _READ
            and unit
            and unit.span
            and unit.span.start == quantity.number.end
            and unit.text[0].isalpha()
        ):
            spans.append(Span(quantity.number.start, unit.span.end))
    prose = article.text.prose
    glued = [at for at, end in figures(prose) if end - at >= _GLUED and prose[end : end + 1].isalpha()]
    words = [Span(m.start(), m.end()) for m in matched(_word(), prose, glued)]
    spans += [w for w in words if not any(w.overlaps(s) for s in spans)]
    spans.sort()
    if spans:
        right = re.sub(r"(?<=\d)(?=[^\W\d])", "\u00a0", spans[0].of(raw), count=1)
        yield finding(
            RULE,
            settings,
            [evidence(article, s, "quantité") for s in spans],
            confidence=0.93,
            suggestion=right,
            safety=Safety.SAFE,
            right=right,
        )
