"""Equality: « X, soit Y », « X (Y) », « X = Y », « cela équivaut à Y » — two writings of one amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import EACH_ONE
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.types import Kind, Relation, RelationKind

#: How far back the first member may stand, in characters of the reduced text.
_REACH = 110

#: Words that announce a second writing of what precedes. « représenter » and « revenir à » link other
#: things as well (a share, a cost): they count only between two units of one dimension, like the rest.
_ANNOUNCED = (
    r"(?P<trigger>\b(?:soit|c'est-à-dire|autrement dit|à savoir)(?: encore| donc)?,? "
    r"|\b(?:traduisez|traduction|lisez|comprenez|comprendre|en clair|en d'autres termes|ou si l'on préfère) ?[:,] ?"
    r"|= ?"
    r"|\b(?:(?:ce )?qui |cela |ça |ceci |elle |il |ils |elles |et |on )?(?:ne |n')?"
    r"(?:correspond(?:e|ent|ant|ait|raient)?|équiva(?:ut|lent|lant|lait|udrait)|représent(?:e|ent|ant|ait|aient|erait)"
    r"|revien(?:t|nent) à dire|va(?:ut|lent)|font|fait|égalent?|égale)(?: à peine| donc| encore| ainsi)?"
    r"(?: (?:qu'|que ))?(?: ?à| ?aux?)? ?"
    r"|\bl'équivalent d(?:e |'|es ))"
)
_CUE = heads(
    "soit dire autrement savoir traduisez traduction lisez comprenez comprendre clair termes préfère = correspond équivaut représente revient vaut valent fait font égal".split()
)
#: Words that open a sentence which says the one before in other units.
_RESTATING = r"\b(?:traduit\w*|traduction|convert\w*|exprim\w*|rapporté\w*|ramené\w*|cela|ça|ceci|ce qui|en clair|en d'autres termes|pour (?:qui|ceux))\b"
#: The verb after it says what another thing is worth: « qui s'échangeait à 1,09 dollar, le baril vaut 78 euros ».
_NEW_SUBJECT = r"<X>[^,]{0,25}, (?:les? |la |l'|une? |chaque )[^\W\d][^,;:]{0,30}$"
_STATED = r"(?P<stated><X>)"
_ELSEWHERE = (  # what follows makes the second amount another thing: a difference, a unit price, a part
    r" (?:de plus|de moins|de mieux|de trop|en plus|en moins|supplémentaires?|par |chac|à chac|(?:la )?pièce|(?:à )?l'un|le lot|l'exemplaire|unitaires?|(?:en|de) moyenne"
    r"|après\b|avant\b|plus t(?:ard|ôt)|d'économ|d'écart|de différence|de retard|d'avance|seulement pour|pour l[ae] seul)"
)
#: A time is that of days of work, or one of several: « dix jours à six heures par jour, soit soixante heures ».
_WORKED = (
    r"\b(?:par (?:jour|nuit|semaine|mois|an|séance|cours|élève|personne)|quotidien\w*|hebdomadaires?|mensuel\w*|chaque (?:jour|nuit|semaine|mois)|fois|à <A> ?h(?:eures)?"
    r"|(?:de|d'|en) ?(?:formation|stage|cours|travail|classe|enseignement|ateliers?|répétitions?|tournage|bénévolat|garde|congés?|télétravail|chômage))\b"
)
#: « 8 éoliennes de 2 MW, soit 16 MW » is a product.
_TIMES = r"(?:<C>|<N>)<h30> (?:de|d'|d'une? \w+(?: unitaire)? de|à) ?<d>$"


#: « 2 000 francs de loyer, à peine 300 euros », « 35 000 m² – 3,5 hectares – ».
_APPOSED = r"(?P<source><X>)(?:(?: d(?:e |')[^\W\d_]+)?, (?P<stated><X>)(?= ?[,.;)»]|\ue0ff|$)| ?(?P<dash>[–—]) ?(?P<dashed><X>)(?= ?[–—]))"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The equalities between amounts of one dimension in two units."""
    yield from _announced(skeleton)
    yield from _bracketed(skeleton)
    yield from _apposed(skeleton)


def _announced(skeleton: Skeleton) -> Iterator[Relation]:
    for match in skeleton.find_by(_CUE, _ANNOUNCED + r"<d>" + _STATED):
        stated = skeleton.amount(match, "stated")
        if pattern(_ELSEWHERE).match(skeleton.text, match.end()):
            continue
        start, _ = skeleton.sentence(match.start("trigger"))
        opening = not skeleton.text[start : match.start("trigger")].strip(" «\"'")
        if opening and start > 1:
            start, _ = skeleton.sentence(start - 2)
        reach = max(start, match.start("trigger") - _REACH)
        if stated.shape is Shape.DURATION and _worked(skeleton, reach, match.start("trigger"), stated):
            continue
        sources = _sources(skeleton, reach, match.start("trigger"), stated)
        if not sources and not opening and start > 1 and _taken_up(skeleton, start, match):
            sources = _sources(skeleton, skeleton.sentence(start - 2)[0], start, stated)
        if sources and not pattern(_NEW_SUBJECT).search(skeleton.text, reach, match.start("trigger")):
            yield link(
                RelationKind.EQUALITY,
                "announced",
                skeleton.span(match, "trigger"),
                {"source": sources[0], "stated": stated, "others": tuple(sources[1:])},
                explicit=_direct(skeleton, sources[0], match),
            )


