"""The tuned weights: used where they fit, left aside with a diagnostic where they do not."""

from __future__ import annotations

import pytest

from relecture.entities.model import load_nlp
from relecture.entities.weights import apply_tuned_weights
from relecture.errors import ModelError

pytestmark = pytest.mark.model
SENTENCE = "Anne Kerbrat dirige Brumelec à Nantes."


def _names(nlp) -> list[tuple[str, str]]:
    return [(e.text, e.label_) for e in nlp(SENTENCE).ents]


@pytest.fixture(scope="module")
def nlp():
    return load_nlp(exclude=["parser", "morphologizer", "lemmatizer", "senter", "tok2vec", "attribute_ruler"])


def test_missing_weights_are_told(nlp, tmp_path) -> None:
    told = apply_tuned_weights(nlp, tmp_path / "nowhere")
    assert told is not None
    assert told.code == "stock-model"


def test_damaged_weights_leave_the_model_as_it_was(nlp, tmp_path) -> None:
    before = _names(nlp)
    (tmp_path / "model").write_bytes(b"not weights")
    told = apply_tuned_weights(nlp, tmp_path)
    assert told is not None
    assert told.code == "stock-model"
    assert _names(nlp) == before


def test_other_version_is_told(nlp) -> None:
    version = nlp.meta["version"]
    nlp.meta["version"] = "3.7.0"
    try:
        told = apply_tuned_weights(nlp)
    finally:
        nlp.meta["version"] = version
    assert told is not None
    assert "3.7.0" in told.message


def test_missing_model_is_an_error() -> None:
    with pytest.raises(ModelError, match="fr_no_such_model"):
        load_nlp("fr_no_such_model")
