"""A quotation mark without its partner.

Guillemets and curly marks are matched with a stack over the whole text, straight marks by turns within
a paragraph. Admitted: a quotation over several paragraphs, each opened again (« … « … ») or not closed
before the last one; a quotation inside a quotation; inches and seconds after a figure (27", 27'50");
an enumeration « a » or « b » ; quotation marks of different kinds nested in one another.

A guillemet closed by a mark of another kind (« accord") is one finding for the two marks. The evidence
runs from the opening mark to where the quotation most likely ends, which is where « » » is suggested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.broken_links import anchor
from relecture.checks.prose import paragraph_around, sentence_around
from relecture.checks.speech import incise
from relecture.settings import Settings
from relecture.types import Article, Finding, Severity, Span

RULE = Rule(
    slug="unclosed-quote",
    code="Q01",
    family="Q",
    severity=Severity.WARNING,
    title={"fr": "Guillemet sans correspondant", "en": "Unpaired quotation mark"},
    why={
        "fr": "Sans son second guillemet, on ne sait plus où finit la parole citée et où reprend le journaliste.",
        "en": "Without the second mark, nobody knows where the quoted words end and the writer’s resume.",
    },
    messages={
        "opening": {
            "fr": "Le guillemet ouvrant « {mark} » n’est jamais refermé : où finit la citation ?",
            "en": "The opening mark {mark} is never closed: where does the quotation end?",
        },
        "closing": {
            "fr": "Le guillemet fermant « {mark} » ne répond à aucun guillemet ouvrant.",
            "en": "The closing mark {mark} answers no opening mark.",
        },
        "mixed": {
            "fr": "La citation s’ouvre par « {mark} » et se ferme par « {other} » : guillemets dépareillés.",
            "en": "The quotation opens with {mark} and closes with {other}: the marks do not match.",
        },
    },
    flagged=(
        "« Nous avons perdu deux récoltes d’affilée, soupire l’éleveuse. Les assurances tardent à payer.",
        'La direction juge le projet "trop risqué pour être lancé cette année, selon un courriel interne.',
        'Le texte parle d’une « transition maîtrisée" sans donner de date.',
        "Le préfet promet des renforts dès lundi », indique un communiqué.",
    ),
    accepted=(
        "« Oui », dit-elle. « Et deux fois plutôt qu’une. »",
        "« Je commence ici.\n\n« Je continue là », raconte le guide.",
        'Il a acheté un écran de 27" pour son bureau, "une folie" selon lui.',
        "« Il m’a dit “non”, puis “peut-être” », résume l’avocate.",
    ),
    false_positives=(
        "Une citation de plusieurs paragraphes refermée dans un passage coupé du fichier.",
        "Les guillemets d’un extrait de code ou d’une langue qui les emploie à l’envers (»so«).",
    ),
)

#: How far the words of a quotation that is not closed are looked for, in characters.
_REACH = 600
_PAIRS = {"«": "»", "“": "”"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}


@dataclass(frozen=True, slots=True)
class _Mark:
    char: str
    at: int
    leads: bool  # first visible character of its paragraph


_PRIMES = '”"'


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[«»“”\"]")


@cache
def _seconds() -> re.Pattern[str]:
    """« 12’37” » is a time: its seconds close nothing."""
    return re.compile(r"['’′]\d\d?[”\"]")


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Unpaired marks in text order; a mismatched pair is one finding."""
    prose, folded = article.text.prose, article.text.folded
    # The marks of a link in HTML quote nothing.
    links = [Span(m.start(), m.end()) for m in anchor().finditer(folded)] if "<a " in folded else []
    marks = [
        _Mark(m.group(), m.start(), paragraph_around(prose, Span(m.start(), m.end())).start == m.start())
        for m in _marks().finditer(prose)
        if not any(link.contains(Span(m.start(), m.end())) for link in links)
        and not (m.group() in _PRIMES and _seconds().search(prose, max(0, m.start() - 3), m.end()))
    ]
    lonely = [m for opener in _PAIRS for m in _unpaired(marks, opener)]
    lonely += _unpaired_straight(prose, [m for m in marks if m.char == '"'])
    lonely.sort(key=lambda m: m.at)
    done: set[int] = set()
    for mark, following in zip_longest(lonely, lonely[1:]):
        if mark.at in done:
            continue
        if following and _mismatched(prose, mark, following):
            done.add(following.at)
            span = Span(mark.at, following.at + 1)
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "citation")],
                "mixed",
                confidence=0.95,
                suggestion=_remarked(span.of(article.text.raw), mark.char),
                mark=mark.char,
                other=following.char,
            )
        else:
            yield _alone(article, settings, mark)


