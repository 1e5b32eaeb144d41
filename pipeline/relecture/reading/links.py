"""Markdown links, in plain text too: ``[label](target)``, targets that hold paragraphs, unclosed ones.

Everything is linear: brackets are paired once with a stack, and no expression looks back.
"""

from __future__ import annotations

import re

from relecture.reading.lines import LineEnds, lines
from relecture.reading.marks import Mark, markup
from relecture.types import Link, SegmentRole, Span

#: An escaped bracket is no bracket; a blank line closes no label (a label stays in its paragraph).
_BRACKET = re.compile(r"\\[\[\]()]|[\[\]()]|(?>\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
#: What an address begins with; anything else between the parentheses is prose that landed there.
_ADDRESS = re.compile(r"[ \t]{0,3}(?:<|[a-zA-Z][a-zA-Z0-9+.-]{0,20}:[^\s)]|//?[^\s/]|#|\?|\.{1,2}/|www\.)")
#: ``address "title"``: the title is no part of the address.
_TITLED = re.compile(r"(<[^<>\r\n]*>|[^\s<>]+)[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)|«[^»]*»)$")
#: Longest label of a reference, in characters (CommonMark allows 999).
MAX_LABEL = 999
_DEFINITION = re.compile(r" {0,3}\[([^\]\[^][^\]\[]{0,200})\]:[ \t]*(<[^<>]*>|[^\s<>]+)(?:[ \t].*)?$")


def definitions(work: str) -> tuple[dict[str, Span], list[Mark]]:
    """Markdown reference definitions (``[ref]: address``): address by label, and the lines, masked."""
    found: dict[str, Span] = {}
    marks = []
    for line in lines(work):
        match = _DEFINITION.match(line.text) if "]:" in line.text else None
        if match:
            address = _unbracketed(work, Span(line.start + match.start(2), line.start + match.end(2)))
            found.setdefault(_key(match.group(1)), address)
            indent = len(line.text) - len(line.text.lstrip())
            span = Span(line.start + indent, line.start + len(line.text.rstrip()))
            marks.append(Mark(span, SegmentRole.LINK_TARGET, masked=True))
    return found, marks


def find(work: str, references: dict[str, Span]) -> tuple[list[Link], list[Mark]]:
    """The links of *work* (comments, code and definitions already blanked) and the marks of their parts."""
    finder = _Finder(work, references)
    finder.run()
    return finder.links, finder.marks


class _Finder:
    """One pass over the brackets of a text."""

    def __init__(self, work: str, references: dict[str, Span]) -> None:
        self.work = work
        self.references = references
        self.squares, self.rounds = _pairs(work)
        self.ends = LineEnds(work)
        self.links: list[Link] = []
        self.marks: list[Mark] = []

    def run(self) -> None:
        """Fill `links` and `marks`. A label may hold images, never links; a target holds nothing."""
        label_end = link_end = image_end = 0
        for start in sorted(self.squares):
            image = start > 0 and self.work[start - 1] == "!"
            nested = start < label_end
            if start < image_end or (nested and not image) or (start < link_end and not nested):
                continue
            link = self._inline(start, image=image) or self._referring(start)
            if link is None:
                continue
            if image:
                image_end = link.span.end
            else:
                label_end, link_end = link.label.end, link.span.end
                self.links.append(link)

    def _inline(self, start: int, *, image: bool) -> Link | None:
        """``[label](target)`` or ``![caption](target)`` at *start*."""
        close = self.squares[start]
        if self.work[close + 1 : close + 2] != "(":
            return None
        inside, closed = self._target(close + 2, self.rounds.get(close + 1))
        address = _address(self.work, inside)
        link = Link(Span(start, inside.end + closed), Span(start + 1, close), address, closed)
        self.marks += [
            markup(start - image, start + 1),
            Mark(link.label, SegmentRole.CAPTION if image else SegmentRole.LINK_LABEL),
            markup(close, inside.start),
            Mark(inside, SegmentRole.LINK_TARGET, masked=True),
            markup(inside.end, link.span.end),
        ]
        return link

    def _target(self, start: int, close: int | None) -> tuple[Span, bool]:
        """What the parentheses hold, and whether they close. An address ends with its line, prose may not."""
        limit = self.ends.after(start)
        if close is not None and (close <= limit or not _ADDRESS.match(self.work, start)):
            return Span(start, close), True
        while limit > start and self.work[limit - 1].isspace():
            limit -= 1
        return Span(start, limit), False

    def _referring(self, start: int) -> Link | None:
        """``[label][ref]``, ``[label][]`` or ``[label]`` at *start*, when a definition says where it leads."""
        label = Span(start + 1, self.squares[start])
        if not self.references or len(label) > MAX_LABEL:
            return None
        key, end = _key(label.of(self.work)), label.end + 1
        if end in self.squares and self.squares[end] - end <= MAX_LABEL:
            key, end = _key(self.work[end + 1 : self.squares[end]]) or key, self.squares[end] + 1
        if key not in self.references:
            return None
        self.marks += [markup(start, label.start), Mark(label, SegmentRole.LINK_LABEL), markup(label.end, end)]
        return Link(Span(start, end), label, self.references[key])


def _pairs(work: str) -> tuple[dict[int, int], dict[int, int]]:
    """Where each opening square and round bracket closes; those that never do are absent."""
    pairs: dict[str, dict[int, int]] = {"[": {}, "(": {}}
    stacks: dict[str, list[int]] = {"[": [], "(": []}
    for match in _BRACKET.finditer(work):
        token = match.group()
        if token in stacks:
            stacks[token].append(match.start())
        elif token in ("]", ")"):
            opening = "[" if token == "]" else "("
            if stacks[opening]:
                pairs[opening][stacks[opening].pop()] = match.start()
        elif token[0] != "\\":
            stacks["["].clear()
    return pairs["["], pairs["("]


def _address(work: str, inside: Span) -> Span:
    """The address itself: white space, angle brackets and a title left out."""
    text = inside.of(work)
    start = inside.start + len(text) - len(text.lstrip())
    end = max(start, inside.start + len(text.rstrip()))
    if _ADDRESS.match(work, start):
        titled = _TITLED.match(work, start, end)
        end = titled.end(1) if titled else end
    return _unbracketed(work, Span(start, end))


def _unbracketed(work: str, span: Span) -> Span:
    angled = len(span) >= 2 and work[span.start] == "<" and work[span.end - 1] == ">"
    return Span(span.start + 1, span.end - 1) if angled else span


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
