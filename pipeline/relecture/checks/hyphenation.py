"""A place written with its hyphens and without: « Aix-en-Provence », « Aix en Provence ».

What is called after a person takes hyphens that the person has not (« le lycée Léonard-de-Vinci »): neither a
thing of that kind nor a person seen by the model is a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from relecture.checks.names import Name
from relecture.fr.name_words import FIRST_NAMES, OF_PLACE_NAMES, THINGS_NAMED
from relecture.types import Span


def hyphenation(prose: str, found: Sequence[Name]) -> Iterator[tuple[str, str, list[Span], list[Span]]]:
    """Names of places in two spellings: both as written, with the places of each."""
    hyphened = {word for name in found for word in name.words if "-" in word and _place_like(word)}
    if not hyphened:
        return
    flat = _flat(prose)
    for word in sorted(hyphened):
        key = _flat(word)
        same: list[Span] = []
        others: dict[str, list[Span]] = {}
        at = flat.find(key)
        while at >= 0:
            span = Span(at, at + len(key))
            written = span.of(prose)
            if _whole(prose, span):
                if "-" in written and _flat(written) == key and written.count("-") == word.count("-"):
                    same.append(span)
                elif _is_place(prose, span, written):
                    others.setdefault(written, []).append(span)
            at = flat.find(key, at + len(key))
        if same and not any(_called().search(prose, max(0, s.start - 30), s.start) for s in same):
            for written, spans in others.items():
                yield word, written, same, spans


def _flat(text: str) -> str:
    """*text* without hyphens nor the accents of the usual capitals."""
    return text.replace("-", " ").replace("É", "E").replace("Î", "I")


def _whole(prose: str, span: Span) -> bool:
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    return not (before.isalnum() or before in {"-", "/", "@", "#"} or after.isalnum() or after == "-")


def _place_like(word: str) -> bool:
    """True for a name of a place by its small words (« -sur- », « -en- ») or its first part (« Saint- », « Haute- »)."""
    parts = word.split("-")
    if parts[0] in FIRST_NAMES or parts[0] == "Notre":
        return False
    return parts[0] in OF_PLACE_NAMES or any(p[0].islower() for p in parts[1:])


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(THINGS_NAMED))})s?\s$", re.I)


@cache
def _before_place() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:[Àà]|[Vv]ers|près de|(?:ville|commune|village|port|gare|maires?|mairie|habitants|élus|tribunal|h[ôo]pital"
        r"|usine|site|agglomération|canton) de)\s$"
    )


def _is_place(prose: str, span: Span, written: str) -> bool:
    """True when *written*, without all its hyphens, is the place: a saint is none, nor what lies « entre Loire et Cher »."""
    if " et " in written and re.search(
        r"(?<!\w)entre\s(?:la\s|l'|le\s)?$", prose[max(0, span.start - 12) : span.start], re.I
    ):
        return False
    if written.startswith(("Saint ", "Sainte ")) and written.count(" ") == 1:
        return _before_place().search(prose, max(0, span.start - 20), span.start) is not None
    return not _called().search(prose, max(0, span.start - 30), span.start)
