"""Articles worked on together get what each gets alone; what is kept for them is forgotten after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from relecture import memo
from relecture.annotator import _BATCH_CHARS, _batches
from relecture.checks.registry import checks
from relecture.checks.run import check_all, run_checks
from relecture.errors import InputError
from relecture.relations import relate, relate_all
from relecture.settings import Settings
from relecture.types import Article
from support import article_of

RAWS = [example for check in checks() for example in check.rule.flagged[:1]]


def test_relations_of_a_batch_are_those_of_each() -> None:
    articles = [replace(article_of(raw), relations=()) for raw in RAWS]
    together = relate_all(articles)
    assert together == [relate(article) for article in articles]
    assert any(together)


def test_findings_of_a_batch_are_those_of_each() -> None:
    articles, settings = [article_of(raw) for raw in RAWS], Settings()
    together = check_all(articles, settings)
    assert together == [run_checks(article, settings) for article in articles]
    assert sum(bool(judgement.findings) for judgement in together) > len(RAWS) // 2


def _short(number: int) -> Article:
    return article_of(f"Le parc compte {number} éoliennes.")


def test_batches_keep_every_article_in_order() -> None:
    articles = [_short(number) for number in range(2, 42)]
    batches = list(_batches(articles))
    assert [a for batch in batches for a in batch] == articles
    assert len(batches) > 1


def test_long_articles_are_worked_on_one_by_one() -> None:
    long = article_of("Le parc tourne. " * (_BATCH_CHARS // 16 + 1))
    assert [len(batch) for batch in _batches([long, long, _short(3)])][:2] == [1, 1]


def test_what_was_read_before_trouble_is_not_lost() -> None:
    def read() -> Iterator[Article]:
        yield _short(2)
        raise InputError("b.txt", "too long")

    batches = _batches(read())
    assert len(next(batches)) == 1
    with pytest.raises(InputError, match="too long"):
        next(batches)


def test_results_are_kept_until_they_are_forgotten() -> None:
    asked = []

    @memo.kept
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert (length("mot"), length("mot")) == (3, 3)
    assert asked == ["mot"]
    memo.forget()
    assert length("mot") == 3
    assert asked == ["mot", "mot"]
