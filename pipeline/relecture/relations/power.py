"""Power, time and energy of one fact: « une borne de 7 kW… 28 kWh en quatre heures », « 12 MW… 30 GWh par an »."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relecture.relations import hours
from relecture.relations.amounts import Amount, Shape
from relecture.relations.links import link
from relecture.relations.products import only, sentences
from relecture.relations.skeleton import Skeleton, pattern
from relecture.relations.windows import Window, windows
from relecture.types import Relation, RelationKind

#: Words that say that the power runs all the time.
_FULL = r"pleine (?:puissance|charge)|en continu|sans (?:interruption|discontinuer|arrêt|relâche|faiblir)|non-stop|d'affilée|de moyenne|puissance moyenne|en moyenne|en permanence|24 ?h(?:eures)? sur 24|à plein régime|nuit et jour|jour et nuit|calée? à|stables? à|constamment|(?:puissance|cadence|allure|régime|débit)s? constante?s?|à longueur d'année|sans jamais"
#: Words that make the power that of a year's energy: the mean.
_MEAN = r"\b(?:puissances? (?:électriques? )?(?:moyennes?|continues?|constantes?|permanentes?)|en moyenne|de moyenne|moyenne appelée|en permanence|en continu|jour et nuit|nuit et jour|sans (?:interruption|discontinuer|relâche)|à (?:chaque|tout) (?:instant|moment)|à chaque seconde|24 ?h(?:eures)? sur 24)\b"
#: Two facts in one sentence: the three figures may belong to different ones.
_TWO_FACTS = r"\b(?:contre|puis|ensuite|dont(?= <d>?<A>)|jusqu'à|tandis|alors que|au lieu)\b"
#: Words that give an energy as what was produced, used or taken.
_YIELDS = (
    r"\b(?:fourni\w*|produi\w*|production|consomm\w*|délivr\w*|récup\w*|repren\w*|repris\w*|englouti\w*|dépens\w*|restitu\w*|inject\w*"
    r"|débit\w*|soutir\w*|aval\w*|brûl\w*|gagn\w*|livr\w*|soit|facture|compteur|absorb\w*|utilis\w*|dévor\w*|coûte\w*|représent\w*"
    r"|dégag\w*|génér\w*|tir\w+|appel\w*|note|bilan|total|résultat\w*|attend\w*|délest\w*|manqu\w*|priv\w*|sort\w*|affich\w*|enregistr\w*|compt\w+|demand\w*|économis\w*|(?:cela|ça) (?:fai\w+|fera\w*|donne\w*|représent\w*))\b"
)
#: What makes an energy the size of a store, and the words of a store that holds it.
_SIZED = r"\b(?:batterie|capacité|pack|accumulateurs?|réservoir|ballon)(?: \w+){0,3} (?:de|d')<d>$"
_HELD = (
    r"\b(?:renferm\w*|stock(?:e|ent|ait|er|é|ée|és|ées)\b|contien\w*|contenai\w*|emmagasin\w*|recèl\w*|engrang\w*|accumul\w*"
    r"|(?:batterie|stock|réserve|accumulateur|capacité de stockage|capacité)s? [^.]{0,30}(?:de|d'|:|est de|atteint|s'élève à) ?)<h15><d>$"
)
#: A store whose size the next sentence gives, and how it gives it.
_STORE = r"\b(?:batteries?|stockage|accumulateurs?|step|volants? d'inertie)\b"
_ITS_SIZE = r"\b(?:(?:avec|fort\w*|dot\w+|grâce à|et) (?:de |d')?(?:ses|leurs?|sa capacité de|une capacité de)|(?:sa|leur) capacité (?:de stockage )?(?:est de|atteint|s'élève à|de)) ?$"
_PLANT = r"\b(?:parcs?|centrales?|éolien\w*|solaires?|photovolt\w*|réacteurs?|barrages?|turbines?|fermes?|panneaux|usines?|chaudières?|ombrières?|tranches?|datacenters?|centres? de (?:données|calcul)|supercalculateurs?|serveurs)\b"
_YEARLY = r"\b(?:par an\b|annuel\w*|chaque année|(?:à|sur|toute) l'année|en un an|dans l'année|l'an dernier|l'année dernière|l'an passé|en <Y>)|/an\b"
_DAILY = r"\b(?:par jour|quotidien\w*|chaque jour|en une journée|en un jour|en 24 heures)\b"
_YEAR_DIGITS = 4
_APIECE = r"(?P<count><C>)(?: (?!de\b|d'|à\b)[\w'-]+){0,3},? (?:de|d'|à) ?<d>$"
#: « À 900 MW, on sort 21,6 GWh par jour »: a power that a big plant holds, where neither sun nor wind decides.
_HOLDS = r"[ «\"–—]*à <d>$"
_FICKLE = (
    r"\b(?:solaires?|éolien\w*|photovolt\w*|panneaux|parcs?|barrages?|hydro\w*|pointe|batteries?|stockage)\b"
)
_BIG = Decimal(50_000_000)
#: What a store needs to be filled, and the time that takes: « il faut 24 kWh. Comptez six heures ».
_NEEDED = r"\b(?:faut|faudra|réclam\w*|nécessit\w*|exig\w*|besoin)\b"
_TAKES = r"\b(?:compt(?:ez|er|ons)|suffi\w+|faut|faudra|prend\w*|en) <d>$"
_SUFFICES = r" (?:suffi\w+|seront nécessaires|sont nécessaires|plus tard)\b"
_OFTEN = r"\b(?:chaque|par (?:jour|nuit|semaine|mois)|tous les|toutes les)\b"
#: How far before the first figure a word may tell two facts apart.
_BEFORE = 40
_LOAD = r"\b(?:facteur|taux) de (?:charge|capacité)<h40><d>(?P<factor><P>)|(?P<before><P>) de (?:facteur|taux) de (?:charge|capacité)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The powers with the energy and the time that go with each: a duration, a day or a year."""
    for at in skeleton.positions:
        power = skeleton.marks[at]
        if power.dimension != "power":
            continue
        for window in windows(skeleton, at):
            relation = _one_fact(skeleton, window, power)
            if relation is not None:
                yield relation
                break


