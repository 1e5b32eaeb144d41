"""The figures of an article that are far from what the kind of thing they are said of ever shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.around import measuring
from relecture.checks.belonging import after, before, complement, emptied, goes_on, taken_up
from relecture.checks.kinds import Named, name_things, widest
from relecture.checks.measures import measures_of, over_other_periods, told_measures
from relecture.checks.prose import paragraph_around, preceding, sentence_around
from relecture.checks.reach import hedged
from relecture.checks.reference import MARK, Fact, compiled
from relecture.checks.subject_sentences import of_each
from relecture.fr.attribute_words import Attribute
from relecture.text import lowered
from relecture.types import Article, Kind, Quantity, Span


def figures_of_kinds(article: Article) -> Iterator[tuple[Quantity, Fact]]:
    """Each quantity with the usual range of what it measures, for the kind of thing that owns it."""
    prose = article.text.prose
    things = _by_sentence(prose)
    for quantity in article.quantities if things else ():
        if quantity.vague:
            continue
        measures = measures_of(quantity)
        if not measures:
            continue
        sentence = sentence_around(prose, quantity.span)
        fact = _fact(article, quantity, sentence, measures, things)
        if fact is not None:
            yield quantity, fact


#: The things named in an article by where their sentence begins, in their order.
_Things = dict[int, list[Named]]


def _by_sentence(prose: str) -> _Things:
    things: _Things = defaultdict(list)
    for named in name_things(prose):
        sentence = sentence_around(prose, Span(named.start, named.end))
        if named.end <= sentence.end:
            things[sentence.start].append(named)
    return dict(things)


def _fact(
    article: Article, quantity: Quantity, sentence: Span, measures: tuple[Attribute, ...], things: _Things
) -> Fact | None:
    prose = article.text.prose
    text = lowered(prose)
    here = things.get(sentence.start, [])
    at, end = quantity.span.start, quantity.span.end
    earlier = things.get(preceding(prose, sentence).start, []) if sentence.start else []
    if not any(_has(n, measures) for n in earlier) or not goes_on(text, sentence.start, at, end):
        earlier = []
    if not earlier and not any(_has(n, measures) for n in here):
        return None
    if _apart().search(text, max(sentence.start, at - 40), at):
        return None
    told = told_measures(measures, text, sentence.start, at, end)
    ever = any(a.field == "energy" for a in told) and not any(_has(n, told) for n in (*here, *earlier))
    if ever:
        told = [a for a in measures if a.field == "energy_year"]
    if not told or (hedged(text, at) and told[0].period != "month"):
        return None
    rivals = [q.span.start for q in measuring(article, quantity.dimension) if q is not quantity]
    owner = _owner(text, sentence, quantity, [n for n in here if _has(n, told)], rivals)
    if owner is None and not any(n.end <= at and _has(n, told) for n in here):
        owner = _antecedent(text, sentence, quantity, earlier, told)
    if owner is None or (owner.kind.place and complement(text, owner)) or _of_a_unit(article, owner):
        return None
    summed = owner.several and any(a.adds for a in told) and not _apiece(text, owner, quantity)
    if summed and not all(a.unit in _OF_ENERGY for a in told):
        return None
    # A name that several rows have is all of them; of two names that begin together the longer says more.
    same = [n for n in (*here, *earlier) if n.start == owner.start and _has(n, told)]
    kinds = [n.kind for n in same if n.end == max(m.end for m in same)]
    around = f"{text[sentence.start : at]}{MARK}{text[end : sentence.end]}"
    kinds = [kind for kind in kinds if not compiled(kind.veto).search(around)]
    paragraph = paragraph_around(prose, quantity.span)
    fact = widest(kinds, [*told, *over_other_periods(measures, told, text, paragraph)])
    if fact is None:
        return None
    if ever:
        fact = fact.beyond(-fact.high, fact.too_high * _LIFE)
    elif summed:
        fact = fact.at_least(_number_of(article, owner))
    return fact.said_in(quantity.unit.canonical) if quantity.unit is not None else fact


#: How many years a thing lasts at most: no energy of its own, whatever it is told of, is more than that of so many.
_LIFE = 60
#: Units of what many things give together: their sum is no less than what one of them does.
_OF_ENERGY = frozenset(("watt", "kilowatt_hour"))


def _of_a_unit(article: Article, owner: Named) -> bool:
    """True for « à 110 euros le mégawattheure, le chiffre d'affaires atteint ¤ »: the unit of another figure owns none."""
    return any(
        q.base_kind is not Kind.COUNT and q.span.start <= owner.start < q.span.end for q in article.quantities
    )


