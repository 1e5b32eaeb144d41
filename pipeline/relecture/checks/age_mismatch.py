"""An age that the dates of the same sentence, or the same person's other age, contradict.

Shapes: a life between parentheses and an age at death (« (1931-2019) … à 98 ans »); a birth, a date and an
age (« née en 1990, élue en 2014 à 34 ans »); two ages and the years between (« j'ai 42 ans, j'en avais 20
il y a trente ans »); two ages, each with its year (« entré à 16 ans, en 1971, il en avait 70 en 2015 »); a decade
and an age (« le sexagénaire de 54 ans »); one person, two ages (« un homme de 45 ans … l'homme de 54 ans »,
« Luc Perrin, 45 ans … Luc Perrin, 54 ans »). Words that bound an age (« nourrisson », « mineur »), ages that kinship or
rank puts in order (« sa petite sœur », « des jumeaux », « la benjamine », « à la veille de ses 70 ans »). The same over two
sentences: years later, years stayed (« entré à 19 ans, il y est resté quarante ans… à 56 ans »), the day that the story reaches.

A birthday not yet reached takes a year off; full dates give the exact age. Ages that a word moves in time
(« à l'époque », « il avait ») are held only against the dates given with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from relecture.checks.age_gaps import Elapsed, careers, elapsed, set_apart
from relecture.checks.age_spans import later, passed, since_event, stays
from relecture.checks.aged_then import Aged, aged_then
from relecture.checks.aged_twice import aged_twice
from relecture.checks.ages import ages, in_a_year, told_ages
from relecture.checks.base import Outcome, Rule, evidence, finding, verification
from relecture.checks.births import DatedAge, dated_ages
from relecture.checks.calendar import published
from relecture.checks.decades import InDecade, in_decade
from relecture.checks.kindred_ages import misplaced
from relecture.checks.life_told import lived_on, lives, years_between
from relecture.checks.pair_ages import of_two
from relecture.checks.parent_ages import too_near
from relecture.checks.parents import births_told
from relecture.checks.taken_up import aged_again, in_decade_before
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Severity, Span, Verdict

RULE = Rule(
    slug="age-mismatch",
    code="T04",
    family="T",
    severity=Severity.WARNING,
    title={"fr": "Âge et dates discordants", "en": "Age and dates disagree"},
    why={
        "fr": "L’âge se calcule d’après les dates du texte : quand il en diffère, l’un ou l’autre est faux.",
        "en": "The age follows from the dates in the text: when it differs, one or the other is wrong.",
    },
    messages={
        "default": {
            "fr": "D’après les dates ({first}-{last}), cela fait {expected} ans, pas {stated}.",
            "en": "The dates ({first}-{last}) make {expected} years, not {stated}.",
        },
        "sum": {
            "fr": "{then} ans et {gap} ans de plus : cela fait {expected} ans, pas {stated}.",
            "en": "{then} years and {gap} more: that makes {expected}, not {stated}.",
        },
        "decade": {
            "fr": "« {word} » : entre {low} et {high} ans ; le texte dit {stated} ans.",
            "en": "A “{word}” is between {low} and {high}; the text says {stated}.",
        },
        "order": {
            "fr": "« {word} » : {stated} ne va pas avec {other}. Corriger un âge, ou intervertir ?",
            "en": "“{word}”: {stated} does not go with {other}. Correct an age, or swap them?",
        },
        "twice": {
            "fr": "Deux âges pour la même personne : {one} ans, puis {other} ans ?",
            "en": "Two ages for the same person: {one}, then {other}?",
        },
        "verified": {
            "fr": "D’après les dates ({first}-{last}) : {stated} ans, c’est exact.",
            "en": "The dates ({first}-{last}) do make {stated} years.",
        },
    },
    flagged=(
        "Le sculpteur Aimé Carlier (1931-2004) est mort à 83 ans.",
        "Née en 1978, elle a été élue maire en 2014, à 46 ans.",
        "« J’ai 50 ans et j’en avais 15 quand l’usine a ouvert, il y a vingt ans », dit Lucien.",
        "Le septuagénaire de 63 ans a été secouru par les pompiers.",
        "Un cycliste de 31 ans a été renversé à Dole. Le cycliste de 51 ans souffre d’une fracture.",
    ),
    accepted=(
        "Le sculpteur Aimé Carlier (1931-2004) est mort à 72 ans.",
        "Née en 1978, elle a été élue maire en 2014, à 35 ans.",
        "« J’ai 35 ans et j’en avais 15 quand l’usine a ouvert, il y a vingt ans », dit Lucien.",
        "Le sexagénaire de 63 ans a été secouru par les pompiers.",
        "Un cycliste de 31 ans et une cycliste de 28 ans ont été renversés à Dole. Le cycliste de 31 ans est indemne.",
    ),
    false_positives=(
        "Un âge arrondi dans une citation (« à quarante ans passés »).",
        "Deux victimes différentes désignées par le même nom commun avec l’article défini.",
    ),
)

_TWO_AND_THE_YEARS = 3


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """Dates and age, two ages and a gap, decades, one person aged twice."""
    aged = bool(ages(article))
    summed: set[frozenset[Span]] = set()
    if aged or in_a_year(article.text.prose) or " bougies" in article.text.prose:
        cases = list(dated_ages(article, published(article, settings)))
        known = {case.age.span for case in cases}
        cases += [case for case in lives(article) if case.age.span not in known]
        right = {case.dates for case in cases if case.agrees}
        for case in cases:
            # Two dates that one age fits make no other: « mort en 1987, à 85 ans… Il avait 22 ans ».
            if case.agrees or case.dates not in right:
                yield _held(article, settings, case)
    for gap in _gaps(article) if aged else ():
        key = frozenset((gap.now.span, gap.then.span, gap.gap.span))
        if key in summed:
            continue
        summed.add(key)
        if abs(gap.then.value + gap.gap.value - gap.now.value) > 1:
            yield _sum(article, settings, gap)
    paired = list(aged_then(article))
    known_pairs = {frozenset((then.age.span, now.age.span)) for then, now in paired}
    paired += [p for p in lived_on(article) if frozenset((p[0].age.span, p[1].age.span)) not in known_pairs]
    for then, now in paired:
        if abs(now.year - then.year - (now.age.value - then.age.value)) > 1:
            yield _apart(article, settings, then, now)
    for told_in in (*in_decade(article), *in_decade_before(article)):
        if not told_in.agrees:
            yield _decade(article, settings, told_in)
    for odd in (*misplaced(article), *too_near(article), *of_two(article)):
        yield finding(
            RULE,
            settings,
            [evidence(article, span, "âge") for span in sorted((odd.age, odd.other))],
            "order",
            confidence=0.9,
            word=odd.word,
            stated=odd.age.of(article.text.raw),
            other=odd.other.of(article.text.raw),
        )
    twice = list(aged_twice(article)) if aged else []
    # the next sentence is often both readers' find: the first says more
    again = [pair for pair in aged_again(article) if all(pair[1].span.end != o.span.end for _, o in twice)]
    for one, other in (*twice, *again):
        yield finding(
            RULE,
            settings,
            [evidence(article, a.span, "âge") for a in (one, other)],
            "twice",
            confidence=0.9,
            one=one.value,
            other=other.value,
        )


def _gaps(article: Article) -> Iterator[Elapsed]:
    """Two ages and the years between them: nothing to read where fewer than three numbers of years are told."""
    if len(told_ages(article)) + len(list(passed(article.text.prose))) < _TWO_AND_THE_YEARS:
        return
    yield from elapsed(article)
    yield from set_apart(article)
    yield from careers(article)
    yield from stays(article)
    yield from later(article)
    yield from since_event(article)
    yield from births_told(article)
    yield from years_between(article)


def _held(article: Article, settings: Settings, case: DatedAge) -> Outcome:
    items = [evidence(article, s, "date") for s in case.dates] + [evidence(article, case.age.span, "âge")]
    low, high = case.allowed
    expected = f"{low}" if low == high else f"{low} ou {high}"
    first, last = case.years
    stated = case.age.value
    if case.agrees:
        calculation = Calculation("age", str(stated), expected, Verdict.VERIFIED)
        return verification(RULE, settings, items, calculation, first=first, last=last, stated=stated)
    return finding(
        RULE,
        settings,
        items,
        confidence=0.93,
        calculation=Calculation("age", str(stated), expected, Verdict.INCONSISTENT),
        first=first,
        last=last,
        expected=expected,
        stated=stated,
    )


def _sum(article: Article, settings: Settings, case: Elapsed) -> Finding:
    expected = case.then.value + case.gap.value
    roles = ((case.now, "âge"), (case.then, "âge"), (case.gap, "durée"))
    return finding(
        RULE,
        settings,
        [evidence(article, age.span, role) for age, role in roles],
        "sum",
        confidence=0.93,
        calculation=Calculation("age", str(case.now.value), str(expected), Verdict.INCONSISTENT),
        then=case.then.value,
        gap=case.gap.value,
        expected=expected,
        stated=case.now.value,
    )


def _apart(article: Article, settings: Settings, then: Aged, now: Aged) -> Finding:
    """Two ages that the years between them do not part."""
    if then.year > now.year:
        then, now = now, then
    expected = then.age.value + now.year - then.year
    items = [
        evidence(article, span, role)
        for aged in (then, now)
        for span, role in ((aged.age.span, "âge"), (aged.date, "date"))
    ]
    return finding(
        RULE,
        settings,
        sorted(items, key=lambda e: e.span),
        "sum",
        confidence=0.9,
        calculation=Calculation("age", str(now.age.value), str(expected), Verdict.INCONSISTENT),
        then=then.age.value,
        gap=now.year - then.year,
        expected=expected,
        stated=now.age.value,
    )


def _decade(article: Article, settings: Settings, case: InDecade) -> Finding:
    return finding(
        RULE,
        settings,
        [evidence(article, span, role) for span, role in case.evidence],
        "decade",
        confidence=0.95,
        word=case.word,
        low=case.low,
        high=case.high,
        stated=case.age,
    )
