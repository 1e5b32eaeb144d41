"""The corrections made after the model's `ner`, in order.

Each was measured alone on the dev set (models/README.md) and is here because it helps.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from relecture.entities.bodies import assemblies, clubs, named_after, regions
from relecture.entities.candidates import Candidate, Correction, Page, Taken, without_overlaps
from relecture.entities.cues import cues
from relecture.entities.gazetteer import Gazetteer, gazetteer
from relecture.entities.propagate import acronyms, propagate, vote
from relecture.entities.routes import routes
from relecture.entities.trim import trim
from relecture.types import Span


def corrections(known: Gazetteer) -> dict[str, Correction]:
    """The corrections by name, in the order in which they apply."""
    return {
        "trim": trim,
        "routes": routes,
        "cues": cues,
        "gazetteer": partial(gazetteer, known=known),
        "named_after": named_after,
        "regions": regions,
        "clubs": clubs,
        "assemblies": assemblies,
        "acronyms": acronyms,
        "vote": vote,
        "propagate": propagate,
    }


def corrected(
    page: Page, candidates: Sequence[Candidate], known: Gazetteer, *, occupied: Sequence[Span] = ()
) -> list[Candidate]:
    """*candidates* corrected, without overlaps; those that touch *occupied* (quantities, masks) are dropped."""
    taken = Taken(len(page.text))
    for span in occupied:
        taken.take(span.start, span.end)
    current = _clear(taken, candidates)
    for correct in corrections(known).values():
        current = correct(page, current)
    return without_overlaps(page, _clear(taken, current))


def _clear(taken: Taken, candidates: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in candidates if taken.free(c.start, c.end)]
