"""What is left of the making of the article: a lone dash, a placeholder, a tag, a doubled word.

Reads lines of punctuation alone; placeholders (« XX % », « TK », « ??? », « [à compléter] », lorem
ipsum, an empty « ndlr »); HTML entities and tags left in prose; letters broken by a wrong encoding
(« dÃ©cret »); a word written twice (« de de », « annoncé annoncé »).

Admitted: the dash that opens a line of dialogue, a row of asterisks or dashes between two parts, Roman
numbers (« Super Bowl XXX »), « […] », « de de Gaulle », what stands in code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from operator import eq

from relecture.checks.around import any_of
from relecture.checks.base import Rule, evidence, finding
from relecture.checks.broken_links import anchor
from relecture.checks.prose import paragraphs
from relecture.fr.artefacts import DOUBLED, PENDING, PLACEHOLDER_UNITS, REDUPLICATED
from relecture.needles import scan
from relecture.settings import Settings
from relecture.text import lowered
from relecture.types import Article, Finding, Safety, SegmentRole, Severity, Span
from relecture.words import forms

RULE = Rule(
    slug="editing-artefact",
    code="S04",
    family="S",
    severity=Severity.STYLE,
    title={"fr": "Résidu de mise en page ou de rédaction", "en": "Left over from editing"},
    why={
        "fr": "Ce signe ne dit rien au lecteur : il vient de la mise en page, d’un gabarit ou d’une note de travail.",
        "en": "This means nothing to a reader: it comes from the layout, a template or a working note.",
    },
    messages={
        "default": {
            "fr": "Résidu probable : « {extract} ».",
            "en": "Probably left over: “{extract}”.",
        },
        "pending": {
            "fr": "Passage encore à remplir : « {extract} » ?",
            "en": "Still to be filled in: “{extract}”?",
        },
        "doubled": {
            "fr": "Mot écrit deux fois : « {extract} ».",
            "en": "Word written twice: “{extract}”.",
        },
        "encoding": {
            "fr": "Lettres brisées par un encodage : « {extract} ».",
            "en": "Letters broken by an encoding: “{extract}”.",
        },
    },
    flagged=(
        "Le marché de Noël ouvre vendredi\n-\nUne centaine d’artisans sont attendus sur la place.",
        "La commune compte XX habitants, selon le dernier recensement.",
        "Le concert aura lieu [à confirmer] dans la grande salle.",
        "Les travaux de de la rocade commencent en avril.",
        "Le département finance 40&nbsp;km de pistes.",
    ),
    accepted=(
        "— Vous restez ? demande-t-elle.\n— Non, dit-il.",
        "Il a regardé le Super Bowl XXX et lu un livre sur le XXe siècle.",
        "Premier acte.\n\n* * *\n\nSecond acte, où l’on parle de de Gaulle.",
        "Le passage coupé […] reviendra dans l’édition du soir.",
    ),
    false_positives=(
        "Un tiret seul employé comme séparateur par une maquette ancienne.",
        "Un mot doublé à dessein (« le pour pour le pour »).",
    ),
)


#: Letters of a word that nobody writes twice in a row but by a slip.
_LONG = 5


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Every residue once, in the order of the kinds below."""
    prose, folded = article.text.prose, article.text.folded
    taken: list[Span] = []
    # A link in HTML is a link: `malformed-link` judges it.
    links = [Span(m.start(), m.end()) for m in anchor().finditer(folded)] if "<a " in folded else []
    for kind, may_hold, pattern, confidence in _patterns():
        for match in scan(pattern, prose) if may_hold(prose) else ():
            span = _word_around(prose, match) if kind == "encoding" else Span(match.start(), match.end())
            if any(span.overlaps(t) for t in taken) or _in_code(article, span):
                continue
            if span.of(folded).startswith("<") and any(link.contains(span) for link in links):
                continue
            if kind == "doubled" and not _doubled(match[1]):
                continue
            taken.append(span)
            text = span.of(article.text.raw)
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "résidu")],
                kind,
                confidence=confidence,
                suggestion=_mended(kind, text),
                safety=Safety.TO_CONFIRM,
                extract=" ".join(text.split())[:60],
            )


