"""The whole report as one HTML file: template, style, scripts and data, sealed by a content policy.

Nothing is fetched and nothing may be: ``default-src 'none'``, and the one style sheet and the one script
are allowed by their SHA-256. The articles travel as JSON islands and are put in the page as text nodes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, select_autoescape
from markupsafe import Markup

from relecture.review import plots
from relecture.review.island import article_island
from relecture.review.layout import SEVERITIES
from relecture.review.load import Reviewed
from relecture.review.messages import Messages
from relecture.schema import Annotation, Segment

STYLES = ("base.css", "article.css", "panel.css", "index.css", "print.css")
#: In this order: each script only uses what stands before it.
SCRIPTS = (
    "dom.js",
    "store.js",
    "text.js",
    "card.js",
    "detail.js",
    "panel.js",
    "files.js",
    "index.js",
    "keys.js",
    "main.js",
)
WORST_FIRST = tuple(reversed(SEVERITIES))
#: Checks drawn in the folder's plot, the most frequent first.
_CHECKS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the folder's table."""

    number: int
    name: str
    title: str
    counts: dict[str, int]
    figures: int
    top: str
    top_severity: str
    search: str


def render(items: Sequence[Reviewed], *, lang: str = "fr", unread: Sequence[str] = ()) -> str:
    """The report of *items*: an index first when there are several; *unread* are lines about what failed."""
    t = Messages(lang)
    script = "(() => {\n'use strict';\n" + "\n".join(_asset(name) for name in SCRIPTS) + "\n})();\n"
    style = "\n".join(_asset(name) for name in STYLES)
    folder = len(items) != 1 or bool(unread)
    return _template().render(
        t=t,
        lang=lang,
        policy=_policy(script, style),
        style=Markup(style),
        script=Markup(script),
        folder=folder,
        title=t["index.title"] if folder else title_of(items[0]),
        rows=sorted((_row(n, item, t) for n, item in enumerate(items)), key=_worst_first),
        severities=WORST_FIRST,
        unread=unread,
        config=_json(_config(items, t)),
        islands=[_json(article_island(item, t)) for item in items],
        scales=[_scale(item, t) for item in items],
        checks_plot=Markup(_checks_plot(items, t)) if folder else "",
        energy_plot=Markup(_folder_energies(items, t)) if folder else "",
    )


def title_of(item: Reviewed) -> str:
    """The article's title: its metadata, else its headline, else its first words, else its file's name."""
    annotation = item.annotation
    headline = next((s for s in annotation.segments if s.role == "headline"), None)
    title = annotation.metadata.title or (_shown(annotation, headline) if headline else "")
    lines = (line.strip() for line in annotation.text.splitlines())
    words = " ".join((title or next((line for line in lines if line), "")).split())
    if not words:
        return item.name
    return words if len(words) <= 120 else words[:119] + "…"


def _shown(annotation: Annotation, segment: Segment) -> str:
    """The words of *segment* without what is masked in it, such as the marks of Markdown."""
    masked = [s for s in annotation.segments if s.masked]
    kept = (n for n in range(segment.start, segment.end) if not any(s.start <= n < s.end for s in masked))
    return "".join(annotation.text[n] for n in kept)


def _row(number: int, item: Reviewed, t: Messages) -> Row:
    findings = item.annotation.findings
    top = min(findings, key=lambda f: WORST_FIRST.index(f.severity), default=None)
    title = title_of(item)
    counts: Counter[str] = Counter(f.severity for f in findings)
    return Row(
        number=number,
        name=item.name,
        title=title,
        counts={severity: counts[severity] for severity in WORST_FIRST},
        figures=len(item.annotation.quantities),
        top=top.message if top else t["index.none"],
        top_severity=top.severity if top else "",
        search=" ".join([title, item.name, *sorted({f.slug for f in findings})]).casefold(),
    )


def _worst_first(row: Row) -> tuple[Any, ...]:
    return (*(-row.counts[severity] for severity in WORST_FIRST), row.name)


def _config(items: Sequence[Reviewed], t: Messages) -> dict[str, Any]:
    return {
        "lang": t.lang,
        "strings": t.starting("js."),
        "severities": {name: t.named("severity", name) for name in WORST_FIRST},
        "statuses": t.starting("status."),
        "verdicts": t.starting("verdict."),
        "reasons": t.starting("reason."),
        "articles": [
            {
                "title": title_of(item),
                "name": item.name,
                "sha256": item.annotation.source.sha256,
                "file": item.decisions_name,
                "decisions": [asdict(decision) for decision in item.decisions.values()],
                "fingerprints": [f.fingerprint for f in item.annotation.findings],
            }
            for item in items
        ],
    }


def _scale(item: Reviewed, t: Messages) -> Markup:
    values = plots.energies(item.annotation)
    return Markup(plots.energy_plot(values, t)) if values else Markup("")


def _folder_energies(items: Sequence[Reviewed], t: Messages) -> str:
    values = [value for number, item in enumerate(items) for value in plots.energies(item.annotation, number)]
    ordered = sorted(values, key=lambda v: (v.joules, v.article))
    return plots.energy_plot(ordered, t, width=440, decade=20) if values else ""


def _checks_plot(items: Sequence[Reviewed], t: Messages) -> str:
    counts: Counter[str] = Counter()
    worst: dict[str, str] = {}
    for item in items:
        for finding in item.annotation.findings:
            counts[finding.slug] += 1
            worst[finding.slug] = min(
                worst.get(finding.slug, finding.severity), finding.severity, key=WORST_FIRST.index
            )
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_CHECKS_SHOWN]
    return plots.checks_plot([(slug, worst[slug], n) for slug, n in most], t) if most else ""


def _json(value: Any) -> Markup:
    """*value* as JSON that can stand inside a script element: no character that HTML could read as markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029\r\x00":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _policy(script: str, style: str) -> str:
    return (
        "default-src 'none'; "
        f"script-src 'sha256-{_digest(script)}'; style-src 'sha256-{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return resources.files("relecture.review").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.from_string(_asset("page.html"))
