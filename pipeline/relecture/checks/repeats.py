"""Passages written twice in one text: sentences, nearly the same sentences, runs of words, stutters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import count, pairwise
from typing import NamedTuple

from relecture.checks.prose import paragraph_around, sentence_around
from relecture.fr.boilerplate import TELLING
from relecture.text import lowered
from relecture.types import Span
from relecture.words import form_pattern
from relecture.words import forms as forms_of

Gram = tuple[str, str, str]
_GRAM = 3
_MIN_CHARACTERS = 36
_MIN_WORDS = 7
_NEAR_MIN_WORDS = 12
_NEAR_MAX_CHANGED = 2
_RUN = 12
#: Words of a sentence that is the same as another in another order.
_REORDERED = 10
_STUTTER = 14
#: Words of a clause that is no figure of style when it comes twice with a comma between.
_CLAUSE = 5


class Word(NamedTuple):
    """A word or a figure in lower case, and where it stands."""

    form: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def repeated(prose: str) -> frozenset[Gram]:
    """The groups of three words that come twice as a passage would make them: at once, or three times at one
    distance. Empty for most articles: a cheap look at the whole text."""
    forms = forms_of(lowered(prose))
    grams = list(zip(forms, forms[1:], forms[2:], strict=False))
    first: dict[Gram, int] = {}
    places = map(first.setdefault, grams, count())
    last: dict[Gram, int] = {}
    apart: dict[int, int] = defaultdict(int)
    found = False
    for at in [at for at, place in enumerate(places) if place != at]:
        gram = grams[at]
        size = at - last.get(gram, first[gram])
        last[gram] = at
        apart[size] += 1
        found = (
            found
            or apart[size] > _MIN_WORDS - 5
            or (size <= _STUTTER and forms[at - size : at] == forms[at : at + size])
        )
    return frozenset(last) if found else frozenset()


def suspects(prose: str, listed: Iterable[Span], again: frozenset[Gram]) -> dict[Span, list[Word]]:
    """The words of the sentences that hold one of the groups *again*, or too few words to hold any."""
    found = {}
    for sentence in listed:
        forms = form_pattern().findall(sentence.of(prose).lower())
        grams = zip(forms, forms[1:], forms[2:], strict=False)
        if len(forms) < _GRAM or not again.isdisjoint(grams):
            found[sentence] = words_of(prose, sentence)
    return found


def runs_again(prose: str) -> bool:
    """True when a run of `_RUN` words comes twice."""
    forms = forms_of(lowered(prose))
    runs = list(zip(*(forms[n:] for n in range(_RUN)), strict=False))
    return len(set(runs)) < len(runs)


def words_of(prose: str, span: Span) -> list[Word]:
    """The words of *span*, in lower case."""
    return [
        Word(m.group().lower(), m.start(), m.end())
        for m in form_pattern().finditer(prose, span.start, span.end)
    ]


def exact(listed: Sequence[Span], words: dict[Span, list[Word]]) -> list[list[Span]]:
    """Maximal blocks of consecutive sentences found more than once, each with all its places."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(listed):
        if len(words[sentence]) >= _MIN_WORDS and len(sentence) >= _MIN_CHARACTERS:
            forms = _without_hour([w.form for w in words[sentence]])
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


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}h(?:\d\d)?|\d{1,2}\.\d\d")


def _without_hour(forms: list[str]) -> tuple[str, ...]:
    """« 11 h 20 – Le tunnel rouvre… », « 11h20 – »: a line of a running account, without its hour."""
    if len(forms) >= _MIN_WORDS and _hour().fullmatch(forms[0]):
        return tuple(forms[1:])
    if len(forms) < _MIN_WORDS or not forms[0].isdigit() or forms[1] not in {"h", "heures"}:
        return tuple(forms)
    return tuple(forms[3 if forms[2].isdigit() else 2 :])


def _goes_on(listed: Sequence[Span], words: dict[Span, list[Word]], starts: list[int], size: int) -> bool:
    if starts[-1] + size >= len(listed) or any(b - a <= size for a, b in pairwise(starts)):
        return False
    forms = {tuple(w.form for w in words[listed[i + size]]) for i in starts}
    return len(forms) == 1 and forms != {()}


def near(
    prose: str, listed: Sequence[Span], words: dict[Span, list[Word]], taken: list[Span]
) -> Iterator[tuple[Span, Span, int]]:
    """Pairs of long sentences that one or two ordinary words tell apart."""
    covered = _covered(len(prose), taken)
    long = [s for s in listed if len(words[s]) >= _NEAR_MIN_WORDS and covered.find(1, s.start, s.end) < 0]
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


def _changed(one: list[Word], other: list[Word]) -> int | None:
    """How many words differ, when they are few and ordinary; ``None`` otherwise."""
    matcher = SequenceMatcher(None, [w.form for w in one], [w.form for w in other], autojunk=False)
    odd: list[Word] = []
    count = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            count += max(b - a, d - c)
            odd += [*one[a:b], *other[c:d]]
    few = count <= min(_NEAR_MAX_CHANGED, len(one) // 6)
    return count if few and not any(w.form[0].isdigit() or w.form in TELLING for w in odd) else None


def runs(prose: str, words: dict[Span, list[Word]], taken: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Runs of many words found twice, whatever the sentences."""
    covered = _covered(len(prose), taken)
    flat = [w for listed in words.values() for w in listed if covered.find(1, w.start, w.end) < 0]
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


def _covered(length: int, spans: Iterable[Span]) -> bytearray:
    """A byte for each of *length* characters: 1 where one of *spans* covers it."""
    covered = bytearray(length)
    for span in spans:
        covered[span.start : span.end] = b"\1" * len(span)
    return covered


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


def stutters(prose: str, words: dict[Span, list[Word]], taken: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Groups of three to fourteen words written twice in a row inside a sentence."""
    covered = _covered(len(prose), taken)
    for sentence, listed in words.items():
        if covered.find(1, sentence.start, sentence.end) >= 0:
            continue
        forms = [w.form for w in listed]
        at = 0
        while at < len(forms):
            # The group begins again with its first word: most places have no such word in reach.
            again = forms[at + 3 : at + _STUTTER + 1].count(forms[at])
            sizes = range(_STUTTER, 2, -1) if again else ()
            size = next((n for n in sizes if forms[at : at + n] == forms[at + n : at + 2 * n]), 0)
            between = prose[listed[at].start : listed[at + 2 * size - 1].end] if size else ""
            if at and size >= _CLAUSE and not _in_quotes(prose, listed[at].span):
                # « interdisant l'arrosage des pelouses, interdisant l'arrosage des pelouses, »
                again_at, half = listed[at + size].start, listed[at + size - 1].end
                between = prose[listed[at].start : half] + prose[again_at : listed[at + 2 * size - 1].end]
                between += prose[half:again_at].replace(",", "")
            if size and len(set(forms[at : at + size])) > 2 and not re.search(r"[,;:«»\"()!?…—–]|\s-", between):
                last = listed[at + 2 * size - 1].end
                yield (
                    Span(listed[at].start, last),
                    Span(listed[at].start, listed[at + size - 1].end),
                )
                at += size
            at += 1
