"""Finding one unit (no denominator) at a place of a text, however it is spelt.

Symbols are looked up exactly, then without regard to case; names by their letters alone, so that
« kilowattheures », « kilowatt-heures » and « KILOWATT HEURES » meet, and what differs from the table's
spelling is remembered as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from relecture.quantities.fuzzy import closest
from relecture.quantities.table import Surface, UnitDef, key, table
from relecture.types import Spelling

#: Case variants that are French words or other things after a number: never units.
NOT_SYMBOLS = frozenset(
    """
    va ma mo go to ha a as an au en un mi ms nd or pa ph pt st th ha al tr ko cal fg eur
    """.split()
)
#: Symbols that a letter glued to a number is not (« 4K », « 3D », « 2A », « 5 G »): a space is needed.
SPACED = frozenset("K A N F a p b fg DA st al th d FB NM nd pb".split())
#: Symbols too short or too French to stand without a denominator or as one (« 3 b », « 2 d »).
COMPOUND_ONLY = frozenset("b kb Mb d a p tr th al nd st F N mi fg µ".split())

_WORD = re.compile(r"[^\W\d_]+")
_MAX_WORDS = 4
_GAP = re.compile(r"[ -]|' ?|d'")


@dataclass(frozen=True, slots=True)
class Atom:
    """One unit found at ``start``..``end`` of the text searched; ``surface`` is the table's spelling."""

    start: int
    end: int
    text: str
    unit: UnitDef
    symbol: bool
    surface: str
    spelling: Spelling = Spelling.STANDARD
    expected: str | None = None


@dataclass(frozen=True)
class _Index:
    symbols: dict[str, Surface]
    folded: dict[str, Surface]
    names: dict[str, tuple[Surface, ...]]
    first_words: frozenset[str]
    sizes: dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    symbols: dict[str, Surface] = {}
    folded: dict[str, Surface] = {}
    names: dict[str, list[Surface]] = {}
    for surface in table().surfaces:
        letters = _WORD.fullmatch(surface.text.replace(" ", "").replace("-", "").replace("'", ""))
        if surface.symbol or letters is None:
            symbols.setdefault(surface.text, surface)
        if surface.symbol and len(surface.text) > 1:
            # Mega before milli: « 12 mwh » is a slip for MWh, and mW has its own exact entry.
            low = surface.text.casefold()
            if low not in folded or folded[low].unit.name.startswith("milli"):
                folded[low] = surface
        if not surface.symbol and letters is not None:
            names.setdefault(key(surface.text), []).append(surface)
    first = frozenset(key(_WORD.match(s.text)[0]) for v in names.values() for s in v)  # type: ignore[index]
    for low in NOT_SYMBOLS:
        folded.pop(low, None)
    sizes = _sizes(symbols, folded)
    return _Index(symbols, folded, {k: tuple(v) for k, v in names.items()}, first, sizes)


def _sizes(*tables: dict[str, Surface]) -> dict[str, tuple[int, ...]]:
    """For each first letter, in either case, the lengths that a symbol may have, the longest first."""
    found: dict[str, set[int]] = {}
    for text in (t for table_ in tables for t in table_):
        for first in (text[0], text[0].lower(), text[0].upper()):
            found.setdefault(first, set()).add(len(text))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def find(text: str, at: int, *, glued: bool = False, compound: bool = False) -> Atom | None:
    """The longest unit that starts exactly at *at* in folded *text*.

    *glued* says that a digit stands just before; *compound* that the unit is, or has, a denominator.
    """
    return _symbol(text, at, glued, compound) or _name(text, at, compound) or _plural_symbol(text, at)


def _symbol(text: str, at: int, glued: bool, compound: bool) -> Atom | None:
    index = _index()
    sizes = index.sizes.get(text[at : at + 1], ())
    letters = _WORD.match(text, at) if sizes else None
    whole = letters.end() - at if letters else 0
    for size in sizes:
        if size < whole:  # what ends inside a word is no symbol, nor is anything shorter
            break
        end = at + size
        piece = text[at:end]
        if len(piece) < size:
            continue
        surface = index.symbols.get(piece)
        spelling = Spelling.STANDARD
        if surface is None and size > 1:
            surface = index.folded.get(piece.casefold())
            spelling = Spelling.WRONG_CASE
        if surface is None or not _ends(text, end):
            continue
        if (glued and surface.text in SPACED) or (
            not compound and (surface.text in COMPOUND_ONLY or surface.unit.compound)
        ):
            continue
        expected = None if spelling is Spelling.STANDARD else surface.text
        if not surface.symbol and not surface.standard:  # « °K », « km/heure »
            spelling, expected = Spelling.MISSPELT, surface.unit.symbol
        return Atom(at, end, piece, surface.unit, surface.symbol, surface.text, spelling, expected)
    return None


