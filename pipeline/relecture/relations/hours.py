"""The time that two hours of the clock bound: « de 22 heures à 6 heures », « allumé à 8 h, éteint à midi »."""

from __future__ import annotations

from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.types import Unit

_QUARTER = Decimal("0.25")
_HOUR = r"(?:(?P<{0}><N>) ?h(?:eures?)?\b(?! ?<N>|[\w:])|(?P<{0}_word>midi|minuit)\b)"
_WORDS = {"midi": Decimal(12), "minuit": Decimal(0)}
_FORM = (
    rf"\b(?P<opened>de|entre|dès|depuis|à) {_HOUR.format('first')}(?P<gap>[^§;\ue000-\ue0fe]{{0,50}}?)(?:\b(?:à|et|jusqu'à|au) |,)?{_HOUR.format('last')}"
).replace("§", STOP)
#: What ends at the second hour when the first is that of a beginning: « branchée à 22 h et débranchée à 6 h ».
_STARTED = r"\b(?:branch|allum|démarr|lanc|ouv|début|commenc|connect|(?:mis\w*|met|mettent|mettait|remet) (?:en route|en marche|à charger|en charge)|arriv)[^§;]{0,25}$"
_STOPPED = r"\b(?:débranch|étein|éteign|arrêt|coup|ferm|fini|termin|déconnect|jusqu'|repart|reti)"


def between(skeleton: Skeleton, start: int, end: int) -> Amount | None:
    """The time from the first hour to the last of a stretch that holds only those two; ``None`` otherwise."""
    if "h" not in skeleton.text[start:end]:
        return None
    found = list(pattern(_FORM).finditer(skeleton.text, start, end))
    hours = sum(1 for _ in pattern(_HOUR.format("any")).finditer(skeleton.text, start, end))
    if len(found) != 1 or hours != 2:
        return None
    match = found[0]
    if not _bounded(skeleton.text[start : match.start("opened")], match["opened"], match["gap"]):
        return None
    first, last = (
        _WORDS[word] if (word := match[f"{name}_word"]) else skeleton.amount(match, name).value
        for name in ("first", "last")
    )
    if not (0 <= first <= 24 and 0 <= last <= 24) or first == last:
        return None
    span = skeleton.source(match.start("first" if match["first"] else "first_word"), match.end())
    return Amount(
        id=f"{span.start}-{span.end}",
        span=span,
        shape=Shape.DURATION,
        value=last - first if last > first else last - first + 24,
        ulp=_QUARTER,
        zeros=_QUARTER,
        unit=Unit(text="", canonical="hour", symbol="h", dimension="time", span=span),
        factor=Decimal(3600),
        si_unit="s",
    )


def _bounded(before: str, opened: str, gap: str) -> bool:
    if opened in ("de", "entre"):
        return not pattern(r"[^\W\d]").search(
            gap.removesuffix("à ").removesuffix("et ").replace(" du matin", "")
        )
    return bool(pattern(_STARTED).search(before) and pattern(_STOPPED).search(gap)) or "jusqu'" in gap