def _taken_up(skeleton: Skeleton, start: int, match: re.Match[str]) -> bool:
    """True when the sentence restates the one before: « Traduit en wattheures, cela représente… »."""
    end = match.start("trigger")
    return skeleton.text[start:end].strip() == "" or bool(
        pattern(_RESTATING).search(skeleton.text, start, match.end())
        and not skeleton.amounts_between(start, end)
    )


def _direct(skeleton: Skeleton, source: Amount, match: re.Match[str]) -> bool:
    """True when nothing but the source's own complement stands before the trigger."""
    position, nearest = skeleton.amounts_between(0, match.start("trigger"))[-1]
    return nearest is source and match.start("trigger") - position <= 60


def _sources(skeleton: Skeleton, start: int, end: int, stated: Amount) -> list[Amount]:
    """The earlier amounts that *stated* may restate, the nearest first."""
    found = [
        a
        for p, a in skeleton.amounts_between(start, end)
        if comparable(a, stated)
        and not _split(a)
        and not second_part(skeleton, start, p, a)
        and not pattern(_TIMES).search(skeleton.text, max(start, p - 60), p)
        and not pattern(rf" ?{EACH_ONE}").match(skeleton.text, p + 1)
    ]
    return found[::-1]


#: Units that end a measure in two of them: « 7 livres et 11 onces ».
_SMALL = frozenset(("ounce", "troy_ounce", "inch", "foot"))


def second_part(skeleton: Skeleton, start: int, at: int, amount: Amount) -> bool:
    """True for the smaller part of a measure in two units."""
    lead = pattern(r"<A>(?: et|,) $").search(skeleton.text, max(start, at - 5), at)
    return amount.canonical in _SMALL and lead is not None


def _worked(skeleton: Skeleton, start: int, end: int, stated: Amount) -> bool:
    """True when the times before make *stated* by a product, not by a conversion."""
    if pattern(_WORKED).search(skeleton.text, start, end):
        return True
    times = [a for _, a in skeleton.amounts_between(start, end) if a.shape is Shape.DURATION]
    return len(times) > 1 and any(a.canonical == stated.canonical for a in times)


def _split(amount: Amount) -> bool:
    """True for one end of a range: a range is restated as a whole."""
    return amount.quantity is not None and amount.quantity.kind is Kind.RANGE and amount.low is None


def _bracketed(skeleton: Skeleton) -> Iterator[Relation]:
    inside = r"\( ?(?P<trigger>(?:soit|ou|c'est-à-dire|=|l'équivalent d(?:e |'))? ?)(?P<stated><X>)(?= ?[),;!?…]| d[e'])"
    for match in skeleton.find(r"(?P<source><X>)<g30>" + inside):
        source, stated = skeleton.amount(match, "source"), skeleton.amount(match, "stated")
        if comparable(source, stated):
            yield link(
                RelationKind.EQUALITY,
                "bracketed",
                skeleton.source(match.end("source"), match.start("stated") + 1),
                {"source": source, "stated": stated},
                explicit=bool(match["trigger"].strip()) or match.start("stated") - match.end("source") < 4,
            )


def _apposed(skeleton: Skeleton) -> Iterator[Relation]:
    """« 1 066 secondes, près de 18 minutes »: an approximator says that the second is the first, rounded; two dashes, too."""
    for match in skeleton.find(_APPOSED):
        dashed = match["dash"] is not None
        source, stated = (
            skeleton.amount(match, "source"),
            skeleton.amount(match, "dashed" if dashed else "stated"),
        )
        if (dashed or stated.approximate) and comparable(source, stated) and not _split(source):
            yield link(
                RelationKind.EQUALITY,
                "apposed",
                skeleton.span(match),
                {"source": source, "stated": stated},
                explicit=dashed,
            )


def comparable(one: Amount, other: Amount) -> bool:
    """True for two writings of one dimension in different units, qualified alike (peak, thermal…)."""
    if one.unit is None or other.unit is None or Shape.COUNT in (one.shape, other.shape):
        return False
    clock = other.shape is Shape.DURATION and other.quantity is None  # « 2 h 22 » is held in minutes
    if one.dimension != other.dimension or (one.canonical == other.canonical and not clock):
        return False
    notes = {one.unit.note, other.unit.note}
    return len(notes) == 1 or (
        one.dimension == "mass" and None in notes
    )  # « 2 Mt de CO2, soit 2 millions de tonnes »
