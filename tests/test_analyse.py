"""A long article is given to the model in pieces; nothing of that shows."""

from __future__ import annotations

import warnings

import pytest

from relecture import analyse
from relecture.quantities import read_quantities
from relecture.reading import read_string


@pytest.mark.model
def test_a_long_article_is_cut_and_joined_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyse, "CHUNK_CHARS", 200)
    paragraph = "Le parc éolien a livré 25,2 GWh en 2024, selon Anne Martin, directrice du site de Fécamp.\n\n"
    text = read_string("Le vent\n\n" + paragraph * 12, path="a.txt")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        article = analyse.load().analyse(text)
    assert "".join(token.text for token in article.tokens).replace("\n", "") == "".join(text.raw.split())
    assert [q.span for q in article.quantities] == [q.span for q in read_quantities(text)]
    assert [s.of(text.raw)[:7] for s in article.sentences] == ["Le vent", *["Le parc"] * 12]
