"""One program that reads articles, in a process of its own: contender.py NAME FOLDER.

Runs in the interpreter of the program, so it imports nothing but the standard library and that program. Says
``ready VERSION`` on standard output once it is loaded and warm; then, for each line on standard input, does
the whole folder and answers with the seconds of processor and of wall clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

Work = Callable[[], object]


def _texts(folder: Path) -> Iterable[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8")


def relecture(folder: Path) -> tuple[Work, str]:
    """The full annotation with every default check; JSON files and index written to a disk."""
    from benchmarks import inline

    inline.load()

    def work() -> None:
        with tempfile.TemporaryDirectory() as output:
            inline.annotate(folder, Path(output))

    return work, version("relecture")


def _spacy(folder: Path, exclude: list[str], **options: Any) -> tuple[Work, str]:
    import spacy

    nlp = spacy.load("fr_core_news_md", exclude=exclude)

    def work() -> None:
        for _ in nlp.pipe(_texts(folder), **options):
            pass

    return work, version("spacy")


def stock(folder: Path) -> tuple[Work, str]:
    """``fr_core_news_md`` as it comes."""
    return _spacy(folder, [])


def flags(folder: Path) -> tuple[Work, str]:
    """Names, syntax and sentences, without what can be left out, in small batches."""
    return _spacy(folder, ["attribute_ruler", "lemmatizer", "morphologizer"], batch_size=16)


def quantulum3(folder: Path) -> tuple[Work, str]:
    """As it comes: its English pack."""
    from quantulum3 import parser

    return lambda: [parser.parse(text) for text in _texts(folder)], version("quantulum3")


def recognizers(folder: Path) -> tuple[Work, str]:
    """Numbers, percentages, dimensions, currencies, temperatures, in French."""
    import recognizers_suite as suite
    from recognizers_text import Culture

    models = (
        suite.recognize_number,
        suite.recognize_percentage,
        suite.recognize_dimension,
        suite.recognize_currency,
        suite.recognize_temperature,
    )

    def work() -> None:
        for text in _texts(folder):
            for recognize in models:
                recognize(text, Culture.French)

    return work, version("recognizers-text-suite")


def edsnlp(folder: Path) -> tuple[Work, str]:
    """Its matcher of quantities, every one it knows."""
    import edsnlp as library
    import edsnlp.pipes as eds

    nlp = library.blank("eds")
    nlp.add_pipe(eds.sentences())
    nlp.add_pipe("eds.quantities", config={"quantities": "all"})
    return lambda: [nlp(text) for text in _texts(folder)], version("edsnlp")


CONTENDERS = (relecture, stock, flags, quantulum3, recognizers, edsnlp)


def main() -> None:
    """See the module."""
    warnings.simplefilter("ignore")
    name, folder = sys.argv[1], Path(sys.argv[2])
    answers = sys.stdout
    sys.stdout = sys.stderr  # some programs talk
    work, of_version = next(c for c in CONTENDERS if c.__name__ == name)(folder)
    print("ready", of_version, file=answers, flush=True)
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        print(time.perf_counter() - wall, time.process_time() - cpu, file=answers, flush=True)


if __name__ == "__main__":
    main()
