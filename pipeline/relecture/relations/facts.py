"""Same fact: two mentions that the text presents as one figure, with different values.

Three ways to know that two figures are meant to be the same: the headline repeats the body; a definite
group takes up an earlier one (« 684 000 foyers… les 648 000 foyers »); two sentences share their words,
and the figures look alike (digits swapped, one digit changed, a power of ten). A mark of contrast
(« contre », « encore », another day, another source) breaks the link.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from relecture.relations.amounts import CLOSE, LOOSE, Amount, Shape
from relecture.relations.bounds import near_power_of_ten
from relecture.relations.conversion import restated
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Article, Kind, Relation, RelationKind, SegmentRole, Span

_TITLES = (SegmentRole.HEADLINE, SegmentRole.STANDFIRST)
_VICTIM_ROOTS = frozenset(("mort", "blessé", "tué", "disparu", "victim", "otag", "noyé"))
#: A bare number is taken for money from here on.
_SCALED = Decimal(10) ** 6
_ZERO = Decimal(0)
#: Words are compared by their first letters.
_STEM = 5
_PEOPLE_ROOTS = frozenset(
    ("personn", "homm", "femm", "enfant", "passager", "occupant", "militair", "randonneur")
)
#: A headline is compared with figures at most this far below it.
_NEAR = 900
#: Sentences farther apart than this, in characters, are not compared word by word.
_REACH = 1500
#: Words that say outright that the two figures are not the same fact.
_CONTRAST = (
    r"\b(?:contre|fois|encore|désormais|initialement|au lieu|révis\w+|revu\w*|port(?:é|ée|és|ant)|prévision\w*|prévoyait"
    r"|l'an dernier|l'an passé|précédent\w*|auparavant|autres?|supplémentaires?|chacun\w*|dont|plus que|moins que|de plus|de moins"
    r"|hausse|baisse|augment\w+|diminu\w+|finalement|seul\w*|restant\w*|reste\w*|parmi|selon les (?:syndicats|organisateurs)"
    r"|par (?:personne|habitant|foyer|tête))\b"
)
#: Words that may only set a scene: they break the link between figures that hardly look alike.
_NUANCE = (
    r"\b(?:puis|prévu\w*|ancien\w*|ensuite|avant|après|depuis|d'ici|moyenne|record|nouveaux?|nouvelles?|notamment|environ la"
    r"|total|minimum|maximum|jusqu'à|objectif|vise\w*|d'abord|à terme|phase)\b"
)
_STOPWORDS = frozenset(
    "dans pour avec sans sous chez vers entre leur leurs cette cela celui celle elle elles nous vous mais donc dont ainsi aussi alors apres avant "
    "etre avoir ete etait sont sera seront ont fait faire faut plus moins tres bien tout tous toute toutes comme quand selon depuis pendant "
    "encore deja meme autre autres quelque environ pres million milliard millions milliards euros euro annee annees francais france "
    "deux trois quatre cinq indique annonce precise explique ajoute affirme declare".split()
)
#: What un or une counts in a headline (« un mort, trois blessés »).
_VICTIMS = r"\b(?P<n>une?) (?P<noun>morte?|blessée?|tuée?|disparue?|victime|otage|interpellation|arrestation|décès|noyée?)\b(?! (?:par|sur|après|dans la nuit))"
_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain midi minuit matin soir".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """An amount with the words of its sentence, its times and whether it stands in a title."""

    amount: Amount
    at: int
    words: frozenset[str]
    times: frozenset[str]
    title: bool
    definite: bool
    contrast: bool
    nuance: bool = False
    period: str = ""


def read(skeleton: Skeleton, article: Article) -> Iterator[Relation]:
    """The pairs of mentions that stand for one fact and differ."""
    places = list(_places(skeleton, article))
    yield from _titles(places)
    yield from _repeated([p for p in places if not p.title])


def _places(skeleton: Skeleton, article: Article) -> Iterator[Place]:
    titles = [s.span for s in article.text.segments if s.role in _TITLES and not s.masked]
    for start, end in skeleton.sentences():
        text = skeleton.text[start:end]
        words, times = _content(text), _times(skeleton, start, end)
        contrast, nuance = (
            pattern(_CONTRAST).search(text) is not None,
            pattern(_NUANCE).search(text) is not None,
        )
        where = skeleton.offsets[start]
        title = any(t.start <= where < t.end for t in titles)
        for at, amount in skeleton.amounts_between(start, end):
            if _comparable(amount):
                before = skeleton.text[max(start, at - 8) : at]
                definite = pattern(r"\b(?:les|ces|ses|leurs|aux|des) $").search(before) is not None
                period = pattern(r" par (an|mois|jour|semaine|heure)").match(skeleton.text, at + 1)
                yield Place(
                    amount, at, words, times, title, definite, contrast, nuance, period[1] if period else ""
                )
    yield from _victims(skeleton, titles)


def _victims(skeleton: Skeleton, titles: list[Span]) -> Iterator[Place]:
    for match in skeleton.find(_VICTIMS):
        span = skeleton.span(match)
        start, end = skeleton.sentence(match.start())
        one = Decimal(1)
        amount = Amount(
            id=f"{span.start}-{span.end}",
            span=span,
            shape=Shape.COUNT,
            value=one,
            ulp=one,
            zeros=one,
            noun=match["noun"],
        )
        title = any(t.start <= span.start < t.end for t in titles)
        contrast = pattern(_CONTRAST).search(skeleton.text, start, end) is not None
        yield Place(amount, match.start(), frozenset(), _times(skeleton, start, end), title, False, contrast)


def _comparable(amount: Amount) -> bool:
    if amount.low is not None or amount.shape in (
        Shape.DATE,
        Shape.TIMES,
        Shape.FRACTION,
        Shape.POINTS,
        Shape.DURATION,
    ):
        return False
    if amount.shape is Shape.BARE:
        return amount.value >= _SCALED  # « 45 milliards » in a headline
    return amount.quantity is not None and amount.quantity.kind is not Kind.RANGE


def _content(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFD", text)
    plain = _beyond_ascii().sub(_without_marks, plain)
    return frozenset(w[:_STEM] for w in _word().findall(plain) if len(w) > 3 and w not in _STOPWORDS)


@cache
def _beyond_ascii() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]+")


def _without_marks(match: re.Match[str]) -> str:
    return "".join(c for c in match[0] if not unicodedata.combining(c))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def _times(skeleton: Skeleton, start: int, end: int) -> frozenset[str]:
    text = skeleton.text[start:end]
    found = {w for w in _WEEKDAYS if w in text}
    found |= {
        str(a.value) for _, a in skeleton.amounts_between(start, end) if a.shape is Shape.DATE and a.value
    }
    return frozenset(found)


def same_noun(one: str | None, other: str | None) -> bool:
    """True when two counted nouns are one, gender and number aside."""
    if one is None or other is None:
        return one is other
    return _root(one) == _root(other)


def _root(noun: str) -> str:
    root = noun.lower()
    for ending in ("s", "x", "e"):
        root = root.removesuffix(ending) if len(root) > 3 else root
    return root


def _alike(one: Amount, other: Amount) -> bool:
    """True when two amounts measure one kind of thing."""
    if one.shape is not other.shape or one.dimension != other.dimension:
        return False
    if one.shape is Shape.COUNT:
        return same_noun(one.noun, other.noun)
    return one.unit is not None and other.unit is not None and one.unit.note == other.unit.note


def _agree(one: Amount, other: Amount) -> bool:
    """True when two amounts may be one value: intervals that meet, or a headline's rounding."""
    size = restated(one, other, LOOSE)
    return (
        size is None
        or size.meets(other.bounds(LOOSE))
        or abs(size.value - other.value) <= abs(other.value) * CLOSE
    )


