"""Articles set against each other: what conflicts, what does not, in any order, in little memory."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from relecture.checks import across
from relecture.checks.across import Conflict, Fact, Passage, Table
from relecture.checks.base import Check
from relecture.checks.cross_article_conflict import BETWEEN, RULE, Comparison
from relecture.checks.registry import across_checks
from relecture.relations.bounds import Bounds
from relecture.settings import Settings
from relecture.types import Severity
from support import CASES, article_of

CASE_FILE: dict[str, list[dict[str, Any]]] = yaml.safe_load((CASES / "across.yaml").read_text(encoding="utf-8"))


def conflicts(texts: Iterable[str], settings: Settings | None = None) -> list[Conflict]:
    """The conflicts between *texts*, articles named a.txt, b.txt… in their order."""
    comparison = Comparison(settings or Settings())
    for n, text in enumerate(texts):
        comparison.add(article_of(text, path=f"{chr(ord('a') + n)}.txt"))
    return list(comparison.conflicts())


@pytest.mark.parametrize("row", CASE_FILE["conflicts"], ids=lambda r: r["articles"][0][:50])
def test_a_conflict_is_reported_once_with_both_passages(row: dict[str, Any]) -> None:
    found = conflicts(row["articles"])
    assert [[p.text for p in c.passages] for c in found] == row["figures"]
    for conflict in found:
        assert conflict.severity is Severity.CHECK
        assert conflict.passages[0].article < conflict.passages[1].article
        assert len(conflict.message) <= 160
        for passage in conflict.passages:
            text = row["articles"][ord(passage.article[0]) - ord("a")]
            assert text[passage.start : passage.end] == passage.text
            assert text.splitlines()[passage.line - 1][passage.column - 1 :].startswith(passage.text)


@pytest.mark.parametrize("row", CASE_FILE["silent"], ids=lambda r: r["why"])
def test_two_facts_are_not_one(row: dict[str, Any]) -> None:
    assert conflicts(row["articles"]) == []


@pytest.mark.parametrize("check", across_checks(), ids=lambda c: c.rule.slug)
def test_the_examples_of_the_manual(check: Check) -> None:
    assert check.rule.slug == RULE.slug
    assert all(len(conflicts(example.split(BETWEEN))) == 1 for example in check.rule.flagged)
    assert not any(conflicts(example.split(BETWEEN)) for example in check.rule.accepted)


def test_a_dispatch_printed_twice_says_nothing_more() -> None:
    one, other = CASE_FILE["conflicts"][0]["articles"]
    assert conflicts([one, one]) == []
    twice = conflicts([one, other, one, other])
    assert [(c.articles, [p.article for p in c.passages]) for c in twice] == [(4, ["a.txt", "b.txt"])]


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = [t for row in CASE_FILE["conflicts"] + CASE_FILE["silent"] for t in row["articles"]]
    articles = [article_of(t, path=f"{n:03}.txt") for n, t in enumerate(texts)]

    def found(order: list[int]) -> list[Conflict]:
        comparison = Comparison(Settings())
        for n in order:
            comparison.add(articles[n])
        return list(comparison.conflicts())

    numbers = list(range(len(articles)))
    expected = found(numbers)
    assert len(expected) >= len(CASE_FILE["conflicts"])
    for seed in range(5):
        assert found(random.Random(seed).sample(numbers, len(numbers))) == expected


def test_the_day_of_publication_places_a_relative_year() -> None:
    texts = ["L’an dernier, la France a produit 536 TWh.", "En 2024, la France a produit 495 TWh."]
    assert len(conflicts(texts, Settings(published="2025-02-03"))) == 1
    assert conflicts(texts, Settings(published="2024-02-03")) == []


def test_lasting_qualities_are_compared_within_a_year() -> None:
    old, new = (
        f"---\ndate: {day}\n---\n\nLe parc éolien de Widehem compte {n} éoliennes.\n"
        for day, n in (("2012-05-04", 6), ("2025-05-04", 4))
    )
    comparison = Comparison(Settings())
    for name, text in (("a.md", old), ("b.md", new)):
        comparison.add(article_of(text, path=name))
    assert list(comparison.conflicts()) == []


def test_a_comment_in_the_text_silences_its_passage() -> None:
    one, other = CASE_FILE["conflicts"][0]["articles"]
    comment = f'<!-- relecture: ignore[{RULE.slug}] raison="chiffre corrigé depuis" -->'
    assert conflicts([one, f"{other} {comment}"]) == []
    assert len(conflicts([one, f"{comment}\n\nAutre chose.\n\n{other}"])) == 1


def test_thresholds_and_language() -> None:
    texts = CASE_FILE["conflicts"][0]["articles"]
    assert conflicts(texts, Settings(min_confidence=0.95)) == []
    [conflict] = conflicts(texts, Settings(lang="en"))
    assert "another article" in conflict.message


def test_the_fingerprint_is_that_of_what_is_said() -> None:
    one, other = CASE_FILE["conflicts"][0]["articles"]
    [first], [second] = conflicts([one, other]), conflicts([f"Autre titre\n\n{other}", one])
    assert first.fingerprint == second.fingerprint
    [third] = conflicts([one, other.replace("65,1", "61,5")])
    assert third.fingerprint != first.fingerprint


def fact(n: int, *, key: str = "k", source: str = "", value: int | None = None) -> Fact:
    amount = Bounds.exact(n if value is None else value)
    return Fact(key, amount, source, Passage(f"{n:05}.txt", 0, 1, 1, 1, str(n), str(n)))


def test_ten_thousand_values_of_one_fact_are_two_facts_held_and_one_pair() -> None:
    table = Table()
    for n in range(10_000):
        table.add([fact(n)])
    assert len(table) == 2
    [pair] = table.pairs()
    assert (pair.low.passage.text, pair.high.passage.text, pair.articles) == ("0", "9999", 10_000)


def test_as_many_comparisons_as_there_are_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    compare = across.compare

    def counted(one: Bounds, other: Bounds) -> Any:
        nonlocal calls
        calls += 1
        return compare(one, other)

    monkeypatch.setattr(across, "compare", counted)
    table = Table()
    for n in range(2_000):
        table.add([fact(n, source=f"source {n}"), fact(n, key=f"other {n}")])
    table.add([fact(1, value=-5)])
    assert len(list(table.pairs())) == 1
    assert calls == 4_001
