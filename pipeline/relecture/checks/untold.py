"""Quoted words that are announced and given to no one: « Le constat est sévère : « … » », a headline the text forgets."""

from __future__ import annotations

import re
from functools import cache

from relecture.checks.named_people import collective, named, speaks
from relecture.checks.prose import following, paragraph_around, paragraphs, sentence_around, sentences
from relecture.checks.saying import says
from relecture.checks.speakers import nobody, someone
from relecture.checks.speech import announced, source
from relecture.fr.people import WORKS
from relecture.fr.speech_verbs import PERSONAL
from relecture.types import Article, Span

#: A headline is no longer than this.
_HEADLINE = 120
#: Words of a headline that is what someone says.
_SAID = 4


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile(
        r"(?:Le|La|L'|Les)\s?(?:constat|verdict|bilan|diagnostic|conclusion|avis|sentence|réponse|explication|avertissement"
        r"|message|mise en garde|accusation|reproche)s?\s(?:est|sont|reste|se veut|tombe|claque|fuse)(?:\s[\w'-]+){0,4}\s:\s?"
    )


def unowned(article: Article, span: Span, tail: Span) -> bool:
    """True for words that « le constat est sévère : » announces, where no one has been named whose it could be."""
    prose = article.text.prose
    sentence = sentence_around(prose, span)
    if len(tail) or _verdict().fullmatch(prose, sentence.start, span.start) is None:
        return False
    before = Span(0, sentence.start)
    after = Span(span.end, following(prose, Span(span.end, max(span.end, sentence.end))).end)
    return (
        nobody(article, before)
        and not any(named(article, s) for s in (before, after))
        and not any(announced().search(prose, s.start, s.end) for s in (before, after))
        and not collective(article, before)
    )


@cache
def _personal() -> re.Pattern[str]:
    return re.compile(PERSONAL, re.I)


@cache
def _works() -> re.Pattern[str]:
    return re.compile(WORKS, re.I)


def untold(article: Article, span: Span) -> bool:
    """True for the one quotation of a text, in its headline, when nothing below may be who speaks."""
    prose = article.text.prose
    blocks = paragraphs(prose)
    headline = paragraph_around(prose, span)
    if len(blocks) < 2 or headline != blocks[0] or len(headline) > _HEADLINE:
        return False
    if prose[span.end : headline.end].strip(" .!?…") or span.of(prose).count(" ") < _SAID:
        return False
    lead = prose[headline.start : span.start].rstrip()
    if (lead and lead[-1] != ":") or not _personal().search(prose, span.start, span.end):
        return False
    below = Span(headline.end, len(prose))
    if _works().search(prose) or any(p.search(prose, headline.end) for p in (source(), announced())):
        return False
    if named(article, Span(0, len(prose))):
        return False
    rest = [s for s in sentences(prose) if below.contains(s)]
    return not any(
        says(s.of(prose)) or someone(article, s, follows=True) or _body_opens(s.of(prose)) for s in rest
    )


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(r"(?:Le|La|L'|Les|Un|Une|Des)\s?(?P<noun>[\w-]+)")


def _body_opens(sentence: str) -> bool:
    """« L'association lance une collecte »: whose words the headline may be."""
    subject = _subject().match(sentence)
    return subject is not None and speaks(subject["noun"], follows=False)
