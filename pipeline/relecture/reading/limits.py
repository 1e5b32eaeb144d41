"""The sizes beyond which a source is refused, so that time and memory stay bounded.

Every value is a choice of ours, far above any press article; docs/formats.md repeats them.
"""

from __future__ import annotations

from relecture.errors import InputError

#: Bytes of one file read from disk, whatever its format.
MAX_FILE_BYTES = 64 * 1024 * 1024
#: Characters of one article. spaCy refuses longer texts (``nlp.max_length``), and a book is 500 000.
MAX_ARTICLE_CHARS = 1_000_000
#: Bytes of a text or markup file (plain text, Markdown, HTML, RTF, JSON, a feed).
MAX_MARKUP_BYTES = 20 * 1024 * 1024
#: Bytes of front matter that are handed to the YAML parser.
MAX_FRONT_MATTER = 64 * 1024
#: Files in one ZIP archive, bytes of its directory, and bytes of all of them unpacked.
MAX_MEMBERS = 10_000
MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
#: Unpacked over packed size above which a large archive is taken for a bomb. Office files stay under 40.
MAX_RATIO = 100
RATIO_FROM_BYTES = 8 * 1024 * 1024
#: Bytes of one XML part of an office file.
MAX_PART_BYTES = 32 * 1024 * 1024


def refuse_unfit(raw: str, path: str) -> None:
    """Raise `InputError` when *raw* is blank, or too long to be one article."""
    if not raw.strip():
        raise InputError(path, "no text in it")
    refuse_overlong(len(raw), path)


def refuse_overlong(length: int, path: str) -> None:
    """Raise `InputError` when *length* characters are too many for one article."""
    if length > MAX_ARTICLE_CHARS:
        raise InputError(path, f"{length} characters: an article may hold {MAX_ARTICLE_CHARS}")
