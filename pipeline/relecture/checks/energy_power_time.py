"""Energy that is not power × time: « une borne de 7 kW, 56 kWh en quatre heures ».

One power, one duration and one energy in a sentence or in neighbouring ones. More energy than the power can give in that time is
impossible; less is normal for a car that charges or a wind farm, and judged only where the power is said
to last (« pendant », « à pleine puissance », « soit »). A store cannot give its power for longer than what it
holds allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from relecture.checks.arithmetic import diagnose, judged, number, relations, surface, symbol
from relecture.checks.base import Outcome, Rule
from relecture.relations.amounts import LOOSE, Amount
from relecture.relations.bounds import Bounds, best, compare
from relecture.relations.conversion import in_unit
from relecture.relations.links import form, maybe, role
from relecture.relations.skeleton import pattern
from relecture.relations.slips import near, one_figure_off, slip
from relecture.settings import Settings
from relecture.types import Article, Relation, RelationKind, Severity, Verdict

RULE = Rule(
    slug="energy-power-time",
    code="V02",
    family="V",
    severity=Severity.ERROR,
    title={"fr": "Énergie ≠ puissance × durée", "en": "Energy ≠ power × time"},
    why={
        "fr": "L’énergie est la puissance multipliée par la durée : 1 kW pendant une heure fait 1 kWh.",
        "en": "Energy is power times time: 1 kW for one hour is 1 kWh.",
    },
    messages={
        "default": {
            "fr": "{power} × {time} = {expected}, et non {energy}.",
            "en": "{power} × {time} = {expected}, not {energy}.",
        }
    },
    flagged=(
        "Sur une borne de 11 kW, le fourgon reprend 80 kWh en trois heures.",
        "Un radiateur de 2 kW qui chauffe pendant cinq heures consomme 25 kWh.",
        "À pleine puissance, le réacteur de 900 MW produit 9 GWh par jour.",
    ),
    accepted=(
        "Sur une borne de 11 kW, le fourgon reprend 33 kWh en trois heures.",
        "Un radiateur de 2 kW qui chauffe pendant cinq heures consomme 10 kWh.",
        "Branchée sur une borne de 150 kW, la voiture reprend 40 kWh en trente minutes.",
    ),
    false_positives=("Deux appareils ou deux durées dans une même phrase.",),
)
#: Energy over P × t by less than this share is left to rounding; energy under it by more is judged.
_OVER, _UNDER = Decimal("0.05"), Decimal("0.25")
#: What a store that is emptied may keep, as a share.
_KEPT = Decimal("0.15")
#: Hours in a day and in a year.
_DAY, _YEAR = Decimal(24), Decimal(8760)
#: A yearly energy under this share of the power times the year is another slip.
_IDLE = Decimal("0.006")
#: Times that are exact when they are whole.
_SURE = frozenset(("day", "week", "year"))
#: Nothing is taken to run all through these without a word for it.
_LONG = frozenset(("day", "week", "month", "year"))
_FORMS = ("power-time", "power-day", "power-year")
#: How far apart the figures of several sentences may be and still speak of one fact.
_NEAR = Decimal(5)


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The energies that their power and duration contradict, or confirm."""
    for relation in relations(article, RelationKind.PRODUCT, *_FORMS):
        factor = maybe(relation, "factor")
        if form(relation) == "power-year" and not relation.attributes["mean"] and factor is None:
            continue
        power, energy, time = role(relation, "power"), role(relation, "result"), maybe(relation, "time")
        hours = _YEAR if form(relation) == "power-year" else _DAY
        expected = expected_energy(power, energy, time, hours)
        if expected is None or not power.sure:
            continue
        stated = energy.bounds(LOOSE)
        if factor is not None:
            expected = expected * factor.bounds(LOOSE).scaled(Decimal("0.01"))
        several = maybe(relation, "count")
        scaled = several is not None and _nearer(stated, expected, several.value)
        if several is not None and scaled:
            expected = expected.scaled(several.value)
        if (
            factor is None
            and hours == _YEAR
            and not expected.value * _IDLE <= stated.value <= expected.value * (1 + _OVER)
        ):
            continue  # load-factor says it
        values = [one.bounds(LOOSE) for one in energy.readings_as_amounts()]
        verdicts = [_verdict(relation, value, expected) for value in values]
        verdict = None if None in verdicts else best(v for v in verdicts if v)
        if verdict is None or (verdict is Verdict.INCONSISTENT and not _akin(relation, values, expected)):
            continue
        lang, unit = settings.lang, symbol(energy)
        duration = surface(article, time, lang) if time else number(hours, lang, "h")
        left = surface(article, power, lang)
        if factor is not None:
            left = f"{left} × {surface(article, factor, lang)}"
        if several is not None and scaled:
            left = f"{number(several.value, lang)} × {left}"
        yield from judged(
            RULE,
            article,
            settings,
            (power, energy, time) if time else (power, energy),
            stated,
            expected,
            relation=f"{left} × {duration} = {number(expected.value, lang, unit)}",
            unit=unit,
            verdict=verdict,
            matched=True,
            diagnosis=diagnose(stated.value, expected.value, lang),
            power=left,
            time=duration,
            energy=surface(article, energy, lang),
        )


