"""The gold articles of a corpus folder: texts in ``articles/``, each with its ``NAME.gold.json``."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relecture.errors import InputError

#: A JSON object of the contract, or of the gold, which has the same keys.
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article and what a reader should find in it.

    ``layers`` names what is annotated in full (``entities``, ``quantities``); findings always are.
    ``published`` is the ISO date of publication, needed to read a date without a year.
    """

    name: str
    path: Path
    text: str
    split: str
    published: str | None
    layers: frozenset[str]
    quantities: tuple[Record, ...]
    entities: tuple[Record, ...]
    findings: tuple[Record, ...]

    @property
    def clean(self) -> bool:
        """True when nothing was planted: every finding is then a false alarm."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Corpus:
    """Gold articles and the hash of everything they are made of."""

    articles: tuple[GoldArticle, ...]
    sha256: str


def load_corpus(folder: Path, *, split: str | None = None) -> Corpus:
    """Read the corpus in *folder*, or one *split* of it (the hash is of the whole either way).

    Raises `InputError` when there is no gold, or when an annotation is not at its place in the text.
    """
    paths = sorted((folder / "articles").glob("*.gold.json"))
    if not paths:
        raise InputError(str(folder), "no articles/*.gold.json here")
    digest = hashlib.sha256()
    articles = []
    for path in paths:
        article = _load(path)
        for file in (path, article.path):
            digest.update(file.read_bytes())
        if split in (None, article.split):
            articles.append(article)
    for file in (*sorted((folder / "pairs").glob("*.json*")), *sorted((folder / "clean").glob("*.txt"))):
        digest.update(file.read_bytes())
    return Corpus(tuple(articles), digest.hexdigest())


def _load(path: Path) -> GoldArticle:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = path.parent / gold["file"]
        text = source.read_bytes().decode("utf-8")
        article = GoldArticle(
            name=gold["name"],
            path=source,
            text=text,
            split=gold["split"],
            published=gold.get("published"),
            layers=frozenset(gold["layers"]),
            quantities=tuple(gold["quantities"]),
            entities=tuple(gold["entities"]),
            findings=tuple(gold["findings"]),
        )
    except (OSError, ValueError, KeyError) as error:
        raise InputError(str(path), f"not a gold annotation ({error})") from error
    for span in spans(article):
        if text[span["start"] : span["end"]] != span["text"]:
            raise InputError(str(path), f"« {span['text']} » is not at {span['start']}")
    return article


def spans(article: GoldArticle) -> list[Record]:
    """Every annotated span of *article*: quantities, mentions and evidence."""
    found = list(article.quantities)
    for entity in article.entities:
        found.extend(entity["mentions"])
    for finding in article.findings:
        found.extend(finding["evidence"])
    return found
