"""A magnitude whose figure is in units of another magnitude.

Reads the name of a magnitude tied to a quantity (« puissance de 300 mégajoules », « la vitesse est limitée
à 80 km », « production annuelle de 50 gigawatts »), an adjective of size (« long de 30 m² ») or a verb
that has one (« flashé à 180 km », « pèse 12 mètres », « s'étend sur 40 tonnes »). Vague quantities count:
« plusieurs centaines de mégajoules » are joules.

Admitted: « puissance de calcul, de feu, fiscale », tonnes of TNT, « à hauteur de », a flow whose time comes
after (« 200 m³ chaque jour »), an average power over a year, factories (« production annuelle de 5 GW de
panneaux »). Without a direct tie between noun and figure nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from relecture.checks.around import after, any_of, before, dimension, loose, unit_written, whole
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.magnitudes import (
    ADJECTIVES,
    EACH,
    ENERGY_NAMES,
    LINKS,
    MAGNITUDES,
    NOT_A_MAGNITUDE,
    STATES,
    STORES,
    Magnitude,
)
from relecture.needles import seek
from relecture.settings import Settings
from relecture.types import Article, Finding, Kind, Quantity, Severity, Span

RULE = Rule(
    slug="dimension-mismatch",
    code="D02",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Grandeur et unité incompatibles", "en": "Magnitude and unit do not match"},
    why={
        "fr": "Chaque grandeur a ses unités : une puissance se donne en watts, une énergie en joules ou en wattheures.",
        "en": "Each magnitude has its units: power is given in watts, energy in joules or watt-hours.",
    },
    messages={
        "default": {
            "fr": "« {noun} » attend une unité {expected} ({examples}) ; « {unit} » mesure {found}.",
            "en": "“{noun}” calls for units of {expected} ({examples}); “{unit}” measures {found}.",
        },
        "verb": {
            "fr": "« {noun} » appelle une unité {expected} ({examples}) ; « {unit} » mesure {found}.",
            "en": "“{noun}” takes units of {expected} ({examples}); “{unit}” measures {found}.",
        },
    },
    flagged=(
        "L’installation délivre une puissance de plusieurs dizaines de mégajoules.",
        "Avec une production annuelle de 12 gigawatts, le barrage alimente la vallée.",
        "La pompe a un débit de 300 litres.",
        "Le conducteur a été flashé à 142 km sur la rocade.",
    ),
    accepted=(
        "L’installation délivre une énergie de plusieurs dizaines de mégajoules.",
        "L’usine vise une production annuelle de 5 GW de panneaux.",
        "La bombe avait une puissance de 50 mégatonnes, la pompe un débit de 300 litres par minute.",
        "Le conducteur a été arrêté à 142 km de Paris, à une vitesse de 90 km/h.",
    ),
    false_positives=(
        "Un raccourci technique admis dans un métier (« un débit de 8 mégas »).",
        "Un complément éloigné : « la puissance du laser, qui dépose 2 MJ ».",
    ),
    supersedes=(
        "power-over-period",
        "energy-as-power",
        "storage-in-watts",
        "cross-dimension-equivalence",
        "stray-preposition",
    ),
)

_VOWELS = ("a", "e", "é", "i", "o", "u")
#: What a dimension is called in messages.
_CALLED = {
    "energy": "une énergie", "power": "une puissance", "length": "une longueur", "area": "une surface",
    "volume": "un volume", "mass": "une masse", "speed": "une vitesse", "temperature": "une température",
    "time": "une durée", "electric_potential": "une tension", "electric_current": "une intensité",
    "frequency": "une fréquence", "percent": "une proportion",
}  # fmt: skip
_POWERLESS = Magnitude((), frozenset({"power"}), "énergie", "MWh, GWh, MJ")
_SIZES = (
    (r"\b(?:longue?s?|large?s?|hautes?|profonde?s?|épais(?:se)?s?|distante?s?|hauts?)\sde", Magnitude((), frozenset({"area", "volume", "mass", "energy", "power", "speed"}), "longueur", "m, km")),
    (r"\blourde?s?\sde", Magnitude((), frozenset({"length", "area", "volume", "speed", "energy"}), "masse", "kg, tonnes")),
    (r"\bpuissante?s?\sde", Magnitude((), frozenset({"energy", "length", "volume", "speed"}), "puissance", "kW, ch")),
    (r"\b(?:pèse|pèsent|pesait|pesaient|pesant|pèsera)", Magnitude((), frozenset({"length", "area", "speed", "temperature"}), "masse", "kg, tonnes")),
    (r"\bs(?:'étend|'étendent|'étendait|'étendra)\ssur", Magnitude((), frozenset({"mass", "volume", "energy", "power", "speed"}), "surface ou de longueur", "ha, km")),
    (r"\b(?:dure|durera|a duré|durait|durent|dureront)", Magnitude((), frozenset({"length", "area", "mass", "energy", "power", "volume"}), "durée", "heures, jours")),
)  # fmt: skip
_RUNS = Magnitude((), frozenset({"length"}), "vitesse", "km/h")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a quantity, for the first name, adjective or verb that contradicts it."""
    for quantity in article.quantities:
        measured = _measured(quantity)
        if measured not in _contradicting():
            continue
        lead = before(article, quantity)
        hit = (
            _named(article, quantity, lead, measured)
            or _followed(article, quantity, measured)
            or _energy(article, quantity, lead, measured)
            or _sized(lead, measured)
            or _running(article, quantity, lead, measured)
        )
        if hit is None:
            continue
        offset, magnitude, noun, key = hit
        start = quantity.span.start - len(lead) + offset
        span = Span(min(start, quantity.span.start), max(start + len(noun), quantity.span.end))
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "grandeur", quantity.id)],
            key,
            confidence=0.95,
            noun=noun,
            expected=_of(magnitude.expected) if settings.lang == "fr" else magnitude.expected,
            examples=magnitude.examples,
            unit=unit_written(quantity),
            found=_CALLED.get(measured, "autre chose"),
        )


