"""Clean articles without annotation: texts that a severe reader found right, where any finding is an alarm.

They are the ``clean/*.txt`` of a corpus. They cost their author no marks, so that they can be many and dense in
figures that mislead: what they measure is only how often the product is wrong to speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from relecture.errors import InputError
from relecture.evaluate.gold import Record
from relecture.evaluate.tally import Share


@dataclass(slots=True)
class CleanScore:
    """Alarms an article, the share of articles left alone, and each alarm in a line."""

    alarms: Share = field(default_factory=Share)
    silent: Share = field(default_factory=Share)
    false_alarms: list[str] = field(default_factory=list)


def clean_paths(folder: Path) -> list[Path]:
    """The files of the clean articles of the corpus in *folder*, in order; empty when it has none."""
    return sorted((folder / "clean").glob("*.txt"))


def load_clean(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of every clean article. Raises `InputError` on a file that is not UTF-8."""
    for path in clean_paths(folder):
        try:
            yield path.stem, path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(str(path), f"not a text in UTF-8 ({error})") from error


def score_clean(name: str, given: list[Record], score: CleanScore) -> None:
    """Add the findings on the clean article *name* to *score*."""
    score.alarms.add(len(given))
    score.silent.add(not given)
    for finding in given:
        quoted = " … ".join(f"« {item['text']} »" for item in finding["evidence"])
        score.false_alarms.append(f"{name}: {finding['slug']} {quoted}")
