"""A surname alone that takes up a full name of the article, misspelt: « Paul Wiesner », then « M. Weisner »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from relecture.checks.first_names import sex
from relecture.checks.names import (
    Forms,
    Name,
    bare,
    distance,
    inflected,
    near,
    two_slips,
    undoubled,
    vowels_apart,
)
from relecture.fr.name_words import FIRST_NAMES
from relecture.memo import kept
from relecture.types import Article, Label

#: A single word must be this long to be compared with nothing else to tie it.
ALONE = 7
#: …this long to be a person's in spite of « à » before it, or another's first letter behind « M. ».
_UNPLACED = 8
_OTHER_INITIAL = 6
#: …and this long when the model saw nothing in it, but it is the bare subject of its sentence.
_SUBJECT = 5


def taken_up(
    article: Article, by_form: Forms, form: tuple[str, ...], full: tuple[str, ...]
) -> tuple[str, str] | None:
    """A surname alone, in one word or more (« Le Goff »), that takes up a person's full name, misspelt."""
    surname, short = full[-1], form[-1]
    mentions = by_form[form]
    if by_form.in_several[short] > (len(form) > 1) or short.isupper() or short in FIRST_NAMES:
        return None
    civil = any(n.civil for n in mentions)
    if not _alike(article, mentions, short, surname, civil=civil):
        return None
    if civil:
        return None if _another(article, mentions, full[0]) else (surname, short)
    if len(form) > 1 and not seen(
        article, mentions
    ):  # « La Rochelle » after « Jean de La Roche »: a place may have the same first word
        return None
    if not is_person(article, by_form[full], full):
        doubled = min(len(short), len(surname)) >= ALONE and undoubled(bare(short)) == undoubled(bare(surname))
        return (surname, short) if doubled and not all(n.opens for n in mentions) else None
    if len(short) < _UNPLACED and any(_is_placed(article.text.prose, n) for n in mentions):
        return None
    return (surname, short) if _told(article, mentions, short, surname) else None


@cache
def _madam() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<her>Mmes?|Mlle|Madame)|(?P<him>M|Monsieur))\.?\s$")


def _another(article: Article, mentions: Sequence[Name], first: str) -> bool:
    """True when « M. » or « Mme » is not for someone of that first name."""
    told = [
        _madam().search(article.text.prose, max(0, n.span.start - 9), n.span.start) for n in mentions if n.civil
    ]
    hers = sex(first) if first in FIRST_NAMES else None
    return hers is not None and any(m is not None and (m.lastgroup == "her") is not hers for m in told)


def _alike(article: Article, mentions: Sequence[Name], short: str, surname: str, *, civil: bool) -> bool:
    """True when *short* may be *surname* misspelt; after « M. » or « Mme », no end is an inflection."""
    a, b = bare(short), bare(surname)
    if _slavic(short, surname):
        return False
    if a[0] != b[0]:
        return civil and len(a) == len(b) >= _OTHER_INITIAL and a[1:] == b[1:]
    if near(short, surname):
        return True
    if (civil or seen(article, mentions) or not seen_otherwise(article, mentions)) and two_slips(
        short, surname
    ):
        return True
    if not civil or short == surname:
        return False
    ended = min(len(a), len(b)) >= _SUBJECT and distance(a, b, 1) == 1
    return ended or (vowels_apart(short, surname) and not inflected(short, surname))


def _slavic(one: str, other: str) -> bool:
    """« Ivanov », « Ivanova »; « Kowalski », « Kowalska »: the husband's name and the wife's."""
    a, b = sorted((bare(one), bare(other)), key=len)
    return (a.endswith(("ov", "ev", "in", "yn")) and b == a + "a") or (
        a[:-1] == b[:-1] and {a[-3:], b[-3:]} in ({"ski", "ska"}, {"sky", "ska"})
    )


def _told(article: Article, mentions: Sequence[Name], short: str, surname: str) -> bool:
    """True when *short*, perhaps at the head of a sentence only, is a person's name and no common word."""
    if seen(article, mentions) or not all(n.opens for n in mentions) or len(short) >= ALONE:
        return True
    if len(short) < _SUBJECT or not any(_bare_subject(article, n) for n in mentions):
        return False
    return not seen_otherwise(article, mentions) or undoubled(bare(short)) == undoubled(bare(surname))


def _bare_subject(article: Article, name: Name) -> bool:
    """True for a noun that is a subject without an article, as no common noun is: « Vaseur risque cinq ans »."""
    return any(
        t.span.start == name.span.start and t.pos in {"NOUN", "PROPN"} and t.dep == "nsubj"
        for t in article.tokens
    )


def is_person(article: Article, mentions: Sequence[Name], full: tuple[str, ...]) -> bool:
    """True when the first name is known, a civility stands before, or the model saw a person."""
    if full[0] in FIRST_NAMES or any(n.civil for n in mentions):
        return True
    return seen(article, mentions)


def seen(article: Article, mentions: Sequence[Name]) -> bool:
    """True when the model saw a person in one of *mentions*."""
    return any(label is Label.PER for label in labels(article, mentions))


def seen_otherwise(article: Article, mentions: Sequence[Name]) -> bool:
    """True when the model saw a place or a body in one of *mentions*."""
    return any(label is not Label.PER for label in labels(article, mentions))


def labels(article: Article, mentions: Sequence[Name]) -> set[Label]:
    """What the model saw in *mentions*."""
    return {
        label
        for name in mentions
        for label, start, end in _labelled(article)
        if start < name.span.end and name.span.start < end
    }


@kept
def _labelled(article: Article) -> tuple[tuple[Label, int, int], ...]:
    return tuple((e.label, m.span.start, m.span.end) for e in article.entities for m in e.mentions)


@cache
def _place() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:à|en|vers|dans|sur|près de|ville de|commune de|région de)\s(?:[Ll]a\s|[Ll]es?\s|[Ll]')?$"
    )


def _is_placed(prose: str, name: Name) -> bool:
    """True when a preposition of place stands before *name*."""
    return _place().search(prose, max(0, name.span.start - 20), name.span.start) is not None
