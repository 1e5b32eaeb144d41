"""The same passage twice in one article.

Three shapes: a sentence or a paragraph repeated, word for word, in another order, or with one or two ordinary
words changed (« précise » for « indique »); a run of twelve words or more repeated across sentences; a group of
three words or more written twice in a row. Consecutive repeated sentences make one finding, whose evidence is
every occurrence of the whole block.

Admitted: what a headline, a standfirst, a caption or a pull quote takes up; twin sentences that differ by
a figure or a name (results, listings); quoted words quoted again; practical lines (« Ouvert du mardi… »).
The prose alone is read: a passage repeated in a link target is `malformed-link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import paragraph_around, paragraphs, sentences
from relecture.checks.repeats import exact, near, repeated, runs, runs_again, stutters, suspects, words_of
from relecture.fr.boilerplate import PRACTICAL
from relecture.settings import Settings
from relecture.types import Article, Finding, SegmentRole, Severity, Span

RULE = Rule(
    slug="duplicate-passage",
    code="S03",
    family="S",
    severity=Severity.WARNING,
    title={"fr": "Passage en double", "en": "Repeated passage"},
    why={
        "fr": "Un passage repris presque mot pour mot vient le plus souvent d’un copier-coller oublié.",
        "en": "A passage repeated almost word for word is most often a forgotten copy and paste.",
    },
    messages={
        "default": {
            "fr": "Passage en double : {length} caractères, {times} fois.",
            "en": "Repeated passage: {length} characters, {times} times.",
        },
        "near": {
            "fr": "Deux phrases presque identiques ({length} caractères, {changed} mot(s) de différence).",
            "en": "Two nearly identical sentences ({length} characters, {changed} word(s) apart).",
        },
        "stutter": {
            "fr": "Mots écrits deux fois de suite : « {words} ».",
            "en": "Words written twice in a row: “{words}”.",
        },
    },
    flagged=(
        "Le marché couvert rouvrira ses portes le premier samedi de septembre.\n\nLes commerçants s’en réjouissent.\n\nLe marché couvert rouvrira ses portes le premier samedi de septembre.",
        "La mairie a commandé douze bus électriques pour remplacer les plus anciens de sa flotte, annonce le service des transports. Les premiers arrivent en mai.\n\nLa mairie a commandé douze bus électriques pour remplacer les plus anciens de sa flotte, indique le service des transports.",
        "Le conseil a voté une aide de 3 000 euros par logement de 3 000 euros par logement pour les travaux d’isolation.",
    ),
    accepted=(
        "Le marché couvert rouvrira le premier samedi de septembre.\n\nLe marché couvert avait fermé en mars pour des travaux de toiture.",
        "En poule A, l’équipe locale a gagné trois matchs et en a perdu deux à domicile. En poule B, l’équipe locale a gagné quatre matchs et en a perdu six à domicile.",
        "Le maire l’assure : « Nous ne fermerons aucune classe avant la fin du mandat en cours. »\n\n« Nous ne fermerons aucune classe avant la fin du mandat en cours. »\n\nLes parents restent prudents.",
    ),
    false_positives=(
        "Un refrain, un slogan ou une clause de loi cités deux fois en entier.",
        "Une accroche reprise dans le corps quand le fichier ne dit pas que c’est un chapô.",
    ),
)

_REPEATED_ROLES = frozenset(
    {SegmentRole.HEADLINE, SegmentRole.STANDFIRST, SegmentRole.HEADING, SegmentRole.CAPTION, SegmentRole.QUOTE}
)


@cache
def _practical() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, PRACTICAL))})\b", re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Whole sentences first; runs and stutters only where no sentence was found repeated."""
    prose = article.text.prose
    again = repeated(prose)
    if not again:
        return
    listed = [s for s in sentences(prose) if not _exempt(article, s)]
    words = suspects(prose, listed, again)
    taken: list[Span] = []
    for block in exact(list(words), words):
        taken += block
        yield _finding(article, settings, block, 0.97, length=len(block[0]), times=len(block))
    for one, other, changed in near(prose, list(words), words, taken):
        taken += [one, other]
        yield _finding(article, settings, [one, other], 0.9, "near", length=len(one), changed=changed)
    whole = {s: words_of(prose, s) for s in listed} if runs_again(prose) else {}
    for one, other in runs(prose, whole, taken):
        taken += [one, other]
        yield _finding(article, settings, [one, other], 0.9, length=len(one), times=2)
    for span, form in stutters(prose, words, taken):
        once = form.of(article.text.raw)
        yield _finding(article, settings, [span], 0.95, "stutter", suggestion=once, words=_short(once))


def _finding(
    article: Article,
    settings: Settings,
    spans: list[Span],
    confidence: float,
    key: str = "default",
    **values: Any,
) -> Finding:
    items = [evidence(article, s, "passage") for s in spans]
    return finding(RULE, settings, items, key, confidence=confidence, **values)


def _exempt(article: Article, sentence: Span) -> bool:
    head = paragraphs(article.text.prose)[0]
    if head.contains(sentence) and article.text.prose[head.end - 1] not in ".»":
        return True  # a headline, which a standfirst or the first sentence may take up
    segment = article.text.segment_at(sentence.start)
    if segment is not None and segment.role in _REPEATED_ROLES:
        return True
    text = sentence.of(article.text.prose)
    return _practical().match(text) is not None or _pull_quote(article, sentence)


def _pull_quote(article: Article, sentence: Span) -> bool:
    """True for a paragraph that is one quotation and nothing else."""
    prose = article.text.prose
    paragraph = paragraph_around(prose, sentence)
    if prose[paragraph.start] not in '«“"':
        return False
    text = paragraph.of(prose)
    return text.rstrip(" .!?…")[-1:] in '»”"' and sum(text.count(c) for c in "»”") <= 1


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
