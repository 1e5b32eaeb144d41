"""The JSON contract: what is written, what is left out, and that it fits its own schema."""

from __future__ import annotations

import json
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture import schema, serialise
from relecture import types as t
from relecture.text import bare

GENERATOR = schema.Generator(
    name="relecture", version="0", model="m", model_version="1", ner="stock", config_sha256="0"
)
RAW = "Le tir a produit 3,88 MJ, selon Ana Roux."


def span(piece: str) -> t.Span:
    start = RAW.index(piece)
    return t.Span(start, start + len(piece))


def article() -> t.Article:
    unit = t.Unit(text="MJ", canonical="megajoule", symbol="MJ", dimension="energy", span=span("MJ"))
    quantity = t.Quantity(
        id="q1",
        span=span("3,88 MJ"),
        text="3,88 MJ",
        kind=t.Kind.MEASURE,
        number=span("3,88"),
        value=Decimal("3.88"),
        interval=t.Interval(Decimal("3.875"), None),
        unit=unit,
        si=t.SIValue(unit="J", value=Decimal("3.88E+6")),
        energy_kwh=Decimal("1.0777777777777777778"),
    )
    vague = t.Quantity(
        id="q2", span=t.Span(0, 2), text="Le", kind=t.Kind.COUNT, number=t.Span(0, 2), vague=True
    )
    person = t.Entity(
        id="e1",
        label=t.Label.PER,
        canonical="Ana Roux",
        mentions=(t.Mention(span("Ana Roux"), "Ana Roux", confidence=0.98765),),
        roles=(t.Role(title="physicienne", span=span("selon")),),
    )
    return t.Article(
        text=bare(RAW, path="a.txt"),
        quantities=(vague, quantity),
        entities=(person,),
        quotes=(t.Quote(span("tir"), speaker="Ana Roux", speaker_span=span("Ana Roux")),),
        relations=(t.Relation("r1", t.RelationKind.EQUALITY, ("q1", "q2"), span("a")),),
    )


def written(item: t.Article) -> schema.Annotation:
    evidence = t.Evidence(span("3,88 MJ"), "3,88 MJ", role="énoncé", mention="q1")
    calculation = t.Calculation("equality", "3,88", "4", t.Verdict.INCONSISTENT, "×10")
    finding = t.Finding(
        slug="conversion-mismatch",
        severity=t.Severity.ERROR,
        confidence=0.9876,
        message="m",
        evidence=(evidence,),
        calculation=calculation,
        suggestion=t.Suggestion("4 MJ", t.Safety.TO_CONFIRM),
    )
    verification = t.Verification("conversion-mismatch", "v", (evidence,), calculation)
    diagnostic = t.Diagnostic("langue", "langue : anglais", span("tir"))
    return serialise.annotation(item, [finding], [verification], [diagnostic], generator=GENERATOR)


def test_output_fits_the_published_schema() -> None:
    document = json.loads(written(article()).to_json())
    jsonschema.Draft202012Validator(schema.json_schema()).validate(document)


def test_numbers_are_decimal_strings_and_absent_keys_are_left_out() -> None:
    document = json.loads(written(article()).to_json())
    vague, quantity = document["quantities"]
    assert quantity["value"] == "3.88"
    assert quantity["si"] == {"unit": "J", "value": "3880000"}
    assert quantity["energy_kwh"] == "1.0777777777777777778"
    assert quantity["interval"] == {"low": "3.875"}
    assert "period" not in quantity
    assert vague["value"] is None
    assert vague["vague"] is True
    assert vague["unit"]["canonical"] == "dimensionless"


def test_evidence_is_the_text_between_its_offsets() -> None:
    document = json.loads(written(article()).to_json())
    for item in (*document["findings"][0]["evidence"], *document["entities"][0]["mentions"]):
        assert document["text"][item["start"] : item["end"]] == item["text"]


def test_same_article_gives_the_same_bytes_and_reads_back() -> None:
    first = written(article()).to_json()
    assert first == written(article()).to_json()
    assert schema.Annotation.model_validate_json(first).to_json() == first


def test_unknown_keys_are_refused() -> None:
    document = json.loads(written(article()).to_json())
    document["surprise"] = 1
    with pytest.raises(ValueError, match="surprise"):
        schema.Annotation.model_validate(document)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_decimal_text_is_exact_and_has_no_exponent(value: Decimal) -> None:
    text = serialise.decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert text == serialise.decimal_text(Decimal(text))
