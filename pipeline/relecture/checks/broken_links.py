"""Links and addresses of running text that are not written whole: a sign missing, misplaced or too many, a space inside.

Each pattern opens with a sign that few articles hold, and is tried only where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.types import Span


def broken_links(text: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Patterns of broken links worth trying on *text*, each with the key of its message."""
    if "](" in text or "://" in text:
        yield from _broken_markdown()
    if "<a " in text:
        yield _broken_anchor(), "unclosed"
        yield _open_anchor(), "unclosed"
        yield _empty_anchor(), "empty"


def mended(match: re.Match[str]) -> str | None:
    """The link that a broken one was to be, when it has an address."""
    if not match["target"]:
        return None
    if match.group().startswith("<"):
        return f'<a href="{match["target"]}">{match["label"]}</a>'
    return f"[{match['label']}]({match['target']})"


@cache
def _broken_markdown() -> tuple[tuple[re.Pattern[str], str], ...]:
    label = r"(?P<label>[^\[\]()\n]{2,120}?)"
    target = r"(?P<target>https?://[^\s()\[\]{}]{4,300})"
    return (
        (re.compile(rf"\[{label}\]\ {{1,3}}\({target}\)"), "spaced"),
        (re.compile(rf"\({label}\)\[{target}\]"), "unclosed"),
        (re.compile(rf"\[{label}\({target}\)?"), "unclosed"),
        (re.compile(rf"(?<!\])\[{label}\]\[?{target}[)\]]"), "unclosed"),
        (re.compile(rf"\[{label}\]{target}"), "unclosed"),
        (re.compile(rf"(?m)^{label}\]\({target}\)"), "unclosed"),
        # One sign for another: « (label](https://…) », « [label)(https://…) », « [label]{https://…} ».
        (re.compile(rf"[({{\]]{label}[\]\[]\({target}\)"), "unclosed"),
        (re.compile(rf"\[{label}[)}}\[]\({target}\)"), "unclosed"),
        (re.compile(rf"\[{label}\]\ ?\{{{target}\}}"), "unclosed"),
        (re.compile(rf"(?<!\()\[{label}\]\ {target}\)"), "unclosed"),
        (re.compile(rf"(?<![\w\]])(?P<label>(?:[\w'-]+\ ){{0,4}}[\w'-]+)\]\({target}\)"), "unclosed"),
    )


@cache
def anchor() -> re.Pattern[str]:
    """A link in HTML, whole or with one quotation mark of its address missing."""
    return re.compile(
        r"<a\s(?:[^<>\n]{0,200}\s)?href=\"?https?://[^\s\"<>]{3,300}\"?(?:\s[^<>\n]{0,200})?>[^<>\n]{1,200}</a>"
    )


@cache
def _broken_anchor() -> re.Pattern[str]:
    target = r"(?P<target>https?://[^\s\"<>]{3,300})"
    # One mark of the two, whichever.
    return re.compile(rf"<a\shref=(?P<mark>\")?{target}(?(mark)|\")>(?P<label>[^<>\n]{{1,200}})</a>")


@cache
def _open_anchor() -> re.Pattern[str]:
    # « <a href="https://…">le rapport » and no « </a> » in the paragraph.
    return re.compile(
        r"<a\shref=\"(?P<target>https?://[^\s\"<>]{3,300})\">(?P<label>[^<>\n.,;]{1,80})(?=[^<>\n]*(?:\n|$))"
    )


@cache
def _empty_anchor() -> re.Pattern[str]:
    return re.compile(r"<a\shref=(?:\"(?P<target>)\s?\"|''|(?=>))>(?P<label>[^<>\n]{1,200})</a>")


@cache
def _cut() -> re.Pattern[str]:
    # « https://www.exemple.fr/fr/ statistiques/7728120 »: what follows the space is a path, with a figure or an extension.
    return re.compile(
        r"https?://[^\s()<>«»]{4,200}[/=_-]\ (?=[\w-]{1,60}(?:/|\.(?:html?|pdf|php)\b))(?!et/ou\b)(?P<rest>[\w.-]+(?:/[\w.-]*)*[\w/])"
    )


@cache
def _cut_host() -> re.Pattern[str]:
    # « https://primes.logement. brussels/isolation », « https://www.exemple. fr », « https://www.exemple .fr/dossier »
    ending = r"(?:fr|com|org|net|be|ch|eu|lu|ca|info|gouv\.fr|brussels|bzh|paris)"
    return re.compile(
        rf"(?:https?://|www\.)(?:[\w-]{{1,40}}\.){{0,4}}[\w-]{{1,40}}(?:(?<!\.fr)(?<!\.ch)(?<!\.be)(?<!\.com)(?<!\.org)(?<!\.net)\.\ (?:(?:[a-z][\w-]{{1,40}}\.){{0,2}}[a-z]{{2,12}}/[\w/.?=&%-]*[\w/]|{ending}(?![\w'’-]))|\ \.{ending}(?:/[\w/.?=&%-]*[\w/]|(?!\w)))"
        rf"|(?:https?://(?:www\.)?|(?<!/)www\.)[\w-]{{1,40}}\ (?!et\ |ou\ )[\w-]{{1,40}}\.{ending}/[\w/.?=&%-]*[\w/]"
    )


def cut_addresses(text: str) -> Iterator[tuple[Span, str]]:
    """Addresses cut by a space in their host or their path, each with what it was to be."""
    for match in _cut_host().finditer(text) if "://" in text or "www." in text else ():
        yield Span(match.start(), match.end()), match.group().replace(" ", "")
    for match in _cut().finditer(text) if "://" in text else ():
        if re.search(r"\d|\.(?:html?|pdf|php)$", match["rest"]):
            yield Span(match.start(), match.end()), match.group().replace(" ", "")