def _unpaired(marks: list[_Mark], opener: str) -> list[_Mark]:
    """The marks of one kind that have no partner."""
    closer = _PAIRS[opener]
    kind = [m for m in marks if m.char in {opener, closer}]
    stack: list[_Mark] = []
    lonely: list[_Mark] = []
    for index, mark in enumerate(kind):
        if mark.char == opener:
            if stack and mark.leads:
                stack[-1] = mark  # the same quotation, opened again at a new paragraph
                continue
            if stack and not _nests(kind[index:], opener):
                lonely.append(stack.pop())
            stack.append(mark)
        elif stack:
            stack.pop()
        elif not mark.leads:
            lonely.append(mark)
    return lonely + stack


def _nests(rest: list[_Mark], opener: str) -> bool:
    """True when the marks from an inner opener on close twice before anything opens again."""
    return [m.char == opener for m in rest[:3]] == [True, False, False]


def _unpaired_straight(prose: str, marks: list[_Mark]) -> list[_Mark]:
    """Straight marks taken in turn, paragraph by paragraph; inches are set aside."""
    lonely: list[_Mark] = []
    carried = False  # a quotation of the paragraph before, to be opened again here
    by_paragraph: dict[Span, list[_Mark]] = {}
    for mark in marks:
        by_paragraph.setdefault(paragraph_around(prose, Span(mark.at, mark.at + 1)), []).append(mark)
    groups = list(by_paragraph.values())
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else []
        worded = _without_inches(prose, group)
        if len(worded) % 2 == 0:
            continue
        last = _odd_one(prose, worded)
        if carried and group[0].leads:
            carried = False
            continue
        if following and following[0].leads and len(following) % 2:
            carried = True
            continue
        lonely.append(last)
    return lonely


def _without_inches(prose: str, marks: list[_Mark]) -> list[_Mark]:
    """The marks that quote: one after a figure counts inches, but where it closes what is open."""
    after_figure = [prose[m.at - 1 : m.at].isdigit() for m in marks]
    kept: list[_Mark] = []
    for index, mark in enumerate(marks):
        still_to_come = after_figure[index + 1 :].count(False)
        if not after_figure[index] or (len(kept) % 2 and still_to_come % 2 == 0):
            kept.append(mark)
    return kept


def _odd_one(prose: str, marks: list[_Mark]) -> _Mark:
    """The mark that breaks the turns: an opener after an opener condemns the first."""
    open_mark: _Mark | None = None
    for mark in marks:
        opens = not prose[mark.at - 1 : mark.at].strip(" \n\t(['’«-") and bool(
            prose[mark.at + 1 : mark.at + 2].strip()
        )
        if opens and open_mark:
            return open_mark
        if open_mark:
            open_mark = None
        elif opens:
            open_mark = mark
        else:
            return mark
    return open_mark or marks[-1]


def _mismatched(prose: str, mark: _Mark, other: _Mark) -> bool:
    """True when two lonely marks of different kinds bound one short quotation."""
    if mark.char == other.char or mark.char in _CLOSERS or other.char in _PAIRS:
        return False
    return "\n" not in prose[mark.at : other.at]


def _remarked(quoted: str, opener: str) -> str:
    closer = _PAIRS.get(opener, '"')
    inner = quoted[1:-1].strip(" \u00a0\u202f")
    return f"«\u00a0{inner}\u00a0»" if opener == "«" or closer == '"' else f"{opener}{inner}{closer}"


def _alone(article: Article, settings: Settings, mark: _Mark) -> Finding:
    prose = article.text.prose
    if mark.char in _CLOSERS or _shuts(prose, mark):
        start = sentence_around(prose, Span(mark.at, mark.at + 1)).start
        span = Span(start, mark.at + 1)
        return finding(
            RULE, settings, [evidence(article, span, "citation")], "closing", confidence=0.95, mark=mark.char
        )
    span = Span(mark.at, _likely_end(prose, mark.at))
    closer = {"«": "\u00a0»", "“": "”"}.get(mark.char, '"')
    return finding(
        RULE,
        settings,
        [evidence(article, span, "citation")],
        "opening",
        confidence=0.95,
        suggestion=span.of(article.text.raw).rstrip() + closer,
        mark=mark.char,
    )


def _shuts(prose: str, mark: _Mark) -> bool:
    return mark.char == '"' and bool(prose[: mark.at].rstrip(" ")[-1:].strip()) and prose[mark.at - 1] != " "


def _likely_end(prose: str, start: int) -> int:
    """Where a quotation opened at *start* probably ends: before its incise, else with its sentence."""
    sentence = sentence_around(prose, Span(start, start + 1))
    aside = incise().search(prose, start, min(sentence.end, start + _REACH))
    return aside.start() if aside else min(sentence.end, start + _REACH)
