"""Share: a part, a whole and the percentage or fraction that links them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape, Slack
from relecture.relations.links import link
from relecture.relations.proportions import Link, drawn
from relecture.relations.skeleton import STOP, Skeleton, pattern
from relecture.relations.twos import scaled_like, unnamed
from relecture.types import Relation, RelationKind

_SOIT = r"(?:soit|représent\w+|c'est-à-dire|c'est|correspond\w+ à|équiva\w+ à|ou)"
#: The patterns, the most explicit first; each names part, whole and share.
FORMS: tuple[tuple[str, str], ...] = (
    (
        "part-of-whole",  # « A, soit P des B », « A, P d'une demande qui atteignait B », « A (P des B) »
        rf"(?P<part><X>)<g60>(?:,|\(|:| –| —| et)? ?(?:{_SOIT} )?(?:<d>)?(?P<share><S>)<h20> (?:de |d'|du |des |de la |de l')(?:<d>)?<h60>(?P<whole><X>)",
    ),
    (
        "part-of-a-named-whole",  # « A, soit P du parc, qui compte B », « A. C'est P de la production (B) »
        rf"(?P<part><X>)<g100>(?:§ *(?:{_SOIT}|soit) )?<d>(?P<share><S>)<h20> (?:de |d'|du |des |de la |de l')<h50>"
        r"(?: ?\(<d>(?P<whole><X>)(?: en <Y>)?\)|,? (?:lequel|laquelle|lesquel(?:le)?s|qui) (?:en )?(?:compt|totalis|attei|s'élèv|s'établi|s'est élev|se mont|se chiffr|ressort|dépass|avoisin|frôl|culmin|plafonn|représent|emploi|abrit|réuni|affich|pès|est (?:fixé|estimé|évalué)e?s? à|est de)"
        r"\w*(?: désormais| aujourd'hui)?(?: à| de)? <d>(?P<whole_><X>)"
        r"|, (?:estimé|évalué|chiffré|fixé|arrêté|établi|limité|plafonné|attendu|annoncé|tombé|monté|arrivé)e?s? (?:cette année |l'an dernier |désormais |à environ )?à <d>(?P<whole_2><X>))".replace(
            "§", STOP
        ),
    ),
    (
        "part-then-whole",  # « ils sont A, un sur quatre : l'usine en emploie B »
        r"(?P<part><N>|<C>)<g70>[,(–—] ?(?:soit )?<d>(?P<share><S>)<h30>(?: ?[:;§)]|, (?:qui|où)| qui)(?: <h40>)? ?en (?:compt|emploi|recens|dénombr|réuni|abrit|possèd|exploit"
        r"|totalis|accueill|rassembl|regroup|gèr|scolaris|aligne|a|ont)\w{0,3} <d>(?P<whole><X>)(?= ?[,.;)§]|$)".replace(
            "§", STOP
        ),
    ),
    (
        "part-on-whole",  # « A sur B, soit P », « A des B … (P) »
        rf"(?P<part><X>)<g40>(?<!\w)(?:sur|parmi|des|de nos|de ses|de leurs) <d>(?:un total de |au total )?(?P<whole><X>)<g70>(?:(?:,|–|—) ?{_SOIT}|\((?:{_SOIT})?|, près d'|,) ?<d>(?P<share><S>)",
    ),
    (
        "part-of-a-whole",  # « A d'un budget de B, soit P »
        rf"(?P<part><X>)<h15> (?:d'une?|de son|de leur|du) <h35>(?:de |d')<d>(?P<whole><X>)<g40>(?:, ?{_SOIT}|\((?:{_SOIT})?) ?<d>(?P<share><S>)",
    ),
    (
        "votes",  # « avec A sur B, la motion passe à P des votants »
        r"(?P<part><X>) sur <d>(?P<whole><X>),<g60>(?:par|avec|à|recueille|obtient|totalise) <d>(?P<share><S>) d(?:es|u|e) ",
    ),
    (
        "share-of-whole-apposed",  # « la moitié des B, environ A, … »
        r"(?P<share><S>)<g15> (?:de |d'|du |des )<d>(?P<whole><X>)<g20>, (?P<part><X>)(?: (?:exactement|précisément|en tout|au total))?(?=[,)])",
    ),
    (
        "share-of-whole",  # « P des B, soit A »
        rf"(?P<share><S>)<g15> (?:de |d'|du |des |de la |de l')(?:<d>)?<g40>(?P<whole><X>)<g50>(?:,|\(|:|–|—)? ?(?:{_SOIT}) ?<d>(?P<part><X>)",
    ),
    (
        "share-then-part",  # « P des B : elles sont A »
        r"(?P<share><S>)<g15> (?:de |d'|du |des )<d>(?P<whole><C>)<h40>(?: ?:|,|;|§) *(?:(?:elles|ils) (?:sont|étaient|seraient)|on en (?:compte|dénombre|recense)"
        r"|(?:ce qui|cela|ça) (?:fait|représente)) ?<d>(?P<part><N>|<C>)(?= ?[,.;)§]|$)".replace("§", STOP),
    ),
    (
        "part-apart",  # « La motion a séduit A élus. C'est P des B sénateurs »
        r"(?P<part><X>)<g60>§ *(?:c'est|soit|(?:cela|ça) (?:fait|représente))(?: à peine| seulement| donc| moins d'| plus d')? ?<d>(?P<share><S>)<h20> (?:de |d'|du |des )<d>(?P<whole><X>)".replace(
            "§", STOP
        ),
    ),
    (
        "share-and-colon",  # « P des B viennent des transports : A »
        r"(?P<share><S>)<g15> (?:de |d'|du |des )<d>(?P<whole><X>)<h130> ?[:(–—] ?(?:soit )?<d>(?P<part><X>)(?= ?[,.;)§]|$)".replace(
            "§", STOP
        ),
    ),
    (
        "share-of-the-sum",  # « facturée B, la prime en couvre P de la dépense, A »
        r"(?P<whole><M>)<g90>(?P<share><S>) (?:de la|du|de l'|de ce|de cette) ?(?:dépense|facture|somme|montant|prix|total|coût|enveloppe|budget|note|devis|achat)(?: totale?)?"
        r"(?:,|:| \()? ?(?:soit )?<d>(?P<part><M>|<N>)(?= ?[,.;)§]|$)".replace("§", STOP),
    ),
    (
        "part-in-a-budget",  # « A dans un budget de B : le quart des dépenses »
        rf"(?P<part><M>)<h30> (?:dans|sur|pour) (?:un|une|le|la|son|sa|leur) (?:budget|enveloppe|facture|dépense|recette|chiffre d'affaires|total|coût|investissement|programme|plan)<h40> (?:de |d')<d>(?P<whole><M>)(?: [^\W\d]+){{0,3}} ?(?:,|:|\(|–|—) ?(?:{_SOIT} )?(?:à peine |tout juste |près d['e] ?|plus d['eu] ?)?<d>(?P<share><S>)",
    ),
    (
        "share-taken-on",  # « prélève P sur une vente de B, ce qui lui fait A »
        r"(?P<share><P>) (?:sur|du prix|du montant|de la valeur)<h50> (?:à|de|d') ?<d>(?P<whole><M>)<h40>[,:(] ?(?:soit|c'est-à-dire|(?:ce qui|cela|ça) (?:lui |leur |nous |me |m'|vous )?(?:fait|donne|rapporte|représente|coûte)) ?<d>(?P<part><M>)(?! (?:de plus|de moins|en plus|en moins))",
    ),
    (
        "among-whole",  # « parmi les B, A …, soit P », « sur B, A … (P) »
        rf"(?<!\w)(?:parmi|sur|des) <d>(?:un total de |au total )?(?P<whole><X>)<g90>(?P<part><X>)<s80>(?:(?:,|–|—) ?(?:{_SOIT})|\((?:{_SOIT})?) ?<d>(?P<share><S>)",
    ),
    (
        "whole-including",  # « B, dont A (P) », « B, dont A, soit P »
        rf"(?P<whole><X>)<g60>,? ?\(?dont <d>(?P<part><X>)<g50>(?:, ?{_SOIT}|\((?:{_SOIT})?) ?<d>(?P<share><S>)",
    ),
    (
        "whole-including-share",  # « B habitants, dont P ont plus de 75 ans, soit A personnes »
        rf"(?P<whole><X>)<g60>,? ?\(?dont <d>(?P<share><S>)(?:<g60>|<h40><D><h20>)(?:, ?{_SOIT}|\((?:{_SOIT})?) ?<d>(?P<part><X>)",
    ),
    (
        "whole-then-part",  # « sur les B …, P, soit A, … »
        rf"(?<!\w)(?:parmi|sur) <d>(?P<whole><X>)<g60>,? ?<g15>(?P<share><S>)<g50>(?:,|\() ?(?:{_SOIT}) ?<d>(?P<part><X>)",
    ),
)
#: What is won with votes, and is none.
_SEATS = frozenset(("siège", "mandat", "élu", "ville", "commune", "circonscription"))
_RATES = r"(?:au-dessus|au-dessous|en dessous|en deçà|au-delà|de plus|de moins|en plus|en moins|de hausse|de baisse|supérieur|inférieur|de mieux|d'augmentation|de croissance)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The (part, whole, share) triples of an article; one relation for each share."""
    seen: set[int] = set()
    for name, source in FORMS:
        for match in skeleton.find(source, "S"):
            at = match.start("share")
            if at in seen or _moving(skeleton, match):
                continue
            part, whole = skeleton.amount(match, "part"), skeleton.amount(match, _whole(match))
            share = skeleton.amount(match, "share")
            if (
                part.dimension != whole.dimension
            ):  # « 870 millions de mètres cubes, 69 % de sa capacité, qui est de 1,27 milliard »
                part, whole = unnamed(part), unnamed(whole)
            part, whole = scaled_like(part, whole).lent(whole), scaled_like(whole, part).lent(part)
            if name == "share-taken-on" and not _taking(skeleton, match):
                continue
            if name in ("among-whole", "part-on-whole") and _others(skeleton, match, part):
                continue
            if (
                not _divisible(part, whole)
                or part.value == whole.value
                or (name == "votes" and (part.noun or "") in _SEATS)
            ):
                continue
            seen.add(at)
            yield link(
                RelationKind.SHARE, name, skeleton.span(match), {"part": part, "whole": whole, "share": share}
            )
    yield from _drawn(skeleton, seen)
    yield from _majorities(skeleton)
    yield from _rests(skeleton)


