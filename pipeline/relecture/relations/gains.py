"""Energy gain and yield: what comes out, what goes in, and the ratio that the text gives."""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind

_GAIN = (
    r"(?:\bgain (?:énergétique |d'énergie )?(?:net )?(?:de |d'|est de |atteint |égal à )|\bfacteur (?:q |de gain )?(?:de |d')?|\brapport (?:de |d')"
    r"|\bq ?= ?)(?:près de |environ )?<d>(?P<gain><N>|<K>)"
)
_NET = r"\b(?:gain|bénéfice|excédent|surplus) net (?:de |d')<d>(?P<net><Q>)"
_YIELD = r"\b(?:rendement|efficacité)(?: [^\W\d]+){0,3} (?:de |d'|est de |atteint |atteignant |dépasse |frôle |à )<d>(?P<yield><P>)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The gains and yields of an article with their operands."""
    for match in skeleton.find(_YIELD):
        yield link(
            RelationKind.RATIO,
            "yield",
            skeleton.span(match),
            {"change": skeleton.amount(match, "yield")},
            sentence=_text(skeleton, match.start()),
        )
    for match in skeleton.find(_GAIN):
        out_in = _operands(skeleton, match.start(), skeleton.amount(match, "gain"))
        if out_in:
            yield link(
                RelationKind.RATIO,
                "gain",
                skeleton.span(match),
                {"after": out_in[0], "before": out_in[1], "times": skeleton.amount(match, "gain")},
            )
    for match in skeleton.find(_NET):
        net = skeleton.amount(match, "net")
        out_in = _operands(skeleton, match.start(), net)
        if out_in and net.dimension == out_in[0].dimension:
            yield link(
                RelationKind.RATIO,
                "net",
                skeleton.span(match),
                {"after": out_in[0], "before": out_in[1], "change": net},
            )


def _text(skeleton: Skeleton, at: int) -> str:
    start, end = skeleton.sentence(at)
    return skeleton.text[start:end]


def _operands(skeleton: Skeleton, at: int, apart: Amount) -> tuple[Amount, Amount] | None:
    """The two energies (or powers) of the sentence, the larger first; ``None`` unless there are just two."""
    start, end = skeleton.sentence(at)
    found = [
        a
        for _, a in skeleton.amounts_between(start, end)
        if a is not apart and a.shape is Shape.MEASURE and a.dimension in ("energy", "power") and a.low is None
    ]
    if len(found) == 1:  # « 2,08 mégajoules ont déclenché une réaction qui en a libéré 8,6 »
        others = [(p, a) for p, a in skeleton.amounts_between(start, at) if a.shape is Shape.BARE]
        found.extend(
            a.lent(found[0])
            for p, a in others
            if len(others) == 1
            and pattern(r"\b(?:en (?:a |ont |avait )?(?:[^\W\d]+ )|(?:pour|contre|dépens\w+) )<d>$").search(
                skeleton.text, start, p
            )
        )
    if (
        len(found) != 2
        or found[0].dimension != found[1].dimension
        or pattern(r"\b(?:réseau|prise)\b").search(skeleton.text, start, end)
    ):
        return None
    return (found[0], found[1]) if _larger(found[0], found[1]) else (found[1], found[0])


def _larger(one: Amount, other: Amount) -> bool:
    return (one.factor or 1) * one.value >= (other.factor or 1) * other.value
