"""Clean articles without annotation: read, refused when unreadable, and scored on answers counted by hand."""

from pathlib import Path
from typing import Any

import pytest

from relecture.errors import InputError
from relecture.evaluate.clean import CleanScore, clean_paths, load_clean, score_clean

CORPUS = Path(__file__).parents[2] / "corpus"
ALARM: dict[str, Any] = {"slug": "sum-mismatch", "evidence": [{"text": "12"}, {"text": "7"}]}


def test_a_folder_without_clean_articles_has_none(tmp_path: Path) -> None:
    assert list(load_clean(tmp_path)) == []


def test_texts_are_read_in_order_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    for name in ("b", "a"):
        (tmp_path / "clean" / f"{name}.txt").write_bytes(f"{name}\r\n".encode())
    assert list(load_clean(tmp_path)) == [("a", "a\r\n"), ("b", "b\r\n")]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "odd.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"odd\.txt"):
        list(load_clean(tmp_path))


def test_every_finding_is_an_alarm() -> None:
    score = CleanScore()
    score_clean("one", [ALARM, ALARM], score)
    score_clean("two", [], score)
    assert (score.alarms.ratio, score.silent.ratio) == (1.0, 0.5)
    assert score.false_alarms == ["one: sum-mismatch « 12 » … « 7 »"] * 2


def test_no_clean_article_is_there_twice() -> None:
    texts = [text for _, text in load_clean(CORPUS)]
    assert len(texts) == len(clean_paths(CORPUS)) > 0
    assert len(set(texts)) == len(texts)
