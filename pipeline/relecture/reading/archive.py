"""ZIP archives of articles: each file by its own reader, named ``archive.zip!/folder/a.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from relecture.errors import InputError
from relecture.reading import registry
from relecture.reading.origin import Origin
from relecture.reading.package import Package
from relecture.types import Text

_UNSAFE = re.compile(r"^/|^[a-zA-Z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")


def read(data: bytes, origin: Origin) -> Iterator[Text | InputError]:
    """The articles of an archive, in the order of their names.

    Files of other kinds and hidden ones are passed over; one with a hostile name, damaged, or an archive
    itself is yielded as its error. Raises `InputError` when the archive cannot be opened, or holds no article.
    """
    package = Package(data, origin.path)
    names = sorted(name for name in package.names if _wanted(name))
    if not names:
        raise InputError(origin.path, f"no article in it (known: {', '.join(sorted(registry.suffixes()))})")
    return _articles(package, names, origin)


def _wanted(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) and not part.startswith("..") for part in path.parts)
    return not hidden and path.suffix.lower() in registry.suffixes()


def _articles(package: Package, names: list[str], origin: Origin) -> Iterator[Text | InputError]:
    from relecture.reading import read_many_bytes

    for name in names:
        inner = f"{origin.path}!/{_printable(name)}"
        try:
            if _UNSAFE.search(name):
                raise InputError(inner, "refused: its name leads out of the archive, or is no name")
            found = registry.find(name)
            if found.module == "archive":
                raise InputError(inner, "an archive inside an archive is not opened")
            try:
                data = package.read(name, found.max_bytes)
            except InputError as error:
                raise InputError(inner, error.cause) from None
            yield from read_many_bytes(data, path=inner)
        except InputError as error:
            yield error


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in name)
