"""What a multiple is said of, where its words tell: « une surface quatre fois plus vaste », « mille fois plus légère »."""

from __future__ import annotations

from relecture.relations.skeleton import Skeleton, pattern

#: What a thing is more or less of, by the dimension that it is measured in.
_NOUNS = {
    "area": r"surfaces?|superficies?|aires?",
    "volume": r"volumes?|contenances?",
    "power": r"puissances?",
    "mass": r"poids|masses?|tonnages?",
    "energy": r"énergies?|consommations?|productions?",
    "currency": r"prix|coûts?|tarifs?|loyers?|factures?",
    "time": r"durées?|temps",
    "speed": r"vitesses?|allures?",
    "length": r"longueurs?|hauteurs?|largeurs?|diamètres?|distances?|profondeurs?|altitudes?",
}
#: Adjectives that say of what a thing is more or less.
_ADJECTIVES = {
    "mass": r"lourd|lég[eè]r",
    "currency": r"cher|chère|coûteu|onéreu",
    "speed": r"rapid|vite|lent",
    "power": r"puissant",
}


def of_another_kind(skeleton: Skeleton, start: int, end: int, dimension: str) -> bool:
    """True when the words around the multiple at *start* to *end* say that it is of another magnitude than *dimension*."""
    if dimension not in _NOUNS:
        return False
    low, high = skeleton.sentence(start)
    told = {
        kind for kind, words in _NOUNS.items() if pattern(rf"\b(?:{words}) $").search(skeleton.text, low, start)
    } or {
        kind
        for kind, words in _ADJECTIVES.items()
        if pattern(rf"(?: (?:plus|moins))? (?:{words})").match(skeleton.text, end, high)
    }
    if "speed" in told:
        told.add("time")  # « deux semaines, contre six : on va trois fois plus vite »
    return bool(told) and dimension not in told
