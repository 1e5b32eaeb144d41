"""Measure the reading of names: the bare `ner`, each correction alone, all of them, and how sure they are.

    python models/measure.py ../shared/ner [--weights DIR] [--write-calibration]

Prints the tables of README.md. The calibration is measured on winer_dev; the dev split of corpus/ is
learnt from.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from material import Row, from_gold, read
from relecture.entities.candidates import Candidate, Correction, Page, from_doc, page_of, without_overlaps
from relecture.entities.confidence import rows as calibration_rows
from relecture.entities.confidence import surfaces_by_label
from relecture.entities.corrections import corrections
from relecture.entities.gazetteer import load
from relecture.entities.model import load_nlp
from relecture.entities.weights import NER, apply_tuned_weights
from relecture.text import fold
from scoring import Scores, strict

HERE = Path(__file__).parent
CALIBRATION = HERE.parent / "pipeline" / "relecture" / "entities" / "calibration.py"
#: A row of the calibration table counts as this many mentions of its label's precision, so that a small
#: row stays near it.
PRIOR = 8
Read = list[tuple[Page, list[Candidate], Row]]


def main() -> None:
    """Print every table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("material", type=Path)
    options.add_argument("--weights", type=Path, default=NER)
    options.add_argument("--stock", action="store_true", help="measure the model without the tuned weights")
    options.add_argument("--errors", action="store_true", help="list the mentions that are wrong")
    options.add_argument("--write-calibration", action="store_true")
    given = options.parse_args()
    nlp = load_nlp(exclude=["parser", "lemmatizer", "senter"])
    if not given.stock and (told := apply_tuned_weights(nlp, given.weights)):
        raise SystemExit(told.message)
    sets = {
        "winer_dev": read(given.material / "winer_dev.jsonl"),
        "corpus dev": from_gold(HERE.parent / "corpus" / "articles", split="dev"),
        "corpus test": from_gold(HERE.parent / "corpus" / "articles", split="test"),
    }
    done = {name: analysed(nlp, rows) for name, rows in sets.items()}
    print_ablation(done)
    if given.errors:
        print_errors(done["winer_dev"] + done["corpus dev"])
    table = calibration(done["winer_dev"])
    print_calibration(table)
    if given.write_calibration:
        write_calibration(table)


def analysed(nlp, rows: Sequence[Row]) -> Read:  # type: ignore[no-untyped-def]
    """The page, the model's candidates and the gold of each row."""
    docs = nlp.pipe(fold(row.text) for row in rows)
    return [(page_of(doc), from_doc(doc), row) for doc, row in zip(docs, rows, strict=True)]


def applied(page: Page, candidates: Sequence[Candidate], stages: Sequence[Correction]) -> list[Candidate]:
    """*candidates* after *stages*, without overlaps."""
    current = list(candidates)
    for stage in stages:
        current = stage(page, current)
    return without_overlaps(page, current)


def scores(done: Read, stages: Sequence[Correction]) -> Scores:
    """Strict scores after *stages*."""
    found = [[(c.start, c.end, c.label) for c in applied(page, given, stages)] for page, given, _ in done]
    return strict(found, [row.ents for _, _, row in done])


def print_ablation(done: dict[str, Read]) -> None:
    """One line a set of corrections: none, each alone after `trim`, all but one, all."""
    every = corrections(load())
    lines: dict[str, list[Correction]] = {"ner alone": [], "trim": [every["trim"]]}
    lines |= {f"trim + {name}": [every["trim"], stage] for name, stage in every.items() if name != "trim"}
    lines |= {f"all but {name}": [s for n, s in every.items() if n != name] for name in every}
    lines["all"] = list(every.values())
    print("| corrections | " + " | ".join(f"{name}: all · PER · ORG" for name in done) + " |")
    print("|---|" + "---|" * len(done))
    for name, stages in lines.items():
        cells = [_cell(scores(read_rows, stages)) for read_rows in done.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")


def _cell(measured: Scores) -> str:
    groups = (("PER", "ORG", "LOC"), ("PER",), ("ORG",))
    return " · ".join(f"{100 * measured.of(*group)[0]:.1f}" for group in groups)


def print_errors(done: Read) -> None:
    """Every mention that is missing (-) or too many (+), with what stands around it."""
    stages = list(corrections(load()).values())
    for page, given, row in done:
        found = {(c.start, c.end, c.label) for c in applied(page, given, stages) if c.label != "MISC"}
        gold = {span for span in row.ents if span[2] != "MISC"}
        for start, end, label in sorted(found ^ gold):
            sign = "+" if (start, end, label) in found else "-"
            around = page.text[max(start - 40, 0) : end + 30].replace("\n", " / ")
            print(f"{sign} {label} « {page.text[start:end]} »   {around}")


def calibration(done: Read) -> dict[str, tuple[int, int]]:
    """Right and found mentions by row of `relecture.entities.confidence`."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    known = load()
    stages = list(corrections(known).values())
    for page, given, row in done:
        gold = set(row.ents)
        found = [c for c in applied(page, given, stages) if c.label != "MISC"]
        surfaces = surfaces_by_label(page, found)
        for candidate in found:
            right = (candidate.start, candidate.end, candidate.label) in gold
            for key in calibration_rows(page, candidate, surfaces[candidate.label], known):
                counts[key][0] += right
                counts[key][1] += 1
    return {key: (right, total) for key, (right, total) in sorted(counts.items())}


def smoothed(table: dict[str, tuple[int, int]], key: str) -> float:
    """The precision of *key*, drawn towards that of its label when it was seen seldom."""
    right, total = table[key]
    whole_right, whole = table[key.split(" ", 1)[0]]
    return round((right + PRIOR * whole_right / whole) / (total + PRIOR), 3)


def print_calibration(table: dict[str, tuple[int, int]]) -> None:
    """The table of the model card."""
    print("\n| mentions | right | precision | confidence given |\n|---|---|---|---|")
    for key, (right, total) in table.items():
        print(f"| {key} | {right}/{total} | {right / total:.3f} | {smoothed(table, key):.3f} |")


def write_calibration(table: dict[str, tuple[int, int]]) -> None:
    """Write the table into the package."""
    rows = "".join(f'    "{key}": {smoothed(table, key)},\n' for key in table)
    CALIBRATION.write_text(
        '"""Precision of the mentions by row of `confidence.rows`; written by ``make train``."""\n\n'
        "from __future__ import annotations\n\n"
        f"PRECISION: dict[str, float] = {{\n{rows}}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
