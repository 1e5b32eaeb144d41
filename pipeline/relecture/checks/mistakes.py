"""A figure that the text itself gives as wrong: « une puissance de 14 MWh ». Il fallait lire 14 MW."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.prose import following, sentence_around
from relecture.needles import seek
from relecture.types import Span


@cache
def _corrected() -> re.Pattern[str]:
    """Words of a notice that corrects a figure."""
    return re.compile(
        r"\b(?:fallait|faut|faudrait|devait|aurait\sfallu|auriez\sdû|vouli(?:ons|ez)|convenait\sde)\s(?:bien\s|plutôt\s|évidemment\s|bien\ssûr\s)?(?:lire|comprendre|écrire|entendre)\b"
        r"|\b(?:par\serreur|à\stort|erronément|erratum|rectificatif|rectifions|coquille|erreur\sd(?:e\s|')(?:frappe|unité|transcription|zéros?|virgule))\b"
        r"|\bc'est\s(?:bien\s)?[^.;]{1,40}\squ'il\sf(?:allait|aut)\slire\b",
        re.I,
    )


def disowned(prose: str, span: Span) -> bool:
    """True when the sentence of *span*, or the next, says that what stands there was a mistake."""
    if seek(_corrected(), prose) is None:
        return False
    here = sentence_around(prose, span)
    return _corrected().search(prose, here.start, max(here.end, following(prose, here).end)) is not None
