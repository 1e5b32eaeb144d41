"""What is known of a source before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from relecture.reading.decode import Decoded
from relecture.types import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from and what is said of them; ``charset`` is a hint."""

    path: str
    media_type: str
    charset: str | None = None

    def named(self, path: str) -> Origin:
        """The same with another name: an article inside a container."""
        return replace(self, path=path)

    def source(self, data: bytes, decoded: Decoded | None = None) -> Source:
        """The record of a source whose bytes are *data*; *decoded* for those that are characters.

        An article inside a file that holds several is known by the hash of its own bytes, not of the file.
        """
        source = Source(path=self.path, media_type=self.media_type, sha256=hashlib.sha256(data).hexdigest())
        if decoded is None:
            return source
        return replace(source, encoding=decoded.encoding, bom=decoded.bom, newline=decoded.newline)
