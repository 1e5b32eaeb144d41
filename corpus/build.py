"""Builds the articles and their gold annotation from the authoring sources.

    python corpus/build.py            write corpus/articles/ and the counts of corpus/README.md
    python corpus/build.py --check    exit 1 if anything written differs from what the sources give

A source is YAML between two ``---`` lines, then the marked article (see tools/marks.py).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from tools import amounts, claims, marks, typography  # noqa: E402
from tools.counts import counts_table, with_counts  # noqa: E402

LAYERS = ("entities", "quantities")


@dataclass(frozen=True, slots=True)
class Source:
    """One authoring source: its name, its YAML head and its marked body."""

    name: str
    head: dict[str, Any]
    body: str

    @property
    def file(self) -> str:
        return f"{self.name}.{self.head.get('format', 'txt')}"


def load(path: Path) -> Source:
    """Read one source file; raises `ValueError` when its head is missing."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Source(path.stem, yaml.safe_load(head), body.strip("\n") + "\n")


def sources() -> list[Source]:
    """Every source, in order of name."""
    return [load(path) for path in sorted((HERE / "sources").glob("*.txt"))]


def build(source: Source) -> tuple[str, dict[str, Any]]:
    """The article's text and its gold."""
    styled = typography.STYLES[source.head["typography"]](source.body)
    text, found = marks.read(styled)
    head = source.head
    gold = {
        "name": source.name,
        "file": source.file,
        **{key: head.get(key) for key in ("outlet", "subject", "energy", "split", "published")},
        "layers": [layer for layer in LAYERS if layer in head.get("layers", LAYERS)],
        "findings": [_finding(n, told, found) for n, told in (head.get("findings") or {}).items()],
        "entities": _entities(found),
        "quantities": [_quantity(mark) for mark in found if mark.what == "quantity"],
    }
    return text, gold


def _span(mark: marks.Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "text": mark.text}


def _finding(number: int, told: dict[str, Any], found: list[marks.Mark]) -> dict[str, Any]:
    evidence = [_span(mark) for mark in found if mark.number == number]
    if not evidence:
        raise ValueError(f"finding {number} has no evidence")
    return {"slug": told["slug"], "accept": told.get("accept", []), "evidence": evidence, "why": told["why"]}


def _entities(found: list[marks.Mark]) -> list[dict[str, Any]]:
    gathered: dict[tuple[str, str], dict[str, Any]] = {}
    for mark in found:
        if mark.what not in ("PER", "ORG", "LOC"):
            continue
        name, *roles = mark.note.split(";")
        canonical = name or mark.text
        entity = gathered.setdefault(
            (mark.what, canonical), {"label": mark.what, "canonical": canonical, "mentions": [], "roles": []}
        )
        entity["mentions"].append(_span(mark) | ({"optional": True} if mark.optional else {}))
        for role in roles:
            title, _, organisation = role.partition("@")
            told = {"title": title.removesuffix("?"), "organisation": organisation or None}
            entity["roles"].append(told | ({"optional": True} if title.endswith("?") else {}))
    return list(gathered.values())


def _quantity(mark: marks.Mark) -> dict[str, Any]:
    amount = amounts.read(mark.text, mark.note)
    told = {key: getattr(amount, key) for key in ("kind", "range_of", "value", "low", "high", "noun")}
    out = _span(mark) | {key: value for key, value in told.items() if value is not None}
    out |= {"approximation": mark.approximation, "unit": {"canonical": amount.unit}}
    if (converted := amounts.si(amount)) is not None:
        out["si"] = converted
    if mark.optional or amounts.bare(mark.text, money=amount.kind == "money"):
        out["optional"] = True
    return out


def written() -> dict[Path, str]:
    """Every generated file and its content."""
    files: dict[Path, str] = {}
    golds = []
    for source in sources():
        try:
            text, gold = build(source)
            planted = {e["text"] for finding in gold["findings"] for e in finding["evidence"]}
            if wrong := set(claims.wrong_dates(text, source.head["published"])) - planted:
                raise ValueError(f"wrong weekday: {wrong}")
            if false := [claim for claim in source.head.get("claims", []) if not claims.holds(claim)]:
                raise ValueError(f"false claims: {false}")
        except (ValueError, KeyError, ArithmeticError) as error:
            raise SystemExit(f"{source.name}: {error}") from error
        golds.append(gold)
        files[HERE / "articles" / source.file] = text
        files[HERE / "articles" / f"{source.name}.gold.json"] = (
            json.dumps(gold, ensure_ascii=False, separators=(",", ":")).replace("},{", "},\n{") + "\n"
        )
    readme = HERE / "README.md"
    files[readme] = with_counts(readme.read_text(encoding="utf-8"), counts_table(golds))
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on any difference")
    check = parser.parse_args().check
    files = written()
    strangers = set((HERE / "articles").iterdir()) - set(files)
    stale = [p for p, content in files.items() if not p.is_file() or p.read_bytes() != content.encode()]
    if check:
        for path in [*stale, *strangers]:
            print(f"differs from its source: {path.relative_to(HERE)}")
        return 1 if stale or strangers else 0
    for path in stale:
        path.write_bytes(files[path].encode())
    for path in strangers:
        path.unlink()
    print(f"{len(files) // 2} articles, {len(stale)} files written, {len(strangers)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
