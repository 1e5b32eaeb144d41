"""``annotate evaluate``: the product measured on a corpus, against the floors kept beside it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from relecture.settings import Settings

FLOORS = "floors.json"
EXIT_OK, EXIT_BELOW_FLOOR = 0, 1


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """What was typed."""

    split: str | None = None
    gate: bool = False
    update_floors: bool = False
    reason: str | None = None
    errors: int = 0
    as_json: bool = False


def run_evaluate(folder: Path, options: EvaluationOptions, settings: Settings) -> int:
    """Print the figures; exit 1 with ``--gate`` when one does not reach its floor."""
    from rich.console import Console

    from relecture import evaluate
    from relecture.annotator import annotate_text
    from relecture.reading import read_path, read_string

    def answer(article: evaluate.GoldArticle) -> Mapping[str, Any]:
        dated = replace(settings, published=article.published)
        return annotate_text(read_path(article.path), settings=dated).model_dump(exclude_unset=True)

    def passage(text: str) -> Mapping[str, Any]:
        return annotate_text(read_string(text, path="pair.txt"), settings=settings).model_dump(
            exclude_unset=True
        )

    measured = evaluate.evaluate(folder, answer, passage=passage, split=options.split)
    floors = evaluate.read_floors(folder / FLOORS)
    if options.as_json:
        print(json.dumps(evaluate.as_json(measured), ensure_ascii=False, indent=2))
    else:
        evaluate.show(measured, Console(), floors, errors=options.errors)
    if options.update_floors:
        evaluate.write_floors(folder / FLOORS, evaluate.updated(floors, measured, reason=options.reason))
    elif options.gate:
        failures = evaluate.gate(measured, floors)
        for failure in failures:
            print(f"annotate: {failure}", file=sys.stderr)
        return EXIT_BELOW_FLOOR if failures else EXIT_OK
    return EXIT_OK