def expected_energy(power: Amount, energy: Amount, time: Amount | None, span: Decimal = _DAY) -> Bounds | None:
    """Power × time in the unit of *energy* (*span*, in hours, without a *time*)."""
    watts = in_unit(power, "watt", LOOSE)
    hours = _hours(time) if time else Bounds.exact(span)
    one = energy.canonical.partition("/")[0]
    if watts is None or hours is None:
        return None
    from relecture.quantities.units import convert

    return (watts * hours).scaled(convert(Decimal(1), "watt_hour", one))


def _hours(time: Amount) -> Bounds | None:
    """A time in hours; a year, a week, a day are no less and no more, an hour may be rounded."""
    whole = time.value == time.value.to_integral_value() and time.low is None and not time.approximate
    if whole and time.canonical in _SURE:
        return in_unit(time, "hour", None)
    if whole and time.value == 1 and time.canonical == "hour":
        return Bounds.exact(1).widened(_KEPT)
    return in_unit(time, "hour", LOOSE)


def _nearer(stated: Bounds, expected: Bounds, times: Decimal) -> bool:
    """True when the energy is that of several machines rather than of one."""
    return stated.value > 0 and expected.value > 0 and stated.value * stated.value > expected.value**2 * times


def _verdict(relation: Relation, stated: Bounds, expected: Bounds) -> Verdict | None:
    verdict = compare(stated, expected)
    if verdict is not Verdict.INCONSISTENT:
        return verdict
    if not relation.explicit:
        copied = relation.attributes["full"] and one_figure_off(stated.value, expected.value)
        return verdict if copied else None
    if relation.attributes["store"]:
        return _emptied(relation, stated, expected)
    if stated.value > expected.value:
        return verdict if stated.value > expected.value * (1 + _OVER) else Verdict.BORDERLINE
    text = str(relation.attributes["sentence"])
    time = maybe(relation, "time")
    lasting = bool(relation.attributes["full"] or relation.attributes["mean"] or maybe(relation, "factor")) or (
        time is not None
        and time.canonical not in _LONG
        and _lasting().search(text)
        and not _variable().search(text)
    )
    if not lasting and time is not None and slip(stated.value, expected.value) == "power":
        lasting = bool(_lasting().search(text) and not _variable().search(text))
    return verdict if lasting and stated.value < expected.value * (1 - _UNDER) else None


def _akin(relation: Relation, values: list[Bounds], expected: Bounds) -> bool:
    """True unless figures of several sentences are too far apart to speak of one fact."""
    return not relation.attributes["wide"] or any(
        slip(v.value, expected.value) or near(v.value, expected.value, _NEAR) for v in values
    )


def _emptied(relation: Relation, held: Bounds, expected: Bounds) -> Verdict | None:
    """A store gives no more than it holds; all of it when it is emptied, and may give less otherwise."""
    text = str(relation.attributes["sentence"])
    if form(relation) != "power-time":
        return None
    drawn = _drawing().search(text) is not None
    if (
        _filling().search(text)
        and not _running_out().search(text)
        and not (drawn and expected.value > held.value)
    ):  # charging loses some: the grid gives at least what is stored
        return Verdict.INCONSISTENT if held.value > expected.value * (1 + _OVER) else None
    if (_emptying().search(text) or _running_out().search(text)) and abs(
        expected.value / held.value - 1
    ) > _KEPT:
        return Verdict.INCONSISTENT
    return Verdict.INCONSISTENT if drawn and expected.value > held.value * (1 + _OVER * 2) else None


@cache
def _lasting() -> re.Pattern[str]:
    return pattern(
        r"\b(?:pendant|durant|(?:a |ont )?duré|sur (?:ces|les)(?= <D>)|d'affilée|de suite|soit|équiva\w+|c'est-à-dire|correspond\w*|allumée?s?|radiateur|four|ampoule|lampe|convecteur|aspirateur|bouilloire)\b|="
    )


@cache
def _running_out() -> re.Pattern[str]:
    """A store that was full is being emptied: « chargée à bloc, elle se vide en… »."""
    return re.compile(
        r"\b(?:se (?:vide\w*|décharge\w*)|s'épuise\w*|est (?:vide|à plat|à sec|épuisée?|vidée?))\b"
    )


@cache
def _emptying() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:s'épuis\w*|épuisée?s?|se vide\w*|vidée?s?|vider|à plat|à sec|entièrement déchargée?|décharge complète|se décharge)\b"
    )


@cache
def _filling() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:faire le plein|font le plein|(?:re)?charge complète|plein d'une batterie|rempli(?:r|t|ra|ssent|rait)|(?:re)?charg\w+ (?:complètement|entièrement|totalement|à fond|à bloc))\b"
    )


@cache
def _drawing() -> re.Pattern[str]:
    """Words that say that a store gives its power for a time."""
    return re.compile(
        r"\b(?:inject\w*|fourni\w*|délivr\w*|restitu\w*|aliment\w*|débit\w*|tenir|tien(?:t|nent)|tiendr\w*|décharg\w*|soutenir|soutien\w*|secour\w*|livr\w*|pouss\w*|laiss\w*|autonomie|de quoi|assur\w*|offr\w*|permet\w*)\b"
    )


@cache
def _variable() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:bornes?|recharge\w*|panneaux?|éolien\w*|solaires?|photovolt\w*|parcs?|centrales?|voitures?|jusqu'à|maximum|crête|barrages?)\b"
    )