def _one_fact(skeleton: Skeleton, window: Window, power: Amount) -> Relation | None:
    found = list(window.found)
    flow = only(found, dimension="energy/time")
    energy = flow or only(found, dimension="energy")
    if energy is None or only(found, dimension="power") is not power:
        return None
    at = next(p for p, a in found if a is energy)
    own_at = next(p for p, a in window.found if a is power)
    start, end = skeleton.sentence(at)
    text = skeleton.text[window.start : window.end]
    store = pattern(_STORE).search(text) is not None and pattern(_ITS_SIZE).search(skeleton.text, start, at)
    time = only(found, shape=Shape.DURATION)
    if window.wide and not store and not _yielded(skeleton.text[start:at], skeleton.text[at + 1 : end]):
        needed = time is not None and pattern(_NEEDED).search(skeleton.text, start, at)
        if not needed or not _takes(skeleton, window, next(p for p, a in found if a is time)):
            return None
    if window.wide and own_at > end and _told_power(skeleton, start):
        return None
    timed = any(a.shape is Shape.DURATION for _, a in found)
    if time is not None and _idle(skeleton, next(p for p, a in found if a is time)):
        time, timed = None, False  # the time when it did not run
    if not timed and (
        time := hours.between(skeleton, start, end)
        or (hours.between(skeleton, *skeleton.sentence(own_at)) if window.wide else None)
    ):
        timed = True
    own = text if not window.wide else skeleton.text[start:end]
    form = "power-time" if time and not flow else _period(energy, own) if not timed else ""
    if not form:
        return None
    mean = form == "power-year" and _year_long(window) and _mean(skeleton, window, power)
    if form == "power-year" and window.wide and not mean and not pattern(_PLANT).search(text):
        return None
    low, high = window.start, window.end
    if not window.wide:  # what comes after the last figure tells another fact of something else
        low = max(low, min(p for p, a in found if a in (power, energy, time)) - _BEFORE)
        high = max(p for p, a in found if a in (power, energy, time))
    return link(
        RelationKind.PRODUCT,
        form,
        skeleton.source(window.start, window.end),
        {
            "power": power,
            "time": time if form == "power-time" else None,
            "result": energy,
            "count": _count(skeleton, own_at),
            "factor": _factor(skeleton, window) if form == "power-year" else None,
        },
        full=bool(pattern(_FULL).search(text)) or _held(skeleton, power, own_at, text),
        store=bool(store or pattern(_HELD).search(skeleton.text[start:at])),
        sentence=text,
        wide=window.wide,
        mean=mean,
        explicit=not pattern(_TWO_FACTS).search(skeleton.text, low, high),
    )


