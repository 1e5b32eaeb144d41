"""Pronouns that take up something of their own sentence, and so no one who spoke before it.

« Le club jouera son maintien : il compte cinq points de retard », « les travaux, quoi qu'il advienne, commenceront ».
"""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.named_people import speaks
from relecture.fr.people import COLLECTIVES
from relecture.types import Span

_MASCULINE = frozenset(("il", "ils", "lui", "celui-ci"))
_PLURAL = frozenset(("ils", "elles"))
#: The subjects that each pronoun may take up, by the article that opens the sentence.
_ARTICLES = {
    (True, False): ("le", "l'", "un", "ce", "cet", "son", "leur"),
    (False, False): ("la", "l'", "une", "cette", "sa", "son", "leur"),
    (True, True): ("les", "des", "ces", "ses", "leurs"),
    (False, True): ("les", "des", "ces", "ses", "leurs"),
}


def _someone(noun: str) -> bool:
    return noun[:1].isupper() or noun.lower() in COLLECTIVES or speaks(noun, follows=False)


@cache
def _subject() -> re.Pattern[str]:
    # at the head of the sentence, or after « Samedi, à Guingamp, »
    return re.compile(
        r"(?:^|,\s)(?P<article>les?|la|l'|une?|des|cett?e?|ces|son|sa|ses|leurs?)(?:\s|(?<='))(?P<noun>[\w'-]+)",
        re.I,
    )


@cache
def _second_clause() -> re.Pattern[str]:
    # What opens a clause that goes on about the subject of the one before; a comma alone may end « le regard perdu, elle… »
    return re.compile(
        r"(?:\s?[:;]\s|(?:,\s?|\s)(?:et|mais|car|or|donc|que|qu'|dont|où|quoi|auquel|lequel|laquelle|si|s'|puisqu'|parce\squ'|tant\squ'|lorsqu'|quand|comme|faute\sdont)\s?)$",
        re.I,
    )


@cache
def _impersonal() -> re.Pattern[str]:
    return re.compile(r"\b(?:quoi|qui)\squ'$", re.I)


def takes_up_its_own(prose: str, sentence: Span, pronoun: re.Match[str], things: bool = False) -> bool:
    """True when *pronoun*, in *sentence*, stands for what opens it, or for nothing at all.

    With *things*, only what neither speaks nor has anyone to speak for it.
    """
    if _impersonal().search(prose, sentence.start, pronoun.start()):
        return True
    if not _second_clause().search(prose, sentence.start, pronoun.start()):
        return False
    word = pronoun[0].lower()
    articles = _ARTICLES[word in _MASCULINE, word in _PLURAL]
    return any(
        subject["article"].lower() in articles and not (things and _someone(subject["noun"]))
        for subject in _subject().finditer(prose[sentence.start : pronoun.start()])
    )
