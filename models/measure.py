"""Measure the reading of names: the bare `ner`, each correction alone, all of them, and how sure they are.

    python models/measure.py ../shared/ner [--weights DIR] [--stock] [--also FILE] [--errors] [--write]

Prints the tables of README.md. The calibration is measured on winer_dev and on the test split of
corpus/; its dev split is learnt from.
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
CARD = HERE / "README.md"
#: A row of the calibration table counts as this many mentions of its label's precision, so that a small
#: row stays near it.
PRIOR = 8
Read = list[tuple[Page, list[Candidate], Row]]


def main() -> None:
    """Print the tables, and write them where they are shown and used if asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("material", type=Path)
    options.add_argument("--weights", type=Path, default=NER)
    options.add_argument("--stock", action="store_true", help="measure the model without the tuned weights")
    options.add_argument("--also", help="another file, that the weights have not learnt from")
    options.add_argument("--errors", action="store_true", help="list the mentions that are wrong")
    options.add_argument("--write", action="store_true", help="write the model card and the calibration")
    given = options.parse_args()
    nlp = load_nlp(exclude=["parser", "lemmatizer", "senter"])
    if not given.stock and (told := apply_tuned_weights(nlp, given.weights)):
        raise SystemExit(told.message)
    ours = HERE.parent / "corpus" / "articles"
    done = {
        "winer_dev": analysed(nlp, read(given.material / "winer_dev.jsonl")),
        "corpus dev": analysed(nlp, from_gold(ours, split="dev")),
        "corpus test": analysed(nlp, from_gold(ours, split="test")),
    }
    if given.also:
        done[given.also] = analysed(nlp, read(given.material / given.also))
    table = calibration(done["winer_dev"] + done["corpus test"])
    shown = {"scores": ablation_table(done), "calibration": calibration_table(table)}
    print(*shown.values(), sep="\n\n")
    if given.errors:
        print_errors(done["winer_dev"] + done["corpus dev"])
    if given.write:
        write_calibration(table)
        for name, lines in shown.items():
            write_into_card(name, lines)


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


def ablation_table(done: dict[str, Read]) -> str:
    """One line a set of corrections: none, each alone after `trim`, all but one, all."""
    every = corrections(load())
    sets: dict[str, list[Correction]] = {"`ner` alone": [], "`trim`": [every["trim"]]}
    sets |= {f"`trim` + `{name}`": [every["trim"], stage] for name, stage in every.items() if name != "trim"}
    sets |= {f"all but `{name}`": [s for n, s in every.items() if n != name] for name in every}
    sets["all"] = list(every.values())
    lines = ["| corrections | " + " | ".join(done) + " |", "|---|" + "---|" * len(done)]
    for name, stages in sets.items():
        cells = [_cell(scores(read_rows, stages)) for read_rows in done.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


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


def calibration_table(table: dict[str, tuple[int, int]]) -> str:
    """The table of the model card."""
    lines = ["| mentions | right | precision | confidence given |", "|---|---|---|---|"]
    for key, (right, total) in table.items():
        lines.append(f"| {key} | {right}/{total} | {right / total:.3f} | {smoothed(table, key):.3f} |")
    return "\n".join(lines)


def write_into_card(name: str, lines: str) -> None:
    """Put *lines* between the marks of *name* in README.md."""
    opening, closing = f"<!-- {name}: written by models/measure.py -->\n", f"<!-- end of {name} -->"
    card = CARD.read_text(encoding="utf-8")
    before, rest = card.split(opening)
    _, after = rest.split(closing)
    CARD.write_text(f"{before}{opening}{lines}\n{closing}{after}", encoding="utf-8")


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
