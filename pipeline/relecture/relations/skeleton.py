"""The article with every amount reduced to one character, so that relations are plain patterns.

« le taux est passé de 127 à 183 consultations, en hausse de 144 % » becomes « le taux est passé de N à
C, en hausse de P »: a private-use character stands for each amount, its class told by the character.
Approximators leave the text (they live in the amount's bounds), a sentence ends with `STOP`.
Patterns are written with macros and compiled by `pattern`: ``<P>`` a percentage, ``<A>`` any amount
with or without a unit, ``<g40>`` at most 40 characters of the same sentence without an amount…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from relecture.needles import may_match
from relecture.relations.amounts import Amount, Shape
from relecture.text import lowered
from relecture.types import Span

_FIRST = 0xE000
_MARK = {shape: chr(_FIRST + n) for n, shape in enumerate(Shape)}
#: The end of a sentence in a skeleton.
STOP = "\ue0ff"
_ANY = "".join(mark for shape, mark in _MARK.items() if shape is not Shape.DATE)
#: How many letters of a word make its head.
_HEAD = 4
#: Groups of shapes that patterns may ask for.
_CLASSES = {
    **{shape.value: mark for shape, mark in _MARK.items()},
    "A": _ANY,
    # an amount that can be summed, compared or divided: everything but fractions and « fois »
    "V": "".join(_MARK[s] for s in Shape if s not in (Shape.FRACTION, Shape.TIMES, Shape.DATE)),
    # the same without percentages and points
    "X": "".join(
        _MARK[s]
        for s in Shape
        if s not in (Shape.FRACTION, Shape.TIMES, Shape.DATE, Shape.PERCENT, Shape.POINTS)
    ),
    "S": _MARK[Shape.PERCENT] + _MARK[Shape.FRACTION],
}
_MACRO = re.compile(r"<([A-Z]|d|w|[ghs]\d+|any\d+)>")
_DETERMINER = r"(?:(?:les?|la|l'|d'|des?|du|ces?|cette|cet|ses?|sa|son|[mt](?:on|a|es)|nos|notre|vos|votre|leurs?|aux?|tous|toute?s?|un|une|quelques?)\s?){0,3}"


#: What may lie between an amount and another: no amount, no clause break; and no comma either.
_GAPS = {"g": f"[^{_ANY}{STOP};]", "h": f"[^{_ANY}{STOP};,:()]"}
#: A gap and the amount after it.
_LEAP = re.compile(r"<(?P<kind>[gh])(?P<most>\d+)>(?P<d><d>)?(?P<group>\(\?P<\w+>)?<(?P<class>[A-Z])>")
#: No determiners are longer, in characters.
_LONGEST = 30


def _leap(match: re.Match[str]) -> str:
    """A gap holds no amount, so that it ends at the next one: the engine need not try shorter ones in turn."""
    wanted = _CLASSES[match["class"]]
    if not set(wanted) <= set(_ANY):
        return match[0]
    gap, most, amount = _GAPS[match["kind"]], int(match["most"]), f"{match['group'] or ''}[{wanted}]"
    if not match["d"]:
        return f"{gap}{{0,{most}}}+{amount}"
    # The determiners may go past the gap's longest.
    past = f"(?={gap}{{{most},{most + _LONGEST}}}+[{wanted}]){gap}{{0,{most}}}?{_DETERMINER}"
    return f"(?:{gap}{{0,{most}}}+(?=[{wanted}])|{past}){amount}"


def _expand(match: re.Match[str]) -> str:
    name = match[1]
    if name == "d":
        return _DETERMINER
    if name == "w":
        return r"[^\W\d_]+"
    if name[0] in _GAPS:
        return f"{_GAPS[name[0]]}{{0,{name[1:]}}}?"
    if name.startswith("s"):  # the same sentence, amounts allowed
        return rf"[^{STOP};]{{0,{name[1:]}}}?"
    if name.startswith("any"):
        return rf"[^{STOP}]{{0,{name[3:]}}}?"
    return f"[{_CLASSES[name]}]"


@cache
def pattern(source: str) -> re.Pattern[str]:
    """*source* with its macros expanded; spaces in *source* match themselves."""
    return re.compile(_MACRO.sub(_expand, _LEAP.sub(_leap, source)))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The reduced text; ``offsets[i]`` is where character ``i`` comes from in the article."""

    text: str
    offsets: tuple[int, ...]
    marks: dict[int, Amount]
    positions: tuple[int, ...]
    #: The sentences that hold amounts, as runs: half of an article holds none.
    told: tuple[tuple[int, int], ...]
    #: The same one by one, each with the `heads` of its words.
    worded: tuple[tuple[int, int, frozenset[str]], ...]

    def amount(self, match: re.Match[str], group: str | int) -> Amount:
        """The amount that *group* of *match* caught."""
        return self.marks[match.start(group)]

    def optional(self, match: re.Match[str], group: str) -> Amount | None:
        """The amount of *group*, ``None`` when the group is empty."""
        return self.marks.get(match.start(group)) if match[group] else None

    def source(self, start: int, end: int) -> Span:
        """The span of the article that skeleton characters ``start:end`` come from."""
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        last = self.marks.get(end - 1)
        return Span(self.offsets[start], last.span.end if last else self.offsets[end - 1] + 1)

    def span(self, match: re.Match[str], group: str | int = 0) -> Span:
        """The span of the article that *group* of *match* covers."""
        return self.source(match.start(group), match.end(group))

    def find(self, source: str, group: str = "") -> Iterator[re.Match[str]]:
        """The matches of `pattern` *source*, which holds an amount, one of the *group* of shapes if it is given."""
        wanted = pattern(source)
        if may_match(wanted, self.text):
            for start, end in self.told:
                if not group or any(self.text.find(mark, start, end) >= 0 for mark in _CLASSES[group]):
                    yield from wanted.finditer(self.text, start, end)

    def find_by(self, cue: frozenset[str], source: str) -> Iterator[re.Match[str]]:
        """The same for a *source* whose matches hold one of the heads *cue* (see `heads`, `marks_of`)."""
        for start, end, found in self.worded:
            if not cue.isdisjoint(found):
                yield from pattern(source).finditer(self.text, start, end)

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence around skeleton position *at*."""
        start = self.text.rfind(STOP, 0, at) + 1
        end = self.text.find(STOP, at)
        return start, len(self.text) if end < 0 else end

    def amounts_between(self, start: int, end: int) -> list[tuple[int, Amount]]:
        """The amounts between two positions, with theirs, in order."""
        low, high = bisect_left(self.positions, start), bisect_left(self.positions, end)
        return [(p, self.marks[p]) for p in self.positions[low:high]]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The bounds of every sentence that holds at least one amount."""
        seen = -1
        for at in self.positions:
            if at < seen:
                continue
            start, seen = self.sentence(at)
            yield start, seen


