"""Is the article in French? Everything downstream assumes so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from relecture.types import Diagnostic

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

#: Words needed before anything is said: a headline is too short to tell.
MIN_WORDS = 30
#: Share of French function words over which no other language is tried: running French has about 0.45,
#: English read with the French list under 0.10.
FRENCH_ENOUGH = 0.25
#: Other languages of European newsrooms, with spaCy's own lists of function words.
OTHERS = {"en": "anglais", "de": "allemand", "es": "espagnol", "it": "italien", "nl": "néerlandais"}


def language_diagnostic(doc: Doc) -> Diagnostic | None:
    """A « langue » diagnostic when *doc* has more function words of another language than of French."""
    import numpy as np

    rows = doc.to_array(["LOWER", "IS_ALPHA"])
    words = rows[rows[:, 1] == 1, 0]
    if len(words) < MIN_WORDS:
        return None

    def known(code: str) -> int:
        return int(np.isin(words, _function_words(code)).sum())

    french = known("fr")
    if french >= FRENCH_ENOUGH * len(words):
        return None
    best = max(OTHERS, key=known)
    if known(best) <= french:
        return None
    return Diagnostic(
        code="langue",
        message=f"langue : l’article semble écrit en {OTHERS[best]} ; il est lu comme du français",
    )


@cache
def _function_words(code: str) -> NDArray[np.uint64]:
    """spaCy's function words of the language *code*, as it numbers words."""
    import numpy as np
    from spacy.strings import get_string_id
    from spacy.util import get_lang_class

    return np.array([get_string_id(word) for word in get_lang_class(code).Defaults.stop_words], dtype="uint64")
