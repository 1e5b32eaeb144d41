"""Plain text and Markdown: roles, links, masks, and offsets that never move."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relecture.errors import InputError, UnsupportedFormatError
from relecture.reading import read_bytes, read_many, read_path, read_string
from relecture.types import SegmentRole, Text

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "reading_plain.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    text = read_string(case["text"], path=case.get("path", "a.txt"))
    shown = [s for s in text.segments if s.role is not SegmentRole.MARKUP]
    if "roles" in case:
        assert [[s.role.value, s.span.of(text.raw)] for s in shown] == case["roles"]
    if "masked" in case:
        assert [s.span.of(text.raw) for s in shown if s.masked] == case["masked"]
    if "links" in case:
        found = [[link.label.of(text.raw), link.target.of(text.raw), link.closed] for link in text.links]
        assert found == case["links"]
    if "prose" in case:
        assert " ".join(text.prose.split()) == case["prose"]
    assert text.metadata == case.get("metadata", {})


AWKWARD = (
    *("é", "e\u0301", "⚡", "👩‍🔧", "\u202f", "\u00a0", "\r\n", "\n", "\r", " "),
    *("«", "»", "“", "’", "\ufb01", "\u00ad"),
)
MARKERS = (
    *("# ", "> ", "- ", "1. ", "|", "---", "===", "***", "```", "~~~", "`", "*", "**", "_", "\\"),
    *("[", "]", "(", ")", "](", "![", "!", "<", ">", "<!--", "-->", "[a]:", "https://a.example", "www."),
    *("jean@b.example", "Source :", "Chapô :", "12", "MW", "mot", ".", ":"),
)
PIECES = st.sampled_from(AWKWARD + MARKERS)
ANYTHING = st.lists(PIECES, max_size=60).map("".join) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffd")
)


def _check(text: Text, raw: str) -> None:
    assert text.raw == raw
    assert len(text.folded) == len(text.prose) == len(raw)
    assert [s.id for s in text.segments] == [f"s{n}" for n in range(1, len(text.segments) + 1)]
    for segment in text.segments:
        assert 0 <= segment.span.start < segment.span.end <= len(raw)
    for offset, char in enumerate(raw):
        covering = text.segment_at(offset)
        if not char.isspace():
            assert covering is not None, (offset, char)
        if text.prose[offset] != text.folded[offset]:
            assert any(s.masked and s.span.start <= offset < s.span.end for s in text.segments)
    for link in text.links:
        assert raw[link.span.start] == "["
        assert link.span.contains(link.label)
        assert text.prose[link.target.start : link.target.end].isspace() or not len(link.target)


@given(ANYTHING, st.sampled_from(["a.txt", "a.md", "<text>"]))
def test_every_character_is_kept_and_belongs_somewhere(raw: str, path: str) -> None:
    if not raw.strip():
        with pytest.raises(InputError, match="no text"):
            read_string(raw, path=path)
        return
    _check(read_string(raw, path=path), raw)


@given(ANYTHING, st.booleans())
def test_bytes_and_strings_are_read_alike(raw: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + raw.encode()
    if not raw.strip() or raw.startswith("\ufeff"):
        return
    text = read_bytes(data, path="a.md")
    assert (text.raw, text.segments) == (raw, read_string(raw, path="a.md").segments)
    assert (text.source.encoding, text.source.bom) == ("utf-8", bom)
    assert text.source.sha256 == hashlib.sha256(data).hexdigest()


def test_crlf_is_kept_and_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Titre court\r\n\r\nLe corps.\r\n".encode("cp1252"))
    text = read_path(path)
    assert text.raw == "Titre court\r\n\r\nLe corps.\r\n"
    assert text.source.newline == "\r\n"
    assert [s.role for s in text.segments] == [SegmentRole.HEADLINE, SegmentRole.BODY]
    assert [t.raw for t in read_many(path) if isinstance(t, Text)] == [text.raw]


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("vide.txt", b"", "the file is empty"),
        ("blanc.txt", b" \n\t\n", "no text in it"),
        ("long.txt", b"a" * 1_000_001, "an article may hold 1000000"),
        ("binaire.txt", b"a\x00b", "NUL byte"),
        ("a.xyz", b"a", "no reader for « .xyz »"),
    ],
)
def test_bad_files_are_refused_by_name_and_cause(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=cause) as caught:
        read_path(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_missing_file_folder_and_impossible_name(tmp_path: Path) -> None:
    for path, cause in (
        (tmp_path / "rien.txt", "no such file"),
        (tmp_path, "folder"),
        (Path("a\0b.txt"), "name"),
    ):
        with pytest.raises(InputError, match=cause):
            read_path(path)


def test_the_media_type_wins_over_the_suffix() -> None:
    assert read_bytes(b"# Titre", path="a.txt", media_type="text/markdown; charset=utf-8").prose == "  Titre"
    with pytest.raises(UnsupportedFormatError, match="image/png"):
        read_bytes(b"x", path="a.txt", media_type="image/png")


def test_bad_front_matter_is_told_and_masked() -> None:
    text = read_string("---\ntitle: [\n---\nLe corps.", path="a.md")
    assert [note.code for note in text.diagnostics] == ["front-matter"]
    assert text.prose.strip() == "Le corps."


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-12T08:30:00+01:00", "2024-03-12T08:30:00+01:00"),
        ("le 1er août 2023 à 8 h", "2023-08-01"),
        ("12/03/2024", "2024-03-12"),
    ],
)
def test_dates_of_publication_become_iso(written: str, iso: str) -> None:
    assert read_string(f"---\ndate: '{written}'\n---\nTexte.", path="a.md").metadata == {"published": iso}


def test_a_date_that_is_none_is_left_out() -> None:
    assert read_string("---\ndate: 31/02/2024\n---\nTexte.", path="a.md").metadata == {}


def test_letters_in_pieces_are_kept_and_told() -> None:
    text = read_string(
        "L'e\u0301te\u0301 en kilo\u00adwatts, \ufb01n. Un c\u0153ur \u00e9t\u00e9.", path="a.txt"
    )
    assert "e\u0301te\u0301" in text.raw
    assert [note.code for note in text.diagnostics] == ["broken-letters"]
    assert text.diagnostics[0].message.startswith("4 letters")
