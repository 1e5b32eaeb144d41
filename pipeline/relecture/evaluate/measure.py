"""Running the product over a corpus and gathering every figure under one flat list of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relecture.evaluate.clean import CleanScore, load_clean, score_clean
from relecture.evaluate.findings import FindingScore, score_findings
from relecture.evaluate.gold import GoldArticle, load_corpus
from relecture.evaluate.names import NameScore, score_names
from relecture.evaluate.pairs import AnnotatePassage, PairScore, load_pairs, score_pair
from relecture.evaluate.quantities import QuantityScore, score_quantities
from relecture.evaluate.tally import Share

#: Annotates one article: the JSON contract as a dictionary.
Annotate = Callable[[GoldArticle], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every score, and ``metrics``: the same as numbers between 0 and 1 (alarms: a count per article).

    A metric that nothing in the corpus measures is absent.
    """

    articles: int
    corpus_sha256: str
    split: str | None
    quantities: QuantityScore
    names: NameScore
    findings: FindingScore
    pairs: PairScore
    clean: CleanScore
    metrics: dict[str, float]


def evaluate(
    folder: Path, annotate: Annotate, *, passage: AnnotatePassage | None = None, split: str | None = None
) -> Evaluation:
    """Annotate every article of the corpus in *folder* (or of one *split*) and score the answers.

    With *passage*, which annotates a text, the pairs of passages are scored as well, and the clean articles
    without annotation (which are in no split). Raises `InputError` when
    the corpus cannot be read; what *annotate* and *passage* raise goes through.
    """
    corpus = load_corpus(folder, split=split)
    quantities, names, findings = QuantityScore(), NameScore(), FindingScore()
    for article in corpus.articles:
        answer = annotate(article)
        if "quantities" in article.layers:
            score_quantities(article, list(answer["quantities"]), quantities)
        if "entities" in article.layers:
            score_names(article, list(answer["entities"]), names)
        score_findings(article, list(answer["findings"]), findings)
    pairs = PairScore()
    for pair in load_pairs(folder, split=split) if passage else ():
        assert passage is not None
        score_pair(pair, list(passage(pair.defect)["findings"]), list(passage(pair.correct)["findings"]), pairs)
    clean = CleanScore()
    for name, text in load_clean(folder) if passage and split is None else ():
        assert passage is not None
        score_clean(name, list(passage(text)["findings"]), clean)
    return Evaluation(
        articles=len(corpus.articles),
        corpus_sha256=corpus.sha256,
        split=split,
        quantities=quantities,
        names=names,
        findings=findings,
        pairs=pairs,
        clean=clean,
        metrics=_metrics(quantities, names, findings, pairs, clean),
    )


def _metrics(
    quantities: QuantityScore, names: NameScore, findings: FindingScore, pairs: PairScore, clean: CleanScore
) -> dict[str, float]:
    every = {
        "quantities.strict_f1": quantities.strict.f1,
        "quantities.span_f1": quantities.span.f1,
        "quantities.energy_f1": quantities.energy.f1,
        "quantities.with_counts_f1": quantities.everything.f1,
        "quantities.si_accuracy": quantities.si.ratio,
        "quantities.kind_accuracy": quantities.kind.ratio,
        "quantities.approximation_accuracy": quantities.approximation.ratio,
        "names.strict_f1": names.both.f1,
        "names.per_f1": names.mentions["PER"].f1,
        "names.org_f1": names.mentions["ORG"].f1,
        "names.cluster_b3_f1": _harmonic(names.b3_precision, names.b3_recall),
        "names.cluster_b3_matched_f1": _harmonic(names.matched_precision, names.matched_recall),
        "names.role_f1": names.roles.f1,
        "names.role_title_f1": names.titles.f1,
        "findings.precision": findings.total.precision,
        "findings.recall": findings.total.recall,
        "findings.located_recall": findings.located.ratio,
        "findings.silent_clean_share": findings.silent_clean.ratio,
        "findings.alarms_per_clean_article": findings.clean_alarms.ratio,
        "findings.alarms_per_flawed_article": findings.flawed_alarms.ratio,
        "pairs.precision": pairs.total.precision,
        "pairs.recall": pairs.total.recall,
        "pairs.both": pairs.both.ratio,
        "pairs.alarms_per_twin": pairs.alarms.ratio,
        "clean.alarms_per_article": clean.alarms.ratio,
        "clean.silent_share": clean.silent.ratio,
    }
    return {name: round(value, 4) for name, value in every.items() if value is not None}


def _harmonic(precision: Share, recall: Share) -> float | None:
    p, r = precision.ratio, recall.ratio
    if p is None or r is None:
        return None
    return 2 * p * r / (p + r) if p + r else 0.0
