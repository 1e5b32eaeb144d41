"""Same fact: two mentions that the text presents as one figure, with different values.

Three ways to know that two digits are meant to be the same: the headline repeats the body; a definite
group takes up an earlier one (« 684 000 foyers… les 648 000 foyers »); two sentences share their words,
and the digits look alike (digits swapped, one digit changed, a power of ten). A mark of contrast
(« contre », « encore », another day, another source) breaks the link.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.relations import (
    events,
    headlines,
    lengths,
    levels,
    moves,
    one_in,
    points_back,
    quakes,
    reprises,
    resumed,
    retold,
    scales,
    scores,
    set_days,
    set_times,
    solved_scales,
)
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import agree, alike, digits, likeness, same_noun
from relecture.relations.links import link
from relecture.relations.mentions import Place, places
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Approximation, Article, Relation, RelationKind, Span

__all__ = ["Place", "likeness", "read", "same_noun"]

#: Sentences farther apart than this, in characters, are not compared word by word.
_REACH = 1500
_BOUNDS = frozenset((Approximation.OVER, Approximation.AT_LEAST, Approximation.UNDER, Approximation.AT_MOST))
#: How many times over one time may be the other and still be it.
_SLIP = Decimal("1.6")


def read(skeleton: Skeleton, article: Article) -> Iterator[Relation]:
    """The pairs of mentions that stand for one fact and differ."""
    found = list(places(skeleton, article))
    bare = frozenset(a.value for a in skeleton.marks.values() if a.shape is Shape.BARE)
    for title, rival, how in headlines.read(found, bare):
        yield _fact("headline", title, rival, how)
    for told, term in set_times.read(skeleton, article):
        yield _link("headline", told, term)
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
    for first, second, how in resumed.read(skeleton, found, article.text.prose):
        if second.at not in taken:
            taken.add(second.at)
            yield _fact("anaphora", first, second, how)
    for first, second in retold.prefixes(skeleton, body):
        if second.at not in taken:
            taken.add(second.at)
            yield _fact("anaphora", first, second, "power")
    for one, other in scales.read(skeleton, body):
        if not any(p.at in taken and p.amount.span == other.span for p in body):
            yield _link("anaphora", one, other, "power")
    for one, other in solved_scales.read(skeleton):
        if not any(p.at in taken and p.amount.span == other.span for p in body):
            yield _link("anaphora", one, other, "power")
    yield from _repeated(body, taken)
    for one, other in (*retold.pronouns(skeleton, body), *events.read(skeleton)):
        yield _link("anaphora", one, other)
    for one, other, how in moves.read(skeleton):
        yield _link("anaphora", one, other, how)
    for one, other in quakes.read(skeleton):
        yield _link("anaphora", one, other)
    for one, other in (*points_back.read(skeleton), *set_days.read(article)):
        if not any(p.at in taken and p.amount.span == other.span for p in body):
            yield _link("anaphora", one, other)
    for one, other in one_in.read(article):
        yield _link("headline", one, other)
    for one, other in (*lengths.times(skeleton), *lengths.again(skeleton)):
        if one.canonical == other.canonical and not _same_time(one, other) and _few_apart(one, other):
            yield _link("anaphora", one, other)
    for form, one, other in scores.read(article):
        yield _link(form, one, other, "digit")


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
        if (
            first.amount.shape is Shape.RATE
            and first.amount.canonical != later.amount.canonical
            and not prefixed
        ):
            continue  # « 350 euros par kWh de capacité… 35 euros le MWh »: another price, not two slips at once
        if (plain and nuance) or (how == "digit" and not anaphora):
            continue
        enough = 3 if plain else 2 if nuance or _threshold(first.amount) or _threshold(later.amount) else 1
        if how and (shared >= enough or (anaphora and not plain)):
            yield _fact("anaphora" if anaphora else "context", first, later, how)


def _threshold(amount: Amount) -> bool:
    """True for « plus de 250 kWh », which may be a limit and no measure."""
    return amount.quantity is not None and amount.quantity.approximation in _BOUNDS


def _same_time(one: Amount, other: Amount) -> bool:
    """True unless two times to the unit differ: « quatre ans… cette peine de cinq ans »."""
    if (
        one.approximate
        or other.approximate
        or (any(a.value % 1 for a in (one, other)) and not _timed(one, other))
    ):
        return agree(one, other)
    return one.value == other.value


def _timed(*times: Amount) -> bool:
    """True for times to the second: « 2 h 24 min 11 s »."""
    return all(
        a.quantity is not None and pattern(r"\d ?s(?:ec|$)|secondes?").search(a.quantity.text) for a in times
    )


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
