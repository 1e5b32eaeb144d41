"""A part, a whole and a percentage that do not agree: « 1 748 des 1 885 enfants, soit 39 % ».

The three are linked by « soit », « représente », « sur », « parmi », « des ». The interval of part / whole
is compared with the percentage, or with a fraction in words (« un quart »), right to 1.5 points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial

from relecture.checks.arithmetic import diagnose, judged, kindest, number, relations, surface
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import CLOSE, LOOSE, Amount, Shape
from relecture.relations.bounds import Bounds, best, compare, percentage
from relecture.relations.conversion import restated
from relecture.relations.links import form, role
from relecture.relations.slips import miswritten
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="share-mismatch",
    code="A04",
    family="A",
    severity=Severity.ERROR,
    title={"fr": "Part, total et pourcentage incompatibles", "en": "Part, whole and percentage disagree"},
    why={
        "fr": "Le pourcentage annoncé doit être celui de la partie sur le tout.",
        "en": "The stated percentage must be that of the part in the whole.",
    },
    messages={
        "complement": {
            "fr": "{part} sur {whole} : le reste fait {expected}, pas {said}.",
            "en": "{part} out of {whole}: the rest is {expected}, not {said}.",
        },
        "majority": {
            "fr": "{part} sur {whole} fait {expected} : ce n’est pas une majorité.",
            "en": "{part} out of {whole} is {expected}: that is no majority.",
        },
        "default": {
            "fr": "{part} sur {whole} fait {expected}, pas {said}.",
            "en": "{part} out of {whole} is {expected}, not {said}.",
        },
    },
    flagged=(
        "Parmi les 1 200 foyers interrogés, 300 se chauffent au bois, soit 45 %.",
        "Le parc fournit 90 MW, soit 65 % des 180 MW du département.",
        "Le solaire a livré 30 TWh (25 % des 540 TWh produits).",
    ),
    accepted=(
        "Parmi les 1 200 foyers interrogés, 300 se chauffent au bois, soit 25 %.",
        "Le parc fournit 90 MW, soit la moitié des 180 MW du département.",
        "Le solaire a livré 30 TWh, soit 12 % de plus que les 27 TWh de 2023.",
    ),
    false_positives=("Un pourcentage qui porte sur un autre total que celui de la phrase.",),
)
_HUNDRED = Decimal(100)
#: What a fraction in words may hide, in points (checks.md, E03).
_FRACTION_MARGIN = Decimal("1.5")


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The shares that their part and whole contradict, or confirm."""
    for relation in kindest(relations(article, RelationKind.SHARE), _verdict):
        part, whole, share = role(relation, "part"), role(relation, "whole"), role(relation, "share")
        stated, expected = stated_share(share), _share(part, whole)
        if expected is None or (
            expected.value == _HUNDRED and part.canonical == whole.canonical and stated.high < _HUNDRED
        ):
            continue  # « 3 millions d'inscrits… la moitié de ces 3 millions »: a whole told twice is no part of itself
        if not relation.explicit and _share_itself(article, whole, share):
            continue
        turned = relation.attributes.get("complement") or (
            relation.attributes.get("rate")
            and abs(_HUNDRED - expected.value - stated.value) < abs(expected.value - stated.value)
        )
        if turned:  # « 19 ont échoué sur 228 : un taux de réussite de 82 % »
            expected = Bounds.exact(_HUNDRED) - expected
        if form(relation) == "apart" and not (
            stated.meets(expected) or _badly_copied(part, whole, share, expected)
        ):
            continue
        lang = settings.lang
        cause = diagnose(stated.value, expected.value, lang)
        first, second = surface(article, part, lang), surface(article, whole, lang)
        yield from judged(
            RULE,
            article,
            settings,
            (part, whole, share),
            stated,
            expected,
            _key(relation, turned=bool(turned)),
            relation=f"{first} / {second} = {number(expected.value, lang, '%', digits=3)}",
            unit="%",
            diagnosis=cause,
            explicit=relation.explicit,
            verdict=_verdict(relation),
            holds=partial(_holds, part if _beside(article, part, share) else None),
            part=first,
            whole=second,
            said=surface(article, share, lang),
        )


