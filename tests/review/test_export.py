"""Every export read back by the tool it is for, or by what that tool validates with, on awkward text."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import AWKWARD, Draft, awkward, many
from exports import files, one, utf16_slice
from relecture.checks.decisions import Decision
from relecture.errors import ConfigurationError
from relecture.review.export import registry
from relecture.review.export.base import Mark, Utf16, apart, links, marks, sibling
from relecture.review.export.places import Lines
from relecture.review.load import Reviewed

SCHEMAS = Path(__file__).parent / "schemas"
TEXTS = st.text(st.sampled_from("aé \u202f😀\r\n𝟛\u2028"), max_size=30)


# ---------------------------------------------------------------- what they share


@given(TEXTS, st.data())
def test_utf16_offsets_cut_the_same_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = Utf16(text)
    assert utf16_slice(text, units(start), units(end)) == text[start:end]


@given(TEXTS, st.data())
def test_lines_and_columns_lead_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    starts = [0]
    for at, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    rest = text[starts[line - 1] :]
    assert text[:offset].endswith(utf16_slice(rest, 0, column - 1))
    assert starts[line - 1] + len(utf16_slice(rest, 0, column - 1)) == offset


def test_marks_leave_out_what_is_empty_or_outside() -> None:
    draft = Draft("abc").finding("s", "error", "m", "a", "b", "c")
    draft.text = "ab"
    assert [m.id for m in marks(draft.done())] == ["f1.1", "f1.2"]
    assert [(x.source, x.target) for x in links(draft.done())] == [("f1.1", "f1.2")]


def test_of_two_overlapping_marks_the_longer_stays() -> None:
    rows = [Mark("a", "l", "x", 0, 4), Mark("b", "l", "x", 3, 9), Mark("c", "l", "x", 9, 10)]
    assert [m.id for m in apart(rows)] == ["b", "c"]


def test_no_name_leads_out_of_the_folder() -> None:
    assert sibling(Reviewed("../../etc/a.txt", awkward()), ".x") == "etc/a.txt.x"
    assert sibling(Reviewed("/", awkward()), ".x") == "article.x"


def test_every_format_is_there_and_no_other() -> None:
    with pytest.raises(ConfigurationError, match="label-studio"):
        list(registry.export("pdf", []))
    for name in registry.FORMATS:
        assert all(not n.startswith("/") and content for n, content in files(name).items())


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError("No module named 'docx'", name="docx")

    monkeypatch.setattr(registry, "import_module", missing)
    with pytest.raises(ConfigurationError, match=r"pip install 'relecture\[docx\]'"):
        list(registry.export("docx", []))


# ---------------------------------------------------------------- SARIF


def sarif_text(region: dict[str, int]) -> str:
    lines = AWKWARD.split("\r\n")
    first, last = region["startLine"] - 1, region["endLine"] - 1
    rows = lines[first : last + 1]
    rows[-1] = utf16_slice(rows[-1], 0, region["endColumn"] - 1)
    rows[0] = utf16_slice(rows[0], region["startColumn"] - 1, len(rows[0].encode("utf-16-le")) // 2)
    return "\r\n".join(rows)


def test_sarif_is_valid_and_points_right() -> None:
    annotation = awkward()
    log = json.loads(one("sarif", annotation, many(3)))
    jsonschema.validate(log, json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
    run = log["runs"][0]
    assert len(run["results"]) == 8
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, finding in zip(run["results"], annotation.findings, strict=False):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.slug
        places = [*result["locations"], *result.get("relatedLocations", [])]
        for place, evidence in zip(places, finding.evidence, strict=True):
            assert sarif_text(place["physicalLocation"]["region"]) == evidence.text
    fix = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert sarif_text(fix["deletedRegion"]) == "12\u202f000\u202fkWh"
    assert "%3Cb%3Earticle" in run["artifacts"][0]["location"]["uri"]


def test_sarif_suppresses_what_was_dismissed() -> None:
    annotation = awkward()
    kept, dismissed = annotation.findings[0].fingerprint, annotation.findings[1].fingerprint
    decisions = {
        kept: Decision(kept, "", "accepted"),
        dismissed: Decision(dismissed, "", "dismissed", "quoted", "sic"),
    }
    log = json.loads(files("sarif", annotation, decisions=decisions)["relecture.sarif"])
    results = log["runs"][0]["results"]
    assert "suppressions" not in results[0]
    assert results[1]["suppressions"][0]["justification"] == "quoted, sic"


def test_sarif_gives_no_line_in_a_file_that_is_not_the_text() -> None:
    source = awkward().source.model_copy(update={"media_type": "text/html", "path": "/abs/a b.html"})
    segments = [s.model_copy(update={"locator": "/html/body/p[1]"}) for s in awkward().segments]
    log = json.loads(one("sarif", awkward().model_copy(update={"source": source, "segments": segments})))
    jsonschema.validate(log, json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
    place = log["runs"][0]["results"][0]["locations"][0]
    assert "region" not in place["physicalLocation"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "file:///abs/a%20b.html"
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/html/body/p[1]"}]


# ---------------------------------------------------------------- annotation tools


def test_label_studio_results_fit_the_interface() -> None:
    made = files("label-studio", awkward(), many(2))
    tasks = json.loads(made["tasks.json"])
    view = ET.fromstring(made["interface.xml"])
    group, shown = view.find("Labels"), view.find("Text")
    assert group is not None
    assert shown is not None
    labels = {e.get("value") for e in group}
    relations = {e.get("value") for e in view.iter("Relation")}
    for task in tasks:
        text = task["data"][shown.get("value", "").removeprefix("$")]
        rows = task["predictions"][0]["result"]
        ids = {row["id"] for row in rows if row["type"] == "labels"}
        for row in rows:
            if row["type"] == "relation":
                assert {row["from_id"], row["to_id"]} <= ids
                assert relations >= set(row["labels"])
                continue
            assert (row["from_name"], row["to_name"]) == (group.get("name"), shown.get("name"))
            value = row["value"]
            assert labels >= set(value["labels"])
            assert text[value["start"] : value["end"]] == value["text"]
    assert {"equality", "conversion-mismatch"} <= relations


def test_label_studio_tasks_pass_its_own_validator() -> None:
    reason = "label-studio-sdk is large and asks for an older numpy: install it apart to run this test"
    label_interface = pytest.importorskip("label_studio_sdk.label_interface", reason=reason)
    made = files("label-studio", awkward(), many(4))
    interface = label_interface.LabelInterface(made["interface.xml"].decode())
    interface.validate()
    for task in json.loads(made["tasks.json"]):
        assert interface.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction, return_errors=True) == []


def test_web_annotations_are_valid_and_select_the_same_words() -> None:
    content = files("w3c")["revue/😀 <b>article</b>.txt.jsonld"]
    page = json.loads(content)
    schema = json.loads((SCHEMAS / "web-annotation.json").read_text())
    assert len(page["items"]) == 12
    for row in page["items"]:
        jsonschema.Draft7Validator(schema).validate(row)
        for target in row["target"]:
            position, quotation = target["selector"]
            start, end = position["start"], position["end"]
            assert AWKWARD[start:end] == quotation["exact"]
            assert AWKWARD[:start].endswith(quotation["prefix"])
            assert AWKWARD[end:].startswith(quotation["suffix"])


def test_cas_comes_back_from_json_and_xmi() -> None:
    cassis = pytest.importorskip("cassis")
    made = files("xmi")
    types = cassis.load_typesystem(made.pop("TypeSystem.xml").decode())
    (xmi,) = made.values()
    source = one("cas").decode()
    for cas in (cassis.load_cas_from_json(source), cassis.load_cas_from_xmi(xmi.decode(), typesystem=types)):
        assert cas.sofa_string == AWKWARD
        quantities = cas.select("webanno.custom.Quantity")
        assert (quantities[0].get_covered_text(), quantities[0].kwh) == ("12\u202f000\u202fkWh", "12000")
        entities = cas.select("webanno.custom.Entity")
        assert {e.get_covered_text() for e in entities} == {"Hélène Noël", "e\u0301quipe d’Hélène Noël"}
        equality = next(x for x in cas.select("webanno.custom.Link") if x.kind == "equality")
        ends = (equality.Governor.get_covered_text(), equality.Dependent.get_covered_text())
        assert ends == ("12\u202f000\u202fkWh", "43,2\u00a0GJ")
    # In the file itself, offsets are UTF-16 as in Java.
    row = next(r for r in json.loads(source)["%FEATURE_STRUCTURES"] if r.get("value") == "500")
    assert utf16_slice(AWKWARD, row["begin"], row["end"]) == "500 MW"


def test_cas_survives_characters_that_xml_does_not_hold() -> None:
    cassis = pytest.importorskip("cassis")
    draft = Draft("a\x00b\x0c 3 MW").quantity("3 MW", "3", "MW")
    made = files("xmi", draft.done())
    types = cassis.load_typesystem(made["TypeSystem.xml"].decode())
    cas = cassis.load_cas_from_xmi(made["article.txt.xmi"].decode(), typesystem=types)
    assert cas.sofa_string == "a\ufffdb\ufffd 3 MW"
    assert [q.get_covered_text() for q in cas.select("webanno.custom.Quantity")] == ["3 MW"]


def test_spacy_docs_hold_the_text_and_every_span() -> None:
    import spacy
    from spacy.tokens import DocBin

    annotation = awkward()
    (doc,) = DocBin().from_bytes(one("spacy", annotation)).get_docs(spacy.blank("fr").vocab)
    assert doc.text == AWKWARD
    for layer in ("quantities", "entities", "findings"):
        expected = [(m.start, m.end, m.label, m.id) for m in marks(annotation) if m.layer == layer]
        assert [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans[layer]] == expected
    assert [e.text for e in doc.ents] == ["e\u0301quipe d’Hélène Noël"]


@given(TEXTS, st.data())
def test_tokens_keep_the_text_and_never_straddle_a_mark(text: str, data: st.DataObject) -> None:
    from relecture.review.export.tokens import tokenise

    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    doc = tokenise(text, [Mark("m", "l", "x", start, end)] if start < end else [])
    assert doc.text == text
    if start < end:
        span = doc.char_span(start, end)
        assert span is not None
        assert span.text == text[start:end] or span.text + " " == text[start:end]


def test_prodigy_tokens_and_spans_agree() -> None:
    task = json.loads(one("prodigy"))
    tokens = task["tokens"]
    assert "".join(t["text"] + " " * t["ws"] for t in tokens) == task["text"] == AWKWARD
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]
    relation = next(r for r in task["relations"] if r["label"] == "equality")
    assert AWKWARD[relation["child_span"]["start"] : relation["child_span"]["end"]] == "43,2\u00a0GJ"


def test_doccano_rows_are_lines_of_code_points() -> None:
    content = one("doccano", awkward(), many(2))
    rows = [json.loads(row) for row in content.decode().split("\n")[:-1]]
    assert len(rows) == 2
    cut = {rows[0]["text"][a:b] for a, b, _ in rows[0]["label"]}
    assert {"43,2\u00a0GJ", "𝟛𝟘 turbines", "Hélène Noël"} <= cut
