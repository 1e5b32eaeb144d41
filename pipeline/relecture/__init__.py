"""relecture reads French press articles and tells which figures, names and links do not hold together.

``annotate(text)`` is the one call most programs need. Importing the package loads nothing heavy: spaCy,
pint and quantulum3 are imported by the first call that needs them.
"""

from __future__ import annotations

from importlib.metadata import version as _version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relecture.schema import Annotation
    from relecture.settings import Settings

__all__ = ["annotate"]


def __getattr__(name: str) -> str:
    # Reading the distribution's metadata costs a directory scan: only on demand.
    if name == "__version__":
        return _version("relecture")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def annotate(text: str, *, settings: Settings | None = None, path: str = "<text>") -> Annotation:
    """Annotate one article given as a string.

    The French model is loaded at the first call and kept for the next ones. Offsets in the result are
    code points of *text*. Raises `relecture.errors.ModelError` when the French model is missing.
    """
    from relecture.annotator import annotate_text
    from relecture.reading import read_string

    return annotate_text(read_string(text, path=path), settings=settings)
