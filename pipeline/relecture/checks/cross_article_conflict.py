"""One fact, two values in two articles: « a atteint 361,7 TWh en 2024 » here, « 371,7 TWh » there.

Only plain statements are compared: a named owner (organisation, site, country), the magnitude with all its
complements, a year or a date, or else a lasting quality (a power, a length, what a finished work has
cost). Every word of the clause counts: another year, another perimeter (« brute », « hors Corse »), another
complement makes another fact. Forecasts, denials, quotations, bounds (« plus de 400 MW »), ranges, and
figures that two named sources dispute are left alone, and so is a fact to which one article gives two
values: that article knows better. Values are compared with what their writing allows, in one unit.
It runs over the articles of one command, with ``annotate check FOLDER --across``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relecture.checks.across import Conflict, Fact, Passage, Table
from relecture.checks.base import Rule, Status, fingerprint, localised
from relecture.checks.calendar import published
from relecture.checks.suppressions import read_suppressions
from relecture.relations.amounts import LOOSE, Amount, Shape
from relecture.relations.statements import Statement, statements
from relecture.settings import Settings
from relecture.types import Article, Calculation, Evidence, Severity, Span, Verdict

RULE = Rule(
    slug="cross-article-conflict",
    code="C04",
    family="C",
    severity=Severity.CHECK,
    title={
        "fr": "Un même fait, deux valeurs d’un article à l’autre",
        "en": "One fact, two values across articles",
    },
    why={
        "fr": "Deux articles d’un même journal qui se contredisent se voient, et l’un des deux est faux.",
        "en": "Readers notice two articles of one paper that contradict each other, and one of them is wrong.",
    },
    messages={
        "default": {
            "fr": "« {first} », et « {second} » dans un autre article : même fait, deux valeurs ?",
            "en": "“{first}”, and “{second}” in another article: one fact, two values?",
        }
    },
    flagged=(
        "La production nucléaire française a atteint 361,7 TWh en 2024. ⁂ En 2024, la production nucléaire de la France s’est élevée à 371,7 TWh.",
        "Le parc éolien de Fécamp compte 71 éoliennes. ⁂ Le parc éolien de Fécamp compte 83 éoliennes, contre 60 à celui du Calvados.",
        "Le barrage de Naussac, d’une capacité de 190 millions de mètres cubes, est plein. ⁂ La capacité du barrage de Naussac est de 109 millions de mètres cubes.",
    ),
    accepted=(
        "La production nucléaire française a atteint 361,7 TWh en 2024. ⁂ En 2023, la production nucléaire de la France s’est élevée à 320,4 TWh.",
        "Le parc éolien de Fécamp compte 71 éoliennes. ⁂ Le parc éolien de Saint-Nazaire compte 80 éoliennes.",
        "Le barrage de Naussac, d’une capacité de 190 millions de mètres cubes, est plein. ⁂ La capacité utile du barrage de Naussac est de 183 millions de mètres cubes.",
    ),
    status=Status.ACROSS,
    false_positives=("Une estimation et le chiffre définitif, quand aucun des deux articles ne le précise.",),
)

#: Between two articles in an example.
BETWEEN = " ⁂ "
#: Every word of the two clauses is the same, and nothing says that the two moments differ.
_CONFIDENCE = 0.9


class Comparison:
    """Takes articles one by one, then tells which of their facts cannot both be true."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._table = Table()

    def add(self, article: Article) -> None:
        """Keep the facts of *article*, but those that a comment in its text asks to leave alone."""
        day = published(article, self._settings)
        year = day.year if day is not None else None
        said = list(statements(article, year))
        if said:
            silent = _silenced(article)
            self._table.add(
                _fact(article, s, year) for s in said if not any(s.span.overlaps(scope) for scope in silent)
            )

    def conflicts(self) -> Iterator[Conflict]:
        """The facts that two articles give two values, once each, in the order of the articles' names."""
        if self._settings.min_confidence > _CONFIDENCE:
            return
        for pair in self._table.pairs():
            passages = tuple(sorted((pair.low.passage, pair.high.passage)))
            first, second = (" ".join(p.text.split()) for p in passages)
            yield Conflict(
                slug=RULE.slug,
                severity=RULE.severity,
                confidence=_CONFIDENCE,
                message=RULE.message(self._settings.lang, first=first, second=second),
                explanation=localised(RULE.why, self._settings.lang),
                passages=passages,
                articles=pair.articles,
                calculation=Calculation("A = B", first, second, Verdict.INCONSISTENT),
                fingerprint=fingerprint(RULE.slug, _as_evidence(passages)),
            )


def _as_evidence(passages: Iterable[Passage]) -> list[Evidence]:
    """The statements in an order that the names of the articles do not change."""
    return [Evidence(Span(p.start, p.end), p.said) for p in sorted(passages, key=lambda p: p.said)]


def _silenced(article: Article) -> list[Span]:
    orders, _ = read_suppressions(article.text)
    return [order.scope for order in orders if RULE.slug in order.slugs]


def _fact(article: Article, statement: Statement, year: int | None) -> Fact:
    amount = statement.amount
    bounds = amount.bounds(LOOSE)
    terms = sorted(statement.terms)
    if not statement.dated:
        # A park may grow: a lasting quality is compared between articles of one year, or undated ones.
        terms.append(f"published {year}")
    return Fact(
        key=" ".join([_unit(amount), *terms]),
        value=bounds if amount.factor is None else bounds.scaled(amount.factor),
        source=" ".join(sorted(statement.source)),
        passage=_passage(article, statement),
    )


def _unit(amount: Amount) -> str:
    """What two values must share to be compared: the SI unit where there is one, and what qualifies it."""
    fixed = amount.factor is None or amount.shape is Shape.MONEY
    unit = amount.canonical if fixed else amount.si_unit or amount.canonical
    note = amount.unit.note if amount.unit and amount.unit.note else ""
    return f"{unit}/{note}/{amount.shape.value}"


def _passage(article: Article, statement: Statement) -> Passage:
    raw, span = article.text.raw, statement.amount.span
    line_start = raw.rfind("\n", 0, span.start) + 1
    return Passage(
        article=article.text.source.path,
        start=span.start,
        end=span.end,
        line=raw.count("\n", 0, span.start) + 1,
        column=span.start - line_start + 1,
        text=span.of(raw),
        said=" ".join(statement.span.of(raw).split()),
    )
