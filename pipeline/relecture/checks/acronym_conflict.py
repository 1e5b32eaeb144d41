"""One acronym with two expansions, or an expansion whose initials say otherwise.

Reads « Nom long (SIGLE) », « SIGLE (nom long) », « SIGLE, pour nom long, », « SIGLE – nom long – » and « le nom
long, le SIGLE, », in capitals or not, between guillemets or not. Two expansions of one acronym that differ by more than an inflection are one
finding, whose evidence is both. An expansion whose initials differ from the acronym by exactly one
letter (« Réseau de transport d'électricité (RDE) »), or by two that swapped, is one too, and one expansion with two acronyms a letter apart, or
an acronym written again with two neighbouring letters swapped.

Admitted: an expansion in another language (« SMR, pour small modular reactors »), a shorter form of the
same expansion, an acronym that follows a person (a party, a club), foreign letter order (« Otan », « NATO »).
Not judged: an acronym never expanded, which house styles treat in too many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from relecture.checks.acronyms import Expansion, expansions, same_words
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.initials import slip
from relecture.checks.names import distance
from relecture.entities.gazetteer import load as load_gazetteer
from relecture.fr.acronym_words import BROUGHT_IN, IN_USE, NOT_EXPANDED
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="acronym-conflict",
    code="N03",
    family="N",
    severity=Severity.CHECK,
    title={"fr": "Sigle développé de deux façons", "en": "Acronym expanded in two ways"},
    why={
        "fr": "Un sigle n’a qu’un développement dans un article : deux versions font douter des deux.",
        "en": "An acronym has one expansion in an article: two versions cast doubt on both.",
    },
    messages={
        "default": {
            "fr": "« {acronym} » a deux développements : « {one} » et « {other} ». Lequel est le bon ?",
            "en": "“{acronym}” has two expansions: “{one}” and “{other}”. Which one is right?",
        },
        "acronyms": {
            "fr": "« {one} » a deux sigles : « {acronym} » et « {other} ». Lequel est le bon ?",
            "en": "“{one}” has two acronyms: “{acronym}” and “{other}”. Which one is right?",
        },
        "initials": {
            "fr": "Les initiales de « {one} » donnent « {expected} », pas « {acronym} » : sigle ou nom à vérifier ?",
            "en": "The initials of “{one}” give “{expected}”, not “{acronym}”: which one is wrong?",
        },
    },
    flagged=(
        "Le Syndicat des eaux de l’Ouest (SEO) a voté le budget. Pour la Société des eaux de l’Ouest (SEO), l’année sera difficile.",
        "La zone à faibles émissions (ZFE) entre en vigueur lundi. La mairie défend sa « zone à fort enjeu » (ZFE).",
        "L’Office régional de la culture (OPC) publie son bilan.",
    ),
    accepted=(
        "Le Syndicat des eaux de l’Ouest (SEO) a voté le budget. Le SEO tiendra une autre séance en mai.",
        "Les véhicules autonomes (AV) arrivent. Ces AV, pour autonomous vehicles, restent chers.",
        "Denis Larue (UDI) affrontera Sylvie Lebrun (UDI) au second tour.",
        "L’Agence de l’eau du Nord (AEN) recrute. Selon l’AEN (Agence de l’eau du Nord), trente postes sont ouverts.",
    ),
    false_positives=(
        "Deux organismes réels qui portent le même sigle et que l’article nomme tous les deux.",
        "Une traduction libre du même sigle étranger donnée de deux façons.",
    ),
)

_SHOWN = 40
#: Different expansions of one acronym that are compared; no article has more.
_COMPARED = 20


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding an acronym: its first two expansions that disagree, else a slip in its initials."""
    by_acronym: dict[str, list[Expansion]] = {}
    for expansion in expansions(article.text.prose):
        known = by_acronym.setdefault(expansion.acronym.upper(), [])
        if all(expansion.words != k.words for k in known[:_COMPARED]):
            known.append(expansion)
    doubled = list(_two_acronyms(article, settings, by_acronym))
    explained = {item.span for one in doubled for item in one.evidence}
    for found in by_acronym.values():
        pair = next((p for p in combinations(found[:_COMPARED], 2) if not same_words(*p)), None)
        if pair is not None:
            one, other = pair
            yield finding(
                RULE,
                settings,
                [evidence(article, e.span, "développement") for e in pair],
                confidence=0.9 if one.matches and other.matches else 0.85,
                acronym=one.acronym,
                one=_short(one.text),
                other=_short(other.text),
            )
            continue
        for expansion in found:
            expected = slip(expansion.words, expansion.acronym)
            if expected is not None and not (
                expansion.matches or expansion.inner or expansion.span in explained
            ):
                yield finding(
                    RULE,
                    settings,
                    [evidence(article, expansion.span, "développement")],
                    "initials",
                    confidence=0.82,
                    acronym=expansion.acronym,
                    one=_short(expansion.text),
                    expected=expected,
                )
                break
    yield from doubled
    yield from _swapped(article, settings, by_acronym)


