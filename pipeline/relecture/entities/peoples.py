"""The forms of the names of peoples: « kurde », « kurdes », « iranienne », « Iraniens »."""

from __future__ import annotations

from functools import cache

from relecture.fr.entity_words import PEOPLES

#: The feminine by the end of the masculine; any other end takes an « e », and « e » stays.
_FEMININE = {"ien": "ienne", "éen": "éenne", "grec": "grecque", "turc": "turque", "e": "e"}


@cache
def adjectives() -> frozenset[str]:
    """The four forms of each, in lower case."""
    singular = {form for word in PEOPLES for form in (word, _feminine(word))}
    return frozenset(singular) | {form if form.endswith("s") else f"{form}s" for form in singular}


@cache
def inhabitants() -> frozenset[str]:
    """The same with a capital, for the people themselves: « les Kurdes », « une Iranienne »."""
    return frozenset("-".join(part.capitalize() for part in form.split("-")) for form in adjectives())


def _feminine(masculine: str) -> str:
    for end, feminine in _FEMININE.items():
        if masculine.endswith(end):
            return masculine.removesuffix(end) + feminine
    return f"{masculine}e"
