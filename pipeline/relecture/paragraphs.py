"""Sentence starts at line starts: neither the parser nor the entity recogniser then crosses a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def start_sentences(doc: Doc) -> Doc:
    """Mark the first word after each line break of *doc* as the start of a sentence."""
    for token in doc[1:]:
        if "\n" in doc[token.i - 1].text and not token.is_space:
            token.is_sent_start = True
    return doc
