"""quantulum3 in French: the only module that knows how its language packs are found and asked.

quantulum3 looks languages up in its own folder; from outside, a pack is registered in three places
(tested with 0.9 and 0.10): the search path of ``quantulum3._lang``, the table of sub-folders and the
function that gives a language's folder. English is left as it is.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from relecture.quantities.table import data

LANGUAGE = "fr_FR"


def pack() -> Path:
    """The folder of the French pack."""
    return Path(str(files("relecture.fr") / "pack" / LANGUAGE))


@lru_cache(maxsize=1)
def register() -> Any:
    """Make ``lang="fr_FR"`` known to quantulum3, once; returns its ``load`` module."""
    with warnings.catch_warnings():
        # It warns that its optional classifier is missing; the pack has no ambiguous surface to classify.
        warnings.simplefilter("ignore", UserWarning)
        import quantulum3._lang
        import quantulum3.disambiguate
        from quantulum3 import language, load

    folder = pack()
    quantulum3._lang.__path__.append(str(folder.parent))
    language._SUBDIRS.update({LANGUAGE.lower(): LANGUAGE, "fr": LANGUAGE})
    shipped: Callable[[str], Path] = language.topdir

    def topdir(lang: str = "en_US") -> Path:
        return folder if language.subdir(lang) == LANGUAGE else shipped(lang)

    language.topdir = topdir
    return load


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return data("pack/names.json")


@lru_cache(maxsize=2048)
def canonical(surface: str) -> str | None:
    """Our canonical name of the unit that quantulum3 reads in *surface*; ``None`` when it reads none of ours.

    One lookup a surface: an article repeats the same ten units.
    """
    register()
    from quantulum3 import disambiguate

    found = disambiguate.disambiguate_unit(surface, "", LANGUAGE)
    return _names().get(found if isinstance(found, str) else found.name)
