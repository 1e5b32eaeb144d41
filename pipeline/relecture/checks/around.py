"""What stands around a quantity in its sentence, and the looseness that French puts before a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from relecture.checks.prose import sentence_around
from relecture.fr.magnitudes import LOOSE
from relecture.memo import kept
from relecture.types import Article, Quantity, Span


def sentence(article: Article, quantity: Quantity) -> Span:
    """The sentence of *quantity*."""
    return sentence_around(article.text.prose, quantity.span)


def before(article: Article, quantity: Quantity, limit: int = 120) -> str:
    """The sentence up to the number, at most *limit* characters."""
    start = max(sentence(article, quantity).start, quantity.span.start - limit)
    return article.text.prose[start : quantity.span.start]


def after(article: Article, quantity: Quantity, limit: int = 120) -> str:
    """The sentence from the end of the quantity, at most *limit* characters."""
    end = min(sentence(article, quantity).end, quantity.span.end + limit)
    return article.text.prose[quantity.span.end : max(end, quantity.span.end)]


def whole(article: Article, quantity: Quantity) -> str:
    """The whole sentence of *quantity*."""
    return sentence(article, quantity).of(article.text.prose)


def any_of(listed: Iterable[str]) -> str:
    """The source of an alternation of *listed*, the longest first.

    The engine tries the branches one after the other: those that begin alike are put together, so that most
    are refused by one letter.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(dict.fromkeys(listed), key=lambda w: len(re.escape(w)), reverse=True):
        groups[word[:1].lower()].append(word)
    return "|".join(_grouped(words) for words in groups.values())


def _grouped(words: list[str]) -> str:
    first = words[0][:1]
    if len(words) == 1 or not first or any(not w.startswith(first) for w in words):
        return "|".join(map(re.escape, words))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(w[1:]) for w in words)})"


@cache
def loose() -> str:
    """The source of a pattern for approximators before a number, each with its blank."""
    return rf"(?:(?:{any_of(LOOSE)})\s?){{0,3}}"


@kept
def _by_dimension(article: Article) -> dict[str, tuple[Quantity, ...]]:
    found: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in article.quantities:
        found[dimension(quantity)].append(quantity)
    return {name: tuple(quantities) for name, quantities in found.items()}


def measuring(article: Article, *dimensions: str) -> tuple[Quantity, ...]:
    """The quantities of *dimensions*, one dimension after the other, each in text order."""
    known = _by_dimension(article)
    return tuple(quantity for name in dimensions for quantity in known.get(name, ()))


def dimension(quantity: Quantity) -> str:
    """The dimension of the unit, empty for a number without one."""
    return quantity.unit.dimension if quantity.unit and quantity.dimension != "dimensionless" else ""


def unit_written(quantity: Quantity) -> str:
    """The unit as written in the article."""
    return quantity.unit.text if quantity.unit else ""
