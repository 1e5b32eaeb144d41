"""What a function says, taken apart: « directrice juridique du groupe » is a head, its qualifiers and its house.

Words are compared by a key without accent, gender or plural, so that « la conseillère nationale » and « le
conseiller national » are one function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from relecture.checks.names import unaccented
from relecture.entities.acronyms import is_acronym, spells
from relecture.fr.functions import ANAPHORIC, DOMAINS, TITLES

_LONGEST_HEAD = 4
#: Small words of a function; those that open a complement tell « ambassadeur de France » from « au Japon ».
_LINKS = {
    "de": "de", "du": "de", "des": "de", "d": "de", "à": "à", "au": "à", "aux": "à", "en": "à", "chez": "à", "pour": "à",
    "chargé": "de", "chargée": "de",
}  # fmt: skip
_SMALL = frozenset({*_LINKS, "la", "le", "les", "l", "et", "sa", "son", "ses", "leur", "nos", "notre"})
#: Feminine endings and the masculine ones, in order, on words without accents.
_MASCULINE = (
    (r"trice$", "teur"),
    (r"drice$", "deur"),
    (r"euse$", "eur"),
    (r"iere$", "ier"),
    (r"ee$", "e"),  # « déléguée » as « délégué »
    (r"e$", ""),
    (r"([flnt])\1$", r"\1"),
)


@dataclass(frozen=True, slots=True)
class Title:
    """A function: its ``head`` (a key), ``qualifiers`` next to it, then common words and names of its complement.

    ``link`` is « de » or « à », whichever opens the complement; ``plural`` when it holds « des » or « aux »;
    ``complement`` its words as written, small ones left out. Every other word is a key.
    """

    head: str
    qualifiers: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    link: str = ""
    plural: bool = False
    complement: str = ""

    @property
    def words(self) -> frozenset[str]:
        """Every word after the head."""
        return self.qualifiers | self.common | self.names

    @property
    def house(self) -> frozenset[str]:
        """The words that name what the function is held in; nothing for « du groupe », which takes up a name."""
        return (self.common | self.names) - _anaphoric() if self.names else frozenset()


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """*word* without accents, case, plural or gender."""
    found = unaccented(word)
    if len(found) > 3:
        found = re.sub(r"s$|x$", "", found)
        for ending, masculine in _MASCULINE:
            found = re.sub(ending, masculine, found)
        found = re.sub(r"s$", "", found)  # « insoumise »
    return found


@cache
def keys(listed: Iterable[str]) -> frozenset[str]:
    """The keys of titles or words, given as a hashable collection."""
    return frozenset(" ".join(key(w) for w in _pieces(title)) for title in listed)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+(?:-\w+)*", text)


@cache
def _heads() -> dict[tuple[str, ...], str]:
    return {tuple(key(w) for w in _pieces(title)): _named(name) for title, name in TITLES.items()}


def _named(title: str) -> str:
    return " ".join(key(w) for w in _pieces(title))


@cache
def _anaphoric() -> frozenset[str]:
    return keys(ANAPHORIC)


@lru_cache(maxsize=1024)
def read(text: str) -> Title:
    """The function that *text* (from the noun to the end of its complement) says."""
    pieces = _pieces(text)
    folded = [key(w) for w in pieces]
    size = next((n for n in range(min(_LONGEST_HEAD, len(pieces)), 0, -1) if tuple(folded[:n]) in _heads()), 0)
    head = _heads()[tuple(folded[:size])] if size else (folded[0] if folded else "")
    qualifiers, common, names = set(), set(), set()
    link = ""
    for word, folded_word in zip(pieces[max(size, 1) :], folded[max(size, 1) :], strict=True):
        if word.lower() in _SMALL:
            link = link or _LINKS.get(word.lower(), "")
        elif word[0].isupper():
            names |= {key(part) for part in word.split("-")}
        elif link:
            common.add(folded_word)
        else:
            qualifiers.add(folded_word)
    house = _unlinked(pieces[max(size, 1) :])
    plural = "des" in pieces or "aux" in pieces
    return Title(head, frozenset(qualifiers), frozenset(common), frozenset(names), link, plural, house)


def held_in(name: str) -> str:
    """*name* of a house as `Title.complement` has it: « Commission régulation énergie »."""
    return _unlinked(_pieces(name))


def _unlinked(pieces: Iterable[str]) -> str:
    return " ".join(w for w in pieces if w.lower() not in _SMALL)


def fields(title: Title) -> frozenset[int]:
    """The fields that a function answers for: indexes in `DOMAINS`."""
    return frozenset(i for i, domain in enumerate(DOMAINS) if title.words & keys(domain))


def same_house(one: Title, other: Title) -> bool:
    """True when two complements may name one house: one within the other, or its acronym, or one of them unsaid."""
    a, b = one.house, other.house
    if not a or not b or a <= b or b <= a:
        return True
    return any(spells(w, t.complement) for w in _acronyms(one, other) for t in (one, other))


def _acronyms(*titles: Title) -> list[str]:
    return [w for t in titles for w in t.complement.split() if is_acronym(w)]
