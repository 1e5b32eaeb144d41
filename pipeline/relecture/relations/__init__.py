"""How the figures of an article are linked by its words; judging the links is the checks' work.

Reading order: `bounds` (interval arithmetic), `amounts` (an operand), `operands` and `approximators` (all
those of an article), `skeleton` (the text as patterns see it), `windows`, `twos` and `mentions` (operands near
one another), then one reader for each kind of relation.
"""

from __future__ import annotations

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
    stocks,
    sums,
    tallies,
    taxed,
    turnouts,
    unit_prices,
)
from relecture.relations.operands import operands
from relecture.relations.skeleton import build
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
    gains.read,
)


def relate(article: Article) -> tuple[Relation, ...]:
    """The relations between the amounts of *article*, in the order of the readers, with ids ``r1``…"""
    skeleton = build(article.text.prose, operands(article))
    found = [relation for read in _READERS for relation in read(skeleton)]
    found.extend(evolutions.read(skeleton, tuple(found)))
    found.extend(multiples.read(skeleton, tuple(found)))
    found.extend(tallies.read(skeleton, tuple(found)))
    # What no word ties comes last: the readers above take what is already related for settled.
    found.extend(enumerated.read(skeleton))
    found.extend(shared_out.read(skeleton))
    found.extend(bills.read(skeleton, tuple(found)))
    found.extend(shares_apart.read(skeleton, tuple(found)))
    found.extend(changes_apart.read(skeleton, tuple(found)))
    found.extend(limits.read(skeleton, article))
    found.extend(facts.read(skeleton, article))
    return tuple(replace(relation, id=f"r{n}") for n, relation in enumerate(found, 1))
