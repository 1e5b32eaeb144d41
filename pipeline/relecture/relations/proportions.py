"""Shares said at a distance: « sur les 57 que compte le parc, 19 sont à l'arrêt, autrement dit un sur quatre ».

`shares` reads the triple in one pattern; here the part and the whole are linked first (« A sur B »,
« B ; il en fournit A », « B. Parmi eux, A »), and a share that the text draws from them is sought next to
the link: after it in the same sentence, at the head of the next one, or before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import same_noun
from relecture.relations.rates import RATES as _RATES
from relecture.relations.rates import rate_named, rate_told
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import scaled_like, two, unnamed

#: What draws a share from what precedes, up to the share itself.
_OF_A_RATE = r" de (?:réussite|succès|remplissage|occupation|participation|présence|recouvrement|couverture|adhésion|conversion|transformation|satisfaction|fréquentation|bonnes réponses|favorables|approbation|abstention)\b"
_DRAWN = (
    r"(?:\b(?:soit|autrement dit|c'est(?:-à-dire)?|(?:cela|ça|ce qui) (?:fait|donne|représente)|représent\w+|correspond\w* à|équiva\w+ à)"
    r"(?: (?:donc|encore|ainsi|seulement|tout de même|tout juste|déjà|en tout|environ)){0,2},?"
    r"|(?:^[ «\"']*|[,:;(—–] ?|\bsoit |\bavec |\bdonnant )(?:un|une|ce qui donne un|l[ea]|ce(?:tte|t)?) (?:<RATES>)\b[^,;:()§]{0,40}?"
    r",? (?:de|d'|à|atteint|dépasse|avoisine|frôle)"
    r"|\b(?:sa|leur|cette|la) (?:part|proportion)\b[^,;:()§]{0,20}? (?:est de|atteint|s'établit à|s'élève à|avoisine|dépasse|monte à|grimpe à|de|à)"
    r") ?<d>(?:<RATES>(?: [^\W\d]+){0,2} (?:de |d'))?$"
).replace("<RATES>", _RATES)
#: « Ce taux de refus de 46 %… » speaks of the figures before it.
_THIS_RATE = rf"[ «\"']*ce(?:tte|t)? {_RATES}\b[^,;:()§]{{0,30}}? (?:de|d') ?<d>"
#: A verb of holding: only where the part is « A sur B ».
_HELD = r"\b(?:capt\w+|accapar\w+|absorb\w+|réalis\w+|s'adjug\w+|rafl\w+|recueill\w+|détien\w+|occup\w+|contrôl\w+|concentr\w+|pès\w+|rassembl\w+|couvr\w+|pes\w+|possèd\w+) ?<d>$"
_POINTED = r"(?:[,:(—–]|\bet) ?(?:à peine |tout juste |bien )?<d>$"
#: The whole, named again.
_TOTAL = (
    r" (?:du total|de l'ensemble|de la totalité|de ce (?:total|nombre|volume|montant|budget)|des? effectifs?|de l'effectif|du parc|de la flotte"
    r"|de la (?:population|production|consommation|salle|demande|surface|somme|facture)|du (?:volume|montant|capital|budget|territoire)|de (?:ses|leurs) \w+)\b"
)
#: What no count of things or people is the whole of.
_OF_A_MEASURE = r" (?:de la (?:production|consommation|demande|surface|somme|facture)|du (?:volume|montant|capital|budget))\b"
_CLOSED = (
    rf"(?: (?:à peine|seulement|tout juste|tout au plus|donc|exactement|en tout))? ?(?:[,.;:)!?»–—{STOP}]|$)"
)
#: Shares of something else than the whole at hand.
_APART = r" d(?:es|e|u) (?:<d>)?(?:voix|suffrages|votes|votants|bulletins|exprimés)\b"
#: Between the link and the share, these turn to something else.
_TURN = r"\b(?:contre(?! ?,)|national\w*|nationaux|mondia\w+|régiona\w+|départementa\w+|mais|tandis|alors que|dont|hausse|baisse|passe|passé|auparavant|rendement|au lieu|objectif|seuil)\b|;(?! ?(?:soit |c'est )?(?:l[ea]|un|une|ce|cet|cette|son|sa|leur) <RATES>\b)|§".replace(
    "<RATES>", _RATES
)
_RATE_BEFORE = r"\b(?:taux|part|proportion|pourcentage)\b[^,;:§]{0,50}(?: ?: ?)?$|\b(?:représent\w+|constitu\w+|form\w+|capt\w+|accapar\w+|absorb\w+|concentr\w+|engloutit|engloutissent|englouti|mobilis\w+|pès\w+|pes\w+|mang\w+|raflé?\w*|dévor\w+|coût\w+) ?<d>$"
#: The sentence after a count of votes, of the same candidate: « Il est réélu avec 52 % des voix ».
_WHOEVER_WON = r"[ «\"']*(?:il|elle) (?:est|a été|fut|était|l'emporte|gagne|s'impose|passe|obtient|recueille|totalise)\b[^;:()§]{0,50}? (?:avec|sur|à|par) ".replace(
    "§", STOP
)
_OF_THE_VOTES = rf"(?: d(?:es|u|e) (?:<d>)?(?:voix|suffrages|votes|votants|bulletins|exprimés)(?: exprimés)?)? ?(?:[,.;:)»{STOP}]|$)"
_BALLOTS = frozenset(("voix", "suffrage", "votant", "bulletin", "exprimé"))
#: From a share to the part and the whole that explain it at once: « un tiers des élèves, 34 sur 70, … ».
_APPOSED = r"(?: (?:de |d'|du |des |de la |de l')<h40>)? ?(?:,|\(|–|—) ?(?:soit )?<d>"
#: After the whole of an explanation, what it is made of: « … : 48 manquaient sur les 240 du collège ».
_GOES_ON = r" (?:d[ue]s?|de la|de l'|d'|qu[ei]|qu'|où|inscrits?|inscrites?|attendus?|attendues?|présents?|que compte\w*) ?(?!<A>)"
#: « les deux tiers de l'internat : 63 élèves sur 84 ont… »: the share of one thing, and what it is made of.
_OF_ONE = r" (?:de l'|du |de la |de (?:son|sa|leur|ce|cet|cette) )<h30> ?: ?(?:soit )?<d>"
_AS_FOLLOWS = r" (?:ont|sont|étaient|avaient|ont été|seront|restent|se sont|doivent|auront|n'ont|ne sont)\b"
_APPOSED_TO_ONE = r"<h40> ?(?:,|\(|–|—|:) ?(?:soit )?<d>"


#: « elle devance de 324 voix l'ancien adjoint, qui en totalise 1 188 »: by how much, not a part.
_AHEAD = r"\b(?:devanc\w*|distanc\w*|dépass\w*|domin\w*|batt\w*|bat|avance|écart|retard|marge) (?:de |d')<d>$"


#: « Un candidat sur trois a donc franchi le premier tour ».
_SO = r"(?: [^\W\d]+){0,2} donc\b"


@dataclass(frozen=True, slots=True)
class Link:
    """A part and its whole with where the link starts and ends; *explicit* for « A sur B »."""

    part: Amount
    whole: Amount
    start: int
    end: int
    explicit: bool
    #: Nothing links the two but that they are alone.
    lone: bool = False


def drawn(skeleton: Skeleton) -> Iterator[tuple[Link, Amount, int]]:
    """Every (link, share, position of the share) that the words bring together."""
    shares = [p for p in skeleton.positions if skeleton.marks[p].shape in (Shape.PERCENT, Shape.FRACTION)]
    if not shares:
        return
    found = links(skeleton)
    for at in shares:
        told = [link for link in found if _speaks(skeleton, at, link)]
        for link in told or [link for link in _lone(skeleton, at) if _speaks(skeleton, at, link)]:
            yield link, skeleton.marks[at], at


def _sources() -> tuple[tuple[str, bool], ...]:
    of = r"(?:sur|parmi|d'entre|sur un total de)"
    return (
        (rf"(?P<part><X>)<g45>(?<!\w){of} <d>(?:<h25> (?:de |d'))?<d>(?P<whole><X>)", True),
        (r"(?P<part><X>) (?:des|de nos|de ses|de leurs) (?P<whole><X>)", True),
        (r"(?P<part><X>)<h20> pour <d>(?P<whole><C>)", True),
        (
            r"(?P<part><X>)<g60> (?:qui|dont [^\W\d]+(?: [^\W\d]+)?|où [^\W\d]+) en (?:[^\W\d]+ ){1,3}<d>(?P<whole><N>)",
            True,
        ),
        (
            rf"(?:(?<!\w){of} <d>(?:<h25> (?:de |d'))?<d>|\bdes )(?P<whole><X>)(?P<gap><g90>)(?P<part><X>)",
            True,
        ),
        (
            r"(?P<whole><X>)[^§]{0,70}[§;,:]? (?:[^§]{0,30} )?(?:en|parmi (?:eux|elles|ceux-ci|celles-ci)|d'entre (?:eux|elles))\b(?:,| [^,;:§]{0,30}?)? ?<d>(?P<part><N>)".replace(
                "§", STOP
            ),
            False,
        ),
        (r"(?P<whole><C>)[^§]{0,60}[.§:;] *(?P<part><N>)[ ,]".replace("§", STOP), False),
    )


def links(skeleton: Skeleton) -> list[Link]:
    """The parts and wholes that the text links, without a share yet."""
    found: dict[tuple[int, int], Link] = {}
    for source, explicit in _sources():
        for match in skeleton.find(source):
            part, whole = skeleton.amount(match, "part"), skeleton.amount(match, "whole")
            own = (part.span, whole.span)
            part, whole = unnamed(part), unnamed(whole)
            if part.unit is not None and whole.noun == "produit":  # « 361 TWh sur les 539 produits »
                whole = replace(whole, shape=Shape.BARE, noun=None)
            part = scaled_like(part, whole)
            part, whole = part.lent(whole), whole.lent(part)
            if not _divisible(part, whole) or any(
                _measures(a) and a.span not in own
                for _, a in skeleton.amounts_between(match.start(), match.end())
            ):
                continue
            if pattern(_AHEAD).search(skeleton.text, max(0, match.start("part") - 40), match.start("part")):
                continue
            key = (match.start("part"), match.start("whole"))
            found.setdefault(key, Link(part, whole, match.start(), match.end(), explicit))
    return list(found.values())


#: Words that make two counts those of two times or of two things, rather than a part and its whole.
_TWO_COUNTS = (
    r"\b(?:contre|autant|puis|ensuite|désormais|aujourd'hui|auparavant|l'an (?:dernier|passé|prochain)|passe\w*|passé|hausse|baisse|objectif|autres?|de plus|de moins"
    r"|chacun\w*|par|ailleurs|suivant\w*|voisin\w*|précédent\w*|avant|naguère|prévus?|prévues?|attendu\w*|au lieu|tandis|alors que|encore|restant\w*|nouve\w+)\b"
)


def _lone(skeleton: Skeleton, at: int) -> Iterator[Link]:
    """« Le club compte B licenciés. Lundi, A ont voté, soit P »: the only two counts before the share."""
    found = two(skeleton, at, skeleton.marks[at])
    if found is None:
        return
    (p, whole), (q, part) = found
    bare = skeleton.marks[q].shape is Shape.BARE or unnamed(skeleton.marks[q]).shape is Shape.BARE
    if not (
        q < at and bare and whole.shape is Shape.COUNT and _divisible(part, whole) and part.sure and whole.sure
    ):
        return
    start, end = min(skeleton.sentence(p)[0], skeleton.sentence(at)[0]), skeleton.sentence(at)[1]
    dated = any(a.shape in (Shape.DATE, Shape.DURATION) for _, a in skeleton.amounts_between(start, end))
    if not dated and not pattern(_TWO_COUNTS).search(skeleton.text, start, end):
        yield Link(part, whole, p, q + 1, explicit=False, lone=True)


def _measures(amount: Amount) -> bool:
    return amount.shape not in (
        Shape.DATE,
        Shape.DURATION,
        Shape.PERCENT,
        Shape.FRACTION,
        Shape.TIMES,
        Shape.POINTS,
    )


def _divisible(part: Amount, whole: Amount) -> bool:
    if part.dimension != whole.dimension or part.shape is Shape.DURATION or part.value >= whole.value:
        return False
    return not part.low and not whole.low and whole.value > 1


def _speaks(skeleton: Skeleton, at: int, link: Link) -> bool:
    text = skeleton.text
    if at < link.start:
        return _before(skeleton, at, link)
    if at < link.end:
        return False
    start, _ = skeleton.sentence(at)
    first = link.end >= start
    own = _polled(link) and (
        pattern(r"\b(?:ses|leurs|ces) $").search(text, start, at) is not None
        or (
            pattern(rf"{_WHOEVER_WON}<d>$").fullmatch(text, start, at) is not None
            and pattern(_OF_THE_VOTES).match(text, at + 1) is not None
        )
    )
    if not first and (text.count(STOP, link.end, at) > 1 + own or (not own and _answered(skeleton, link, at))):
        return False
    lead = text[max(link.end, start) : at]
    if len(lead) > 130 or pattern(_TURN.replace("§", STOP)).search(lead):
        return False
    if any(_measures(a) for _, a in skeleton.amounts_between(link.end, at)):
        return False
    if not own and pattern(_APART).match(text, at + 1):
        return False
    if own:  # « Forte de ses 54 %, la maire… »
        return True
    opening = not first and pattern(r"[ «\"']*<d>$").fullmatch(lead)
    named = not first and pattern(_THIS_RATE).fullmatch(lead) is not None
    named = named or (link.lone and rate_told(text, link.start, at, lead))
    if (";" in lead or (link.lone and rate_named(lead))) and not rate_told(text, link.start, at, lead):
        return False
    if not (link.explicit or named) and not _of_it(text, at, link):
        return False
    if link.explicit and _one_in(skeleton.marks[at]) and pattern(_SO).match(text, at + 1):
        return True
    ordinal = _one_in(skeleton.marks[at]) and link.lone and pattern(_CLOSED).match(text, at + 1)
    return bool(first and ordinal and pattern(_POINTED).search(lead)) or _concludes(
        text, at, lead, link, first=first, opening=bool(opening)
    )


def _answered(skeleton: Skeleton, link: Link, at: int) -> bool:
    """True when a share stands between: « 7 812 ont fini, soit 96 %. Les femmes représentaient 27 % »."""
    return any(a.shape in (Shape.PERCENT, Shape.FRACTION) for _, a in skeleton.amounts_between(link.end, at))


def _polled(link: Link) -> bool:
    """True for votes: whoever won them has « ses 54 % »."""
    return link.explicit and bool({link.part.noun, link.whole.noun} & _BALLOTS)


def _of_it(text: str, at: int, link: Link) -> bool:
    """True for a share of the whole at hand: nothing says that it is of something else."""
    if link.whole.shape is Shape.MONEY and pattern(r" du capital\b").match(text, at + 1):
        return False
    if link.whole.shape is Shape.COUNT and pattern(_OF_A_MEASURE).match(text, at + 1):
        return False
    noun = re.escape(link.whole.noun or "")
    return any(pattern(p).match(text, at + 1) for p in (_CLOSED, _TOTAL, " d'entre ", rf" d[ue]s? {noun}"))


def _one_in(share: Amount) -> bool:
    """True for « un sur quatre », « un salarié sur quatre »."""
    return share.shape is Shape.FRACTION and share.quantity is not None and " sur " in share.quantity.text


def _of_others(text: str, at: int, link: Link) -> bool:
    """True for things that are not counted: « trois carrefours sur trente et un concentrent la moitié des retards »."""
    if link.whole.shape is not Shape.COUNT:
        return False
    said = pattern(r" des ([^\W\d]+)").match(text, at + 1)
    return (
        said is not None and not pattern(_TOTAL).match(text, at + 1) and not same_noun(said[1], link.whole.noun)
    )


def _concludes(text: str, at: int, lead: str, link: Link, *, first: bool, opening: bool) -> bool:
    total = pattern(_TOTAL).match(text, at + 1)
    if opening:
        return bool(total)
    if pattern(_DRAWN.replace("§", STOP)).search(lead):
        return True
    if not first or not link.explicit:
        return bool(total and pattern(_POINTED).search(lead))
    if pattern(_HELD).search(lead):
        return not _of_others(text, at, link)
    if pattern(_OF_A_RATE).match(text, at + 1) and not pattern(
        r"\b(?:et|son|sa|ses|leurs?|qui|dont|où)\b"
    ).search(lead):
        return True
    closed = (
        pattern(_CLOSED).match(text, at + 1)
        or total
        or pattern(r" d(?:es|u|e la) \w+ ?[.,;)]").match(text, at + 1)
    )
    return bool(closed and pattern(_POINTED).search(lead))


def _before(skeleton: Skeleton, at: int, link: Link) -> bool:
    """« le taux de réussite atteint 92 % : 340 admis pour 425 inscrits », « un tiers des abonnés (40 sur 120) »."""
    text = skeleton.text
    start, _ = skeleton.sentence(at)
    between = text[at + 1 : link.start]
    if not link.explicit or any(_measures(a) for _, a in skeleton.amounts_between(at + 1, link.start)):
        return False
    near = re.fullmatch(rf"[^,;:({STOP}]{{0,30}}[:(,][^:;({STOP}]{{0,25}}", between)
    if near and pattern(_RATE_BEFORE.replace("§", STOP)).search(text[max(start, at - 70) : at]):
        return True
    one_in = _one_in(skeleton.marks[at])
    if not one_in and pattern(_OF_ONE).fullmatch(between) and pattern(_AS_FOLLOWS).match(text, link.end):
        return True
    form = _APPOSED_TO_ONE if one_in else _APPOSED
    if not pattern(form).fullmatch(between):
        return False
    written = skeleton.marks[at].quantity
    counted = link.part.quantity is None or (
        written is not None and (link.part.noun or "?").rstrip("s") in written.text.lower()
    )
    explained = counted and ":" in between and pattern(_GOES_ON).match(text, link.end)
    return bool(explained or pattern(_CLOSED).match(text, link.end))
