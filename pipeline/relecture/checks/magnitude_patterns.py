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
    complement = (
        r"(?:\s(?:de\sla\s|de\sl'|du\s|des\s|d'un\s|d'une\s|de\s|d'|entre\s)[\w'-]+(?:\s[\w'-]+){0,2}?)?"
    )
    return re.compile(
        rf"(?<![\w-])(?P<before>(?:à|en|à la|sous la|sur la)\s)?(?P<noun>{any_of(magnitude.names)})(?P<adjectives>(?:\s(?:{adjective}|[^\W\d]{{3,}}ées?)){{0,3}})"
        rf"(?:\s?(?:de|d'|:)|\squi\s(?:{_BOUNDED})|{complement}(?:,?\s(?:{_verbal()})|(?P<apposed>,|\s?\(|\s[–—:]))|{_QUALIFIED}\s(?:{_finite()})|(?P<object>{complement}(?:\sen\sville|\s\w+ée?s?)?\s(?:à|jusqu'à|sous)))\s?{loose()}$",
        re.I,
    )


#: Whatever qualifies the magnitude up to its verb: « la surface parcourue par le feu », « le volume extrait chaque jour ».
_QUALIFIED = r"(?:\s(?!(?:qui|que|dont|où|et|ou|mais|à|au|aux)\b|qu')[^\W\d][\w'-]*){1,6}?"


#: A verb that says how far the magnitude goes: « n'excède guère », « atteint ».
_BOUNDED = r"(?:n'|ne\s|n'en\s)?(?:excèd|excéd|dépass|attei|approch|avoisin|frôl|égal|représent)\w*(?:\s(?:pas|guère|jamais|plus|point))?"


#: What may come between a verb and its « à »: « est tombé dimanche à ».
_THEN = (
    r"(?:\s(?:(?:dans la nuit de\s|dans la journée de\s)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s(?:matin|soir|après-midi|midi))?"
    r"|hier(?:\ssoir|\smatin)?|aujourd'hui|alors|ainsi|même|déjà|désormais|donc|ensuite|ce\s(?:matin|soir|midi)|cette\s(?:nuit|année|semaine)|cet\sété|\w+ment))?"
)


@cache
def _finite() -> str:
    """The source of a pattern for the verbs whose subject can only be the magnitude at the head of the clause."""
    return (
        rf"(?:est|était|sera|serait|fut|a\sété|avait\sété)\s(?:désormais\s|ainsi\s)?(?:(?:{any_of(STATES)})\w*{_THEN}\sà|de)|(?:s'est\s|s')(?:{any_of(STATES)})\w*{_THEN}\sà"
        r"|(?:a\s)?attein(?:t|dra|drait)|atteignait|(?:a\s)?(?:avoisin|approch|frôl)\w+|(?:ne\s)?(?:a\s)?dépass\w+(?:\spas)?|pass(?:e|era|erait|ait)\s(?:de|à)"
    )


@cache
def _verbal() -> str:
    """The source of a pattern for the verbs that give a magnitude its value: « est de », « s'est établie à »."""
    listed = any_of(link for link in LINKS if link not in {"de", "d'", ":"})
    moved = rf"(?:s'|se\s|a\s|ont\s|est\s|était\s|sont\s|sera\s|serait\s|fut\s|aura\s|avait\s|vient\sde\s|doit\s|devrait\s)?(?:été\s|être\s|s'|est\s|était\s)?(?:{any_of(STATES)})\w*{_THEN}\s(?:à|jusqu'à|autour\sde|sous|au-dessus\sde)"
    ranged = r"(?:pass|vari|oscill|s'échelonn|s'étag|mont|descend|va\b)\w*\s(?:de|entre)(?=\s?$)"
    return f"{listed}|{_BOUNDED}|{moved}|{ranged}"


@cache
def ended() -> re.Pattern[str]:
    """What closes an apposition: « la vitesse, 142 km, vaut… », not « la production, 18 MW installés »."""
    return re.compile(r"\s?(?:[,.;:)–—!?]|$)")


@cache
def defined() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:la\s|le\s|l'|sa\s|son\s|leurs?\s|cette\s|ce\s|une?\s|(?:pleine|grande|haute|faible|vive|petite|toute|basse)\s)$|^\W*$",
        re.I,
    )


@cache
def placed() -> re.Pattern[str]:
    """What makes a length a place: « ramenée à 300 mètres du rivage »."""
    return re.compile(r"\s?(?:de|d'|du|des|avant|après|plus|au|autour|sous|en)(?!\w)")


@cache
def tendered() -> re.Pattern[str]:
    """The regulators' word for what they allot: « un volume global de 1 245 mégawatts » of winning bids."""
    return re.compile(
        r"\b(?:appels? d'offres|enchères?|adjudication|adjug|lauréat|dossiers?|candidat|soumission|guichet|attribu|retenus?\b|sélectionn|raccord|volume (?:global|total|cumulé|appelé|alloué|annuel|offert|proposé)"
        r"|effacement|capacités?\b|commission de régulation)",
        re.I,
    )


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
    links = rf"\s?(?:de|d'|:)|(?:{of_it})?,?\s(?:{_verbal()})|(?P<apposed>,|\s?\(|\s[–—])|(?P<object>\s(?:à|jusqu'à|sous))"
    return re.compile(rf"(?P<noun>(?:{'|'.join(ENERGY_NAMES)}))(?:{links})\s?{loose()}$", re.I)


@cache
def moving() -> re.Pattern[str]:
    """What sets a magnitude to its value: « a ramené sa consommation annuelle à »."""
    return re.compile(
        r"\b(?:ramen|rédui|abaiss|port|limit|relev|augment|diminu|baiss|fix|plafonn|contenu|conteni|conten|élev|chiffr|évalu|estim|mont|descend|hiss|stabilis|maint|(?:fai|fe|fi)\w+\s(?:passer|tomber|grimper|monter|descendre|bondir|chuter))\w*\s(?:\w+\s){0,2}?(?:sa\s|la\s|leurs?\s|ses\s|les\s|une\s|cette\s|notre\s|votre\s|son\s|l')?$",
        re.I,
    )


@cache
def factory() -> re.Pattern[str]:
    return re.compile(
        r"usine|gigafactory|panneaux|cellules|modules|électrolyseurs|batteries|fabri|install|raccord|capacité de production",
        re.I,
    )


@cache
def opening() -> re.Pattern[str]:
    """What may stand before a figure that opens its sentence."""
    return re.compile(rf"^[\s«“\"–—-]*{loose()}$", re.I)


@cache
def answered() -> re.Pattern[str]:
    """What closes an answer: « 120 MWh, répond la préfecture », « 5,8 kW en moyenne », not « 320 km séparent »."""
    return re.compile(
        r"(?:\s(?:en moyenne|environ|au total|par (?:jour|an|mois)|selon|tout au plus|à peine))?\s?(?:[,.;:)–—!?»]|selon|$)"
    )


@cache
def asking() -> re.Pattern[str]:
    """What a question asks for: « Quelle est la puissance du parc ? », « Combien d'énergie faut-il ? »."""
    names = any_of(name for m in MAGNITUDES for name in m.names if name != "un courant")
    be = r"(?:est|était|sera|serait)\s(?:(?:la|le|sa|son|leur)\s|l')|(?:sont|seront)\s(?:les|leurs)\s"
    return re.compile(
        rf"\b(?:quelle?s?\s(?:{be})?|combien\sd(?:e\s|'))(?P<noun>{names}|énergie)(?![\w-])", re.I
    )
