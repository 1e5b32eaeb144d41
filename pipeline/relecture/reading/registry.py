"""The formats we read, by suffix and by media type. Adding one is a module and a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePath

from relecture.errors import InputError, UnsupportedFormatError
from relecture.reading.limits import MAX_FILE_BYTES, MAX_MARKUP_BYTES
from relecture.reading.origin import Origin
from relecture.types import Text

Reader = Callable[[bytes, Origin], Text]
ManyReader = Callable[[bytes, Origin], Iterator[Text | InputError]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: ``module`` holds ``function(data, origin) -> Text``, or an iterator where ``many``.

    Suffixes that are not ``listed`` belong to other things too (``.json``, ``.xml``): a file is read when
    named, and passed over in a folder or an archive.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    module: str
    function: str = "read"
    many: bool = False
    listed: bool = True
    max_bytes: int = MAX_MARKUP_BYTES

    def reader(self) -> Callable[..., object]:
        """The function that reads this format; its module is imported now."""
        function: Callable[..., object] = getattr(
            import_module(f"relecture.reading.{self.module}"), self.function
        )
        return function


FORMATS = (
    Format("plain text", (".txt", ".text"), ("text/plain",), "plain"),
    Format(
        "Markdown",
        (".md", ".markdown"),
        ("text/markdown", "text/x-markdown"),
        "plain",
        function="read_markdown",
    ),
    Format("HTML", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), "html"),
    Format(
        "a Word document",
        (".docx",),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "docx",
        max_bytes=MAX_FILE_BYTES,
    ),
    Format(
        "an OpenDocument text",
        (".odt",),
        ("application/vnd.oasis.opendocument.text",),
        "odt",
        max_bytes=MAX_FILE_BYTES,
    ),
    Format("RTF", (".rtf",), ("application/rtf", "text/rtf"), "rtf"),
    Format("a feed", (".rss", ".atom"), ("application/rss+xml", "application/atom+xml"), "feeds", many=True),
    Format("a feed", (".xml",), ("application/xml", "text/xml"), "feeds", many=True, listed=False),
    Format("ninjs", (".ninjs",), ("application/vnd.iptc.ninjs+json",), "ninjs", many=True),
    Format("ninjs", (".json",), ("application/json",), "ninjs", many=True, listed=False),
    Format("a ZIP archive", (".zip",), ("application/zip",), "archive", many=True, max_bytes=MAX_FILE_BYTES),
)


@cache
def _by_key() -> dict[str, Format]:
    return {key: f for f in FORMATS for key in (*f.suffixes, *f.media_types)}


def find(path: str, media_type: str | None = None) -> Format:
    """The format of *media_type* if given, else of the suffix of *path*; no suffix means plain text.

    Raises `UnsupportedFormatError`.
    """
    suffix = PurePath(path).suffix.lower()
    key = media_type.split(";")[0].strip().lower() if media_type else suffix
    found = _by_key().get(key or ".txt")
    if found is None:
        known = ", ".join(s for f in FORMATS for s in f.suffixes)
        raise UnsupportedFormatError(path, f"no reader for « {key} » (known: {known})")
    return found


def suffixes() -> frozenset[str]:
    """The suffixes that make a file of a folder an article, with their point, in lower case."""
    return frozenset(s for f in FORMATS if f.listed for s in f.suffixes)
