"""What one mention says of the others in the same article: majority vote and propagation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from relecture.entities.candidates import Candidate, Origin, Page, Taken, relabelled
from relecture.fr.entity_words import NAME_PARTICLES

#: What a label proposed by each origin weighs in the vote of an article.
_WEIGHT = {Origin.MODEL: 1, Origin.CUE: 2, Origin.GAZETTEER: 3, Origin.VOTE: 1, Origin.PROPAGATED: 1}
_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ&]{1,7}")


def vote(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the mentions of one surface the label most of them have.

    A place is left alone: « Nantes » may be a club in one sentence and a town in the next.
    """
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    for c in candidates:
        weights[page.text[c.start : c.end]][c.label] += _WEIGHT[c.origin]
    return [_voted(c, weights[page.text[c.start : c.end]]) for c in candidates]


def _voted(candidate: Candidate, weights: Counter[str]) -> Candidate:
    (label, most), *rest = weights.most_common(2)
    if candidate.label == label or "LOC" in (candidate.label, label) or (rest and rest[0][1] == most):
        return candidate
    return relabelled(candidate, label, Origin.VOTE)


def acronyms(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """« Réseau de transport d'électricité (RTE) »: what stands in brackets after an organisation is one."""
    taken = Taken(len(page.text))
    for c in candidates:
        taken.take(c.start, c.end)
    out: list[Candidate] = []
    for c in candidates:
        out.append(c)
        if c.label != "ORG" or not page.text.startswith(" (", c.end):
            continue
        found = _ACRONYM.match(page.text, c.end + 2)
        if found and page.text[found.end() : found.end() + 1] in (")", ",") and taken.free(*found.span()):
            out.append(Candidate(*found.span(), "ORG", Origin.PROPAGATED))
    return out


def propagate(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Find again, where the model saw nothing, the names it saw elsewhere in the article."""
    taken = Taken(len(page.text))
    for c in candidates:
        taken.take(c.start, c.end)
    out = list(candidates)
    for surface, label in sorted(_known(page, candidates), key=lambda known: -len(known[0])):
        for start in _occurrences(page.text, surface):
            end = start + len(surface)
            if taken.free(start, end):
                taken.take(start, end)
                out.append(Candidate(start, end, label, Origin.PROPAGATED))
    return sorted(out, key=lambda c: c.start)


def _known(page: Page, candidates: Sequence[Candidate]) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for c in candidates:
        surface = page.text[c.start : c.end]
        if c.label not in ("PER", "ORG"):
            continue
        if len(surface) > 3 or _ACRONYM.fullmatch(surface):
            known.add((surface, c.label))
        if c.label == "PER" and (surname := family_name(surface)) and len(surname) > 3:
            known.add((surname, "PER"))
    return known


def family_name(surface: str) -> str | None:
    """The surname of a full name, particles included (« von der Leyen »); ``None`` for a single word."""
    words = surface.split(" ")
    if len(words) < 2:
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in NAME_PARTICLES:
        at -= 1
    return " ".join(words[at:])


def _occurrences(text: str, surface: str) -> Iterator[int]:
    """Where *surface* stands as whole words, not inside a hyphenated or longer capitalised name."""
    at = text.find(surface)
    while at >= 0:
        end = at + len(surface)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before in ("-", "_") or after.isalnum() or after in ("-", "_")):
            yield at
        at = text.find(surface, end)
