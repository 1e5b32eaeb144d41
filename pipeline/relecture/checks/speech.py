"""Where a text says who speaks: verbs of speech, incises, « selon X ». Patterns over folded prose."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.around import any_of
from relecture.fr.speech_verbs import (
    ENDINGS,
    FORMS,
    INFINITIVES,
    LIGHT_VERBS,
    PLAIN_FORMS,
    PLAIN_STEMS,
    SOURCE_WORDS,
    SPEECH_NOUNS,
    STEMS,
)


@cache
def verb_pattern() -> str:
    """The source of a pattern that matches one third-person form or participle of a verb of speech."""
    light = rf"(?:{any_of(LIGHT_VERBS)})\s(?:lui\s|leur\s)?(?:{any_of(INFINITIVES)}|(?:{any_of(STEMS)})er)"
    return rf"(?:(?:{any_of(STEMS)})(?:{ENDINGS})|{any_of(FORMS)}|{light})(?!\w)"


@cache
def verb() -> re.Pattern[str]:
    """One verb of speech, anywhere."""
    return re.compile(rf"(?<![\w-]){verb_pattern()}")


@cache
def plain_verb() -> re.Pattern[str]:
    """One verb that says nothing but speech, anywhere."""
    # « La tempête », « un murmure » are nouns.
    noun = "".join(rf"(?<!\b(?i:{article})\s)" for article in ("la", "un", "une", "cette", "de", "des", "les"))
    return re.compile(
        rf"(?<![\w-]){noun}(?:(?:{any_of(PLAIN_STEMS)})(?:{ENDINGS})|{any_of(PLAIN_FORMS)})(?!\w)"
    )


@cache
def incise() -> re.Pattern[str]:
    """« , explique le maire », « a-t-il dit », « , s'emporte Malika »: where quoted words give way to who says them."""
    pronoun = r"(?:s'|se\ |nous\ |lui\ |m'|leur\ |y\ )?"
    subject = r"(?:-t)?-(?:il|elle|on|ils|elles)\b"
    auxiliary = r"(?:a|ont|avait|avaient|est|sont|était|aura|aurait)"
    return re.compile(
        rf"\s?,?\s(?:{pronoun}{auxiliary}{subject}(?:\s\w+)?\s(?={verb_pattern()})"
        rf"|{pronoun}{verb_pattern()}{subject})"
        rf"|\s?,\s{pronoun}(?:{auxiliary}\s(?:\w+\s)?{verb_pattern()}|{verb_pattern()})(?=[\s,])"
    )


@cache
def source() -> re.Pattern[str]:
    """« selon », « d'après » and the like."""
    return re.compile(rf"(?<![\w'])(?:{any_of(SOURCE_WORDS)})(?!\w)", re.I)


@cache
def announced() -> re.Pattern[str]:
    """A noun that announces speech: « ce message », « la devise »."""
    return re.compile(rf"(?<!\w)(?:{any_of(SPEECH_NOUNS)})(?!\w)", re.I)
