"""Pairs: two values of one thing, before and after (« de A à B », « B, contre A », « A en 2022, B en 2023 »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relecture.relations.amounts import Amount, Shape
from relecture.relations.contrast import IMPERFECT, contrasted
from relecture.relations.lexicon import FALL, MOVE, RISE
from relecture.relations.ranges import same_scale
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import unnamed

_VERB = rf"\b(?:{RISE}|{FALL}|{MOVE})"
#: What may stand between the two ends of « de A à B »: a noun group, a date, no verb.
_COMPLEMENT = r"(?:(?: \(| (?:en|au|aux|à|fin|début|d'|de|du|des|l'|la|le|les|pour|par|dans|il y a|actuellement|aujourd'hui|environ|initialement|sur)<g25>|<g6>)(?:<Y><g20>)?)? ?,? ?"
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


def pairs(skeleton: Skeleton) -> Iterator[Pair]:
    """The (before, after) pairs that the text makes explicit."""
    yield from _from_to(skeleton)
    yield from _against(skeleton)
    yield from _dated(skeleton)
    yield from _moved(skeleton)
    yield from _than(skeleton)
    yield from _tabled(skeleton)
    for at, later, before, after in contrasted(skeleton):
        yield Pair(before, after, at, later + 1, "", "contrast")


def _from_to(skeleton: Skeleton) -> Iterator[Pair]:
    for match in skeleton.find(
        rf"\bd(?:e |es |'|u )(?P<a><V>){_COMPLEMENT}(?<!\w)(?:à|vers|jusqu'à|aux?) <d>(?P<b><V>)"
    ):
        if pattern(r"(?:, (?:à|vers|jusqu'à|aux?) | par rapport)").match(skeleton.text, match.end("a")):
            continue  # « gagne 2 euros, à 12 euros »: a step and where it leads
        start, _ = skeleton.sentence(match.start())
        lead = skeleton.text[max(start, match.start() - 70) : match.start()]
        verbs = list(pattern(_VERB).finditer(lead))
        follow = pattern(rf"<g20>(?:<D><g12>)?(?:, |\(|: )<any40>(?:<P>|<T>|\b(?:{RISE}|{FALL}))").match(
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
        if not first and pattern(IMPERFECT).search(skeleton.text, match.end("a"), match.start("b")):
            earlier = later + 1  # « 2 250 l'an dernier, alors qu'il n'en recevait que 450 en 2019 »
        made = _pair(skeleton, match, "dated", "")
        if made and _goes_on(skeleton, match, made.after):
            continue
        if made and earlier and later and earlier != later:
            yield made if earlier < later else Pair(made.after, made.before, made.start, made.end, "", "dated")


def _goes_on(skeleton: Skeleton, match: re.Match[str], last: Amount) -> bool:
    """True for a series of three or more: « 2 150 MWh en 2021, 1 720 en 2023, 1 505 l'an dernier »."""
    more = pattern(r",? (?:et |puis )?(?:à )?<d>(?P<c><V>)").match(skeleton.text, match.end())
    return more is not None and skeleton.amount(more, "c").lent(last).shape is last.shape


