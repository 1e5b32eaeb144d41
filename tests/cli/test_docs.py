"""Documents that repeat what the code says are up to date."""

from __future__ import annotations

import json
from pathlib import Path

from relecture.schema import json_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_the_schema_in_the_documentation_is_the_one_that_ships() -> None:
    """« annotate schema > docs/schema.json » after a change."""
    assert json.loads((DOCS / "schema.json").read_text(encoding="utf-8")) == json_schema()
