"""Change: what the text says of a pair of values: a percentage, points, a multiple, a difference, a direction.

Statements are sought in the sentence of the pair and at the start of the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.directions import TAKEN_UP, demonstrative, governed, stated_direction, taken_up, unsaid
from relecture.relations.headed import headline
from relecture.relations.lexicon import FALL, MULTIPLES, OTHER_SUBJECT
from relecture.relations.links import link
from relecture.relations.magnitude_words import of_another_kind
from relecture.relations.others import apart_from, of_its_own, set_against
from relecture.relations.pairs import CONTRE, Pair, pairs
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind, Span

#: What takes up, in the sentence of a pair, the thing whose change the sentence before told: « en ont posé », « s'y loue ».
_TAKES_UP = r"(?<![-\w])(?:ils?|elles?|en (?:a|ont|avait|avaient|est|sont|compt\w+|recens\w+|dénombr\w+|emploi\w+)|y|celui-ci|celle-ci|ceux-ci|celles-ci|ce (?:chiffre|nombre|total|montant|tarif|prix|taux))\b"


_PRONOUN = r" *(?:ils?|elles?|celui-ci|celle-ci) "


#: A pair that heads its sentence may go with the percentage of the one before.
_HEAD = 12


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The changes of an article, one relation for each statement about a pair."""
    seen: set[tuple[str, str]] = set()
    for pair in pairs(skeleton):
        key = (pair.before.id, pair.after.id)
        if key not in seen:
            seen.add(key)
            yield from _statements(skeleton, pair)


def _statements(skeleton: Skeleton, pair: Pair) -> Iterator[Relation]:
    start, end = skeleton.sentence(pair.start)[0], skeleton.sentence(pair.end - 1)[1]
    following = end + 1 < len(skeleton.text) and (
        pattern(TAKEN_UP).match(skeleton.text, end + 1) or _these(skeleton, end + 1)
    )
    stop = skeleton.sentence(end + 1)[1] if following else end
    if pair.form == "tabled":
        start, stop, following = pair.start, pair.end, False
    others = [p for p in pairs_positions(skeleton, start, stop) if not pair.start <= p < pair.end]
    trigger = skeleton.source(pair.start, pair.end)
    roles: dict[str, Amount | tuple[Amount, ...] | None] = {"before": pair.before, "after": pair.after}
    above = headline(skeleton, start, pair)
    lead = start if pair.form == "tabled" else _lead(skeleton, start, pair) if above is None else above
    apart = lead < start and not _headed(skeleton, start, pair)
    for change, direction, span in _percents(skeleton, lead, stop, pair):
        yield link(
            RelationKind.CHANGE,
            "percent",
            span,
            {**roles, "change": change},
            direction=direction,
            sided=_sided(skeleton, pair, change),
            verb=pair.verb,
            explicit=not others and not apart,
            near=apart and not others,
        )
    for change, direction, span in _differences(skeleton, start, end, pair):
        yield link(
            RelationKind.CHANGE,
            "difference",
            span,
            {**roles, "change": change},
            direction=direction,
            verb=pair.verb,
        )
    for times, inverse, span, factor in _multiples(skeleton, start if above is None else above, end, pair):
        yield link(
            RelationKind.RATIO,
            "multiple",
            span,
            {**roles, "times": times},
            inverse=inverse,
            factor=factor,
            verb=pair.verb,
        )
    verb = governed(skeleton, pair)
    if verb:
        direction, span = verb
        yield link(RelationKind.CHANGE, "direction", span, roles, direction=direction)
    yield link(RelationKind.CHANGE, "pair", trigger, roles, pair_form=pair.form)


def _these(skeleton: Skeleton, start: int) -> bool:
    """True when the sentence at *start* takes up a change: « … de ces 12 % de hausse »."""
    return any(
        a.shape is Shape.PERCENT and demonstrative(skeleton, p)
        for p, a in skeleton.amounts_between(start, skeleton.sentence(start)[1])
    )


#: Gains that fall and losses that rise: « le trajet passe de 50 à 40 minutes, un gain de 20 % ».
_EITHER_WAY = r"\b(?:re)?(?:gains?|gagn\w+|économi\w+|pertes?|per(?:d|dent|du|dant)|mieux|prend|pris|manque|retard|avance)\b"


#: Pairs whose order the words give.
_ORDERED = ("from-to", "against", "moved", "dated", "tabled")