def _doubled(word: str) -> bool:
    """True for a word that is not written twice on purpose: a small one of a list, or a long ordinary one."""
    if word.lower() in DOUBLED:
        return True
    return len(word) >= _LONG and word.islower() and not word.endswith("ment") and word not in REDUPLICATED


def _word_around(prose: str, match: re.Match[str]) -> Span:
    """The whole word that holds the broken letters."""
    start, end = match.span()
    while start > 0 and prose[start - 1].isalnum():
        start -= 1
    while end < len(prose) and prose[end].isalnum():
        end += 1
    return Span(start, end)


def _in_code(article: Article, span: Span) -> bool:
    segment = article.text.segment_at(span.start)
    return segment is not None and segment.role is SegmentRole.CODE


def _mended(kind: str, text: str) -> str | None:
    if kind == "doubled":
        return text.split()[0]
    if text.startswith("&"):
        return html.unescape(text)
    return None


def _any(*needles: str) -> Callable[[str], bool]:
    return lambda prose: any(map(prose.__contains__, needles))


def _short_line(prose: str) -> bool:
    return any(len(paragraph) < 3 for paragraph in paragraphs(prose))


def _same_twice(prose: str) -> bool:
    listed = forms(lowered(prose))
    return any(map(eq, listed, islice(listed, 1, None)))


@cache
def _patterns() -> tuple[tuple[str, Callable[[str], bool], re.Pattern[str], float], ...]:
    """(message key, cheap look at the text, pattern, confidence) for each kind of residue."""
    units, pending = any_of(PLACEHOLDER_UNITS), any_of(PENDING)
    tags = "p|br|b|i|u|em|strong|div|span|h[1-6]|a|img|ul|ol|li|figure|figcaption|iframe|script|table|tr|td|blockquote"
    held = r"(?:XX|XXX|xx|xxx)"
    return (
        (
            "default",
            _short_line,
            re.compile(r"(?m)(?<=\n)[ \t]*(?:[-–—•·.,;:_|/\\]{1,2}|[#>])(?=[ \t]*$)"),
            0.95,
        ),
        ("default", _any("&"), re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});"), 0.97),
        ("default", _any("<"), re.compile(rf"</?(?:{tags})(?:\s[^<>\n]{{0,200}})?/?>", re.I), 0.9),
        (
            "encoding",
            _any("Ã", "â€", "Â", "\ufffd"),
            re.compile(r"Ã[\u0080-\u00bf©¨ª«´®»¢¯§¹]|â€[™œ“”˜\u009c\u009d]|Â[«»°]|\ufffd"),
            0.97,
        ),
        (
            "pending",
            _any("[", "("),
            re.compile(
                rf"\[[^\[\]\n]{{0,40}}(?:{pending})[^\[\]\n]{{0,40}}\]|\((?:{pending})[^()\n]{{0,40}}\)", re.I
            ),
            0.95,
        ),
        ("pending", _any("???"), re.compile(r"(?<![\w?])\?{3,}"), 0.9),
        (
            "pending",
            _any("orem ", "TODO", "FIXME", "TK"),
            re.compile(r"\b(?:[Ll]orem ipsum|TODO|FIXME)\b|(?<!\w)TK(?:TK)*(?!\w)"),
            0.9,
        ),
        ("pending", _any("ndlr", "NDLR"), re.compile(r"[\[(]\s?(?:ndlr|NDLR)\s?:?\s?[\])]"), 0.9),
        (
            "pending",
            _any("XX", "xx"),
            re.compile(
                rf"(?<![\w-]){held}(?=\s(?:{units})(?!\w))|(?<=,\s)XXX?(?=\s?[,.])|(?:(?<=\bM\.\s)|(?<=\bMme\s))XXX?(?!\w)"
                r"|\(XXX?\)|(?<!\w)(?:XX|xx)[/h](?:XX|xx)(?!\w)"
            ),
            0.9,
        ),
        # « de de Gaulle » is right: the second « de » belongs to the name.
        (
            "doubled",
            _same_twice,
            re.compile(r"(?<![\w'’-])([^\W\d_]{2,20})\ +(?!de\ [A-ZÉÈÀ])(?=[a-zà-ÿ])(?i:\1)(?![\w'’-])"),
            0.95,
        ),
    )
