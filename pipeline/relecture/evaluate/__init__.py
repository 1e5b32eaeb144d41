"""Measuring the product against annotated articles.

`evaluate` takes a corpus folder and a function that annotates one article, and works on our JSON alone,
so that it judges what a user would read. The corpus guide is in ``corpus/README.md``.
"""

from relecture.evaluate.floors import Floors, gate, read_floors, updated, write_floors
from relecture.evaluate.gold import Corpus, GoldArticle, load_corpus
from relecture.evaluate.measure import Annotate, Evaluation, evaluate
from relecture.evaluate.report import as_json, show

__all__ = [
    "Annotate",
    "Corpus",
    "Evaluation",
    "Floors",
    "GoldArticle",
    "as_json",
    "evaluate",
    "gate",
    "load_corpus",
    "read_floors",
    "show",
    "updated",
    "write_floors",
]
