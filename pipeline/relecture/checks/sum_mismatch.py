"""Parts that do not add up to their total: « 1,2 million de barils : 800 000 pour l'un et 500 000 pour les autres ».

Explicit partitions are added: « T : A et B », « A, B et C, soit T au total », « répartis en », « les B
autres ». A list with its total in another sentence is judged only where the sum misses the total by little.
« dont » only says that the part is at most the whole; an open list (« notamment », « … ») says nothing.
Figures count to their last written digit. A list that covers less than two thirds of the total may be
partial: it is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, product

from relecture.checks.arithmetic import judged, kindest, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.checks.rivals import alike, rivals
from relecture.relations.amounts import CLOSE, TIGHT, Amount, Shape
from relecture.relations.bounds import Bounds, gap, total
from relecture.relations.conversion import restated
from relecture.relations.links import form, role, several
from relecture.relations.slips import one_figure_off, slip
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="sum-mismatch",
    code="A01",
    family="A",
    severity=Severity.ERROR,
    title={"fr": "La somme des parties ne fait pas le total", "en": "The parts do not add up"},
    why={
        "fr": "Quand le texte donne toutes les parties d’un total, leur somme doit le faire.",
        "en": "When the text gives every part of a total, they must add up to it.",
    },
    messages={
        "default": {
            "fr": "La somme des éléments fait {expected} ; le texte annonce {whole}.",
            "en": "The parts add up to {expected}; the text says {whole}.",
        },
        "difference": {
            "fr": "L’écart entre les deux valeurs est de {expected} ; le texte annonce {whole}.",
            "en": "The two values are {expected} apart; the text says {whole}.",
        },
        "part": {
            "fr": "La partie ({expected}) dépasse le tout ({whole}).",
            "en": "The part ({expected}) is larger than the whole ({whole}).",
        },
    },
    flagged=(
        "Le parc réunit trois tranches de 15, 20 et 30 MW, soit 75 MW au total.",
        "L’usine emploie 240 personnes : 150 à Brest et 110 à Quimper.",
        "Neuf randonneurs ont été secourus : quatre indemnes et six blessés.",
    ),
    accepted=(
        "Le parc réunit trois tranches de 15, 20 et 30 MW, soit 65 MW au total.",
        "L’usine emploie 240 personnes, dont 150 femmes et 130 cadres.",
        "Le groupe exploite 100 MW, notamment 30 MW à Sète et 20 MW à Agde.",
    ),
    false_positives=("Une liste partielle annoncée par deux points.", "Des catégories qui se recoupent."),
)
#: Share of the total under which a list is taken for a partial one.
_PARTIAL = Decimal(2) / 3
#: Relative gap under which figures that no word adds up are taken for a sum with a slip.
_NEARLY = Decimal("0.2")
#: How many times its whole a part may be said to be.
_TOO_FAR = 50
#: Relations that no word ties: the amounts must differ as a slip makes them differ.
_UNTIED = ("enumerated", "left", "spread")
#: What a list that no word ties to a total must differ from it by.
_COPIED = ("digit", "swap")
#: Combinations of readings that are tried.
_MOST_READINGS = 64


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The totals that their parts contradict, or confirm."""
    for relation in relations(
        article,
        RelationKind.PARTITION,
        "announced",
        "apposed",
        "gathered",
        "concluded",
        "remainder",
        "balance",
        "tallied",
        "enumerated",
        "left",
        "spread",
        "solved",
    ):
        yield from added_up(RULE, relation, article, settings)
    for relation in kindest(relations(article, RelationKind.CHANGE, "difference"), _apart):
        yield from _difference(relation, article, settings)
    for relation in relations(article, RelationKind.INCLUSION):
        yield from _inclusion(relation, article, settings)


