"""An evaluation as tables for a terminal, and as JSON."""

from __future__ import annotations

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
    console.print(_checks(evaluation))
    for title, lines in _errors(evaluation).items():
        if errors and lines:
            console.print(f"\n[bold]{title}[/] ({len(lines)})")
            for line in lines[:errors]:
                console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain data, in a fixed order."""
    checks = sorted(evaluation.findings.checks.items())
    return {
        "articles": evaluation.articles,
        "split": evaluation.split,
        "corpus_sha256": evaluation.corpus_sha256,
        "metrics": evaluation.metrics,
        "checks": {slug: {"tp": t.tp, "fp": t.fp, "fn": t.fn} for slug, t in checks},
        "echoes": evaluation.findings.echoes,
        "errors": _errors(evaluation),
    }


def _errors(evaluation: Evaluation) -> dict[str, list[str]]:
    return {
        "planted defects missed": evaluation.findings.missed,
        "false alarms": evaluation.findings.false_alarms,
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


def _checks(evaluation: Evaluation) -> Table:
    table = Table(title="Checks")
    table.add_column("slug")
    for column in ("planted", "caught", "false alarms", "recall", "precision"):
        table.add_column(column, justify="right")
    rows = sorted(evaluation.findings.checks.items())
    for slug, tally in [*rows, ("all", evaluation.findings.total)]:
        table.add_row(slug, *_row(tally), style="bold" if slug == "all" else None)
    return table


def _row(tally: Tally) -> list[str]:
    ratios = ("" if ratio is None else f"{ratio:.2f}" for ratio in (tally.recall, tally.precision))
    return [str(tally.tp + tally.fn), str(tally.tp), str(tally.fp), *ratios]
