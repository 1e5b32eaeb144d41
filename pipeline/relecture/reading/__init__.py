"""Bytes to `Text`: one module a format, loaded when a file of that format is met.

    Text   = read_path(path)        one article a file
    Texts  = read_many(path)        files that may hold several: archives, feeds

Reading order: `decode`, `registry`, `plain` (with `inline`, `links`, `blocks`, `roles`), then the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePath
from typing import cast

from relecture.errors import InputError
from relecture.reading import registry
from relecture.reading.decode import Decoded, newline_of, validated
from relecture.reading.limits import MAX_FILE_BYTES
from relecture.reading.origin import Origin
from relecture.reading.registry import suffixes
from relecture.types import Text

__all__ = ["read_bytes", "read_many", "read_many_bytes", "read_path", "read_string", "suffixes"]


def read_path(path: Path) -> Text:
    """The one article of the file *path*.

    Raises `InputError` (or one of its children) when the file cannot be read or holds several articles.
    """
    return read_bytes(_bytes(path), path=str(path))


def read_bytes(data: bytes, *, path: str, media_type: str | None = None, charset: str | None = None) -> Text:
    """The one article in *data*; the format is that of *media_type*, else of the suffix of *path*.

    *charset* is what the sender declares; the bytes have the last word. Raises as `read_path`.
    """
    texts = list(islice(read_many_bytes(data, path=path, media_type=media_type, charset=charset), 2))
    if not texts:
        raise InputError(path, "no article in it")
    if len(texts) > 1:
        raise InputError(path, "several articles in it, where one is expected")
    if isinstance(texts[0], InputError):
        raise texts[0]
    return texts[0]


def read_many(path: Path) -> Iterator[Text | InputError]:
    """Every article of the file *path*, in order, each with a stable name in ``Text.source.path``.

    A file of one article yields one. An article that cannot be read is yielded as its error, and the
    others follow; a file that cannot be read at all raises, as `read_path` does. Names inside a container:
    ``archive.zip!/folder/a.txt``, ``feed.xml#3`` (the third item).
    """
    return read_many_bytes(_bytes(path), path=str(path))


def read_many_bytes(
    data: bytes, *, path: str, media_type: str | None = None, charset: str | None = None
) -> Iterator[Text | InputError]:
    """As `read_many`, for bytes already in memory."""
    found = registry.find(path, media_type)
    if not data:
        raise InputError(path, "the file is empty")
    if len(data) > found.max_bytes:
        raise InputError(path, f"{len(data)} bytes: {found.name} is read up to {found.max_bytes}")
    origin = Origin(path, found.media_types[0], charset)
    if found.many:
        return cast("registry.ManyReader", found.reader())(data, origin)
    return iter([cast("registry.Reader", found.reader())(data, origin)])


def read_string(raw: str, *, path: str) -> Text:
    """The article in *raw*, already characters; a *path* in ``.md`` is Markdown, any other plain text.

    ``Source.sha256`` is that of the UTF-8 bytes. Raises `InputError` when it is blank, too long, or holds
    what no text holds (NUL, lone surrogates).
    """
    from relecture.reading import plain

    decoded = Decoded(raw, "utf-8", bom=False, newline=newline_of(raw), diagnostics=validated(raw, path=path))
    markdown = PurePath(path).suffix.lower() in (".md", ".markdown")
    origin = Origin(path, "text/markdown" if markdown else "text/plain")
    return plain.from_decoded(decoded, origin.source(raw.encode("utf-8"), decoded), markdown=markdown)


def _bytes(path: Path) -> bytes:
    """The bytes of *path*, at most `MAX_FILE_BYTES`: a pipe is read no further either."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except IsADirectoryError:
        raise InputError(str(path), "this is a folder") from None
    except OSError as error:
        raise InputError(str(path), (error.strerror or str(error)).lower()) from None
    except ValueError:
        raise InputError(str(path), "not a file name") from None
    if len(data) > MAX_FILE_BYTES:
        raise InputError(str(path), f"more than {MAX_FILE_BYTES} bytes")
    return data
