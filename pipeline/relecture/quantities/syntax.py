"""The dependency parse seen from a quantity: its verb, the noun it measures, the owner of that noun."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from relecture.quantities.table import data
from relecture.types import Measured, Modality, Span, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_NOUNS = ("NOUN", "PROPN")
_MAX_CLIMB = 6
_NEGATIONS = frozenset(("pas", "jamais", "guère", "aucunement"))


class Parse:
    """Tokens with the children of each; every answer is about token numbers."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [t.span.start for t in tokens]
        self._children: dict[int, list[int]] = defaultdict(list)
        for i, token in enumerate(tokens):
            if token.head != i:
                self._children[token.head].append(i)

    def inside(self, span: Span) -> range:
        """The tokens that touch *span*."""
        low = bisect_left(self._starts, span.start + 1) - 1
        low = max(low, 0)
        if low < len(self.tokens) and self.tokens[low].span.end <= span.start:
            low += 1
        return range(low, bisect_left(self._starts, span.end))

    def root(self, span: Span) -> int | None:
        """The token of *span* that hangs on something outside it; the last such one (the unit, the noun)."""
        inside = self.inside(span)
        out = [i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i]
        return out[-1] if out else None

    def climb(self, start: int) -> list[int]:
        """The heads above *start*, nearest first."""
        chain, at = [], start
        for _ in range(_MAX_CLIMB):
            head = self.tokens[at].head
            if head == at:
                break
            chain.append(head)
            at = head
        return chain

    def verb_of(self, span: Span) -> int | None:
        """The verb that governs the quantity; ``None`` when there is none above it."""
        root = self.root(span)
        if root is None:
            return None
        above = [root, *self.climb(root)]
        return next((i for i in above if self.tokens[i].pos in ("VERB", "AUX")), None)

    def children(self, i: int, *deps: str) -> list[int]:
        """The children of token *i* with one of these dependencies, in text order."""
        return [c for c in self._children[i] if self.tokens[c].dep in deps]

    def negated(self, verb: int) -> bool:
        """True for « ne … pas », « ne … jamais » on *verb*; « ne … que » restricts and does not deny."""
        around = self._children[verb]
        return any(self.tokens[c].text.lower() in _NEGATIONS and c < verb + 3 for c in around)

    def mood(self, verb: int) -> Modality | None:
        """CONDITIONAL or PLANNED (future) from the forms of *verb* and its auxiliaries; else ``None``."""
        forms = [verb, *(c for c in self._children[verb] if self.tokens[c].dep.startswith("aux"))]
        morphs = [self.tokens[i].morph for i in forms]
        above = self.tokens[verb].head
        if "VerbForm=Inf" in morphs[0] and above != verb:
            morphs.append(self.tokens[above].morph)
        if any("Mood=Cnd" in m for m in morphs):
            return Modality.CONDITIONAL
        return Modality.PLANNED if any("Tense=Fut" in m for m in morphs) else None

    def owner(self, noun: int, span: Span) -> str | None:
        """« France » in « la consommation de la France »: its complement with « de », outside *span*."""
        for child in self.children(noun, "nmod"):
            if self.tokens[child].span.overlaps(span):
                continue
            cases = [self.tokens[c].text.lower() for c in self.children(child, "case")]
            if any(c in ("de", "d'", "d’", "du", "des") for c in cases):
                return self.phrase(child)
        return None

    def phrase(self, noun: int) -> str:
        """*noun* with the names and adjectives that belong to it, as one piece of text."""
        parts = sorted([noun, *self.children(noun, "flat:name", "flat", "amod", "appos")])
        near = [p for p in parts if abs(p - noun) <= 3]
        return " ".join(self.tokens[p].text for p in near)


@lru_cache(maxsize=1)
def _directions() -> tuple[tuple[str, ...], tuple[str, ...]]:
    raw = data("context.toml")["direction"]
    return tuple(raw["up"].split()), tuple(raw["down"].split())


def direction(verb: str) -> int:
    """1 for a verb of increase, -1 of decrease, 0 otherwise; *verb* is a form or a lemma in lower case."""
    up, down = _directions()
    return 1 if verb.startswith(up) else -1 if verb.startswith(down) else 0


def measured_by_parse(span: Span, parse: Parse) -> Measured | None:
    """What the quantity at *span* measures, from the parse; ``None`` when the parse does not say."""
    root = parse.root(span)
    if root is None:
        return None
    verb = parse.verb_of(span)
    noun = _governing_noun(parse, root, span, verb)
    if noun is None and verb is not None:
        noun = _subject(parse, verb)
    if noun is None and verb is None:
        return None
    token = parse.tokens[noun] if noun is not None else None
    word = parse.tokens[verb] if verb is not None else None
    return Measured(
        noun=token.text if token else None,
        lemma=token.lemma.lower() if token else None,
        span=token.span if token else None,
        owner=parse.owner(noun, span) if noun is not None else None,
        verb=word.lemma.lower() if word else None,
        direction=direction(word.text.lower()) or direction(word.lemma.lower()) if word else 0,
    )


def _governing_noun(parse: Parse, root: int, span: Span, below: int | None = None) -> int | None:
    """The nearest noun above the quantity, and below token *below* where one is given.

    « une puissance de 3 MW », « produit une puissance de 3 MW ».
    """
    for i in parse.climb(root):
        if i == below:
            return None
        if parse.tokens[i].pos in _NOUNS and not parse.tokens[i].span.overlaps(span):
            return i
    return None


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject of *verb*, or of the verb it depends on, or the noun it qualifies."""
    at = verb
    for _ in range(3):
        subjects = [c for c in parse.children(at, *_SUBJECTS) if parse.tokens[c].pos in _NOUNS]
        if subjects:
            return subjects[0]
        token = parse.tokens[at]
        if token.dep.startswith("acl") and parse.tokens[token.head].pos in _NOUNS:
            return _top(parse, token.head)
        if token.dep not in ("xcomp", "conj", "ccomp", "aux", "advcl") or token.head == at:
            return None
        at = token.head
    return None


def _top(parse: Parse, noun: int) -> int:
    """« puissance » from « parc » in « la puissance du parc »."""
    while parse.tokens[noun].dep == "nmod" and parse.tokens[parse.tokens[noun].head].pos in _NOUNS:
        noun = parse.tokens[noun].head
    return noun
