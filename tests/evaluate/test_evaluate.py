"""The scores on a corpus of one small article, where every figure can be counted by hand."""

import copy
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from relecture.errors import ConfigurationError, InputError
from relecture.evaluate import (
    Evaluation,
    Floors,
    as_json,
    evaluate,
    gate,
    read_floors,
    show,
    updated,
    write_floors,
)

TEXT = (
    "Le PDG d’Alpha, Jean Roy, vise 3,6 MJ, soit 10 kWh par an. "
    "M. Roy emploie 20 salariés et un tiers d’apprentis."
)


def span(text: str, occurrence: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(text, start + 1)
    return {"start": start, "end": start + len(text), "text": text}


def quantity(text: str, value: str, unit: str, kind: str, si: dict[str, str] | None = None) -> dict[str, Any]:
    told = {"value": value, "unit": {"canonical": unit}, "kind": kind, "approximation": "none"}
    return span(text) | told | ({"si": si} if si else {})


GOLD: dict[str, Any] = {
    "name": "alpha",
    "file": "alpha.txt",
    "split": "dev",
    "published": "2025-01-02",
    "layers": ["entities", "quantities"],
    "quantities": [
        quantity("3,6 MJ", "3.6", "megajoule", "measure", {"value": "3600000", "unit": "J"}),
        quantity("10 kWh", "10", "kilowatt_hour", "measure", {"value": "36000000", "unit": "J"}),
        quantity("20 salariés", "20", "dimensionless", "count"),
        quantity("un tiers", "0.333333", "dimensionless", "percent"),
    ],
    "entities": [
        {"label": "ORG", "canonical": "Alpha", "mentions": [span("Alpha")], "roles": []},
        {
            "label": "PER",
            "canonical": "Jean Roy",
            "mentions": [span("Jean Roy"), span("Roy", 1)],
            "roles": [{"title": "PDG", "organisation": "Alpha"}],
        },
    ],
    "findings": [
        {
            "slug": "conversion-mismatch",
            "accept": ["power-of-ten"],
            "evidence": [span("3,6 MJ"), span("10 kWh")],
            "why": "3,6 MJ = 1 kWh",
        }
    ],
}
CLEAN: dict[str, Any] = GOLD | {"name": "beta", "file": "beta.txt", "split": "test", "findings": []}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for gold in (GOLD, CLEAN):
        (folder / gold["file"]).write_text(TEXT, encoding="utf-8")
        (folder / f"{gold['name']}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def oracle(article: Any) -> dict[str, Any]:
    answer = copy.deepcopy(GOLD if article.name == "alpha" else CLEAN)
    return {key: answer[key] for key in ("quantities", "entities", "findings")}


def silent(_: Any) -> Mapping[str, Any]:
    return {"quantities": [], "entities": [], "findings": []}


def altered(**changes: Any) -> Any:
    return lambda article: oracle(article) | changes


def test_the_oracle_reaches_everything(corpus: Path) -> None:
    result = evaluate(corpus, oracle)
    alarms = {name: value for name, value in result.metrics.items() if "alarms" in name}
    assert set(alarms.values()) == {0.0}
    assert {value for name, value in result.metrics.items() if name not in alarms} == {1.0}
    assert result.articles == 2


def test_silence_scores_nothing_but_raises_no_alarm(corpus: Path) -> None:
    metrics = evaluate(corpus, silent).metrics
    assert metrics["quantities.strict_f1"] == metrics["names.strict_f1"] == metrics["findings.recall"] == 0
    assert metrics["findings.silent_clean_share"] == 1
    assert "findings.precision" not in metrics


def test_a_wrong_unit_is_a_miss_and_an_invention_but_a_right_span(corpus: Path) -> None:
    wrong = copy.deepcopy(GOLD["quantities"])
    wrong[1] |= {"unit": {"canonical": "watt_hour"}}
    result = evaluate(corpus, altered(quantities=wrong), split="dev")
    assert (result.quantities.strict.tp, result.quantities.strict.fp, result.quantities.strict.fn) == (2, 1, 1)
    assert (result.quantities.energy.tp, result.quantities.energy.fp) == (1, 1)
    assert result.metrics["quantities.span_f1"] == 1


def test_the_freedoms_of_the_guide_are_granted(corpus: Path) -> None:
    free = copy.deepcopy(GOLD["quantities"])
    free[1] |= span("10 kWh par an") | {"unit": {"canonical": "kilowatt_hour/year"}, "kind": "rate"}
    free[3] |= span("tiers")
    metrics = evaluate(corpus, altered(quantities=free)).metrics
    assert metrics["quantities.strict_f1"] == metrics["quantities.kind_accuracy"] == 1


def test_counts_are_outside_the_strict_figure(corpus: Path) -> None:
    fewer = [q for q in GOLD["quantities"] if q["kind"] != "count"]
    metrics = evaluate(corpus, altered(quantities=fewer)).metrics
    assert metrics["quantities.strict_f1"] == 1
    assert metrics["quantities.with_counts_f1"] == pytest.approx(6 / 7, abs=1e-4)


def test_si_kind_and_approximation_are_judged_on_matches(corpus: Path) -> None:
    wrong = copy.deepcopy(GOLD["quantities"])
    wrong[0] |= {"si": {"value": "3.6", "unit": "J"}, "approximation": "about", "kind": "rate"}
    metrics = evaluate(corpus, altered(quantities=wrong)).metrics
    assert metrics["quantities.si_accuracy"] == 0.5
    assert (
        metrics["quantities.kind_accuracy"]
        == metrics["quantities.approximation_accuracy"]
        == pytest.approx(2 / 3, abs=1e-4)
    )


def test_a_split_cluster_keeps_mentions_and_loses_recall(corpus: Path) -> None:
    org, person = copy.deepcopy(GOLD["entities"])
    first = person | {"mentions": person["mentions"][:1]}
    second = person | {"mentions": person["mentions"][1:], "roles": []}
    result = evaluate(corpus, altered(entities=[org, first, second]), split="dev")
    assert result.metrics["names.strict_f1"] == 1
    assert result.names.b3_precision.ratio == 1
    assert result.names.b3_recall.ratio == pytest.approx((1 + 0.5 + 0.5) / 3)


def test_b3_over_all_mentions_counts_what_was_not_recognised(corpus: Path) -> None:
    org, person = copy.deepcopy(GOLD["entities"])
    person["mentions"] = person["mentions"][:1]
    result = evaluate(corpus, altered(entities=[org, person]), split="dev")
    assert result.names.b3_recall.ratio == pytest.approx((1 + 0.5 + 0) / 3)
    assert result.metrics["names.cluster_b3_matched_f1"] == 1


def test_a_role_needs_title_and_organisation(corpus: Path) -> None:
    org, person = copy.deepcopy(GOLD["entities"])
    person["roles"] = [{"title": "le PDG", "organisation": "Omega"}]
    metrics = evaluate(corpus, altered(entities=[org, person])).metrics
    assert metrics["names.role_f1"] == 0
    assert metrics["names.role_title_f1"] == 1


@pytest.mark.parametrize(
    ("title", "accepted"), [("PDG de la société", True), ("PDG adjoint", False), ("ancien PDG", False)]
)
def test_a_complement_said_by_one_side_only_is_no_error(corpus: Path, title: str, accepted: bool) -> None:
    org, person = copy.deepcopy(GOLD["entities"])
    person["roles"] = [{"title": title, "organisation": "Alpha"}]
    assert evaluate(corpus, altered(entities=[org, person])).metrics["names.role_f1"] == accepted


def test_an_optional_role_is_neither_missed_nor_invented(corpus: Path) -> None:
    path = corpus / "articles" / "alpha.gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["entities"][1]["roles"].append({"title": "doyen", "organisation": None, "optional": True})
    path.write_text(json.dumps(gold), encoding="utf-8")
    org, person = copy.deepcopy(GOLD["entities"])
    person["roles"].append({"title": "doyen", "organisation": None})
    for answer in (oracle, altered(entities=[org, person])):
        assert evaluate(corpus, answer, split="dev").metrics["names.role_f1"] == 1


def test_a_finding_elsewhere_or_of_another_slug_is_a_false_alarm(corpus: Path) -> None:
    elsewhere = GOLD["findings"][0] | {"evidence": [span("20 salariés")]}
    other = {"slug": "sum-mismatch", "evidence": [span("10 kWh")]}
    result = evaluate(corpus, altered(findings=[elsewhere, other]), split="dev")
    assert (result.findings.total.tp, result.findings.total.fp, result.findings.total.fn) == (0, 2, 1)
    assert result.metrics["findings.located_recall"] == 1
    assert result.findings.checks["sum-mismatch"].fp == 1


def test_an_accepted_slug_is_a_hit_and_a_second_finding_an_echo(corpus: Path) -> None:
    alias = {"slug": "power-of-ten", "evidence": [span("10 kWh")]}
    result = evaluate(corpus, altered(findings=[alias, GOLD["findings"][0]]), split="dev")
    assert (result.findings.total.tp, result.findings.total.fp, result.findings.echoes) == (1, 0, 1)


def test_alarms_on_clean_articles_are_counted_apart(corpus: Path) -> None:
    metrics = evaluate(corpus, altered(findings=GOLD["findings"])).metrics
    assert metrics["findings.alarms_per_clean_article"] == 1
    assert metrics["findings.silent_clean_share"] == 0
    assert metrics["findings.precision"] == 0.5


def floors_of(result: Evaluation) -> Floors:
    return updated(Floors(), result)


def test_the_gate_passes_on_its_own_floors_and_fails_below(corpus: Path) -> None:
    floors = floors_of(evaluate(corpus, oracle))
    assert gate(evaluate(corpus, oracle), floors) == []
    worse = gate(
        evaluate(corpus, altered(findings=[{"slug": "sum-mismatch", "evidence": [span("Roy")]}])), floors
    )
    assert any("findings.recall" in line and "below" in line for line in worse)
    assert any("findings.alarms_per_clean_article" in line and "over" in line for line in worse)


def test_one_split_has_no_gate(corpus: Path) -> None:
    floors = floors_of(evaluate(corpus, oracle))
    assert gate(evaluate(corpus, oracle, split="dev"), floors) == [
        "floors are those of the whole corpus, not of one split"
    ]


def test_a_changed_corpus_fails_the_gate(corpus: Path) -> None:
    floors = floors_of(evaluate(corpus, oracle))
    (corpus / "articles" / "beta.txt").write_text(TEXT + "\n", encoding="utf-8")
    assert "update the floors" in gate(evaluate(corpus, oracle), floors)[0]


def test_floors_never_fall_without_a_reason(corpus: Path) -> None:
    floors, worse = floors_of(evaluate(corpus, oracle)), evaluate(corpus, silent)
    with pytest.raises(ConfigurationError, match=r"findings\.precision.*needs? a reason|needs a reason"):
        updated(floors, worse, reason="  ")
    lowered = updated(floors, worse, reason="the corpus gained harder articles")
    assert lowered.floors["quantities.strict_f1"] == 0
    figures = lowered.lowered[0]["figures"]
    assert isinstance(figures, dict)
    assert figures["quantities.strict_f1"] == {"from": 1.0, "to": 0.0}
    assert lowered.lowered[0]["reason"] == "the corpus gained harder articles"


def test_floors_rise_without_a_reason_and_one_split_sets_none(corpus: Path) -> None:
    low = updated(Floors(), evaluate(corpus, silent))
    assert updated(low, evaluate(corpus, oracle)).lowered == ()
    with pytest.raises(ConfigurationError, match="whole corpus"):
        updated(low, evaluate(corpus, oracle, split="dev"))


def test_floors_survive_a_file(corpus: Path, tmp_path: Path) -> None:
    floors = updated(floors_of(evaluate(corpus, oracle)), evaluate(corpus, silent), reason="trial")
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == Floors()
    (tmp_path / "bad.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError):
        read_floors(tmp_path / "bad.json")


def test_a_misplaced_annotation_is_an_error(corpus: Path) -> None:
    (corpus / "articles" / "alpha.txt").write_text("x" + TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="is not at"):
        evaluate(corpus, oracle)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gold"):
        evaluate(tmp_path, oracle)


def test_the_report_shows_figures_floors_checks_and_errors(corpus: Path) -> None:
    result = evaluate(corpus, silent)
    console = Console(file=io.StringIO(), width=120)
    show(result, console, floors_of(evaluate(corpus, oracle)), errors=3)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    for expected in (
        "findings.recall",
        "≥ 1.000",
        "conversion-mismatch",
        "alpha: conversion-mismatch « 3,6 MJ »",
    ):
        assert expected in printed
    assert as_json(result)["checks"]["conversion-mismatch"] == {"tp": 0, "fp": 0, "fn": 1}
    assert json.loads(json.dumps(as_json(result)))["articles"] == 2
