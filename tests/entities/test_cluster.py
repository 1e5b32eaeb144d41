"""Mentions grouped into entities."""

from __future__ import annotations

import pytest
import yaml

from entities.pages import marked
from relecture.entities.cluster import canonical, cluster, form_of
from relecture.entities.gazetteer import load
from relecture.types import MentionForm
from support import CASES

TABLE = yaml.safe_load((CASES / "entities" / "clusters.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:60])
def test_clusters(case: dict[str, object]) -> None:
    page, candidates = marked(str(case["text"]))
    found = [[page.text[m.start : m.end] for m in c.members] for c in cluster(page, candidates, load())]
    assert found == case["gives"]


def test_canonical_is_the_fullest_form() -> None:
    page, candidates = marked("[PER Altmann], [PER Sam Altmann], [PER S. Altmann]")
    assert canonical(page.text, candidates) == "Sam Altmann"


@pytest.mark.parametrize(
    ("surface", "name", "form"),
    [
        ("Sam Kerbrat", "Sam Kerbrat", MentionForm.FULL),
        ("Kerbrat", "Sam Kerbrat", MentionForm.SHORT),
        ("RTE", "Réseau de transport d'électricité", MentionForm.ACRONYM),
        ("EDF", "EDF", MentionForm.FULL),
    ],
)
def test_forms(surface: str, name: str, form: MentionForm) -> None:
    assert form_of(surface, name) is form
