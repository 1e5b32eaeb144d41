"""Pairs of passages: read, refused when wrong, and scored on answers that can be counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from relecture.errors import InputError
from relecture.evaluate.pairs import Pair, PairScore, load_pairs, score_pair

CORPUS = Path(__file__).parents[2] / "corpus"
DEFECT, CORRECT = "Le four a livré 3,6 MJ, soit 10 kWh.", "Le four a livré 3,6 MJ, soit 1 kWh."
EVIDENCE = {"start": 16, "end": 22, "text": "3,6 MJ"}
LINE: dict[str, Any] = {
    "kind": "conversion-mismatch",
    "split": "dev",
    "defect": DEFECT,
    "correct": CORRECT,
    "evidence": [EVIDENCE],
    "accept": [],
    "why": "3,6 MJ = 1 kWh",
}


def folder(tmp_path: Path, *lines: dict[str, Any]) -> Path:
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "kinds.json").write_text(
        json.dumps({"conversion-mismatch": ["conversion-mismatch", "power-of-ten"]}), encoding="utf-8"
    )
    written = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "pairs" / "own.jsonl").write_text(written, encoding="utf-8")
    return tmp_path


def finding(slug: str, start: int = 16, end: int = 22) -> dict[str, Any]:
    return {"slug": slug, "evidence": [{"start": start, "end": end, "text": DEFECT[start:end]}]}


def pair() -> Pair:
    slugs = frozenset({"conversion-mismatch", "power-of-ten"})
    return Pair("own:1", "conversion-mismatch", "dev", DEFECT, CORRECT, (EVIDENCE,), slugs)


def test_a_folder_without_pairs_has_none(tmp_path: Path) -> None:
    assert load_pairs(tmp_path) == ()


def test_pairs_are_read_with_the_slugs_of_their_kind(tmp_path: Path) -> None:
    assert load_pairs(folder(tmp_path, LINE)) == (pair(),)


def test_a_split_is_a_part(tmp_path: Path) -> None:
    where = folder(tmp_path, LINE, LINE | {"split": "test"})
    assert [p.name for p in load_pairs(where, split="test")] == ["own:2"]


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "unheard-of"}, {"evidence": [EVIDENCE | {"start": 15}]}, {"accept": ["unheard-of"]}],
    ids=["kind", "place", "accept"],
)
def test_a_wrong_line_is_named(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"own\.jsonl:1"):
        load_pairs(folder(tmp_path, LINE | wrong))


def test_any_slug_of_the_kind_answers_at_the_place() -> None:
    score = PairScore()
    score_pair(pair(), [finding("power-of-ten")], [], score)
    assert (score.total.tp, score.total.fp, score.total.fn) == (1, 0, 0)
    assert (score.both.ratio, score.alarms.ratio) == (1, 0)


def test_another_slug_or_another_place_answers_nothing() -> None:
    score = PairScore()
    score_pair(pair(), [finding("sum-mismatch"), finding("power-of-ten", 0, 7)], [], score)
    assert (score.total.tp, score.total.fp, score.total.fn) == (0, 2, 1)
    assert score.missed == ["own:1: conversion-mismatch « 3,6 MJ »"]


def test_a_finding_on_the_twin_is_an_alarm() -> None:
    score = PairScore()
    score_pair(pair(), [finding("power-of-ten")], [finding("power-of-ten")], score)
    assert (score.total.fp, score.alarms.ratio, score.both.ratio) == (1, 1, 0)
    assert score.false_alarms == ["twin own:1: power-of-ten « 3,6 MJ »"]


def test_the_corpus_has_both_halves_of_every_kind() -> None:
    pairs = load_pairs(CORPUS)
    kinds = {p.kind for p in pairs}
    assert {(p.kind, p.split) for p in pairs} == {(k, s) for k in kinds for s in ("dev", "test")}
    assert all(p.defect != p.correct for p in pairs)
    assert len({t for p in pairs for t in (p.defect, p.correct)}) == 2 * len(pairs)
