"""Quotations and their speakers."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from entities.pages import marked
from relecture.entities.quotes import quotation_spans, read_quotes
from relecture.text import bare
from relecture.types import Entity, Label, Mention, Span
from support import CASES

TABLE = yaml.safe_load((CASES / "entities" / "quotes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:60])
def test_quotes(case: dict[str, object]) -> None:
    page, candidates = marked(str(case["text"]))
    text = bare(page.text)
    entities = [
        Entity(
            id=f"e{n}",
            label=Label(c.label),
            canonical=page.text[c.start : c.end],
            mentions=(Mention(Span(c.start, c.end), page.text[c.start : c.end]),),
        )
        for n, c in enumerate(candidates, 1)
    ]
    sentences = [Span(0, len(page.text))] if "\n" not in page.text else []
    found = [f"{q.span.of(page.text)} <- {q.speaker or '-'}" for q in read_quotes(text, sentences, entities)]
    assert found == case["gives"]


def test_pronoun_points_at_the_person() -> None:
    page, candidates = marked("[PER Anne Kerbrat] arrive. « Tout va bien », a-t-elle dit.")
    mention = Mention(Span(candidates[0].start, candidates[0].end), "Anne Kerbrat")
    entity = Entity(id="e1", label=Label.PER, canonical="Anne Kerbrat", mentions=(mention,))
    quote = read_quotes(bare(page.text), [], [entity])[0]
    assert quote.speaker_id == "e1"
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(page.text) == "elle"


@given(st.text(alphabet='«»“”"‹› \nab5', max_size=60))
def test_spans_are_marks_included_and_apart(prose: str) -> None:
    spans = quotation_spans(prose)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(prose[s.start] in '«“"‹' and prose[s.end - 1] in '»”"›' for s in spans)
