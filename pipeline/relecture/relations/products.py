"""Products: rate × quantity and count × unit value; the operands are sought in one sentence.

A sentence is read only when it holds exactly one amount for each part, and a word that links them:
three figures that happen to stand together make no product.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relecture.relations import means, paces
from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import LOOSE, PERIODS
from relecture.relations.links import link
from relecture.relations.skeleton import STOP, Skeleton, heads, pattern
from relecture.relations.tariffs import by_measure, over_period
from relecture.relations.triples import priced, rates
from relecture.types import Relation, RelationKind, Span

_EACH = r"(?:\bchacun\w*|\bpièce\b|\bl'unité\b|\bunitaires?\b|\bpar tête\b|\bpar \w+|\bà l'unité\b|\bchaque\b|\bl'un\b|\bles uns\b)"
_TOTALLING = (
    r"(?:,|:|;|\(| –| —)? ?(?:(?:ce )?qui |et )?(?:soit|pour un total de|pour une (?:puissance|capacité|surface|somme|longueur|valeur|masse|enveloppe)"
    r"(?: \w+)? de|totalis\w+|représent\w+|au total,?|en tout,?|d'une (?:puissance|capacité|surface|valeur) totale de|atteign\w+"
    r"|cumul\w+|fourniss\w+ ensemble|(?:la |une )?(?:addition|note|facture|dépense) (?:monte|s'élève|atteint|grimpe|est) (?:à|de)?|l'addition (?:monte|s'élève|grimpe|atteint) ?à?|(?:soit|pour) un (?:investissement|coût|montant|budget|prix|poids|chiffre d'affaires)(?: total)? de|(?:soit|pour) une (?:dépense|recette|facture|somme)(?: totale)? de|pour|formant|développ\w+|(?:fait|font)|revien\w+ à|coût\w+|donn\w+|=) (?:au total |en tout |ensemble )?"
)
#: Words after which the total is the product, and nothing more.
_CONCLUDING = r"soit|tot|addition|note|facture|dépense|coût|revien|font|fait|=|ensemble"
#: « soit 3 MW chacune »: the last amount is the unit value, not the total.
_BY_ONE = r" (?:chac\w+|à chac\w+|par |pièce|l'unité|l'un|en moyenne)"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The products of an article."""
    seen: set[tuple[str, ...]] = set()
    for source in (
        _counted,
        _shared_out,
        means.read,
        paces.read,
        rates,
        by_measure,
        _periodic,
        _by_month,
        priced,
    ):
        for relation in source(skeleton):
            key = tuple(sorted(relation.operands))
            if key not in seen:
                seen.add(key)
                yield relation


def sentences(skeleton: Skeleton) -> Iterator[tuple[int, int, str, list[tuple[int, Amount]]]]:
    """The bounds, reduced text and amounts of every sentence with two amounts or more."""
    for start, end in skeleton.sentences():
        found = skeleton.amounts_between(start, end)
        if len(found) >= 2:
            yield start, end, skeleton.text[start:end], found


def only(found: list[tuple[int, Amount]], *, apart: Amount | None = None, **wanted: object) -> Amount | None:
    """The one amount, *apart* aside, with the *wanted* attributes; ``None`` when there is none or several."""
    matching = [a for _, a in found if a is not apart and all(getattr(a, k) == v for k, v in wanted.items())]
    return matching[0] if len(matching) == 1 else None


_ADJECTIVES = {
    "annuel": "year",
    "mensuel": "month",
    "journali": "day",
    "quotidien": "day",
    "hebdomadaire": "week",
    "horaire": "hour",
}


#: The digits of a year.
_YEAR = 4
_MONTH = heads(("mois", "mensuel"))


def _periodic(skeleton: Skeleton) -> Iterator[Relation]:
    """« 6 000 euros répartis sur 12 mois, soit 500 euros par mois »: an amount by period, a duration, a total."""
    for match in skeleton.find(
        r"(?P<rate><X>)(?: brut| net)? (?:par|l'|chaque|le|la|de l') ?(?P<period>an|mois|jour|semaine|heure)(?:née)?\b"
    ):
        yield from _two_periods(skeleton, match, skeleton.amount(match, "rate"))
        yield from over_period(skeleton, match, PERIODS[match["period"]])
    for match in skeleton.find(rf"\b(?P<period>{'|'.join(_ADJECTIVES)})\w*(?P<said><h30>)<d>(?P<rate><X>)"):
        yield from over_period(skeleton, match, _ADJECTIVES[match["period"]])
    for match in skeleton.find(rf"(?P<rate><X>)(?: bruts?| nets?)? (?P<period>{'|'.join(_ADJECTIVES)})\w*"):
        yield from over_period(skeleton, match, _ADJECTIVES[match["period"]])


