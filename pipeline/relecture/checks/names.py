"""People's and firms' names as capitalised words, read without the model; and how near two spellings are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from relecture.checks.landmarks import CAPITAL, capitals
from relecture.checks.prose import sentences
from relecture.entities.peoples import inhabitants
from relecture.fr.name_words import CIVILITIES, NOT_NAMES, PARTICLES
from relecture.memo import kept
from relecture.openings import matched
from relecture.types import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: ``words`` without particles, ``civil`` when a civility precedes.

    ``opens`` is true for a single word at the head of a sentence, which may be no name at all.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    civil: bool = False
    opens: bool = False

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]


class Forms(dict[tuple[str, ...], list[Name]]):
    """The names of an article by their words, in text order."""

    def __init__(self, found: Iterable[Name]) -> None:
        super().__init__()
        for name in found:
            self.setdefault(name.words, []).append(name)

    @cached_property
    def in_several(self) -> Counter[str]:
        """How many forms of several words hold each word."""
        return Counter(word for form in self if len(form) > 1 for word in set(form))


@cache
def word_pattern() -> str:
    """The source of a pattern that matches one capitalised word of a name, hyphens and apostrophes included."""
    return rf"(?:[DO]'(?=[{CAPITAL}]))?[{CAPITAL}][\w]+(?:[-'][\w]+)*"


@cache
def _one_word() -> re.Pattern[str]:
    return re.compile(word_pattern())


@cache
def full_pattern() -> str:
    """The source of a pattern for a full name: first name, particles, one to three more words."""
    particle = "|".join(re.escape(p) + ("" if p.endswith("'") else r"\s") for p in PARTICLES)
    word = word_pattern()
    return rf"{word}(?:\s(?:{particle}){{0,2}}{word}){{1,3}}"


@cache
def _run() -> re.Pattern[str]:
    civility = "|".join(map(re.escape, CIVILITIES))
    particle = "|".join(re.escape(p) + ("" if p.endswith("'") else r"\ ") for p in PARTICLES)
    word = word_pattern()
    return re.compile(
        rf"(?<![\w@#/.])(?P<civil>(?:{civility})\ )?(?P<name>{word}(?:\ (?:{particle})?{word}){{0,4}})(?![\w@])"
    )


@cache
def _capital_particle() -> re.Pattern[str]:
    return re.compile(r"(?:Van|Von)\s(?:de[nr]?|het|'t)\s")


@kept
def names(prose: str) -> tuple[Name, ...]:
    """Every run of capitalised words of *prose*, words that only open a sentence left out."""
    starts = _openings(prose)
    found = []
    for match in matched(_run(), prose, capitals(prose)):
        start, end = match.span("name")
        text = match["name"]
        civil = bool(match["civil"])
        if text in NOT_NAMES and not civil:
            continue
        words = _one_word().findall(text)
        while words and words[0] in NOT_NAMES and not civil:
            civil = words[0] in CIVILITIES  # « Pour Mme Roy »
            start = prose.index(words[0], start, end) + len(words[0])
            words = words[1:]
        if len(words) > 1 and words[0] in inhabitants():  # « le Serbe Novak Djokovic »
            after = prose.index(words[0], start, end) + len(words[0]) + 1
            if prose.startswith(words[1], after):
                start, words = after, words[1:]
        if (
            civil
            and len(words) > 1
            and _capital_particle().match(prose, start + (prose[start : start + 1] == " "))
        ):
            words = words[1:]  # « Mme Van der Molen » is « Anneke van der Molen »
        start = prose.index(words[0], start, end) if words else end
        if words and start < end:
            first = start in starts and len(words) == 1 and not civil
            found.append(Name(Span(start, end), prose[start:end], tuple(words), civil, first))
    return tuple(found)


def without_opening(name: str) -> str | None:
    """*name* without the words that only open a sentence (« Selon Luc Roy »); ``None`` when nothing is left."""
    words = name.split()
    while words and words[0] in NOT_NAMES:
        words = words[1:]
    return " ".join(words) if words else None


@cache
def _quoting() -> re.Pattern[str]:
    return re.compile(r"[«“\":]\s?")


def _openings(prose: str) -> frozenset[int]:
    """Offsets of the first letter of every sentence and of every quotation."""
    heads = set()
    for sentence in sentences(prose):
        at = sentence.start
        while at < sentence.end and prose[at] in "«»“\"'([—–- \u00a0":
            at += 1
        heads.add(at)
    heads |= {m.end() for m in _quoting().finditer(prose)}
    return frozenset(heads)


_ACCENTS = str.maketrans(
    "àâäáãåăąéèêëěęîïíìôöóòõøőûüúùůűçñńščćžžżłśşșğřťţțďýÿ",
    "aaaaaaaaeeeeeeiiiiooooooouuuuuucnnscczzzlsssgrtttdyy",
) | str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=4096)
def unaccented(word: str) -> str:
    """*word* in lower case without accents."""
    low = word.lower()
    return low if low.isascii() else low.translate(_ACCENTS)


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """*word* in lower case without accents nor hyphens."""
    return unaccented(word).replace("-", " ")


#: Spellings that sound alike in French, applied in order to a bare word.
_SOUNDS = (
    (r"(?<=[oe]v)it?ch?$", "iS"), (r"e?au(?:l?[dtx]|lts|ds|ts)?$", "o"),
    (r"ks|cs", "s"), (r"sch|sh|ch|tch", "S"), (r"ck|qu|k|c(?![eiy])", "k"), (r"c(?=[eiy])|ss|tz|z|x", "s"), (r"ph|v|w", "f"),
    (r"th|dt", "t"), (r"gu(?=[eiy])|gh", "g"), (r"eau|au|oo|ou|u|w", "o"), (r"ae|oe|ai|ei|ay|ey", "e"), (r"y|j|ij", "i"),
    (r"h", ""), (r"(.)\1+", r"\1"), (r"(?<=\w\w\w)[estdx]$", ""), (r"en|em|am", "an"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A rough phonetic key: two spellings with one key would be said the same by a French reader."""
    key = bare(word)
    for pattern, replacement in _SOUNDS:
        key = re.sub(pattern, replacement, key)
    return key


