"""The words that tie a duration to two moments, as patterns; what they mean is for `relecture.checks.stretches`."""

from __future__ import annotations

import re
from functools import cache

from relecture.fr.stretch_words import (
    BEGINS,
    CAPTIVITY,
    ELSEWHERE,
    ENDS,
    ENDURED,
    EVENTS,
    FILLS,
    GAPS,
    JOURNEYS,
    LASTING,
    LED,
    OFFICE,
    WHOLE,
)

LOOSE = (
    r"(?:(?:environ|près de|plus de|moins de|quelque|presque|exactement|à peine|un peu plus de|un peu moins de|pas moins de|bientôt|soit|en tout"
    r"|au total|donc)\s){0,2}"
)
#: « cinquante ans jour pour jour après… »
_TO_THE_DAY = r"(?:,?\s(?:presque\s)?jour pour jour,?|\s(?:très\s)?exactement)?"
_EVENT = r"\s(?:le|la|les|l'|son|sa|ses|leurs?)"
#: What may stand between an event and its date: « son ouverture, en 1985 », « sa fondation (1998) ».
_ASIDE = (
    r"(?:(?:,\s(?!décid|annonc|prév|program|demand|réclam|promi|célébr|fêt)[\w'-]*(?:é|i|u|t|is)e?s?(?:\s[^\W\d][\w'-]*){0,3}?\s|,\s)(?:en|le|dès|début|fin|à l'été|à l'automne|au printemps)\s"
    r"|\s?\()?"
)


@cache
def not_whole() -> re.Pattern[str]:
    """An age, a delay, a rate: « à dix ans », « depuis dix ans »."""
    return re.compile(
        r"(?:\bà|il y a|âgée?s? de|dans(?: les)?|d'ici|ses|tous les|toutes les|en|pour|tous|chaque|depuis)\s(?:l'âge de\s|près de\s|plus de\s)?$",
        re.I,
    )


@cache
def existence() -> re.Pattern[str]:
    """« en soixante ans d'existence »."""
    return re.compile(WHOLE, re.I)


@cache
def elsewhere() -> re.Pattern[str]:
    """What a duration measures, when it is another thing than the time between the moments."""
    return re.compile(rf",?\s(?:{ELSEWHERE})", re.I)


@cache
def afterwards() -> re.Pattern[str]:
    """« huit ans plus tard », « huit ans après son décollage d'octobre 2024 »."""
    return re.compile(
        rf"{_TO_THE_DAY}\s(?:plus tard(?!\w)|après(?=\s?[,.;:)]|$|(?P<event>{_EVENT}[^;,.()]{{0,40}}{_ASIDE}$)))",
        re.I,
    )


@cache
def so_long() -> re.Pattern[str]:
    """« cela fait donc vingt-six ans que »."""
    return re.compile(rf"\b(?:cela|ça|voilà)\s(?:(?:fait|fera|faisait)\s)?(?P<so>donc\s)?{LOOSE}$", re.I)


@cache
def after_start() -> re.Pattern[str]:
    """« huit ans après les premières longueurs »: an undated event that can only be the first moment."""
    return re.compile(rf"{_TO_THE_DAY}\saprès{_EVENT}\s?(?:\w+\s){{0,2}}?(?:{BEGINS})", re.I)


@cache
def gone_by() -> re.Pattern[str]:
    """« sept ans ont passé », after the two moments."""
    return re.compile(r"\s(?:se\s(?:sont|seront)\s(?:écoulé|passé)e?s|(?:ont|auront)\spassé)\b", re.I)


@cache
def since_then() -> re.Pattern[str]:
    """« Entre le dépôt du permis, en mars 2019, et… », up to the first moment."""
    return re.compile(r"\W*Entre\s(?!les\b)[^.;:]{0,80}$")


@cache
def sooner() -> re.Pattern[str]:
    """« une heure avant le début », « avant le concert »: what the moment of the sentence before is that of."""
    return re.compile(
        r"\savant\s(?:le\s|la\s|l'|les\s)(?:(?P<start>début|coup\sd'envoi|lever\s(?:de|du)\srideau|départ)|(?P<event>[\w'-]+))(?=\s?[.,;!?])"
    )


