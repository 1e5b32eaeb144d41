"""Which functions one person cannot hold together, and which one function two people cannot."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.names import unaccented
from relecture.checks.roles import Held
from relecture.checks.titles import Title, fields, held_in, key, keys, same_house
from relecture.entities.gazetteer import load as load_gazetteer
from relecture.fr import functions as fr
from relecture.fr.places import DEPARTMENTS, REGIONS

#: Services that a chief heads, and who runs the whole house does not.
_ANY_SERVICE = frozenset({"service", "pôle"}).union(*fr.SERVICES)


def excludes(one: Held, other: Held) -> bool:
    """True when one person cannot be both."""
    a, b = one.title, other.title
    known = one.organisation_id is not None and one.organisation_id == other.organisation_id
    if not known and _two_firms(a, b):
        return True
    if a.head == b.head:
        return _of_one_head(a, b, known)
    chief, field = sorted((a, b), key=lambda t: bool(fields(t)))
    runs = chief.head in keys(("pdg", "directeur général")) and not fields(chief)
    if runs and fields(field) and field.head in keys(("directeur", "responsable")):
        return known or same_house(a, b)
    if runs and field.head in keys(fr.SERVED) and field.common & keys(_ANY_SERVICE):
        return True
    if {a.head, b.head} == keys(("patron", "directeur")) and not known and not same_house(a, b):
        return _of_one_sort(a, b)
    if {a.head, b.head} <= keys(fr.HEADS) and (known or a.words == b.words != frozenset()):
        return not any({a.head, b.head} <= keys(group) for group in fr.SYNONYMS)
    either_way = ((a, b), (b, a))
    return _on_two_rungs(a, b) or any(apart(*p) for apart in (_both_sides, _two_offices) for p in either_way)


def _two_firms(a: Title, b: Title) -> bool:
    """« présidente de la CRE », then « directrice générale d'Engie »: two houses of the list of organisations.

    Who heads a federation, a club or a firm that few know may well head another.
    """
    # « porte-parole d'Enedis en Bretagne » speaks for Enedis
    speaks = a.head == b.head == key("porte-parole")
    if not speaks and (not {a.head, b.head} <= keys(fr.RUN_FIRMS) or a.qualifiers or b.qualifiers):
        return False
    one, other = (_firm(t.complement.partition(" ")[0] if speaks else t.complement) for t in (a, b))
    return one is not None and other is not None and one != other


def _firm(said: str) -> str | None:
    """The house of the list, one that is headed by one person only, whose name is *said* without its small words."""
    house = load_gazetteer().by_name.get(_unlinked_names().get(said, said))
    return house.canonical if house and house.domain in fr.HEADED_ONCE else None


@cache
def _unlinked_names() -> dict[str, str]:
    """The names of several words, by what they are without « de », « la »: as the complement of a function is kept."""
    return {held_in(name): name for name in load_gazetteer().by_name if " " in name}


def _of_one_head(a: Title, b: Title, known: bool) -> bool:
    if a.head in keys(fr.PORTFOLIOED):
        return _portfolios_apart(a, b)
    if a.head in keys(("avocat",)):
        return _apart(a.words, b.words, fr.SIDES)
    if _deputises(a) != _deputises(b) and a.head in keys(fr.HEADS | fr.DOMAINED):
        return known or a.house == b.house
    if a.head in keys(fr.DOMAINED) and fields(a) and fields(b) and not fields(a) & fields(b):
        return True
    if a.head in keys(fr.HOUSED) and not (a.names and b.names) and _apart(_sort(a), _sort(b), fr.HOUSES):
        return True
    if a.head in keys(fr.SERVED) and _apart(a.common, b.common, fr.SERVICES):
        return True
    if a.head in keys(fr.SERVED) and a.common & b.common & keys(("service",)):
        return _of_one_sort(a, b)
    if known or same_house(a, b) or a.link != b.link:
        return False
    if a.head in keys(fr.EXCLUSIVE) or (a.head in keys(fr.DOMAINED) and fields(a) and fields(b)):
        return not _may_be_one_place(a, b)
    return a.head in keys(fr.SHARED) and _of_one_sort(a, b)


def _sort(title: Title) -> frozenset[str]:
    """The words that say what sort of house it is: « CHU » and « ARS » are nouns too."""
    return title.common | title.names & keys(("chu", "chru", "ars"))


def _both_sides(boss: Title, staff: Title) -> bool:
    """« directrice de l'usine », then « déléguée CFDT de l'usine »: the head of a house and the voice of its staff."""
    if boss.head not in keys(fr.EMPLOYERS) or staff.head not in keys(fr.STAFF_SPEAKERS):
        return False
    told = any(staff.words & keys(tag) for tag in fr.OF_STAFF) and not any(
        boss.words & keys(tag) for tag in fr.OF_STAFF
    )
    houses = (boss.common | boss.names) & (staff.common | staff.names) - keys(fr.ANAPHORIC)
    return told and bool(houses) and not houses & keys(fr.NOT_EMPLOYED_BY)


def _two_offices(office: Title, other: Title) -> bool:
    """« la préfète de l'Allier », then « directrice générale de l'agence »: two full-time offices of two houses."""
    over = unaccented(other.complement).lower()
    if other.head == "president" and not other.qualifiers:
        return (
            (office.head in keys(fr.STATE) and over.startswith(_opening(fr.LOCAL)))
            or (office.head in keys(fr.MANDATES) and over.startswith(_opening(fr.EXECUTIVES)))
            or (_plays(office) and over.startswith(_opening(fr.CLUBS)))
        )
    if office.head in keys(fr.STATE) and _is_rank(other) and other.head != key("inspecteur"):
        return True
    if office.head == key("recteur") and other.head in keys(fr.RUNNERS):
        return bool(other.common & keys(("école", "collège", "lycée")))
    elsewhere = bool(other.words) and not other.words & keys(fr.NEAR_PREFECT)
    return office.head in keys(fr.STATE) and bool(office.names) and other.head in keys(fr.RUNNERS) and elsewhere


def _plays(title: Title) -> bool:
    return title.head in keys(fr.PLAYERS) and not _is_held_in_corps(title)


@cache
def _opening(listed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(unaccented(words).lower() for words in listed)


def _of_one_sort(a: Title, b: Title) -> bool:
    """« la région Bretagne » and « la région Normandie »: one noun, then nothing in common."""
    one, other = (unaccented(t.complement).split() for t in (a, b))
    return one[:1] == other[:1] and bool(one[1:] and other[1:]) and not set(one[1:]) & set(other[1:])


def _deputises(title: Title) -> bool:
    return bool(title.qualifiers & keys(("adjoint", "suppléant")))


def _apart(one: frozenset[str], other: frozenset[str], groups: tuple[frozenset[str], ...]) -> bool:
    """True when each side is in some of *groups*, and no group has both."""
    a, b = ({i for i, group in enumerate(groups) if said & keys(group)} for said in (one, other))
    return bool(a and b) and not a & b


def _portfolios_apart(a: Title, b: Title) -> bool:
    one, other = (t.common | t.names for t in (a, b))
    one, other = one - keys(fr.ANAPHORIC), other - keys(fr.ANAPHORIC)
    if not one or not other or {w[:6] for w in one} & {w[:6] for w in other}:
        return False
    return not any(one & keys(group) and other & keys(group) for group in fr.PORTFOLIOS)


def _on_two_rungs(a: Title, b: Title) -> bool:
    if _is_rank(a) and _is_rank(b):
        return not any({a.head, b.head} <= keys(rung) for rung in fr.RANKS)
    if {a.head, b.head} <= keys(frozenset().union(*fr.BOARD)):
        one_body = (
            same_house(a, b) and (a.common <= b.common or b.common <= a.common) and bool(a.common & b.common)
        )
        return not a.words or not b.words or one_body or a.house == b.house != frozenset()
    if any("capitain" in t.head and t.words & keys(fr.TEAM_CUPS) for t in (a, b)):
        return False
    return any(_rungs_apart(a.head, b.head, ladder) for ladder in fr.LADDERS)


def _rungs_apart(one: str, other: str, ladder: tuple[frozenset[str], ...]) -> bool:
    on = [{i for i, rung in enumerate(ladder) if head in keys(rung)} for head in (one, other)]
    return all(on) and not on[0] & on[1]


def _is_rank(title: Title) -> bool:
    """« commandant de bord », « capitaine de l'équipe », « commissaire européen » are no ranks."""
    held_in = title.qualifiers | title.common
    return any(title.head in keys(rung) for rung in fr.RANKS) and (not held_in or _is_held_in_corps(title))


