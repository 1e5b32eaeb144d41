"""The faster spaCy says exactly what the plain one says, to every attribute of every token."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from relecture import fastpath
from relecture.fastpath import decoder, embedding

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CORPUS = Path(__file__).parents[1] / "corpus" / "articles"
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def plain() -> Language:
    from relecture.entities.model import load_nlp

    return load_nlp()


@pytest.fixture(scope="module")
def fast() -> Language:
    from relecture.entities.model import load_nlp

    nlp = load_nlp()
    fastpath.speed_up(nlp)
    return nlp


def said(doc: Doc) -> list[tuple[Any, ...]]:
    """Everything the model says of *doc*."""
    return [
        (t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start)
        for t in doc
    ]


@pytest.mark.slow
def test_annotations_are_equal_on_the_corpus(plain: Language, fast: Language) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(CORPUS.iterdir()) if p.suffix in (".txt", ".md")]
    assert len(texts) >= 10
    expected = [said(doc) for doc in plain.pipe(texts, batch_size=8)]
    assert [said(doc) for doc in fast.pipe(texts, batch_size=8)] == expected
    assert [said(doc) for doc in fastpath.run(fast, map(fast.make_doc, texts))] == expected
    # A second time, every word is known; and one by one, in another order.
    assert [said(doc) for doc in fast.pipe(reversed(texts), batch_size=1)] == expected[::-1]


def test_a_full_table_is_emptied_and_filled_again(
    plain: Language, fast: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "MAX_TYPES", 40)
    texts = [
        "Le vent souffle sur Fécamp.",
        "",
        "  \n",
        "Anne Martin dirige l'usine ; elle l'a dit aujourd'hui.",
    ]
    expected = [said(d) for d in plain.pipe(texts * 5)]
    assert [said(d) for d in fast.pipe(texts * 5)] == expected
    assert [said(d) for d in fastpath.run(fast, map(fast.make_doc, texts * 5))] == expected


def test_documents_parsed_apart_are_parsed_alike(
    plain: Language, fast: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoder, "_TOKENS", 12)
    texts = [
        "Le vent souffle sur Fécamp.",
        "",
        "Anne Martin dirige l'usine ; elle l'a dit hier à Lyon.",
        "Oui.",
    ]
    done = fastpath.run(fast, map(fast.make_doc, texts))
    assert [said(d) for d in done] == [said(d) for d in plain.pipe(texts)]


def test_nothing_to_read_gives_nothing(fast: Language) -> None:
    assert fastpath.run(fast, []) == []
    assert [len(doc) for doc in fastpath.run(fast, [fast.make_doc("")])] == [0]


def test_words_that_differ_only_by_the_space_or_the_norm_are_told_apart(
    plain: Language, fast: Language
) -> None:
    texts = ["l' an , l'an", "etc. et etc.", "M. Martin, M.Martin", "12 MW 12MW"] * 2
    assert [said(d) for d in fast.pipe(texts)] == [said(d) for d in plain.pipe(texts)]


def test_the_switch_leaves_spacy_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from relecture import analyse

    def layers() -> set[str]:
        nlp = analyse.load.__wrapped__("fr_core_news_md").nlp
        return {node.name for node in nlp.get_pipe("tok2vec").model.walk()}

    assert "cached_embedding" in layers()
    monkeypatch.setenv("RELECTURE_FASTPATH", "off")
    assert "cached_embedding" not in layers()


def test_spacy_is_whole_after_a_quick_start() -> None:
    code = (
        "from relecture.faststart import quick_start\n"
        "with quick_start():\n"
        "    import spacy, sys\n"
        "assert 'spacy.cli' not in sys.modules\n"
        "import gc\n"
        "assert gc.isenabled()\n"
        "assert 'spacy_version' in spacy.info(silent=True)\n"
        "from spacy.cli import app\n"
        "print(app.info.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "spacy"
