"""Text to quantities: the one function of the package that everybody calls, `read_quantities`.

A single pass from left to right. At every word or digit that may open a number, a candidate is read
(number, range, unit, denominators, or head noun of a count); then the drafts are completed with what the
sentence says (`relecture.quantities.refine`) and given values (`relecture.quantities.build`).
"""

from __future__ import annotations

import re

from relecture.dates import read_dates
from relecture.quantities import build, refine
from relecture.quantities.candidate import read_candidate
from relecture.quantities.draft import Draft
from relecture.quantities.numbers import may_start
from relecture.quantities.traps import Masked, trap_spans
from relecture.types import Quantity, Text

_START = re.compile(r"[^\W\d_]+|[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]")


def read_quantities(text: Text) -> tuple[Quantity, ...]:
    """The quantities of ``text.prose``, in text order, never overlapping.

    Spans are offsets into ``text.raw``. Linear in the length of the text. ``measures``, ``period`` and
    ``modality`` are left to `relecture.quantities.context.enrich`.
    """
    prose = text.prose
    dates = [d.span for d in read_dates(text)]
    drafts = refine.complete(prose, list(_drafts(prose, Masked(dates + trap_spans(prose)))))
    return build.quantities(text, drafts)


def _drafts(prose: str, masked: Masked) -> list[Draft]:
    found: list[Draft] = []
    done = 0
    for match in _START.finditer(prose):
        start = match.start()
        if start < done or not ((len(match[0]) == 1 and not match[0].isalpha()) or may_start(match[0].lower())):
            continue
        blocked = masked.end_at(start)
        if blocked is not None:
            done = blocked
            continue
        drafts, end = read_candidate(prose, start, floor=done)
        found.extend(d for d in drafts if not _trapped(d, masked))
        done = max(done, end)
    return found


def _trapped(draft: Draft, masked: Masked) -> bool:
    """True when one of its numbers is not its own (« entre 3 et 12 mai »); its unit may hold « CO2 »."""
    if masked.end_at(draft.number.start) is not None:
        return True
    return draft.second is not None and masked.end_at(draft.second.start) is not None


__all__ = ["read_quantities"]
