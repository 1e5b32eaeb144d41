"""What ties the name of a magnitude to its figure: patterns of `dimension-mismatch`."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.around import any_of, loose
from relecture.fr.magnitudes import ADJECTIVES, ENERGY_NAMES, LINKS, MAGNITUDES, STATES, Magnitude


@cache
def noun_pattern(magnitude: Magnitude) -> re.Pattern[str]:
    adjective = any_of(ADJECTIVES)
    # A verb may stand after a complement (« la puissance du réacteur est de 300 MJ »), « de » may not.
    complement = r"(?:\s(?:de\sla\s|de\sl'|du\s|des\s|d'un\s|d'une\s|de\s|d')[\w'-]+(?:\s[\w'-]+){0,2}?)?"
    return re.compile(
        rf"(?<![\w-])(?P<before>(?:à|en|à la|sous la|sur la)\s)?(?P<noun>{any_of(magnitude.names)})(?P<adjectives>(?:\s(?:{adjective})){{0,3}})"
        rf"(?:\s?(?:de|d'|:)|{complement}(?:\s(?:{_verbal()})|(?P<apposed>,|\s?\(|\s[–—:]))|{_QUALIFIED}\s(?:{_finite()}))\s?{loose()}$",
        re.I,
    )


#: Whatever qualifies the magnitude up to its verb: « la surface parcourue par le feu », « le volume extrait chaque jour ».
_QUALIFIED = r"(?:\s(?!(?:qui|que|dont|où|et|ou|mais|à|au|aux)\b|qu')[^\W\d][\w'-]*){1,6}?"


@cache
def _finite() -> str:
    """The source of a pattern for the verbs whose subject can only be the magnitude at the head of the clause."""
    return (
        rf"(?:est|était|sera|serait|fut|a\sété|avait\sété)\s(?:désormais\s|ainsi\s)?(?:(?:{any_of(STATES)})\w*\sà|de)|(?:s'est\s|s')(?:{any_of(STATES)})\w*\sà"
        r"|(?:a\s)?attein(?:t|dra|drait)|atteignait|avoisin\w+|approch\w+|(?:ne\s)?dépass\w+(?:\spas)?"
    )


@cache
def _verbal() -> str:
    """The source of a pattern for the verbs that give a magnitude its value: « est de », « s'est établie à »."""
    listed = any_of(link for link in LINKS if link not in {"de", "d'", ":"})
    moved = rf"(?:s'|se\s|a\s|ont\s|est\s|était\s|sont\s|sera\s|serait\s|fut\s|aura\s|avait\s|vient\sde\s|doit\s|devrait\s)?(?:été\s|être\s|s'|est\s|était\s)?(?:{any_of(STATES)})\w*\s(?:à|jusqu'à|autour\sde|sous|au-dessus\sde)"
    return f"{listed}|{moved}"


@cache
def ended() -> re.Pattern[str]:
    """What closes an apposition: « la vitesse, 142 km, vaut… », not « la production, 18 MW installés »."""
    return re.compile(r"\s?(?:[,.;:)–—!?]|$)")


@cache
def defined() -> re.Pattern[str]:
    return re.compile(r"\b(?:la\s|le\s|l'|sa\s|son\s|leurs?\s|cette\s|ce\s|une?\s)$", re.I)


@cache
def placed() -> re.Pattern[str]:
    """What makes a length a place: « ramenée à 300 mètres du rivage »."""
    return re.compile(r"\s?(?:de|d'|du|des|avant|après|plus|au|autour|sous|en)(?!\w)")


@cache
def land() -> re.Pattern[str]:
    """The surveyors' word for an area: « une parcelle d'une contenance de 12 ares »."""
    return re.compile(
        r"\b(?:parcell|terrain|terres?\b|cadastr|propriété|domaine|lots?\b|bois\b|forêt|vign|jardin|prés?\b|prairie|foncier|foncière|ares?\b|hectares?\b)",
        re.I,
    )


#: Magnitudes that « de » may follow for another reason: « 200 m de vitesse », « 3 m de volume ».
_LEADING = frozenset(
    (
        "puissance",
        "débit",
        "superficie",
        "masse",
        "poids",
        "température",
        "tension",
        "pression",
        "autonomie",
        "cylindrée",
    )
)


@cache
def following() -> re.Pattern[str]:
    names = any_of(name for m in MAGNITUDES for name in m.names if name in _LEADING)
    return re.compile(rf"\s(?:de\s|d'|en\s)(?P<noun>{names}|{ENERGY_NAMES[1]})(?=\s?(?:[,.;:)]|$)|\s\w)", re.I)


@cache
def energy_pattern() -> re.Pattern[str]:
    of_it = r"\s(?:du\s|de\sla\s|de\sl'|des\s|de\scette\s|de\sce\s|d'une?\s)[\w'-]+(?:\s(?!qui|que|dont)[\w'-]+){0,2}?"
    links = rf"\s?(?:de|d'|:)|(?:{of_it})?\s(?:{_verbal()})|(?P<apposed>,|\s?\(|\s[–—])"
    return re.compile(rf"(?P<noun>{'|'.join(ENERGY_NAMES)})(?:{links})\s?{loose()}$", re.I)


@cache
def factory() -> re.Pattern[str]:
    return re.compile(
        r"usine|gigafactory|panneaux|cellules|modules|électrolyseurs|batteries|fabri|install|raccord|capacité de production",
        re.I,
    )
