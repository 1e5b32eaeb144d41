"""Same fact: two mentions that the text presents as one figure, with different values.

Three ways to know that two digits are meant to be the same: the headline repeats the body; a definite
group takes up an earlier one (« 684 000 foyers… les 648 000 foyers »); two sentences share their words,
and the digits look alike (digits swapped, one digit changed, a power of ten). A mark of contrast
(« contre », « encore », another day, another source) breaks the link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from relecture.relations import events, lengths, levels, moves, reprises, retold, scores, set_times
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, alike, content, digits, likeness, root, same_noun
from relecture.relations.links import link
from relecture.relations.mentions import SCALED, Place, places
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Article, Relation, RelationKind, Span

__all__ = ["Place", "likeness", "read", "same_noun"]

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
#: A headline is compared with figures at most this far below it.
_NEAR = 900
#: Sentences farther apart than this, in characters, are not compared word by word.
_REACH = 1500
#: How many times over one time may be the other and still be it.
_SLIP = Decimal("1.6")


def read(skeleton: Skeleton, article: Article) -> Iterator[Relation]:
    """The pairs of mentions that stand for one fact and differ."""
    found = list(places(skeleton, article))
    bare = frozenset(a.value for a in skeleton.marks.values() if a.shape is Shape.BARE)
    yield from _titles(found, bare)
    for title, term in set_times.read(skeleton, article):
        yield _link("headline", title, term)
    body = [p for p in found if not p.title]
    taken = set()
    for first, second, how in reprises.read(body, bare):
        taken.add(second.at)
        yield _fact("anaphora", first, second, how)
    for first, second, how in levels.read(skeleton, found):
        if second.at not in taken:
            taken.add(second.at)
            yield _fact("headline" if first.title else "anaphora", first, second, how)
    for first, second, how in retold.read(skeleton, found, article.text.prose):
        if second.at not in taken:
            taken.add(second.at)
            yield _fact("anaphora", first, second, how)
    for first, second in retold.prefixes(skeleton, body):
        if second.at not in taken:
            taken.add(second.at)
            yield _fact("anaphora", first, second, "power")
    yield from _repeated(body, taken)
    for one, other in (*retold.pronouns(skeleton, body), *events.read(skeleton)):
        yield _link("anaphora", one, other)
    for one, other, how in moves.read(skeleton):
        yield _link("anaphora", one, other, how)
    for one, other in lengths.times(skeleton):
        if one.canonical == other.canonical and not _same_time(one, other) and _few_apart(one, other):
            yield _link("anaphora", one, other)
    for form, one, other in scores.read(article):
        yield _link(form, one, other, "digit")


# ---------------------------------------------------------------- headline and body


def _titles(places: list[Place], bare: frozenset[Decimal]) -> Iterator[Relation]:
    body = [p for p in places if not p.title]
    for title in [_moneyed(p, body) for p in places if p.title]:
        rivals = [p for p in body if alike(title.amount, p.amount)]
        if (died := _dead(title, body)) is not None:
            yield _fact("headline", title, died, "")
            continue
        if any(agree(title.amount, p.amount) for p in rivals) or _said_of_people(title.amount, body):
            continue
        sole = len({p.amount.value for p in rivals}) == 1
        if title.amount.value in bare:
            continue  # « le feu en a parcouru 340 »
        rival = next((r for r in rivals if _contradicts(title, r, sole=sole)), None)
        if rival:
            yield _fact("headline", title, rival, likeness(title.amount, rival.amount))


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
    if title.part or title.shift:
        return False
    shared = len((title.words & rival.words) - content(title.amount.noun or ""))
    if how and shared and not title.contrast:
        return True
    near = sole and not rival.part and not rival.shift and not title.nuance and rival.at - title.at < _NEAR
    if near and how in ("swap", "digit") and not (title.contrast or rival.contrast or rival.amount.approximate):
        return title.amount.dimension != "length" or bool(shared)
    if near and title.label & rival.label and not rival.amount.approximate:
        return True
    return near and title.amount.shape is Shape.COUNT and _close(title.amount, rival.amount, shared)


def _close(title: Amount, rival: Amount, shared: int) -> bool:
    if root(title.noun or "") in _VICTIM_ROOTS:
        return True
    one, other = digits(title.value), digits(rival.value)
    return shared >= 2 and len(one) == len(other) == 2 and (one[0] == other[0] or one == other[::-1])


# ---------------------------------------------------------------- inside the body


def _repeated(places: list[Place], taken: set[int]) -> Iterator[Relation]:
    for n, later in enumerate(places):
        if later.at in taken:
            continue
        earlier = [p for p in places[:n] if alike(p.amount, later.amount) and p.at != later.at]
        if not earlier or any(agree(p.amount, later.amount) for p in earlier):
            continue
        first = earlier[-1]
        if later.at - first.at > _REACH or first.contrast or later.contrast or first.words is later.words:
            continue
        if first.period and later.period and first.period != later.period:
            continue
        if first.times and later.times and not first.times & later.times:
            continue
        how = likeness(first.amount, later.amount)
        # A moment in common is worth a word.
        dated = how == "power" and bool(first.times) and first.times == later.times
        shared = len(first.words & later.words) + dated
        if reprises.longer(first, later) or (later.definite and reprises.of_another(first, later)):
            continue
        anaphora = later.definite and later.amount.shape is Shape.COUNT
        prefixed = first.amount.canonical != later.amount.canonical and first.amount.value == later.amount.value
        plain = len(digits(first.amount.value).rstrip("0")) < 2 and not (prefixed and shared >= 2)
        nuance = first.nuance or later.nuance
        if (plain and nuance) or (how == "digit" and not anaphora):
            continue
        enough = 3 if plain else 2 if nuance else 1
        if how and (shared >= enough or (anaphora and not plain)):
            yield _fact("anaphora" if anaphora else "context", first, later, how)


def _same_time(one: Amount, other: Amount) -> bool:
    """True unless two times to the unit differ: « quatre ans… cette peine de cinq ans »."""
    if one.approximate or other.approximate or any(a.value % 1 for a in (one, other)):
        return agree(one, other)
    return one.value == other.value


def _few_apart(one: Amount, other: Amount) -> bool:
    swapped = sorted(digits(one.value)) == sorted(digits(other.value))
    return swapped or max(one.value, other.value) <= min(one.value, other.value) * _SLIP


def _fact(form: str, first: Place, second: Place, how: str) -> Relation:
    return _link(form, first.amount, second.amount, how, first.words & second.words)


def _link(
    form: str, first: Amount, second: Amount, how: str = "", shared: frozenset[str] = frozenset()
) -> Relation:
    return link(
        RelationKind.SAME_FACT,
        form,
        Span(second.span.start, second.span.end),
        {"first": first, "second": second},
        explicit=form != "context",
        likeness=how,
        shared=sorted(shared),
    )
