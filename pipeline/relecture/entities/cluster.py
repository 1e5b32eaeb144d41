"""Mentions into entities: one person under several names, an acronym and its expansion.

People are never joined across different first names; an organisation and its subsidiary (« EDF »,
« EDF Renouvelables ») stay two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from relecture.entities.candidates import Candidate, Page
from relecture.entities.gazetteer import Gazetteer, plain
from relecture.entities.propagate import family_name
from relecture.fr.entity_words import GENERIC_HEADS, NAME_PARTICLES, SMALL_WORDS
from relecture.types import Label, MentionForm

_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ&.\d]{1,7}")


@dataclass(slots=True)
class Cluster:
    """The candidates that name one thing, in text order, and the keys under which it is known."""

    label: Label
    members: list[Candidate] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def cluster(page: Page, candidates: Sequence[Candidate], known: Gazetteer) -> list[Cluster]:
    """Group PER, ORG and LOC candidates; clusters come in the order of their first mention."""
    by_label = {label: [c for c in candidates if c.label == label] for label in Label}
    found = [
        *_people(page.text, by_label[Label.PER]),
        *_organisations(page.text, by_label[Label.ORG], known),
        *_same_surface(page.text, by_label[Label.LOC]),
    ]
    for each in found:
        each.members.sort(key=lambda c: c.start)
    return sorted(found, key=lambda each: each.members[0].start)


def _same_surface(text: str, candidates: Sequence[Candidate]) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    for c in candidates:
        key = plain(text[c.start : c.end])
        found.setdefault(key, Cluster(Label(c.label), keys={key})).members.append(c)
    return list(found.values())


# ---------------------------------------------------------------- people


def _people(text: str, candidates: Sequence[Candidate]) -> list[Cluster]:
    full: list[Cluster] = []
    single: list[Candidate] = []
    for c in candidates:
        surface = text[c.start : c.end]
        if family_name(surface) is None or _is_particle_name(surface):
            single.append(c)
            continue
        home = next((k for k in full if any(_same_person(key, plain(surface)) for key in k.keys)), None)
        if home is None:
            home = Cluster(Label.PER)
            full.append(home)
        home.members.append(c)
        home.keys.add(plain(surface))
    return full + _short_names(text, single, full)


def _is_particle_name(surface: str) -> bool:
    """« Le Pen », « De Gendt », « von der Leyen »: a surname alone, for all its words."""
    return plain(surface).split(" ")[0] in NAME_PARTICLES


def _same_person(one: str, other: str) -> bool:
    """Full names that differ by a middle name or by an initial instead of the first name."""
    a, b = one.split(" "), other.split(" ")
    if a == b:
        return True
    first, second = a[0], b[0]
    initials = first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
    if not initials:
        return False
    shorter, longer = sorted((a[1:], b[1:]), key=len)
    return longer[-len(shorter) :] == shorter


def _short_names(text: str, single: Sequence[Candidate], full: list[Cluster]) -> list[Cluster]:
    alone: dict[str, Cluster] = {}
    for c in single:
        key = plain(text[c.start : c.end])
        home = _nearest(c, [k for k in full if any(name.endswith(" " + key) for name in k.keys)])
        home = home or _nearest(c, [k for k in full if any(name.startswith(key + " ") for name in k.keys)])
        if home is None:
            home = alone.setdefault(key, Cluster(Label.PER, keys={key}))
        home.members.append(c)
    return list(alone.values())


def _nearest(candidate: Candidate, homes: Sequence[Cluster]) -> Cluster | None:
    """The cluster named last before the mention, or else first after it."""
    if not homes:
        return None

    def distance(home: Cluster) -> tuple[bool, int]:
        before = [m.start for m in home.members if m.start < candidate.start]
        return (False, candidate.start - max(before)) if before else (True, min(m.start for m in home.members))

    return min(homes, key=distance)


# ---------------------------------------------------------------- organisations


def _organisations(text: str, candidates: Sequence[Candidate], known: Gazetteer) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    order: list[Cluster] = []
    for c in candidates:
        surface = text[c.start : c.end]
        names = {plain(surface)}
        if canonical := known.canonical(surface):
            names.add(plain(canonical))
        homes = {id(found[n]): found[n] for n in names if n in found}
        home = _joined(list(homes.values()), order, found) if homes else Cluster(Label.ORG)
        if not homes:
            order.append(home)
        home.members.append(c)
        home.keys |= names
        found.update(dict.fromkeys(home.keys, home))
    _join_acronyms(text, candidates, order, found)
    _join_generic_heads(text, order, found)
    return order


def _joined(homes: list[Cluster], order: list[Cluster], found: dict[str, Cluster]) -> Cluster:
    """One cluster out of *homes*; *order* and *found* are brought up to date."""
    first, *others = homes
    for other in others:
        first.members += other.members
        first.keys |= other.keys
        order.remove(other)
        found.update(dict.fromkeys(other.keys, first))
    return first


def _join_acronyms(
    text: str, candidates: Sequence[Candidate], order: list[Cluster], found: dict[str, Cluster]
) -> None:
    """« Name (SIGLE) » and « SIGLE (Name) » are one; so is a SIGLE whose letters are the name's initials."""
    for one, two in pairwise(candidates):
        first, second = text[one.start : one.end], text[two.start : two.end]
        between = text[one.end : two.start]
        if between in (" (", ", ou ", " ou ") and is_acronym(first) != is_acronym(second):
            acronym, name = (first, second) if is_acronym(first) else (second, first)
            if between == " (" and (_spells(acronym, name) or text[two.end : two.end + 1] == ")"):
                _join(first, second, order, found)
    for c in candidates:
        surface = text[c.start : c.end]
        if is_acronym(surface):
            homes = [k for k in order if any(_spells(surface, text[m.start : m.end]) for m in k.members)]
            if len(homes) == 1:
                _joined([homes[0], *(h for h in [found[plain(surface)]] if h is not homes[0])], order, found)


