"""Two moments whose own words make a duration lie between them: a promise and its delay, a departure and a return, a talk."""

from __future__ import annotations

from relecture.checks import outing_cues
from relecture.checks import stretch_cues as cues
from relecture.checks.speech import verb
from relecture.types import Span


def late(prose: str, sentence: Span, duration: Span, first: Span, last: Span) -> bool:
    """« promise pour 2019, livrée en 2026, avec sept ans de retard », « avec sept ans de retard, … »."""
    told_before = duration.end <= first.start and outing_cues.with_it().search(
        prose, sentence.start, duration.start
    )
    return (
        (duration.start >= last.end or told_before is not None)
        and prose.startswith(" de retard", duration.end)
        and outing_cues.planned().search(prose, sentence.start, first.start) is not None
    )


def reckoned_then(prose: str, first: Span, last: Span, duration: Span) -> bool:
    """« "Arrivé en 1992, ça fait trente-deux ans que je pêche", racontait-il en 2024 »: said at the second moment."""
    told = cues.so_long().search(prose, first.end, duration.start)
    near = told is not None and told.start() - first.end <= 2 and prose.startswith(" que", duration.end)
    return near and verb().search(prose, duration.end, last.start) is not None


def leaves_and_comes(prose: str, start: int, first: Span, last: Span) -> bool:
    """« Séance à 20 h 10, sortie de salle à 22 h 25 »."""
    left = outing_cues.departure().search(prose, start, first.start)
    return left is not None and outing_cues.arrival().search(prose, first.end, last.start) is not None


def held_captive(prose: str, sentence: Span, duration: Span, first: Span, last: Span) -> bool:
    """« incarcéré en mars 2021, libéré en mai 2022, après quatorze mois de détention »: the whole time between the two."""
    return (
        duration.start >= last.end
        and cues.endured().match(prose, duration.end) is not None
        and outing_cues.passed().search(prose, max(last.end, duration.start - 40), duration.start) is not None
        and outing_cues.captured().search(prose, sentence.start, first.start) is not None
        and outing_cues.released().search(prose, first.end, last.start) is not None
    )
