"""The article that the project started from: kept beside the checkout, never inside it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import relecture
from relecture.schema import Annotation

ARTICLE = Path(__file__).parents[2] / "shared" / "articles" / "next-ink.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLE.exists(), reason=f"{ARTICLE.name} is not beside this checkout"),
]
LINK_TARGET = (1130, 2188)


@pytest.fixture(scope="module")
def annotation() -> Annotation:
    return relecture.annotate(ARTICLE.read_bytes().decode("utf-8"), path=str(ARTICLE))


def test_every_offset_is_the_evidence(annotation: Annotation) -> None:
    spans = [e for f in annotation.findings for e in f.evidence]
    spans += [e for v in annotation.verifications for e in v.evidence]
    for item in spans:
        assert annotation.text[item.start : item.end] == item.text
    for quantity in annotation.quantities:
        assert annotation.text[quantity.start : quantity.end] == quantity.text


def test_the_link_target_is_masked(annotation: Annotation) -> None:
    (target,) = [s for s in annotation.segments if s.role == "link-target"]
    assert (target.start, target.end) == LINK_TARGET
    assert target.masked
    assert all(q.end <= LINK_TARGET[0] for q in annotation.quantities)
    assert all(m.end <= LINK_TARGET[0] for e in annotation.entities for m in e.mentions)


def test_quantities(annotation: Annotation) -> None:
    by_text = {q.text: q for q in annotation.quantities}
    energy = by_text["3,88 megajoules"]
    assert energy.si is not None
    assert (energy.si.value, energy.si.unit) == ("3880000", "J")
    assert energy.energy_kwh is not None
    assert round(Decimal(energy.energy_kwh), 4) == Decimal("1.0778")
    assert by_text["2 megajoules"].value == "2"
    assert by_text["1,1 Kwh"].unit.canonical == "kilowatt_hour"
    vague = by_text["plusieurs centaines de mégajoules"]
    assert vague.value is None
    assert vague.unit.canonical == "megajoule"


def test_entities(annotation: Annotation) -> None:
    found = Counter((e.label, e.canonical) for e in annotation.entities)
    assert found == Counter(
        {
            ("PER", "Sam Altman"): 1,
            ("ORG", "OpenAI"): 1,
            ("ORG", "Bloomberg"): 1,
            ("ORG", "Reuters"): 1,
            ("ORG", "Helion Energy"): 1,
            ("ORG", "Microsoft"): 1,
            ("ORG", "Laboratoire national Lawrence Livermore"): 1,
            ("LOC", "Davos"): 1,
        }
    )
    (altman,) = [e for e in annotation.entities if e.canonical == "Sam Altman"]
    assert [(r.title, r.organisation) for r in altman.roles] == [("PDG", "OpenAI")]


def test_findings(annotation: Annotation) -> None:
    found = {f.slug: [e.text for e in f.evidence] for f in annotation.findings}
    assert len(found) == len(annotation.findings)
    assert any("plusieurs centaines de mégajoules" in text for text in found["dimension-mismatch"])
    assert any(text in ("1,1 Kwh", "Kwh") for text in found["unit-symbol-case"])
    assert "malformed-link" in found
    assert "duplicate-passage" not in found
    spelling = found.get("unit-spelling", found.get("unit-style-varies", []))
    assert sum("megajoules" in text for text in spelling) == 2
    assert not {"unit-spelling", "unit-style-varies"} <= found.keys()
    assert not {"conversion-mismatch", "range-inverted", "watt-per-hour", "weekday-mismatch"} & found.keys()


def test_the_conversion_is_verified(annotation: Annotation) -> None:
    rows = [v for v in annotation.verifications if v.slug == "conversion-mismatch"]
    assert any(
        v.calculation.verdict == "verified" and {"3,88 megajoules", "1,1 Kwh"} <= {e.text for e in v.evidence}
        for v in rows
    )
