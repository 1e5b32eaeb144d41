"""The stretches around an amount where the other operands of its relation are sought, and the search itself.

A stretch is the sentence, then the sentence with the next, with the one before, with both. The first that holds
a candidate for every part decides: one candidate each makes the relation, several can only confirm it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from relecture.relations.amounts import Amount
from relecture.relations.lexicon import EACH_ONE, LEFT_OUT, LOOSE
from relecture.relations.skeleton import STOP, Skeleton, pattern

#: The longest stretch of several sentences, in characters of the reduced text, and its most numerous amounts.
_LONGEST = 520
_CROWD = 9
#: Pairs of candidates tried at most, when several amounts could play a part.
_TRIED = 6

Test = Callable[[Amount], bool]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the reduced text with its amounts; ``wide`` when it is more than one sentence."""

    start: int
    end: int
    found: tuple[tuple[int, Amount], ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantity and a result for one unit value; ``sole`` when nothing else in the window could be either."""

    window: Window
    quantity: Amount
    result: Amount
    at: int
    sole: bool


def windows(skeleton: Skeleton, at: int) -> Iterator[Window]:
    """The windows around position *at*, from the narrowest."""
    start, end = skeleton.sentence(at)
    before = skeleton.sentence(start - 1)[0] if start > 1 else start
    after = skeleton.sentence(end + 1)[1] if end + 1 < len(skeleton.text) else end
    seen = set()
    for low, high in ((start, end), (start, after), (before, end), (before, after)):
        if (low, high) in seen or ((low, high) != (start, end) and high - low > _LONGEST):
            continue
        seen.add((low, high))
        found = skeleton.amounts_between(low, high)
        if len(found) <= _CROWD:
            yield Window(low, high, tuple(found), (low, high) != (start, end))


def pairs(skeleton: Skeleton, at: int, quantity: Test, result: Test) -> list[Pair]:
    """The operands that go with the unit value at *at*, in the narrowest window that holds both."""
    for window in windows(skeleton, at):
        others = [
            (p, a)
            for p, a in window.found
            if p != at
            and not _of_each(skeleton, p)
            and not _aged(skeleton, p, a)
            and not pattern(_APART_BY).match(skeleton.text, p + 1)
        ]
        sizes = _distinct((p, a) for p, a in others if quantity(a))
        results = _distinct((p, a) for p, a in others if result(a))
        made = [(q, p, r) for _, q in sizes for p, r in results if q is not r]
        if made:
            sole = len(made) == 1
            return [Pair(window, q, r, p, sole) for q, p, r in made[:_TRIED]]
    return []


#: « quatre centimes de plus qu'en mai »: how far from another price.
_APART_BY = r" de (?:plus|moins) (?:que |qu')"


def _of_each(skeleton: Skeleton, at: int) -> bool:
    """True for an amount that is itself the value of one (« 40 turbines de 12,5 MW chacune », « 4 min au kilomètre »)."""
    return (
        pattern(rf" ?(?:{EACH_ONE}|(?:au|par|le) (?:kilomètre|km)\b)").match(skeleton.text, at + 1) is not None
    )


def _aged(skeleton: Skeleton, at: int, amount: Amount) -> bool:
    """True for an age in apposition (« Anne Roy, 67 ans, locataire »)."""
    return (
        amount.canonical == "year"
        and skeleton.text.endswith(", ", 0, at)
        and pattern(rf" ?[,.;:)?!{STOP}]").match(skeleton.text, at + 1) is not None
    )


def _distinct(found: Iterator[tuple[int, Amount]]) -> list[tuple[int, Amount]]:
    """*found*, an amount that is said again counted once."""
    kept: dict[tuple[object, ...], tuple[int, Amount]] = {}
    for position, amount in found:
        kept.setdefault((amount.value, amount.low, amount.canonical, amount.noun), (position, amount))
    return list(kept.values())


#: « quatre centimes de plus qu'en mai » compares the price, and takes nothing from the product.
_MORE_THAN = r"<A> de (?:plus|moins) (?:que |qu')"


def loose(skeleton: Skeleton, window: Window) -> bool:
    """True when a word allows another result; what is said to be left out of the price does not."""
    if pattern(LOOSE).search(skeleton.text, window.start, window.end) is None:
        return False
    said = pattern(LEFT_OUT).sub("", told(skeleton, window))
    return pattern(LOOSE).search(said) is not None


def told(skeleton: Skeleton, window: Window) -> str:
    """The words of *window*, how far the price is from another left out."""
    return pattern(_MORE_THAN).sub("", skeleton.text[window.start : window.end])
