"""The score of one match told twice: « a battu Le Havre 3-1… Ce succès 2-1 », or a headline's and the body's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.needles import scan
from relecture.relations.amounts import Amount, Shape
from relecture.types import Article, SegmentRole, Span

Pair = tuple[int, int]
_SCORE = r"(?<![\w,.:/-])(?P<a>\d{1,3})-(?P<b>\d{1,3})(?![\w/:]|-|[,.]\d)"
_WORDS = "zéro un deux trois quatre cinq six sept huit neuf dix".split()
#: What ends with a final score.
_WON = (
    r"\b(?:battue?s?|bat(?:tent)?|dominée?s?|domine(?:nt|r)?|battre|vaincre|vaincue?s?|écras\w+|impos\w+|inclin\w+|l'emporte\w*|emportée?s?|gagnée?s?|gagne(?:nt)?|perdue?s?|perd(?:ent)?|victoire|défaite"
    r"|succès|revers|match nul|nul|quittée?s?|battant|dominant|renvers\w+|corrig\w+|surclass\w+|dispos\w+|qualifi\w+|étrill\w+|surpris\w*|défai\w*|terrass\w+|s'en (?:sort|tire)\w*|score|domicile)\b"
)
#: A score that is not the last one of the match.
_PARTIAL = (
    r"\b(?:pause|mi-temps|menée?s?|menai\w*|mène\w*|repos|alors que|quand|égalis\w+|ouv\w+ le score|sets?|manches?|jeux|tirs? au but|tab|prolongations?|aller|retour|cumul\w*"
    r"|tiers-temps|quart-temps|période|barrages?|série|confrontations?|précédent\w*|l'an dernier|saison (?:dernière|passée)|novembre|janvier)\b"
)
_TAKEN_UP = (
    r"\b(?:[Cc]e|[Cc]et|[Cc]ette) (?:\w+ )?(?:succès|victoire|revers|défaite|score|résultat|nul|match nul|large succès|court succès|partage des points)"
    r"(?: [^\W\d]+)?(?: (?:sur le score )?(?:de |d'))? ?\(?$"
    r"|\b[Cc]e $|(?:^|[.!?»]\s+|\n)(?:(?:[Bb]attu|[Vv]aincu|[Dd]éfait|[Dd]ominé|[Éé]crasé|[Ss]urclassé|[Éé]trillé|[Tt]errassé|[Cc]orrigé|[Vv]ainqueur|[Vv]ictorieux|[Vv]ictorieuse)e?s?|[Bb]attus|[Ss]'imposant|[Ss]'inclinant) $"
)
#: How far the second telling may stand, in characters.
_NEAR = 500


def read(article: Article) -> Iterator[tuple[str, Amount, Amount]]:
    """The scores of one match that differ: the form of the link, and the two."""
    prose = article.text.prose
    if not any(map(prose.__contains__, ("-", " à "))):
        return
    found = [m for m in _score().finditer(prose) if _goals(m["a"]) < 200 and _goals(m["b"]) < 200]
    if found:
        found.extend(scan(_spelt(), prose))
        found.sort(key=lambda m: m.start())
    if len(found) < 2:
        return
    if any(_listed().match(prose, m.end()) for m in found):  # « 6-4, 6-3 »
        return
    yield from _headline(article, prose, found)
    for n, later in enumerate(found):
        lead = (prose, max(0, later.start() - 60), later.start())
        if not _again().search(*lead) and not (_named().search(*lead) and _said().match(prose, later.end())):
            continue
        if _partial().search(prose, later.end(), min(_line(prose, later)[1], later.end() + 25)):
            continue  # « Battus 27-16 au match aller »
        before = [m for m in found[:n] if later.start() - m.end() < _NEAR]
        final = [m for m in before if _final(prose, m)]
        if final and _pair(later) not in {_pair(m) for m in before} and len({_pair(m) for m in final}) == 1:
            yield "anaphora", _amount(final[-1]), _amount(later)


def _headline(article: Article, prose: str, found: list[re.Match[str]]) -> Iterator[tuple[str, Amount, Amount]]:
    titles = [s.span for s in article.text.segments if s.role is SegmentRole.HEADLINE and not s.masked]
    above = [m for m in found if any(t.start <= m.start() < t.end for t in titles)]
    below = [m for m in found if m not in above]
    if len(above) != 1 or not below or not _final(prose, below[0]) or below[0].start() - above[0].end() > _NEAR:
        return
    if _pair(above[0]) not in {_pair(m) for m in below} and not _partial().search(
        prose, *_line(prose, above[0])
    ):
        yield "headline", _amount(above[0]), _amount(below[0])


def _final(prose: str, score: re.Match[str]) -> bool:
    """True for a score that comes with a win or a loss, and not with a stage of the match."""
    start, end = _line(prose, score)
    beaten = _beaten().search(prose, max(start, score.start() - 40), score.start())
    if beaten and not _partial().search(prose, score.end(), min(end, score.end() + 25)):
        return True
    own = next((m for m in reversed([*_won().finditer(prose, start, score.start())])), None)
    if own and not _stage().search(prose, own.start(), score.start()):
        comma = prose.find(",", score.end(), end)
        if not _partial().search(prose, own.start(), min(end if comma < 0 else comma, score.end() + 25)):
            return True
    clause = prose[max(start, score.start() - 70) : min(end, score.end() + 25)]
    told = _won().search(prose, max(start, score.start() - 90), score.start())
    return told is not None and not _partial().search(re.split(r", (?=[A-ZÀ-Ý])", clause)[-1])


def _line(prose: str, score: re.Match[str]) -> tuple[int, int]:
    """The bounds of the sentence of *score*."""
    start = max(prose.rfind(mark, 0, score.start()) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := prose.find(mark, score.end())) >= 0]
    return start, min(ends, default=len(prose))


def _pair(score: re.Match[str]) -> Pair:
    one, other = _goals(score["a"]), _goals(score["b"])
    return (one, other) if one >= other else (other, one)


def _amount(score: re.Match[str]) -> Amount:
    one = Decimal(1)
    return Amount(
        id=f"{score.start()}-{score.end()}",
        span=Span(*score.span()),
        shape=Shape.BARE,
        value=Decimal(_goals(score["a"])),
        ulp=one,
        zeros=one,
    )


def _goals(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS.index(written.lower())


@cache
def _spelt() -> re.Pattern[str]:
    number = rf"\d{{1,3}}|{'|'.join(_WORDS)}"
    return re.compile(rf"\b(?P<a>{number}) (?:buts? |(?<=score de . )|(?<=score de .. ))à (?P<b>{number})\b")


@cache
def _beaten() -> re.Pattern[str]:
    """Right before a score, what makes it the last one of the match."""
    return re.compile(
        r"\b(?:l'emport\w+|s'(?:est |sont |était )?impos\w+|(?:s'(?:est |sont )?)inclin\w+|battue?s?|vaincue?s?|gagn\w+|perd\w*|victoire|défaite|succès|revers)(?: [^\W\d]+){0,2} \(?$"
    )


@cache
def _score() -> re.Pattern[str]:
    return re.compile(_SCORE)


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r",? (?:et )?\d{1,2}-\d")


@cache
def _won() -> re.Pattern[str]:
    return re.compile(_WON)


@cache
def _partial() -> re.Pattern[str]:
    return re.compile(_PARTIAL)


@cache
def _again() -> re.Pattern[str]:
    return re.compile(_TAKEN_UP)


@cache
def _named() -> re.Pattern[str]:
    """A sentence without a verb takes the match up: « Une victoire 2-0 qui fait du bien »."""
    return re.compile(
        r"(?:^|[.!?»]\s+|\n)Une? (?:\w+ )?(?:succès|victoire|revers|défaite|nul|match nul) (?:[^\W\d]+ )?$"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile(r",? (?:qui|dont|synonyme|logique|mérité|précieu)")


@cache
def _stage() -> re.Pattern[str]:
    """What keeps a score from being that of the win before it: another score, another clause."""
    return re.compile(r"\d-\d|,")