@cache
def _stops() -> re.Pattern[str]:
    marks = "".join(_MARK.values())
    return re.compile(
        r"(?:(?<!\b[A-Z])(?<!\bMme)|(?<=catégorie [A-Z])|(?<=vitamine [A-Z])|(?<=groupe [A-Z])|(?<=zone [A-Z])|(?<=ligne [A-Z]))[.!?…]{1,4}[»”\"')\]]{0,2}(?:\ [»”\"])?\s+(?=(?:[—–-]\s)?[«“\"'(\[]?\s?[A-ZÀ-ÖØ-ÞŒ"
        + marks
        + r"])|[ \t]*\n\s*"
    )


def build(prose: str, amounts: Iterable[tuple[Amount, Span]]) -> Skeleton:
    """Reduce *prose*: each amount is given with the stretch it replaces (itself and its approximators)."""
    chars: list[str] = []
    offsets: list[int] = []
    placed: list[tuple[int, Amount]] = []
    at = 0
    for amount, stretch in amounts:
        if stretch.start < at:
            continue
        chars.append(prose[at : stretch.start])
        offsets.extend(range(at, stretch.start))
        placed.append((len(offsets), amount))
        chars.append(_MARK[amount.shape])
        offsets.append(amount.span.start)
        at = stretch.end
    chars.append(prose[at:])
    offsets.extend(range(at, len(prose)))
    text = lowered(_stops().sub(lambda m: STOP + " " * (len(m[0]) - 1), "".join(chars)))
    positions = tuple(p for p, _ in placed)
    sentences = tuple(_told(text, positions))
    worded = tuple((start, end, heads(_word().findall(text, start, end))) for start, end in sentences)
    return Skeleton(text, tuple(offsets), dict(placed), positions, tuple(_joined(sentences)), worded)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]+|[={''.join(_MARK.values())}]")


def heads(words: Iterable[str]) -> frozenset[str]:
    """The first letters of each word: enough to tell in which sentences a pattern is worth trying."""
    return frozenset(word[:_HEAD] for word in words)


def marks_of(group: str) -> frozenset[str]:
    """The heads of the amounts of a *group* of shapes, named as in patterns."""
    return frozenset(_CLASSES[group])


def _told(text: str, positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences that hold one of *positions*, the stops on both sides included."""
    end = -1
    for at in positions:
        if at >= end:
            start, end = max(text.rfind(STOP, 0, at), 0), text.find(STOP, at)
            end = len(text) if end < 0 else end + 1
            yield start, end


def _joined(sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """*sentences* with those that touch made one."""
    first = last = -1
    for start, end in sentences:
        if start >= last:
            if last >= 0:
                yield first, last
            first = start
        last = end
    if last >= 0:
        yield first, last