_PER = r"(?:par|l'|chaque|(?:sur|à|dans|pour) l'|en une?|sur une?|au) ?(?P<period>an|mois|jour|semaine|heure)(?:née)?\b(?!'hui)|(?P<whole>annuel|mensuel)\w*"
_EQUALLING = r"(?:soit|c'est-à-dire|ou|revien\w+ à|représent\w+|équiva\w+ à|donc|=|,)"


def _two_periods(skeleton: Skeleton, match: re.Match[str], rate: Amount) -> Iterator[Relation]:
    """« 12 euros par mois, soit 144 euros par an », « 12 euros par mois. Sur l'année, la note grimpe à 144 euros »."""
    text, end = skeleton.text, match.end()
    other = pattern(rf"<h25>,? ?\(?{_EQUALLING} ?<d>(?P<total><X>) (?:{_PER})\b").match(text, end)
    later = other or pattern(rf"<h60>(?:\ue0ff|[,;:]) *(?:{_PER})<g50><d>(?P<total><X>)").match(text, end)
    told = other or later
    if later is None:
        later = pattern(
            rf"<h60>(?:[,:] ?<h60>){{0,2}}\b(?:{_PER})(?:<h20>) (?:à |de |: ?)?<d>(?P<total><X>)"
        ).match(text, end)
    if later is None:
        return
    per = PERIODS[later["period"]] if later["period"] else _ADJECTIVES[later["whole"]]
    total = skeleton.amount(later, "total").lent(rate)
    if (
        per == PERIODS[match["period"]]
        or total.dimension != rate.dimension
        or rate.dimension == "dimensionless"
    ):
        return
    loose = pattern(LOOSE).search(text, match.start(), later.end())
    yield link(
        RelationKind.PRODUCT,
        "periods",
        skeleton.source(match.start(), later.end()),
        {"rate": rate, "result": total},
        explicit=other is not None or (told is not None and not loose),
        wide=other is None,
        period=PERIODS[match["period"]],
        per=per,
    )


#: « en 2023 », « sur l'ensemble de l'année », « l'an dernier », « par an »: what a year's total is the total of.
_A_YEAR = (
    r"(?:(?:en|sur|dans) (?P<span><D>)|(?:(?:sur|dans|au cours de|durant|pendant|tout au long de) (?:l'ensemble de |toute )?(?:l'année|l'exercice)(?: <Y>)?|par an|chaque année"
    r"|en (?P<dated><Y>)|l'an (?:dernier|passé)|l'année (?:dernière|passée)))"
)
#: « 4 800 vélos en 2023, soit 400 par mois »; a month has no days off, which a day or a week may have.
_MONTHLY = (
    rf"(?P<total><C>)<h40> {_A_YEAR},? ?\(?(?:soit|c'est-à-dire|ce qui (?:fait|représente)|ce qui donne)"
    r" ?(?:une moyenne (?:mensuelle )?de |en moyenne,? )?<d>(?P<rate><N>|<C>)(?: [^\W\d]+){0,3} (?:par mois|chaque mois|mensuels?|mensuelles?)(?: en moyenne| environ)?(?= ?[,.;)§]|$)"
).replace("§", STOP)


def _by_month(skeleton: Skeleton) -> Iterator[Relation]:
    """What was counted in a year, and how many that makes a month."""
    for match in skeleton.find_by(_MONTH, _MONTHLY):
        total, rate = skeleton.amount(match, "total"), skeleton.amount(match, "rate")
        span, date = skeleton.optional(match, "span"), skeleton.optional(match, "dated")
        year = span is None or (span.canonical, int(span.value)) in {("year", 1), ("month", 12)}
        whole = date is None or len(date.span) == _YEAR  # « en mai 2023 » is not a year
        if year and whole and rate.lent(total).noun == total.noun and rate.value < total.value:
            yield link(
                RelationKind.PRODUCT,
                "periods",
                skeleton.span(match),
                {"rate": rate.lent(total), "result": total},
                explicit=True,
                period="month",
                per="year",
            )


# ---------------------------------------------------------------- count × unit value


#: What is paid once, right before: see `ledgers`.
_FEE = r"<M><h40>,? (?:puis|plus|et|auxquels? s'ajoutent|ainsi que|suivis? de) <d>$"
#: Another count with its unit value, right before.
_ANOTHER = r"(?:<C>|<N>)(?:, <h30>,|<h30>) (?:à|de|d'|au prix de) <d>(?:<M>|<Q>)(?: [^\W\d]+){0,2} ?(?:,| et|;| plus) ?<d>$"


