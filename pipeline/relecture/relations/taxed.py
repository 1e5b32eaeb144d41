"""Prices before and after a tax or a rebate: « 8 500 euros hors taxes, soit 8 967,50 euros avec la TVA à 5,5 % ».

The two amounts are the only ones of money around the percentage, and the words tell which of them is before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Shape
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.twos import Placed, values, window
from relecture.types import Relation, RelationKind

#: « la TVA à 5,5 % », « une fois déduite la remise de 20 % ».
_TAX = r"\b(?:tva|taxe|taxes|pourboire|service|frais de (?:service|dossier))(?: (?:[^\W\d]+ )?réduite)? ?(?:à |de |d'|\(|, )(?:taux de )?<d>(?P<p><P>)|(?P<p2><P>) de (?:tva|taxes?)\b"
_REBATE = r"\b(?:remise|rabais|ristourne|réduction|abattement|décote|bonus|escompte|aide|prime|subvention)s?(?: [^\W\d]+){0,2}? (?:de |d')<d>(?P<p><P>)(?! (?:de la|du|des|à))"
#: What says that the second price is the first one with or without them.
_NET = (
    r"\b(?:une fois (?:la |le |l'|cette |ce )?(?:[^\W\d]+ )?(?:déduite?|appliquée?|retranchée?|retirée?|ôtée?|défalquée?|enlevée?)|déduction faite|(?:remise|rabais|ristourne|réduction|tva|taxes?)(?: de <P>)? (?:déduite?|comprise?|inclu(?:s|se)|appliquée?)"
    r"|après (?:déduction|application|remise|rabais|ristourne|(?:une?|la|le|cette|ce) (?:remise|rabais|ristourne|réduction|décote))"
    r"|grâce à (?:une?|la|le|cette|ce) (?:remise|rabais|ristourne|réduction)|avec (?:une?|la|le|cette|ce) (?:remise|rabais|ristourne|réduction)|sans (?:la|le|cette) (?:remise|rabais))\b"
)
_TTC = r"\b(?:hors taxes?|ht|ttc|toutes taxes(?: comprises)?|avec (?:la |une )?tva|hors tva|tva (?:comprise|incluse|en sus))\b"
_TAXED = heads(("tva", "taxe", "taxes", "service", "frais", "pourboire"))
_LESS = heads(
    (
        "remise",
        "rabais",
        "ristourne",
        "réduction",
        "abattement",
        "décote",
        "bonus",
        "escompte",
        "aide",
        "prime",
        "subvention",
    )
)
#: Other amounts come in: a part, a limit, several things.
_ASIDE = r"\b(?:acompte|arrhes|avance|livraison|dont|jusqu'à|maximum|plafonn\w+|par mois|par an|chacun\w*|d'économies?|de moins|de plus|économis\w+|au-delà|minimum|à partir de|premier\w*|sur (?:une partie|le reste|deux|trois))\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The prices before and after a tax or a rebate, as changes by its percentage."""
    for cue, source, said, direction in ((_TAXED, _TAX, _TTC, 1), (_LESS, _REBATE, _NET, -1)):
        for match in skeleton.find_by(cue, source):
            yield from _changed(skeleton, match, said, direction)


def _changed(skeleton: Skeleton, match: re.Match[str], said: str, direction: int) -> Iterator[Relation]:
    groups = match.groupdict()
    change = skeleton.amount(match, "p" if groups["p"] else "p2")
    for back in (0, 1):
        start, end = window(skeleton, match.start(), back=back)
        found = values(skeleton, start, end, change)
        if len(found) < 2:
            continue
        if (
            not _two_prices(found)
            or pattern(said).search(skeleton.text, start, end) is None
            or pattern(_ASIDE).search(skeleton.text, start, end)
            or _percents(skeleton, start, end) != 1
        ):
            return
        small, large = sorted((a for _, a in found), key=lambda a: a.value)
        before, after = (small, large) if direction > 0 else (large, small)
        yield link(
            RelationKind.CHANGE,
            "percent",
            skeleton.span(match),
            {"before": before, "after": after.lent(before), "change": change},
            direction=direction,
            sided=False,
            verb="",
            explicit=False,
            near=True,
        )
        return


def _two_prices(found: list[Placed]) -> bool:
    return (
        len(found) == 2
        and all(a.shape is Shape.MONEY and not a.approximate and a.low is None for _, a in found)
        and found[0][1].value != found[1][1].value
    )


def _percents(skeleton: Skeleton, start: int, end: int) -> int:
    return sum(a.shape in (Shape.PERCENT, Shape.FRACTION) for _, a in skeleton.amounts_between(start, end))
