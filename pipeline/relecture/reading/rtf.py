"""Rich Text Format (.rtf), with the place of every character in the file.

Ready-made readers give a string and keep hidden and deleted text; the format is small enough to be read
here. Places are byte offsets, the file being read as Latin-1 (RTF is made of ASCII and escapes).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from relecture.errors import InputError
from relecture.reading.decode import Decoded, newline_of
from relecture.reading.markers import STYLE_ROLES
from relecture.reading.office import HEADING_NAME, shifted
from relecture.reading.origin import Origin
from relecture.reading.rtf_words import (
    CHARACTERS,
    DOCUMENT_CODECS,
    FONT_CODECS,
    PARAGRAPH_ENDS,
    SKIPPED,
    SYMBOLS,
)
from relecture.reading.runs import Run
from relecture.reading.sheet import Sheet
from relecture.text import unaccented
from relecture.types import Diagnostic, SegmentRole, Span, Text

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_HYPERLINK = re.compile(r"HYPERLINK\s+(?:\\l\s+)?\"([^\"]*)\"")
#: Groups inside groups; Word itself stays under a few dozen.
MAX_DEPTH = 500


@dataclass(frozen=True, slots=True)
class _State:
    """What a brace saves and the closing one restores. ``into`` names the list that takes the text."""

    into: str = "article"
    hidden: bool = False
    deleted: bool = False
    script: str = ""
    fallback: int = 1
    codec: str | None = None
    style: int | None = None
    row: bool = False
    link_start: int | None = None


def read(data: bytes, origin: Origin) -> Text:
    """The article of an RTF file. Raises `InputError` when it is no RTF, nested too deep, or empty."""
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise InputError(origin.path, "this is no RTF document")
    raw = data.decode("latin-1")
    reader = _Reader(origin.path)
    reader.read(raw)
    decoded = Decoded(raw, reader.codec, bom=False, newline=newline_of(raw))
    return reader.sheet.finish(
        origin.source(data, decoded), metadata=reader.metadata(), diagnostics=reader.diagnostics
    )


@dataclass(slots=True)
class _Reader:
    """One pass over the tokens of a file."""

    path: str
    codec: str = "cp1252"
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sheet: Sheet = field(init=False)
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _starred: bool = False
    _to_skip: int = 0
    _buffer: list[Run] = field(default_factory=list)
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _roles: dict[int, SegmentRole] = field(default_factory=dict)
    _address: str = ""
    _open: bool = False
    _rows: bool = False
    _count: int = 1
    _headline: bool = False

    def __post_init__(self) -> None:
        self.sheet = Sheet(self.path)

    def read(self, raw: str) -> None:
        """Read the whole file."""
        at = 0
        while at < len(raw):
            match = _TOKEN.match(raw, at)
            assert match is not None
            at = match.end()
            if match["brace"]:
                self._brace(match["brace"])
                if not self._stack:
                    break
            elif match["word"]:
                at += self._word(match["word"].lower(), match["number"], Span(*match.span()))
            elif match["hex"]:
                self._bytes(bytes([int(match["hex"], 16)]), Span(*match.span()))
            elif match["symbol"]:
                self._symbol(match["symbol"], Span(*match.span()))
            elif match["text"]:
                self._text(match["text"], match.start())
        self._end_paragraph()
        if self._stack:
            self.diagnostics.append(Diagnostic("truncated", "the RTF file ends before its last brace"))

    def metadata(self) -> dict[str, str]:
        """The title, where the file gives one."""
        written = "".join(self._texts.get("title", ()))
        title = " ".join(written.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
        return {"title": title} if title else {}

    def _brace(self, brace: str) -> None:
        self._starred, self._to_skip = False, 0
        if brace == "{":
            if len(self._stack) >= MAX_DEPTH:
                raise InputError(self.path, f"refused: groups nested deeper than {MAX_DEPTH}")
            self._stack.append(self._state)
            return
        self._flush()
        closed, self._state = self._state, self._stack.pop() if self._stack else _State()
        if closed.into == "stylesheet":
            self._named_style(closed)
        elif closed.into == "instruction" and self._state.into != "instruction":
            found = _HYPERLINK.search("".join(self._texts.pop("instruction", ())))
            self._address = found.group(1) if found else ""
        elif closed.link_start is not None and self._state.link_start is None and self._address:
            self.sheet.link(closed.link_start, self._address)
            self._address = ""

    def _named_style(self, closed: _State) -> None:
        """The end of one style, or of the style sheet: the text gathered is the style's name."""
        name = unaccented("".join(self._texts.pop("stylesheet", ())).strip().rstrip(";"))
        if name and closed.style is not None:
            role = STYLE_ROLES.get(name) or (SegmentRole.HEADING if HEADING_NAME.match(name) else None)
            if role:
                self._roles[closed.style] = role

    def _word(self, word: str, number: str | None, at: Span) -> int:
        """Obey a control word; returns how many characters of binary data follow it."""
        starred, self._starred = self._starred, False
        value = int(number) if number else None
        if word == "bin":
            return max(value or 0, 0)
        if word == "u":
            self._unicode((value or 0) % 65536, at)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word], at)
        elif word in PARAGRAPH_ENDS:
            if self._state.into == "article":
                self._end_paragraph()
        elif word in ("line", "lbr"):
            self._flush()
            if self._shown():
                self.sheet.line_break()
        elif not self._destination(word) and not self._format(word, value) and starred:
            self._state = replace(self._state, into="nothing")
        return 0

    def _destination(self, word: str) -> bool:
        """Where the text of this group goes, when *word* says it goes elsewhere."""
        into = self._state.into
        if word in SKIPPED:
            into = "nothing"
        elif word in ("fonttbl", "stylesheet"):
            into = word
        elif into == "nothing":
            return False
        elif word == "info":
            into = "info"
        elif word == "title" and into == "info":
            into = "title"
        elif word == "fldinst":
            into = "instruction"
        elif word == "fldrslt":
            self._flush()
            self._state = replace(self._state, link_start=self.sheet.position)
            return True
        else:
            return False
        self._flush()
        self._state = replace(self._state, into=into)
        return True

    def _format(self, word: str, value: int | None) -> bool:
        """Character and paragraph properties; true for a word that is known."""
        on = value != 0
        if word in ("v", "deleted", "super", "sub", "up", "dn", "nosupersub", "plain"):
            self._flush()
        match word:
            case "v":
                self._state = replace(self._state, hidden=on)
            case "deleted":
                self._state = replace(self._state, deleted=on)
            case "super" | "sub":
                self._state = replace(self._state, script=word if on else "")
            case "up" | "dn":
                amount = 6 if value is None else value
                self._state = replace(self._state, script=shifted(str(amount if word == "up" else -amount)))
            case "nosupersub":
                self._state = replace(self._state, script="")
            case "plain":
                self._state = replace(self._state, hidden=False, deleted=False, script="", codec=None)
            case "pard":
                self._state = replace(self._state, style=None, row=False)
            case "intbl":
                self._state = replace(self._state, row=True)
            case "s":
                self._state = replace(self._state, style=value)
            case "uc":
                self._state = replace(self._state, fallback=max(value or 0, 0))
            case "f":
                self._font = value or 0
                self._state = replace(self._state, codec=self._fonts.get(self._font))
            case "fcharset":
                self._fonts[self._font] = FONT_CODECS.get(value or 0, "")
            case "ansicpg":
                self.codec = _known(f"cp{value}") or self.codec
            case "mac" | "pc" | "pca":
                self.codec = DOCUMENT_CODECS[word]
            case _:
                return False
        return True

    def _symbol(self, symbol: str, at: Span) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            if self._state.into == "article":
                self._end_paragraph()
        elif symbol in SYMBOLS:
            self._write(SYMBOLS[symbol], at)

    def _unicode(self, unit: int, at: Span) -> None:
        """``\\u``: a UTF-16 unit, followed by characters for readers that do not know it."""
        char = chr(unit)
        last = self._buffer[-1] if self._buffer else None
        if 0xDC00 <= unit < 0xE000 and last and last.at and "\ud800" <= last.text < "\udc00":
            self._buffer.pop()
            pair = (last.text + char).encode("utf-16", "surrogatepass").decode("utf-16")
            self._to_skip = 0
            self._write(pair, Span(last.at.start, at.end))
        else:
            self._to_skip = 0
            self._write(char, at)
        self._to_skip = self._state.fallback

    def _bytes(self, data: bytes, at: Span) -> None:
        self._write(data.decode(self._state.codec or self.codec, "replace"), at)

    def _text(self, text: str, start: int) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        text, start = text[skipped:], start + skipped
        if text and not text.isascii():
            text = text.encode("latin-1").decode(self._state.codec or self.codec, "replace")
        if text:
            self._write(text, Span(start, start + len(text)))

    def _write(self, text: str, at: Span) -> None:
        """Take *text*; the fallback characters after ``\\u`` are let go."""
        if self._to_skip > 0:
            self._to_skip -= 1
            return
        self._starred = False
        if self._state.into == "article":
            if self._shown():
                self._buffer.append(Run(text, at))
        elif self._state.into != "nothing":
            self._texts.setdefault(self._state.into, []).append(text)

    def _shown(self) -> bool:
        return self._state.into == "article" and not self._state.hidden and not self._state.deleted

    def _flush(self) -> None:
        """Write the runs gathered under the formatting that is about to change."""
        runs = [run for run in self._buffer if not "\ud800" <= run.text < "\ue000" and run.text != "\x00"]
        self._buffer = []
        if not runs:
            return
        if not self._open:
            role = SegmentRole.BODY if self._state.row else self._role()
            self.sheet.begin(role, f"p[{self._count}]", tight=self._state.row and self._rows)
            self._open, self._rows = True, self._state.row
        if self._state.script == "super":
            self.sheet.raised(runs)
        elif self._state.script == "sub":
            self.sheet.lowered(runs)
        else:
            self.sheet.write(runs)

    def _role(self) -> SegmentRole | None:
        role = self._roles.get(self._state.style) if self._state.style is not None else None
        if role is SegmentRole.HEADING and not self._headline and self.sheet.position == 0:
            role = SegmentRole.HEADLINE
        self._headline = self._headline or role is SegmentRole.HEADLINE
        return role

    def _end_paragraph(self) -> None:
        self._flush()
        self.sheet.end()
        self._open = False
        self._count += 1


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
