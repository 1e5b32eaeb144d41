"""How sure a mention is: the precision, on the dev set, of the mentions that look like it.

The table is measured by ``make train`` (models/measure.py) and shown in models/README.md. A mention
falls in the row of its label, of what proposed it, and of what else in the article speaks for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from relecture.entities.calibration import PRECISION
from relecture.entities.candidates import Candidate, Origin, Page
from relecture.entities.gazetteer import Gazetteer
from relecture.types import Mention


def surfaces_by_label(page: Page, candidates: Sequence[Candidate]) -> dict[str, Counter[str]]:
    """How many times each surface is given each label."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for c in candidates:
        counts[c.label][page.text[c.start : c.end]] += 1
    return counts


def rows(page: Page, mention: Candidate, counts: Counter[str], known: Gazetteer) -> tuple[str, ...]:
    """The rows *mention* falls in, from the widest to the narrowest; *counts* is of its label."""
    surface = page.text[mention.start : mention.end]
    source = "model" if mention.origin is Origin.MODEL else "correction"
    if known.canonical(surface):
        support = "listed"
    elif counts[surface] > 1:
        support = "repeated"
    elif " " in surface:
        support = "several words"
    else:
        support = "one word"
    return mention.label, f"{mention.label} {source}", f"{mention.label} {source}, {support}"


def of_mentions(page: Page, candidates: Sequence[Candidate], known: Gazetteer) -> dict[int, float]:
    """The probability that the bounds and label of each candidate are right, by where it starts."""
    by_label = surfaces_by_label(page, candidates)
    return {c.start: _narrowest(rows(page, c, by_label[c.label], known)) for c in candidates}


def _narrowest(keys: Sequence[str]) -> float:
    return next(PRECISION[key] for key in reversed(keys) if key in PRECISION)


def of_entity(mentions: Sequence[Mention]) -> float:
    """An entity is as sure as its best mention."""
    return max(m.confidence for m in mentions)
