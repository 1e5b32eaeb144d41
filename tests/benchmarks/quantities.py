"""How long the reader of quantities takes, against the spaCy model on the same articles: ``make bench``.

Processor time, the best of a few rounds, after a first reading that fills the caches. Not a test.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from relecture.entities.model import load_nlp
from relecture.quantities import read_quantities
from relecture.quantities.context import enrich
from relecture.text import bare
from relecture.types import Span, Text, Token

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "articles"
ROUNDS = 3


def best(work: Callable[[], Any]) -> float:
    """The least processor time of some rounds of *work*, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the share of the quantity stage, the cost of a quantity, and how time grows with length."""
    raws = [p.read_text(encoding="utf-8") for p in sorted(CORPUS.glob("*.txt"))]
    texts = [bare(raw) for raw in raws]
    nlp = load_nlp("fr_core_news_md")
    docs = list(nlp.pipe(raws))
    parsed = [(text, *_parsed(doc)) for text, doc in zip(texts, docs, strict=True)]
    count = sum(len(read_quantities(text)) for text in texts)

    model = best(lambda: list(nlp.pipe(raws)))
    reading = best(lambda: [read_quantities(text) for text in texts])
    both = best(lambda: [enrich(read_quantities(t), text=t, sentences=s, tokens=k) for t, s, k in parsed])
    print(f"{len(raws)} articles, {sum(map(len, raws))} characters, {count} quantities")
    print(f"model {model * 1e3:.0f} ms, reading {reading * 1e3:.0f} ms, with context {both * 1e3:.0f} ms")
    print(f"share of the model's time: {reading / model:.1%} (with context {both / model:.1%})")
    print(f"{reading / count * 1e6:.0f} µs a quantity")

    hundred = _sized(raws, 100_000)
    ten, one = best(lambda: [read_quantities(hundred) for _ in range(10)]), _sized(raws, 1_000_000)
    print(f"ten times 100 kB: {ten:.2f} s; once 1 MB: {best(lambda: read_quantities(one)):.2f} s")


def _sized(raws: list[str], size: int) -> Text:
    whole = "\n\n".join(raws)
    return bare((whole * (size // len(whole) + 1))[:size])


def _parsed(doc: Any) -> tuple[list[Span], list[Token]]:
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents]
    tokens = [
        Token(Span(t.idx, t.idx + len(t)), t.text, t.lemma_, t.pos_, t.dep_, t.head.i, str(t.morph))
        for t in doc
    ]
    return sentences, tokens


if __name__ == "__main__":
    main()