def likeness(one: Amount, other: Amount) -> str:
    """How two different figures look alike: ``power``, ``swap``, ``digit``; empty when they do not."""
    size = restated(one, other, CLOSE)
    if size is None or size.value <= 0 or other.value <= 0:
        return ""
    ratio = size.value / other.value
    log = ratio.log10() if near_power_of_ten(ratio) else _ZERO
    if abs(log) > Decimal("0.9") and abs(log - log.to_integral_value()) < Decimal("0.004"):
        return "power"
    first, second = _figures(one.value), _figures(other.value)
    if len(first) != len(second) or len(first) < 2 or first == second or one.canonical != other.canonical:
        return ""
    if len(first) > 2 and sorted(first) == sorted(second):
        return "swap"
    different = sum(a != b for a, b in zip(first, second, strict=True))
    return "digit" if different == 1 and len(first) > 2 else ""


def _figures(value: Decimal) -> str:
    """The digits of *value*, trailing zeros of an integer included: « 480 » and « 840 » are a swap."""
    return f"{abs(value):f}".replace(".", "")


# ---------------------------------------------------------------- headline and body


def _titles(places: list[Place]) -> Iterator[Relation]:
    body = [p for p in places if not p.title]
    for title in [_moneyed(p, body) for p in places if p.title]:
        rivals = [p for p in body if _alike(title.amount, p.amount)]
        if any(_agree(title.amount, p.amount) for p in rivals) or _said_of_people(title.amount, body):
            continue
        sole = len({p.amount.value for p in rivals}) == 1
        rival = next((r for r in rivals if _contradicts(title, r, sole=sole)), None)
        if rival:
            yield _fact("headline", title, rival, likeness(title.amount, rival.amount))


