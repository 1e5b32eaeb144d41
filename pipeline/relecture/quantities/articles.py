"""When « un » and « une » before a unit are the number one, and not the article."""

from __future__ import annotations

import re

from relecture.quantities.grammar import UnitRead

#: Units whose name is also an ordinary noun: « un jour », « une seconde équipe », « un point commun ».
_RISKY = frozenset(
    """
    day second foot inch french_franc bar troy_ounce degree_Celsius knot carat pound are decade mile
    acre calorie bit byte watt volt newton pascal gray ruble won rand real brazilian_real
    """.split()
)
_RISKY_WORDS = frozenset(("année", "journée"))
_MEASURED = re.compile(
    r"(?<!\w)(?:en|pendant|durant|d'|par|après|avant|dans|sous|depuis|environ|quelque|à|presque|toutes les|"
    r"seulement|qu'|près d'|jusqu'à|sur|il y a|fallu|faut|dure|duré|durera|passé|attendre|soit|de) ?$",
    re.I,
)
_POINT = re.compile(
    r" (?:de |d')(?:plus|moins|mieux|pourcentage|croissance|pib|tva|csg|base|hausse|baisse|retard|avance)\b",
    re.I,
)
_GAINED = re.compile(r"(?:gagn|perd|cèd|pren|abandonn|lâch|recul|progress|augment|baiss|grimp)\w*+ d?'?$", re.I)
_LATER = re.compile(
    r" (?:plus tard|plus tôt|de moins|de plus|de mieux|auparavant|après|d'avance|de retard|seulement|suffit|"
    r"durant)\b",
    re.I,
)
_OTHER = re.compile(r"une? (?:autre|nouve|premi|derni|prochain|certain|seul autre)", re.I)
_NOT_AFTER_SECOND = re.compile(r"(?=$|[.,;:!?)»]| (?:de|d'|par|pour|à|après|avant|plus|et|avec|sur|suffit)\b)")


def article_is_number(text: str, start: int, unit: UnitRead) -> bool:
    """True when « un(e) » at *start*, with this *unit*, tells an amount (« glisse d'un mois »)."""
    name = unit.canonical
    if _OTHER.match(text, start) is not None:
        return False
    if name == "percentage_point":
        return (_POINT.match(text, unit.end) or _GAINED.search(text, max(0, start - 16), start)) is not None
    if _LATER.match(text, unit.end):
        return True
    if name == "degree_Celsius" and _GAINED.search(text, max(0, start - 16), start):
        return True
    if name in _RISKY or unit.text.lower() in _RISKY_WORDS:
        if name == "second" and _NOT_AFTER_SECOND.match(text, unit.end) is None:
            return False
        return _MEASURED.search(text, max(0, start - 16), start) is not None
    return True