#: A word this long is still the same name two slips away.
_LONG = 8


def distance(one: str, other: str, limit: int = 3) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words; *limit* + 1 when there are more.

    Optimal string alignment (Damerau 1964), row by row.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > limit:
            return limit + 1
    return row[-1]


_INFLECTIONS = (
    "s", "e", "es", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ien", "iens", "ienne", "ais", "aise", "ois", "oise", "in", "ins", "ine",
)  # fmt: skip

#: No feminine is made by adding « e » to these: « Framatom » is no masculine of « Framatome ».
_NO_FEMININE = frozenset("bcfghjkmpqvwxz")


@lru_cache(maxsize=1024)
def inflected(one: str, other: str) -> bool:
    """True when one word is the other with a grammatical or derivational ending."""
    if re.search(r"[a-zà-ÿ][A-Z]", one + " " + other):
        return False  # « TotalEnergies »: a brand is not inflected
    shorter, longer = sorted((bare(one).rstrip("s"), bare(other).rstrip("s")), key=len)
    if shorter == longer:
        return True
    if longer.startswith(shorter) and longer[len(shorter) :] in _INFLECTIONS:
        return longer[len(shorter) :] != "e" or shorter[-1] not in _NO_FEMININE
    if (shorter.endswith("ie") and longer[:-1] == shorter) or longer[:-2] == shorter:
        return longer.endswith(("n", "ns", "nne"))  # « Australie », « Australien »
    stem = re.sub(
        r"(?:aux|al|ale|ales|eurs?|euses?|trices?|teurs?|iens?|iennes?|ains?|aines?|ois|oises?|ais|aises?|es?|s)$",
        "",
        shorter,
    )
    return len(stem) >= 3 and any(
        longer == stem + end
        for end in (
            "ienne",
            "ien",
            "aine",
            "ain",
            "oise",
            "ois",
            "aise",
            "ais",
            "euse",
            "eur",
            "trice",
            "teur",
            "aux",
            "ale",
            "al",
        )
    )


def near(one: str, other: str) -> bool:
    """True when two different words are likely spellings of one name: one slip apart, or said the same."""
    if one == other or bare(one) == bare(other):
        return (
            one != other
            and one.lower() != other.lower()
            and bare(one[0]) == bare(other[0])
            and one[1:] != other[1:]
        )
    if inflected(one, other) or min(len(one), len(other)) < 4:
        return False
    said_alike = min(len(one), len(other)) >= 5 and sound(one) == sound(other)
    most = 3 if said_alike else 1
    return distance(bare(one), bare(other), most) <= most


def two_slips(one: str, other: str) -> bool:
    """True for two long words with one beginning and one end, two edits apart: « Hautecour », « Hauchecour »."""
    a, b = bare(one), bare(other)
    alike = a[:3] == b[:3] and a[-2:] == b[-2:]
    return min(len(a), len(b)) >= _LONG and alike and not inflected(one, other) and distance(a, b) == 2


def vowels_apart(one: str, other: str) -> bool:
    """True for the same consonants around two other vowels: « Kirsten », « Kerstin »."""
    if min(len(one), len(other)) < 5 or distance(bare(one), bare(other)) > 2:
        return False
    return len({re.sub(r"[aeiouy]", "", bare(word)) for word in (one, other)}) == 1


def undoubled(word: str) -> str:
    """*word* with every doubled letter written once."""
    return re.sub(r"(.)\1+", r"\1", word)


def gendered(one: str, other: str) -> bool:
    """True when two first names are the masculine and the feminine of one: « Mario », « Maria », « Amin », « Amina »."""
    a, b = sorted((bare(one), bare(other)), key=len)
    if len(a) == len(b):
        return a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"}
    return b in {a + "a", a + "e", a + a[-1] + "a", a + a[-1] + "e"}
