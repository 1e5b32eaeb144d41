"""People and organisations read by the real model, corrections and weights included, in sentences of ours."""

from __future__ import annotations

import pytest
import yaml

from relecture.analyse import Analyser, load
from relecture.text import bare
from relecture.types import Entity
from support import CASES

pytestmark = pytest.mark.model
TABLE = yaml.safe_load((CASES / "entities" / "reading.yaml").read_text(encoding="utf-8"))


def _read(raw: str) -> tuple[Entity, ...]:
    return load().analyse(bare(raw)).entities


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:60])
def test_names(case: dict[str, object]) -> None:
    entities = _read(str(case["text"]))
    names = [f"{e.label} {e.canonical}" for e in entities if e.label in ("PER", "ORG")]
    assert names == case["names"]
    roles = [f"{e.canonical} · {r.title} · {r.organisation}" for e in entities for r in e.roles]
    assert roles == case.get("roles", [])


def test_offsets_and_ids() -> None:
    raw = "Anne Kerbrat, PDG d’EDF, a parlé. Mme Kerbrat quitte EDF."
    entities = _read(raw)
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    assert all(m.span.of(raw) == m.text for e in entities for m in e.mentions)
    assert all(0 < m.confidence <= 1 for e in entities for m in e.mentions)
    person, company = entities[:2]
    assert [m.text for m in person.mentions] == ["Anne Kerbrat", "Kerbrat"]
    assert person.roles[0].organisation_id == company.id


def test_shipped_weights_are_in_use() -> None:
    assert load().tuned


def test_gazetteer_of_the_user(tmp_path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text("La Belle Brume\n", encoding="utf-8")
    entities = Analyser(load().nlp, gazetteers=(str(mine),)).analyse(bare("Il lit La Belle Brume.")).entities
    assert [(e.label, e.canonical) for e in entities] == [("ORG", "La Belle Brume")]


def test_component_in_a_bare_pipeline() -> None:
    import spacy

    nlp = spacy.blank("fr")
    nlp.add_pipe("relecture_entities")
    doc = nlp("Le PDG de Brumelec a parlé à l’AFP de 12 MWh.")
    doc.spans["quantities"] = [doc[10:12]]
    assert [(e.text, e.label_) for e in nlp.get_pipe("relecture_entities")(doc).ents] == [
        ("Brumelec", "ORG"),
        ("AFP", "ORG"),
    ]
