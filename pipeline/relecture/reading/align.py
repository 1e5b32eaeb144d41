"""Finding the text of a parsed document again in its source.

Parsers give structure and forget places. Here the source is cut into character data and markup by a plain
scan, and the text nodes of the parsed tree, in document order, are matched against that data. A node that
is not found word for word is left without a place: what is mapped is right by construction.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relecture.reading.runs import Run
from relecture.types import Span

_ATTRIBUTES = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?=[^\"'])|[\"']))*+"
_MARKUP = re.compile(
    rf"<!--(?:>|->)?|<!\[CDATA\[|<[!?][^>]*+>?|</?[a-zA-Z_][^\s/>]*+{_ATTRIBUTES}>?|</[^>]*+>?",
)
_RAW_TEXT = re.compile(r"<(script|style|iframe|noembed|noframes|xmp)(?=[\s/>])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|\r\n?")
#: The blanks of markup, which parsers add and drop; a no-break space is text.
_SPACE = " \t\r\n\f"
#: How many pieces of character data may be skipped to find a text node again, blank ones apart.
_WINDOW = 64
_BLANKS = 1024


@dataclass(slots=True)
class Chunk:
    """Character data between two pieces of markup, references resolved; it begins with *lead* blanks."""

    text: str
    runs: list[Run]
    lead: int


def chunks(source: str, *, xml: bool) -> Iterator[Chunk]:
    """The character data of *source*, in order; that of scripts and style sheets left out in HTML."""
    at = scan = 0
    while True:
        start = source.find("<", scan)
        match = _MARKUP.match(source, start) if start >= 0 else None
        if start >= 0 and match is None:
            scan = start + 1
            continue
        end = len(source) if start < 0 else start
        if end > at:
            yield _chunk(source, at, end)
        if match is None:
            return
        at = match.end()
        if match.group().startswith("<!--"):
            at = _after(source, "-->", match.start() + 4 if match.group() == "<!--" else at)
        elif match.group() == "<![CDATA[":
            at, literal = _cdata(source, match, xml=xml)
            if literal:
                yield literal
        elif not xml:
            at = _after_raw_text(source, match)
        scan = at


def _after(source: str, closing: str, at: int) -> int:
    found = source.find(closing, at)
    return len(source) if found < 0 else found + len(closing)


def _cdata(source: str, match: re.Match[str], *, xml: bool) -> tuple[int, Chunk | None]:
    if not xml:
        return _after(source, ">", match.end()), None
    end = _after(source, "]]>", match.end())
    stop = end - 3 if source.endswith("]]>", match.end(), end) else end
    text = source[match.end() : stop]
    run = Run(text, Span(match.end(), stop))
    return end, _made([run]) if text else None


def _after_raw_text(source: str, match: re.Match[str]) -> int:
    raw = _RAW_TEXT.match(match.group())
    if raw is None:
        return match.end()
    closing = re.compile(rf"</{raw.group(1)}(?=[\s/>])", re.IGNORECASE).search(source, match.end())
    return closing.start() if closing else len(source)


def _chunk(source: str, start: int, end: int) -> Chunk:
    runs = []
    at = start
    for match in _REFERENCE.finditer(source, start, end):
        shown = "\n" if match.group()[0] == "\r" else html.unescape(match.group())
        if shown == match.group():
            continue
        if match.start() > at:
            runs.append(Run(source[at : match.start()], Span(at, match.start())))
        runs.append(Run(shown, Span(*match.span())))
        at = match.end()
    if at < end:
        runs.append(Run(source[at:end], Span(at, end)))
    return _made(runs)


def _made(runs: list[Run]) -> Chunk:
    text = "".join(run.text for run in runs)
    return Chunk(text, runs, len(text) - len(text.lstrip(_SPACE)))


def place(source: str, nodes: Iterable[str], *, xml: bool = False) -> list[list[Run]]:
    """For each text node of the tree parsed from *source*, its runs; one without place when not found."""
    cursor = _Cursor(list(chunks(source, xml=xml)))
    return [cursor.take(node) for node in nodes]


class _Cursor:
    """A position in the character data that only moves forward."""

    def __init__(self, data: list[Chunk]) -> None:
        self._data = data
        self._n = 0
        self._offset = 0

    def take(self, node: str) -> list[Run]:
        """The runs of *node*, found at the position or soon after it."""
        if not node.strip(_SPACE):
            return [Run(node)]
        found = self._find(node)
        if found is None:
            return [Run(node)]
        self._n, self._offset, at = found
        runs = [Run(node[:at])] if at else []
        while at < len(node) and self._n < len(self._data):
            chunk = self._data[self._n]
            size = min(len(node) - at, len(chunk.text) - self._offset)
            if node[at : at + size] != chunk.text[self._offset : self._offset + size]:
                break
            runs += _cut(chunk, self._offset, self._offset + size)
            at += size
            self._offset += size
            if self._offset == len(chunk.text):
                self._n, self._offset = self._n + 1, 0
        return [*runs, Run(node[at:])] if at < len(node) else runs

    def _find(self, node: str) -> tuple[int, int, int] | None:
        """Chunk, offset in it and offset in *node* where their texts meet, leading blanks aside."""
        lead = len(node) - len(node.lstrip(_SPACE))
        seen = 0
        for n in range(self._n, min(self._n + _BLANKS, len(self._data))):
            chunk = self._data[n]
            offset = self._offset if n == self._n else 0
            first = max(offset, chunk.lead)
            size = min(len(node) - lead, len(chunk.text) - first)
            if size <= 0:
                continue
            if node[lead : lead + size] == chunk.text[first : first + size]:
                blanks = min(lead, first - offset)
                same = node[lead - blanks : lead] == chunk.text[first - blanks : first]
                return (n, first - blanks, lead - blanks) if same else (n, first, lead)
            seen += 1
            if seen == _WINDOW:
                break
        return None


def _cut(chunk: Chunk, start: int, end: int) -> Iterator[Run]:
    """The runs of *chunk* between two offsets of its text."""
    at = 0
    for run in chunk.runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield run.part(first, last)
        at += len(run.text)
        if at >= end:
            return
