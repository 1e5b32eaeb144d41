"""A power for what is produced or consumed over a period: « produit 3 MW par an », « 12 kW chaque jour ».

Fires when a power follows a verb or a noun of producing or consuming, and a period is tied to it in the
same sentence. With « en 2023 » or « sur l'année », an average (« en moyenne ») is right and accepted; with
« par an », « chaque jour », it is not.

Admitted: the pace of building (« raccorder 100 MW par an »), factories, ramps, records and peaks, a
consumption at an hour or on a day, « jusqu'à » over a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.around import after, any_of, before, loose, measuring, unit_written, whole
from relecture.checks.base import Rule, evidence, finding
from relecture.fr.magnitudes import (
    DURING,
    EACH,
    GIVEN,
    MACHINE_KINDS,
    MACHINES,
    PACE,
    PEAKS,
    PLANTS,
    PRODUCE,
)
from relecture.quantities import units
from relecture.settings import Settings
from relecture.types import Article, Finding, Quantity, Severity, Span

RULE = Rule(
    slug="power-over-period",
    code="D01",
    family="D",
    severity=Severity.ERROR,
    title={"fr": "Puissance donnée pour une énergie", "en": "Power given for an energy"},
    why={
        "fr": "Ce qui est produit ou consommé pendant une période est une énergie : il se compte en wattheures.",
        "en": "What is produced or consumed over a period is an energy: it is counted in watt-hours.",
    },
    messages={
        "default": {
            "fr": "« {unit} » mesure une puissance ; ce qui est produit ou consommé « {period} » est une énergie : « {right} » ?",
            "en": "“{unit}” measures power; what is produced or consumed “{period}” is energy: “{right}”?",
        },
    },
    flagged=(
        "Chaque toiture produit 3 kilowatts par jour en été.",
        "Le champ d’éoliennes a généré 41 gigawatts en 2022.",
        "Le village consomme en moyenne 2 mégawatts par an.",
        "La voiture consomme 17 kW aux 100 km.",
    ),
    accepted=(
        "La région veut raccorder 80 MW supplémentaires par an.",
        "La centrale a fourni en moyenne 210 MW sur l’année.",
        "La consommation a atteint 71 000 MW mardi à 19 heures.",
        "Le champ d’éoliennes a généré 41 gigawattheures en 2022.",
    ),
    false_positives=("Une usine dont la phrase ne dit pas qu’elle fabrique des équipements.",),
    supersedes=(
        "watts-of-energy",
        "cross-dimension-equivalence",
        "energy-power-time",
        "stray-preposition",
        "implausible-magnitude",
    ),
)


@cache
def _producing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_stems()})", re.I)


@cache
def _plant() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(PLANTS)})", re.I)


@cache
def _own_power() -> re.Pattern[str]:
    """The power of the plant beside what it gave: « a produit 415 MW, pour une puissance crête de 360 kWc »."""
    return re.compile(r",?\s(?:pour|avec|malgré)\s(?:une|sa|leur)\spuissance[^,;.]*", re.I)


@cache
def _energy_told() -> re.Pattern[str]:
    return re.compile(
        r"\d\s?(?:millions?\sde\s|milliards?\sde\s)?(?:[kMGT]?Wh\b|\w*watts?-?heures?|[kMGT]?J\b|\w*joules?)"
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s|,)(?P<period>{'|'.join(EACH)})(?!\w)", re.I)


@cache
def _told_before() -> re.Pattern[str]:
    """The period between the verb and the power: « produit chaque année quelque 46 MW »."""
    verb = rf"(?:{any_of(PRODUCE)})\w*(?<!tion)"
    told = "|".join(period for period in EACH if period.startswith(("par ", "chaque ", "tous ")))
    return re.compile(
        rf"\b{verb}(?:\s\w+ment)?,?\s(?P<period>{told}),?\s(?:ainsi\s|en tout\s)?{loose()}$",
        re.I,
    )


@cache
def _fronted() -> re.Pattern[str]:
    """The period first: « En douze mois, les six éoliennes ont produit 41 gigawatts »."""
    return re.compile(
        rf"^\W{{0,3}}(?P<period>{'|'.join(DURING)}),\s[^,;:()]{{3,70}}\s{_HAVE}\s(?:\w+\s)?(?:{_stems()})\w*\s{loose()}$",
        re.I,
    )


@cache
def _inserted() -> re.Pattern[str]:
    """The period within the verb: « a, sur l'ensemble de 2024, consommé 41 gigawatts », « ont représenté en 2024 une consommation de… »."""
    total = r"une\s(?:production|consommation)(?:\s[^\W\d]+)?\sd(?:e\s|')"
    return re.compile(
        rf"\b{_HAVE}(?P<made>\sreprésenté)?,?\s(?P<period>{'|'.join(DURING)}),?\s(?(made){total}|(?:{_stems()})\w*)\s?{loose()}$",
        re.I,
    )


_HAVE = r"(?:a|ont|avait|avaient|aura|auront)"


@cache
def _stems() -> str:
    return any_of((*PRODUCE, *GIVEN))


def _opened(lead: str, tail: str) -> re.Match[str] | None:
    """The period before the power, unless the power is that of goods: « 3 GW de panneaux »."""
    goods = re.match(r"\s(?:de\s|d')(?!électricité|énergie|courant|chaleur|gaz|chauffage)", tail)
    return None if goods else _fronted().search(lead) or _inserted().search(lead)


