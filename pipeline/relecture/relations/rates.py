"""Rates that say of what they are the share: « 62 des 80 lits étaient occupés ; le taux d'occupation, de 78 % »."""

from __future__ import annotations

from relecture.fr.rate_words import RATES as OF
from relecture.relations.skeleton import pattern

#: What a share may be called.
RATES = r"(?:taux|part|proportion|ratio|pourcentage|participation|mobilisation|fréquentation|occupation|remplissage|réussite|adhésion|couverture|présence|recouvrement|approbation|abstention|absentéisme|score)"
_NAMED = r"\b(?:un|une|l[ea]|son|sa|leur|ce|cette) (?:taux|part|proportion|pourcentage) (?:de |d')(?P<of>[^\W\d]+)[^;:()]{0,25}?,? (?:de|d'|à|atteint|atteignant|dépasse|frôle|avoisine) ?<d>$"


def rate_named(lead: str) -> bool:
    """True when *lead* ends on a rate whose words are known."""
    said = pattern(_NAMED).search(lead)
    return said is not None and any(pattern(rf"(?:{name})s?").fullmatch(said["of"]) for name, _ in OF)


def rate_told(text: str, start: int, at: int, lead: str) -> bool:
    """True when the rate that *lead* names before position *at* is of what is counted from *start*."""
    said = pattern(_NAMED).search(lead)
    if said is None:
        return False
    counted = text[start : at - len(lead) + said.start() + 1]
    return any(
        pattern(rf"(?:{name})s?").fullmatch(said["of"]) and pattern(rf"\b(?:{of})").search(counted)
        for name, of in OF
    )