def _badly_copied(part: Amount, whole: Amount, share: Amount, expected: Bounds) -> bool:
    """True for a percentage that is the share badly copied, and neither the rest nor the change between the two."""
    ratio = expected.value
    others = (_HUNDRED - ratio, _HUNDRED * (_HUNDRED - ratio) / ratio)
    apart = all(abs(share.value - other) > share.ulp for other in others)
    return apart and part.canonical == whole.canonical and miswritten(share.value, ratio, share.ulp)


def _key(relation: Relation, *, turned: bool) -> str:
    """The message that says what *relation* contradicts."""
    if form(relation) == "majority":
        return "majority"
    return "complement" if turned else "default"


def _verdict(relation: Relation) -> Verdict:
    part, whole, share = role(relation, "part"), role(relation, "whole"), role(relation, "share")
    stated, expected = stated_share(share), _share(part, whole)
    candidates = [
        other
        for one in part.readings_as_amounts()
        for two in whole.readings_as_amounts()
        for other in (_share(one, two), _share(two, one))
        if other is not None
    ]
    if relation.attributes.get("rate"):  # « 12 des 48 sont à l'arrêt : un taux de marche de 75 % »
        candidates += [Bounds.exact(_HUNDRED) - other for other in candidates]
    if relation.attributes.get("complement"):  # « 3 150 votants sur 5 000 : une abstention de 37 % »
        candidates = [Bounds.exact(_HUNDRED) - other for one in (_share(part, whole),) if (other := one)]
        expected = candidates[0] if candidates else None
    kindest = best([compare(stated, other) for other in candidates] or [Verdict.UNVERIFIABLE])
    apart = abs(stated.value - expected.value) if expected else _HUNDRED
    if kindest is Verdict.INCONSISTENT and apart <= (_FRACTION_MARGIN if share.shape is Shape.FRACTION else 1):
        return Verdict.BORDERLINE
    return kindest


def _beside(article: Article, part: Amount, share: Amount) -> bool:
    """True for « 30 euros (25 %) »: the share is of no other part."""
    return _next().fullmatch(article.text.prose, part.span.end, share.span.start) is not None


@cache
def _next() -> re.Pattern[str]:
    return re.compile(r" ?\((?:soit )?")


def _share_itself(article: Article, whole: Amount, share: Amount) -> bool:
    """True for a whole that has a share of its own: « 76 %, avec 31 388 interventions »."""
    prose, at = article.text.prose, whole.span
    own = (_own_before().search(prose, max(0, at.start - 24), at.start), _own_after().match(prose, at.end))
    return any(m is not None and not (m.start() <= share.span.start < m.end()) for m in own)


@cache
def _own_before() -> re.Pattern[str]:
    return re.compile(r"\d\s?%(?:,? avec|,? soit| ?\()\s?(?:ses |les |quelque )?$")


@cache
def _own_after() -> re.Pattern[str]:
    return re.compile(r"\s?(?:\((?:soit )?|, soit )\d{1,2}(?:,\d+)?\s?%")


def _holds(own: Amount | None, part: Amount, whole: Amount, share: Amount) -> bool:
    if own is not None and part.span != own.span:
        return False
    found = _share(part, whole)
    return found is not None and compare(stated_share(share), found) is Verdict.VERIFIED


def stated_share(share: Amount) -> Bounds:
    """A percentage, or a fraction in words as a percentage, with its margin."""
    if share.shape is Shape.PERCENT:
        return share.bounds(LOOSE)
    found = share.nominal().scaled(_HUNDRED)
    return Bounds(found.low - _FRACTION_MARGIN, found.value, found.high + _FRACTION_MARGIN)


def _share(part: Amount, whole: Amount) -> Bounds | None:
    size = restated(part, whole, CLOSE)
    try:
        return percentage(size, whole.bounds(CLOSE)) if size is not None else None
    except ZeroDivisionError:
        return None
