"""Is the article in French? Everything downstream assumes so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relecture.types import Diagnostic

if TYPE_CHECKING:
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
    from spacy.util import get_lang_class

    words = [t.lower_ for t in doc if t.is_alpha]
    if len(words) < MIN_WORDS:
        return None

    def known(code: str) -> int:
        stop_words = get_lang_class(code).Defaults.stop_words
        return sum(word in stop_words for word in words)

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
