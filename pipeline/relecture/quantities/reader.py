"""Text to quantities: the one function of the package that everybody calls, `read_quantities`.

A single pass from left to right. At every word or digit that may open a number, a candidate is read
(number, range, unit, denominators, or head noun of a count); then the drafts are completed with what the
sentence says (`relecture.quantities.refine`) and given values (`relecture.quantities.build`).
"""

from __future__ import annotations

from bisect import bisect_right

from relecture.dates import read_dates
from relecture.quantities import build, refine
from relecture.quantities.candidate import read_candidate
from relecture.quantities.draft import Draft
from relecture.quantities.ellipsis import read_ellipsis
from relecture.quantities.numbers import openings
from relecture.quantities.traps import trap_end
from relecture.types import Quantity, Span, Text


def read_quantities(text: Text) -> tuple[Quantity, ...]:
    """The quantities of ``text.prose``, in text order, never overlapping.

    Spans are offsets into ``text.raw``. Linear in the length of the text. ``measures``, ``period`` and
    ``modality`` are left to `relecture.quantities.context.enrich`.
    """
    prose = text.prose
    drafts = refine.complete(prose, _drafts(prose, [d.span for d in read_dates(text)]))
    return build.quantities(text, drafts)


def _drafts(prose: str, dates: list[Span]) -> list[Draft]:
    found: list[Draft] = []
    starts = [d.start for d in dates]
    done = 0
    for start in openings(prose):
        if start < done:
            continue
        blocked = _date_end(dates, starts, start) or trap_end(prose, start)
        if blocked is not None:
            done = blocked
            continue
        drafts, end = read_candidate(prose, start, floor=done)
        if not drafts and found:
            fellow = read_ellipsis(prose, start, found[-1])
            drafts, end = ([fellow], fellow.end) if fellow else ([], end)
        # « entre 3 et 12 mai »: the second number is a date's.
        found.extend(d for d in drafts if d.second is None or not _date_end(dates, starts, d.second.start))
        done = max(done, end)
    return found


def _date_end(dates: list[Span], starts: list[int], offset: int) -> int | None:
    """The end of the date that covers *offset*; ``None`` when none does."""
    i = bisect_right(starts, offset) - 1
    return dates[i].end if i >= 0 and offset < dates[i].end else None


__all__ = ["read_quantities"]