def _number_of(article: Article, owner: Named) -> Decimal | None:
    """How many the things of *owner* are, where a number says it: « les six réacteurs »."""
    for quantity in article.quantities:
        if quantity.base_kind is Kind.COUNT and quantity.span.start <= owner.start < quantity.span.end:
            return quantity.value
    return None


def _has(named: Named, told: Iterable[Attribute]) -> bool:
    return any(a.field in named.kind.facts for a in told)


def _owner(
    text: str, sentence: Span, quantity: Quantity, things: list[Named], rivals: list[int]
) -> Named | None:
    """The thing of the sentence that owns the figure: the nearest before it, else one that follows."""
    at, end = quantity.span.start, quantity.span.end
    # « les réacteurs de la centrale de Penly » are one thing with a long name.
    things = [n for n in things if not any(o.start < n.start and n.end <= o.end for o in things)]
    for named in reversed(things):
        if named.end <= at:
            return named if before(named, text, at, rivals) else None
    start = _clause(text, sentence.start, at)
    return next((n for n in things[:1] if n.start >= end and after(n, text, start, at, end)), None)


def _antecedent(
    text: str, sentence: Span, quantity: Quantity, earlier: list[Named], told: list[Attribute]
) -> Named | None:
    """The thing of the sentence before that this one goes on speaking of: by a pronoun, or by what fills it."""
    fit = [n for n in earlier if _has(n, told)]
    if not fit or len({n.start for n in fit}) > 1:
        return None
    named, at = fit[0], quantity.span.start
    if emptied(text, named, sentence.start, at, quantity.span.end):
        return named
    if complement(text, named):
        return None
    gender = taken_up(text, sentence.start, at, named.kind)
    if gender is None or (gender and named.gender and gender != named.gender):
        return None
    several = _each_said().search(text, sentence.start, at) is not None
    if several is not named.several or (
        told[0].unit == "euro" and not _priced().search(text, sentence.start, at)
    ):
        return None
    return named


@cache
def _priced() -> re.Pattern[str]:
    """The price is the thing's: a buyer may be the subject of « payer »."""
    return re.compile(
        r"\b(?:coût|val|vau[dt]|(?:est|sont|était|sera) (?:vend|propos|affich|factur|commerc)|se vend|s'arrach|prix|revien)"
    )


def _apiece(text: str, owner: Named, quantity: Quantity) -> bool:
    """True when a figure said of several is that of each: « ¤ chacune », « les cinq éoliennes de ¤ », a range."""
    at, end = quantity.span.start, quantity.span.end
    return (
        (quantity.range_of is not None and not owner.counted)
        or of_each(text, quantity.span)
        or _each_said().search(text, owner.end, at) is not None
        or _piece().match(text, end) is not None
        or _each().fullmatch(text, owner.end, at) is not None
        or _one_of_them().search(text, max(0, owner.start - 40), owner.start) is not None
    )


@cache
def _one_of_them() -> re.Pattern[str]:
    """« chacun des deux réacteurs », « l'une des éoliennes »."""
    return re.compile(r"\b(?:chacune?|(?:l')?une?) des (?:[\w-]+ ){0,3}$")


@cache
def _each_said() -> re.Pattern[str]:
    """« les éoliennes ont chacune une puissance de ¤ », « les éoliennes : chaque mât développe ¤ »."""
    return re.compile(r"\b(?:chaque|chacune?)\b(?! des?\b|,)")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r" (?:pièce|l'unité|par tête)\b")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(r"(?: [\w-]+){0,2}? (?:de |d')(?:environ |près de |plus de |quelque )?")


@cache
def _apart() -> re.Pattern[str]:
    """The figure is not the thing's own: a distance, a difference, a share."""
    return re.compile(
        r"\b(?:soit|dont|fois|derrière|devant|avant|chaque|tous les|toutes les|dans un rayon de|à moins de|à plus de|dans les|ou|contre|pour) $"
        r"|\b(?:mont|gross|élev|abaiss|descend|rel[eè]v|grandi|allong|rallong|raccourci|rehauss|réhauss|élargi|épaissi|agrandi|rétréci|avanc|décal|inférieur|supérieur|tomb|pass|ramen|rédui|port|dépass)\w* (?:de |d'|entre )(?:près de |plus de |environ |quelque )?$"
    )


def _clause(text: str, start: int, at: int) -> int:
    """Where the clause of the figure at *at* begins."""
    begin = start
    for match in re.compile(r"[;:.«(—–,] ?").finditer(text, start, at):
        begin = match.end()
    return begin