#: « Un tiers des 960 vignerons refusent ; les 640 autres… »: the share of the others is what is left.
_REST_OF = (
    (
        r"(?P<share><S>) (?:de |d'|du |des |de la |de l')<d>(?P<whole><C>)(?:[^<A>§]){0,90}[,;§] ?(?:et |mais |tandis que |alors que |quand )?"
        r"(?:les? |la )(?:(?P<part><N>|<C>)(?P<others> autres| restant\w*)?|autres, (?P<part2><N>|<C>))"
    )
    .replace("[^<A>§]", "[^\ue000-\ue0ff]")
    .replace("§", STOP)
)


def _rests(skeleton: Skeleton) -> Iterator[Relation]:
    """A share of a whole, and how many the others are."""
    for match in skeleton.find(_REST_OF, "S"):
        part = skeleton.amount(match, "part" if match["part"] else "part2")
        whole, share = skeleton.amount(match, "whole"), skeleton.amount(match, "share")
        written = part.quantity.text if part.quantity else ""
        other = match["others"] or match["part2"] or pattern(r"\bautres?\b|\brestant").search(written)
        part = unnamed(part).lent(whole)
        if (
            other
            and part.noun == whole.noun
            and _divisible(part, whole)
            and part.value < whole.value
            and not rated(skeleton, match.start("share"))
        ):
            yield link(
                RelationKind.SHARE,
                "rest",
                skeleton.span(match),
                {"part": part, "whole": whole, "share": share},
                explicit=False,
                complement=True,
            )