def _of(name: str) -> str:
    return f"d’{name}" if name.startswith(_VOWELS) else f"de {name}"


_Hit = tuple[int, Magnitude, str, str]


def _measured(quantity: Quantity) -> str:
    """The dimension that the figure has, « percent » for a percentage."""
    return "percent" if quantity.base_kind is Kind.PERCENT else dimension(quantity)


@cache
def _contradicting() -> frozenset[str]:
    """The dimensions that contradict something: most figures are money, time or counts, which do not."""
    return frozenset().union(*(m.wrong for m in (*MAGNITUDES, _POWERLESS, _RUNS, *(m for _, m in _SIZES))))


@lru_cache(maxsize=64)
def _contradicted(measured: str) -> tuple[Magnitude, ...]:
    return tuple(m for m in MAGNITUDES if measured in m.wrong)


@cache
def _noun_pattern(magnitude: Magnitude) -> re.Pattern[str]:
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
def _ended() -> re.Pattern[str]:
    """What closes an apposition: « la vitesse, 142 km, vaut… », not « la production, 18 MW installés »."""
    return re.compile(r"\s?(?:[,.;:)–—!?]|$)")


@cache
def _defined() -> re.Pattern[str]:
    return re.compile(r"\b(?:la\s|le\s|l'|sa\s|son\s|leurs?\s|cette\s|ce\s|une?\s)$", re.I)


@cache
def _places() -> re.Pattern[str]:
    """What makes a length a place: « ramenée à 300 mètres du rivage »."""
    return re.compile(r"\s?(?:de|d'|du|des|avant|après|plus|au|autour|sous|en)(?!\w)")


def _named(article: Article, quantity: Quantity, lead: str, measured: str) -> _Hit | None:
    named = lead.lower().__contains__
    for magnitude in _contradicted(measured):
        if not any(map(named, magnitude.names)):
            continue
        match = _noun_pattern(magnitude).search(lead)
        if match is None or _other_sense(match, measured) or _hourly(article, quantity, magnitude):
            continue
        if _not_its_value(match, measured, after(article, quantity, 12)):
            continue
        if match["noun"].lower() == "contenance" and _land().search(whole(article, quantity)):
            continue
        return match.start("noun"), magnitude, match["noun"].lower(), "default"
    return None


@cache
def _land() -> re.Pattern[str]:
    """The surveyors' word for an area: « une parcelle d'une contenance de 12 ares »."""
    return re.compile(
        r"\b(?:parcell|terrain|terres?\b|cadastr|propriété|domaine|lots?\b|bois\b|forêt|vign|jardin|prés?\b|prairie|foncier|foncière|ares?\b|hectares?\b)",
        re.I,
    )


def _not_its_value(match: re.Match[str], measured: str, tail: str) -> bool:
    """True for an aside that goes on, and for a length that is a place."""
    if match["apposed"] and not (
        _ended().match(tail) and _defined().search(match.string[: match.start("noun")])
    ):
        return True
    linked = match.string[match.end("adjectives") :].strip()
    return measured == "length" and linked.endswith((" à", " sous")) and _places().match(tail) is not None


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
def _following() -> re.Pattern[str]:
    names = any_of(name for m in MAGNITUDES for name in m.names if name in _LEADING)
    return re.compile(rf"\s(?:de\s|d'|en\s)(?P<noun>{names}|{ENERGY_NAMES[1]})(?=\s?(?:[,.;:)]|$)|\s\w)", re.I)


def _followed(article: Article, quantity: Quantity, measured: str) -> _Hit | None:
    """« avec 300 mégajoules de puissance », « 12 gigawatts de production annuelle »."""
    tail = after(article, quantity, 60)
    match = _following().match(tail)
    if match is None:
        return None
    noun = match["noun"].lower()
    magnitude = next((m for m in MAGNITUDES if noun in m.names), _POWERLESS)
    following = next(iter(tail[match.end() :].split()), "")
    if measured not in magnitude.wrong or following in NOT_A_MAGNITUDE or following.startswith("install"):
        return None  # « 6 GWh de puissance installée » is energy-as-power's
    if magnitude is _POWERLESS and _factory().search(whole(article, quantity)):
        return None
    offset = len(before(article, quantity)) + quantity.span.end - quantity.span.start + match.start("noun")
    return offset, magnitude, noun, "default"


