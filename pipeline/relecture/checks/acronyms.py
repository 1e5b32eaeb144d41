"""Reading acronyms and what they stand for: « Nom long (SIGLE) » and its variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from relecture.checks.initials import content, initials_match, plain
from relecture.checks.landmarks import initials
from relecture.checks.prose import sentence_around
from relecture.fr.acronym_words import BOUNDARY, ENGLISH, FUNCTION, NOT_EXPANDED
from relecture.fr.name_words import FIRST_NAMES
from relecture.needles import scan
from relecture.openings import matched
from relecture.types import Span

#: Words before a parenthesis that may belong to an expansion.
_REACH = 14
#: First letters that two words of one root share.
_ROOT = 6


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym and its expansion in one place; ``matches`` when the initials agree.

    ``inner`` when the expansion begins at a capital within its noun phrase.
    """

    acronym: str
    text: str
    words: tuple[str, ...]
    span: Span
    matches: bool
    quoted: bool = False
    inner: bool = False


# Each pattern opens with a sign or a letter of a set, what stands before it checked after: the engine leaps from
# one such sign to the next.


@cache
def _before() -> re.Pattern[str]:
    # « … (SIGLE) », the name perhaps between quotation marks.
    return re.compile(r"\((?<=\s.)(?P<acronym>[A-ZÉÈ][A-Za-zÉÈ&]{1,9})\)")


@cache
def _after() -> re.Pattern[str]:
    # « SIGLE (nom long) » and « SIGLE, pour nom long, ».
    name = r"(?P<name>[^\W\d][^()\n;:.!?«»]{6,110}?)"
    return re.compile(
        rf"(?P<acronym>[A-ZÉ](?<![\w-].)[A-ZÉ]{{1,7}})(?:\s\(\s?(?:«\ |\"|“)?{name}(?:\ »|\"|”)?\s?\)"
        rf"|,\s(?:pour|soit|c'est-à-dire|(?:acronyme|sigle|abréviation)(?:\s\w+)?\s(?:de|pour))\s(?:l'|la\ |le\ |les\ )?(?:«\ |\"|“)?{name.replace('name', 'gloss')}(?:\ »|\"|”)?(?=[,.;)\n]|$))"
    )


_ARTICLE = r"(?:l'|la\ |le\ |les\ |un\ |une\ |ou\ )"


@cache
def _name_beside() -> re.Pattern[str]:
    # « la SNSM, la Société nationale de sauvetage en mer, », « le GNL – gaz naturel liquéfié – »
    return re.compile(
        rf"(?<!-)(?P<acronym>[A-ZÉ]{{3,8}})(?:,|\s[–—-])\s{_ARTICLE}{{0,2}}(?P<name>[^\W\d][^()\n,;:.!?«»–—]{{6,110}}?)(?=\s[–—-]|[,.;)\n]|$)"
    )


@cache
def _acronym_beside(mark: str) -> re.Pattern[str]:
    # « le plan local d'urbanisme, le PLU, »; begun by one sign, which the engine leaps to.
    return re.compile(rf"{mark}\s{_ARTICLE}{{1,2}}(?P<acronym>[A-ZÉ]{{3,8}})(?=\s[–—]|[,.;)\n]|$)")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*'?|\d+|[^\w\s]")


def expansions(prose: str) -> Iterator[Expansion]:
    """Every acronym of *prose* that is given with its expansion, in text order for each shape."""
    for match in scan(_before(), prose):
        if _is_acronym(match["acronym"]):
            found = _expansion_before(prose, match)
            # A party after a candidate is not expanded by the name before it.
            if found is not None and (found.matches or match["acronym"].upper() not in NOT_EXPANDED):
                yield found
    told = any(
        mark in prose
        for mark in ("(", ", pour ", ", soit ", "c'est-à-dire", ", acronyme ", ", sigle ", ", abré")
    )
    for match in matched(_after(), prose, initials(prose)) if told else ():
        group = "name" if match["name"] else "gloss"
        text = match[group]
        words = tuple(w for w in re.findall(r"[^\W\d_]+", text))
        if match["acronym"] in NOT_EXPANDED or len(content(words)) < 2:
            continue
        matches = initials_match(words, match["acronym"])
        if not matches and (group == "name" and not _starts_alike(words, match["acronym"])):
            continue
        yield Expansion(match["acronym"], text, words, Span(match.start(), match.end()), matches)
    yield from _appositions(prose)


def _appositions(prose: str) -> Iterator[Expansion]:
    """An acronym and its expansion apart by a comma: only initials that agree tell them from a list."""
    for match in matched(_name_beside(), prose, initials(prose)):
        words = tuple(re.findall(r"[^\W\d_]+", match["name"]))
        if len(content(words)) > 1 and initials_match(words, match["acronym"]):
            yield Expansion(match["acronym"], match["name"], words, Span(match.start(), match.end()), True)
    beside = (_acronym_beside(mark).finditer(prose) for mark in ",–—" if mark in prose)
    for match in chain.from_iterable(beside):
        span = Span(match.start(), match.end())
        start = max(sentence_around(prose, span).start, span.start - 160)
        tokens = list(_token().finditer(prose, start, span.start))[-2 * _REACH :]
        found = _by_initials(prose, tokens, match["acronym"], span)
        if found is not None:
            yield found


def _is_acronym(text: str) -> bool:
    capitals = sum(c.isupper() for c in text)
    return capitals >= 2 and not (text[-1] == "s" and capitals == 1) if len(text) < 4 else True


