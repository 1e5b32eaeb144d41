"""The elder or the younger of two: « deux frères, 14 et 16 ans. L'aîné, âgé de 14 ans… »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.ages import ages
from relecture.checks.kindred_ages import Misplaced
from relecture.checks.prose import following, sentence_around
from relecture.fr.time_words import OLDEST, YOUNGEST
from relecture.needles import may_match, scan
from relecture.types import Article, Span


@cache
def _two() -> re.Pattern[str]:
    return re.compile(
        r"\bdeux\s[^.;:()\d]{3,40},?\s\(?(?:âgée?s\s(?:respectivement\s)?de\s|de\s)?(?P<ages>(?P<one>\d{1,2})(?:\sans)?\set\s(?P<other>\d{1,2})\sans)",
        re.I,
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<youngest>{YOUNGEST})|(?P<oldest>{OLDEST}))(?!\s(?:des|du|de))(?:,\s[^.;\d]{{1,40}}?,|\s\(|,)?\s?(?:âgée?\sde\s|n'a\sque\s|a\s|en\sa\s)?$",
        re.I,
    )


def of_two(article: Article) -> Iterator[Misplaced]:
    """An age given to the one that cannot have it, in the same sentence or the next."""
    prose = article.text.prose
    for match in scan(_two(), prose) if may_match(_end(), prose) else ():
        end = following(prose, sentence_around(prose, Span(*match.span()))).end
        low, high = sorted((int(match["one"]), int(match["other"])))
        for age in ages(article):
            if match.end() < age.span.start < end:
                told = _end().search(prose, max(match.end(), age.span.start - 70), age.span.start)
                if told and age.value != (low if told["youngest"] else high):
                    yield Misplaced(told["youngest"] or told["oldest"], age.span, Span(*match.span("ages")))
