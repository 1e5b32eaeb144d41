"""Finding articles, and naming their annotations."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relecture.batch.sources import Source, distinct, find, member_name, output_name, shown
from relecture.errors import InputError

TEXT = frozenset({".txt"})


def found(*paths: Path | str, skip: Path | None = None) -> list[str]:
    return [item.relative if isinstance(item, Source) else item.cause for item in find(paths, TEXT, skip=skip)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b/2.txt",
        "b/10.txt",
        "a.txt",
        "b/photo.jpg",
        ".git/x.txt",
        "b/.x.txt",
        "a.txt.decisions.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("texte", encoding="utf-8")
    return tmp_path


def test_folders_are_searched_to_the_bottom_in_name_order(tree: Path) -> None:
    assert found(tree) == ["a.txt", "b/10.txt", "b/2.txt"]
    assert found(tree, skip=tree / "b") == ["a.txt"]


def test_a_file_named_outright_is_tried_whatever_its_name(tree: Path) -> None:
    assert found(tree / "b/photo.jpg", tree / "b/.x.txt") == ["photo.jpg", ".x.txt"]


def test_a_pattern_keeps_the_tree_below_its_first_wildcard(tree: Path) -> None:
    assert found(f"{tree}/**/*.txt") == ["a.txt", "b/10.txt", "b/2.txt"]
    assert found(f"{tree}/b/1*.txt") == ["10.txt"]


def test_what_yields_nothing_is_said(tree: Path) -> None:
    (tree / "empty").mkdir()
    [nothing] = find([tree / "empty"], TEXT)
    [absent] = find([tree / "absent.txt"], TEXT)
    [unmatched] = find([f"{tree}/z*.txt"], TEXT)
    assert all(isinstance(item, InputError) for item in (nothing, absent, unmatched))
    assert "no article in this folder" in str(nothing)
    assert "No such file" in str(absent)
    assert "no file matches" in str(unmatched)


def test_links_to_folders_are_not_followed_in_circles(tree: Path) -> None:
    (tree / "b/loop").symlink_to(tree)
    assert found(tree) == ["a.txt", "b/10.txt", "b/2.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf8_is_read_and_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("texte", encoding="utf-8")
    [source] = find([tmp_path], TEXT)
    assert isinstance(source, Source)
    assert Path(source.path).read_text(encoding="utf-8") == "texte"
    assert shown(source.path).endswith("caf\\xe9.txt")
    assert output_name(source.relative) == "caf\\xe9.txt.json"


@pytest.mark.parametrize(
    ("relative", "output"),
    [
        ("a/b.txt", "a/b.txt.json"),
        ("../../etc/passwd", "etc/passwd.json"),
        ("/etc/passwd", "etc/passwd.json"),
        ("dossier\\a.txt", "dossier/a.txt.json"),
        ("a\nb.txt", "a_b.txt.json"),
        ("..", "article.json"),
    ],
)
def test_output_names_stay_in_the_folder(relative: str, output: str) -> None:
    assert output_name(relative) == output


@given(st.text(min_size=1, max_size=400))
def test_any_name_gives_one_that_a_file_system_takes(name: str) -> None:
    output = output_name(name)
    assert output.endswith(".json")
    assert not output.startswith("/")
    for part in output.split("/"):
        assert part not in ("", "..")
        assert len(part.encode()) <= 255


def test_members_stand_in_a_folder_named_after_their_file() -> None:
    assert member_name("envoi.zip", "envoi.zip!/une/a.txt") == "une/a.txt.json"
    assert member_name("flux.xml", "flux.xml#3") == "3.json"


def test_the_second_source_of_a_name_gets_another_always_the_same(tmp_path: Path) -> None:
    one, two = (distinct("a/x.txt.json", str(tmp_path / name)) for name in ("1", "2"))
    assert one != two
    assert one == distinct("a/x.txt.json", str(tmp_path / "1"))
    assert one.startswith("a/x.txt~")
    assert one.endswith(".json")
