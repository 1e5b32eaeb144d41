"""French tokens that never straddle a mark: the tokenizer's own, cut again where a span begins or ends."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from relecture.review.export.base import Mark

if TYPE_CHECKING:
    from spacy.tokens import Doc


@cache
def _tokenizer() -> Any:
    import spacy

    return spacy.blank("fr")


def tokenise(text: str, marks: Iterable[Mark]) -> Doc:
    """A spaCy `Doc` of *text* in which every mark begins and ends with a token; ``doc.text == text``."""
    from spacy.tokens import Doc

    pipeline = _tokenizer()
    given = list(marks)
    cuts = {0, len(text)}
    for token in pipeline.make_doc(text):
        cuts.update((token.idx, token.idx + len(token)))
    for mark in given:
        cuts.update((mark.start, mark.end))
    # A space is the tail of the token before it, except where a mark begins or ends with that space.
    alone = {mark.start for mark in given} | {mark.end - 1 for mark in given}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted(cuts)):
        piece = text[start:end]
        if piece == " " and words and not spaces[-1] and start not in alone:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return Doc(pipeline.vocab, words=words, spaces=spaces)
