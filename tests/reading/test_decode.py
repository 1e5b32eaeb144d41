"""Bytes to characters: the ladder, what is refused, what is written down."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture.errors import DecodingError
from relecture.reading.decode import LADDER, canonical, decode, newline_of, validated

SENTENCES = (
    "À l’été, le cœur du réacteur a été arrêté : coût, 12 M€.",
    "« C’est déjà ça », a lâché la préfète de l’Île-de-France.",
    "L'élève a reçu le prix à Besançon, où il était né.",
    "Le parc éolien fournira 30 % de l'électricité dès août.",
    "Ça chauffe : 35 °C relevés à Nîmes, près des arènes.",
    "Núñez était là.",
)


def _encodable(sentence: str, encoding: str) -> bool:
    try:
        sentence.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("encoding", [*LADDER, "utf-8"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_french_comes_back_from_every_encoding_of_the_ladder(sentence: str, encoding: str) -> None:
    plain = sentence if _encodable(sentence, encoding) else sentence.replace("’", "'")
    plain = plain if _encodable(plain, encoding) else plain.replace("œ", "oe").replace("€", "EUR")
    assert decode(plain.encode(encoding), path="a.txt").raw == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_is_recorded(encoding: str) -> None:
    mark = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[encoding]
    decoded = decode(mark + "L’été ⚡".encode(encoding), path="a.txt", charset="cp1252")
    assert (decoded.raw, decoded.encoding, decoded.bom) == ("L’été ⚡", encoding, True)


def test_a_mark_that_lies_is_an_error() -> None:
    with pytest.raises(DecodingError, match=r"^a\.txt: the byte order mark says utf-8"):
        decode(codecs.BOM_UTF8 + b"\xe9t\xe9", path="a.txt")


def test_the_declared_charset_is_followed_where_it_holds() -> None:
    decoded = decode("Wałęsa a été reçu.".encode("iso8859-2"), path="a", charset="ISO-8859-2")
    assert decoded.encoding == "iso8859-2"
    assert decoded.diagnostics == ()


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "no-such-charset", "rot13", "mac-roman"])
def test_a_wrong_declared_charset_is_told_and_the_text_still_read(declared: str) -> None:
    decoded = decode("L'été a été très chaud.".encode("cp1252"), path="a.html", charset=declared)
    assert (decoded.raw, decoded.encoding) == ("L'été a été très chaud.", "cp1252")
    assert [note.code for note in decoded.diagnostics] == ["charset"]


def test_utf8_wins_over_what_is_declared() -> None:
    assert decode("été".encode(), path="a", charset="iso-8859-1").encoding == "utf-8"


def test_latin1_is_read_as_browsers_read_it() -> None:
    assert canonical("ISO-8859-1") == canonical(' "latin1" ') == canonical("us-ascii") == "cp1252"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"ab\x00cd", "NUL byte at offset 2"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes([1, 2, 3, 200, 201]), "neither UTF-8 nor"),
        (bytes(range(128, 256)), "neither UTF-8 nor"),
        ("été �".encode(), "replacement characters"),
    ],
)
def test_what_is_not_text_is_refused_with_its_cause(data: bytes, cause: str) -> None:
    with pytest.raises(DecodingError, match=cause) as caught:
        decode(data, path="dossier/a.txt")
    assert str(caught.value).startswith("dossier/a.txt: ")


def test_one_lost_character_in_a_long_text_is_a_diagnostic() -> None:
    decoded = decode(("mot " * 100 + "�").encode(), path="a.txt")
    assert [note.code for note in decoded.diagnostics] == ["replacement-character"]


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(DecodingError, match="lone surrogate at offset 1"):
        validated("a\ud800b", path="a.json")


@pytest.mark.parametrize(
    ("raw", "newline"),
    [("", "\n"), ("a\nb", "\n"), ("a\r\nb\r\nc\nd", "\r\n"), ("a\rb", "\r"), ("a\r\n", "\r\n")],
)
def test_the_usual_line_break_is_recorded(raw: str, newline: str) -> None:
    assert newline_of(raw) == newline


@given(st.text(alphabet=st.characters(exclude_characters="\x00�\ufeff", exclude_categories=["Cs"])))
def test_utf8_comes_back_character_for_character(raw: str) -> None:
    if not raw.startswith(("%PDF-", "GIF8", "{\\rtf", "PK\x03\x04")):
        assert decode(raw.encode(), path="a.txt").raw == raw


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, path="x")
    except DecodingError:
        return
    assert "\x00" not in decoded.raw
    assert decoded.raw.encode(decoded.encoding) == (data[_mark(data) :] if decoded.bom else data)


def _mark(data: bytes) -> int:
    marks = ("utf-8", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    return next(len(mark) for mark in ("\ufeff".encode(name) for name in marks) if data.startswith(mark))
