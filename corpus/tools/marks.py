"""Reading the marks of an authoring source into plain text and spans.

A mark is ``{...}`` and may hold others:

======================= =========================================================================
``{3,88 MJ}``           a quantity; its value, unit and kind are read by `amounts`
``{~300 foyers}``       with an approximation cue before it: ``~`` about, ``>`` over, ``<`` under,
                        ``^`` at least, ``_`` at most
``{?sept}``             a quantity that may be given or not (combines: ``{?~sept}``)
``{un mois|1 month}``   value and canonical unit given by hand (``2..3`` for a range, ``-`` for none)
``{P:Altman|Sam Altman;PDG@OpenAI}``  a person: surface, canonical name, roles; ``O:`` organisation,
                        ``L:`` place; ``P?:`` may be given or not
``{1:24 kWh}``          evidence of the planted defect 1
======================= =========================================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"(?:(?P<label>[POL])(?P<maybe>\??)|(?P<number>[1-9])):")
_CUES = {"~": "about", ">": "over", "<": "under", "^": "at_least", "_": "at_most"}
_LABELS = {"P": "PER", "O": "ORG", "L": "LOC"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: what it is (``quantity``, ``PER``, ``ORG``, ``LOC`` or ``evidence``) and where."""

    what: str
    start: int
    end: int
    text: str
    note: str = ""
    optional: bool = False
    approximation: str = "none"
    number: int = 0


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)

    def plain(self, character: str) -> None:
        self.out.append(character)
        self.length += len(character)

    def run(self, inside: bool) -> None:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "{":
                self.mark()
            elif inside and character in "|}":
                return
            else:
                self.plain(character)
                self.at += 1
        if inside:
            raise ValueError(f"unclosed mark near « {''.join(self.out)[-40:]} »")

    def mark(self) -> None:
        self.at += 1
        tag = _TAG.match(self.source, self.at)
        what, optional, approximation, number = "quantity", False, "none", 0
        if tag:
            self.at = tag.end()
            number = int(tag["number"] or 0)
            what = _LABELS[tag["label"]] if tag["label"] else "evidence"
            optional = bool(tag["maybe"])
        else:
            if self.source[self.at] == "?":
                optional, self.at = True, self.at + 1
            if self.source[self.at] in _CUES:
                approximation, self.at = _CUES[self.source[self.at]], self.at + 1
        start, first = self.length, len(self.out)
        self.run(inside=True)
        note = ""
        if self.source[self.at] == "|":
            close = self.source.index("}", self.at)
            note, self.at = self.source[self.at + 1 : close], close
        self.at += 1
        text = "".join(self.out[first:])
        self.marks.append(Mark(what, start, self.length, text, note, optional, approximation, number))


def read(source: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks in text order, an inner one first where two agree.

    Raises `ValueError` on an unclosed mark.
    """
    reader = _Reader(source)
    reader.run(inside=False)
    return "".join(reader.out), sorted(reader.marks, key=lambda m: (m.start, -m.end))
