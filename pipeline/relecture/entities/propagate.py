"""What one mention says of the others in the same article: majority vote and propagation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from relecture.entities.acronyms import spells
from relecture.entities.candidates import Candidate, Origin, Page, Taken, relabelled
from relecture.fr.entity_words import NAME_PARTICLES
from relecture.openings import places

#: What a label proposed by each origin weighs in the vote of an article.
_WEIGHT = {Origin.MODEL: 1, Origin.CUE: 2, Origin.GAZETTEER: 3, Origin.VOTE: 1, Origin.PROPAGATED: 1}
#: Words that a name can begin with: capitalised, or a particle (« von der Leyen »).
_WORD = re.compile(rf"\b(?:[A-ZÀ-ÖØ-Þ0-9]\w*|(?:{'|'.join(sorted(NAME_PARTICLES))})\b)")
_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ&]{1,7}")
_BRACKET = re.compile(rf" \(({_ACRONYM.pattern})(?=[),])")


def vote(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the mentions of one surface the label most of them have.

    A place is left alone: « Nantes » may be a club in one sentence and a town in the next.
    """
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    for c in candidates:
        weights[page.text[c.start : c.end]][c.label] += _WEIGHT[c.origin]
    return [_voted(c, weights[page.text[c.start : c.end]]) for c in candidates]


def _voted(candidate: Candidate, weights: Counter[str]) -> Candidate:
    if len(weights) < 2:
        return candidate
    (label, most), (_, second) = weights.most_common(2)
    if candidate.label == label or "LOC" in (candidate.label, label) or second == most:
        return candidate
    return relabelled(candidate, label, Origin.VOTE)


def acronyms(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """« Réseau de transport d'électricité (RTE) »: what stands in brackets after an organisation is one.

    So is any name whose initials the brackets hold: « Materne Mont Blanc (MOM) »: it then counts as ORG.
    """
    taken = Taken(len(page.text))
    for c in candidates:
        taken.take(c.start, c.end)
    out: list[Candidate] = []
    for c in candidates:
        bracket = _BRACKET.match(page.text, c.end)
        if not bracket or c.label == "LOC":
            out.append(c)
            continue
        if spells(bracket.group(1), page.text[c.start : c.end]):
            c = relabelled(c, "ORG", Origin.PROPAGATED)
        out.append(c)
        if c.label == "ORG" and taken.free(*bracket.span(1)):
            out.append(Candidate(*bracket.span(1), "ORG", Origin.PROPAGATED))
    return out


def propagate(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Find again, where the model saw nothing, the names it saw elsewhere in the article."""
    taken = Taken(len(page.text))
    for c in candidates:
        taken.take(c.start, c.end)
    labels: dict[str, str] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    capitals = page.text[: page.headline_end].isupper()
    for surface, label in sorted(_known(page, candidates)):
        for form in {surface, surface.upper()} if capitals else {surface}:
            if opening := _WORD.match(form):
                labels[form] = label
                lengths[opening.group()].add(len(form))
    out = list(candidates)
    # Few words open a known name: each of those is sought, the others are not looked at.
    for start, word in sorted((at, first) for first in lengths for at in places(page.text, first)):
        for length in sorted(lengths[word], reverse=True):
            end = start + length
            known = labels.get(page.text[start:end])
            if known and _stands(page.text, start, end) and taken.free(start, end):
                taken.take(start, end)
                out.append(Candidate(start, end, known, Origin.PROPAGATED))
                break
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


def _stands(text: str, start: int, end: int) -> bool:
    """True when ``start:end`` is made of whole words, outside a hyphenated or longer word."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before not in ("-", "_") and not (after.isalnum() or after in ("-", "_"))