@cache
def separate() -> re.Pattern[str]:
    """« huit ans séparent l'appel d'offres, en 2013, de la livraison, en 2021 »."""
    return re.compile(
        r"\s(?:(?:qui\s|les\s)?sépar(?:e|ent|aient|eront)|se (?:sont|seront) (?:écoulé|passé)e?s|(?:ont|auront) passé)\b",
        re.I,
    )


@cache
def went_by() -> re.Pattern[str]:
    """« il s'est écoulé huit ans entre… »."""
    return re.compile(rf"\bil\s(?:s'est|se sera|s'était)\s(?:\w+\s)?(?:écoulé|passé)\s{LOOSE}$", re.I)


@cache
def lasted() -> re.Pattern[str]:
    """« a duré huit ans », « il aura fallu huit ans »."""
    return re.compile(
        r"(?:(?:aura|a|ont|auront|avait|aurait)\s(?:(?:donc|ainsi|bien|tout de même)\s)?(?:duré|demandé|pris|tenu|exigé|coûté)(?:\sque)?|soit|au bout de"
        rf"|il\s(?:(?:lui|leur|nous)\s)?(?:aura fallu|a fallu)(?:\sattendre)?)\s{LOOSE}$",
        re.I,
    )


@cache
def will_last() -> re.Pattern[str]:
    """« et dureront dix-huit mois », between the two moments."""
    return re.compile(rf"\bdur(?:era|eront|erait|eraient)\s{LOOSE}$", re.I)


@cache
def lasts() -> re.Pattern[str]:
    """« la traversée dure deux heures », « soit un vol de deux heures », « pour trois heures de route »: what fills the time."""
    verbs = (
        r"(?:dur(?:e|ait|era|erait)|pren(?:d|ait|dra|drait)|demand(?:e|ait|era)|requiert|exige|est|était|sera)"
    )
    return re.compile(
        rf"\b(?:(?P<journey>{JOURNEYS})|{EVENTS})\s(?:(?!(?:pas|jamais|moins|plus)\b)\w+\s){{0,2}}?(?:{verbs}\s(?:de\s)?|de\s|d')(?:\w+\s)?{LOOSE}$",
        re.I,
    )


@cache
def after_word() -> re.Pattern[str]:
    """« après huit ans », « au terme de huit ans »."""
    return re.compile(rf"\b(?:après|au terme de|au terme d'|à l'issue de)\s?{LOOSE}$", re.I)


@cache
def had_been() -> re.Pattern[str]:
    """« avait été votée après… »: before the moments, not between them."""
    return re.compile(r"\bavai(?:t|ent)\s[^,;]*$", re.I)


@cache
def did() -> re.Pattern[str]:
    """« il a passé cinq ans à Rome »."""
    return re.compile(
        rf"\b(?:a|ont|aura|auront|avait|est|sont|sera|seront|était)\s(?:\w+\s)?(?:{LASTING})\s(?:pendant\s|durant\s)?{LOOSE}$",
        re.I,
    )


@cache
def in_office() -> re.Pattern[str]:
    """« En poste de 2004 à… », « De 2004 à… », up to the first year; a title (« Adjoint de 2004 à… ») may go with another post."""
    return re.compile(rf"\s*(?:(?:{OFFICE})\s)?(?:de|entre)\s", re.I)


@cache
def led() -> re.Pattern[str]:
    """« aura dirigé la commune pendant », from the second year on: the one verb of its clause."""
    return re.compile(
        rf",?\s[^,;:()]{{2,60}}?\b(?:a|ont|aura|auront)\s(?:{LED})\s[^,;:()]{{2,50}}\s(?:pendant|durant)\s{LOOSE}$",
        re.I,
    )


@cache
def gap() -> re.Pattern[str]:
    """« huit ans de silence »."""
    return re.compile(GAPS, re.I)