#: Who takes a share of a price, and what it is called.
_TAKEN = (
    r"\b(?:prél[eè]v\w+|ponction\w*|touch\w+|perçoi\w+|perç\w+|perceva\w+|commissions?|reti(?:ent|enne)\w*|ret[ei]n\w+|rémun[eéè]r\w+|honoraires|courtages?|marges?|reçoi\w+|encaiss\w+"
    r"|acomptes?|apports?|intérêts?|taxes?|taux|droits?|pourboires?|redevances?|royalties|cotis\w+|pénalités?|amendes?|frais)(?!\w)"
)
_LESSENED = r"\b(?:rabais|remises?|ristournes?|réductions?|décotes?|baiss\w+|hausses?|abattements?)\b"


def _taking(skeleton: Skeleton, match: re.Match[str]) -> bool:
    start, end = skeleton.sentence(match.start())
    return (
        pattern(_TAKEN).search(skeleton.text, start, end) is not None
        and pattern(_LESSENED).search(skeleton.text, start, end) is None
    )


def _others(skeleton: Skeleton, match: re.Match[str], part: Amount) -> bool:
    """True when another figure of the kind of *part* stands nearer to the share."""
    between = skeleton.amounts_between(match.start("part") + 1, match.start("share"))
    own = match.start(_whole(match))
    counted = any(a.shape is Shape.COUNT and part.shape is Shape.COUNT for p, a in between if p != own)
    return counted or any(a.shape is Shape.PERCENT for _, a in between)


