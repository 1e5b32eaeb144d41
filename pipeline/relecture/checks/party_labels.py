"""A party as the only label of a person: « le PLR Jean Roy », « la Verte Anne Roy », « le conseiller d'État vert »."""

from __future__ import annotations

import re
from functools import cache


@cache
def labelled() -> re.Pattern[str]:
    # « le PLR Jean Roy », « la socialiste Anne Roy », « la Verte Anne Roy », « le maire (LR) de Dole, Jean Roy »
    return re.compile(
        r"(?:(?<![\w'-])(?:[Ll][ea]\s|[Ll]')(?P<tag>[\w-]{2,20})|(?<![\w-])(?!ex-|ancien)[a-zà-ÿ][\w'-]*\s\((?P<bracketed>[\w-]{2,20})\)(?:\s(?:de\sla\s|de\sl'|des\s|de\s|du\s|d')[^.;:(),\d]{2,30},)?)\s$"
    )


@cache
def green_after_office() -> re.Pattern[str]:
    # « conseiller d'État vert », not « responsable des espaces verts »
    return re.compile(
        r"(?:\b(?:député|eurodéputé|conseill|sénat|maire|ministre|élu|adjoint|candidat|parlementaire|municipal|communal|cantonal|régional|national|fédéral)\w*|[EÉ]tat)\s(?P<tag>[Vv]ert(?:e?s|e)?)\b"
    )


def party_name(word: str) -> str:
    """« Verte » as the name of the party."""
    return "Verts" if word in {"Vert", "Verte", "Vertes"} else word
