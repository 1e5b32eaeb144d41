"""Ranges: « entre A et B », « de A à B » as opposed to an evolution from A to B, and « A à B », « A-B » alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.fr.range_words import AGED, ASIDES, IS, RAIN, RATES, SIZED, SIZES, STATES, STOCKS
from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import FALL, MOVE, RISE
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind

#: « entre A et B » after these words shares or compares two things: it is no range.
_SHARED = (
    r"\b(?:re|inter)?(?:écart|différence|rapport|fossé|choix|choisir|hésit\w*|partag\w*|répart\w*|arbitr\w*|compar\w*|lien|match"
    r"|duel|score|distance|transition|passage|bascul\w*|navett\w*|divis\w*)[^;:]{0,25}$"
)
#: « de A à B » is a range only after such a verb or noun, or before « selon », « en fonction de ».
_SPREAD = (
    r"(?:\b(?:(?:va|vont)(?! \w+(?:er|ir|re)\b)|allant|aller|irait|iront|vari\w+|oscill\w+|s'échelonn\w+|s'étag\w+|s'étal\w+|étalé\w*|échelonné\w*|s'étend\w*"
    r"|se situ\w+|fluctu\w+|comprise?s?|fourchettes?|tranches?|gamme|éventail|grille|barème|coût(?:e|ent|era|eront|aient|ait)"
    r"|compte[rz]?|facturé\w*|se (?:vend|loue|négoci|monnai|pai|pay|chiffr|trait|cèd)\w*|pai(?:e|ent|era)|prix|tarifs?|vis(?:e|ent|ait|aient)|prévoi\w+|atten(?:d|dent|dait)|anticip\w+|escompt\w+"
    r"|table(?:nt|ait)?|mesur(?:e|ent|ant)|pès(?:e|ent)|pesant|dur(?:e|ent|era|eront))\b)[^;:]{0,45}$"
)
#: …or as the measure of something not known yet (« un délai de 6 à 3 mois »), unless that is a move.
_MEASURED = r"\b(?:une?|des|quelques) (?:[\w'’-]+ ){1,3}$"
_REBATE = r"\b(?:une?|des|leur|sa) (?:remises?|rabais|ristournes?|économies?)(?: [^\W\d]+)? $"
_MOVING = r"\b(?:passage|changement|transition|bascul\w*|retour|transfert|virage|rapport|trajet|voyage|écart)\b"
#: A verb that says how much there is, an adjective of size, a thing that comes in sizes, just before.
_STATED = (
    rf"(?:(?<!\w)(?:{IS})|(?<!\w)(?:{STATES})(?: (?!à\b|vers\b|pas\b)[^\W\d]+){{0,3}}|\b(?:{SIZED})s?|\b(?:{SIZES})(?: (?!à\b)[^\W\d]+)?)"
    rf"(?: (?:que|encore|souvent|parfois|environ|seulement|généralement|bien|alors|ainsi))?(?:,? (?:{ASIDES}),?)? $"
)
_OF_AGE = rf"\b(?:{AGED})(?: [^\W\d]+)?,? (?:âgée?s )?$"
#: « il tombera de 40 à 60 millimètres », of rain or of snow.
_RAINING = r"\b(?:il (?:en )?(?:est (?:déjà |encore )?tombé|tomb\w+)|(?:sont |est )tombée?s?|tomber\w*)(?: [^\W\d]+){0,3} $"
#: « les ventes ne progresseront que de 8 à 10 % »: a percentage of what is not one.
_BY_PERCENT = (
    rf"(?<!\w)(?:{STOCKS})\b[^;:.]{{0,60}}?\b(?:{RISE}|{FALL})(?: (?!pour\b|en\b|passant)[^\W\d]+){{0,2}} $"
)
_DEPENDING = r"<g25> (?:selon|suivant|en fonction d|d'après l)"
#: The same told before, as an aside; and what is so much at a time.
_DEPENDENT = r", (?:selon|suivant|en fonction d|d'après l)[^;:,]{3,50}, $"
_PER_TIME = r"(?: (?:de |d')[^\W\d]+)? (?:par (?:seconde|minute|heure|jour|nuit|semaine|mois|trimestre|an)|chaque (?:jour|nuit|semaine|mois|année))\b"
#: What is counted on both sides of a match or of a vote.
_SCORED = r"point|but|voix|set|jeu|jeux|manche|essai|partout|victoire|siège|suffrage|contre|longueur"
#: « de A à B », « ramené des 39 à 32 »: a move, or a range read elsewhere.
_LEAVING = r"(?:\bd(?:e|es|u)|\bd'|\bentre|\bdepuis|\bcontre) ?(?:les? |quelque |environ |plus de |près de )?$"
_WHOLE = 100
#: A score, whatever it counts.
_PLAYED = r"\b(?:scores?|match|mi-temps|sets?|mènent?|menait|menaient|battu\w*)\b"
#: « de 60 à 80 places », with nothing but a « à » between.
_ADJACENT = 7
#: Verbs of a match, and of what goes from one number to another: « il en mène 3 à 1 », « en passant 8 à 6 ».
_WON = r"(?:(?:men|mèn|gagn|remport|perd|pass|marqu|inscri|encaiss|pren|rend|tomb|ramen|ramèn|rédui|descend|baiss|arriv|termin|fini|vot|batt|domin|écras|éta)\w*\b|rest(?:e|ent|era|ait)\b)"
_EVOLVING = rf"(?:{FALL}|{MOVE})"
_OVER_TIME = rf"<g15>, (?:<w> ){{0,2}}(?:{FALL})|<g30> (?:en (?:<Y>|<D>|quelques|l'espace|moins|un)|entre <Y>|d'ici|depuis|sous|sur <D>|au fil|à l'horizon)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The ranges of an article, with their two ends in the order of the text."""
    yield from _between(skeleton)
    yield from _from_to(skeleton)
    yield from _alone(skeleton)
    yield from _below_zero(skeleton)


