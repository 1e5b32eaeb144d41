"""How sure a mention is: a table measured on the dev set by ``make train`` (see models/README.md)."""

from __future__ import annotations

from collections.abc import Sequence

from relecture.entities.candidates import Candidate
from relecture.types import Mention


def of_mention(mention: Candidate, members: Sequence[Candidate]) -> float:
    """The probability that the bounds and label of *mention* are right."""
    from relecture.entities.calibration import PRECISION

    return PRECISION[bucket(mention, members)]


def bucket(mention: Candidate, members: Sequence[Candidate]) -> str:
    """The row of the calibration table: label, origin, and whether the entity is named more than once."""
    return f"{mention.label} {mention.origin} {'repeated' if len(members) > 1 else 'once'}"


def of_entity(mentions: Sequence[Mention]) -> float:
    """An entity is as sure as its best mention."""
    return max(m.confidence for m in mentions)
