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
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.prose import forms as forms_of
from relecture.checks.prose import paragraph_around, paragraphs, sentence_around, sentences
from relecture.fr.boilerplate import PRACTICAL, TELLING
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

_MIN_CHARACTERS = 36
_MIN_WORDS = 7
_NEAR_MIN_WORDS = 12
_NEAR_MAX_CHANGED = 2
_RUN = 12
#: Words of a sentence that is the same as another in another order.
_REORDERED = 10
_STUTTER = 14
_REPEATED_ROLES = frozenset(
    {SegmentRole.HEADLINE, SegmentRole.STANDFIRST, SegmentRole.HEADING, SegmentRole.CAPTION, SegmentRole.QUOTE}
)


class _Word(NamedTuple):
    form: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:[.,]\d+)?")


@cache
def _practical() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, PRACTICAL))})\b", re.I)


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Whole sentences first; runs and stutters only where no sentence was found repeated."""
    prose = article.text.prose
    if not _repeats(prose):
        return
    listed = [s for s in sentences(prose) if not _exempt(article, s)]
    words = {s: _words(prose, s) for s in listed}
    taken: list[Span] = []
    for block in _exact(listed, words):
        taken += block
        yield _finding(article, settings, block, 0.97, length=len(block[0]), times=len(block))
    for one, other, changed in _near(listed, words, taken):
        taken += [one, other]
        yield _finding(article, settings, [one, other], 0.9, "near", length=len(one), changed=changed)
    for one, other in _runs(prose, words, taken):
        taken += [one, other]
        yield _finding(article, settings, [one, other], 0.9, length=len(one), times=2)
    for span, form in _stutters(prose, words, taken):
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


def _repeats(prose: str) -> bool:
    """True when groups of three words come twice as a passage would make them: at once, or three times at
    one distance. A cheap look at the whole text: most articles stop here."""
    forms = forms_of(prose)
    last: dict[tuple[str, str, str], int] = {}
    apart: dict[int, int] = defaultdict(int)
    for at, gram in enumerate(zip(forms, forms[1:], forms[2:], strict=False)):
        before = last.setdefault(gram, at)
        if before != at:
            last[gram] = at
            apart[at - before] += 1
            if apart[at - before] > _MIN_WORDS - 5:
                return True
            if at - before <= _STUTTER and forms[before:at] == forms[at : 2 * at - before]:
                return True
    return False


def _words(prose: str, span: Span) -> list[_Word]:
    return [_Word(m.group().lower(), m.start(), m.end()) for m in _word().finditer(prose, span.start, span.end)]


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


def _exact(listed: list[Span], words: dict[Span, list[_Word]]) -> list[list[Span]]:
    """Maximal blocks of consecutive sentences found more than once, each with all its places."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(listed):
        if len(words[sentence]) >= _MIN_WORDS and len(sentence) >= _MIN_CHARACTERS:
            forms = tuple(w.form for w in words[sentence])
            # « En mars, l'usine a été vendue » is « L'usine a été vendue en mars ».
            places[tuple(sorted(forms)) if len(forms) >= _REORDERED else forms].append(index)
    used: set[int] = set()
    blocks = []
    for starts in places.values():
        if len(starts) < 2 or used & set(starts):
            continue
        size = 1
        while _goes_on(listed, words, starts, size):
            size += 1
        used |= {start + k for start in starts for k in range(size)}
        blocks.append([Span(listed[i].start, listed[i + size - 1].end) for i in starts])
    return blocks


def _goes_on(listed: list[Span], words: dict[Span, list[_Word]], starts: list[int], size: int) -> bool:
    if starts[-1] + size >= len(listed) or any(b - a <= size for a, b in pairwise(starts)):
        return False
    forms = {tuple(w.form for w in words[listed[i + size]]) for i in starts}
    return len(forms) == 1 and forms != {()}


