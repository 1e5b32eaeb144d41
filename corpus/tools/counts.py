"""The counts of corpus/README.md, generated so that they stay true."""

from __future__ import annotations

from collections import Counter
from typing import Any

_BEGIN, _END = "<!-- counts: written by corpus/build.py -->\n", "<!-- end of counts -->\n"


def counts_table(golds: list[dict[str, Any]]) -> str:
    """Markdown: how much there is, in each split, and the planted defects by slug."""
    lines = ["| | dev | test | all |", "|---|---|---|---|"]
    for title, count in _ROWS.items():
        by_split = [sum(count(g) for g in golds if g["split"] == split) for split in ("dev", "test")]
        lines.append(f"| {title} | {by_split[0]} | {by_split[1]} | {sum(by_split)} |")
    slugs = Counter(f["slug"] for g in golds for f in g["findings"])
    named = ", ".join(
        f"`{slug}` {n}" for slug, n in sorted(slugs.items(), key=lambda item: (-item[1], item[0]))
    )
    return "\n".join(lines) + f"\n\nPlanted defects by slug ({len(slugs)} slugs): {named}.\n"


_ROWS = {
    "articles": lambda g: bool(g),
    "of which on energy": lambda g: bool(g["energy"]),
    "of which without a defect": lambda g: not g["findings"],
    "planted defects": lambda g: len(g["findings"]),
    "articles with names annotated": lambda g: "entities" in g["layers"],
    "PER and ORG mentions": lambda g: sum(len(e["mentions"]) for e in g["entities"] if e["label"] != "LOC"),
    "roles": lambda g: sum(len(e["roles"]) for e in g["entities"]),
    "articles with quantities annotated": lambda g: "quantities" in g["layers"],
    "quantities": lambda g: len(g["quantities"]),
}


def with_counts(readme: str, table: str) -> str:
    """*readme* with the generated block replaced."""
    before, _, rest = readme.partition(_BEGIN)
    return f"{before}{_BEGIN}{table}{_END}{rest.partition(_END)[2]}"
