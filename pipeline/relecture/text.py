"""Building a `Text`: folding typographic variants without moving a character, and masking.

The three strings of a `Text` have the same length, so that an offset found in one holds in the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from relecture.memo import kept
from relecture.types import Diagnostic, Link, Segment, SegmentRole, Source, Span, Text

#: One character to one character, never more: lengths must not change. Spaces of French typography
#: (U+00A0, U+202F, U+2009…) become a space, curly apostrophes a straight one, the minus signs and
#: non-breaking hyphens a hyphen-minus. En and em dashes stay: they separate, and may mean a range.
FOLD = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u2008": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2019": "'",
        "\u02bc": "'",
        "\u2018": "'",
        "\u2212": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)


def fold(raw: str) -> str:
    """*raw* with typographic variants made plain; ``len(fold(raw)) == len(raw)``."""
    return raw.translate(FOLD)


def mask(text: str, spans: Iterable[Span]) -> str:
    """*text* with every character of *spans* replaced by a space, line breaks kept."""
    out: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        if span.end <= start:
            continue
        out.append(text[at:start])
        out.append("".join(c if c in "\n\r" else " " for c in text[start : span.end]))
        at = span.end
    out.append(text[at:])
    return "".join(out)


def build(
    raw: str,
    *,
    source: Source,
    segments: Iterable[Segment],
    links: Iterable[Link] = (),
    metadata: dict[str, str] | None = None,
    source_map: Iterable[tuple[int, int, int, int]] = (),
    diagnostics: Iterable[Diagnostic] = (),
) -> Text:
    """Assemble a `Text`; *segments* are sorted by position."""
    folded = fold(raw)
    ordered = tuple(sorted(segments, key=lambda s: (s.span.start, -s.span.end)))
    return Text(
        raw=raw,
        folded=folded,
        prose=mask(folded, (s.span for s in ordered if s.masked)),
        segments=ordered,
        source=source,
        links=tuple(links),
        metadata=dict(metadata or {}),
        source_map=tuple(source_map),
        diagnostics=tuple(diagnostics),
    )


@lru_cache(maxsize=8)
@kept
def lowered(text: str) -> str:
    """*text* in lower case, of the same length: a letter that would grow stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def unaccented(text: str) -> str:
    """*text* in lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    # Most of a French text is ASCII: only the runs beyond it are looked at letter by letter.
    return _beyond_ascii().sub(_without_marks, decomposed)


@cache
def _beyond_ascii() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]+")


def _without_marks(match: re.Match[str]) -> str:
    return "".join(c for c in match[0] if not unicodedata.combining(c))


def bare(raw: str, *, path: str = "<text>") -> Text:
    """A `Text` of one body segment, for a string that no reader has looked at."""
    body = Segment(id="s1", role=SegmentRole.BODY, span=Span(0, len(raw)))
    return build(raw, source=Source(path=path), segments=[body])