def _sided(skeleton: Skeleton, pair: Pair, change: Amount) -> bool:
    """True when the words leave no doubt on which of the two values comes first, nor on the side of *change*."""
    if pair.form not in _ORDERED or min(pair.before.value, pair.after.value) <= 0:
        return False
    start, end = skeleton.sentence(pair.start)
    dates = [a for _, a in skeleton.amounts_between(start, end) if a.shape is Shape.DATE]
    if pair.form == "against" and len(dates) > 1 and not _in_order(skeleton, pair):
        return False  # « 40 en 2020, contre 52 en 2024 »
    at = next(p for p in skeleton.positions if skeleton.marks[p].span == change.span)
    low = max(skeleton.sentence(at)[0], at - 40)
    return not pattern(_EITHER_WAY).search(skeleton.text, low, min(at + 25, skeleton.sentence(at)[1]))


def _in_order(skeleton: Skeleton, pair: Pair) -> bool:
    """True when both values are dated and the one that comes first is the earlier: « 2,08 en 2024, après 2,31 en 2023 »."""
    found = []
    for value in (pair.before, pair.after):
        at = next(p for p in skeleton.positions if skeleton.marks[p].span == value.span)
        dated = pattern(r"<h30> ?\(?(?:en|fin|début|pour|sur|au titre de) (?P<y><Y>)").match(
            skeleton.text, at + 1
        )
        if dated is None:
            return False
        found.append(skeleton.amount(dated, "y").value)
    return 0 < found[0] < found[1]


def _lead(skeleton: Skeleton, start: int, pair: Pair) -> int:
    """Where the statements about *pair* may start: « Le loyer augmente de 30 %. De 600 euros, il passe à 660 »."""
    if start < 2 or (pair.form == "contrast" and not pattern(_PRONOUN).match(skeleton.text, start)):
        return start
    before, _ = skeleton.sentence(start - 2)
    found = skeleton.amounts_between(before, start)
    if len(found) != 1 or found[0][1].shape is not Shape.PERCENT:
        return start
    end = skeleton.sentence(pair.start)[1]
    alone = not any(
        a.shape in (Shape.PERCENT, Shape.POINTS, Shape.FRACTION, Shape.TIMES)
        for _, a in skeleton.amounts_between(start, end)
    )
    taken_up = pattern(_TAKES_UP).search(skeleton.text, start, pair.end) or pattern(
        r" *(?:de |d')<d><V>"
    ).match(skeleton.text, start + 1)
    told = pair.form in (*_ORDERED, "contrast") and alone and taken_up
    return before if _headed(skeleton, start, pair) or told else start


def _headed(skeleton: Skeleton, start: int, pair: Pair) -> bool:
    """True when *pair* heads its sentence and a pronoun goes with it: « De 600 euros, il passe à 660 »."""
    pronoun = pattern(r"\b(?:il|elle|ils|elles)\b").search(skeleton.text, start, pair.end)
    return pair.start - start <= _HEAD and pronoun is not None


def pairs_positions(skeleton: Skeleton, start: int, end: int) -> list[int]:
    """Where other « de A à B » or « contre » stand in a stretch: two pairs make a percentage doubtful."""
    found = pattern(rf"\bd(?:e |es |')(?P<a><V>)<g45>(?<!\w)à (?P<b><V>)|(?<!\w){CONTRE} ?<d><V>")
    return [
        m.start()
        for m in found.finditer(skeleton.text, start, end)
        if not m["a"] or _paired(skeleton.amount(m, "a"), skeleton.amount(m, "b"))
    ]


def _paired(one: Amount, other: Amount) -> bool:
    """False for « recule de 8 %, à 4 milliards »: a change and where it leads."""
    return one.lent(other).shape is other.lent(one).shape


def _percents(skeleton: Skeleton, start: int, stop: int, pair: Pair) -> Iterator[tuple[Amount, int, Span]]:
    text = skeleton.text
    own = {pair.before.span.start, pair.after.span.start}
    end = skeleton.sentence(pair.end - 1)[1]
    last = 0
    for at, amount in skeleton.amounts_between(start, stop):
        if amount.shape not in (Shape.PERCENT, Shape.POINTS, Shape.FRACTION) or amount.span.start in own:
            continue
        if at > end and not taken_up(skeleton, at):
            continue
        if of_its_own(skeleton, pair, at) or (at >= pair.end and apart_from(skeleton, pair, at)):
            continue
        if set_against(skeleton, pair):
            continue
        direction = stated_direction(text, start, stop, at, amount)
        if direction is None and last and pattern(_AGAIN).search(text, max(start, at - 30), at):
            direction = last
        if direction is None and pair.verb and amount.shape is not Shape.FRACTION:
            direction = unsaid(text, start, stop, at)
        if direction is None:
            continue
        last = direction
        low = max(start, at - 25)
        yield amount, direction, skeleton.source(low, at + 1)