def _is_held_in_corps(title: Title) -> bool:
    return bool((title.qualifiers | title.common) & keys(fr.CORPS))


def _may_be_one_place(a: Title, b: Title) -> bool:
    """True for a region and a department, one of which has the seat of the other; for a team's nickname."""
    if a.head in keys(("entraîneur", "sélectionneur")) and (a.plural or b.plural):
        return True
    kinds = [_kind(t) for t in (a, b)]
    if a.head in keys(("député", "sénateur")):
        return kinds != ["department", "department"]
    return a.head in keys(("préfet", "recteur")) and "region" in kinds and kinds[0] != kinds[1]


def _kind(title: Title) -> str:
    if any(_parts(place) == title.names for place in DEPARTMENTS):
        return "department"
    regional = any(_parts(place) == title.names for place in REGIONS)
    return "region" if regional or title.common & keys(("région", "académie")) else ""


@cache
def _parts(place: str) -> frozenset[str]:
    return keys(tuple(w for w in re.findall(r"\w+", place) if w[0].isupper()))


def one_house(one: Held, other: Held) -> bool:
    """True for the head of one house, then of « the » house of that sort: « la directrice du théâtre, Anne Bost »."""
    a, b = one.title, other.title
    return (
        a.head == b.head in keys(fr.RUN_HOUSES)
        and a.common == b.common != frozenset()
        and not (b.names or a.qualifiers or b.qualifiers or b.plural)
        and b.link == a.link == "de"
    )