_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def _moved(skeleton: Skeleton) -> Iterator[Pair]:
    """« fixé à A, grimpe à B », « de A au départ… pour atteindre B », « A en mai et B en juin »."""
    climbs = rf"(?:<w> ){{0,2}}(?:{RISE}|{FALL}|{MOVE})(?: [^\W\d]+)? (?:à|jusqu'à) <d>"
    for match in skeleton.find(
        rf"\b(?:fixée?s? à|de|d'|partie?s? de|initialement à) ?<d>(?P<a><X>)<g25>,? (?:{climbs}|.{{0,60}}?\bpour atteindre <d>)(?P<b><X>)"
    ):
        step = pattern(rf"(?:{RISE}|{FALL})(?: [^\W\d]+)? $").search(
            skeleton.text, max(0, match.start() - 30), match.start()
        )
        made = None if step else _pair(skeleton, match, "moved", "passe")
        if made:  # but « augmente de 230 000 habitants, pour atteindre 68,4 millions » is a step
            yield made
    ends = r"(?:revenue?s?|revien\w+|(?:re)?tomb\w+|(?:re)?mont\w+|redescend\w+|fini\w*|termin\w+|clôtur\w+|s'établi\w+|atterri\w*) (?:finalement |ainsi )?à <d>"
    for match in skeleton.find(
        rf"\bparti(?:e|s|es)? (?:de|d')(?: ?<d>)(?P<a><X>)(?:<P>|[^<A>§]){{0,110}}§? *(?:<P>|[^<A>§]){{0,60}}?\b{ends}(?P<b><X>)".replace(
            "[^<A>§]", "[^\ue000-\ue00f\ue0ff]"
        ).replace("§", STOP)
    ):
        made = _pair(skeleton, match, "moved", "passe")
        if made:
            yield made
    held = r"en (?:occup|compt|vau[tdx]|val|emploi|produi|exploit|couvr|recens|réuni|align|rassembl|totalis|accueill|attei|coût|possèd|réclam|fourni)\w* <d>"
    for match in skeleton.find(
        rf"\bparti(?:e|s|es)? (?:de|d')(?: ?<d>)(?P<a><X>)<g20>(?:<Y>)?<g50>\b{held}(?P<b><X>)"
    ):
        made = _pair(skeleton, match, "moved", "passe")
        if made:
            yield made
    month = "|".join(_MONTHS)
    for match in skeleton.find(
        rf"(?P<a><X>)<g12>(?:en|fin|début) (?P<m>{month})(?:,| et| puis|, puis) (?P<b><X>)<g12>(?:en|fin|début) (?P<n>{month})"
    ):
        made = _pair(skeleton, match, "moved", "")
        if made and _MONTHS.index(match["m"]) < _MONTHS.index(match["n"]):
            yield made


def _than(skeleton: Skeleton) -> Iterator[Pair]:
    """« 252 élèves, soit 5 % de plus qu'à la rentrée précédente (240) »."""
    said = r"(?:,|\()? ?(?:soit )?<d><A> (?:de )?(?:plus|moins) qu(?:e |')"
    for match in skeleton.find(rf"(?P<b><X>)<g40>{said}<g45>\((?P<a><X>)\)"):
        made = _pair(skeleton, match, "than", "")
        if made:
            yield made


def _tabled(skeleton: Skeleton) -> Iterator[Pair]:
    """« 45 000 électriques, + 15 % (30 000) », « 12,4 millions d'euros (+ 8 % ; 11,5 en 2023) »: as tables are read out."""
    said = r"(?:,|\(| :) ?(?:[+−–-] ?|en (?:hausse|baisse|recul|progression) de |soit <d>(?:hausse|baisse|recul|progression) de )?<P>"
    for match in skeleton.find(
        rf"(?P<b><X>)<h25>(?P<said>{said})(?:<h12> sur <D>|<h25>)(?:\(|; |, )(?P<of>(?:contre )?<d>)(?P<a><X>)<h20>(?:<Y>)?\)"
    ):
        percent = next(p for p in range(match.start("said"), match.end("said")) if p in skeleton.marks)
        signed = skeleton.marks[percent].quantity
        sign = (signed.text if signed else "")[:1] in "+-–−" or pattern(r"[+−–-] ?$| de $").search(
            skeleton.text, match.start("said"), percent
        )
        made = _pair(skeleton, match, "tabled", "") if sign else None
        if made:
            yield made


def _pair(skeleton: Skeleton, match: re.Match[str], form: str, verb: str) -> Pair | None:
    before, after = skeleton.amount(match, "a"), skeleton.amount(match, "b")
    if before.dimension != after.dimension and Shape.COUNT in (before.shape, after.shape):
        # « 36,2 millions d'hectolitres, après 42,6 millions »
        before, after = (unnamed(a) if _in_millions(a) else a for a in (before, after))
    before, after = before.lent(after), after.lent(before)
    if not same_scale(before, after) or (before.shape is Shape.DURATION and form == "from-to" and not verb):
        return None
    if before.span.start == after.span.start:
        return None
    return Pair(before, after, match.start(), match.end(), verb, form)


def _in_millions(amount: Amount) -> bool:
    return amount.noun is None and amount.quantity is not None and "illi" in amount.quantity.text
