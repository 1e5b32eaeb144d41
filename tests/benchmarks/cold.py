"""One article from a cold start, against the bare loading of the model, in turn."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import articles
from benchmarks.timing import Cost, annotate_command, interleaved, timed

_IMPORT = "import spacy"
_LOAD = f"{_IMPORT}; nlp = spacy.load('fr_core_news_md')"
_OURS = """
from relecture.cli import app
from relecture.faststart import quick_start
with quick_start():
    import spacy
"""
_ANALYSER = "import relecture.annotator, relecture.analyse; relecture.analyse.load()"


def measure(scratch: Path, rounds: int) -> dict[str, list[Cost]]:
    """Whole commands, and what they do up to a point; every one in a process of its own."""
    article = scratch / "article.txt"
    article.write_text(articles.article(0), encoding="utf-8")
    read = f"text = open({str(article)!r}, encoding='utf-8').read()"

    def python(code: str) -> Cost:
        return timed([sys.executable, "-c", code])

    return interleaved(
        rounds,
        {
            "annotate": lambda: timed(annotate_command(article)),
            "bare": lambda: python(f"{_LOAD}; {read}; nlp(text)"),
            "version": lambda: timed(annotate_command("--version")),
            "ours imports": lambda: python(_OURS),
            "bare imports": lambda: python(_IMPORT),
            "ours model": lambda: python(_ANALYSER),
            "bare model": lambda: python(_LOAD),
        },
    )