def added_up(rule: Rule, relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    """The outcome of the sum of the parts of *relation* against its whole, as a matter of *rule*."""
    whole, parts = role(relation, "whole"), several(relation, "parts")
    expected = _sum(parts, whole)
    if expected is None:
        return
    rounded = whole.zeros > max(p.zeros for p in parts)
    stated = whole.bounds(CLOSE if rounded else TIGHT)
    if form(relation) == "announced" and expected.value < whole.value * _PARTIAL:
        return
    if not relation.attributes.get("closed", True) and expected.value <= whole.value:
        return
    if form(relation) in _UNTIED and not (
        stated.meets(expected) or _miscopied(relation, whole, parts, expected)
    ):
        return
    if not relation.explicit and (
        gap(whole.value, expected.value) > _NEARLY or _one_too_many(whole, parts, stated)
    ):
        return
    lang, unit = settings.lang, symbol(whole)
    yield from judged(
        rule,
        article,
        settings,
        tuple({a.id: a for a in (whole, *parts)}.values()),
        stated,
        expected,
        "default" if rule is RULE else "bill",
        relation=f"{' + '.join(number(p.value, lang) for p in parts)} = {number(expected.value, lang, unit, digits=6)}",
        unit=unit,
        explicit=relation.explicit,
        verdict=_settled(article, whole, parts, stated, expected),
        whole=surface(article, whole, lang),
    )


def _settled(
    article: Article, whole: Amount, parts: Sequence[Amount], stated: Bounds, expected: Bounds
) -> Verdict:
    if stated.meets(expected) or _adds_up(whole, parts):
        return Verdict.VERIFIED
    for rival in rivals(article, (whole, *parts)):
        other = alike(rival, whole)
        if other is None:
            continue
        size, more = restated(other, whole, TIGHT), _sum((*parts, other), whole)
        if (size and size.meets(expected)) or (more and stated.meets(more)):
            return Verdict.UNVERIFIABLE  # the parts of another total, or a part that was not counted
    return Verdict.INCONSISTENT


def _miscopied(relation: Relation, whole: Amount, parts: Sequence[Amount], expected: Bounds) -> bool:
    """True for a total that is the sum badly copied or badly carried, of figures that are not round."""
    if any(p.approximate or not p.sure for p in (whole, *parts)):
        return False
    if form(relation) == "left":
        return one_figure_off(whole.value, expected.value)
    carried = len(parts) > 2 and abs(whole.value - expected.value) == Decimal(10) ** whole.value.adjusted()
    return carried or (slip(whole.value, expected.value) in _COPIED and len(_digits(expected.value)) > 2)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _one_too_many(whole: Amount, parts: Sequence[Amount], stated: Bounds) -> bool:
    """True when all the amounts but one make the total: that one counted something else."""
    fewer = [_sum([p for p in parts if p is not left], whole) for left in parts] if len(parts) > 2 else []
    return any(found is not None and stated.meets(found) for found in fewer)


def _sum(parts: Sequence[Amount], whole: Amount) -> Bounds | None:
    converted = [restated(part, whole, TIGHT) for part in parts]
    known = [c for c in converted if c is not None]
    if len(known) != len(parts):
        return None
    found = total(known)
    if any(p.approximate or p.low is not None for p in parts):
        return found
    # Roundings seldom all fall on one side: the error of a sum of n grows as the square root of n.
    spread = Decimal(len(parts)).sqrt()
    return Bounds(
        found.value - (found.value - found.low) / spread,
        found.value,
        found.value + (found.high - found.value) / spread,
    )


def _adds_up(whole: Amount, parts: Sequence[Amount]) -> bool:
    """True when some reading of ambiguous numbers (« 800.000 ») makes the sum right."""
    if all(a.sure for a in (whole, *parts)):
        return False
    choices = islice(product(*(a.readings_as_amounts() for a in (whole, *parts))), _MOST_READINGS)
    return any(
        (found := _sum(rest, one)) is not None and one.bounds(CLOSE).meets(found) for one, *rest in choices
    )


def _gap(relation: Relation) -> tuple[Bounds, Bounds] | None:
    """(the difference that is stated, the one between the two values)."""
    before, after, change = role(relation, "before"), role(relation, "after"), role(relation, "change")
    origin, stated = restated(before, after, TIGHT), restated(change, after, CLOSE)
    if origin is None or stated is None or not all(a.sure for a in (before, after, change)):
        return None
    apart = after.bounds(TIGHT) - origin
    return stated, apart if apart.value >= 0 else Bounds(-apart.high, -apart.value, -apart.low)


def _apart(relation: Relation) -> Verdict:
    found = _gap(relation)
    if found is None:
        return Verdict.UNVERIFIABLE
    return Verdict.VERIFIED if found[0].meets(found[1]) else Verdict.INCONSISTENT


def _difference(relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    """« 212 membres, soit 15 de plus que l’an passé (197) »."""
    before, after, change = role(relation, "before"), role(relation, "after"), role(relation, "change")
    found = _gap(relation)
    if found is None:
        return
    stated, expected = found
    unit = symbol(after)
    yield from judged(
        RULE,
        article,
        settings,
        (before, after, change),
        stated,
        expected,
        "difference",
        relation=f"{surface(article, after, settings.lang)} − {surface(article, before, settings.lang)}"
        f" = {number(expected.value, settings.lang, unit, digits=6)}",
        unit=unit,
        verdict=_apart(relation),
        whole=surface(article, change, settings.lang),
    )


def _inclusion(relation: Relation, article: Article, settings: Settings) -> Iterator[Outcome]:
    whole = role(relation, "whole")
    part = several(relation, "parts")[0]
    size = restated(part, whole, CLOSE)
    if size is None or Shape.DATE in (whole.shape, part.shape) or not _exceeds(size, whole):
        return
    if any((other := alike(r, part)) and other.value >= part.value for r in rivals(article, (whole, part))):
        return  # « 4,1 millions d'euros, environ 13 100 euros par foyer, dont 1,3 million d'aides »
    yield from judged(
        RULE,
        article,
        settings,
        (whole, part),
        whole.bounds(CLOSE),
        size,
        "part",
        relation="A ≤ T",
        unit=symbol(whole),
        verdict=Verdict.INCONSISTENT,
        whole=surface(article, whole, settings.lang),
    )


def _exceeds(size: Bounds, whole: Amount) -> bool:
    if size.value > whole.value * _TOO_FAR:
        return False  # « des aides de 13 100 euros, dont … 1,3 million »: the part of something else
    return all(size.low > one.bounds(CLOSE).high for one in whole.readings_as_amounts())