def _near(
    listed: list[Span], words: dict[Span, list[_Word]], taken: list[Span]
) -> Iterator[tuple[Span, Span, int]]:
    """Pairs of long sentences that one or two ordinary words tell apart."""
    long = [s for s in listed if len(words[s]) >= _NEAR_MIN_WORDS and not any(s.overlaps(t) for t in taken)]
    by_trigram: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, sentence in enumerate(long):
        forms = [w.form for w in words[sentence]]
        mates: dict[int, int] = defaultdict(int)
        for at in range(len(forms) - 2):
            gram = tuple(forms[at : at + 3])
            for other in by_trigram[gram]:
                mates[other] += 1
            by_trigram[gram].add(index)
        for other, shared in mates.items():
            if shared >= 0.4 * len(forms):
                changed = _changed(words[long[other]], words[sentence])
                if changed is not None:
                    yield long[other], sentence, changed


def _changed(one: list[_Word], other: list[_Word]) -> int | None:
    """How many words differ, when they are few and ordinary; ``None`` otherwise."""
    matcher = SequenceMatcher(None, [w.form for w in one], [w.form for w in other], autojunk=False)
    odd: list[_Word] = []
    count = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            count += max(b - a, d - c)
            odd += [*one[a:b], *other[c:d]]
    few = count <= min(_NEAR_MAX_CHANGED, len(one) // 6)
    return count if few and not any(w.form[0].isdigit() or w.form in TELLING for w in odd) else None


def _runs(prose: str, words: dict[Span, list[_Word]], taken: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Runs of many words found twice, whatever the sentences."""
    flat = [w for listed in words.values() for w in listed if not any(w.span.overlaps(t) for t in taken)]
    forms = [w.form for w in flat]
    seen: dict[tuple[str, ...], int] = {}
    at = 0
    while at + _RUN <= len(flat):
        gram = tuple(forms[at : at + _RUN])
        first = seen.get(gram)
        if first is None or first + _RUN > at:
            seen.setdefault(gram, at)
            at += 1
            continue
        size = _RUN
        while at + size < len(flat) and first + size < at and flat[first + size].form == flat[at + size].form:
            size += 1
        spans = [Span(flat[i].start, flat[i + size - 1].end) for i in (first, at)]
        if not all(_in_quotes(prose, s) for s in spans) and not _twins(prose, spans):
            yield spans[0], spans[1]
        at += size


def _twins(prose: str, spans: list[Span]) -> bool:
    """True for two sentences of one mould, where a figure or a name goes with each: « En Gironde, 19 % des… »."""
    rests = []
    for span in spans:
        sentence = sentence_around(prose, span)
        if not sentence.contains(span):
            return False
        rest = prose[sentence.start : span.start].lower()[:1] + prose[sentence.start + 1 : span.start]
        rests.append(set(_telling().findall(rest + " " + prose[span.end : sentence.end])))
    return bool(rests[0] - rests[1] and rests[1] - rests[0])


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*|\b[A-ZÀ-Þ][\w-]+")


def _in_quotes(prose: str, span: Span) -> bool:
    before = prose[paragraph_around(prose, span).start : span.start + 2]
    return (
        before.count("«") > before.count("»")
        or before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
    )


def _stutters(prose: str, words: dict[Span, list[_Word]], taken: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Groups of three to fourteen words written twice in a row inside a sentence."""
    for sentence, listed in words.items():
        if any(sentence.overlaps(t) for t in taken):
            continue
        forms = [w.form for w in listed]
        at = 0
        while at < len(forms):
            # The group begins again with its first word: most places have no such word in reach.
            again = forms[at + 3 : at + _STUTTER + 1].count(forms[at])
            sizes = range(_STUTTER, 2, -1) if again else ()
            size = next((n for n in sizes if forms[at : at + n] == forms[at + n : at + 2 * n]), 0)
            between = prose[listed[at].start : listed[at + 2 * size - 1].end] if size else ""
            if size and len(set(forms[at : at + size])) > 2 and not re.search(r"[,;:«»\"()!?…—–]|\s-", between):
                last = listed[at + 2 * size - 1].end
                yield (
                    Span(listed[at].start, last),
                    Span(listed[at].start, listed[at + size - 1].end),
                )
                at += size
            at += 1


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