def _counted(skeleton: Skeleton) -> Iterator[Relation]:
    """« 8 éoliennes de 2,3 MW, soit 18,4 MW »."""
    unit = r"(?:de|d'une? (?:puissance|capacité|surface|masse|longueur|hauteur|poids|valeur|prix|coût|durée)(?: unitaire)? de|à|d') ?<d>(?P<unit><X>)(?: (?:chacun\w*|pièce|l'unité|l'un\w*))?"
    for match in skeleton.find(rf"(?P<count><C>|<N>)<h30> {unit}<g45>{_TOTALLING}<d>(?P<total><X>)"):
        count, value, total = (skeleton.amount(match, g) for g in ("count", "unit", "total"))
        if not _multiplies(count, value, total) or pattern(_BY_ONE).match(skeleton.text, match.end()):
            continue
        each = bool(pattern(r"chacun|pièce|unitaire|l'un").search(match[0]))
        opening = skeleton.sentence(match.start())[0]
        if pattern(_ANOTHER).search(skeleton.text, opening, match.start()) or (
            value.shape is Shape.MONEY and pattern(_FEE).search(skeleton.text, opening, match.start())
        ):
            continue  # « trois nuits à 110 euros, deux dîners à 45 euros, soit… »: see `ledgers`
        weak = (
            bool(pattern(r" pour $").search(match[0][: match.start("total") - match.start()]))
            and value.shape is Shape.MONEY
        )
        if not weak:
            yield _times(
                skeleton.span(match),
                count,
                value,
                total,
                explicit=each or bool(pattern(_CONCLUDING).search(match[0])),
            )


def _multiplies(count: Amount, value: Amount, total: Amount) -> bool:
    if count.value < 2 or count.low is not None or count.value != count.value.to_integral_value():
        return False
    if value.dimension != total.dimension or (
        value.dimension == "dimensionless" and value.shape is not Shape.COUNT
    ):
        return False
    if value.shape in (Shape.PERCENT, Shape.POINTS, Shape.RATE) or Shape.PERCENT is total.shape:
        return False
    return value.shape is not Shape.COUNT or value.noun == total.noun


def _times(trigger: Span, count: Amount, value: Amount, total: Amount, *, explicit: bool) -> Relation:
    return link(
        RelationKind.PRODUCT,
        "count",
        trigger,
        {"count": count, "unit": value, "result": total},
        explicit=explicit,
    )


def _shared_out(skeleton: Skeleton) -> Iterator[Relation]:
    """« répartis entre 170 000 foyers, les 100 MW laissent 590 W à chacun », « T pour n élèves, soit u par élève »."""
    for start, end, text, found in sentences(skeleton):
        for each in pattern(
            rf"(?P<unit><X>)<h15> ?(?:à |pour )?(?P<each>{_EACH})|chac\w+ <h25>(?P<unit2><X>)"
        ).finditer(skeleton.text, start, end):
            group = "unit" if each["unit"] else "unit2"
            value = skeleton.amount(each, group)
            total = only(found, apart=value, dimension=value.dimension, shape=value.shape)
            count = only(found, apart=value, shape=Shape.COUNT)
            if (
                total is None
                or count is None
                or not _multiplies(count, value, total)
                or total.value == value.value
            ):
                continue
            if pattern(_ANOTHER_ONE).search(skeleton.text, start, each.start(group)):
                continue
            word = each["each"] or ""
            if pattern(r"\b(?:contre|au lieu de) <d>$").search(skeleton.text, start, each.start(group)):
                continue  # « la palette vaut 435 euros, contre 448,50 à l'unité »
            if word.startswith("par ") and not _same_noun(word[4:], count):
                continue
            if not pattern(
                r"\b(?:soit|réparti\w*|partag\w*|laiss\w*|donn\w*|rapport\w*|encaiss\w*|recettes?|représent\w*|distribu\w*|revien\w*|au total|en tout|totalis\w+|touch\w*|reçoi\w*|coût\w*|divis\w*|en moyenne|pour|(?:puissance|surface|capacité|masse|longueur|valeur|prix|coût|poids) totale?|font|fait|faisant|affich\w*|délivr\w*|fourni\w*|produi\w*|développ\w*|pès\w*|mesur\w*|consomm\w*)\b|[:(]"
            ).search(text):
                continue
            yield _times(skeleton.source(start, end), count, value, total, explicit=True)


#: « le modèle précédent coûtait 9 millions pièce »: a value of something else.
_ANOTHER_ONE = (
    r"\b(?:précédent\w*|anciens?|ancienne\w*|concurrent\w*|d'avant|ailleurs|autrefois|auparavant|naguère)\b"
)
_PEOPLE = frozenset(("tête", "personne", "habitant", "individu", "âme"))


def _same_noun(word: str, count: Amount) -> bool:
    noun = (count.noun or "").lower()
    return noun[:5] == word[:5] or (word in _PEOPLE and noun.rstrip("s") in _PEOPLE)