@cache
def _size_of_a_machine() -> re.Pattern[str]:
    """« l'électrolyseur de 10 MW »: the power is the machine's, whatever is said of it after."""
    return re.compile(
        rf"(?:\b(?:l[ea]|une?|d'une?|du|cet?|cette|son|sa|leur)\s|\bl'|\bd')(?:{any_of(MACHINES)})(?:\s(?:{any_of(MACHINE_KINDS)})){{0,2}}\s(?:de|d')\s?{loose()}$",
        re.I,
    )


@cache
def _during() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s|,)(?P<period>{'|'.join(DURING)})(?!\w)", re.I)


@cache
def _hours() -> re.Pattern[str]:
    """What is told by the period is how long."""
    return re.compile(r"\bheures?(?: [^\W\d]+){0,2}$", re.I)


@cache
def _pace() -> re.Pattern[str]:
    return re.compile(any_of(PACE), re.I)


@cache
def _peaks() -> re.Pattern[str]:
    return re.compile(
        any_of(PEAKS)
        + r"|\bà\s\d{1,2}\s?(?:h|heures?)\b|à midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        re.I,
    )


@cache
def _moment() -> re.Pattern[str]:
    """The figure is that of an instant: what a period opens may be a record of energy."""
    return re.compile(
        r"pointe|\bpics?\b|au plus fort|instantané|maxim|\bà\s\d{1,2}\s?(?:h|heures?)\b|à midi", re.I
    )


@cache
def _distance() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?P<period>aux (?:100|cent)(?:\s?km|\skilomètres)?|pour 100 km|/\s?100\s?km|aux cent bornes)(?!\w)",
        re.I,
    )


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """One finding a power that a period makes an energy."""
    for quantity in measuring(article, "power/length"):
        yield _finding(article, settings, quantity, quantity.span, unit_written(quantity).split("/")[-1])
    for quantity in measuring(article, "power"):
        tail = _clause(after(article, quantity, 70))
        distance, each, during = _distance().match(tail), _each().search(tail), _during().search(tail)
        if each and _hours().search(tail, 0, each.start()):
            each = None  # « 75 kilowatts, fonctionne 5 200 heures par an »
        lead = before(article, quantity, 100)
        told = _told_before().search(lead) or _opened(lead, tail)
        if not (distance or each or during or told):
            continue
        if not told and _size_of_a_machine().search(lead):
            continue
        if distance and _producing().search(lead):
            span = Span(quantity.span.start, quantity.span.end + distance.end())
            yield _finding(article, settings, quantity, span, distance["period"])
            continue
        opening = told if told is not None and told.re in (_fronted(), _inserted()) else None
        period = _period(article, quantity, lead, (None if opening else told) or each, opening or during)
        if period is not None:
            earlier = quantity.span.start - len(lead) + told.start("period") if told else quantity.span.start
            span = Span(earlier, quantity.span.end + (0 if told else period.end()))
            yield _finding(article, settings, quantity, span, period["period"])


def _clause(tail: str) -> str:
    """What follows up to the end of the clause, or to an energy."""
    tail = _energy_told().split(tail, maxsplit=1)[0]
    return re.split(r"[;:()]|,\s(?:soit|mais|contre|et|dont|alors|selon)\b", tail, maxsplit=1)[0]


def _period(
    article: Article,
    quantity: Quantity,
    lead: str,
    each: re.Match[str] | None,
    during: re.Match[str] | None,
) -> re.Match[str] | None:
    """The period tied to a power that is produced or consumed, when nothing else explains it."""
    lead = re.split(r"[;:(]", lead)[-1]
    verb = next(reversed(list(_producing().finditer(lead))), None)
    sentence = _own_power().sub("", whole(article, quantity))
    opened = during is not None and during.re in (_fronted(), _inserted())
    if verb is None or _pace().search(lead if opened else sentence):
        return None
    if verb[0].lower() in GIVEN and not _plant().search(lead[: verb.start()]):
        return None
    if _energy_told().search(lead, verb.end()):
        return None  # « a soutiré 87,6 GWh, ce qui revient à 10 MW »
    if each is not None:
        return each
    if (_moment() if opened else _peaks()).search(sentence) or re.search(
        r"en moyenne|jusqu'à|puissance|sans (?:interruption|relâche|discontinuer)|en (?:continu|permanence)|jour et nuit|nuit et jour",
        sentence,
        re.I,
    ):
        return None
    # « a produit 41 GW en 2022 », not « produira 1 650 MW en 2030 »: a total is told of the past.
    past = re.search(r"\b(?:a|ont|avait|avaient|aura|production|consommation)\b", lead[: verb.end() + 1], re.I)
    during = during if past else None
    # « a atteint 90 GW en 2023 » may be a peak, « sur l'année » adds up.
    return (
        None if during is not None and "attein" in lead and not during["period"].startswith("sur ") else during
    )


def _finding(article: Article, settings: Settings, quantity: Quantity, span: Span, period: str) -> Finding:
    canonical = (quantity.unit.canonical if quantity.unit else "").split("/")[0]
    energy = units.energy_counterpart(canonical)
    right = units.symbol(energy) if energy else "Wh"
    number = quantity.number.of(article.text.raw)
    return finding(
        RULE,
        settings,
        [evidence(article, span, "puissance", quantity.id)],
        confidence=0.93,
        suggestion=f"{number} {right}",
        unit=unit_written(quantity).split("/")[0],
        period=period.strip(),
        right=f"{number} {right}",
    )
