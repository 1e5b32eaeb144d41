"""Turnout: « La participation a plafonné à 46,1 % : 5 824 électeurs se sont déplacés, alors que la ville compte 12 633 inscrits ».

The percentage is called a turnout, the voters and the registered are the only two counts of the sentence and of
the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.twos import held
from relecture.types import Relation, RelationKind

#: What is called so, up to its percentage.
_SAID = (
    (
        r"\b(?:(?P<away>abstention|absentéisme)|participation|taux de (?:participation|vote))\b[^<A>,;:()§]{0,50}<d>(?P<share><P>)(?! (?:de plus|de moins))"
    )
    .replace("<A>", "\ue000-\ue0fe")
    .replace("§", STOP)
)
_CUE = heads(("participation", "abstention", "absentéisme", "taux"))
#: Those who may take part, then those who do.
_REGISTERED = r"^(?:électeurs? |salariés? |agents? |adhérents? )?(?:inscrit|appelé|convoqué|électeur|salarié|adhérent|étudiant|agent|sociétaire|licencié)"
_ENTITLED = r" ?(?:inscrite?s?|appelée?s?|convoquée?s?|sur les listes)\b"
_CAME = r"\b(?:votants?|électeurs?|bulletins?|suffrages?|se sont (?:déplacée?s?|exprimée?s?|rendue?s?|prononcée?s?)|ont (?:voté|pris part|participé|glissé))\b"
_ASIDE = r"\b(?:contre|au lieu|en <Y>|l'an dernier|auparavant|dont|nationale?|blancs?|nuls?)\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The turnouts of an article with their voters and their registered."""
    for match in skeleton.find_by(_CUE, _SAID):
        start, end = skeleton.sentence(match.start())
        if end + 1 < len(skeleton.text):
            following = skeleton.sentence(end + 1)[1]
            if len(_counts(skeleton, start, end)) < 2:
                end = following
        found = _counts(skeleton, start, end)
        aside = pattern(_ASIDE).search(skeleton.text, start, end)
        shares = [a for _, a in skeleton.amounts_between(start, end) if a.shape is Shape.PERCENT]
        if len(found) != 2 or aside or len(shares) != 1:
            continue
        (p, part), (q, whole) = sorted(found, key=lambda f: f[1].value)
        entitled = pattern(_REGISTERED).match((whole.noun or "").lower()) or pattern(_ENTITLED).match(
            skeleton.text, q + 1
        )
        if not entitled or not pattern(_CAME).search(f"{part.noun or ''} {skeleton.text[p + 1 : p + 40]}"):
            continue
        yield link(
            RelationKind.SHARE,
            "turnout",
            skeleton.source(start, end),
            {"part": part.lent(whole), "whole": whole.lent(part), "share": skeleton.amount(match, "share")},
            explicit=False,
            complement=bool(match["away"]),
        )


def _counts(skeleton: Skeleton, start: int, end: int) -> list[tuple[int, Amount]]:
    return [
        (p, a)
        for p, a in skeleton.amounts_between(start, end)
        if held(a) and a.shape in (Shape.COUNT, Shape.BARE) and a.value > 1
    ]
