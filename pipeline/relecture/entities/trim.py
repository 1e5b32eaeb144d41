"""Bringing a span to the guide's bounds: no article, no civility, no stray punctuation.

What is left and is no name (a unit, a verb, a reactor, a competition) is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from relecture.entities.candidates import Candidate, Page
from relecture.entities.peoples import inhabitants
from relecture.fr.entity_words import (
    CIVILITIES,
    COMPANY_NOUNS,
    LEADING,
    MACHINES,
    NOT_NAMES,
    THING_ACRONYMS,
    UNIT_LIKE,
    UNNAMED_BODIES,
)
from relecture.fr.places import COMPETITIONS, COUNTRIES
from relecture.fr.role_words import ROLE_NOUNS

_EDGE = " \t\n\r\"«»“”‹›'()[]{}<>,;:.!?…–—-*_#|/"
_LEAD = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(LEADING, key=len, reverse=True)) + r")(?=\S)", re.IGNORECASE
)
_CIVILITY = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(CIVILITIES, key=len, reverse=True)) + r")\s+"
)
_BREAK = re.compile(r"\s*[\n\r]\s*|\s{2,}|\]\(")
#: « EPR de Flamanville »: a machine is no organisation, the place where it stands is a place.
_MACHINE = re.compile(rf"(?:{'|'.join(MACHINES)}) (?:de |d'|du )?(?=[A-ZÀ-Þ])")
#: « Penly 2 », « EPR normand », « COP28 », « X70 », « Comac C919 », « PPE 3 », « UTC+2 »: a reactor, a site, a
#: model, a plan, a conference, a time zone, by its number or by its kind. A university may be numbered.
_NUMBERED = re.compile(
    rf"(?:{'|'.join(MACHINES)})(?: [a-zà-ÿ]+)?"
    r"|(?!.*Universit)[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,2} \d{1,2}"
    r"|COP ?\d{1,2}|(?:[A-ZÀ-Þ][\w-]+ )?[A-Z]{1,2}\d{2,4}|VD\d|(?:UTC|GMT)(?:[+-]\d{1,2})?"
)
#: « Saint-Aubin-des-Bois », « Villers-sur-Mer »: towns by their shape; the gazetteer knows « Saint-Gobain ».
_TOWN = re.compile(r"Sainte?-[\w-]+|[A-ZÀ-Þ][\w-]*-(?:sur|sous|le|la|les|lès|lez|en|des|du|aux)-[\w'-]+")
#: « assemblée générale de l'Amicale »: the meeting is not part of the name.
_MEETING = re.compile(
    r"(?:assemblée générale|conseil d'administration|comité directeur|direction) "
    r"(?:de la |de l'|de |du |d'|des )(?=[A-ZÀ-Þ])"
)
#: « Cour suprême du pays »: what country it is, said with a common noun, is not part of the name.
_OF_THE_COUNTRY = re.compile(r" du pays$")
#: « Directrice générale d'Engie »: at the head of a sentence, the function is not part of the name.
_FUNCTION = re.compile(r"(?P<noun>[A-ZÀ-Þ][a-zà-ÿ-]+)(?: [a-zà-ÿ]+){0,2} (?:de |du |d')(?=[A-ZÀ-Þ])")
_ARTICLE = re.compile(r"\b(?:[Ll]es? |[Ll]a |[Ll]'|[Aa]ux? |[Dd]es |[Dd]u |[Uu]ne? )$")
#: Articles and prepositions left hanging at the end (« assemblée générale de l' »).
_TAIL = re.compile(r"(?: (?:de|du|des|la|le|les|et|à|au|aux|en|l|d)'?){1,3}$")
#: « association Covade », « groupe Orano »: the kind of company is not part of the name.
_KIND = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, COMPANY_NOUNS), key=len, reverse=True))}) (?=[A-ZÀ-Þ])"
)
#: A final point belongs to « Inc. », « Corp. », « Jr. », and to initials (« E. »).
_KEEPS_POINT = re.compile(r"(?:\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Cie)|\b[A-Z])\.$")


def trim(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Cut each span at a line break, then take articles, civilities and punctuation off its ends."""
    return [kept for c in candidates if (kept := _trimmed(page.text, c)) and not _is_verb(page, kept)]


def _trimmed(text: str, candidate: Candidate) -> Candidate | None:
    start, end, label = candidate.start, candidate.end, candidate.label
    if cut := _BREAK.search(text, start, end):
        # The longer side of the break holds the name.
        start, end = max((start, cut.start()), (cut.end(), end), key=lambda side: side[1] - side[0])
    start, end = _edges(text, start, end)
    while start < end and (lead := _leading(text, start, end, label)):
        start, end = _edges(text, lead, end)
    if label == "ORG" and (machine := _MACHINE.match(text, start, end)):
        start, label = machine.end(), "LOC"
    elif label == "ORG" and (body := _MEETING.match(text, start, end) or _KIND.match(text, start, end)):
        start = body.end()
    elif label == "ORG" and (function := _FUNCTION.match(text, start, end)):
        start = function.end() if function["noun"].lower() in ROLE_NOUNS else start
    if label == "ORG" and _TOWN.fullmatch(text, start, end):
        label = "LOC"
    if label == "ORG" and (tail := _OF_THE_COUNTRY.search(text, start, end)):
        end = tail.start()
    if tail := _TAIL.search(text, start, end):
        start, end = _edges(text, start, tail.start())
    if end - start < 2 or not _is_name(text[start:end], label) or _is_people(text, start, end, label):
        return None
    return replace(candidate, start=start, end=end, label=label)


def _is_verb(page: Page, candidate: Candidate) -> bool:
    """« Multiplions », « Reste » at the head of a sentence: one word that the tagger takes for a verb."""
    return candidate.start in page.verbs and " " not in page.text[candidate.start : candidate.end]


def _leading(text: str, start: int, end: int, label: str) -> int | None:
    """Where the span goes on after an article or a civility; ``None`` when it opens with neither."""
    found = _LEAD.match(text, start, end) if text[start].islower() else None
    if not found and label == "PER":
        found = _CIVILITY.match(text, start, end)
    return found.end() if found else None


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not _closes(text, start, end):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """True when the last character is part of the name: « Inc. », « Yahoo! », a bracket opened inside."""
    last = text[end - 1]
    if last == ".":
        return bool(_KEEPS_POINT.search(text, start, end))
    if last == ")":
        return "(" in text[start:end]
    return last == "!" and text[max(start, end - 6) : end] == "Yahoo!"


def _is_people(text: str, start: int, end: int, label: str) -> bool:
    """« les Kurdes », « la Tchèque »; a surname (« Thierry Français ») has no article."""
    surface = text[start:end]
    if surface not in inhabitants() or surface in COUNTRIES:
        return False
    return label != "PER" or _ARTICLE.search(text, max(start - 5, 0), start) is not None


def _is_name(surface: str, label: str) -> bool:
    """A name has a capital; an organisation may do without (« armée syrienne », « parlement catalan »)."""
    if (
        surface in UNIT_LIKE
        or (surface in THING_ACRONYMS and label != "LOC")
        or surface in NOT_NAMES
        or surface in COMPETITIONS
        or surface.lower() in UNNAMED_BODIES
    ):
        return False
    if label == "ORG" and _NUMBERED.fullmatch(surface):
        return False
    if any(c.isupper() for c in surface):
        return True
    return label == "ORG" and " " in surface and not surface.startswith(UNNAMED_BODIES)
