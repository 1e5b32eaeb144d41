"""What entities, relations and checks cost beside the spaCy model, and each check alone, on the corpus.

    python tests/benchmarks/checks.py [--rounds N]

Processor time in one thread, in milliseconds an article: the least of some rounds in which everything is
measured in turn, after a first reading that fills the caches a long run has full. ``stock`` is the model as
it comes, at its default settings, the reference of ``make bench``; ``needed`` what we use of it, as spaCy runs
it in batches of our size; ``fast`` the same with `relecture.fastpath`. ``entities`` is all that comes after the
model's `ner`: corrections, grouping, roles, quotations. Not a test.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

if __name__ == "__main__":  # before numpy is imported: the processor time of idle threads is nobody's cost
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"

from relecture.analyse import BATCH, load
from relecture.checks.base import Check
from relecture.checks.run import check_all, selected
from relecture.entities import read_entities
from relecture.entities.model import load_nlp
from relecture.entities.quotes import read_quotes
from relecture.fastpath import speed_up
from relecture.memo import forget
from relecture.reading import read_many
from relecture.relations import relate_all
from relecture.settings import Settings
from relecture.types import Article, Text

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
ROUNDS = 5
#: The share of the model's time that entities may take, and all checks.
BUDGET = 0.05
R = TypeVar("R")


class Clock:
    """Processor time by name; the least of the rounds."""

    def __init__(self) -> None:
        self._round: dict[str, float] = {}
        self.least: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], R]) -> R:
        """Run *work* and charge it to *name*."""
        start = time.process_time()
        result = work()
        self._round[name] = self._round.get(name, 0.0) + time.process_time() - start
        return result

    def end_round(self) -> None:
        """Keep what was least."""
        for name, spent in self._round.items():
            self.least[name] = min(spent, self.least.get(name, spent))
        self._round = {}


def corpus() -> list[Text]:
    """The articles of the corpus, read."""
    paths = [p for p in sorted(CORPUS.iterdir()) if p.suffix in (".txt", ".md")]
    return [text for path in paths for text in read_many(path) if isinstance(text, Text)]


def models() -> dict[str, Any]:
    """The French model alone: as it comes, what we use of it, and the same as we run it."""
    import spacy

    fast = load_nlp()
    speed_up(fast)
    return {"stock": spacy.load("fr_core_news_md"), "needed": load_nlp(), "fast": fast}


def measure(rounds: int) -> tuple[Clock, int]:
    """Every part in turn, *rounds* times; the clock and the number of articles."""
    settings = Settings()
    texts = corpus()
    prose = [text.prose for text in texts]
    analyser = load(settings.model)
    articles = list(analyser.analyse_many(texts))
    docs = list(analyser.nlp.pipe(prose, batch_size=BATCH))
    pipelines = models()
    clock = Clock()
    for number in range(rounds + 1):
        for name, nlp in pipelines.items():
            size = None if name == "stock" else BATCH
            clock.time(name, lambda nlp=nlp, size=size: list(nlp.pipe(prose, batch_size=size)))
        for doc, article in zip(docs, articles, strict=True):
            clock.time("entities", lambda d=doc, a=article: _entities(d, a))
        related = []
        for batch in batched(articles):
            relations = clock.time("relations", lambda b=batch: relate_all(b))
            told = [replace(a, relations=r) for a, r in zip(batch, relations, strict=True)]
            clock.time("checks", lambda b=told: check_all(b, settings))
            related += told
            forget()
        for check in selected(settings):
            clock.time(f"check {check.rule.slug}", lambda c=check, a=related: _alone(c, a, settings))
        if number:  # the first round only warms up
            clock.end_round()
        else:
            clock = Clock()
    return clock, len(articles)


def batched(articles: list[Article]) -> Iterator[list[Article]]:
    """*articles* as the program works on them together."""
    for start in range(0, len(articles), BATCH):
        yield articles[start : start + BATCH]


def _entities(doc: Any, article: Article) -> object:
    entities = read_entities(doc, article.text, article.quantities)
    return read_quotes(article.text, article.sentences, entities)


def _alone(check: Check, articles: list[Article], settings: Settings) -> int:
    return sum(1 for article in articles for _ in check.run(article, settings))


def lines(clock: Clock, articles: int) -> Iterator[str]:
    """The report."""
    least = {name: spent / articles * 1e3 for name, spent in clock.least.items()}
    yield f"{articles} articles, ms of processor an article"
    names = ("stock", "needed", "fast")
    yield "model        " + "  ".join(f"{least[model]:7.2f} {model}" for model in names)
    for name in ("entities", "relations", "checks"):
        shares = (f"{least[name] / least[model]:5.1%} of {model}" for model in names)
        yield f"{name:<12} {least[name]:7.2f}  {', '.join(shares)}"
    allowed = least["stock"] * BUDGET
    for name in ("entities", "checks"):
        verdict = "within" if least[name] <= allowed else "over"
        yield f"{name} are {verdict} {BUDGET:.0%} of the stock model ({allowed:.2f} ms)"
    alone = {n.removeprefix("check "): ms for n, ms in least.items() if n.startswith("check ")}
    for slug, ms in sorted(alone.items(), key=lambda row: (-row[1], row[0])):
        yield f"  {ms:6.3f}  {slug}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    clock, articles = measure(parser.parse_args().rounds)
    print("\n".join(lines(clock, articles)))


if __name__ == "__main__":
    main()
