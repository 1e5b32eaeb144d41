"""Folders of articles that differ, made of the paragraphs of the corpus: any number of them, always the same.

A caching program would be flattered by articles that repeat one another's words. So figures are drawn anew,
and some of the capitalised words are replaced by names from the training lists: as in a real folder, every
article brings words of its own. What the articles say makes no sense, and many of their figures no longer hold
together, which is more work for the checks than a clean article.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_CORPUS = ROOT / "corpus" / "articles"
_LISTS = ROOT / "models" / "lists"
#: A figure of one to three digits that is not part of a longer one, nor of a code.
_FIGURE = re.compile(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w./-])")
#: A capitalised word inside a sentence.
_NAME = re.compile(r"(?<=[a-zéèà] )[A-ZÉ][a-zéèêëîïôûüç]{3,}(?![\w-])")
#: The share of those figures and words that are replaced.
_CHANGED = 0.4
#: Characters of an article by default: the mean of the corpus, which is about that of a daily's news.
LENGTH = 2_100


def corpus() -> list[str]:
    """The articles of the corpus as they are."""
    return [p.read_text(encoding="utf-8") for p in sorted(_CORPUS.iterdir()) if p.suffix in (".txt", ".md")]


def article(number: int, length: int = LENGTH) -> str:
    """The article *number*: a headline, then paragraphs of the corpus, up to about *length* characters."""
    chance = random.Random(number)
    headlines, bodies = _paragraphs()
    parts, size = [chance.choice(headlines)], 0
    while size < length:
        paragraph = _varied(chance.choice(bodies), chance)
        parts.append(paragraph)
        size += len(paragraph)
    return "\n\n".join(parts) + "\n"


def write(folder: Path, count: int, length: int = LENGTH) -> Path:
    """Write the articles 0 to *count* - 1 in *folder*, a thousand a subfolder; those already there stay."""
    for number in range(count):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(number, length), encoding="utf-8")
    return folder


@cache
def _paragraphs() -> tuple[tuple[str, ...], tuple[str, ...]]:
    headlines, bodies = [], []
    for path in sorted(_CORPUS.glob("*.txt")):
        first, *others = path.read_text(encoding="utf-8").strip().split("\n\n")
        headlines.append(first)
        bodies += [other for other in others if len(other) > 80]
    return tuple(headlines), tuple(bodies)


@cache
def _names() -> tuple[str, ...]:
    lines = [
        line
        for name in ("surnames.txt", "places.txt")
        for line in (_LISTS / name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return tuple(dict.fromkeys(word.replace("~", " ") for line in lines for word in line.split()))


def _varied(paragraph: str, chance: random.Random) -> str:
    def figure(match: re.Match[str]) -> str:
        if chance.random() >= _CHANGED:
            return match[0]
        low = 10 ** (len(match[0]) - 1)
        return str(chance.randrange(low, 10 * low))

    def name(match: re.Match[str]) -> str:
        return chance.choice(_names()) if chance.random() < _CHANGED else match[0]

    return _NAME.sub(name, _FIGURE.sub(figure, paragraph))
