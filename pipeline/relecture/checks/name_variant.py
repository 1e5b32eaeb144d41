"""One name spelt in two ways.

Compares the capitalised names of the article, whether the model saw them or not. Two spellings are one
name when they are one slip apart or sound alike, and when the text ties them together: the same other
words around (« Lucie Roesch », « Lucie Roesh »), a full name and a surname that takes it up (« Mme
Roesh »), or, for a long single word, the mere rarity of the coincidence (« Framatome », « Framatom »).
So are names of the same letters with other spaces or hyphens (« Le Goff », « Legoff », « Aix-en-Provence », « Aix en
Provence »), and a second first name of which the text says nothing else (« la députée Clara Roy », « plaide Claire Roy »).

Admitted: two known first names (« Jean », « Jeanne »), two people with different first names, inflected
and derived words (« Italie », « Italien »), the accent of a capital (« Energie », « Énergie »), capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.first_names import renamed
from relecture.checks.hyphenation import hyphenation
from relecture.checks.kin_names import kin_spelt
from relecture.checks.lone_names import lone, transcribed
from relecture.checks.names import (
    Forms,
    Name,
    bare,
    distance,
    gendered,
    inflected,
    names,
    near,
    unaccented,
    vowels_apart,
)
from relecture.checks.prose import sentence_around
from relecture.checks.respelt import respelt
from relecture.checks.surnames import is_person, labels, seen, taken_up
from relecture.checks.turned_names import turned
from relecture.fr.name_words import DISTINCT, FIRST_NAME_SPELLINGS, FIRST_NAMES, KIN
from relecture.settings import Settings
from relecture.types import Article, Finding, Label, Severity, Span

RULE = Rule(
    slug="name-variant",
    code="N01",
    family="N",
    severity=Severity.WARNING,
    title={"fr": "Nom propre orthographié de deux façons", "en": "Name spelt in two ways"},
    why={
        "fr": "Deux graphies si proches dans un même article désignent presque toujours la même personne ou la même maison.",
        "en": "Two spellings so close in one article almost always mean the same person or firm.",
    },
    messages={
        "default": {
            "fr": "« {one} » ({n_one} fois) et « {other} » ({n_other} fois) : est-ce le même nom ?",
            "en": "“{one}” ({n_one}×) and “{other}” ({n_other}×): is this the same name?",
        },
    },
    flagged=(
        "La navigatrice Anaïs Kermorvan a pris la tête. À la mi-journée, Anaïs Kermorvant comptait dix milles d’avance.",
        "Le chercheur Paul Wiesner a vérifié les mesures. « C’est net », assure M. Weisner.",
        "L’usine Valortec recrute. À Dole, Valotrec compte déjà trois cents salariés.",
    ),
    accepted=(
        "Jean Dupont et sa fille Jeanne Dupont tiennent la boutique.",
        "Le chercheur Paul Wiesner a vérifié les mesures. « C’est net », assure M. Wiesner.",
        "L’Italie et les Italiens, la Norvège et les Norvégiens, Martine et Martin.",
        "La Société générale a publié ses comptes, la société Generali aussi.",
    ),
    false_positives=(
        "Deux personnes réelles au prénom identique et au nom presque identique.",
        "Deux communes ou deux marques voisines d’une lettre.",
    ),
)

#: Two people named together stand this near, in characters.
_CLOSE = 24
_BY_INITIAL, _BY_REST = "initial", "rest"
#: Surnames behind one first name are compared from this length on, those two slips apart from that one.
_SURNAME, _LONG_SURNAME = 5, 7
#: First names this long are seldom one letter apart within a family.
_LONG_FIRST = 6


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a pair of spellings, the rarer one as the suspect; pairs that share a word are merged."""
    prose = article.text.prose
    found = names(prose)
    by_form = Forms(found)
    reported: set[frozenset[str]] = set()
    for one, other in turned(by_form):
        first, second = by_form[one], by_form[other]
        if seen(article, [*first, *second]) and not _beside(prose, first, second):
            yield _variant(article, settings, _spelling(one, first), _spelling(other, second))
    for one, other in _pairs(by_form):
        pair = _same_name(article, by_form, one, other)
        if pair is None or frozenset(pair) in reported or any(set(pair) <= family for family in DISTINCT):
            continue
        # « Mme Marchand et M. Marchant » are two people, whichever of them is Luc Marchant.
        alone = [[n for n in by_form.get((word,), []) if n.civil] for word in pair]
        if _beside(prose, by_form[one], by_form[other]) or _beside(prose, *alone):
            continue
        reported.add(frozenset(pair))
        usual, rare = sorted((one, other), key=lambda form: -_count(by_form, form, pair))
        yield _variant(
            article,
            settings,
            _spelling(usual, by_form[usual], _count(by_form, usual, pair)),
            _spelling(rare, by_form[rare], _count(by_form, rare, pair)),
        )
    for first, second in respelt(
        found, lambda name: is_person(article, [name], name.words), lambda mentions: labels(article, mentions)
    ):
        told = any(pair & {*first[0].words} and pair & {*second[0].words} for pair in reported)
        if not told and not _beside(prose, first, second):
            yield _variant(article, settings, _as_written(first), _as_written(second))
    for mine, theirs in kin_spelt(prose, found):
        if frozenset((mine.surname, theirs.surname)) not in reported:
            yield _variant(article, settings, _as_written([mine]), _as_written([theirs]))
    for hyphened, written, same, spans in hyphenation(prose, found):
        yield _variant(article, settings, (hyphened, same, len(same)), (written, spans, len(spans)))
    for one, other in renamed(prose, by_form):
        first, second = by_form[one], by_form[other]
        if not _beside(prose, first, second):
            yield _variant(article, settings, _spelling(one, first), _spelling(other, second))


