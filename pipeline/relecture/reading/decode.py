"""Bytes to characters, with the choice written down.

The ladder: byte order mark, strict UTF-8, the declared charset, then the encodings that French text is
met in, scored on how French the result looks. Guessing libraries were measured and set aside (design.md,
decision 7): on short French texts they take cp1252 for cp1250.

Line breaks are kept as they are: folding CRLF would move every offset.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from relecture.errors import DecodingError
from relecture.types import Diagnostic

#: Longest mark first: the UTF-32 LE mark begins with the UTF-16 LE one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Tried in this order; the first wins a tie. cp437 is left out: its French letters are those of cp850.
LADDER = ("cp1252", "iso8859-15", "mac-roman", "cp850")
#: How files that are not text begin, and what to call them.
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
)
#: C0 controls that no text holds; tab, line breaks, form feed and the DOS end-of-file mark are let through.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
#: Above this share of replacement characters the text is ruined; below, a diagnostic is enough.
MAX_REPLACED = 0.005
#: What a declaration is worth in `french_score`: about half of what parts a right reading from a wrong one.
TRUST = 1.0
#: Characters looked at when scoring, from the first that is not ASCII: enough to decide, and a bound on time.
_SCORED = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how they were obtained; ``raw`` holds no byte order mark."""

    raw: str
    encoding: str
    bom: bool
    newline: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, *, path: str, charset: str | None = None) -> Decoded:
    """Decode *data*; *charset* is what the source declares (header, meta tag), a hint and no more.

    Raises `DecodingError` when the bytes are binary or in no encoding of the ladder.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raw = _strict(data[len(mark) :], encoding)
            if raw is None:
                raise DecodingError(path, f"the byte order mark says {encoding}, the bytes are not")
            return _finish(raw, encoding, path=path, bom=True)
    _refuse_binary(data, path)
    raw = _strict(data, "utf-8")
    if raw is not None:
        return _finish(raw, "utf-8", path=path)
    encoding, raw = _best(data, charset)
    if raw is None:
        declared = f" (declared: {charset})" if charset else ""
        raise DecodingError(path, f"neither UTF-8 nor any encoding French is written in{declared}")
    notes = []
    if charset and canonical(charset) != encoding:
        notes.append(
            Diagnostic("charset", f"declared as {charset}, but the bytes are not; read as {encoding} instead")
        )
    return _finish(raw, encoding, path=path, diagnostics=notes)


def validated(raw: str, *, path: str) -> tuple[Diagnostic, ...]:
    """Refuse characters that no article holds (NUL, lone surrogates, too many U+FFFD); returns warnings."""
    if "\x00" in raw:
        raise DecodingError(path, f"NUL character at offset {raw.index(chr(0))}: not a text")
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DecodingError(path, f"lone surrogate at offset {error.start}: not a text") from None
    replaced = raw.count("\ufffd")
    if replaced > MAX_REPLACED * len(raw):
        raise DecodingError(
            path, f"{replaced} replacement characters (U+FFFD): wrongly decoded before it was saved"
        )
    if replaced:
        return (
            Diagnostic("replacement-character", f"{replaced} characters were lost before this file was saved"),
        )
    return ()


def newline_of(raw: str) -> str:
    """The line break that *raw* uses most; ``"\\n"`` when it has none."""
    pairs = raw.count("\r\n")
    counts = {"\n": raw.count("\n") - pairs, "\r\n": pairs, "\r": raw.count("\r") - pairs}
    return max(counts, key=lambda key: counts[key])


def canonical(charset: str) -> str | None:
    """Python's name for *charset*; ``None`` for one it does not know or that is not of text.

    As browsers do (WHATWG Encoding), Latin-1 and ASCII are read as cp1252, which contains both.
    """
    try:
        info = codecs.lookup(charset.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _finish(
    raw: str, encoding: str, *, path: str, bom: bool = False, diagnostics: list[Diagnostic] | None = None
) -> Decoded:
    notes = (*(diagnostics or ()), *validated(raw, path=path))
    return Decoded(raw, encoding, bom, newline_of(raw), notes)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _refuse_binary(data: bytes, path: str) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise DecodingError(path, f"binary file: this is {name}, whatever its name says")
    at = data.find(b"\x00")
    if at >= 0:
        raise DecodingError(path, f"binary file: NUL byte at offset {at}")


def _best(data: bytes, charset: str | None) -> tuple[str, str | None]:
    """The encoding of the ladder (the declared one first) whose reading looks most French."""
    declared = canonical(charset) if charset else None
    names = [declared, *(name for name in LADDER if name != declared)] if declared else list(LADDER)
    best: tuple[float, str, str | None] = (0.0, names[0], None)
    for name in names:
        raw = _strict(data, name)
        if raw is None or _CONTROL.search(raw):
            continue
        score = french_score(raw) + (TRUST if name == declared else 0)
        if score > best[0]:
            best = (score, name, raw)
    return best[1], best[2]


_LETTER = "a-zA-ZàâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
#: What a right reading shows, with a weight: letters where French puts them, its punctuation in place.
_LIKELY = (
    (re.compile(r"(?<=[a-z])[éèêàâçôîûùëïöüœæ]|[éèêàâçôîûùëïöüœæ](?=[a-z])"), 3.0),
    (re.compile(r"(?<![a-z])[ÉÈÀÂÊÇÔÎÛŒÆ]"), 2.0),
    (re.compile(r"(?<=[A-Za-z])[áíóúñãõåøäßý](?=[a-z])|(?<![A-Za-z])[ÁÅÖØ](?=[a-z])"), 1.2),
    (re.compile(rf"(?<=[{_LETTER}])’(?=[{_LETTER}«])"), 3.0),
    (re.compile(r"(?<![^\s(\[’'])[«“‘„](?=[\s\u00a0A-Za-zÀ-ÿ\d])|(?<=[\s\u00a0\w.?!…,])[»”](?!\w)"), 3.0),
    (re.compile(r"(?<=[\s\d\u00a0])[€£°½¼¾](?!\w)|(?<=\d)[°²³º]|(?<=[mk])[²³]"), 3.0),
    (re.compile(r"(?<=\w)…|(?<=\s)[–—](?=\s)|(?<=\d)[–—](?=\d)"), 2.0),
    (re.compile(r"\u00a0"), 1.0),
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def french_score(raw: str) -> float:
    """How French the non-ASCII characters of *raw* look: above 0 when most stand where French puts them.

    Each costs 1 and earns the weight of the pattern it fits; C1 controls, which no text holds, cost 20.
    """
    first = _NON_ASCII.search(raw)
    if first is None:
        return 1.0
    sample = raw[max(0, first.start() - 1) : first.start() + _SCORED]
    count = len(_NON_ASCII.findall(sample))
    earned = sum(weight * len(pattern.findall(sample)) for pattern, weight in _LIKELY)
    controls = sum(1 for c in sample if "\x80" <= c <= "\x9f")
    return (earned - count - 20 * controls) / count
