"""Two prices of one thing by two units: « le mégawattheure s'échange à 92 euros, ce qui met le kilowattheure à 9,2 centimes »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.recast import measuring
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.types import Relation, RelationKind

_UNITS = {
    "mégawattheure": "megawatt_hour", "mwh": "megawatt_hour", "kilowattheure": "kilowatt_hour", "kwh": "kilowatt_hour",
    "tonne": "metric_ton", "quintal": "quintal_metric", "kilo": "kilogram", "kilogramme": "kilogram", "kg": "kilogram", "gramme": "gram",
    "litre": "liter", "hectolitre": "hectoliter", "baril": "barrel", "mètre cube": "meter**3", "m3": "meter**3", "m³": "meter**3",
    "hectare": "hectare", "mètre carré": "meter**2",
}  # fmt: skip
_PRICED = rf"\b(?:l[ea] |du |au |chaque |l')(?P<of>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)<g40>(?P<price><M>)"
_CUE = heads(word for name in _UNITS for word in name.split())
_AGAIN = r"(?:\b(?:soit|c'est-à-dire|autrement dit|revien\w+|équiva\w+|ce qui (?:met|mettait|fait|donne|porte|représente))\b|\()[^;]{0,40}$"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The second price against the first, where a word says that one is the other."""
    found = _told(skeleton)
    for (at, one), (place, other) in pairwise(sorted(found.items())):
        if (
            one.canonical != other.canonical
            and one.si_unit == other.si_unit
            and skeleton.sentence(at) == skeleton.sentence(place)
            and pattern(_AGAIN).search(skeleton.text, at + 1, place)
        ):
            yield link(
                RelationKind.EQUALITY, "recast", other.span, {"source": one, "stated": other}, alike=True
            )


def _told(skeleton: Skeleton) -> dict[int, Amount]:
    """The prices by a unit, by their places."""
    found = {}
    for match in skeleton.find_by(_CUE, _PRICED):
        price = skeleton.amount(match, "price")
        found[match.start("price")] = measuring(price, f"{price.canonical}/{_UNITS[match['of']]}")
    if found:
        rates = ((p, skeleton.marks[p]) for p in skeleton.positions)
        found.update((p, a) for p, a in rates if a.shape is Shape.RATE and a.dimension.startswith("currency/"))
    return found
