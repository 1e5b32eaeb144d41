"""Reading and cleaning the annotated material of ../shared/ner (see models/README.md for its licences)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

Span = tuple[int, int, str]

#: Companies that WiNER-fr labels as products (MISC): the guide wants organisations.
COMPANIES = frozenset(
    [
        "Facebook",
        "Twitter",
        "Google",
        "Yahoo!",
        "Snapchat",
        "Instagram",
        "YouTube",
        "Reddit",
        "Digg",
        "LinkedIn",
        "WhatsApp",
        "Telegram",
        "Netflix",
        "Spotify",
        "Amazon",
        "Apple",
        "Microsoft",
        "Samsung",
        "Nintendo",
        "Sony",
        "Deezer",
        "Dailymotion",
        "Tinder",
        "eBay",
    ]
)
#: Newspapers that Sequoia labels as works when they are quoted as a source.
MEDIA = frozenset(
    {"Le Monde", "Libération", "L'Équipe", "The Guardian", "L'Humanité", "Le Canard enchaîné", "Le Figaro"}
    | {"Le Parisien", "Les Échos", "L'Express", "Le Point", "Quotidien", "Mediapart", "Médiapart", "La Croix"}
    | {"L'Est républicain", "Le Figaro Magazine"}
)
#: Crowds and movements without a legal person, annotated as organisations in some rows.
NOT_ORGANISATIONS = frozenset({"gilets jaunes", "Gilets jaunes", "Gilets Jaunes", "État", "Etat"})
_COUNTRIES = frozenset(
    [
        "France",
        "Taïwan",
        "Taiwan",
        "Irak",
        "Europe",
        "États-Unis",
        "Kosovo",
        "Russie",
        "Chine",
        "Allemagne",
        "Italie",
        "Espagne",
        "Israël",
        "Iran",
        "Turquie",
        "Japon",
        "Maroc",
        "Algérie",
        "Tunisie",
        "Belgique",
        "Suisse",
        "Royaume-Uni",
        "Washington",
        "Moscou",
        "Pékin",
        "Bruxelles",
        "Nouvelle-Zélande",
        "Afghanistan",
        "Syrie",
        "Liban",
        "Koweït",
        "Inde",
        "Pakistan",
        "Canada",
        "Brésil",
        "Mexique",
        "Portugal",
        "Grèce",
    ]
)
#: An elided article inside a span (« l'armée syrienne », « d'Idleb »); particles stay with people (« d'Huy »).
_ELIDED = re.compile("[ld]['’](?=[^\\W\\d_])")
_TITLES = re.compile(r"(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Me|Pr|Monsieur|Madame)\s+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """A text and its entities: (start, end, label) in code points, sorted, without overlap."""

    text: str
    ents: tuple[Span, ...]


def read(path: Path) -> list[Row]:
    """The rows of a JSONL file of ../shared/ner."""
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [Row(r["text"], tuple(sorted((a, b, label) for a, b, label in r["ents"]))) for r in found]


def clean(rows: Iterable[Row]) -> list[Row]:
    """*rows* with labels and bounds brought to the conventions of the annotation guide."""
    return [replace(row, ents=tuple(_cleaned(row))) for row in rows]


def _cleaned(row: Row) -> Iterable[Span]:
    for start, end, label in row.ents:
        title = _TITLES.match(row.text, start, end)
        if title and label == "PER":
            start = title.end()
        elif label != "PER" and (article := _ELIDED.match(row.text, start, end)):
            start = article.end()
        name = row.text[start:end].replace("’", "'")
        if name in NOT_ORGANISATIONS or not name.strip():
            continue
        if label == "MISC" and (name in COMPANIES or name in MEDIA):
            label = "ORG"
        elif label == "ORG" and name in _COUNTRIES:
            label = "LOC"
        yield start, end, label


def from_gold(folder: Path, *, split: str) -> list[Row]:
    """The articles of our own corpus (*folder* of ``NAME.gold.json``) whose names are annotated in full."""
    rows = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["split"] != split or "entities" not in gold["layers"]:
            continue
        text = (folder / gold["file"]).read_text(encoding="utf-8")
        spans = {(m["start"], m["end"], e["label"]) for e in gold["entities"] for m in e["mentions"]}
        rows.append(Row(text, tuple(sorted(spans))))
    return rows