#: Words within which another sense of a magnitude is told: « puissance de feu », « capacité de calcul ».
_SENSE = 4


def _other_sense(match: re.Match[str], measured: str) -> bool:
    if match["before"] and match["noun"].lower() in {"hauteur", "surface", "tension"}:
        return True
    if any(word in NOT_A_MAGNITUDE for word in re.findall(r"[\w-]+", match.group())[:_SENSE]):
        return True
    # « une hausse de température de 5 % », « 3 % d'humidité à une température de… »
    return (
        measured == "percent"
        and re.search(
            r"(?:hausse|baisse|écart|variation)\s(?:de|d')\s?(?:la\s)?$", match.string[: match.start("noun")]
        )
        is not None
    )


def _hourly(article: Article, quantity: Quantity, magnitude: Magnitude) -> bool:
    """True when the time that a flow or a speed wants comes around the quantity, or a capacity's year."""
    around = after(article, quantity, 40) + " " + before(article, quantity, 60)
    if magnitude.names[0].startswith("capacité"):
        return re.search("|".join((*EACH, *STORES, "usine", "biogaz", "biométhane")), around, re.I) is not None
    if magnitude.expected not in {"vitesse", "volume par unité de temps"}:
        return False
    clock = r"par (?:heure|seconde|minute)|à l'heure|à la (?:seconde|minute)|horaire|toutes les|/"
    return re.search(rf"\b(?:{'|'.join(EACH)}|{clock})", around, re.I) is not None


@cache
def _energy_pattern() -> re.Pattern[str]:
    links = rf"\s?(?:de|d'|:)|\s(?:{_verbal()})|(?P<apposed>,|\s?\(|\s[–—])"
    return re.compile(rf"(?P<noun>{'|'.join(ENERGY_NAMES)})(?:{links})\s?{loose()}$", re.I)


@cache
def _factory() -> re.Pattern[str]:
    return re.compile(
        r"usine|gigafactory|panneaux|cellules|modules|électrolyseurs|batteries|fabri|install|raccord|capacité de production",
        re.I,
    )


def _energy(article: Article, quantity: Quantity, lead: str, measured: str) -> _Hit | None:
    if measured != "power":
        return None
    match = seek(_energy_pattern(), lead)
    if (
        match is None
        or (match["apposed"] and not _ended().match(after(article, quantity, 12)))
        or ("production" in match.group().lower() and _factory().search(whole(article, quantity)))
        or ("moyenne" in match.group() and "annuelle" not in match.group())
    ):
        return None
    noun = (
        match["noun"].split("'")[-1]
        if match["noun"].lower().startswith(("l'", "d'", "une ", "cette "))
        else match["noun"]
    )
    return match.start("noun"), _POWERLESS, noun.removeprefix("une ").removeprefix("cette ").strip(), "default"


@cache
def _size_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?P<noun>{source})\s{loose()}$", re.I) for source, _ in _SIZES)


@lru_cache(maxsize=64)
def _sizes(measured: str) -> tuple[tuple[Magnitude, re.Pattern[str]], ...]:
    """The adjectives and verbs of size that *measured* contradicts."""
    listed = zip(_SIZES, _size_patterns(), strict=True)
    return tuple((magnitude, pattern) for (_, magnitude), pattern in listed if measured in magnitude.wrong)


def _sized(lead: str, measured: str) -> _Hit | None:
    for magnitude, pattern in _sizes(measured):
        match = seek(pattern, lead)
        if match:
            return match.start(), magnitude, match["noun"], "verb"
    return None


@cache
def _run() -> re.Pattern[str]:
    verbs = r"(?:roul\w+|fil\w+|circul\w+|flashé\w*|chronométré\w*|contrôlé\w*|lancé\w*|fonce\w*|fonçait|souffl\w+|limité\w*)"
    return re.compile(
        rf"\b(?P<noun>{verbs}\sà)\s(?:plus\sde\s|près\sde\s|environ\s|quelque\s|moins\sde\s|une\s(?:vitesse|allure)\sde\s)?$",
        re.I,
    )


def _running(article: Article, quantity: Quantity, lead: str, measured: str) -> _Hit | None:
    """« flashé à 142 km », with nothing behind that makes it a place."""
    if measured != "length" or quantity.unit is None or not quantity.unit.canonical.startswith("kilometer"):
        return None
    match = seek(_run(), lead)
    placed = re.match(r"\s?(?:de|d'|du|des|avant|après|plus|au|autour)\b", after(article, quantity, 12))
    if match is None or placed or (quantity.value or 0) < 30:
        return None
    if match["noun"].startswith(("limit", "lanc", "contrôl")) and "vitesse" not in lead:
        return None
    return match.start(), _RUNS, match["noun"], "verb"