def _whole(match: re.Match[str]) -> str:
    return next(name for name in ("whole", "whole_", "whole_2") if match.groupdict().get(name))


def _drawn(skeleton: Skeleton, seen: set[int]) -> Iterator[Relation]:
    told: set[int] = set()
    for found, share, at in drawn(skeleton):
        if any(found.start < p < at for p in (*seen, *told)):
            continue  # another share has been drawn from the two
        if at not in seen and not rated(skeleton, at):
            told.add(at)
            yield link(
                RelationKind.SHARE,
                "drawn",
                skeleton.source(at, at + 1),
                {"part": found.part, "whole": found.whole, "share": share},
                explicit=False,
                rate=found.lone or "taux" in skeleton.text[min(found.end, at) : max(found.end, at)],
                complement=_stayed_away(skeleton, found, at),
            )


#: Who voted is not who stayed away: « sur 5 000 inscrits, 3 150 se sont déplacés, soit une abstention de 37 % ».
_ABSTENTION = r"\b(?:abstention|absentéisme)\b[^,;:()§]{0,40}$".replace("§", STOP)
_CAME = r"\b(?:votants?|ont voté|se sont déplacés|ont pris part|se sont rendus aux urnes|suffrages|bulletins|participants|se sont exprimés|présents?)\b"


def _stayed_away(skeleton: Skeleton, found: Link, at: int) -> bool:
    text = skeleton.text
    said = pattern(_ABSTENTION).search(text, max(found.end, at - 60), at)
    return said is not None and pattern(_CAME).search(text, found.start, found.end + 40) is not None


#: « Une majorité d'adhérents (212 sur 451) », but not « la majorité présidentielle (250 sièges sur 577) ».
_MAJORITY = r"\b(?P<word>une (?:courte |large |nette |petite |faible )?majorité(?= de | d')|la majorité(?= des)) (?:des |de |d')(?!gauche|droite|deux|trois)(?P<of><h40>)\((?P<part><X>)<h15> sur <d>(?P<whole><X>)(?:<h20>)?\)"


def _majorities(skeleton: Skeleton) -> Iterator[Relation]:
    """What is called a majority, with the part and the whole that should make it one."""
    half = Decimal("0.5")
    for match in skeleton.find(_MAJORITY):
        part, whole = skeleton.amount(match, "part"), skeleton.amount(match, "whole")
        part, whole = part.lent(whole), whole.lent(part)
        if _divisible(part, whole) and part.value < whole.value:
            span = skeleton.span(match, "word")
            said = Amount(
                f"{span.start}-{span.end}",
                span,
                Shape.FRACTION,
                half,
                half,
                half,
                slack=Slack(Decimal(0), Decimal(1)),
            )
            yield link(
                RelationKind.SHARE,
                "majority",
                skeleton.span(match),
                {"part": part, "whole": whole, "share": said},
            )


#: « un bloc de 60 kWh qui a perdu un quart de sa capacité en stocke 45 ».
_LOST = r"\b(?:perd|gagn|amput|rédui|augment|baiss)\w* (?:de |d')?<d>$"


def _moving(skeleton: Skeleton, match: re.Match[str]) -> bool:
    at = match.start("share")
    lost = match.start("part") < at and pattern(_LOST).search(skeleton.text, match.start("part"), at)
    return (lost is not None and bool(lost)) or rated(skeleton, at)


def rated(skeleton: Skeleton, at: int) -> bool:
    """True when the percentage at *at* is a change, not a share (« 12 % de plus que les 40 GW »)."""
    after = skeleton.text[at + 1 : at + 18]
    before = skeleton.text[max(0, at - 14) : at]
    return bool(
        skeleton.marks[at].value < 0
        or pattern(r"(?:[+-]|(?<![^\W\d] )–) ?$").search(before)
        or _signed(skeleton.marks[at])
        or pattern(rf" ?{_RATES}").match(after)
        or pattern(
            r"(?:(?:hausse|baisse|recul|croissance|augmentation|diminution) (?:de |d'environ )|\b(?:perdu|perd|perdent|perdait) <d>)$"
        ).search(before)
    )


def _signed(share: Amount) -> bool:
    return share.quantity is not None and share.quantity.text[:1] in "+-–−"


def _divisible(part: Amount, whole: Amount) -> bool:
    if Shape.DATE in (part.shape, whole.shape) or part.span == whole.span or part.value == whole.value:
        return False
    return part.dimension == whole.dimension and Shape.DURATION not in (part.shape, whole.shape)
