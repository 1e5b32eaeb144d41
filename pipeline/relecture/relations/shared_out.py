"""A total, a number of shares and the size of one, whatever the words between: « 4 620 écoliers dans 210 classes, en moyenne 22 par salle ».

What says that one figure is the mean of the two others is a turn alone (« en moyenne », « un médecin pour », « chacun »):
the names may be others. So the three are only worth judging where the division comes out even, and the mean that is
written differs from it as a slip of the pen does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import PERIODS
from relecture.relations.likeness import akin, same_noun
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, heads, pattern
from relecture.relations.twos import clock, held, plural, scaled_like, unnamed, window
from relecture.types import Relation, RelationKind

_PERIOD = r"(?:jour|journée|semaine|mois|an|heure|minute)"
_MEAN = (
    r"\bune?(?: seule?)? (?P<one>[^\W\d]+)(?: [^\W\d]+){0,2} pour <d>(?P<m_a><A>)"
    rf"|\ben moyenne,? <d>(?P<m_b><A>)(?:<h25> (?:par|chaque) (?P<p1>{_PERIOD}))?"
    rf"|(?P<m_c><A>)(?:<h15> (?:par|chaque) (?P<p2>{_PERIOD}))?(?:<h15>) en moyenne\b"
    rf"|\bmoyenne(?: [^\W\d]+)? (?:de |d'|est de |atteint |s'établit à )<d>(?P<m_d><A>)(?:<h12> par (?P<p3>{_PERIOD}))?"
    r"|(?P<m_e><A>)<h15> (?:chac\w+|pièce)"
    rf"|\b(?:soit|cela fait|cela représente|ce qui fait|ça fait),? <d>(?P<m_f><A>)<h15> par (?:(?P<p4>{_PERIOD})|[^\W\d]+)"
)
_GROUPS = tuple(f"m_{c}" for c in "abcdef")
_CUE = heads(("moyenne", "pour", "chacun", "chacune", "pièce", "soit", "fait", "représente"))
#: Another mean, a rule or a wish; and a part, which is not shared out.
_OTHERWISE = (
    r"\b(?:contre|objectif|nationale?|mondiale?|européenne?|régionale?|départementale?|médiane?|maximum|minimum|au moins|au plus|passe de|passé de"
    r"|serai\w*|faudr\w*|devr\w*|pourr\w*|exig\w*|impos\w*|oblig\w*|recommand\w*|préconis\w*|auparavant|l'an (?:dernier|passé))(?!\w)"
)
_OF_WHICH = r"\bdont <d>$"
_SHARED = (Shape.COUNT, Shape.BARE, Shape.MEASURE)


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """Every mean with the only two other amounts of its sentence, or of that and the one before."""
    for match in skeleton.find_by(_CUE, _MEAN):
        group = next(g for g in _GROUPS if match[g])
        mean = skeleton.amount(match, group)
        if mean.shape in _SHARED and mean.low is None and mean.sure and not mean.approximate:
            period = next((match[g] for g in ("p1", "p2", "p3", "p4") if match[g]), None)
            yield from _shared(skeleton, match, match.start(group), mean, period)


def _shared(
    skeleton: Skeleton, match: re.Match[str], at: int, mean: Amount, period: str | None
) -> Iterator[Relation]:
    for back in (0, 1):
        start, end = window(skeleton, match.start(), back=back)
        if pattern(_OTHERWISE).search(skeleton.text, start, end):
            return
        found = [
            a
            for p, a in skeleton.amounts_between(start, at)
            if held(a) and not clock(skeleton, p) and not pattern(_OF_WHICH).search(skeleton.text, start, p)
        ]
        if len(found) > 2:
            return
        if len(found) == 2:
            total, groups = sorted(found, key=lambda a: (_groups(a, period), -a.value))
            said = match["one"] is not None and _same(match["one"], groups.noun)
            like = scaled_like(unnamed(mean), total).lent(total)
            if _groups(groups, period) and like.shape is total.shape and like.dimension == total.dimension:
                yield link(
                    RelationKind.PRODUCT,
                    "count",
                    skeleton.source(start, match.end()),
                    {"count": groups, "unit": like, "result": total},
                    explicit=said,
                    told=said,
                    even=not said,
                    near=False,
                )
            return


def _same(one: str, noun: str | None) -> bool:
    """True for « 18 000 modules… un panneau pour »: one of what is counted."""
    return same_noun(one, noun) or akin(one, noun)


def _groups(amount: Amount, period: str | None) -> bool:
    """True for what a total can be shared out among: things, or the periods that the mean is by."""
    if period is not None:
        exact = amount.low is None and not amount.approximate and amount.value >= 2
        return exact and amount.shape is Shape.DURATION and amount.canonical == PERIODS[period]
    return amount.shape in (Shape.COUNT, Shape.BARE) and plural(amount)
