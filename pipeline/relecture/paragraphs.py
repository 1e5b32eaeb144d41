"""Sentence starts at line starts: neither the parser nor the entity recogniser then crosses a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def start_sentences(doc: Doc) -> Doc:
    """Mark the first word after each line break of *doc* as the start of a sentence."""
    words, blank = doc.to_array(["ORTH", "IS_SPACE"]).T.tolist()
    breaks = {word for word in set(words) if "\n" in doc.vocab.strings[word]}
    for i in range(1, len(words)):
        if words[i - 1] in breaks and not blank[i]:
            doc[i].is_sent_start = True
    return doc
