"""What must hold of the entities of any text: offsets, order, no overlap, nothing on a quantity or a mask."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from relecture.entities import read_entities
from relecture.entities.quotes import read_quotes
from relecture.text import build
from relecture.types import Kind, Label, Quantity, Segment, SegmentRole, Source, Span

NLP = spacy.blank("fr")
WORDS = st.sampled_from(
    (
        "Anne Kerbrat Kerbrat RTE EDF Renouvelables la société le PDG de d' l' M. Mme , . : ( ) « » - \n 12 "
        "MWh a annoncé selon Réseau transport d'électricité Saint-Malo région Normandie match club İ ß "
        "𝒳 Le maire et qui OpenAI, (RTE) ministre Énergie À"
    ).split(" ")
)
LABELS = st.sampled_from(["PER", "ORG", "LOC", "MISC"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.data())
def test_entities_of_any_text(pieces: list[str], data: st.DataObject) -> None:
    raw = " ".join(pieces)
    masked = _span(raw, data, "masked")
    segments = [Segment("s1", SegmentRole.BODY, Span(0, len(raw)))]
    if masked:
        segments.append(Segment("s2", SegmentRole.LINK_TARGET, masked, masked=True))
    text = build(raw, source=Source("x"), segments=segments)
    doc = NLP(text.prose)
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(doc)), st.integers(1, 4), LABELS), max_size=8))
    spans = [doc[a : a + n] for a, n, _ in cuts if a + n <= len(doc)]
    labelled = [
        spacy.tokens.Span(doc, s.start, s.end, label=label)
        for s, (_, _, label) in zip(spans, cuts, strict=False)
    ]
    doc.ents = spacy.util.filter_spans(labelled)
    taken = _span(raw, data, "quantity")
    quantities = [Quantity("q1", taken, taken.of(raw), Kind.COUNT, taken, Decimal(1))] if taken else []

    entities = read_entities(doc, text, quantities)

    mentions = [m for e in entities for m in e.mentions]
    assert all(m.span.of(raw) == m.text != "" for m in mentions)
    assert not any(a.span.overlaps(b.span) for a, b in combinations(mentions, 2))
    assert not any(taken and m.span.overlaps(taken) for m in mentions)
    assert not any(masked and m.span.overlaps(masked) for m in mentions)
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    firsts = [e.mentions[0].span.start for e in entities]
    assert firsts == sorted(firsts)
    ids = {e.id for e in entities}
    for e in entities:
        assert [m.span for m in e.mentions] == sorted(m.span for m in e.mentions)
        assert not e.roles or e.label is Label.PER
        assert all(r.title and r.span.end <= len(raw) for r in e.roles)
        assert all(r.organisation_id is None or r.organisation_id in ids for r in e.roles)
    quotes = read_quotes(text, [Span(0, len(raw))], entities)
    assert all(q.speaker_id is None or q.speaker_id in ids for q in quotes)


def _span(raw: str, data: st.DataObject, label: str) -> Span | None:
    if not raw or not data.draw(st.booleans(), label=label):
        return None
    start = data.draw(st.integers(0, len(raw) - 1))
    return Span(start, data.draw(st.integers(start + 1, len(raw))))


@pytest.mark.parametrize("raw", ["", "\n", " ", "\x00", "Ab\ud800 Kerbrat"])
def test_poor_texts(raw: str) -> None:
    text = build(raw, source=Source("x"), segments=[])
    assert read_entities(NLP(text.prose.encode("utf-8", "replace").decode()), text, ()) == ()
