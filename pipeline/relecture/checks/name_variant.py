"""One name spelt in two ways.

Compares the capitalised names of the article, whether the model saw them or not. Two spellings are one
name when they are one slip apart or sound alike, and when the text ties them together: the same other
words around (« Lucie Roesch », « Lucie Roesh »), a full name and a surname that takes it up (« Mme
Roesh »), or, for a long single word, the mere rarity of the coincidence (« Framatome », « Framatom »).

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
from relecture.checks.names import (
    Name,
    bare,
    distance,
    gendered,
    inflected,
    names,
    near,
    two_slips,
    vowels_apart,
)
from relecture.checks.prose import sentence_around
from relecture.checks.turned_names import sounds_one, turned
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
#: A single word must be this long to be compared with nothing else to tie it; a part of a hyphenated one, this long.
_ALONE = 7
_PART = 5
#: …or this long, when it is also pronounced the same: « Verkor », « Vercor ».
_SOUNDS = 5
#: First names this long are seldom one letter apart within a family.
_LONG_FIRST = 6


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a pair of spellings, the rarer one as the suspect; pairs that share a word are merged."""
    by_form: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names(article.text.prose):
        by_form[name.words].append(name)
    reported: set[frozenset[str]] = set()
    for one, other in turned(by_form):
        first, second = by_form[one], by_form[other]
        if _seen(article, [*first, *second]) and not _beside(article.text.prose, first, second):
            yield _variant(article, settings, one, other, by_form, (len(first), len(second)))
    for one, other in _pairs(by_form):
        pair = _same_name(article, by_form, one, other)
        if pair is None or frozenset(pair) in reported or any(set(pair) <= family for family in DISTINCT):
            continue
        if _beside(article.text.prose, by_form[one], by_form[other]):
            continue
        reported.add(frozenset(pair))
        usual, rare = sorted((one, other), key=lambda form: -_count(by_form, form, pair))
        counts = (_count(by_form, usual, pair), _count(by_form, rare, pair))
        yield _variant(article, settings, usual, rare, by_form, counts)


def _variant(
    article: Article,
    settings: Settings,
    usual: tuple[str, ...],
    rare: tuple[str, ...],
    by_form: dict[tuple[str, ...], list[Name]],
    counts: tuple[int, int],
) -> Finding:
    """The finding on *rare*, every mention of it, beside the first of *usual*."""
    return finding(
        RULE,
        settings,
        [evidence(article, by_form[usual][0].span, "nom")]
        + [evidence(article, n.span, "variante") for n in by_form[rare]],
        confidence=0.9,
        one=" ".join(usual),
        other=" ".join(rare),
        n_one=counts[0],
        n_other=counts[1],
    )


