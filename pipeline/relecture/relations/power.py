"""Power, time and energy of one fact: « une borne de 7 kW… 28 kWh en quatre heures », « 12 MW… 30 GWh par an »."""

from __future__ import annotations

from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.products import only, sentences
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Relation, RelationKind, Span

#: Words that say that the power runs all the time.
_FULL = r"pleine (?:puissance|charge)|en continu|sans interruption|24 ?h(?:eures)? sur 24|à plein régime|nuit et jour|jour et nuit"
#: Two facts in one sentence: the three figures may belong to different ones.
_TWO_FACTS = r"\b(?:contre|puis|ensuite|dont|jusqu'à|tandis|alors que|au lieu)\b"
_YEARLY = r"\b(?:par an\b|annuel\w*|chaque année|sur l'année|en un an|dans l'année|l'an dernier|l'année dernière|l'an passé|en <Y>)|/an\b"
_DAILY = r"\b(?:par jour|quotidien\w*|chaque jour|en une journée|en un jour|en 24 heures)\b"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The sentences with one power, one energy and a time: a duration, a day or a year."""
    for start, end, text, found in sentences(skeleton):
        power = only(found, dimension="power")
        flow = only(found, dimension="energy/time")
        energy = flow or only(found, dimension="energy")
        if power is None or energy is None:
            continue
        time = only(found, shape=Shape.DURATION)
        form = "power-time" if time and not flow else _period(energy, text) if not time else ""
        if form:
            yield _relation(form, skeleton.source(start, end), text, power, energy, time)


def _relation(
    form: str, trigger: Span, text: str, power: Amount, energy: Amount, time: Amount | None
) -> Relation:
    return link(
        RelationKind.PRODUCT,
        form,
        trigger,
        {"power": power, "time": time, "result": energy},
        full=bool(pattern(_FULL).search(text)),
        sentence=text,
        explicit=not pattern(_TWO_FACTS).search(text),
    )


def _period(energy: Amount, text: str) -> str:
    """``power-day`` or ``power-year`` when the energy is that of a day or of a year; empty otherwise."""
    if energy.shape is Shape.RATE:
        unit = energy.canonical.rpartition("/")[2]
        return f"power-{unit}" if unit in ("day", "year") else ""
    if pattern(_YEARLY).search(text):
        return "power-year"
    return "power-day" if pattern(_DAILY).search(text) else ""


#: Words that give an energy as the use of so many homes or people.
_SUPPLY = r"\b(?:consomm\w+|aliment\w+|besoins?|équivalent|approvisionn\w*|couvr\w*|fourni\w*|éclair\w*|desserv\w*|de quoi|suffi\w*)\b"
_HOMES = frozenset("foyer ménage logement maison famille habitant personne français abonné client".split())


def households(skeleton: Skeleton) -> Iterator[Relation]:
    """« 30 GWh, la consommation de 6 300 foyers »: the energy of a year and the homes it supplies."""
    for start, end, text, found in sentences(skeleton):
        energy = only(found, dimension="energy") or only(found, dimension="energy/time")
        homes = [a for _, a in found if a.shape is Shape.COUNT and (a.noun or "").lower().rstrip("s") in _HOMES]
        if (
            energy is None
            or len(homes) != 1
            or not pattern(_SUPPLY).search(text)
            or any(a.shape is Shape.DURATION for _, a in found)
        ):
            continue
        daily = energy.canonical.endswith("/day") or pattern(
            _DAILY + r"|\bpar mois|mensuel\w*|heures?\b"
        ).search(text)
        if not daily:
            yield link(
                RelationKind.PRODUCT,
                "households",
                skeleton.source(start, end),
                {"result": energy, "count": homes[0]},
                people=(homes[0].noun or "").lower().rstrip("s") in ("habitant", "personne", "français"),
                sentence=text,
            )
