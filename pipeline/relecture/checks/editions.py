"""Editions and terms that a word numbers: « lancé en 2005, il vit en 2025 sa 31e édition », « la garantie décennale, jusqu'en 2031 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.anniversaries import Anniversary, begun
from relecture.checks.calendar import dated, published
from relecture.checks.expiries import ends_on
from relecture.checks.ordinals import ordinal
from relecture.checks.prose import sentence_around
from relecture.fr.time_words import NAMED_TERMS
from relecture.needles import scan
from relecture.settings import Settings
from relecture.types import Article, Span

#: A festival may hold two editions in its first year, or number them as one pleases.
_SLACK = 2


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:sa|(?P<the>la))\s(?P<whole>(?:(?P<rank>\d{1,3})(?:e|ème|ᵉ)|(?P<words>[a-zà-ÿ-]+(?:\set\sunième)?))\sédition)\b",
        re.I,
    )


@cache
def _of_it() -> re.Pattern[str]:
    # « la 40e édition du festival, créé en »
    return re.compile(r"\s(?:du|de)\b[^,;.:()]{2,50},?\s(?:créé|fondé|lancé|né|apparu|imaginé)e?\s", re.I)


@cache
def _missed() -> re.Pattern[str]:
    """« celles de 2020 et de 2021 avaient été annulées »: years that the rank leaves out."""
    return re.compile(
        r"(?<!jamais )(?<!jamais été )\b(?:annul|report[ée]|suspen|interromp|interruption|celles? de\b)"
    )


def editions(article: Article, settings: Settings) -> Iterator[Anniversary]:
    """More editions than years: what is held once a year cannot have them all."""
    prose = article.text.prose
    for match in scan(_edition(), prose):
        if match["the"] and not _of_it().match(prose, match.end()):
            continue  # « a gagné la 40e édition du tournoi »
        rank = int(match["rank"]) if match["rank"] else ordinal(match["words"])
        span = Span(*match.span("whole"))
        sentence = sentence_around(prose, span)
        inside = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
        births = [d for d in inside if begun(prose, sentence, d.span)]
        others = [d for d in inside if d not in births]
        if rank is None or len(births) != 1 or len(others) > 1:
            continue
        if _missed().search(prose, sentence.start, sentence.end):
            continue
        day = published(article, settings)
        first, last = births[0].year, others[0].year if others else (day.year if day else None)
        if first is not None and last is not None and first < last and rank - 1 > last - first + _SLACK:
            yield Anniversary(span, rank - 1, first, last, (births[0].span, *(d.span for d in others)), _SLACK)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<whole>(?:garantie|assurance)\s(?P<word>{'|'.join(NAMED_TERMS)}))(?!\w)", re.I)


def named_terms(article: Article) -> Iterator[Anniversary]:
    """« Livrée en juin 2016, la salle est couverte par la garantie décennale jusqu'en juin 2026 »."""
    prose = article.text.prose
    for match in scan(_named(), prose):
        span = Span(*match.span("whole"))
        sentence = sentence_around(prose, span)
        inside = [d for d in dated(article) if sentence.contains(d.span) and d.year is not None]
        if len(inside) != 2 or not inside[0].span.end < span.start < inside[1].span.start:
            continue
        first, last = inside[0].year or 0, inside[1].year or 0
        if first < last and ends_on(prose, sentence, span, inside[1].span):
            yield Anniversary(
                span, NAMED_TERMS[match["word"].lower()], first, last, (inside[0].span, inside[1].span), 1
            )