#: A spelling as shown, where it stands, how often.
_Spelling = tuple[str, list[Span], int]


def _spelling(form: tuple[str, ...], mentions: list[Name], count: int | None = None) -> _Spelling:
    return " ".join(form), [n.span for n in mentions], len(mentions) if count is None else count


def _as_written(mentions: list[Name]) -> _Spelling:
    return mentions[0].text, [n.span for n in mentions], len(mentions)


def _variant(article: Article, settings: Settings, usual: _Spelling, rare: _Spelling) -> Finding:
    """The finding on *rare*, every mention of it, beside the first of *usual*."""
    return finding(
        RULE,
        settings,
        [evidence(article, usual[1][0], "nom")] + [evidence(article, span, "variante") for span in rare[1]],
        confidence=0.9,
        one=usual[0],
        other=rare[0],
        n_one=usual[2],
        n_other=rare[2],
    )


def _pairs(by_form: Forms) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of forms worth a look: the same words but one, or last words with one initial."""
    groups: dict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    for form in by_form:
        if len(form) > 1:
            plain = tuple(map(unaccented, form))
            for at in range(len(form)):
                groups[(len(form), at, *plain[:at], *plain[at + 1 :])].append(form)
        last = bare(form[-1])
        groups[_BY_INITIAL, last[:1]].append(form)
        groups[_BY_REST, last[1:]].append(form)
    for key, forms in groups.items():
        for one, other in combinations(forms, 2) if len(forms) > 1 else ():
            if key[0] not in {_BY_INITIAL, _BY_REST} or (
                _tails_one(one, other)
                and abs(len(one[-1]) - len(other[-1])) <= 3
                and (key[0] == _BY_INITIAL or bare(one[-1])[:1] != bare(other[-1])[:1])
            ):
                yield one, other


def _tails_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when the shorter form may be the surname that ends the longer: one word, or the same words but the last."""
    short, full = sorted((one, other), key=len)
    return len(short) == 1 or (len(short) < len(full) and short[:-1] == full[-len(short) : -1])


def _count(by_form: Forms, form: tuple[str, ...], pair: tuple[str, str]) -> int:
    """How often the spelling that *form* uses, of the two of *pair*, is written in the article."""
    word = next(w for w in form if w in pair)
    return sum(len(found) for words, found in by_form.items() if word in words)


