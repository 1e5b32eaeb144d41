"""Two states of one thing, told apart by their times: « la piscine avalait 1 200 MWh ; elle se contente de 840 ».

No preposition links the two values: a past tense or a date on one, a present, a future or a later date
on the other, and something that says that they measure one thing (a number left without its unit, a
pronoun, the same counted noun, a word in common).
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import held

#: Characters between the two values at most.
_REACH = 200
#: Imperfects, but not conditionals, nor nouns and presents that end alike.
IMPERFECT = (
    r"\b(?!(?:f|l|s|pl|tr|b|conn|par|extr|retr|attr|portr|souh|bienf|forf|parf|satisf|abstr|renaiss?)ait\b)"
    r"(?!\w*(?:devr|pourr|faudr|voudr|vaudr|tiendr|viendr|aur|ser|fer|[^\Wé]er)(?:ait|aient)\b)\w+(?:ait|aient)\b"
)
#: What says that a value is no longer true.
PAST = (
    rf"(?:{IMPERFECT}|\b(?:je |j')(?!\w*rais\b)\w+ais\b|\bil y a <D>|\b(?:au départ|au début|initial\w*|à l'origine|l'an dernier|l'année dernière|l'an passé|(?<!d')avant|auparavant"
    r"|jusqu'(?:ici|alors|à présent)|il y a (?:un|deux|trois|quatre|cinq|dix)\b|la veille|hier|précédent\w*|autrefois"
    r"|naguère|(?:estimé|chiffré|budgété|évalué|annoncé)e?s?|d'abord|au lancement|à l'ouverture)\b)"
)
_PRESENT = (
    r"\b(?:désormais|aujourd'hui|maintenant|actuellement|dorénavant|à présent|cette année|cette saison|cette fois|ce (?:mois|matin|lundi|mardi"
    r"|mercredi|jeudi|vendredi)|cet (?:été|hiver|automne)|devr(?:ait|aient|a|ont)|ser(?:a|ont|ait|aient)|atteint|atteignent|atteindra\w*"
    r"|est|sont|en est|passe|passent|en (?:compte|reçoit|produit|consomme|reste|emploie)|à terme|demain|au final|finalement|à l'arrivée"
    r"|(?:a|ont) (?:pas )?(?:dépassé|atteint)|dernière (?:évaluation|estimation)|se content\w+|coût(?:e|ent|era|eront)|vaut|valent|s'établit|affiche|compte|comptent|emploie"
    r"|reçoit|consomme|produit|réclame|s'élève|tombe|grimpe|monte|descend|culmine|plafonne|après)\b"
)
#: What takes up the thing that the first value measures.
SAME = r"\b(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce (?:chiffre|nombre|total|montant|taux)|n'en|en)\b(?!,)"
#: After these the second value is a share, a bound or a mere aside of the first.
_OTHER = r"\b(?:dont|parmi|chacun\w*|sur|contre|hors|soit|total|au lieu|plus que|moins que|maximum|minimum|objectif|seuil)\b"
#: « ils ne sont plus que 4 200 » compares nothing.
_ONLY = r"\bn(?:e |')(?:en )?[^\W\d_]+ plus qu(?:e |')"

#: The second value is one of several, or a mean.
_EACH = r" (?:par |en moyenne|chacun|l'un|pièce)"


def contrasted(skeleton: Skeleton) -> Iterator[tuple[int, int, Amount, Amount]]:
    """The (before, after) values with their positions in the skeleton."""
    found = [(p, skeleton.marks[p]) for p in skeleton.positions if _held(skeleton.marks[p])]
    for n, (at, one) in enumerate(found[:-1]):
        later, other = found[n + 1]
        if later - at > _REACH or skeleton.text.count(STOP, at, later) > 1:
            continue
        other, one = other.lent(one), one.lent(other)
        if _comparable(one, other) and not _stepped(skeleton, at) and _alone(skeleton, at, later, one, other):
            order = _order(skeleton, at, later, one, other)
            if order:
                yield (at, later, one, other) if order > 0 else (at, later, other, one)


def _held(amount: Amount) -> bool:
    return held(amount) and amount.shape is not Shape.DURATION


def _comparable(one: Amount, other: Amount) -> bool:
    remainder = (one.noun or "").startswith("autre")
    return not remainder and one.shape is other.shape and same_scale(one, other) and one.value != other.value


def _alone(skeleton: Skeleton, at: int, later: int, one: Amount, other: Amount) -> bool:
    """True when no third value of their sentences might be meant instead."""
    start, end = skeleton.sentence(at)[0], skeleton.sentence(later)[1]
    return not any(
        p not in (at, later) and _held(a) and (same_scale(a.lent(one), one) or same_scale(a.lent(other), other))
        for p, a in skeleton.amounts_between(start, end)
    )


#: « supprime 120 postes »: how many go or come is no state.
_STEPPED = r"\b(?:supprim|cré|embauch|recrut|licenci|ajout|débauch|détrui)(?!\w*ai(?:t|ent)\b)\w* (?:encore |aussi |quelque |ainsi )?<d>$"


def _stepped(skeleton: Skeleton, at: int) -> bool:
    return pattern(_STEPPED).search(skeleton.text, max(0, at - 30), at) is not None


def _order(skeleton: Skeleton, at: int, later: int, one: Amount, other: Amount) -> int:
    """+1 when *one* comes first in time, -1 when *other* does, 0 when the text does not tell them apart."""
    text = skeleton.text
    start, _ = skeleton.sentence(at)
    _, end = skeleton.sentence(later)
    before = max(start, max((p + 1 for p, a in skeleton.amounts_between(start, at) if _held(a)), default=start))
    cut = pattern(rf"[,;:({STOP}]").search(text, at, later)
    if cut is None:
        return 0
    close = pattern(rf"[,;:({STOP}]").search(text, later, end)
    first, second = text[before : cut.start()], text[cut.start() : close.start() if close else end]
    lead = text[cut.start() : later]
    if (
        pattern(_OTHER).search(pattern(_ONLY).sub("", lead))
        or pattern(_EACH).match(text, later + 1)
        or not _one_thing(lead, one, other)
    ):
        return 0
    past, later_past = pattern(PAST).search(first), pattern(PAST).search(second)
    if past and not later_past and pattern(_PRESENT).search(second):
        return 1
    return -1 if later_past and not past and not pattern(_PRESENT).search(second) else 0


def _one_thing(lead: str, one: Amount, other: Amount) -> bool:
    named = one.shape is Shape.COUNT and one.noun is not None and one.noun == other.noun
    return other.quantity is None or named or pattern(SAME).search(lead) is not None
