"""Whether a verb of a sentence says that someone speaks: « raconte », but not « la fermeture inquiète le bourg »."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.named_people import speaks
from relecture.checks.speech import plain_verb
from relecture.fr.speech_verbs import MOVES

_PARTICIPLE = ("é", "u", "ée", "ue", "és", "us", "ées")
_ARTICLES = ("le ", "l'", "du ", "au ", "les ", "été ", "ières ", "velles ", "des ", "ces ", "aux ")


def says(text: str) -> bool:
    """True for a verb that says nothing but speech; « le prévenu » is none."""
    return any(
        not (m.group().endswith(_PARTICIPLE) and text[: m.start()].lower().endswith(_ARTICLES))
        and not _moves(text, m)
        and not _filed().match(text, m.start())
        and not _of_everyone().search(text, 0, m.start())
        for m in plain_verb().finditer(text)
    )


@cache
def _filed() -> re.Pattern[str]:
    # « ont déclaré leur sinistre », « déclaré forfait »: a form that is filled in
    return re.compile(r"déclar\w+\s(?:(?:leurs?|sa|son|ses)\s|forfait|faillite)", re.I)


@cache
def _of_everyone() -> re.Pattern[str]:
    # « le gazoduc, que l'on disait indispensable »: what is said by no one in particular.
    return re.compile(r"(?<!\w)on\s(?:(?:ne|n'|le|la|l'|les|se|y|en)\s?)?$", re.I)


@cache
def _emotion() -> re.Pattern[str]:
    return re.compile(MOVES)


@cache
def _object() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:tout\sle\s|toute\sla\s|le\s|la\s|les\s|l'|un\s|une\s|ce\s|cette\s)(?P<noun>[\w-]+)"
    )


def _moves(text: str, match: re.Match[str]) -> bool:
    """True for what something does to a place or a trade, which says nothing: « la fermeture inquiète le bourg »."""
    moved = _object().match(text, match.end())
    reflexive = text[: match.start()].endswith(("s'", "se ", "S'", "Se "))
    return bool(
        _emotion().fullmatch(match.group())
        and moved
        and not reflexive
        and not speaks(moved["noun"], follows=False)
    ) and not text[: match.start()].rstrip().endswith((",", "»"))
