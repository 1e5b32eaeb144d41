"""One person under two first names: « la députée Clara Roy », then « plaide Claire Roy », of whom nothing else is said.

Two people of one surname are told apart by the text, which says who the second is. A second who comes
in bare, with a first name like that of the first, of the same sex, is the first under another name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations

from relecture.checks.names import Name, bare, sound
from relecture.checks.speech import verb, verb_pattern
from relecture.fr.name_words import FEMININE, FIRST_NAMES, KIN, MASCULINE, OF_BOTH
from relecture.types import Span

_Form = tuple[str, ...]


def renamed(prose: str, by_form: Mapping[_Form, Sequence[Name]]) -> Iterator[tuple[_Form, _Form]]:
    """Pairs of forms: the one that is introduced, the one that is not."""
    by_surname: dict[_Form, list[_Form]] = defaultdict(list)
    for form in by_form:
        if len(form) > 1 and FIRST_NAMES.issuperset(form[0].split("-")):
            by_surname[form[1:]].append(form)
    for forms in by_surname.values():
        for one, other in permutations(forms, 2) if len(forms) == 2 else ():
            if (
                (_alike(one[0], other[0]) or _told_by_ear(prose, one[0], other[0], by_form[other]))
                and any(_introduced(prose, n.span) for n in by_form[one])
                and not any(_introduced(prose, n.span) for n in by_form[other])
                and not _family().search(prose)
            ):
                yield one, other


def _alike(one: str, other: str) -> bool:
    """True for first names of one sex with a beginning or an end in common."""
    a, b = bare(one), bare(other)
    hers = sex(one)
    return hers is not None and hers is sex(other) and (a[0] == b[0] or a[-3:] == b[-3:])


def sex(name: str) -> bool | None:
    """True for a woman's first name, ``None`` for one of both; that of the first part."""
    first = name.split("-")[0]
    if first in OF_BOTH:
        return None
    if first in MASCULINE or first in FEMININE:
        return first in FEMININE
    return first.endswith(("a", "e", "ée"))


def _told_by_ear(prose: str, one: str, other: str, mentions: Sequence[Name]) -> bool:
    """« Michel », « Michèle »: said the same, and the second does nothing but speak."""
    return sound(one) == sound(other) and all(
        _speaking().search(prose, max(0, n.span.start - 16), n.span.start) for n in mentions
    )


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"{verb_pattern()}\s$")


@cache
def _family() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(KIN))})(?!\w)", re.I)


@cache
def _role_before() -> re.Pattern[str]:
    # « la députée Clara Roy », « l'avocate générale, Sophie Roy »
    return re.compile(
        r"(?:(?<!\w)(?:l[ea]|une?|du|au|son|sa|leur)\s|(?<!\w)[ld]')(?:[\w'-]+\s){0,5}?(?P<last>[a-zà-ÿ][\w'-]+),?\s$",
        re.I,
    )


@cache
def _role_after() -> re.Pattern[str]:
    return re.compile(r"\s?(?:\(|[–—]|,\s(?:\d|[a-zà-ÿ]))")


@cache
def _opening() -> re.Pattern[str]:
    # « Selon Claire Roy, la mesure est juste »: what follows the comma says nothing of her.
    return re.compile(r"(?<!\w)(?:Selon|Pour|D'après|Avec|Après|Chez|Comme|Contre|À en croire)\s$")


def _introduced(prose: str, span: Span) -> bool:
    """True when the text says who it is, before the name or after."""
    if _opening().search(prose, max(0, span.start - 14), span.start):
        return False
    if _role_after().match(prose, span.end):
        return True
    before = _role_before().search(prose, max(0, span.start - 70), span.start)
    return before is not None and len(before["last"]) > 3 and verb().fullmatch(before["last"]) is None
