"""The initials of a long name, and whether an acronym takes its letters from them."""

from __future__ import annotations

from functools import cache

from relecture.fr.acronym_words import FUNCTION


def content(words: tuple[str, ...]) -> tuple[str, ...]:
    """*words* without the small ones."""
    return tuple(w for w in words if w.lower() not in FUNCTION)


def initials_match(words: tuple[str, ...], acronym: str) -> bool:
    """True when *acronym* takes its letters, in order, from the initials of *words*.

    Function words may give theirs or not; every other word gives its initial and, in acronyms made of
    syllables (« Ademe », « Insee »), may give the letters that follow.
    """
    letters = [c for c in plain(acronym) if c.isalpha()]
    return bool(letters) and _align(tuple(plain(w) for w in words), tuple(letters), 0, 0)


def _align(words: tuple[str, ...], letters: tuple[str, ...], at: int, used: int) -> bool:
    if used == len(letters):
        return all(w in _small() for w in words[at:])
    if at == len(words):
        return False
    word = words[at]
    if word in _small() and _align(words, letters, at + 1, used):
        return True
    if word[0] != letters[used]:
        return False
    size = 1
    while True:
        if _align(words, letters, at + 1, used + size):
            return True
        # Following letters of the same word, two at most: « Unesco », « Benelux » take syllables.
        if size == 3 or size == len(word) or used + size == len(letters) or word[size] != letters[used + size]:
            return False
        size += 1


_ACCENTS = str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc")


def plain(text: str) -> str:
    """*text* in lower case, without accents."""
    return text.lower().translate(_ACCENTS)


@cache
def _small() -> frozenset[str]:
    """Function words without their accents, as the words they are compared with."""
    return frozenset(map(plain, FUNCTION))


def slip(words: tuple[str, ...], acronym: str) -> str | None:
    """The acronym that the initials of *words* give, when it is *acronym* but for a letter or for two that swapped."""
    told = content(words)
    initials = "".join(plain(w)[0] for w in told).upper()
    written = plain(acronym).upper()
    if initials == written or len(initials) != len(written) or len(written) < 3:
        return None
    if sorted(initials) == sorted(written):
        return initials if _swapped(words, told, initials, written) else None
    different = sum(a != b for a, b in zip(initials, written, strict=True))
    return initials if different == 1 and told[0][0].isupper() else None


def _swapped(words: tuple[str, ...], told: tuple[str, ...], initials: str, acronym: str) -> bool:
    """True for two neighbouring letters in each other's place, where no other language's order explains it.

    What comes first in French comes last in English (« LEZ »), but for an adjective (« Conseil européen de la
    recherche (ERC) »).
    """
    at = next(n for n, (a, b) in enumerate(zip(initials, acronym, strict=True)) if a != b)
    if initials[at : at + 2] != acronym[at : at + 2][::-1] or initials[at + 2 :] != acronym[at + 2 :]:
        return False
    return at > 0 or words.index(told[1]) > words.index(told[0]) + 1