def _said_of_people(title: Amount, body: list[Place]) -> bool:
    """« sept morts » above, « sept personnes ont péri » below."""
    if title.shape is not Shape.COUNT or _root(title.noun or "") not in _VICTIM_ROOTS:
        return False
    return any(p.amount.value == title.value and _root(p.amount.noun or "") in _PEOPLE_ROOTS for p in body)


def _moneyed(title: Place, body: list[Place]) -> Place:
    """« 45 milliards d'économies » in a headline is money when the body counts in money."""
    amount = title.amount
    if amount.unit is not None or amount.shape not in (Shape.BARE, Shape.COUNT) or amount.value < _SCALED:
        return title
    if any(_alike(amount, p.amount) for p in body):
        return title
    money = next((p.amount for p in body if p.amount.shape is Shape.MONEY), None)
    return replace(title, amount=replace(amount, shape=Shape.BARE, noun=None).lent(money)) if money else title


def _contradicts(title: Place, rival: Place, *, sole: bool) -> bool:
    """True when *rival* must be the headline's figure and differs from it.

    The same digits at another scale are enough; other look-alikes need a word in common and no contrast;
    counts that do not look alike must be of victims, or differ by one digit, and be the first ones below.
    """
    how = likeness(title.amount, rival.amount)
    if how == "power":
        return True
    if title.contrast:
        return False
    shared = len((title.words & rival.words) - _content(title.amount.noun or ""))
    if how and shared:
        return True
    near = sole and not rival.contrast and not title.nuance and rival.at - title.at < _NEAR
    return near and title.amount.shape is Shape.COUNT and _close(title.amount, rival.amount, shared)


def _close(title: Amount, rival: Amount, shared: int) -> bool:
    if _root(title.noun or "") in _VICTIM_ROOTS:
        return True
    one, other = _figures(title.value), _figures(rival.value)
    return shared >= 2 and len(one) == len(other) == 2 and (one[0] == other[0] or one == other[::-1])


# ---------------------------------------------------------------- inside the body


def _repeated(places: list[Place]) -> Iterator[Relation]:
    for n, later in enumerate(places):
        earlier = [p for p in places[:n] if _alike(p.amount, later.amount) and p.at != later.at]
        if not earlier or any(_agree(p.amount, later.amount) for p in earlier):
            continue
        first = earlier[-1]
        if later.at - first.at > _REACH or first.contrast or later.contrast or first.words is later.words:
            continue
        if first.period and later.period and first.period != later.period:
            continue
        if first.times and later.times and not first.times & later.times:
            continue
        how = likeness(first.amount, later.amount)
        shared = len(first.words & later.words)
        anaphora = later.definite and later.amount.shape is Shape.COUNT
        prefixed = first.amount.canonical != later.amount.canonical and first.amount.value == later.amount.value
        plain = len(_figures(first.amount.value).rstrip("0")) < 2 and not (prefixed and shared >= 2)
        nuance = first.nuance or later.nuance
        if (plain and nuance) or (how == "digit" and not anaphora):
            continue
        enough = 3 if plain else 2 if nuance else 1
        if how and (shared >= enough or (anaphora and not plain)):
            yield _fact("anaphora" if anaphora else "context", first, later, how)


def _fact(form: str, first: Place, second: Place, how: str) -> Relation:
    trigger = Span(second.amount.span.start, second.amount.span.end)
    return link(
        RelationKind.SAME_FACT,
        form,
        trigger,
        {"first": first.amount, "second": second.amount},
        explicit=form != "context",
        likeness=how,
        shared=sorted(first.words & second.words),
    )
