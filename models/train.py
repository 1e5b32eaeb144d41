"""Train the `ner` of fr_core_news_md on French news (`make train`).

Reads ../shared/ner and the dev split of corpus/, keeps the checkpoint that is best on winer_dev, and
writes the weights to OUT. The same settings and machine give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from augment import shuffled, variant
from material import Row, clean, from_gold, read
from scoring import Scores, strict
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed
from synthesis import Names, sentence
from thinc.api import Adam

HERE = Path(__file__).parent
UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")


def main() -> None:
    """Train with the settings of ner.toml."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("material", type=Path, help="folder of the annotated JSONL files")
    options.add_argument("out", type=Path, help="folder for the weights")
    options.add_argument("--config", type=Path, default=HERE / "ner.toml")
    options.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    given = options.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8") + "\n")
    for pair in given.set:
        key, value = pair.split("=")
        config[key] = json.loads(value)
    train(given.material, given.out, config)


def train(material: Path, out: Path, config: dict[str, Any]) -> None:
    """Run the training and write the best averaged weights to *out*."""
    fix_random_seed(config["seed"])
    nlp = spacy.load("fr_core_news_md", exclude=UNUSED)
    names = Names(random.Random(config["seed"]))
    news = clean(read(material / "winer_train.jsonl"))
    other = clean(read(material / "sequoia_wiki.jsonl")) + clean(read(material / "sequoia_europar.jsonl"))
    ours = from_gold(HERE.parent / "corpus" / "articles", split="dev")
    dev = read(material / "winer_dev.jsonl")
    print(f"{len(news)} + {len(other)} rows, {len(ours)} articles of ours, {len(dev)} to select on", flush=True)
    optimizer = Adam(config["learning_rate"], L2=0.01, grad_clip=1.0, use_averages=True)
    best, start = 0.0, time.monotonic()
    batches = _batches(nlp, news + other, ours, names, config)
    for step in range(1, config["steps"] + 1):
        optimizer.learn_rate = _rate(step, config)
        nlp.update(next(batches), sgd=optimizer, drop=config["dropout"])
        if step % config["evaluate_every"] == 0 or step == config["steps"]:
            with nlp.use_params(optimizer.averages):
                scores = evaluate(nlp, dev)
                print(f"{step:6} {time.monotonic() - start:6.0f} s  {scores}", flush=True)
                if scores.f1 >= best:
                    best = scores.f1
                    nlp.get_pipe("ner").to_disk(out, exclude=["vocab"])  # type: ignore[attr-defined]


def evaluate(nlp: Language, rows: list[Row]) -> Scores:
    """Strict scores of the bare `ner` over PER, ORG and LOC."""
    found = [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(r.text for r in rows)]
    return strict(found, [row.ents for row in rows])


def _rate(step: int, config: dict[str, Any]) -> float:
    warm = min(1.0, step / config["warmup_steps"])
    return float(config["learning_rate"] * warm * max(0.02, 1 - step / config["steps"]))


def _batches(
    nlp: Language, public: list[Row], ours: list[Row], names: Names, config: dict[str, Any]
) -> Iterator[list[Example]]:
    """Batches of about ``batch_words`` words, epoch after epoch, each epoch with new variants."""
    batch: list[Example] = []
    while True:
        rows = [variant(row, names, rename=config["rename"]) for row in public]
        rows += [variant(row, names, rename=0.0) for row in ours * config["corpus"]]
        rows += [variant(sentence(names), names, rename=0.0) for _ in range(config["synthetic"])]
        for row in shuffled(rows, names.random):
            batch.append(example(nlp, row))
            if sum(len(e.reference) for e in batch) >= config["batch_words"]:
                yield batch
                batch = []


def example(nlp: Language, row: Row) -> Example:
    """A training example; an entity that does not fall on token bounds is left unknown."""
    given = nlp.make_doc(row.text)
    gold = Doc(nlp.vocab, words=[t.text for t in given], spaces=[bool(t.whitespace_) for t in given])
    spans, unknown = [], []
    for start, end, label in row.ents:
        if span := gold.char_span(start, end, label=label):
            spans.append(span)
        elif around := gold.char_span(start, end, alignment_mode="expand"):
            unknown.append(around)
    kept = spacy.util.filter_spans(spans)
    used = {t.i for span in kept for t in span}
    gold.set_ents(kept, missing=[s for s in unknown if not any(t.i in used for t in s)])
    return Example(given, gold)


if __name__ == "__main__":
    main()
