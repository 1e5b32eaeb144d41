"""Plain statements: who or what, which magnitude, when, how much, with nothing left out.

« La production nucléaire de la France a atteint 361,7 TWh en 2024, selon RTE » is read as a set of terms
(production, nucléaire, France, 2024) with a value, so that another article that says the same terms of
another value can be set against it. Two sorts are read. A main clause, by a short grammar that takes it
from its first word to its last: every word is a term, or known to say nothing of what is measured. And
what is said of a named thing in passing: « le parc de Fécamp, d'une puissance de 497 MW, … ».

A forecast, a denial, a quotation, a bound (« plus de »), an owner without a name, a figure that changes with
time and has no date: none of these is a statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relecture.fr import fact_words as lexicon
from relecture.relations.amounts import Amount, Shape
from relecture.relations.operands import operands
from relecture.relations.skeleton import STOP, Skeleton, build, pattern
from relecture.relations.terms import MOMENT, Terms, relative_years, root
from relecture.text import unaccented
from relecture.types import Approximation, Article, Kind, Modality, Span

_MEASURED = (Shape.MEASURE, Shape.MONEY, Shape.RATE, Shape.COUNT, Shape.PERCENT)
_SUBJECT = rf"(?P<subject><h110>(?:, {lexicon.ASIDES}<h40>,)?)"
_END = (
    rf"(?P<complement><h80>)(?=$|{STOP}|[.!?…]+\s*$|[;:(,]| et <V>"
    r"| (?:contre|soit|selon|d'après|grâce|mais|tandis que|alors que|malgré)\b)"
)
#: The end of what is said in passing: nothing may qualify it.
_SHORT = rf"(?P<complement>\)|(?=[,;:.]|\s*$|{STOP}| \())"
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of *amount*: ``terms`` holds what is measured, of whom, where and when, in no order.

    ``dated`` is false for a lasting quality; ``source`` holds the words of « selon … », ``span`` runs from
    the first word that says where, when or what to the end of the complement.
    """

    terms: frozenset[str]
    amount: Amount
    span: Span
    dated: bool
    source: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Head:
    """What is measured: the noun of a magnitude or the name of a deed, and the term it adds."""

    lasting: bool
    term: str = ""


@cache
def _clauses() -> tuple[re.Pattern[str], ...]:
    magnitude = "|".join(sorted(lexicon.MAGNITUDES))
    noun = rf"(?P<noun>(?:{magnitude})s?(?: <h50>)??)"
    return (
        pattern(rf"{_SUBJECT} {lexicon.VALUE_VERBS}\s?(?P<amount><V>){_END}"),
        pattern(rf"{_SUBJECT} {lexicon.HAS} {noun} (?:de |d')(?P<amount><V>){_END}"),
        pattern(rf"{_SUBJECT} (?:{_deeds()}) (?P<amount><V>){_END}"),
    )


@cache
def _passing() -> re.Pattern[str]:
    # « le deuxième réacteur », « une centrale », « la future usine » are other things than « le réacteur ».
    thing = rf"\b(?:(?:le|la|du|au) |l')(?P<subject>(?:{'|'.join(sorted(lexicon.THINGS))})\b<h60>)"
    noun = rf"(?P<noun>(?:{'|'.join(sorted(lexicon.ATTRIBUTES))})(?: <h30>)??)"
    shape = "|".join(f"(?P<{noun}_>{adjective})" for noun, adjective in lexicon.SHAPES.items())
    return pattern(
        rf"{thing}(?:, (?:(?:d'|dotée? d'|avec )une? {noun} (?:de |d')|qui (?:{_deeds()}) |(?:{shape}) de )| \((?P<bare>))"
        rf"(?P<amount><V>){_SHORT}"
    )


@cache
def _deeds() -> str:
    return "|".join(f"(?P<{unaccented(name)}>{forms})" for name, forms in lexicon.DEEDS.items())


@cache
def _opening() -> re.Pattern[str]:
    return pattern(rf"[\s–—•-]*(?:{lexicon.ATTRIBUTIONS}(?P<source><h60>)|(?P<place>{lexicon.OPENINGS})), ")


@cache
def _preamble() -> re.Pattern[str]:
    return pattern(rf"[\s–—•-]*(?:{lexicon.PREAMBLES})")


@cache
def _margin() -> re.Pattern[str]:
    return pattern(r"[\s–—•-]*")


@cache
def _according() -> re.Pattern[str]:
    return pattern(rf"{lexicon.ACCORDING}(?P<source><h60>)(?=$|[{STOP}.,;:(])")


def statements(article: Article, year: int | None) -> Iterator[Statement]:
    """The plain statements of *article*, in text order; *year* is that of its publication, if known."""
    skeleton = build(article.text.prose, operands(article))
    reader = _Reader(skeleton, article, year)
    for start, end in skeleton.sentences():
        main = reader.clause(start, end)
        if main is not None:
            yield main
        for match in _passing().finditer(skeleton.text, start, end):
            aside = reader.passing(match, end)
            if aside is not None and (main is None or aside.amount is not main.amount):
                yield aside