def _expansion_before(prose: str, match: re.Match[str]) -> Expansion | None:
    acronym = match["acronym"]
    end = match.start() - 1
    if prose[end - 1 : end] in {"»", "”", '"'}:
        end -= 1 + (prose[end - 2 : end - 1] == " ")
        opening = max(prose.rfind(c, max(0, end - 120), end) for c in '«“"')
        if opening < 0:
            return None
        text = prose[opening + 1 : end].strip()
        words = tuple(re.findall(r"[^\W\d_]+", text))
        if len(content(words)) < 2:
            return None
        return Expansion(acronym, text, words, Span(opening, match.end()), initials_match(words, acronym), True)
    start = sentence_around(prose, Span(end, end + 1)).start
    tokens = list(_token().finditer(prose, max(start, end - 160), end))[-2 * _REACH :]
    place = Span(end, match.end())
    return _by_initials(prose, tokens, acronym, place) or _by_boundary(prose, tokens, acronym, place)


def _by_initials(prose: str, tokens: list[re.Match[str]], acronym: str, place: Span) -> Expansion | None:
    """The shortest run of words before *place*, where the acronym stands, whose initials give it."""
    for at in range(len(tokens) - 1, -1, -1):
        if not tokens[at].group()[0].isalpha() and tokens[at].group() not in "-&":
            return None
        words = _plain(tokens[at:])
        if words and words[0].lower() not in FUNCTION and initials_match(words, acronym):
            start = tokens[at].start()
            return Expansion(acronym, prose[start : place.start], words, Span(start, place.end), True)
    return None


def _by_boundary(prose: str, tokens: list[re.Match[str]], acronym: str, place: Span) -> Expansion | None:
    """The noun phrase before the parenthesis: back to an article, a verb or a punctuation mark.

    A person's name (two capitalised words and nothing else) is no expansion.
    """
    if sum(c.isupper() for c in acronym) < 2:
        return None
    at = len(tokens)
    while at > 0 and tokens[at - 1].group()[0].isalpha() and not _stops(tokens, at - 1):
        at -= 1
    inner = False
    # « entre les mains de l'Association fédérale (AFL) »: the name begins at its capital.
    if at < len(tokens) and tokens[at].group()[0].islower():
        at = next((n for n in range(at, len(tokens)) if tokens[n].group()[0] == acronym[0]), at)
        inner = tokens[at].group()[0].isupper()
    words = _plain(tokens[at:])
    told = content(words)
    if not 2 <= len(told) <= 8 or words[0].lower() in FUNCTION:
        return None
    if all(w[0].isupper() for w in told) or (
        words[0][0].isupper() and told[1][0].isupper() and not _body(tokens, at)
    ):
        return None
    start = tokens[at].start()
    return Expansion(acronym, prose[start : place.start], words, Span(start, place.end), False, inner=inner)


def _body(tokens: list[re.Match[str]], at: int) -> bool:
    """« le Haut Conseil de la santé », but not « Jean Roy, député »: an article stands before, and no first name begins it."""
    led = at > 0 and tokens[at - 1].group().rstrip("'").lower() in {"le", "la", "l", "du", "au", "un", "une"}
    return led and tokens[at].group() not in FIRST_NAMES


def _stops(tokens: list[re.Match[str]], at: int) -> bool:
    """True when the token at *at* bounds a noun phrase; « de l' », « à la » stay inside it."""
    word = tokens[at].group().rstrip("'").lower()
    if word not in BOUNDARY:
        return False
    inside = at > 0 and tokens[at - 1].group().rstrip("'").lower() in {
        "de",
        "à",
        "pour",
        "sur",
        "et",
        "par",
        "dans",
    }
    return not (inside and word in {"le", "la", "les", "l", "un", "une"})


def _plain(tokens: list[re.Match[str]]) -> tuple[str, ...]:
    return tuple(part for t in tokens for part in re.findall(r"[^\W\d_]+", t.group()))


def _starts_alike(words: tuple[str, ...], acronym: str) -> bool:
    return words[0][0].upper() == acronym[0] and words[0][0].isupper()


def _stems(expansion: Expansion) -> list[str]:
    """Content words without accents nor inflection (plural, « -ale » / « -aux »)."""
    return [re.sub(r"(?:aux|ales|ale|al|es|s|x|e)$", "", plain(w)) for w in content(expansion.words)]


def same_words(one: Expansion, other: Expansion) -> bool:
    """True when two expansions may stand for the same thing.

    The same words but for inflection; one a part of the other; one in English; or, when the initials of
    neither agree, too little in common to be two readings of one acronym (a party after two candidates).
    """
    first, second = _stems(one), _stems(other)
    shorter, longer = sorted((first, second), key=len)
    if shorter == longer or longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter:
        return True
    if len(first) == len(second) and all(a[:_ROOT] == b[:_ROOT] for a, b in zip(first, second, strict=True)):
        return True  # « parti travailliste », « Parti des travailleurs »
    if any(w.lower() in ENGLISH or w.endswith("ing") for e in (one, other) for w in e.words):
        # A translation has a root in common, or other initials: « power purchase agreement » is no « prix plafonné annuel ».
        return not (one.matches and other.matches) or any(a[:3] == b[:3] for a in first for b in second)
    if one.matches and other.matches:
        return False
    if one.matches != other.matches:
        return first[0][:1] != second[0][:1]
    return not any(a[:4] == b[:4] for a in first for b in second)
