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

from relecture.checks.around import after, before, dimension, sentence, unit_written, whole
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.magnitude_patterns import (
    answered,
    asking,
    defined,
    ended,
    energy_pattern,
    factory,
    following,
    land,
    moving,
    noun_pattern,
    opening,
    placed,
    tendered,
)
from relecture.checks.mistakes import disowned
from relecture.checks.prose import preceding
from relecture.checks.sized import EMITS, LASTS, RUNS, SIZES, Hit, emitted, running, sized
from relecture.fr.magnitudes import (
    EACH,
    INJECTED,
    MAGNITUDES,
    NOT_A_MAGNITUDE,
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
        "implausible-magnitude",
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
_POWERLESS = Magnitude(("énergie",), frozenset({"power"}), "énergie", "MWh, GWh, MJ")


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
            or sized(lead, measured, after(article, quantity, 16))
            or running(article, quantity, lead, measured)
            or emitted(article, quantity, lead, measured)
            or _asked(article, quantity, lead, measured)
        )
        if hit is None or disowned(article.text.prose, quantity.span):
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


def _measured(quantity: Quantity) -> str:
    """The dimension that the figure has, « percent » for a percentage."""
    return "percent" if quantity.base_kind is Kind.PERCENT else dimension(quantity)


@cache
def _contradicting() -> frozenset[str]:
    """The dimensions that contradict something: most figures are money, time or counts, which do not."""
    return frozenset().union(
        *(m.wrong for m in (*MAGNITUDES, _POWERLESS, RUNS, LASTS, EMITS, *(m for _, m in SIZES)))
    )


@lru_cache(maxsize=64)
def _contradicted(measured: str) -> tuple[Magnitude, ...]:
    return tuple(m for m in MAGNITUDES if measured in m.wrong)


@lru_cache(maxsize=64)
def _shortest_names(measured: str) -> tuple[str, ...]:
    """The names of those magnitudes, without the ones that hold another of them."""
    names = {name for magnitude in _contradicted(measured) for name in magnitude.names}
    return tuple(n for n in names if not any(other != n and other in n for other in names))


def _named(article: Article, quantity: Quantity, lead: str, measured: str) -> Hit | None:
    named = lead.lower().__contains__
    if not any(map(named, _shortest_names(measured))):
        return None
    for magnitude in _contradicted(measured):
        if not any(map(named, magnitude.names)):
            continue
        match = noun_pattern(magnitude).search(lead)
        if match is None or (match["object"] and not moving().search(lead, 0, match.start("noun"))):
            continue
        if _other_sense(match, measured) or _hourly(article, quantity, magnitude):
            continue
        if _not_its_value(match, measured, after(article, quantity, 12)):
            continue
        if _of_a_trade(match["noun"].lower(), whole(article, quantity)):
            continue
        return match.start("noun"), magnitude, match["noun"].lower(), "default"
    return None


def _of_a_trade(noun: str, sentence: str) -> bool:
    """True where a trade counts a magnitude in other units: surveyors an area, physicians a dose, regulators what they tender."""
    if noun == "dose":
        return any(word in sentence.lower() for word in INJECTED)
    if noun == "volume":
        return tendered().search(sentence) is not None
    return noun == "contenance" and land().search(sentence) is not None


def _asked(article: Article, quantity: Quantity, lead: str, measured: str) -> Hit | None:
    """« Quelle est la puissance du parc ? 120 MWh »: the figure opens its sentence and the one before asks for it."""
    if not opening().match(lead) or not answered().match(after(article, quantity, 25)):
        return None
    prose = article.text.prose
    asked = preceding(prose, sentence(article, quantity))
    match = asking().search(prose, asked.start, asked.end) if prose[: asked.end].endswith("?") else None
    if match is None:
        return None
    noun = match["noun"].lower()
    magnitude = _POWERLESS if noun == "énergie" else next(m for m in MAGNITUDES if noun in m.names)
    if measured not in magnitude.wrong or _hourly(article, quantity, magnitude):
        return None
    return match.start("noun") - quantity.span.start + len(lead), magnitude, noun, "default"


