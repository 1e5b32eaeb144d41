"""The magnitude of one earthquake told twice: « un séisme de magnitude 5,2… La secousse, de magnitude 5,4 »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern

_CUE = heads(("magnitude",))
_TOLD = r"\bmagnitude (?:de |d'|estimée à |évaluée à )?(?P<size><N>)"
#: Another shock, another measure of it.
_OTHER = (
    r"\b(?:répliques?|second\w*|deuxième|autres?|précédent\w*|nouve\w+|puis|suivi\w*|révis\w+|revu\w*|initial\w*|d'abord|selon|d'après|estim\w+|précurseur"
    r"|entre|derni\w+|avait|premi\w+|plus|moins|contre|échelle|en <Y>|au moins|jusqu'à|supérieure?|record)\b"
)
_RESUMED = r"[ «\"]*(?:la secousse|le séisme|le tremblement de terre|ce séisme|cette secousse|ce tremblement|il|elle|d'une)\b"


def read(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """The two magnitudes, when the second sentence takes up the first one's shock."""
    found = [m for m in skeleton.find_by(_CUE, _TOLD) if skeleton.amount(m, "size").shape is Shape.BARE]
    for one, other in pairwise(found):
        first, later = skeleton.amount(one, "size"), skeleton.amount(other, "size")
        low, _ = skeleton.sentence(one.start())
        start, end = skeleton.sentence(other.start())
        between = skeleton.text[one.end() : other.start()]
        if first.value == later.value or first.approximate or later.approximate or between.count(STOP) != 1:
            continue
        resumed = pattern(_RESUMED).match(skeleton.text, start, end)
        if resumed and not pattern(_OTHER).search(skeleton.text, low, end):
            yield first, later
