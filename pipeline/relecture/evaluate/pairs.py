"""Pairs of passages: one with a defect, and its twin, changed as little as possible so that it is right.

``pairs/NAME.jsonl`` of a corpus holds one pair a line, ``pairs/kinds.json`` the slugs that answer each kind
of defect. A defect is caught by a finding of one of these slugs on its evidence; any finding on a twin is an
alarm.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relecture.errors import InputError
from relecture.evaluate.gold import Record
from relecture.evaluate.tally import Share, Tally, overlap

#: Annotates one passage: the JSON contract as a dictionary.
AnnotatePassage = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage with one defect and the same without; ``evidence`` is where the operands stand in the first."""

    name: str
    kind: str
    split: str
    defect: str
    correct: str
    evidence: tuple[Record, ...]
    slugs: frozenset[str]


@dataclass(slots=True)
class PairScore:
    """Defects caught, twins left alone, and both at once; ``kinds`` has a tally a kind.

    In a tally, false positives are the findings on twins and those on defects that answer nothing planted.
    """

    total: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    alarms: Share = field(default_factory=Share)
    both: Share = field(default_factory=Share)
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)


def load_pairs(folder: Path, *, split: str | None = None) -> tuple[Pair, ...]:
    """The pairs of the corpus in *folder*, or of one *split*; empty when it has none.

    Raises `InputError` on a line that is no pair, or whose evidence is not at its place.
    """
    files = sorted((folder / "pairs").glob("*.jsonl"))
    if not files:
        return ()
    try:
        kinds = json.loads((folder / "pairs" / "kinds.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(folder / "pairs" / "kinds.json"), f"not a table of kinds ({error})") from error
    found = (pair for path in files for pair in _read(path, kinds))
    return tuple(pair for pair in found if split in (None, pair.split))


def _read(path: Path, kinds: Mapping[str, list[str]]) -> Iterator[Pair]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path}:{number}"
        try:
            told = json.loads(line)
            accepted = {slug for kind in (told["kind"], *told["accept"]) for slug in kinds[kind]}
            pair = Pair(
                f"{path.stem}:{number}",
                told["kind"],
                told["split"],
                told["defect"],
                told["correct"],
                tuple(told["evidence"]),
                frozenset(accepted),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(where, f"not a pair ({error})") from error
        for item in pair.evidence:
            if pair.defect[item["start"] : item["end"]] != item["text"]:
                raise InputError(where, f"« {item['text']} » is not at {item['start']}")
        yield pair


def score_pair(pair: Pair, on_defect: list[Record], on_twin: list[Record], score: PairScore) -> None:
    """Add the findings on both passages of *pair* to *score*."""
    tally = score.kinds[pair.kind]
    answers = [f for f in on_defect if _answers(pair, f)]
    for counted in (tally, score.total):
        counted.tp += bool(answers)
        counted.fn += not answers
        counted.fp += len(on_twin) + len(on_defect) - len(answers)
    score.alarms.add(bool(on_twin))
    score.both.add(bool(answers) and not on_twin)
    if not answers:
        score.missed.append(f"{pair.name}: {pair.kind} {_quoted(pair.evidence)}")
    for where, finding in [("", f) for f in on_defect if f not in answers] + [("twin ", f) for f in on_twin]:
        score.false_alarms.append(f"{where}{pair.name}: {finding['slug']} {_quoted(finding['evidence'])}")


def _answers(pair: Pair, finding: Record) -> bool:
    return finding["slug"] in pair.slugs and any(
        overlap(a, b) for a in finding["evidence"] for b in pair.evidence
    )


def _quoted(evidence: tuple[Record, ...] | list[Record]) -> str:
    return " … ".join(f"« {item['text']} »" for item in evidence)