def _pairs(by_form: dict[tuple[str, ...], list[Name]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of forms worth a look: the same words but one, or last words with one initial."""
    groups: dict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    for form in by_form:
        if len(form) > 1:
            for at in range(len(form)):
                groups[(len(form), at, *form[:at], *form[at + 1 :])].append(form)
        groups["initial", bare(form[-1])[:1]].append(form)
    for key, forms in groups.items():
        for one, other in combinations(forms, 2):
            if key[0] != "initial" or (_tails_one(one, other) and abs(len(one[-1]) - len(other[-1])) <= 3):
                yield one, other


def _tails_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when the shorter form may be the surname that ends the longer: one word, or the same words but the last."""
    short, full = sorted((one, other), key=len)
    return len(short) == 1 or (len(short) < len(full) and short[:-1] == full[-len(short) : -1])


def _count(by_form: dict[tuple[str, ...], list[Name]], form: tuple[str, ...], pair: tuple[str, str]) -> int:
    """How often the spelling that *form* uses, of the two of *pair*, is written in the article."""
    word = next(w for w in form if w in pair)
    return sum(len(found) for words, found in by_form.items() if word in words)


def _same_name(
    article: Article, by_form: dict[tuple[str, ...], list[Name]], one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, str] | None:
    """The two words that are spellings of one, when the text ties the forms *one* and *other* together."""
    if len(one) == len(other) == 1:
        return _single(by_form, one[0], other[0])
    if len(one) == len(other):
        return _parallel(one, other)
    short, full = sorted((one, other), key=len)
    if len(full) <= 4:
        return _taken_up(article, by_form, short, full)
    return None


def _parallel(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """Forms of several words that differ by one."""
    odd = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(odd) != 1:
        return None
    a, b = odd[0]
    if one[0] == a and any({a, b} <= family for family in FIRST_NAME_SPELLINGS):
        return a, b
    if one[0] == a and (gendered(a, b) or ({a, b} <= FIRST_NAMES and not _one_slip(a, b))):
        return None
    alike = near(a, b) or (vowels_apart(a, b) and not inflected(a, b))
    return (a, b) if alike and not a.isupper() and not b.isupper() else None


def _one_slip(one: str, other: str) -> bool:
    """True for two long first names a letter apart: « Gérald » and « Gérard » with one surname are one person."""
    long = min(len(one), len(other)) >= _LONG_FIRST and len(one) == len(other)
    return long and one[:2] == other[:2] and distance(bare(one), bare(other)) == 1


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"(?:\s?(?:et|ou|ni|,|&|contre|avec)\s?)+(?:\w+\s){0,2}")


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


def _taken_up(
    article: Article, by_form: dict[tuple[str, ...], list[Name]], form: tuple[str, ...], full: tuple[str, ...]
) -> tuple[str, str] | None:
    """A surname alone, in one word or more (« Le Goff »), that takes up a person's full name, misspelt."""
    surname, short = full[-1], form[-1]
    mentions = by_form[form]
    if (
        any(short in other for other in by_form if len(other) > 1 and other != form)
        or short.isupper()
        or short in FIRST_NAMES
    ):
        return None
    civil = any(n.civil for n in mentions)
    seen = _seen(article, mentions)
    alike = near(short, surname) or (
        (civil or seen or not _seen_otherwise(article, mentions)) and two_slips(short, surname)
    )
    alike = alike or (civil and vowels_apart(short, surname) and not inflected(short, surname))
    if not alike or bare(short)[0] != bare(surname)[0]:
        return None
    if civil:
        return surname, short
    if len(form) > 1:  # « La Rochelle » after « Jean de La Roche »: a place may have the same first word
        return None
    if not _is_person(article, by_form[full], full) or any(_is_placed(article.text.prose, n) for n in mentions):
        return None
    told = seen or all(not n.opens for n in mentions) or len(short) >= _ALONE
    return (surname, short) if told else None


def _is_person(article: Article, mentions: list[Name], full: tuple[str, ...]) -> bool:
    """True when the first name is known, a civility stands before, or the model saw a person."""
    if full[0] in FIRST_NAMES or any(n.civil for n in mentions):
        return True
    return _seen(article, mentions)


def _seen(article: Article, mentions: list[Name]) -> bool:
    """True when the model saw a person in one of *mentions*."""
    people = [m.span for e in article.entities if e.label is Label.PER for m in e.mentions]
    return any(n.span.overlaps(p) for n in mentions for p in people)


def _seen_otherwise(article: Article, mentions: list[Name]) -> bool:
    """True when the model saw a place or a body in one of *mentions*."""
    things = [m.span for e in article.entities if e.label is not Label.PER for m in e.mentions]
    return any(n.span.overlaps(t) for n in mentions for t in things)


@cache
def _place() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:à|en|vers|dans|sur|près de|ville de|commune de|région de)\s(?:[Ll]a\s|[Ll]es?\s|[Ll]')?$"
    )


def _is_placed(prose: str, name: Name) -> bool:
    """True when a preposition of place stands before *name*."""
    return _place().search(prose, max(0, name.span.start - 20), name.span.start) is not None


def _single(by_form: dict[tuple[str, ...], list[Name]], one: str, other: str) -> tuple[str, str] | None:
    """Two long single words, one slip apart, that no full name explains."""
    shortest = min(len(one), len(other))
    if shortest < _SOUNDS or one[:1] != other[:1] or one.isupper() or other.isupper():
        return None
    if {one, other} & FIRST_NAMES or (shortest < _ALONE and not sounds_one(one, other)):
        return None
    if inflected(one, other):
        return None
    if all(n.opens for n in by_form[(one,)]) and all(n.opens for n in by_form[(other,)]):
        return None
    if any(w in form for form in by_form if len(form) > 1 for w in (one, other)):
        return None  # the pair of full name and surname is judged by `_taken_up`
    if "-" in one + other:
        return (one, other) if _one_part_off(one, other) else None
    return (one, other) if distance(bare(one), bare(other)) == 1 else None


def _one_part_off(one: str, other: str) -> bool:
    """« Saint-Aubin-sur-Orvanne » and « Saint-Aubin-sur-Orvane »: one long part is a slip, the others are the same."""
    a, b = one.split("-"), other.split("-")
    odd = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(odd) != 1:
        return False
    x, y = odd[0]
    return min(len(x), len(y)) >= _PART and not {x, y} & FIRST_NAMES and near(x, y)
