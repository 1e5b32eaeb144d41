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
from functools import cache, cached_property
from itertools import chain, count
from typing import Any

from relecture.checks.reference import Fact, compiled, made, places_as_things, things
from relecture.fr.attribute_words import ADJECTIVES_TOO, ATTRIBUTES, LARGER, LIKENESS, Attribute
from relecture.memo import kept
from relecture.needles import beginnings
from relecture.openings import occurrences
from relecture.text import lowered
from relecture.words import form_pattern, vocabulary

#: Letters that a word has at least of which only the beginning is known.
_STEM = 4
_FIELDS = {attribute.field: attribute for attribute in ATTRIBUTES}


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of thing: the ranges of its figures by attribute, the names of its parts, what sets a sentence aside."""

    name: str
    facts: dict[str, Fact]
    parts: str | None
    veto: str
    #: True for a country, a town, a river: what it is said to be in is none of its own.
    place: bool


class Named:
    """A thing that a text names: where, and of which kind. What introduces it is read when it is asked for."""

    def __init__(self, text: str, start: int, end: int, kind: Kind) -> None:
        self._text = text
        self.start, self.end, self.kind = start, end, kind

    @cached_property
    def _led(self) -> re.Match[str] | None:
        return _determiner().search(self._text, max(0, self.start - 40), self.start)

    @cached_property
    def _article(self) -> str:
        return (self._led["d"] or "") if self._led else ""

    @property
    def qualifies(self) -> bool:
        """True for a name that may be an adjective, right behind a noun: « la production éolienne »."""
        if self._led is not None and self._led[0].strip():
            return False
        return _noun_before().search(self._text, max(0, self.start - 40), self.start) is not None

    @property
    def counted(self) -> bool:
        """True when a number introduces it."""
        return self._led is not None and self._led["number"] is not None

    @property
    def several(self) -> bool:
        """True for a plural."""
        said = self._text[self.start : self.end].split()[0]
        plural = self._article not in _ONE and said.endswith(("s", "aux", "eux"))
        return self.counted or self._article in _SEVERAL or plural

    @property
    def gender(self) -> str:
        """« m » or « f » where its article tells."""
        return "f" if self._article in _SHE else "m" if self._article in _HE else ""


@kept
def name_things(prose: str) -> tuple[Named, ...]:
    """The things named in *prose*, in their order."""
    index, text = _index(), lowered(prose)
    words = vocabulary(text)
    sought = [name for word in index.by_word.keys() & words for name in index.by_word[word]]
    at_places = {
        (at, name)
        for name in chain(sought, index.by_letters)
        for opening, held in name.openings
        if held <= words
        for at in _places(text, opening)
    }
    found = []
    for at, name in sorted(at_places, key=lambda place: (place[0], place[1].rank)):
        match = compiled(name.pattern).match(text, at)
        if match is not None and text[match.end() : match.end() + 1] != "-":
            named = Named(text, at, match.end(), name.kind)
            if match[0] not in ADJECTIVES_TOO or not named.qualifies:
                found.append(named)
    return tuple(found)


def _places(text: str, opening: str) -> Iterator[int]:
    """Where *opening* stands in *text*, but inside a word or a compound: « porte-avions » is no plane."""
    for at in occurrences(text, opening):
        before = text[at - 1 : at]
        if not (before.isalnum() or before in ("-", "_")):
            yield at


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'-])(?!(?:de|en|par|sans|à|avec|sur|et|ou|entre|contre|une?)\s)[^\W\d_]{2,} $")


_SHE = frozenset("la une cette sa ma quelle aucune".split())
_HE = frozenset("le un ce cet du au son mon quel aucun".split())
_ONE = _SHE | _HE | frozenset(("l'", "chaque", "notre", "votre", "leur", "d'un", "d'une"))
_SEVERAL = frozenset("les des ces ses mes nos vos leurs aux plusieurs quelques certains certaines".split())


@cache
def _determiner() -> re.Pattern[str]:
    """What introduces a noun, with the adjectives between."""
    return re.compile(
        r"(?:(?P<d>\b(?:les?|la|une?|des|du|aux?|ces?|cet|cette|ses|son|sa|mes|mon|ma|nos|notre|vos|votre|leurs?|chaque|plusieurs|quelques|certaine?s|aucune?|quelle?s?)\b|\bl'))?"
        r" ?(?P<number>(?:\d[\d ]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|\w+aines? d[e'])(?= ))? ?"
        r"(?:(?:petite?|grande?|gros|grosse|jeune|nouveau|nouvel|nouvelle|futur|future|vieux|vieil|vieille|haute?|bel|belle|beau|vénérable|ancien|ancienne|célèbre|énorme|superbe|imposante?|simple|même|premier|première|dernier|dernière|fameux|fameuse|magnifique|puissante?|gigantesque|majestueux|majestueuse|petits|petites|grands|grandes|nouveaux|nouvelles|futurs|futures|seule?|pauvre|brave|robuste|antique|redoutable|modeste|rutilante?|mythique|légendaire) ){0,2}$"
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """A name of a kind, by its rank in the tables: what it may begin with, and the words that this holds."""

    rank: int
    openings: tuple[tuple[str, frozenset[str]], ...]
    pattern: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Index:
    """The names of the kinds by their first word, and those of which only the first letters are known."""

    by_word: dict[str, list[_Name]]
    by_letters: list[_Name]


@cache
def _index() -> _Index:
    by_word: dict[str, list[_Name]] = defaultdict(list)
    by_letters: list[_Name] = []
    ranks = count()
    for row in (*things(), *places_as_things()):
        kind = _kind(row)
        for source in _alternatives(row["match"]):
            begun, whole = beginnings(source)
            by_first: dict[str, set[str]] = defaultdict(set)
            for opening in begun:
                by_first[_first(opening)].add(opening)
            for word, openings in by_first.items():
                known = whole or len(word) < _STEM or all(" " in opening for opening in openings)
                held = [(o, _words(o, whole=whole) if known else frozenset[str]()) for o in openings]
                name = _Name(next(ranks), tuple(held), rf"(?:{source})\b", kind)
                if known:
                    by_word[word].append(name)
                else:
                    by_letters.append(name)
    by_word.pop("", None)
    return _Index(dict(by_word), by_letters)


def _words(opening: str, *, whole: bool) -> frozenset[str]:
    """The words of *opening*; not the last, of which more may come, where it is not the *whole*."""
    found = form_pattern().findall(opening)
    return frozenset(found if whole else found[:-1])


def _first(opening: str) -> str:
    """The first word of *opening*, as `prose.forms` cuts words."""
    form = form_pattern().match(opening)
    return form[0] if form else ""


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
    return Kind(row["name"], facts, row.get("parts"), veto, row.get("place", False))


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