def _between(skeleton: Skeleton) -> Iterator[Relation]:
    fractions = skeleton.find(r"\bentre (?P<first><F>) et (?P<second><F>)", "F")
    for match in (*skeleton.find(r"\bentre <d>(?P<first><V>)(?:,? et |-et-)<d>(?P<second><V>)"), *fractions):
        if pattern(_SHARED).search(_before(skeleton, match.start())):
            continue
        yield from _range(skeleton, match, "between")


def _from_to(skeleton: Skeleton) -> Iterator[Relation]:
    for match in skeleton.find(r"\bd(?:e |es |'|u )(?P<first><V>)<h20> (?:à|jusqu'à|aux?) <d>(?P<second><V>)"):
        first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
        if first.shape is Shape.BARE and pattern(r" ?h(?:eures?)?\b").match(skeleton.text, match.end("first")):
            continue  # « une extinction de 23 heures à 5 heures »: the clock
        if not _scored(first, second) and _ranging(skeleton, match, first.lent(second)):
            yield from _range(skeleton, match, "from-to")


def _ranging(skeleton: Skeleton, match: re.Match[str], first: Amount) -> bool:
    """True when the words before « de A à B » make it a size between two bounds, not a move from one to the other."""
    before = _before(skeleton, match.start())
    if by_percent(first, before):
        return True
    if pattern(rf"\b(?<!\bune )(?:{RISE})(?: [^\W\d]+)?,? $").search(before):
        return False  # a rise that goes down: see `change`
    if pattern(_OVER_TIME).match(skeleton.text, match.end()):
        return False
    if first.dimension == "length" and pattern(_RAINING).search(before):
        start, end = skeleton.sentence(match.start())
        return pattern(rf"\b(?:{RAIN})\b").search(skeleton.text, start, end) is not None
    if pattern(_REBATE).search(before):
        return True
    if pattern(_EVOLVING).search(before) and not pattern(r"\bvari\w+[^;:]{0,45}$").search(before):
        return False
    if pattern(_SPREAD).search(before) or pattern(_DEPENDING).match(skeleton.text, match.end()):
        return True
    if first.shape is not Shape.BARE and _at_a_rate(skeleton, match, before):
        return True
    if first.canonical == "year" and pattern(_OF_AGE).search(before):
        return True
    bare = first.shape is Shape.BARE or match.start("second") - match.end("first") >= _ADJACENT
    stated = not bare and not pattern(_PLAYED).search(before) and pattern(_STATED).search(before)
    return bool(stated or pattern(_MEASURED).search(before)) and not pattern(_MOVING).search(before)


def _at_a_rate(skeleton: Skeleton, match: re.Match[str], before: str) -> bool:
    """« L'usine sort, selon le régime, de 11 à 14 tonnes par jour »: so much at a time, or as things are, where nothing moves."""
    if match.start("second") - match.end("first") >= _ADJACENT or pattern(_MOVING).search(before):
        return False
    start, end = skeleton.sentence(match.start())
    if pattern(rf"\b{_EVOLVING}|\b(?:{RISE})").search(skeleton.text, start, end):
        return False
    if pattern(_DEPENDENT).search(before):
        return True
    second = skeleton.amount(match, "second").quantity
    timed = pattern(_PER_TIME).match(skeleton.text, match.end()) or (second and " par " in second.text)
    return bool(timed) and pattern(r"[^\W\d] $").search(before) is not None


