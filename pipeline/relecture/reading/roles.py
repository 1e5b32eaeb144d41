"""What each paragraph is for: headline, standfirst, heading, source line, caption, artefact, body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relecture.reading.blocks import Kind, Paragraph
from relecture.reading.markers import CREDIT_SIGNS, INSTRUCTIONS, LABELS
from relecture.reading.marks import Mark, markup
from relecture.text import unaccented
from relecture.types import SegmentRole, Span

#: Longest headline and longest heading that a guess may take, in characters (choices of ours).
MAX_HEADLINE = 200
MAX_HEADING = 90
#: Longest labelled caption; a longer line that begins with « Photo : » is a paragraph about photographs.
MAX_CAPTION = 400
_LABEL = re.compile(
    r"[*_\[(]{0,4}([^\W\d_][^\W\d_() -]{0,15}(?:[ -][^\W\d_]{1,10}|\(s\))?)[*_]{0,3}\s{0,2}:[*_]{0,3}"
)
_CLOSING = "»”\"')]*_ \u00a0\u202f"
_WHOLE_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})[^*_]+\1$")
_ROLES = {Kind.QUOTE: SegmentRole.QUOTE, Kind.HEADING: SegmentRole.HEADING, Kind.TITLE: SegmentRole.HEADING}


#: Shown with the article, never read as part of it.
_MASKED = frozenset({SegmentRole.CODE, SegmentRole.METADATA})


@dataclass(slots=True)
class _Seen:
    headline: bool = False
    paragraphs: int = 0


def assign(work: str, found: list[Paragraph], *, titled: bool) -> list[Mark]:
    """The marks of *found*; *titled* when the metadata already holds the headline, so none is guessed."""
    seen = _Seen()
    marks: list[Mark] = []
    for n, paragraph in enumerate(found):
        marks += [markup(span.start, span.end) for span in paragraph.markup]
        if paragraph.kind is Kind.RULE:
            marks.append(markup(paragraph.span.start, paragraph.span.end))
            continue
        if paragraph.kind is Kind.PUNCTUATION:
            marks.append(Mark(paragraph.span, SegmentRole.ARTEFACT, locator=paragraph.locator))
            continue
        role, label = _role(work, found, n, seen, titled=titled)
        marks.append(Mark(paragraph.span, role, masked=role in _MASKED, locator=paragraph.locator))
        if label:
            marks.append(markup(label.start, label.end))
        seen.headline = seen.headline or role is SegmentRole.HEADLINE
        seen.paragraphs += 1
    return marks


def _role(
    work: str, found: list[Paragraph], n: int, seen: _Seen, *, titled: bool
) -> tuple[SegmentRole, Span | None]:
    paragraph = found[n]
    if paragraph.role not in (None, SegmentRole.BODY):
        return paragraph.role, None
    text = paragraph.span.of(work)
    labelled = _labelled(text)
    if labelled and not (labelled[0] is SegmentRole.HEADLINE and seen.headline):
        role, length = labelled
        return role, Span(paragraph.span.start, paragraph.span.start + length) if length else None
    if text.lower().startswith(CREDIT_SIGNS) and len(text) <= MAX_CAPTION:
        return SegmentRole.CAPTION, None
    if paragraph.role:
        return paragraph.role, None
    opening = paragraph.kind is Kind.TITLE or (paragraph.kind is Kind.HEADING and not titled)
    if opening and seen.paragraphs == 0:
        return SegmentRole.HEADLINE, None
    if paragraph.kind is not Kind.TEXT:
        return _ROLES.get(paragraph.kind, SegmentRole.BODY), None
    if seen.paragraphs == 0 and not titled and _is_headline(text, found, n):
        return SegmentRole.HEADLINE, None
    if seen.paragraphs == 1 and seen.headline and _WHOLE_EMPHASIS.match(text):
        return SegmentRole.STANDFIRST, None
    return (SegmentRole.HEADING if _is_heading(text, found, n) else SegmentRole.BODY), None


def _labelled(text: str) -> tuple[SegmentRole, int] | None:
    """The role that a label at the start of *text* gives, and how many characters of it to mask."""
    match = _LABEL.match(text)
    if match is None:
        return None
    name = unaccented(match.group(1))
    role = LABELS.get(name)
    if role is None or (role is SegmentRole.CAPTION and len(text) > MAX_CAPTION):
        return None
    return role, match.end() if name in INSTRUCTIONS else 0


def _is_headline(text: str, found: list[Paragraph], n: int) -> bool:
    """The first line is the headline when it stands alone: no sentence, and more text after it."""
    rest = [p for p in found[n + 1 :] if p.kind not in (Kind.RULE, Kind.PUNCTUATION)]
    if not rest or found[n].lines > 1 or len(text) > MAX_HEADLINE:
        return False
    bare = text.rstrip(_CLOSING)
    if not bare or (bare[-1] in ".,;:" and not bare.endswith("...")):
        return False
    return found[n].alone or max(len(p.span) for p in rest) > len(text)


def _is_heading(text: str, found: list[Paragraph], n: int) -> bool:
    """A short line alone between two paragraphs, without final punctuation."""
    if not (0 < n < len(found) - 1 and found[n].alone) or len(text) > MAX_HEADING or found[n].lines > 1:
        return False
    bare = text.rstrip(_CLOSING)
    first = text.lstrip('«“"*_ \u00a0\u202f')[:1]
    return bool(bare) and bare[-1] not in ".!?…:;," and (first.isupper() or first.isdigit())
