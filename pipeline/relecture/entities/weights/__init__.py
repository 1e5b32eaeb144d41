"""The tuned weights of the model's `ner`, shipped in this folder; the recipe is in ``models/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from relecture.types import Diagnostic

if TYPE_CHECKING:
    from spacy.language import Language

#: The model and minor version that the weights were tuned from: another one has other vectors.
MODEL, VERSION = "core_news_md", "3.8"
NER = Path(__file__).parent / "ner"


def apply_tuned_weights(nlp: Language, folder: Path = NER) -> Diagnostic | None:
    """Put the tuned weights into the `ner` of *nlp*; a diagnostic when it keeps its own.

    That happens when *folder* is missing or damaged, or when *nlp* is not fr_core_news_md 3.8. Damaged
    weights leave *nlp* as it was.
    """
    name, version = nlp.meta.get("name"), str(nlp.meta.get("version", ""))
    if "ner" not in nlp.pipe_names:
        return _stock("le modèle n’a pas de composant ner")
    if name != MODEL or not version.startswith(VERSION + "."):
        return _stock(f"poids prévus pour fr_{MODEL} {VERSION}, modèle installé : {nlp.lang}_{name} {version}")
    if not (folder / "model").is_file():
        return _stock("poids absents de l’installation")
    ner = nlp.get_pipe("ner")
    before = ner.to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
    try:
        ner.from_disk(folder, exclude=["vocab"])  # type: ignore[attr-defined]
    except Exception as error:  # thinc raises many kinds on a truncated or foreign file
        ner.from_bytes(before, exclude=["vocab"])  # type: ignore[attr-defined]
        return _stock(f"poids illisibles ({type(error).__name__})")
    return None


def _stock(cause: str) -> Diagnostic:
    return Diagnostic("stock-model", f"Noms lus avec le modèle d’origine : {cause}.")