#: « 12 kms », « 30 MWs »: a symbol put in the plural. « mis », « has » and « vas » are words.
#: The letter is a matter of style that the check `symbol-plural` reports; the unit is well spelt.
_PLURAL_SYMBOL = re.compile(r"(?P<symbol>[kKcm]m|[kKm]g|[kKMGT](?:Wh?|J|t))s(?![\w'-])")


def _plural_symbol(text: str, at: int) -> Atom | None:
    match = _PLURAL_SYMBOL.match(text, at)
    if match is None:
        return None
    symbol = match["symbol"]
    surface = _index().symbols[symbol.replace("K", "k")]
    if symbol[0] == "K":
        return Atom(
            at, match.end(), match[0], surface.unit, True, surface.text, Spelling.WRONG_CASE, surface.text
        )
    return Atom(at, match.end(), match[0], surface.unit, True, surface.text)


def _ends(text: str, end: int) -> bool:
    """True when a symbol may stop at *end*: no letter, digit or « 'a », « -t » follows."""
    if not text[end - 1].isalpha():
        return end >= len(text) or text[end - 1] in "€$£¥%‰.)" or not text[end].isalnum()
    if end >= len(text):
        return True
    follow = text[end]
    if follow.isalnum() or follow in "_²³":
        return False
    return not (follow in "'-" and end + 1 < len(text) and text[end + 1].isalpha())


def _name(text: str, at: int, compound: bool) -> Atom | None:
    index = _index()
    word = _WORD.match(text, at)
    if word is None:
        return None
    found: tuple[int, tuple[Surface, ...]] | None = None
    letters, first = "", True
    for _ in range(_MAX_WORDS):
        letters += key(word[0])
        if first and letters not in index.first_words:
            break
        first = False
        if letters in index.names and _name_ends(text, word.end()):
            found = (word.end(), index.names[letters])
        gap = _GAP.match(text, word.end())
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None:
            break
    if found is None:
        return _misspelt(text, at, compound)
    end, surfaces = found
    surface = next((s for s in surfaces if compound or not s.unit.compound), None)
    return None if surface is None else _spelt(text, at, end, surfaces, surface)


def _name_ends(text: str, end: int) -> bool:
    """True when a name may stop at *end*: not in a word, nor before an elision (« s'abstient »)."""
    return not (end < len(text) and (text[end].isalnum() or text[end] in "_'"))


def _spelt(text: str, at: int, end: int, surfaces: tuple[Surface, ...], surface: Surface) -> Atom:
    piece = text[at:end]
    expected = _expected(piece, surfaces)
    if expected is None:
        return Atom(at, end, piece, surface.unit, False, surface.text)
    if piece.casefold() == expected.casefold():
        # A name in capitals (headlines) is no mistake; one capital in running text is.
        upper = piece.isupper() or surface.unit.code is not None
        spelling = Spelling.STANDARD if upper else Spelling.WRONG_CASE
    elif key(piece) == key(expected) and _gaps(piece) == _gaps(expected):
        spelling = Spelling.UNACCENTED
    else:
        spelling = Spelling.MISSPELT
    if spelling is Spelling.STANDARD:
        expected = None
    return Atom(at, end, piece, surface.unit, False, surface.text, spelling, expected)


def _gaps(text: str) -> list[str]:
    return [c for c in text if not c.isalpha()]


def _expected(piece: str, surfaces: tuple[Surface, ...]) -> str | None:
    """The right spelling nearest to *piece*; ``None`` when it is right as it stands."""
    if any(s.text == piece and s.standard for s in surfaces):
        return None
    right = [s.text for s in surfaces if s.standard]
    if not right:  # a wrong agreement: the displayed name, singular or plural as written
        unit = surfaces[0].unit
        if len(piece) < len(unit.symbol) + 3:
            return unit.symbol
        return unit.plural if piece[-1:] in "sxSX" else unit.singular
    same = [r for r in right if _gaps(r) == _gaps(piece)]
    return min(same or right, key=lambda r: (r.casefold() != piece.casefold(), " " in r or "-" in r, r))


def _misspelt(text: str, at: int, compound: bool) -> Atom | None:
    """« mégawatteure », « terrawattheures »: a word one or two letters away from a unit's name."""
    word = _WORD.match(text, at)
    if word is None or not _name_ends(text, word.end()):
        return None
    near = closest(key(word[0]))
    if near is None:
        return None
    surfaces = _index().names[near]
    surface = surfaces[0]
    if surface.unit.compound and not compound:
        return None
    right = [s.text for s in surfaces if s.standard] or [surface.unit.plural]
    return Atom(at, word.end(), word[0], surface.unit, False, surface.text, Spelling.MISSPELT, right[0])


def names() -> dict[str, tuple[Surface, ...]]:
    """Every unit name by its letters (see `relecture.quantities.table.key`)."""
    return _index().names
