"""Train the `ner` of fr_core_news_md on French news (`make train`).

Reads ../shared/ner and the dev split of corpus/. One trunk is trained, then several branches go on from it,
each with rows and dropout of its own while the learning rate falls to nothing; what is written to OUT is the
mean of the branches' weights. winer_dev is measured, and chooses nothing but the settings of ner.toml. The same
settings and machine give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Model
from thinc.types import FloatsXd

from augment import variant
from material import Row, clean, from_gold, read
from scoring import Scores, strict
from synthesis import Names, sentence

HERE = Path(__file__).parent
TRAINING = ("winer_train.jsonl", "sequoia_wiki.jsonl", "sequoia_europar.jsonl")
UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")


def main() -> None:
    """Train with the settings of ner.toml, and write the mean of the branches."""
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
    start = time.monotonic()
    material = Material.load(given.material)
    print(material, flush=True)
    trunk = train(material, config, config["seed"], None)
    seeds = range(config["seed"] + 1, config["seed"] + 1 + config["branches"])
    # Processes rather than threads: spaCy's parser holds the interpreter.
    with ProcessPoolExecutor(config["processes"], mp_context=get_context("spawn")) as pool:
        branches = [pool.submit(train, material, config, seed, trunk) for seed in seeds]
        weights = [branch.result() for branch in branches]
    nlp, ner = load()
    set_mean(ner, weights)
    print(f"mean of {len(weights)} branches  {evaluate(nlp, material.dev)}  {time.monotonic() - start:.0f} s")
    ner.to_disk(given.out, exclude=["vocab"])


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from, and what the checkpoints are chosen on."""

    public: list[Row]
    ours: list[Row]
    dev: list[Row]

    @classmethod
    def load(cls, folder: Path) -> Material:
        """The rows of *folder* and of our corpus, cleaned."""
        public = [row for name in TRAINING for row in clean(read(folder / name))]
        ours = from_gold(HERE.parent / "corpus" / "articles", split="dev")
        return cls(public, ours, read(folder / "winer_dev.jsonl"))

    def __str__(self) -> str:
        return (
            f"{len(self.public)} public rows, {len(self.ours)} articles of ours, {len(self.dev)} to select on"
        )


def load() -> tuple[Language, EntityRecognizer]:
    """The stock model reduced to its `ner`."""
    nlp = spacy.load("fr_core_news_md", exclude=UNUSED)
    ner = nlp.get_pipe("ner")
    assert isinstance(ner, EntityRecognizer)
    return nlp, ner


def train(material: Material, config: dict[str, Any], seed: int, trunk: bytes | None) -> bytes:
    """The running average of the weights at the end of the trunk, or of a branch that starts from *trunk*."""
    fix_random_seed(seed)
    nlp, ner = load()
    first, last = 1, config["trunk_steps"]
    if trunk is not None:
        ner.model.from_bytes(trunk)
        first, last = last + 1, config["steps"]
    optimizer = Adam(config["learning_rate"], L2=0.01, grad_clip=1.0, use_averages=True)
    batches = _batches(nlp, material, Names(random.Random(seed)), config)
    start = time.monotonic()
    for step in range(first, last + 1):
        optimizer.learn_rate = _rate(step, step - first + 1, config)
        nlp.update(next(batches), sgd=optimizer, drop=config["dropout"])
        if step % config["evaluate_every"] == 0 or step == last:
            with nlp.use_params(optimizer.averages):
                scores = evaluate(nlp, material.dev)
                print(f"seed {seed}  {step:6} {time.monotonic() - start:6.0f} s  {scores}", flush=True)
    with nlp.use_params(optimizer.averages):
        return bytes(ner.model.to_bytes())


def set_mean(ner: EntityRecognizer, weights: list[bytes]) -> None:
    """Give *ner* the mean of *weights*, parameter by parameter."""
    sums: list[FloatsXd] = []
    for one in weights:
        ner.model.from_bytes(one)
        values = [node.get_param(name) for node, name in _parameters(ner)]
        sums = [a + b for a, b in zip(sums, values, strict=True)] if sums else [v.copy() for v in values]
    for (node, name), total in zip(_parameters(ner), sums, strict=True):
        node.set_param(name, total / len(weights))


def _parameters(ner: EntityRecognizer) -> list[tuple[Model[Any, Any], str]]:
    return [(node, name) for node in ner.model.walk() for name in node.param_names if node.has_param(name)]


def evaluate(nlp: Language, rows: list[Row]) -> Scores:
    """Strict scores of the bare `ner` over PER, ORG and LOC."""
    found = [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(r.text for r in rows)]
    return strict(found, [row.ents for row in rows])


def _rate(step: int, own_step: int, config: dict[str, Any]) -> float:
    """The learning rate: down to nothing over the whole schedule, warmed up in the trunk and in each branch."""
    warm = min(1.0, own_step / config["warmup_steps"])
    return float(config["learning_rate"] * warm * max(0.02, 1 - step / config["steps"]))


def _batches(
    nlp: Language, material: Material, names: Names, config: dict[str, Any]
) -> Iterator[list[Example]]:
    """Batches of about ``batch_words`` words, epoch after epoch, each epoch with new variants."""
    batch: list[Example] = []
    while True:
        rows = [variant(row, names, rename=config["rename"]) for row in material.public]
        rows += [variant(row, names, rename=0.0) for row in material.ours * config["corpus"]]
        rows += [variant(sentence(names), names, rename=0.0) for _ in range(config["synthetic"])]
        names.random.shuffle(rows)
        for row in rows:
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
    clear = [span for span in spacy.util.filter_spans(unknown) if not any(t.i in used for t in span)]
    gold.set_ents(kept, missing=clear)
    return Example(given, gold)


if __name__ == "__main__":
    main()
