"""The words of two moments that belong together: a promise and its delay, a departure and an arrival, an arrest and a release."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.stretch_cues import LOOSE
from relecture.fr.stretch_words import CAPTURED, PLANNED, RELEASED, STOPPED


@cache
def planned() -> re.Pattern[str]:
    """« promise pour 2019 », up to the date."""
    return re.compile(rf"\b(?:{PLANNED})\b[^;.:\d]{{0,40}}$", re.I)


@cache
def with_it() -> re.Pattern[str]:
    """« Avec (près de) cinq ans de retard », up to the duration."""
    return re.compile(rf"\b(?:avec|après)\s{LOOSE}$", re.I)


@cache
def passed() -> re.Pattern[str]:
    """« au bout de », « a passé », up to the time that someone was held."""
    return re.compile(
        rf"(?:\b(?:après|au (?:bout|terme) de|soit|a passé|ont passé|aura passé|auront passé|avait passé)|\s:)\s{LOOSE}$",
        re.I,
    )


@cache
def captured() -> re.Pattern[str]:
    """Someone is locked up."""
    return re.compile(rf"\b(?:{CAPTURED})\b", re.I)


@cache
def released() -> re.Pattern[str]:
    """Someone is let go."""
    return re.compile(rf"\b(?:{RELEASED})\b", re.I)


@cache
def departure() -> re.Pattern[str]:
    """What opens a journey or a show, up to its hour."""
    return re.compile(
        r"\b(?:départ|séance|début|embarquement|coup d'envoi|lever de rideau|levée du rideau|décollage|appareillage)\b[^.;\d]{0,30}$",
        re.I,
    )


@cache
def arrival() -> re.Pattern[str]:
    """What closes one."""
    return re.compile(
        r"\b(?:sortie|arrivée|fin|retour|débarquement|coup de sifflet final|tomber de rideau|atterrissage)\b",
        re.I,
    )


@cache
def since() -> re.Pattern[str]:
    """« fermé depuis 19 h 10 », up to the hour or the year: the first moment, told last."""
    return re.compile(rf"\b(?:{STOPPED})(?:\s[^\W\d][\w'-]*){{0,3}}\sdepuis\s(?:le\s)?$", re.I)


@cache
def stopped() -> re.Pattern[str]:
    """« La panne (aura duré) »."""
    return re.compile(
        r"(?:La|Le|L'|Cette|Ce)\s?(?:panne|coupure|fermeture|interruption|blocage|arrêt|grève|attente|suspension|éclipse|absence|incident|évacuation|confinement)\b"
    )