class _Reader:
    """Reads the statements of one article, a sentence at a time."""

    def __init__(self, skeleton: Skeleton, article: Article, year: int | None) -> None:
        self._skeleton, self._article = skeleton, article
        self._terms = Terms(skeleton, article, year)
        self._starts = [t.span.start for t in article.tokens]

    def clause(self, start: int, end: int) -> Statement | None:
        """The statement that the main clause of the sentence ``start:end`` makes, if it makes one."""
        at, places, source = self._openings(start, end)
        for form in _clauses():
            match = form.match(self._skeleton.text, at, end)
            if match is not None and self._whole(match, end):
                head = _head(match, self._skeleton.amount(match, "amount"))
                return self._statement(match, head, places, source | self._source(match.end(), end))
        return None

    def passing(self, match: re.Match[str], end: int) -> Statement | None:
        """What *match* says in passing of a named thing, if it can stand alone."""
        if pattern(lexicon.PERIMETER).search(self._skeleton.text, match.end(), end):
            return None
        head = _head(match, self._skeleton.amount(match, "amount"))
        return self._statement(match, head, [], self._source(match.end(), end))

    def _statement(
        self, match: re.Match[str], head: _Head | None, places: list[_Stretch], source: frozenset[str]
    ) -> Statement | None:
        amount = self._skeleton.amount(match, "amount")
        if head is None or not _settled(amount) or not self._clear(match):
            return None
        parts = [*places, match.span("subject"), match.span("complement")]
        if not self._terms.named(*parts):
            return None
        if match.groupdict().get("noun"):
            parts.append(match.span("noun"))
        terms = {head.term, f"#{root(amount.noun)}" if amount.noun else ""} - {""}
        for start, end in parts:
            found = self._terms.of(start, end)
            if found is None:
                return None
            terms |= found
        dated = any(term.startswith(MOMENT) for term in terms)
        if not dated and not head.lasting:
            return None
        span = self._skeleton.source(parts[0][0], match.end("complement") or match.end("amount"))
        return Statement(frozenset(terms), amount, span, dated, source)

    def _openings(self, at: int, end: int) -> tuple[int, list[_Stretch], frozenset[str]]:
        """Where the subject begins, the stretches before it that say where and when, and who says so."""
        places: list[_Stretch] = []
        source: frozenset[str] = frozenset()
        preamble = _preamble().match(self._skeleton.text, at, end)
        at = preamble.end() if preamble else at
        for _ in range(3):
            match = _opening().match(self._skeleton.text, at, end)
            if match is None:
                break
            if match["source"]:
                source = self._terms.roots(*match.span("source"))
            else:
                places.append(match.span("place"))
            at = match.end()
        margin = _margin().match(self._skeleton.text, at, end)
        return margin.end() if margin else at, places, source

    def _source(self, start: int, end: int) -> frozenset[str]:
        """The words of who says so, after the clause."""
        match = _according().search(self._skeleton.text, start, end)
        return self._terms.roots(*match.span("source")) if match else frozenset()

    def _whole(self, match: re.Match[str], end: int) -> bool:
        """True when what follows the clause adds nothing to it."""
        rest = self._skeleton.text[match.end() : end]
        if pattern(lexicon.PERIMETER).search(rest):
            return False
        return not rest.startswith(",") or pattern(rf", {lexicon.AFTERTHOUGHTS}").match(rest) is not None

    def _clear(self, match: re.Match[str]) -> bool:
        """False for a clause with a word of doubt, a pronoun, a quotation, or a verb in its subject."""
        stretch = self._skeleton.source(match.start("subject"), match.end("complement"))
        said = relative_years().sub("", stretch.of(self._article.text.prose).lower()).replace(", qui ", ", ", 1)
        if re.search(r"[«»\"“”]", said) or pattern(lexicon.UNSETTLED).search(said):
            return False
        subject = self._skeleton.source(*match.span("subject"))
        low, high = bisect_left(self._starts, subject.start), bisect_left(self._starts, subject.end)
        return not any("VerbForm=Fin" in t.morph for t in self._article.tokens[low:high])


def _head(match: re.Match[str], amount: Amount) -> _Head | None:
    """What is measured; ``None`` when the words do not say it."""
    groups = match.groupdict()
    deed = next((d for d in lexicon.DEEDS if groups.get(unaccented(d))), None)
    if groups.get("bare") is not None:  # « le parc de Fécamp (497 MW) », « (71 éoliennes) »
        if amount.dimension == "power":
            return _Head(lasting=True, term=root("puissance"))
        deed = "compter" if _part(amount) else None
        return _Head(lasting=True, term=f"+{deed}") if deed else None
    if deed is not None:
        return _Head(lasting=deed in lexicon.LASTING or (deed == "compter" and _part(amount)), term=f"+{deed}")
    shape = next((noun for noun in lexicon.SHAPES if groups.get(f"{noun}_")), None)
    if shape is not None:
        return _Head(lasting=True, term=root(shape))
    words = re.findall(r"[^\W\d_]+", groups.get("noun") or groups["subject"])
    first = next((w for w in words if w not in lexicon.DETERMINERS), "")
    noun = next((n for n in (first, first.removesuffix("s")) if n in lexicon.MAGNITUDES), None)
    return _Head(lasting=noun in lexicon.ATTRIBUTES) if noun else None


def _part(amount: Amount) -> bool:
    """True for a number of what a site is made of: turbines, reactors, rooms."""
    noun = (amount.noun or "").lower()
    return noun in lexicon.PARTS or noun[:-1] in lexicon.PARTS


def _settled(amount: Amount) -> bool:
    """True for one figure stated as a fact: no range, no bound, no second reading, no duration."""
    quantity = amount.quantity
    return (
        quantity is not None
        and amount.shape in _MEASURED
        and amount.sure
        and amount.low is None
        and quantity.kind is not Kind.RANGE
        and not quantity.vague
        and quantity.modality is Modality.STATED
        and quantity.approximation in (Approximation.NONE, Approximation.ABOUT)
    )
