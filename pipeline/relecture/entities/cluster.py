"""Mentions into entities: one person under several names, an acronym and its expansion.

People are never joined across different first names; an organisation and its subsidiary (« EDF »,
« EDF Renouvelables ») stay two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from relecture.entities.acronyms import initials, is_acronym, letters, spells
from relecture.entities.candidates import Candidate, Page
from relecture.entities.gazetteer import Gazetteer, plain
from relecture.entities.propagate import family_name
from relecture.fr.entity_words import GENERIC_HEADS, NAME_PARTICLES
from relecture.types import Label, MentionForm


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
    by_last: dict[str, list[Cluster]] = defaultdict(list)
    single: list[Candidate] = []
    for c in candidates:
        surface = text[c.start : c.end]
        if family_name(surface) is None or _is_particle_name(surface):
            single.append(c)
            continue
        key = plain(surface)
        namesakes = by_last[key.rsplit(" ", 1)[-1]]
        home = next((k for k in namesakes if any(_same_person(known, key) for known in k.keys)), None)
        if home is None:
            home = Cluster(Label.PER)
            full.append(home)
            namesakes.append(home)
        home.members.append(c)
        home.keys.add(key)
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


def _short_names(text: str, single: Sequence[Candidate], full: Sequence[Cluster]) -> list[Cluster]:
    """Attach each single name to the person who bears it; those left make people of their own."""
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    by_first_name: dict[str, list[Cluster]] = defaultdict(list)
    places = {id(home): [m.start for m in home.members] for home in full}
    for person in full:
        words = [key.split(" ") for key in person.keys]
        for surname in {" ".join(w[at:]) for w in words for at in range(1, len(w))}:
            by_surname[surname].append(person)
        for first_name in {w[0] for w in words}:
            by_first_name[first_name].append(person)
    alone: dict[str, Cluster] = {}
    for c in single:
        key = plain(text[c.start : c.end])
        homes = by_surname.get(key) or by_first_name.get(key) or ()
        home = _nearest(c.start, homes, places)
        if home is None:
            home = alone.setdefault(key, Cluster(Label.PER, keys={key}))
        home.members.append(c)
    return list(alone.values())


def _nearest(at: int, homes: Sequence[Cluster], places: dict[int, list[int]]) -> Cluster | None:
    """The one of *homes* that was named last before *at*; *places* has where each is named in full."""
    return min(homes, key=lambda home: _distance(at, places[id(home)]), default=None)


def _distance(at: int, starts: Sequence[int]) -> tuple[bool, int]:
    """How far the last of *starts* before *at* is, or else the first after it."""
    index = bisect_left(starts, at)
    return (False, at - starts[index - 1]) if index else (True, starts[0])


# ---------------------------------------------------------------- organisations


def _organisations(text: str, candidates: Sequence[Candidate], known: Gazetteer) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    order: list[Cluster] = []
    for c in candidates:
        surface = text[c.start : c.end]
        names = [plain(surface)]
        if canonical := known.canonical(surface):
            names.append(plain(canonical))
        homes = {id(found[n]): found[n] for n in names if n in found}
        home = _joined(list(homes.values()), order, found) if homes else Cluster(Label.ORG)
        if not homes:
            order.append(home)
        home.members.append(c)
        home.keys |= set(names)
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
        if between == " (" and is_acronym(first) != is_acronym(second):
            acronym, name = (first, second) if is_acronym(first) else (second, first)
            if spells(acronym, name) or _may_stand_for(acronym, name):
                _join(first, second, order, found)
    spelt: dict[str, set[str]] = defaultdict(set)
    for c in candidates:
        for first_letters in initials(text[c.start : c.end]):
            spelt[first_letters].add(plain(text[c.start : c.end]))
    acronyms = {text[c.start : c.end] for c in candidates if is_acronym(text[c.start : c.end])}
    for acronym in sorted(a for a in acronyms if len(letters(a)) > 2):
        homes = {id(found[name]): found[name] for name in spelt[letters(acronym)]}
        if len(homes) == 1:
            (home,) = homes.values()
            own = found[plain(acronym)]
            if own is not home:
                _joined([home, own], order, found)


def _may_stand_for(acronym: str, name: str) -> bool:
    """Acronyms take liberties: « Fédération nationale des exploitants (FNSEA) »; not « Framatome (EDF) »."""
    return name.count(" ") > 1 and letters(acronym)[:1] == plain(name)[:1]


def _join(first: str, second: str, order: list[Cluster], found: dict[str, Cluster]) -> None:
    one, two = found[plain(first)], found[plain(second)]
    if one is not two:
        _joined([one, two], order, found)


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
