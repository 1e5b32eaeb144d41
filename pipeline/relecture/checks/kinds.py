"""The kinds of things whose usual figures are known, and where a text names them.

Each row of ``thing`` in the reference tables is a kind: its ``match`` gives the names, its other fields the ranges. The
names are found by the first letters of the words of the text, so that hundreds of kinds cost what a few do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from relecture.checks.reference import Fact, compiled, made, things
from relecture.checks.things import LIKENESS
from relecture.fr.attribute_words import ATTRIBUTES, LARGER, Attribute

#: Letters by which the names are told apart first.
_HEAD = 3
_FIELDS = {attribute.field: attribute for attribute in ATTRIBUTES}


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of thing: the ranges of its figures by attribute, the names of its parts, what sets a sentence aside."""

    name: str
    facts: dict[str, Fact]
    parts: str | None
    veto: str


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a text names: where, of which kind, whether it is several and counted, « m » or « f » where its article tells."""

    start: int
    end: int
    kind: Kind
    several: bool
    counted: bool
    gender: str


def name_things(text: str, start: int, end: int) -> list[Named]:
    """The things named in *text* (lower case) between *start* and *end*, in their order."""
    index = _index()
    found = []
    for word in _word().finditer(text, start, end):
        for pattern, kind in index.get(word[0][:_HEAD], ()):
            match = compiled(pattern).match(text, word.start(), end)
            if match is not None and not _compound(text, match.start(), match.end()):
                found.append(_named(text, match, kind))
    return found


def _compound(text: str, start: int, end: int) -> bool:
    """True for a part of a compound or of a name: « porte-avions » is no plane, « chat-huant » no cat."""
    return text[start - 1 : start] == "-" or text[end : end + 1] == "-"


def _named(text: str, match: re.Match[str], kind: Kind) -> Named:
    leading = _determiner().search(text, max(0, match.start() - 40), match.start())
    told = leading["d"] if leading else ""
    several = told in _SEVERAL or (told not in _ONE and match[0].split()[0].endswith(("s", "aux", "eux")))
    counted = leading is not None and leading["number"] is not None
    gender = "f" if told in _SHE else "m" if told in _HE else ""
    return Named(match.start(), match.end(), kind, several or counted, counted, gender)


_SHE = frozenset("la une cette sa ma quelle aucune".split())
_HE = frozenset("le un ce cet du au son mon quel aucun".split())
_ONE = _SHE | _HE | frozenset(("l'", "chaque", "notre", "votre", "leur", "d'un", "d'une"))
_SEVERAL = frozenset("les des ces ses mes nos vos leurs aux plusieurs quelques certains certaines".split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w-]*")


@cache
def _determiner() -> re.Pattern[str]:
    """What introduces a noun, with the adjectives between."""
    return re.compile(
        r"(?:(?P<d>\b(?:les?|la|une?|des|du|aux?|ces?|cet|cette|ses|son|sa|mes|mon|ma|nos|notre|vos|votre|leurs?|chaque|plusieurs|quelques|certaine?s|aucune?|quelle?s?)\b|\bl'))?"
        r" ?(?P<number>(?:\d[\d ]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|\w+aines? d[e'])(?= ))? ?"
        r"(?:(?:petite?|grande?|gros|grosse|jeune|nouveau|nouvel|nouvelle|futur|future|vieux|vieil|vieille|haute?|bel|belle|beau|vénérable|ancien|ancienne|célèbre|énorme|superbe|imposante?|simple|même|premier|première|dernier|dernière|fameux|fameuse|magnifique|puissante?|gigantesque|majestueux|majestueuse|petits|petites|grands|grandes|nouveaux|nouvelles|futurs|futures|seule?|pauvre|brave|robuste|antique|redoutable|modeste|rutilante?|mythique|légendaire) ){0,2}$"
    )


@cache
def _index() -> dict[str, tuple[tuple[str, Kind], ...]]:
    index: dict[str, list[tuple[str, Kind]]] = defaultdict(list)
    for row in things():
        kind = _kind(row)
        for name in _alternatives(row["match"]):
            for plain in _openings(name):
                head = _letters().match(plain)
                if head is not None:
                    index[head[0][:_HEAD]].append((rf"(?:{plain})\b", kind))
    return {head: tuple(kinds) for head, kinds in index.items()}


@cache
def _letters() -> re.Pattern[str]:
    """The letters that every match of a name begins with: none that is optional."""
    return re.compile(r"(?:[\w-](?![?*]))+")


def _openings(name: str) -> tuple[str, ...]:
    """« (?:téléphone )?mobile » as « téléphone mobile » and « mobile », so that each begins with letters."""
    match = re.match(r"\(\?:([^()|]*)\)\?", name)
    return (match[1] + name[match.end() :], name[match.end() :]) if match else (name,)


def _alternatives(source: str) -> Iterator[str]:
    """The branches of *source* that no group holds."""
    depth = at = 0
    for i, letter in enumerate(source):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and not depth:
            yield source[at:i]
            at = i + 1
    yield source[at:]


def _kind(row: dict[str, Any]) -> Kind:
    facts = {
        field: made(
            {
                "label": [f"{attribute.label[0]} ({row['name']})", f"{attribute.label[1]} ({row['name']})"],
                "subject": row["match"],
                "unit": attribute.unit,
                "low": row[field][0],
                "high": row[field][1],
                "margin": 1,
                "source": row["source"],
                "year": row["year"],
            }
        )
        for field, attribute in _FIELDS.items()
        if field in row
    }
    veto = f"{LIKENESS}|{row['veto']}" if "veto" in row else LIKENESS
    return Kind(row["name"], facts, row.get("parts"), veto)


def widest(kinds: list[Kind], attributes: list[Attribute]) -> Fact | None:
    """The fact of *kinds* for the one of *attributes* that they have; where there are several, one that spans their ranges."""
    facts = [kind.facts[a.field] for kind in kinds for a in attributes if a.field in kind.facts]
    if not facts:
        return None
    fact = facts[0]
    if len(facts) > 1:
        name = kinds[0].name
        low, high = min(f.too_low for f in facts), max(f.too_high for f in facts)
        fact = fact.within(low, high, name[:1].upper() + name[1:])
    return _readable(fact)


def _readable(fact: Fact) -> Fact:
    """*fact* in the unit in which one would say its range."""
    for unit, factor in LARGER.get(fact.unit, ()):
        if fact.high >= 10 * factor:
            return fact.in_unit(unit, Decimal(factor))
    return fact
