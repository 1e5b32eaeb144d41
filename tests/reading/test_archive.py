"""ZIP archives: every article by its own reader, names that stay, hostile archives refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from office_support import packed, word
from relecture.errors import InputError
from relecture.reading import package as package_module
from relecture.reading import read_bytes, read_many_bytes, suffixes
from relecture.types import Text

BODY = "<w:p><w:r><w:t>En Word.</w:t></w:r></w:p>"


def _read(parts: dict[str, str | bytes]) -> dict[str, str]:
    found = {}
    for text in read_many_bytes(packed(parts), path="lot.zip"):
        if isinstance(text, Text):
            found[text.source.path] = text.raw
        else:
            found[text.path] = f"! {text.cause}"
    return found


def test_each_file_is_read_in_the_order_of_names() -> None:
    found = _read(
        {
            "b/été.txt": "L'été.".encode("cp1252"),
            "a.md": "# Titre",
            "a.docx": word(BODY),
            "flux.rss": "<rss><item><title>Un</title></item><item><title>Deux</title></item></rss>",
            "image.png": b"\x89PNG",
            "data.json": "{}",
            ".cache.txt": "x",
            "__MACOSX/._a.md": "x",
            "vide/": "",
        }
    )
    assert found == {
        "lot.zip!/a.docx": "En Word.",
        "lot.zip!/a.md": "# Titre",
        "lot.zip!/b/été.txt": "L'été.",
        "lot.zip!/flux.rss#1": "Un",
        "lot.zip!/flux.rss#2": "Deux",
    }


@pytest.mark.parametrize(
    "name", ["../../etc/x.txt", "/etc/x.txt", "a/../../x.txt", "C:x.txt", "..\\x.txt", "a\nb.txt"]
)
def test_a_hostile_name_is_refused_and_the_rest_is_read(name: str) -> None:
    found = _read({name: "x", "zz.txt": "Un mot."})
    shown = name.replace("\n", "\ufffd")
    assert found == {
        f"lot.zip!/{shown}": "! refused: its name leads out of the archive, or is no name",
        "lot.zip!/zz.txt": "Un mot.",
    }


def test_one_bad_file_does_not_stop_the_others() -> None:
    inner = packed({"a.txt": "x"})
    found = _read({"a.txt": b"\x00", "b.docx": b"PK", "c.txt": "", "d.zip": inner, "e.txt": "Un mot."})
    assert found == {
        "lot.zip!/a.txt": "! binary file: NUL byte at offset 0",
        "lot.zip!/b.docx": "! damaged or truncated: not a readable Word document",
        "lot.zip!/c.txt": "! the file is empty",
        "lot.zip!/d.zip": "! an archive inside an archive is not opened",
        "lot.zip!/e.txt": "Un mot.",
    }


def test_a_damaged_member_is_named() -> None:
    data = bytearray(packed({"a.txt": "Un mot. " * 50, "b.txt": "Deux."}))
    at = data.index(b"a.txt") + 8
    data[at] ^= 0xFF
    first, second = read_many_bytes(bytes(data), path="lot.zip")
    assert isinstance(first, InputError)
    assert first.path == "lot.zip!/a.txt"
    assert isinstance(second, Text)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (packed({"a.txt": b"\x00" * 50_000_000}), "times its size"),
        (packed({"a.png": "x"}), "no article in it"),
        (packed({"a.txt": "Un mot. " * 100})[:100], "damaged or truncated"),
    ],
)
def test_bombs_and_broken_archives_are_refused_whole(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        list(read_many_bytes(data, path="lot.zip"))


def test_many_stored_files_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(InputError, match="unpacks to 3000 bytes, 1000 at most"):
        list(read_many_bytes(packed({f"{n}.txt": b"a" * 1000 for n in range(3)}), path="lot.zip"))


def test_a_size_that_lies_is_caught_while_unpacking() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 30_000_000)
        archive.getinfo("a.txt").file_size = 10
    (found,) = read_many_bytes(buffer.getvalue(), path="lot.zip")
    assert isinstance(found, InputError)
    assert "cannot be unpacked" in found.cause or "unpacks to more" in found.cause


def test_one_article_may_be_read_as_the_only_one() -> None:
    assert read_bytes(packed({"a.txt": "Un mot."}), path="lot.zip").source.path == "lot.zip!/a.txt"


def test_folders_and_archives_pass_over_what_is_rarely_an_article() -> None:
    assert {".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".rss", ".atom", ".ninjs", ".zip"} <= suffixes()
    assert not {".json", ".xml"} & suffixes()
