"""The head noun of a count: « 80 éoliennes », « 2,5 milliards de requêtes »; never a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from relecture.quantities.surfaces import names as unit_names
from relecture.quantities.table import data, key

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\d?(?![\w])")
_OF = re.compile(r" (?:de |d')")
_MORE = re.compile(r"(?:plus|moins) (?=[^\W\d_]+[sx] [^\W\d_]+[sx]\b)", re.I)
_PLURALS = (("aux", "al"), ("eux", "eu"))
_SAME = frozenset("pays fois cas mois corps repas bras temps gens voix prix choix poids".split())
_KEEP_AUX = frozenset(
    """
    eaux bateaux réseaux tableaux niveaux panneaux barreaux bureaux
    """.split()
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun at ``start``..``end``; ``lemma`` is a naive singular."""

    start: int
    end: int
    text: str
    lemma: str


@dataclass(frozen=True)
class _Lexicon:
    not_nouns: frozenset[str]
    adjectives: frozenset[str]
    invariable: frozenset[str]
    not_after_scale: frozenset[str]
    amounts: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw = data("nouns.toml")
    return _Lexicon(
        *(
            frozenset(raw[k].split())
            for k in ("not_nouns", "adjectives", "invariable", "not_after_scale", "amounts")
        )
    )


def read_noun(text: str, at: int, *, of: bool, single: bool = False) -> Noun | None:
    """The noun counted by a number that ends at *at*.

    *of* asks for « de » before it (« millions de »); *single* allows a singular (« 1,8 enfant »).
    """
    link = _OF.match(text, at) if of else None
    if of and link is None:
        return None
    start = link.end() if link else at + 1
    if link is None and text[at : at + 1] != " ":
        return None
    lexicon = _lexicon()
    word = _head(text, start, lexicon)
    if word is None:
        return None
    if single and not of and word[0].islower() and len(word[0]) > 3 and word[0] not in lexicon.not_nouns:
        return Noun(word.start(), word.end(), word[0], word[0])
    accepted = word[0].lower() not in lexicon.not_after_scale if of else _is_noun(word[0], lexicon)
    return Noun(word.start(), word.end(), word[0], singular(word[0])) if accepted else None


def _head(text: str, start: int, lexicon: _Lexicon) -> re.Match[str] | None:
    """The noun at *start*, adjectives skipped; the last of them where no noun follows (« 8 autres »)."""
    more = _MORE.match(text, start)  # « les deux plus grosses enveloppes »
    word = _WORD.match(text, more.end() if more else start)
    for _ in range(2):
        if word is None or word[0].lower() not in lexicon.adjectives:
            break
        following = _WORD.match(text, word.end() + 1) if text.startswith(" ", word.end()) else None
        if following is None or not (_is_noun(following[0], lexicon) or following[0] in lexicon.adjectives):
            break
        word = following
    return word


def _is_noun(word: str, lexicon: _Lexicon) -> bool:
    if word in lexicon.invariable:
        return True
    low = word.lower()
    if len(low) < 3 or low in lexicon.not_nouns:
        return False
    if word[0].isupper() and any(s.unit.dimension == "time" for s in unit_names().get(key(word), ())):
        return False  # « la guerre de Cent Ans », a name
    return low[-1] in "sxz" and not (low.endswith("ez") and len(low) > 4)


def means_money(noun: Noun) -> bool:
    """True for what millions of are an amount (« 1,8 million de frais », « 21 millions d'aides »)."""
    return noun.text.lower() in _lexicon().amounts


def singular(noun: str) -> str:
    """A naive singular (« foyers » gives « foyer », « journaux » « journal »); capitals are kept."""
    low = noun.lower()
    if noun[:1].isupper() or low in _SAME:
        return noun
    if low.endswith("eaux") or low in _KEEP_AUX:
        return noun[:-1]
    for many, one in _PLURALS:
        if low.endswith(many):
            return noun[: -len(many)] + one
    return noun[:-1] if low[-1:] in "sx" and not low.endswith(("ss", "us", "is")) else noun