def _told_power(skeleton: Skeleton, start: int) -> bool:
    """True when the sentence before the energy's tells a power, which the energy is then of."""
    if start <= 1:
        return False
    return any(
        a.dimension == "power" for _, a in skeleton.amounts_between(skeleton.sentence(start - 2)[0], start)
    )


def _takes(skeleton: Skeleton, window: Window, at: int) -> bool:
    """True for a time that is all it takes: « comptez six heures », « six heures suffisent »."""
    return not pattern(_OFTEN).search(skeleton.text, window.start, window.end) and bool(
        pattern(_TAKES).search(skeleton.text, window.start, at)
        or pattern(_SUFFICES).match(skeleton.text, at + 1)
    )


def _held(skeleton: Skeleton, power: Amount, at: int, text: str) -> bool:
    """True for a big power that opens its sentence (« À 900 MW, on sort… ») and that no weather decides of."""
    start, _ = skeleton.sentence(at)
    return bool(
        power.factor is not None
        and power.value * power.factor >= _BIG
        and skeleton.text[at + 1 : at + 2] == ","
        and pattern(_HOLDS).fullmatch(skeleton.text, start, at)
        and not pattern(_FICKLE).search(text)
    )


def _idle(skeleton: Skeleton, at: int) -> bool:
    """True for a time of rest: « malgré cinq semaines d'arrêt »."""
    lead = pattern(r"\b(?:malgré|après|avant|hormis|sauf|il y a|depuis|d'ici|dans) <d>$").search(
        skeleton.text, max(0, at - 18), at
    )
    rest = pattern(
        r" (?:de |d')(?:arrêt|interruption|maintenance|indisponibilité|panne|travaux|retard|chômage|fermeture|grève|révision)"
    )
    return lead is not None or rest.match(skeleton.text, at + 1) is not None


def _count(skeleton: Skeleton, at: int) -> Amount | None:
    """How many have the power each: « trois climatiseurs de 800 watts »."""
    found = pattern(_APIECE).search(skeleton.text, max(skeleton.sentence(at)[0], at - 60), at)
    several = skeleton.amount(found, "count") if found else None
    return several if several is not None and several.value > 1 and several.low is None else None


def _factor(skeleton: Skeleton, window: Window) -> Amount | None:
    """The load factor that the text gives: « un facteur de charge de 40 % »."""
    found = pattern(_LOAD).search(skeleton.text, window.start, window.end)
    return skeleton.amount(found, "factor" if found["factor"] else "before") if found else None


def _mean(skeleton: Skeleton, window: Window, power: Amount) -> bool:
    """True when the words beside the power make it the mean."""
    at = next(p for p, a in window.found if a is power)
    lead = pattern(rf"{_MEAN}<g40>$").search(skeleton.text, window.start, at)
    return lead is not None or pattern(rf"<h15>{_MEAN}").match(skeleton.text, at + 1) is not None


def _year_long(window: Window) -> bool:
    """False when a date of the window is of a month or a day: the energy is not that of a whole year."""
    dates = [a for _, a in window.found if a.shape is Shape.DATE]
    return len(dates) < 2 and all(len(a.span) == _YEAR_DIGITS for a in dates)


def _yielded(before: str, after: str) -> bool:
    """True for an energy that its sentence gives as produced or used, or as what a store holds; not as a size."""
    if pattern(_HELD).search(before):
        return True
    return not pattern(_SIZED).search(before) and bool(
        pattern(_YIELDS).search(before) or pattern(rf" ?{_YIELDS}").match(after)
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
