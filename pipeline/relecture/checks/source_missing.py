"""A source that the reader cannot find.

Three shapes: a line « Source : » with nothing behind; a line « Source : site » without a usable address
while the article credits other media (« rapporte Reuters … Source : exemple.fr »); a figure « selon une
étude », « selon des experts » that the paragraph never names.

Admitted: « (AFP) », a named institution (« Source : RTE, bilan 2024 »), an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.names import names
from relecture.checks.prose import paragraph_around, sentence_around
from relecture.checks.urls import judge
from relecture.needles import scan
from relecture.openings import opened
from relecture.settings import Settings
from relecture.types import Article, Finding, Link, Severity, Span

RULE = Rule(
    slug="source-missing",
    code="S02",
    family="S",
    severity=Severity.CHECK,
    title={"fr": "Source introuvable", "en": "Source not to be found"},
    why={
        "fr": "Une source que l’on ne peut ni nommer ni ouvrir ne permet pas de vérifier l’article.",
        "en": "A source that can neither be named nor opened does not let anyone check the article.",
    },
    messages={
        "empty": {
            "fr": "La ligne « Source » est vide : d’où vient l’information ?",
            "en": "The “Source” line is empty: where does the information come from?",
        },
        "chain": {
            "fr": "L’article cite {media}, la ligne « Source » dit « {named} », sans adresse : quelle est la source première ?",
            "en": "The article credits {media}, the source line says “{named}” without an address: which is the first source?",
        },
        "unnamed": {
            "fr": "« {extract} » : de quelle source s’agit-il ? Elle n’est pas nommée.",
            "en": "“{extract}”: which source is it? It is not named.",
        },
    },
    flagged=(
        "La tour sera rasée au printemps.\n\nSource :",
        "La tour sera rasée, rapporte Reuters, qui cite la préfecture.\n\nSource : infos-tours.example",
        "Selon une étude, 62 % des habitants veulent garder la tour.",
    ),
    accepted=(
        "Selon l’Insee, 62 % des habitants veulent garder la tour. (AFP)",
        "La tour sera rasée, rapporte Reuters.\n\nSource : [Reuters](https://www.reuters.com/tour)",
        "Selon une étude de l’Insee, 62 % des habitants veulent garder la tour.\n\nSource : Insee, bilan 2024, https://www.insee.fr/tour",
    ),
    false_positives=("Une étude nommée dans un autre paragraphe.",),
)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"(?m)^[ \t*_>-]*Sources?\s?:[ \t*_]*(?P<named>[^\n]*)$")


@cache
def _credit() -> re.Pattern[str]:
    verbs = r"rapporte|rapportent|révèle|révèlent|relate|annonce|signale|indique|affirme|[Ss]elon|[Dd]'après|a rapporté|a révélé"
    head = r"(?:le\s|la\s|les\s|l'|l'agence\s|le journal\s|le site\s|le quotidien\s|la chaîne\s)?"
    return re.compile(rf"\b(?:{verbs})\s{head}(?P<media>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){{0,3}})")


#: What `_unnamed` begins with.
_ACCORDING = frozenset(("Selon", "selon", "D'après", "d'après"))


@cache
def _unnamed() -> re.Pattern[str]:
    who = r"une (?:récente |nouvelle |vaste )?(?:étude|enquête)(?: récente| scientifique| américaine| internationale)?|un (?:récent )?(?:sondage|rapport)(?: récent)?|des (?:experts|études|chercheurs|spécialistes|scientifiques)|plusieurs (?:études|experts|sources)|certaines (?:études|sources)|les (?:experts|spécialistes)"
    return re.compile(rf"(?P<extract>(?:[Ss]elon|[Dd]'après)\s(?:{who})),\s")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """The source line first, then unnamed studies."""
    yield from _source_line(article, settings)
    prose = article.text.prose
    for match in opened(_unnamed(), _ACCORDING, prose):
        span = Span(match.start("extract"), match.end("extract"))
        sentence, paragraph = sentence_around(prose, span), paragraph_around(prose, span)
        figures = any(q.value is not None or q.low is not None for q in article.quantities_in(sentence))
        if figures and not any(paragraph.contains(n.span) and not n.opens for n in names(prose)):
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "source")],
                "unnamed",
                confidence=0.85,
                extract=span.of(article.text.raw),
            )


@cache
def _nameless() -> re.Pattern[str]:
    # « (Source : , conjoncture, juin 2023.) »
    return re.compile(r"\bSources?\s?:\s?(?=[,;)\]])", re.I)


def _source_line(article: Article, settings: Settings) -> Iterator[Finding]:
    text = article.text
    for match in scan(_nameless(), text.folded):
        span = Span(match.start(), match.end() + 1)
        yield finding(RULE, settings, [evidence(article, span, "source")], "empty", confidence=0.9)
    for match in scan(_line(), text.folded):
        if any(link.span.start < match.start() < link.span.end for link in text.links):
            continue
        span = Span(match.start(), match.end())
        links = [link for link in text.links if match.start() <= link.span.start <= match.end()]
        named = match["named"].strip()
        if not named:
            yield finding(
                RULE,
                settings,
                [evidence(article, Span(span.start, span.end), "source")],
                "empty",
                confidence=0.95,
            )
        elif not _usable(article, links, named):
            yield from _chain(article, settings, span, links[0].label.of(text.raw) if links else named)


def _usable(article: Article, links: list[Link], named: str) -> bool:
    """True when an address can be opened, or when an institution and a document are named."""
    if links:
        return any(_opens(link.target.of(article.text.raw)) for link in links)
    return re.search(r"https?://|www\.", named) is not None or not re.fullmatch(r"[\w.-]{3,60}", named)


def _opens(target: str) -> bool:
    return re.match(r"(?:https?:/|www\.|/|#|\.)", target.strip()) is not None and judge(target.strip()) is None


def _chain(article: Article, settings: Settings, line: Span, named: str) -> Iterator[Finding]:
    """A line that names another source than the body credits, with no address."""
    short = named.split(".")[0].lower()
    for match in _credit().finditer(article.text.prose, 0, line.start):
        media = match["media"].rstrip(".")
        if not media[0].isupper() or short in media.lower() or media.lower() in named.lower():
            continue
        credit = Span(match.start(), match.end("media"))
        label = article.text.folded.find(named, line.start)
        place = Span(line.start, label + len(named)) if label >= 0 else line
        yield finding(
            RULE,
            settings,
            [evidence(article, credit, "média cité"), evidence(article, place, "source")],
            "chain",
            confidence=0.88,
            media=media,
            named=" ".join(named.split())[:40],
        )
        return