def one_seat(one: Held, other: Held) -> bool:
    """True for a function of one holder that *other* is given without saying where: « la maire, Anne Bost »."""
    return one_house(one, other) or (
        one.title.head == other.title.head in keys(fr.UNIQUE)
        and not other.title.words
        and not one.title.qualifiers
    )


def one_chair(one: Held, other: Held) -> bool:
    """True when two people are the head of one house that both times is named in full, whatever the house.

    At least one of them must be « le » or « la »: a word that there is one to hold it.
    """
    a, b = one.title, other.title
    return (
        a.head == b.head in keys(fr.SEATED)
        and not a.qualifiers
        and not b.qualifiers
        and bool(a.names)
        and (len(a.words) > 1 or a.head in keys(fr.PARISHES))
        and (a.common, a.names) == (b.common, b.names)
        and not a.common & keys(fr.MANY_SEATS)
        and one.person.split()[-1:] != other.person.split()[-1:]
    )


def two_holders(one: Held, other: Held) -> bool:
    """True when two people hold one function that takes one holder, in one named organisation."""
    a, b = one.title, other.title
    if a.head != b.head or a.qualifiers != b.qualifiers or _deputises(a):
        return False
    single = a.head in keys(fr.SINGLE) or (a.head in keys(fr.DOMAINED) and bool(fields(a)))
    single = single or (a.head in keys(fr.HOUSED) and any(a.common & keys(house) for house in fr.HOUSES))
    known = one.organisation_id is not None and one.organisation_id == other.organisation_id
    return single and (known or (bool(a.words) and a.common | a.names == b.common | b.names != frozenset()))
