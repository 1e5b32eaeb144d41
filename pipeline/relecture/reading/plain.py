"""Plain text and Markdown: the text *is* the source, character for character."""

from __future__ import annotations

from relecture.reading import blocks, frontmatter, inline, roles
from relecture.reading.decode import Decoded, decode
from relecture.reading.limits import refuse_unfit
from relecture.reading.marks import segments
from relecture.reading.origin import Origin
from relecture.reading.runs import broken_letters
from relecture.text import build
from relecture.types import Diagnostic, Source, Text


def read(data: bytes, origin: Origin) -> Text:
    """Read a ``.txt`` file: paragraphs and Markdown links, no other Markdown."""
    return _read(data, origin, markdown=False)


def read_markdown(data: bytes, origin: Origin) -> Text:
    """Read a ``.md`` file: front matter, headings, quotes, code, emphasis and links."""
    return _read(data, origin, markdown=True)


def _read(data: bytes, origin: Origin, *, markdown: bool) -> Text:
    decoded = decode(data, path=origin.path, charset=origin.charset)
    return from_decoded(decoded, origin.source(data, decoded), markdown=markdown)


def from_decoded(decoded: Decoded, source: Source, *, markdown: bool) -> Text:
    """Lay a text out; its characters are kept as they are, line breaks included.

    Raises `InputError` when there is no text, or too much of it.
    """
    raw = decoded.raw
    refuse_unfit(raw, source.path)
    front, metadata, notes = frontmatter.read(raw) if markdown else (None, {}, ())
    found = inline.scan(raw, markdown=markdown, taken=[front.span] if front else [])
    paragraphs = blocks.paragraphs(found.blocks, markdown=markdown, opaque=found.opaque)
    marks = roles.assign(found.blocks, paragraphs, titled="title" in metadata)
    return build(
        raw,
        source=source,
        segments=segments([*([front] if front else []), *found.marks, *marks]),
        links=found.links,
        metadata=metadata,
        diagnostics=(*decoded.diagnostics, *notes, *_broken(raw)),
    )


def _broken(raw: str) -> tuple[Diagnostic, ...]:
    """What other formats mend is left alone here, where the text is the source; the reader is told."""
    count = broken_letters(raw)
    if not count:
        return ()
    cause = f"{count} letters written in pieces (separate accents, ligatures, soft hyphens)"
    return (Diagnostic("broken-letters", f"{cause}: names and units may be missed"),)
