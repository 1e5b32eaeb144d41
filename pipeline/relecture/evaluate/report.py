"""An evaluation as tables for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from relecture.evaluate.floors import Floors, is_ceiling
from relecture.evaluate.measure import Evaluation
from relecture.evaluate.tally import Tally


def show(evaluation: Evaluation, console: Console, floors: Floors | None = None, *, errors: int = 0) -> None:
    """Print the figures beside their floors, the table of checks, and the first *errors* of each sort."""
    pinned = floors if floors and evaluation.split is None else Floors()
    console.print(_figures(evaluation, pinned))
    console.print(_tallies("Checks", "slug", evaluation.findings.checks, evaluation.findings.total))
    if evaluation.pairs.kinds:
        console.print(_tallies("Pairs", "kind", evaluation.pairs.kinds, evaluation.pairs.total))
    for title, lines in _errors(evaluation).items():
        if errors and lines:
            console.print(f"\n[bold]{title}[/] ({len(lines)})")
            for line in lines[:errors]:
                console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain data, in a fixed order."""
    return {
        "articles": evaluation.articles,
        "split": evaluation.split,
        "corpus_sha256": evaluation.corpus_sha256,
        "metrics": evaluation.metrics,
        "checks": _counts(evaluation.findings.checks),
        "pairs": _counts(evaluation.pairs.kinds),
        "echoes": evaluation.findings.echoes,
        "errors": _errors(evaluation),
    }


def _counts(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {name: {"tp": t.tp, "fp": t.fp, "fn": t.fn} for name, t in sorted(tallies.items())}


def _errors(evaluation: Evaluation) -> dict[str, list[str]]:
    return {
        "planted defects missed": evaluation.findings.missed,
        "false alarms": evaluation.findings.false_alarms,
        "pairs missed": evaluation.pairs.missed,
        "alarms on pairs": evaluation.pairs.false_alarms,
        "alarms on clean articles": evaluation.clean.false_alarms,
        "quantities missed": evaluation.quantities.missed,
        "quantities invented": evaluation.quantities.invented,
        "names missed": evaluation.names.missed,
        "names invented": evaluation.names.invented,
        "roles": evaluation.names.role_errors,
    }


def _figures(evaluation: Evaluation, floors: Floors) -> Table:
    table = Table(title=f"{evaluation.articles} articles{f' ({evaluation.split})' if evaluation.split else ''}")
    table.add_column("figure")
    table.add_column("measured", justify="right")
    table.add_column("floor", justify="right")
    for name, value in evaluation.metrics.items():
        floor = floors.floors.get(name)
        sign = "≤" if is_ceiling(name) else "≥"
        table.add_row(name, f"{value:.3f}", "" if floor is None else f"{sign} {floor:.3f}")
    return table


def _tallies(title: str, name: str, tallies: Mapping[str, Tally], total: Tally) -> Table:
    table = Table(title=title)
    table.add_column(name)
    for column in ("planted", "caught", "false alarms", "recall", "precision"):
        table.add_column(column, justify="right")
    for key, tally in [*sorted(tallies.items()), ("all", total)]:
        table.add_row(key, *_row(tally), style="bold" if key == "all" else None)
    return table


def _row(tally: Tally) -> list[str]:
    ratios = ("" if ratio is None else f"{ratio:.2f}" for ratio in (tally.recall, tally.precision))
    return [str(tally.tp + tally.fn), str(tally.tp), str(tally.fp), *ratios]
