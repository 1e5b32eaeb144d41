"""The manual of the checks, made from the rules and the docstrings of their modules.

`page` is the text of ``docs/checks.md`` (``python -m relecture.checks.manual`` prints it, ``make docs``
writes it, a test holds it true); `explain` is what ``annotate explain SLUG`` prints.
"""

from __future__ import annotations

import sys

from relecture.checks.base import Check, Status, localised
from relecture.checks.registry import catalogue

_FAMILIES = {
    "D": "Magnitudes and units",
    "U": "Notation of units and numbers",
    "E": "Equivalences and conversions",
    "A": "Sums, shares and products",
    "P": "Percentages",
    "R": "Ratios, comparisons and ranges",
    "V": "Physics, scales and plausibility",
    "M": "Prices and currencies",
    "C": "One fact, one value",
    "T": "Dates, durations and ages",
    "N": "People, organisations and acronyms",
    "Q": "Quotations",
    "S": "Sources, links and structure",
    "L": "Wording around figures",
}
_STATUS = {
    Status.DEFAULT: "on by default",
    Status.OFF: "off by default (`--select`)",
    Status.PREVIEW: "preview (`--preview`)",
    Status.ACROSS: "over several articles (`--across`)",
}


def explain(check: Check, lang: str = "fr") -> str:
    """The manual of one check: title, why, docstring, examples, known false alarms."""
    rule = check.rule
    lines = [
        f"{rule.slug} ({rule.code}) · {localised(rule.title, lang)}",
        f"{rule.severity.value} · {_STATUS[rule.status].replace('`', '')}",
        "",
        localised(rule.why, lang),
        "",
        check.manual,
        "",
        "Flagged / Signalé :",
        *(f"  ✗ {_one_line(text)}" for text in rule.flagged),
        "Accepted / Admis :",
        *(f"  ✓ {_one_line(text)}" for text in rule.accepted),
        "Known false alarms / Fausses alertes connues :",
        *(f"  · {text}" for text in rule.false_positives),
    ]
    if rule.lacks:
        lines += ["What it lacks / Ce qui manque :", f"  · {rule.lacks}"]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The whole of ``docs/checks.md``."""
    lines = [
        "# Checks",
        "",
        "<!-- Written by `make docs` from the modules of relecture.checks: do not edit. -->",
        "",
        "| Code | Check | Severity | Status | Title |",
        "|---|---|---|---|---|",
        *(_row(check) for check in catalogue()),
    ]
    family = ""
    for check in catalogue():
        if check.rule.family != family:
            family = check.rule.family
            lines += ["", f"## {family} · {_FAMILIES.get(family, family)}"]
        lines += ["", *_section(check)]
    return "\n".join(lines) + "\n"


def _row(check: Check) -> str:
    rule = check.rule
    title = localised(rule.title, "fr")
    return f"| {rule.code} | [`{rule.slug}`](#{rule.slug}) | {rule.severity.value} | {rule.status.value} | {title} |"


def _section(check: Check) -> list[str]:
    rule = check.rule
    lines = [
        f"### {rule.slug}",
        "",
        f"**{localised(rule.title, 'fr')}** · {rule.code} · {rule.severity.value} · {_STATUS[rule.status]}",
        "",
        localised(rule.why, "fr"),
        "",
        check.manual,
        "",
        *_listed("Flagged", rule.flagged),
        *_listed("Accepted", rule.accepted),
        *_listed("Known false alarms", rule.false_positives),
    ]
    if rule.lacks:
        lines += _listed("What it lacks to be on by default", (rule.lacks,))
    if rule.supersedes:
        lines += _listed("Comes before, on the same words", tuple(f"`{slug}`" for slug in rule.supersedes))
    return lines[:-1]


def _listed(title: str, rows: tuple[str, ...]) -> list[str]:
    return [f"{title}:", "", *(f"- {_literal(row)}" for row in rows), ""]


def _one_line(text: str) -> str:
    return text.replace("\n\n", " ¶ ").replace("\n", " ⏎ ")


def _literal(text: str) -> str:
    """*text* on one line, with what Markdown or HTML would read as markup escaped."""
    text = _one_line(text)
    if text.startswith("`"):
        return text
    for char in "\\`*_[]<>&":
        text = text.replace(char, f"\\{char}")
    return text


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
