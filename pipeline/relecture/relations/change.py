"""Change: two values of one thing, before and after, and what the text says of the difference.

The pair comes first (« de A à B », « B, contre A », « A en 2022, B en 2023 »), then every statement about
it in the same sentence, or at the start of the next: a percentage, points, a multiple, a difference, the
direction of the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import FALL, MOVE, MULTIPLES, NEGATIVE, RISE
from relecture.relations.links import link
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.types import Relation, RelationKind, Span

_VERB = rf"\b(?:{RISE}|{FALL}|{MOVE})"
CONTRE = r"(?:contre|au lieu d(?:e |es |')|après|comparée?s? à|face à|et non plus|, plutôt que)"


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a change was read: positions of both amounts in the skeleton, and the verb that carries it."""

    before: Amount
    after: Amount
    start: int
    end: int
    verb: str
    form: str


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The changes of an article, one relation for each statement about a pair."""
    seen: set[tuple[str, str]] = set()
    for pair in pairs(skeleton):
        key = (pair.before.id, pair.after.id)
        if key in seen:
            continue
        seen.add(key)
        yield from _statements(skeleton, pair)


def pairs(skeleton: Skeleton) -> Iterator[Pair]:
    """The (before, after) pairs that the text makes explicit."""
    yield from _from_to(skeleton)
    yield from _against(skeleton)
    yield from _dated(skeleton)


def _from_to(skeleton: Skeleton) -> Iterator[Pair]:
    for match in skeleton.find(
        r"\bd(?:e |es |'|u )(?P<a><V>)<g45>(?<!\w)(?:à|vers|jusqu'à|aux?) <d>(?P<b><V>)"
    ):
        start, _ = skeleton.sentence(match.start())
        lead = skeleton.text[max(start, match.start() - 70) : match.start()]
        verbs = list(pattern(_VERB).finditer(lead))
        follow = pattern(rf"<g20>(?:, |\(|: )<any40>(?:<P>|<T>|\b(?:{RISE}|{FALL}))").match(
            skeleton.text, match.end()
        )
        passing = not verbs and follow is None
        if (
            passing
            and not pattern(r"^[^;]{0,90}(?:multipli|divis|fois plus|fois moins)").match(
                skeleton.text[match.end() :]
            )
            and not pattern(r"(?:multipli|divis)[^;]{0,80}$").search(lead)
        ):
            continue
        made = _pair(skeleton, match, "from-to", verbs[-1][0] if verbs else "")
        if made:
            yield made


def _against(skeleton: Skeleton) -> Iterator[Pair]:
    for match in skeleton.find(rf"(?P<b><V>)(?P<gap><g60>),? ?(?<!par )(?<!\w){CONTRE} ?<d>(?P<a><V>)"):
        if pattern(r"\b(?:votes?|voix|suffrages|pour)\b").search(match["gap"]):
            continue
        start, _ = skeleton.sentence(match.start())
        clause = skeleton.text[max(start, match.start() - 90) : match.start()]
        verbs = list(pattern(_VERB).finditer(clause))
        made = _pair(skeleton, match, "against", verbs[-1][0] if verbs else "")
        if made:
            yield made


def _dated(skeleton: Skeleton) -> Iterator[Pair]:
    when = r"(?:<g12>(?:en|fin|début|pour|au titre de) <Y>|<g12>l'an(?:née)? (?:dernier|dernière|passée?|précédente?))"
    for match in skeleton.find(rf"(?P<a><V>){when}<g40>(?P<b><V>)<g12>(?:en|fin|début|pour) (?P<y><Y>)"):
        first = pattern(r"<any30>(?P<y><Y>)").match(skeleton.text, match.start("a"))
        later = skeleton.marks[match.start("y")].value
        earlier = skeleton.marks[first.start("y")].value if first else later - 1
        made = _pair(skeleton, match, "dated", "")
        if made and earlier and later and earlier != later:
            yield made if earlier < later else Pair(made.after, made.before, made.start, made.end, "", "dated")


def _pair(skeleton: Skeleton, match: re.Match[str], form: str, verb: str) -> Pair | None:
    before, after = skeleton.amount(match, "a"), skeleton.amount(match, "b")
    before, after = before.lent(after), after.lent(before)
    if not same_scale(before, after) or (before.shape is Shape.DURATION and form == "from-to" and not verb):
        return None
    if before.span.start == after.span.start:
        return None
    return Pair(before, after, match.start(), match.end(), verb, form)


# ---------------------------------------------------------------- what is said of the pair


def _statements(skeleton: Skeleton, pair: Pair) -> Iterator[Relation]:
    start, end = skeleton.sentence(pair.start)
    following = pattern(r"(?:c'est|soit|cela|une?|la|ce|cet|cette|en|la) ").match(
        skeleton.text, min(end + 1, len(skeleton.text))
    )
    stop = skeleton.sentence(end + 1)[1] if following and end + 1 < len(skeleton.text) else end
    others = [p for p in pairs_positions(skeleton, start, stop) if not pair.start <= p < pair.end]
    trigger = skeleton.source(pair.start, pair.end)
    roles: dict[str, Amount | tuple[Amount, ...] | None] = {"before": pair.before, "after": pair.after}
    for change, direction, span in _percents(skeleton, start, stop, pair):
        yield link(
            RelationKind.CHANGE,
            "percent",
            span,
            {**roles, "change": change},
            direction=direction,
            verb=pair.verb,
            explicit=not others,
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
    for times, inverse, span, factor in _multiples(skeleton, start, end, pair):
        yield link(
            RelationKind.RATIO,
            "multiple",
            span,
            {**roles, "times": times},
            inverse=inverse,
            factor=factor,
            verb=pair.verb,
        )
    governed = _governed(skeleton, pair)
    if governed:
        direction, span = governed
        yield link(RelationKind.CHANGE, "direction", span, roles, direction=direction)
    yield link(RelationKind.CHANGE, "pair", trigger, roles, pair_form=pair.form)


def pairs_positions(skeleton: Skeleton, start: int, end: int) -> list[int]:
    """Where other « de A à B » or « contre » stand in a stretch: two pairs make a percentage doubtful."""
    return [
        m.start()
        for m in pattern(rf"\bd(?:e |es |')<V><g45>(?<!\w)à <V>|(?<!\w){CONTRE} ?<d><V>").finditer(
            skeleton.text, start, end
        )
    ]


_FALLING_SUBJECT = rf"\b(?:{NEGATIVE}|moins|écarts?|retards?|froid|évit\w+|pour)\b"
_SIDE = rf"(?:(?P<up>\b(?:{RISE}))|(?P<down>\b(?:{FALL})))"
_ADVERB = r"(?: (?:légèrement|fortement|nettement|encore|ainsi|déjà|à nouveau|de nouveau|même|donc|brutalement|rapidement|d'ailleurs))?"


def _governed(skeleton: Skeleton, pair: Pair) -> tuple[int, Span] | None:
    """The direction that the verb of the pair gives, with its span; ``None`` when nothing governs it."""
    start, end = skeleton.sentence(pair.start)
    text = skeleton.text
    low = max(start, pair.start - 70)
    if pair.form == "from-to":
        tail = rf"{_ADVERB}(?: \(.{{1,20}}\))?(?:,? (?:et |pour |en )?(?:pass\w+|tomb\w+|mont\w+|all\w+))?,? ?$"
    else:
        tail = r"(?: [^,;:]{0,25})?,? (?:à|avec|pour atteindre|s'établi\w+ à) <d>$"
    found = pattern(_SIDE + tail).search(text, low, pair.start)
    if found is None and pair.form == "from-to":
        found = pattern(
            r"<g20>,? en (?:(?P<up>hausse|augmentation|progression|croissance)|(?P<down>baisse|recul|repli|diminution))(?= ?[,.;)"
            + STOP
            + "])"
        ).match(text, pair.end, end)
    if found is None or pattern(_FALLING_SUBJECT).search(text, low, found.start()):
        return None
    group = "up" if found["up"] else "down"
    if pattern(r"(?:ne |n'|pas |sans |non |freine\w* |limit\w+ )(?:\w+ )?$").search(
        text, max(start, found.start(group) - 20), found.start(group)
    ):
        return None
    return (1 if group == "up" else -1), skeleton.span(found, group)


def _percents(skeleton: Skeleton, start: int, stop: int, pair: Pair) -> Iterator[tuple[Amount, int, Span]]:
    text = skeleton.text
    own = {pair.before.span.start, pair.after.span.start}
    for at, amount in skeleton.amounts_between(start, stop):
        if amount.shape not in (Shape.PERCENT, Shape.POINTS) or amount.span.start in own:
            continue
        direction = _direction(text, start, stop, at, amount, pair)
        if direction is None:
            continue
        low = max(start, at - 25)
        yield amount, direction, skeleton.source(low, at + 1)


def _direction(text: str, start: int, stop: int, at: int, amount: Amount, pair: Pair) -> int | None:
    """+1, −1 or 0 (unsaid) when the percentage at *at* speaks of the change; ``None`` when of something else."""
    before, after = text[max(start, at - 45) : at], text[at + 1 : min(stop, at + 40)]
    written = amount.quantity.text if amount.quantity else ""
    if pattern(
        r" ?(?:d(?:e|es|u)|d') ?(?:l[ae']|les)? ?(?!plus|moins|hausse|baisse|mieux|croissance|augment|recul|progress)\w"
    ).match(after) and not (pattern(rf"(?:{RISE}|{FALL})[^,;()]{{0,12}}$").search(before)):
        return None
    if pattern(r"^ ?(?:par rapport|de ce que|du total|des)").match(after) and pattern(r"soit $").search(before):
        return None
    sign = 1 if written.lstrip().startswith("+") else -1 if written.lstrip()[:1] in "-–−" else 0
    if sign or before.rstrip().endswith(("+", "–", "−", "(-", "( -")):
        return sign or (1 if before.rstrip().endswith("+") else -1)
    near = pattern(
        rf"(?:(?P<up>{RISE})|(?P<down>{FALL}))(?: \w+){{0,2}} ?(?:de |d'|à |, |:|\(|)?(?:\w+ ){{0,1}}$"
    ).search(before)
    if near:
        return 1 if near["up"] else -1
    later = pattern(
        r" (?:de |d'|en )(?P<up>plus|hausse|mieux|augmentation|croissance|progression|majoration)|^ (?:de |d'|en )(?P<down>moins|baisse|recul|repli|diminution)"
    ).match(after)
    if later:
        return 1 if later["up"] else -1
    if (
        pattern(
            r"(?:soit|, |\(|c'est|: |d'évolution|variation|évolution|écart|de différence)(?: \w+){0,3} ?(?:de |d')?$"
        ).search(before)
        and pair.verb
    ):
        closed = pattern(r" ?[,.;)" + STOP + r"]| en (?:<D>|un an)| sur (?:<D>|un an)|$").match(after)
        return 0 if closed else None
    return None


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


def _multiples(
    skeleton: Skeleton, start: int, end: int, pair: Pair
) -> Iterator[tuple[Amount | None, bool, Span, int | None]]:
    text = skeleton.text
    for match in pattern(
        r"\b(?:multipli\w+|(?P<inv>divis\w+)) (?:quasiment |presque )?par <d>(?P<k><A>)"
    ).finditer(text, start, end):
        yield skeleton.amount(match, "k"), bool(match["inv"]), skeleton.span(match), None
    for match in pattern(r"(?P<k><K>) (?:plus|supérieure?s?|(?P<inv>moins|inférieure?s?))\b(?! que)").finditer(
        text, start, end
    ):
        yield skeleton.amount(match, "k"), bool(match["inv"]), skeleton.span(match), None
    for word, value in MULTIPLES:
        for match in pattern(rf"(?<![\w-])(?:{word})(?!\w)").finditer(text, start, end):
            passing = pair.form == "against" and pattern(r" (?:sa|son|ses|la|le|les|un|une|leur) ?\w").match(
                text, match.end()
            )
            if not passing and (match.end() <= pair.start or match.start() >= pair.end):
                yield None, False, skeleton.span(match), value
    for match in pattern(
        r"\b(?:réduit|divis|rédui|diminu|baiss|coup)\w*(?: \w+){0,4} (?:de |par )moitié|\bmoitié moins\b"
    ).finditer(text, start, end):
        yield None, True, skeleton.span(match), 2
