"""Functions read from the text, on hand-made pages."""

from __future__ import annotations

import pytest
import yaml

from entities.pages import marked
from relecture.entities.roles import read_roles
from support import CASES

TABLE = yaml.safe_load((CASES / "entities" / "roles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:60])
def test_roles(case: dict[str, object]) -> None:
    page, candidates = marked(str(case["text"]))
    found = [
        " · ".join(
            [
                page.text[r.person.start : r.person.end],
                page.text[r.start : r.title_end],
                page.text[r.organisation.start : r.organisation.end] if r.organisation else "-",
                r.marker or "-",
            ]
        )
        for r in read_roles(page, candidates)
    ]
    assert found == case["gives"]
