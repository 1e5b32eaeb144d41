"""The figures of a headline that the body contradicts.

The body must speak of the same thing (same noun or unit), know no other figure of it, and share words with the
headline or give digits that look like its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, alike, content, digits, likeness, root
from relecture.relations.mentions import SCALED, Place
from relecture.relations.skeleton import pattern

_VICTIM_ROOTS = frozenset(
    (
        "mort",
        "blessé",
        "tué",
        "disparu",
        "victim",
        "otag",
        "noyé",
        "interpellation",
        "interpellé",
        "arrestation",
        "rescapé",
        "hospitalisé",
        "décè",
        "garde",
    )
)
_PEOPLE_ROOTS = frozenset(
    ("personn", "homm", "femm", "enfant", "passager", "occupant", "militair", "randonneur")
)
_DEAD_ROOTS = frozenset(("mort", "tué", "noyé", "décè"))
_DIED = r" (?:\w+ )?(?:sont|est|ont|a) (?:\w+ )?(?:mort|péri|perdu la vie|été tué|décéd|trouvé la mort|succomb|noyé)"
#: Others died besides those that are counted.
_BESIDES = r"\b(?:ainsi qu|outre|en plus|autres?|également|puis)"
#: « l'an dernier » dates a figure that swapped digits give away all the same.
_LAST = ("l'an dernier", "l'an passé")
_MONTHS = r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
#: « 421 postes sur les 1 150 »: a part of all, which may be what the headline tells.
_OF_ALL = r" sur (?:les|la|le|un total de) ?"
#: A headline is compared with figures at most this far below it.
_NEAR = 900


def read(places: Sequence[Place], bare: frozenset[Decimal]) -> Iterator[tuple[Place, Place, str]]:
    """Each figure of a headline with the body's that contradicts it, and how they look alike."""
    body = [p for p in places if not p.title]
    for title in [_moneyed(p, body) for p in places if p.title]:
        rivals = [p for p in body if alike(title.amount, p.amount)]
        if (died := _dead(title, body)) is not None:
            yield title, died, ""
            continue
        if any(agree(title.amount, p.amount) for p in rivals) or _said_of_people(title.amount, body):
            continue
        sole = len({p.amount.value for p in rivals}) == 1
        if title.amount.value in bare:
            continue  # « le feu en a parcouru 340 »
        rival = next((r for r in rivals if _contradicts(title, r, sole=sole)), None)
        if rival:
            yield title, rival, likeness(title.amount, rival.amount)


def _dead(title: Place, body: list[Place]) -> Place | None:
    """« Trois morts » above, « deux personnes sont mortes » below: the only count of those who died, and another one."""
    if root(title.amount.noun or "") not in _DEAD_ROOTS or title.part or title.shift:
        return None
    died = [p for p in body if root(p.amount.noun or "") in _PEOPLE_ROOTS and pattern(_DIED).match(p.tail)]
    told = any(p.amount.value == title.amount.value for p in body if p.amount.shape is Shape.COUNT)
    if told or any(p.definite or pattern(_BESIDES).search(p.sentence.text) for p in died):
        return None
    if (
        len({p.amount.value for p in died}) != 1
        or died[0].part
        or died[0].shift
        or died[0].at - title.at > _NEAR
    ):
        return None
    dead = [p for p in body if root(p.amount.noun or "") in _DEAD_ROOTS]
    return (
        died[0]
        if not dead and died[0].amount.value != title.amount.value and not died[0].amount.approximate
        else None
    )


def _said_of_people(title: Amount, body: list[Place]) -> bool:
    """« sept morts » above, « sept personnes ont péri » below."""
    if title.shape is not Shape.COUNT or root(title.noun or "") not in _VICTIM_ROOTS:
        return False
    return any(p.amount.value == title.value and root(p.amount.noun or "") in _PEOPLE_ROOTS for p in body)


def _moneyed(title: Place, body: list[Place]) -> Place:
    """« 45 milliards d'économies » in a headline is money when the body counts in money."""
    amount = title.amount
    if amount.unit is not None or amount.shape not in (Shape.BARE, Shape.COUNT) or amount.value < SCALED:
        return title
    if any(alike(amount, p.amount) for p in body):
        return title
    money = next((p.amount for p in body if p.amount.shape is Shape.MONEY), None)
    return title.measuring(replace(amount, shape=Shape.BARE, noun=None).lent(money)) if money else title


def _contradicts(title: Place, rival: Place, *, sole: bool) -> bool:
    """True when *rival* must be the headline's figure and differs from it.

    The same digits at another scale are enough; other look-alikes need a word in common and no contrast;
    counts that do not look alike must be of victims, or differ by one digit, and be the first ones below.
    """
    how = likeness(title.amount, rival.amount)
    if how == "power":
        return True
    if title.part or title.shift or _other_months(title, rival):
        return False
    shared = len((title.words & rival.words) - content(title.amount.noun or ""))
    if how and shared and not title.contrast:
        return True
    if how in ("swap", "digit") and _dated(title, rival):
        return True
    last = _LAST if how == "swap" else ()
    whole = how == "swap" and pattern(_OF_ALL).match(rival.text, rival.at + 1) is not None
    near = (
        sole
        and (whole or not rival.part)
        and not rival.moved(*last)
        and not title.nuance
        and rival.at - title.at < _NEAR
    )
    if (
        near
        and how in ("swap", "digit")
        and not (title.contrast or rival.opposed(*last) or rival.amount.approximate)
    ):
        return title.amount.dimension != "length" or bool(shared)
    if near and title.label & rival.label and not rival.amount.approximate:
        return True
    return near and title.amount.shape is Shape.COUNT and _close(title.amount, rival.amount, shared)


def _other_months(title: Place, rival: Place) -> bool:
    one, other = (set(pattern(_MONTHS).findall(p.sentence.text)) for p in (title, rival))
    return bool(one and other) and not one & other


def _dated(title: Place, rival: Place) -> bool:
    """True when both are said of one month, the headline's only figure of its kind and the first sentence's first."""
    if rival.part or title.contrast or title.nuance or rival.amount.approximate or rival.at - title.at > _NEAR:
        return False
    before, after = rival.text[rival.sentence.start : rival.at], rival.text[rival.at + 1 : rival.at + 30]
    months = set(pattern(_MONTHS).findall(title.sentence.text))
    if not months or not months & set(pattern(_MONTHS).findall(f"{before} {after.partition(',')[0]}")):
        return False
    return pattern(r"\b(?:contre|après|avant|au lieu|précédent\w*)\b").search(before) is None


def _close(title: Amount, rival: Amount, shared: int) -> bool:
    if root(title.noun or "") in _VICTIM_ROOTS:
        return True
    one, other = digits(title.value), digits(rival.value)
    if len(one) == len(other) == 1 and min(title.value, rival.value) > 1:
        return shared >= 2 and abs(title.value - rival.value) == 1
    return shared >= 2 and len(one) == len(other) == 2 and (one[0] == other[0] or one == other[::-1])