def _join(first: str, second: str, order: list[Cluster], found: dict[str, Cluster]) -> None:
    one, two = found[plain(first)], found[plain(second)]
    if one is not two:
        _joined([one, two], order, found)


def is_acronym(surface: str) -> bool:
    """Two to eight capitals or digits, two capitals at least (« RTE », « U.E. »; « Insee » is not one)."""
    return bool(_ACRONYM.fullmatch(surface)) and sum(c.isupper() for c in surface) >= 2


def _spells(acronym: str, name: str) -> bool:
    """True when *acronym* is the initials of *name*, its small words counted or not."""
    letters = "".join(c for c in plain(acronym) if c.isalpha())
    words = plain(name).split(" ")
    meaning = [w for w in words if w not in SMALL_WORDS]
    return len(meaning) > 1 and letters in ("".join(w[0] for w in meaning), "".join(w[0] for w in words))


def _join_generic_heads(text: str, order: list[Cluster], found: dict[str, Cluster]) -> None:
    """« la Commission » after one « Commission européenne » is the same; after two, nobody knows."""
    for short in list(order):
        surface = text[short.members[0].start : short.members[0].end]
        if surface not in GENERIC_HEADS:
            continue
        longer = [
            k for k in order if k is not short and any(key.startswith(plain(surface) + " ") for key in k.keys)
        ]
        if len(longer) == 1:
            _joined([longer[0], short], order, found)


# ---------------------------------------------------------------- presentation


def canonical(text: str, members: Sequence[Candidate]) -> str:
    """The fullest form in the text: most words first, then longest, then first seen."""
    best = max(members, key=lambda c: (text[c.start : c.end].count(" "), c.end - c.start, -c.start))
    return " ".join(text[best.start : best.end].split())


def form_of(surface: str, name: str) -> MentionForm:
    """How *surface* names the entity whose canonical name is *name*."""
    if plain(surface) == plain(name):
        return MentionForm.FULL
    return MentionForm.ACRONYM if is_acronym(surface) else MentionForm.SHORT