def _two_acronyms(
    article: Article, settings: Settings, by_acronym: dict[str, list[Expansion]]
) -> Iterator[Finding]:
    """One expansion under two acronyms a slip apart; « OMS » and « WHO » are of two languages."""
    by_words: dict[tuple[str, ...], list[Expansion]] = {}
    for expansion in (e for found in by_acronym.values() for e in found):
        by_words.setdefault(tuple(w.lower() for w in expansion.words), []).append(expansion)
    for found in by_words.values():
        if len(found) > 1 and distance(found[0].acronym.upper(), found[1].acronym.upper()) == 1:
            one, other = found[:2]
            yield finding(
                RULE,
                settings,
                [evidence(article, e.span, "développement") for e in (one, other)],
                "acronyms",
                confidence=0.85,
                acronym=one.acronym,
                other=other.acronym,
                one=_short(one.text),
            )


@cache
def _bare() -> re.Pattern[str]:
    # A capital first, what stands before it checked after: the engine leaps from one to the next.
    return re.compile(r"[A-ZÉ](?<![\w-].)(?:[A-ZÉ]{2,7}|[a-zé]{3,7})(?![\w-])")


@cache
def _led() -> re.Pattern[str]:
    # « l'OFB », « à la SCEJ », « selon RTE »
    return re.compile(r"\b(?:[ld]'|(?:la|le|du|au|de|et|à|par|chez|selon|après|pour)\s)$", re.I)


def _swapped(article: Article, settings: Settings, by_acronym: dict[str, list[Expansion]]) -> Iterator[Finding]:
    """An acronym of the article with two neighbouring letters swapped: « OFB », given in full, then « OBF »."""
    prose = article.text.prose
    known = {e.acronym: e for found in by_acronym.values() for e in found if e.matches and len(e.acronym) > 2}
    by_letters = {"".join(sorted(acronym)): e for acronym, e in known.items() if "." not in acronym}
    folded = {"".join(sorted(a.lower())): e for a, e in known.items() if not a.isupper()}
    seen: set[str] = set()
    for match in _bare().finditer(prose) if known else ():
        word, span = match.group(), Span(match.start(), match.end())
        full = by_letters.get("".join(sorted(word))) or folded.get("".join(sorted(word.lower())))
        if full is None or full.acronym == word or word in seen or word.upper() in by_acronym:
            continue
        if word.isupper() != full.acronym.isupper() or distance(word.upper(), full.acronym.upper()) != 1:
            continue
        seen.add(word)
        other = word in IN_USE or word in NOT_EXPANDED or load_gazetteer().canonical(word) is not None
        led = _led().search(prose, max(0, span.start - 7), span.start) is not None
        if led and not other and not _brought_in().match(prose, span.end) and _agrees(prose, full, span):
            yield finding(
                RULE,
                settings,
                [evidence(article, full.span, "développement"), evidence(article, span, "sigle")],
                "acronyms",
                confidence=0.85,
                acronym=full.acronym,
                other=word,
                one=_short(full.text),
            )


@cache
def _brought_in() -> re.Pattern[str]:
    return re.compile(BROUGHT_IN)


@cache
def _gender() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:(?P<m>du|au|le|un)|(?P<f>la|une))\s$", re.I)


def _agrees(prose: str, full: Expansion, word: Span) -> bool:
    """False when the article before the name and the one before *word* are of two genders."""
    one, other = (_gender().search(prose, max(0, at - 5), at) for at in (full.span.start, word.start))
    return one is None or other is None or one.lastgroup == other.lastgroup


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
