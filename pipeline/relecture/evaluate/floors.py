"""The pinned quality of a corpus: figures that may rise, and fall only with a reason in writing.

``floors.json`` holds the hash of the corpus it was measured on, a floor for each figure (a ceiling for
false alarms) and the reason of every lowering. A changed corpus makes the gate fail until the floors are
measured again, so that a figure never improves by quietly changing what it is measured on.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, replace
from pathlib import Path

from relecture.errors import ConfigurationError, InputError
from relecture.evaluate.measure import Evaluation

#: Floors are written to this step, under the measured figure: a tie broken otherwise is not a fall.
STEP = 0.005


@dataclass(frozen=True, slots=True)
class Floors:
    """What a corpus has reached; ``lowered`` has one entry a lowering: reason, and figures before and after."""

    corpus_sha256: str = ""
    floors: dict[str, float] = field(default_factory=dict)
    lowered: tuple[dict[str, object], ...] = ()


def is_ceiling(metric: str) -> bool:
    """Whether the figure must stay under its mark rather than above it."""
    return ".alarms_per_" in metric


def read_floors(path: Path) -> Floors:
    """The floors in *path*, empty when there is no such file; raises `InputError` when it is not ours."""
    if not path.is_file():
        return Floors()
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Floors(told["corpus_sha256"], dict(told["floors"]), tuple(told["lowered"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"not a floors file ({error})") from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write *floors* as JSON, figures in order of name."""
    told = {
        "corpus_sha256": floors.corpus_sha256,
        "floors": dict(sorted(floors.floors.items())),
        "lowered": list(floors.lowered),
    }
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def gate(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Why the evaluation does not pass, one sentence each; empty when it passes."""
    if evaluation.split is not None:
        return ["floors are those of the whole corpus, not of one split"]
    if evaluation.corpus_sha256 != floors.corpus_sha256:
        return ["the corpus is not the one the floors were measured on: update the floors"]
    measured = evaluation.metrics
    return [
        f"{name} is {measured.get(name)}, {'over ceiling' if is_ceiling(name) else 'below floor'} {floor}"
        for name, floor in sorted(floors.floors.items())
        if _worse(name, measured.get(name), floor)
    ]


def _worse(metric: str, measured: float | None, floor: float) -> bool:
    if measured is None:
        return True
    return measured > floor if is_ceiling(metric) else measured < floor


def updated(floors: Floors, evaluation: Evaluation, *, reason: str | None = None) -> Floors:
    """Floors at what *evaluation* measures, for its corpus.

    Raises `ConfigurationError` when a floor would fall (or its figure disappear) and no *reason* is given,
    or when only a split was measured.
    """
    if evaluation.split is not None:
        raise ConfigurationError("floors are measured on the whole corpus, not on one split")
    new = {name: _stepped(name, value) for name, value in evaluation.metrics.items()}
    fallen = {
        name: {"from": old, "to": new.get(name)}
        for name, old in floors.floors.items()
        if _worse(name, new.get(name), old)
    }
    if fallen and not (reason or "").strip():
        raise ConfigurationError(f"these floors would fall, which needs a reason: {', '.join(sorted(fallen))}")
    lowered = floors.lowered
    if fallen:
        lowered = (*lowered, {"reason": reason, "corpus_sha256": evaluation.corpus_sha256, "figures": fallen})
    return replace(floors, corpus_sha256=evaluation.corpus_sha256, floors=new, lowered=lowered)


def _stepped(metric: str, value: float) -> float:
    steps = value / STEP
    nearest = round(steps)
    if not math.isclose(steps, nearest, abs_tol=1e-9):
        nearest = math.ceil(steps) if is_ceiling(metric) else math.floor(steps)
    return round(nearest * STEP, 3)
