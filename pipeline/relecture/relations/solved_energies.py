"""A power, so many hours a day or a year, and the energy that they make: « 1 500 watts, six heures par jour… au bout de trente jours, 720 kWh ».

The hours of a day and the days are multiplied: nothing but their units says that they go with the power. The power may be
that of the sentence before, and one of several; if any gives the energy, that is the one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.twos import plural, window
from relecture.types import Relation, RelationKind, Span

_PER = r"(?P<hours><D>)(?: [^\W\d]+)? (?:par|chaque|quotidien\w*|l'|à l'|dans l'|sur l'|/ ?)(?: ?(?P<per>jour|an|année|semaine|mois|soir|nuit))?"
#: What says that the power runs in full for those hours.
_FULL = r" (?:à |en )?(?:pleine (?:charge|puissance)|équivalent\w*|plein régime|fonctionn\w+|d'ensoleill\w+|de vent|au maximum)|\b(?:fonctionn\w+|tourn\w+|allumée?s?|chauff\w+|march\w+|brûl\w+|laiss\w+|pleine (?:charge|puissance)|équivalent\w*)\b"
_CUE = heads(("par", "chaque", "quotidien", "quotidiennes"))
_OTHERWISE = r"\b(?:contre|au lieu|jusqu'à|maximum|crête|économi\w+|de (?:plus|moins)|rendement|facteur de charge|dont|moyenne)(?!\w)"
_YEARLY = r"\b(?:par an|annuel\w*|à l'année|chaque année|l'an)\b"
_DAILY = r"\b(?:quotidien\w*|par jour|chaque jour|par nuit|chaque nuit)\b"
#: How many times too much or too little may be a slip; less than that share off must look like one.
_FAR, _CLOSE = Decimal(5), Decimal("0.3")


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The energies of an article that hours by a period and a power make."""
    for match in skeleton.find_by(_CUE, _PER):
        hours = skeleton.amount(match, "hours")
        per = match["per"] or "jour"
        if hours.canonical != "hour" or hours.low is not None or per in ("semaine", "mois"):
            continue
        for back, on in ((0, 0), (1, 0), (0, 1), (1, 1)):
            start, end = window(skeleton, match.start(), back=back, on=on)
            relation = _made(skeleton, start, end, hours, per)
            if relation is not None:
                yield relation
                break


def _made(skeleton: Skeleton, start: int, end: int, hours: Amount, per: str) -> Relation | None:
    found = [a for _, a in skeleton.amounts_between(start, end)]
    energies = [a for a in found if a.dimension == "energy" and a.shape is Shape.MEASURE]
    powers = [a for a in found if a.dimension == "power" and a.low is None and not a.approximate]
    times = [
        a
        for a in found
        if a.shape is Shape.DURATION and a is not hours and a.canonical in ("day", "month", "year")
    ]
    counted = [a for a in found if a.shape is Shape.COUNT and plural(a)]
    several = counted[0] if len(counted) == 1 and not times else None
    text = skeleton.text[start:end]
    if len(energies) != 1 or not powers or len(times) > 1 or pattern(_OTHERWISE).search(text):
        return None
    if not pattern(_FULL).search(text):
        return None
    (energy,) = energies
    if energy.low is not None or not energy.sure:
        return None
    time = hours
    if per in ("jour", "soir", "nuit"):
        if times and (times[0].canonical != "day" or times[0].low is not None):
            return None
        if times:
            first, last = sorted((hours, times[0]), key=lambda a: a.span)
            time = replace(
                hours,
                value=hours.value * times[0].value,
                span=Span(first.span.start, last.span.end),
                quantity=None,
            )
        elif not pattern(_DAILY).search(text) or len(counted) != 1:
            return None
    elif times or not pattern(_YEARLY).search(text):
        return None
    made = [(_ratio(energy, p, time, n), p, n) for p in powers for n in dict.fromkeys((None, several))]
    ratio, power, several = min(made, key=lambda one: max(one[0], 1 / one[0]) if one[0] else _FAR)
    if not 1 / _FAR < ratio < _FAR:
        return None
    return link(
        RelationKind.PRODUCT,
        "power-time",
        skeleton.source(start, end),
        {"power": power, "result": energy, "time": time, "count": several},
        explicit=abs(ratio - 1) > _CLOSE,
        full=True,
        mean=False,
        store=False,
        wide=True,
        sentence=text,
    )


def _ratio(energy: Amount, power: Amount, time: Amount, several: Amount | None) -> Decimal:
    """How many times the energy that the power makes in that time, for as many machines, the stated one is."""
    made = power.value * (power.factor or 1) * time.value * 3600 * (several.value if several else 1)
    return energy.value * (energy.factor or 0) / made if made else Decimal(0)
