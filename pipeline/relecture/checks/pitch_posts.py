"""Posts on a pitch given before a full name, whether the model takes it for a person or not: « l'avant-centre lavallois Luc Roy »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import any_of
from relecture.checks.names import Name, names
from relecture.fr.functions import PITCH
from relecture.text import lowered
from relecture.types import Span
from relecture.words import forms, vocabulary

#: How far before a name its post may begin, in characters.
_BACK = 48


@cache
def _post() -> re.Pattern[str]:
    # An adjective may say whose player it is; what sets them in the past (« ancien ») or the future does not say who they are.
    return re.compile(
        rf"(?<![\w-])(?:l[ea]\s|l'|du\s|au\s)(?:jeune\s|grand\s|petit\s)?(?P<post>{any_of(PITCH)})(?:\s(?!remplaçant|titulaire|adverse)[a-zà-ÿ][\w-]{{3,}})?\s$",
        re.I,
    )


@cache
def _last_words() -> frozenset[str]:
    """The last word of each post."""
    return frozenset(forms(post)[-1] for post in PITCH)


def posts(prose: str) -> Iterator[tuple[Name, Span]]:
    """Each full name that a post precedes, and the post."""
    if _last_words().isdisjoint(vocabulary(lowered(prose))):
        return
    for name in names(prose):
        if len(name.words) > 1 and not name.civil:
            match = _post().search(prose, max(0, name.span.start - _BACK), name.span.start)
            if match:
                yield name, Span(*match.span("post"))
