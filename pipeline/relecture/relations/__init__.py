"""How the figures of an article are linked by its words; judging the links is the checks' work.

Reading order: `bounds` (interval arithmetic), `amounts` (an operand), `operands` and `approximators` (all
those of an article), `skeleton` (the text as patterns see it), `windows`, `twos` and `mentions` (operands near
one another), then one reader for each kind of relation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from relecture.relations import (
    allotments,
    balances,
    bills,
    change,
    changes_apart,
    counts,
    enumerated,
    equality,
    evolutions,
    facts,
    gains,
    inclusions,
    leads,
    ledgers,
    limits,
    multiples,
    orders,
    percents,
    power,
    products,
    ranges,
    ratios,
    recast,
    remainders,
    restatement,
    shared_out,
    shares,
    shares_apart,
    sharings,
    solved_energies,
    solved_means,
    solved_multiples,
    solved_prices,
    solved_shares,
    solved_sums,
    stocks,
    sums,
    tallies,
    taxed,
    turnouts,
    unit_prices,
)
from relecture.relations.operands import operands
from relecture.relations.skeleton import Skeleton, build
from relecture.types import Article, Relation

_READERS = (
    equality.read,
    restatement.read,
    recast.read,
    unit_prices.read,
    ranges.read,
    sums.read,
    sharings.read,
    allotments.read,
    inclusions.read,
    remainders.read,
    balances.read,
    ledgers.read,
    stocks.read,
    leads.read,
    counts.read,
    shares.read,
    turnouts.read,
    percents.read,
    change.read,
    taxed.read,
    ratios.read,
    orders.read,
    products.read,
    power.read,
    power.households,
    solved_energies.read,
    gains.read,
)


#: A reader of a skeleton, of the relations already found in it and of the article it comes from.
_Reader = Callable[[Skeleton, Sequence[Relation], Article], Iterable[Relation]]


def _alone(read: Callable[[Skeleton], Iterable[Relation]]) -> _Reader:
    """*read*, which looks at the skeleton only."""
    return lambda skeleton, _found, _article: read(skeleton)


def _with_found(read: Callable[[Skeleton, tuple[Relation, ...]], Iterable[Relation]]) -> _Reader:
    """*read*, which takes what is already related for settled."""
    return lambda skeleton, found, _article: read(skeleton, tuple(found))


def _with_article(read: Callable[[Skeleton, Article], Iterable[Relation]]) -> _Reader:
    """*read*, which looks at the article too."""
    return lambda skeleton, _found, article: read(skeleton, article)


_IN_ORDER: tuple[_Reader, ...] = (
    *map(_alone, _READERS),
    *map(_with_found, (evolutions.read, multiples.read, tallies.read)),
    # What no word ties comes last: those above take what is already related for settled.
    *map(_alone, (enumerated.read, shared_out.read)),
    *map(
        _with_found,
        (
            bills.read,
            shares_apart.read,
            changes_apart.read,
            solved_sums.read,
            solved_shares.read,
            solved_means.read,
            solved_multiples.read,
            solved_prices.read,
        ),
    ),
    *map(_with_article, (limits.read, facts.read)),
)


def relate(article: Article) -> tuple[Relation, ...]:
    """The relations between the amounts of *article*, in the order of the readers, with ids ``r1``…"""
    return relate_all([article])[0]


def relate_all(articles: Sequence[Article]) -> list[tuple[Relation, ...]]:
    """`relate` for a batch, reader by reader: what one works with stays in the processor's caches for all."""
    skeletons = [build(article.text.prose, operands(article)) for article in articles]
    found: list[list[Relation]] = [[] for _ in articles]
    for read in _IN_ORDER:
        for skeleton, article, relations in zip(skeletons, articles, found, strict=True):
            relations.extend(read(skeleton, relations, article))
    return [
        tuple([replace(relation, id=f"r{n}") for n, relation in enumerate(relations, 1)]) for relations in found
    ]