def by_percent(first: Amount, before: str) -> bool:
    """True when the percentages that follow *before* can only be by how much a thing changes."""
    return (
        first.shape is Shape.PERCENT
        and pattern(_BY_PERCENT).search(before) is not None
        and pattern(rf"\b(?:{RATES})\b").search(before) is None
    )


def _alone(skeleton: Skeleton) -> Iterator[Relation]:
    """« 39 à 32 euros », « 20-15 % »: a descending range of one unit, where no « de » makes it a move."""
    for match in skeleton.find(
        rf"(?<!-)(?P<first><V>)(?:(?P<to> à )|-)(?P<second><V>)(?!-|<V>| (?:{_SCORED}))"
    ):
        first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
        if first.quantity is None or first.quantity is not second.quantity or _scored(first, second):
            continue
        if _in_words(first) != _in_words(second):  # « 11 sur 27 à trois points », « 42 000 à un fonds »
            continue
        if match["to"] and pattern(_LEAVING).search(_before(skeleton, match.start())):
            continue
        yield from _range(skeleton, match, "alone")
    yield from _of_it(skeleton)
    # « les bénévoles (80 à 50 selon les soirs) »
    for match in skeleton.find(r"\((?P<first><V>) à (?P<second><V>)(?:<g12>)? (?:selon|suivant|en fonction d)"):
        first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
        if not _scored(first, second):
            yield from _range(skeleton, match, "alone")


def _of_it(skeleton: Skeleton) -> Iterator[Relation]:
    """« elle en consomme 9 à 6 par jour »: so many of what was just told; no team does that of its goals."""
    for match in skeleton.find(
        rf"\ben (?!{_WON})[^\W\d]{{3,}} (?:environ |généralement |souvent |facilement )?(?P<first><V>) à (?P<second><V>)(?! (?:{_SCORED}))"
    ):
        start, end = skeleton.sentence(match.start())
        if pattern(_PLAYED).search(skeleton.text, start, end):
            continue
        first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
        if first.shape is Shape.BARE and not _scored(first, second) and _in_words(first) == _in_words(second):
            yield from _range(skeleton, match, "alone")


def _below_zero(skeleton: Skeleton) -> Iterator[Relation]:
    """« entre −2 et −6 °C », « entre 4 et −3 degrés »: the first end carries no unit, and its sign stands apart."""
    for match in skeleton.find(
        r"\bentre (?P<minus>[-−–] ?|moins )?(?P<first>\d{1,2}|<N>)(?: ?°c?| degrés?)? et (?P<second><Q>)"
    ):
        second = skeleton.amount(match, "second")
        bare = skeleton.marks.get(match.start("first"))
        size = abs(bare.value) if bare else Decimal(match["first"])
        if second.canonical != "degree_Celsius" or second.value >= 0:
            continue
        span = skeleton.source(match.start("minus" if match["minus"] else "first"), match.end("first"))
        first = replace(
            second, id=f"{span.start}-{span.end}", span=span, value=-size if match["minus"] else size
        )
        yield link(RelationKind.COMPARISON, "between", skeleton.span(match), {"first": first, "second": second})


def _scored(first: Amount, second: Amount) -> bool:
    """True for a score (« 28 à 24 points », « 6 buts à 1 ») and for two shares of one whole (« 60-40 % »)."""
    if first.shape is Shape.PERCENT:
        return first.value + second.value == _WHOLE
    return pattern(rf"(?:{_SCORED})s?$").match(first.noun or "") is not None


def _in_words(end: Amount) -> bool:
    """True for an end of a range that is written without figures."""
    written = end.quantity.text if end.quantity else ""
    at = end.span.start - (end.quantity.span.start if end.quantity else 0)
    return not written[at : at + len(end.span)].strip()[:1].isdigit()


def _before(skeleton: Skeleton, at: int) -> str:
    start, _ = skeleton.sentence(at)
    return skeleton.text[max(start, at - 60) : at]


def _range(skeleton: Skeleton, match: re.Match[str], form: str) -> Iterator[Relation]:
    first, second = skeleton.amount(match, "first"), skeleton.amount(match, "second")
    first = first.lent(second)
    if same_scale(first, second) and first.low is None and second.low is None:
        yield link(RelationKind.COMPARISON, form, skeleton.span(match), {"first": first, "second": second})


def same_scale(one: Amount, other: Amount) -> bool:
    """True when two amounts can be put in order: one dimension, and for counts one noun."""
    if one.dimension != other.dimension or (one.shape is Shape.PERCENT) != (other.shape is Shape.PERCENT):
        return False
    return one.noun == other.noun or one.noun is None or other.noun is None
