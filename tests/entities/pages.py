"""Hand-made pages and candidates for the tests: names in brackets, « [PER Sam Altman] a dit »."""

from __future__ import annotations

import re

from relecture.entities.candidates import Candidate, Page

_MARKED = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]+)\]")


def marked(source: str) -> tuple[Page, list[Candidate]]:
    """The page of *source* without its brackets, every word being a possible name, and its candidates."""
    text, found, at = "", [], 0
    for mark in _MARKED.finditer(source):
        text += source[at : mark.start()]
        found.append(Candidate(len(text), len(text) + len(mark.group(2)), mark.group(1)))
        text += mark.group(2)
        at = mark.end()
    return Page(text + source[at:]), found


def shown(page: Page, candidates: list[Candidate]) -> list[str]:
    """The candidates as « LABEL surface », in text order."""
    return [f"{c.label} {page.text[c.start : c.end]}" for c in sorted(candidates, key=lambda c: c.start)]
