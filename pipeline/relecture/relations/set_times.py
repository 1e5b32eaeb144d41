"""A set time in the headline and in the body: « pour quatre ans » above, « un contrat de trois ans » below."""

from __future__ import annotations

from collections.abc import Iterator

from relecture.fr.term_words import BINDS, TERMS
from relecture.relations.amounts import Amount, Shape
from relecture.relations.conversion import restated
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Article, SegmentRole

_TITLES = (SegmentRole.HEADLINE, SegmentRole.STANDFIRST)
_BOUND = rf"\b(?:{BINDS})\b[^;]*?\b(?:pour|à|durant|pendant) $"
_TERM = rf"\b(?:{TERMS})(?: [\w'’-]+){{0,3}}? (?:de |d'|pour |à )$"
_PENALTY = r" (?:de |d')(?:prison|réclusion|détention|suspension|inéligibilité|contrat|bail|mandat|arrêt|fermeture|immobilisation|interruption|coupure)"
_UNSERVED = r"\b(?:sursis|ferme|avec une option|option|renouvelable\w*|dont|ramené\w*|réduit\w*|initial\w*|appel|première instance|requis\w*|requér\w*|réclam\w*)\b"


def read(skeleton: Skeleton, article: Article) -> Iterator[tuple[Amount, Amount]]:
    """The headline's time and the body's, where the body knows but one and it is another."""
    titles = [s.span for s in article.text.segments if s.role in _TITLES and not s.masked]
    if not titles or pattern(_UNSERVED).search(skeleton.text):
        return
    above: list[Amount] = []
    below: list[Amount] = []
    for at, amount in skeleton.marks.items():
        if amount.shape is not Shape.DURATION:
            continue
        start, _ = skeleton.sentence(at)
        before = skeleton.text[max(start, at - 90) : at]
        penalty = pattern(_PENALTY).match(skeleton.text, at + 1)
        if any(t.start <= amount.span.start < t.end for t in titles):
            if penalty or pattern(_BOUND).search(before) or pattern(_TERM).search(before):
                above.append(amount)
        elif penalty or pattern(_TERM).search(before):
            below.append(amount)
    for title in above:
        others = [b for b in below if (size := restated(b, title, None)) and not size.meets(title.nominal())]
        if others and len(others) == len(below) and len({b.value for b in below}) == 1:
            yield title, others[0]