#: A second change of the same direction: « de 5 % en 2022, puis de 10 % ».
_AGAIN = r"\b(?:puis|et|ensuite)(?: encore| à nouveau| de nouveau)? (?:de |d')$"


def _differences(skeleton: Skeleton, start: int, end: int, pair: Pair) -> Iterator[tuple[Amount, int, Span]]:
    forms = (
        r"(?:soit|c'est|, |\() ?(?:<d>)?(?P<v><X>)(?:<h20>)? (?:de (?P<up>plus|mieux)|de (?P<down>moins)|en (?P<up2>plus)|en (?P<down2>moins)|supplémentaires?)",
        r"\b(?:soit|,|:|\() ?(?:une?|d'une?|cette|cet) (?:(?P<up>hausse|augmentation|progression|bond|gain|majoration|surcoût)|(?P<down>baisse|diminution|recul|réduction|chute|perte|économie|rabais|remise)|écart|différence)<h15> (?:de |d')<d>(?P<v><X>)",
    )
    own = {pair.before.span.start, pair.after.span.start}
    for source in forms:
        for match in pattern(source).finditer(skeleton.text, start, end):
            amount = skeleton.amount(match, "v")
            amount = amount.lent(pair.after)
            if amount.span.start in own or not same_scale(amount, pair.after):
                continue
            groups = match.groupdict()
            up, down = groups.get("up") or groups.get("up2"), groups.get("down") or groups.get("down2")
            yield amount, 1 if up else -1 if down else 0, skeleton.span(match)


_OF_OTHERS = r" (?:de |d')[^\W\d]{3,}"


def _multiples(
    skeleton: Skeleton, start: int, end: int, pair: Pair
) -> Iterator[tuple[Amount | None, bool, Span, int | None]]:
    text = skeleton.text
    for match in pattern(
        r"\b(?:multipli\w+|(?P<inv>divis\w+)) (?:quasiment |presque )?par <d>(?P<k><A>)"
    ).finditer(text, start, end):
        if pair.start <= match.start("k") < pair.end:
            continue  # one of the two values
        yield skeleton.amount(match, "k"), bool(match["inv"]), skeleton.span(match), None
    for match in pattern(r"(?P<k><K>) (?:plus|supérieure?s?|(?P<inv>moins|inférieure?s?))\b(?! que)").finditer(
        text, start, end if pair.form != "contrast" else start
    ):  # told apart by time alone, the order is not that of « trois fois plus »: see `multiples`
        if pattern(_OF_OTHERS).match(text, match.end()) and pair.after.shape is not Shape.COUNT:
            continue  # « deux fois moins de mâts, mais 68 gigawattheures, contre 29 »
        if OTHER_SUBJECT in text[match.end() : max(match.end(), pair.start)]:
            continue
        if of_another_kind(skeleton, match.start(), match.end(), pair.after.dimension):
            continue
        yield skeleton.amount(match, "k"), bool(match["inv"]), skeleton.span(match), None
    for word, value in MULTIPLES:
        noun = "(?<!le )" if pair.form == "contrast" else ""
        for match in pattern(rf"(?<![\w-]){noun}(?:{word})(?!\w)").finditer(text, start, end):
            passing = pair.form == "against" and pattern(r" (?:sa|son|ses|la|le|les|un|une|leur) ?\w").match(
                text, match.end()
            )
            if not passing and (match.end() <= pair.start or match.start() >= pair.end):
                yield None, False, skeleton.span(match), value
    halved = rf"(?:\b(?:{FALL}|coup\w*)(?: \w+){{0,4}} (?:de |par )(?P<f><F>)|(?P<f2><F>) moins\b)"
    for match in pattern(halved).finditer(text, start, end):
        half = skeleton.amount(match, "f" if match["f"] else "f2")
        if half.value * 2 == 1:
            yield None, True, skeleton.span(match), 2