@cache
def all_along() -> re.Pattern[str]:
    """« pendant huit ans », «: huit ans »."""
    return re.compile(rf"(?:\b(?:pendant|durant)\s|\s?[:—–]\s|\(){LOOSE}$", re.I)


@cache
def filled() -> re.Pattern[str]:
    """« huit ans de service »."""
    return re.compile(
        r"\s(?:de|d'|sans)\s?\w+|\sdurant(?!\w)|\s?\)|\s(?:à la (?:tête|barre|direction|présidence)|aux commandes|au (?:pouvoir|service|conseil)|à ce poste)\b",
        re.I,
    )


@cache
def base() -> re.Pattern[str]:
    """« six ans après l'incendie de 2016 », up to the date."""
    return re.compile(
        rf"{_TO_THE_DAY}\s(?:après|avant)\s(?:l[ea]s?\s|l'|s(?:on|a|es)\s|leurs?\s|cette?\s|ce\s)[^;.,:()]{{0,50}}{_ASIDE}$",
        re.I,
    )


@cache
def fills() -> re.Pattern[str]:
    """What fills the time from the first moment to the last."""
    return re.compile(FILLS, re.I)


@cache
def lived() -> re.Pattern[str]:
    """« vingt-deux jours de mer »: what the moments begin and end."""
    return re.compile(ENDURED)


@cache
def birth() -> re.Pattern[str]:
    """Someone is born."""
    return re.compile(r"\b(?:née?s?|naissance|naît)\b", re.I)


@cache
def begun() -> re.Pattern[str]:
    """Something starts."""
    return re.compile(rf"\b(?:{BEGINS})", re.I)


@cache
def ended() -> re.Pattern[str]:
    """Something ends."""
    return re.compile(rf"\b(?:{ENDS})", re.I)


@cache
def later_on() -> re.Pattern[str]:
    """« vingt ans plus tard, en 2022 »."""
    return re.compile(
        r"\s(?:plus tard|après)\s?,?\s(?:(?:en|le|à l'été|à l'automne|fin|début|au printemps|à)\s)?$", re.I
    )


@cache
def opens() -> re.Pattern[str]:
    """What may come before a duration that opens its sentence."""
    return re.compile(rf"\s*[«“\"(]?\s?(?:en\s)?{LOOSE}", re.I)


@cache
def these() -> re.Pattern[str]:
    """« ces huit ans »."""
    return re.compile(
        rf"\b(?:ces|cette|ce)\s(?:(?:longues?|courtes?|interminables?|petites?|quelque)\s)?{LOOSE}$", re.I
    )


@cache
def owned() -> re.Pattern[str]:
    """« ses quarante-trois années d'exploitation »: the whole life of a thing."""
    return re.compile(r"\b(?:ses|leurs)\s$", re.I)


@cache
def nominal() -> re.Pattern[str]:
    """« six ans de silence, une éternité… », « dix ans, donc. »"""
    return re.compile(r"\s(?:de|d'|sans|en|pour)\s?\w|\s?[,.:!…]", re.I)


@cache
def in_all() -> re.Pattern[str]:
    """« donc », « en tout »."""
    return re.compile(r"\b(?:donc|soit|en tout|au total)\b", re.I)


@cache
def told_on() -> re.Pattern[str]:
    """The story goes on: « dix ans ont suivi »."""
    return re.compile(r"\b(?:suivi\w*|suivr\w+|suit|suiv\w+|encore|avant|depuis|plus tard|attend\w*)\b", re.I)


@cache
def endured() -> re.Pattern[str]:
    """« ces six mois de détention »: what the two moments before bound, once « ces » takes it up."""
    return re.compile(CAPTIVITY)


@cache
def reckoned() -> re.Pattern[str]:
    """« comptez deux heures », between a departure and an arrival."""
    return re.compile(rf"\b(?:comptez|compter|prévoyez|prévoir|comptons)\s{LOOSE}$", re.I)


@cache
def beside() -> re.Pattern[str]:
    """« le 24 mai, (soit) une quinzaine de jours »: from the second moment to the duration."""
    return re.compile(rf",?\s(?:soit\s)?(?:une?\s)?{LOOSE}", re.I)