def _same_name(
    article: Article, by_form: Forms, one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, str] | None:
    """The two words that are spellings of one, when the text ties the forms *one* and *other* together."""
    if len(one) == len(other) == 1:
        return lone(article, by_form, one[0], other[0])
    if len(one) == len(other):
        both = [*by_form[one], *by_form[other]]
        person = unaccented(one[0]) == unaccented(other[0]) and is_person(article, both, one)
        return _parallel(one, other, person=person, body=labels(article, both) == {Label.ORG})
    short, full = sorted((one, other), key=len)
    if len(full) <= 4:
        return taken_up(article, by_form, short, full)
    return None


def _parallel(
    one: tuple[str, ...], other: tuple[str, ...], *, person: bool, body: bool
) -> tuple[str, str] | None:
    """Forms of several words that differ by one."""
    odd = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    # « Joël Guénec », « Joel Guennec »: the accent is the lesser of two slips.
    odd = [(a, b) for a, b in odd if bare(a) != bare(b)] or odd
    if len(odd) != 1:
        return None
    a, b = odd[0]
    if _turned_first(one[0], a, b):
        return a, b
    if one[0] == a and any({a, b} <= family for family in FIRST_NAME_SPELLINGS):
        return a, b
    if one[0] == a and (gendered(a, b) or ({a, b} <= FIRST_NAMES and not _one_slip(a, b))):
        return None
    alike = near(a, b) or transcribed(a, b) or (vowels_apart(a, b) and not inflected(a, b))
    # A surname has no plural, nor has « Agricole » behind one « Crédit » a masculine.
    alike = alike or (person and _surnames_alike(a, b)) or (body and one[0] != a and _ended_otherwise(a, b))
    return (a, b) if alike and not a.isupper() and not b.isupper() else None


def _turned_first(first: str, one: str, other: str) -> bool:
    """True for « Anne-Marie » and « Marie-Anne » before one surname."""
    return first == one and "-" in one and one.split("-")[::-1] == other.split("-") and one != other


def _surnames_alike(one: str, other: str) -> bool:
    """True for surnames behind one first name that are one slip apart, or two when they are long and begin alike."""
    a, b = bare(one), bare(other)
    apart = distance(a, b, 2)
    shortest = min(len(a), len(b))
    return (apart == 1 and shortest >= _SURNAME) or (
        apart == 2
        and ((shortest >= _LONG_SURNAME and a[:4] == b[:4]) or (shortest >= _SURNAME and inflected(one, other)))
        and not {one, other} & FIRST_NAMES
    )


def _ended_otherwise(one: str, other: str) -> bool:
    """True for a word with and without an « e » at its end."""
    short, long = sorted((bare(one), bare(other)), key=len)
    return len(short) >= _SURNAME and long == short + "e"


def _one_slip(one: str, other: str) -> bool:
    """True for two long first names a letter apart: « Gérald » and « Gérard » with one surname are one person."""
    long = min(len(one), len(other)) >= _LONG_FIRST and len(one) == len(other)
    return long and one[:2] == other[:2] and distance(bare(one), bare(other)) == 1


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s\(|(?:\s?(?:et|ou|ni|,|&|contre|avec)\s?)+(?:(?:\w+|M\.)\s){0,2}")


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(KIN))})(?!\w)")


def _beside(prose: str, ones: list[Name], others: list[Name]) -> bool:
    """True for two people named together (« Mario Costa et Maria Costa », « son frère Luca Costa »)."""
    for one in ones:
        for other in others:
            first, last = sorted((one.span, other.span))
            if last.start - first.end < _CLOSE and _joint().fullmatch(prose, first.end, last.start):
                return True
            between = Span(first.end, max(first.end, last.start))
            if one.words[0] != other.words[0] and len(one.words) == len(other.words) > 1:
                sentence = sentence_around(prose, last)
                if _kin().search(prose, max(between.start, sentence.start), last.start):
                    return True
    return False
