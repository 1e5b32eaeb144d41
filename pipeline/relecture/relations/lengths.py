"""A length of time taken up with another value: « ces trente-six mois », « cette peine de cinq ans »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import content
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.twos import window

#: A pointed time that is not the one told before.
_APART = r"\b(?:dont|derni\w+|premi\w+|prochain\w*|suivant\w*|autres?|supplémentaires?|sursis|restant\w*|devai\w*|prévu\w*|initial\w*|annoncé\w*|prolong\w*)\b"
#: A time that is pointed at, by itself or by what lasts, and the words that tell of what lasts.
_SPAN = (
    r"\b(?:ces|(?:cette|ce|cet) (?P<head>peine|condamnation|suspension|fermeture|délai|attente|retard|absence|grève|arrêt|interruption|coupure|traversée"
    r"|séjour|mandat|contrat|bail|mission|détention|voyage|stage|exil|convalescence|panne|interdiction|report|chrono|temps|performance)(?: (?!de\b|d')[^\W\d]+)?(?: de| d')) ?<d>(?P<later><D>)(?! (?:derni|premi|prochain|suivant))"
)
#: « des six ans requis », « les trois mois infligés ».
_DONE = r"\b(?:les|des|aux|ces) (?P<later><D>)(?: (?:de |d')[^\W\d_]+)?(?: ferme)? (?P<done>(?:requi|demandé|infligé|prononcé|réclamé|annoncé|accordé|écopé)s)\b"
_RAN = r"\b(?:impos|gagn|cour|boucl|termin|remport|franch|record|établ|réalis|sign|parcour)\w*[^;]{0,40} en <D>"
_HEADS = {
    "peine": r"\b(?:prison|réclusion|emprisonnement|détention|condamn\w+|écop\w+)\b",
    "condamnation": r"\b(?:prison|réclusion|emprisonnement|détention|condamn\w+|écop\w+)\b",
    "fermeture": r"\b(?:ferm\w+)\b",
    "suspension": r"\b(?:suspen\w+)\b",
    "attente": r"\b(?:attend\w*|attente|patient\w*)\b",
    "absence": r"\b(?:absen\w+|éloign\w+|indisponib\w+)\b",
    "interdiction": r"\b(?:interdi\w+)\b",
    "chrono": _RAN,
    "temps": _RAN,
    "performance": _RAN,
    "report": r"\b(?:report\w*|repouss\w*|décal\w*)\b",
}


def times(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """Each time that « ces », « cette peine de » takes up with another length, in the same unit or in another."""
    for match in skeleton.find(_SPAN):
        later = skeleton.amount(match, "later")
        low, _ = window(skeleton, match.start())
        before = [
            a
            for _, a in skeleton.amounts_between(low, match.start())
            if a.shape is Shape.DURATION
            and a.quantity is not None
            and (match["head"] is None or a.canonical == later.canonical)
        ]
        if len(before) != 1 or later.low is not None or before[0].low is not None:
            continue
        if match["head"] is not None and not _named_time(skeleton, match, low, later):
            continue
        told = skeleton.text[low : match.end() + 12]
        if pattern(_APART).search(_suspended().sub("", told) if match["head"] else told):
            continue
        if later.quantity is not None and pattern(_APART).search(later.quantity.text.lower()):
            continue  # « ces dix derniers jours »
        yield before[0], later


def again(skeleton: Skeleton) -> Iterator[tuple[Amount, Amount]]:
    """« a requis cinq ans de prison… des six ans requis »: the time that the same verb gave."""
    for match in skeleton.find(_DONE, "D"):
        later, stem = skeleton.amount(match, "later"), content(match["done"])
        start, end = skeleton.sentence(match.start())
        low, _ = window(skeleton, match.start())
        before = [a for _, a in skeleton.amounts_between(low, start) if a.shape is Shape.DURATION]
        if len(before) != 1 or not stem or not stem <= content(skeleton.text[low:start]):
            continue
        first = before[0]
        told = skeleton.text[low:end]
        if first.canonical == later.canonical and not pattern(_APART.replace("|annoncé\\w*", "")).search(told):
            yield first, later


@cache
def _suspended() -> re.Pattern[str]:
    """The part of a sentence that is suspended, which leaves the whole as it is."""
    return re.compile(r"\bdont [^,;.\ue0ff]{0,20}(?:avec sursis|ferme)")


def _named_time(skeleton: Skeleton, match: re.Match[str], low: int, later: Amount) -> bool:
    """True when the sentence before tells of what the noun names, and gives no other time that may be meant."""
    told = skeleton.text[low : match.start()]
    known = pattern(_HEADS[match["head"]]).search(told) if match["head"] in _HEADS else match["head"] in told
    values = [a.value for _, a in skeleton.amounts_between(low, match.start())]
    firm = pattern(r" (?:ferme|avec sursis|de sursis|supplémentaire|de plus|par )").match(
        skeleton.text, match.end()
    )
    return bool(known) and later.value not in values and firm is None
