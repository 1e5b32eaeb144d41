"""Changes said of two values that no pattern pairs, and steps: « gagne 100 euros, à 2 100 euros, soit 5 % ».

The two values are the only comparable ones around the percentage, and one of them belongs to the past.
A step is a difference with one of the two values: the other follows, and so does the percentage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.contrast import PAST, SAME
from relecture.relations.directions import NORMAL, stated_direction, taken_up
from relecture.relations.lexicon import FALL, RISE
from relecture.relations.links import form, link, role
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import Placed, scaled_like, two, unnamed, values
from relecture.types import Relation, RelationKind

#: « lui, il », « de son côté »: the second value is that of another subject.
_OTHER = r",? (?:lui|elle|eux|elles)\b(?:,| aussi)|\b(?:quant à|de (?:son|leur) côté|en revanche|à l'inverse|objectif|dont|seuil|prévu\w*)\b"
#: Between the values and the percentage, these turn to another subject or another period.
_TURN = r"[;§]|\bet (?:l[ae']|les|son|sa|ses|leurs?)\b|\b(?:sur|depuis|mais|tandis|alors que)\b"
_EXTRA = r" (?:[^\W\d]+ )?(?:de plus|de moins|de mieux|en plus|en moins|supplémentaires?)\b"
#: A distance between two values, not a value.
_GAP = r"\b(?:manqu\w+|écart|différence|économies?|surcoût|perte|gain)(?: de| d')? ?<d>$"
_PART = r"\b(?:sur|parmi|d'entre|dont) <d>$"
_COMPARED = r"\b(?:après (?:avoir (?:fini|clôturé|terminé|achevé|été|valu|coûté)|une clôture)|par rapport|contre|comparé|comparaison|au lieu)"
#: « en progrès de 8 % sur les 20 TWh de l'an dernier »: what the change is over.
_OVER = r" (?:sur|(?:au-dessus|au-dessous|en dessous|en deçà) d)(?: ?(?:les?|la|l')|es|e la|e l'|u|e) ?(?:celui de |ceux de |celle de )?"
#: A participle in apposition says what the thing was worth: « Affiché 899 euros avant les soldes, le lave-linge est cédé à… ».
_APPOSED = (
    r"[ «\"]*(?:alors |d'abord |initialement |longtemps )?(?:affiché|vendu|acheté|acquis|payé|facturé|proposé|tarifé|estimé|évalué|chiffré|budgété|coté|lancé|commercialisé"
    r"|introduit|négocié|loué|fixé|cédé|mis en vente|mis à prix)e?s? (?:à |au prix de |en bourse à )?(?:[^\W\d]+ ){0,2}?<d>"
)
#: From the later value to its change: nothing but a noun in apposition.
_BESIDE = r"[^,;:()]{0,30}[,(–] ?(?:(?:soit|avec|pour|donc) ){0,2}(?:<d>(?: ?[^\W\d]+){1,3} (?:de |d'))?"
_STEP = (
    rf"(?:\b(?:{RISE}|{FALL})(?: (?!à\b|sous\b)[^\W\d]+){{0,2}}(?: de| d')? ?<d>)(?P<step><X>)"
    r"|\b(?:en a (?:perdu|gagné|pris|repris)|perd|gagne|prend|cède|lâche|abandonne|(?:supprime|crée|embauche|recrute|licencie|ajoute)(?:ra|ro)?|va (?:supprimer|créer|embaucher|recruter|licencier|ajouter)|a (?:supprimé|créé|embauché|recruté|licencié|ajouté))(?:nt)? <d>(?P<step2><X>)"
    r"|(?P<step3><X>)(?: [^\W\d]+)? (?:supplémentaires?|de plus|de moins|en plus|en moins)\b(?! qu)"
)
_AFTER = r"(?:,? (?:en compte|en totalise|en emploie|en recense|compte|totalise|à|désormais|pour atteindre|pour s'établir à|s'établ\w+ à|et (?:vaut|coûte|atteint|s'établit à|tombe à|passe à)|(?:et )?ne (?:vaut|valent|coûte|compte|comptent|reste) plus que|n'en (?:compte|reste) plus que)) ?<d>$"
_BEFORE = r"(?:\bpar rapport (?:à|aux)|\bsur (?:un total de |les )?|\bcomptai\w+|\b\w+(?:ait|aient)(?: [^\W\d]+)?|\b(?:l'an dernier|auparavant)[^,;]{0,12}) ?<d>$"


def read(skeleton: Skeleton, known: Iterable[Relation]) -> Iterator[Relation]:
    """The percentages of change that no relation of *known* has read."""
    taken = {role(r, "change").id for r in known if r.kind is RelationKind.CHANGE and form(r) == "percent"}
    for at in skeleton.positions:
        said = skeleton.marks[at]
        if said.shape not in (Shape.PERCENT, Shape.FRACTION) or said.id in taken:
            continue
        start, stop = skeleton.sentence(at)
        direction = stated_direction(skeleton.text, start, stop, at, said)
        if not direction:
            continue
        step = _step(skeleton, at, said, direction)
        if step:
            yield step
            continue
        pair = two(skeleton, at, said) or _with_next(skeleton, at, said)
        if pair and _one_thing(skeleton, at, pair):
            yield _relation(skeleton, at, said, direction, pair)


def _with_next(skeleton: Skeleton, at: int, said: Amount) -> tuple[Placed, Placed] | None:
    """The only two values of the sentence and of the next, which a pronoun opens: « … un rabais de 15 %. Il ne coûte plus que… »."""
    _, end = skeleton.sentence(at)
    pronoun = pattern(rf"{STOP} *(?:[^\W\d]+,? )?(?:il|elle|ils|elles) ").match(skeleton.text, end)
    if pronoun is None or any(
        a.shape is Shape.PERCENT for _, a in skeleton.amounts_between(end, skeleton.sentence(end + 1)[1])
    ):
        return None
    return two(skeleton, end + 1, said)


def _relation(
    skeleton: Skeleton, at: int, said: Amount, direction: int, pair: tuple[Placed, Placed]
) -> Relation:
    (_, one), (_, other) = pair
    small, large = (one, other) if one.value < other.value else (other, one)
    before, after = (small, large) if direction > 0 else (large, small)
    return link(
        RelationKind.CHANGE,
        "percent",
        skeleton.source(at, at + 1),
        {"before": before, "after": after, "change": said},
        direction=direction,
        verb="",
        explicit=False,
        near=True,
    )


def _one_thing(skeleton: Skeleton, at: int, pair: tuple[Placed, Placed]) -> bool:
    """True when the two values measure one thing at two times, and the percentage stands with one of them."""
    (p, one), (q, other) = pair
    text = skeleton.text
    start, stop = skeleton.sentence(at)
    again = q < start and taken_up(skeleton, at)
    if (
        not (again or start <= p < stop or start <= q < stop)
        or one.value == other.value
        or one.shape is Shape.BARE
    ):
        return False
    low, high = skeleton.sentence(p)[0], skeleton.sentence(q)[1]
    between = text[p + 1 : q]
    if pattern(_OTHER).search(text, min(p, at), max(q, at)) or (not again and _turned(text, p, q, at)):
        return False
    if pattern(_EXTRA).match(text, p + 1) or pattern(_EXTRA).match(text, q + 1):
        return False
    if pattern(_GAP).search(text, low, q) or pattern(_GAP).search(text, low, p):
        return False
    past = pattern(PAST).search(text, low, high) or pattern(_APPOSED).fullmatch(text, low, p)
    dated = any(a.shape is Shape.DATE for _, a in skeleton.amounts_between(low, high))
    over = p < at < q and pattern(_OVER).fullmatch(text, at + 1, q) is not None
    compared = over or pattern(_COMPARED).search(between)
    if not (past or dated or compared):
        return False
    apart = pattern(f"{STOP}").search(between)
    elliptic = unnamed(skeleton.marks[q]).shape is Shape.BARE or (
        not apart and unnamed(skeleton.marks[p]).shape is Shape.BARE
    )
    nouns = skeleton.marks[p].noun, skeleton.marks[q].noun
    named = one.shape is Shape.COUNT and nouns[0] is not None and nouns[0] == nouns[1]
    if pattern(_PART).search(text, low, p) or (not over and pattern(_PART).search(between)):
        return False
    relative = not apart and pattern(r"\b(?:qui|où)\b").search(text, low, q)
    told = (
        p < q < at and pattern(_APPOSED).fullmatch(text, low, p) and pattern(_BESIDE).fullmatch(text, q + 1, at)
    )
    return bool(again or compared or told or elliptic or named or relative or pattern(SAME).search(between))


def _turned(text: str, p: int, q: int, at: int) -> bool:
    """True when the text turns to something else between the values at *p* and *q* and the percentage at *at*."""
    low, high = (q, at) if at > q else (at, p)
    return low < high and pattern(_TURN.replace("§", STOP)).search(text, low, high) is not None


# ---------------------------------------------------------------- steps


#: « 12 000 visiteurs de plus que les 150 000 de l'été précédent ».
_MORE_THAN = r"(?P<step><X>) (?:[^\W\d]+ )?de (?P<way>plus|moins|mieux) (?:que|qu'|par rapport (?:à|aux?)) ?<h25><d>(?P<base><X>)"


def _over_base(skeleton: Skeleton, start: int, at: int, said: Amount, direction: int) -> Relation | None:
    """The step and the value that it is added to or taken from, before the percentage that they make."""
    matches = list(pattern(_MORE_THAN).finditer(skeleton.text, start, at))
    if len(matches) != 1 or pattern(_TURN.replace("§", STOP)).search(skeleton.text, matches[0].end(), at):
        return None
    (match,) = matches
    step, base = unnamed(skeleton.amount(match, "step")), unnamed(skeleton.amount(match, "base"))
    step, base = scaled_like(step, base).lent(base), base.lent(step)
    if (match["way"] == "moins") != (direction < 0) or step.shape is not base.shape or step.value >= base.value:
        return None
    if step.dimension != base.dimension or any(
        a.shape in (Shape.PERCENT, Shape.FRACTION) for _, a in skeleton.amounts_between(match.end(), at)
    ):
        return None
    return link(
        RelationKind.CHANGE,
        "step",
        skeleton.source(at, at + 1),
        {"step": step, "value": base, "change": said},
        direction=direction,
        base=True,
    )


def _step(skeleton: Skeleton, at: int, said: Amount, direction: int) -> Relation | None:
    """The step and the value that the percentage at *at* goes with; ``None`` when the text has not just both."""
    start, stop = skeleton.sentence(at)
    if pattern(NORMAL).match(skeleton.text, at + 1):
        return None  # « 81 millimètres, un déficit de 40 % par rapport à la normale »
    over = _over_base(skeleton, start, at, said, direction)
    if over:
        return over
    found = values(skeleton, start, stop, said)
    previous, _end = skeleton.sentence(start - 2) if start > 1 else (start, start)
    if len(found) == 1:
        found = values(skeleton, previous, stop, said)
    if len(found) != 2:
        return None
    steps = [
        p
        for m in pattern(_STEP).finditer(skeleton.text, previous, stop)
        for p in (next(m.start(g) for g in ("step", "step2", "step3") if m[g]),)
    ]
    near = [(p, a) for p, a in found if p in steps]
    rest = [(p, a) for p, a in found if p not in steps]
    if len(near) != 1 or len(rest) != 1:
        return None
    (p, step), (q, value) = near[0], rest[0]
    step, value = unnamed(step), unnamed(value)
    step, value = scaled_like(step, value).lent(value), scaled_like(value, step).lent(step)
    rated = value.canonical.partition("/")[0] == step.canonical
    if step.shape is Shape.BARE or (step.shape is not value.shape and not rated) or step.value >= value.value:
        return None
    low = max(previous, q - 45)
    after = pattern(_AFTER).search(skeleton.text, low, q)
    before = pattern(_BEFORE).search(skeleton.text, low, q)
    if not (after or before) or pattern(_OTHER).search(skeleton.text, min(p, q), max(q, at)):
        return None
    if _turned(skeleton.text, min(p, q), max(p, q), at) or pattern(r": (?:l[ae']|les|son|sa|ses)\b").search(
        skeleton.text, max(p, q), max(at, max(p, q))
    ):
        return None
    return link(
        RelationKind.CHANGE,
        "step",
        skeleton.source(at, at + 1),
        {"step": step, "value": value, "change": said},
        direction=direction,
        base=bool(before and not after),
    )