def _not_its_value(match: re.Match[str], measured: str, tail: str) -> bool:
    """True for an aside that goes on, and for a length that is a place."""
    if match["apposed"] and not (ended().match(tail) and defined().search(match.string[: match.start("noun")])):
        return True
    linked = f" {match.string[match.end('adjectives') :].strip()}"
    return measured == "length" and linked.endswith((" à", " sous")) and placed().match(tail) is not None


def _followed(article: Article, quantity: Quantity, measured: str) -> Hit | None:
    """« avec 300 mégajoules de puissance », « 12 gigawatts de production annuelle »."""
    tail = after(article, quantity, 60)
    match = following().match(tail)
    if match is None:
        return None
    noun = match["noun"].lower()
    magnitude = next((m for m in MAGNITUDES if noun in m.names), _POWERLESS)
    behind = next(iter(tail[match.end() :].split()), "")
    if measured not in magnitude.wrong or behind in NOT_A_MAGNITUDE or behind.startswith("install"):
        return None  # « 6 GWh de puissance installée » is energy-as-power's
    if magnitude is _POWERLESS and factory().search(whole(article, quantity)):
        return None
    offset = len(before(article, quantity)) + quantity.span.end - quantity.span.start + match.start("noun")
    return offset, magnitude, noun, "default"


#: Words within which another sense of a magnitude is told: « puissance de feu », « capacité de calcul ».
_SENSE = 4


def _other_sense(match: re.Match[str], measured: str) -> bool:
    if match["before"] and match["noun"].lower() in {"hauteur", "surface", "tension"}:
        return True
    told = match.string[match.end("noun") : match.end()]
    if any(word in NOT_A_MAGNITUDE for word in re.findall(r"[\w-]+", told)[:_SENSE]):
        return True
    # « une hausse de température de 5 % », « 3 % d'humidité à une température de… »
    return (
        measured == "percent"
        and re.search(
            r"(?:hausse|baisse|écart|variation)\s(?:de|d')\s?(?:la\s)?$|\b(?:rédui|baiss|abaiss|augment|relev|diminu)\w*\s(?:la|sa|leur)\s$",
            match.string[: match.start("noun")],
        )
        is not None
    )


def _hourly(article: Article, quantity: Quantity, magnitude: Magnitude) -> bool:
    """True when the time that a flow or a speed wants comes around the quantity, or a capacity's year."""
    tail = after(article, quantity, 40)
    around = tail + " " + before(article, quantity, 60)
    if magnitude.names[0].startswith("capacité"):
        return re.search("|".join((*EACH, *STORES, "usine", "biogaz", "biométhane")), around, re.I) is not None
    if magnitude.expected not in {"vitesse", "volume par unité de temps"}:
        return False
    clock = r"par (?:heure|seconde|minute)|à l'heure|à la (?:seconde|minute)|horaire|toutes les"
    return (
        tail.lstrip().startswith("/") or re.search(rf"\b(?:{'|'.join(EACH)}|{clock})", around, re.I) is not None
    )


def _energy(article: Article, quantity: Quantity, lead: str, measured: str) -> Hit | None:
    if measured != "power":
        return None
    match = seek(energy_pattern(), lead)
    if (
        match is None
        or (
            match["object"]
            # « une production annuelle estimée à 47 GW »: the noun has its participle
            and not match["noun"].endswith(("ée", "ées", "ue", "ues"))
            and not moving().search(lead, 0, match.start("noun"))
        )
        or (match["apposed"] and not ended().match(after(article, quantity, 12)))
        or ("production" in match.group().lower() and factory().search(whole(article, quantity)))
        # « une consommation moyenne de 410 watts » is a power; an energy never is.
        or ("moyenne" in match.group() and not {"annuelle", "énergie"} & set(match.group().lower().split()))
    ):
        return None
    noun = (
        match["noun"].split("'")[-1]
        if match["noun"].lower().startswith(("l'", "d'", "une ", "cette "))
        else match["noun"]
    )
    return match.start("noun"), _POWERLESS, noun.removeprefix("une ").removeprefix("cette ").strip(), "default"
