"""Mentions: the amounts that two places of an article may both state, with the words around each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from relecture.needles import scan
from relecture.relations.amounts import Amount, Shape
from relecture.relations.likeness import content
from relecture.relations.skeleton import Skeleton, pattern
from relecture.types import Article, Kind, SegmentRole, Span

_TITLES = (SegmentRole.HEADLINE, SegmentRole.STANDFIRST)
#: A bare number is taken for money from here on.
SCALED = Decimal(10) ** 6
#: Words that say outright that the two figures are not the same fact.
_CONTRAST = (
    r"\b(?:vitesse retenue|contre|fois|encore|voisin\w*|rival\w*|concurrent\w*|homologue|désormais|initialement|au lieu|révis\w+|revu\w*|port(?:é|ée|és|ant)|prévision\w*|prévoyait"
    r"|l'an dernier|l'an passé|précédent\w*|auparavant|autres?|supplémentaires?|chacun\w*|dont|plus que|moins que|de plus|de moins"
    r"|hausse|baisse|augment\w+|diminu\w+|finalement|seul\w*|restant\w*|reste\w*|parmi|selon les (?:syndicats|organisateurs)"
    r"|par (?:personne|habitant|foyer|tête))\b"
)
#: The same when they are about time or sources: the figure itself may have changed.
_SHIFT = (
    r"\b(?:contre|encore|désormais|initialement|au lieu|révis\w+|revu\w*|port(?:é|ée|és|ant)|prévision\w*|prévoyait|l'an dernier"
    r"|l'an passé|précédent\w*|auparavant|hausse|baisse|augment\w+|diminu\w+|finalement|selon les (?:syndicats|organisateurs)"
    r"|d'abord|à terme|objectif|vis(?:e|ent|ait)|jusqu'à|promis\w*|espér\w+|autrefois|jadis|à l'époque|naguère)\b"
)
#: « l'an dernier », « mardi dernier » date a figure; « les 12 derniers » are a part.
_TERMS = "an|année|mois|semaine|week-end|trimestre|semestre|exercice|saison|été|hiver|automne|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
#: Beside an amount, words that make it a part, or a part of something else.
_PART_BEFORE = r"\b(?:dont|parmi(?! (?:les|ces|ses|leurs) .?$)|parmi lesquel\w+|outre|seuls?|autres?|plus|moins|en plus|chacun\w*|par|sauf|hormis|premi\w+|derni\w+|près)(?: (?:les|de|des|ces|d'))?.?$"
_PART_AFTER = (
    rf"(?! ?(?:[\w'-]+ )?(?:[\w-]+')?(?:{_TERMS}) derni)"
    r" ?(?:(?:[\w'-]+ ){0,2}(?:autres?|supplémentaires?|restant\w*|de plus|de moins|chacun\w*|par (?:personne|habitant|foyer|tête)|premi\w+|derni\w+|sur les? (?=<A>))|sur les?\b)(?!\w)"
)
#: The same inside the amount: « les 16 premières stations ».
_PART_WITHIN = r" (?:premi|derni|autres )(?![^\W\d]+ (?:{_TERMS}))".replace("{_TERMS}", _TERMS)
#: Words that may only set a scene: they break the link between figures that hardly look alike.
_NUANCE = (
    r"\b(?:puis|prévu\w*|ancien\w*|ensuite|avant|après|depuis|d'ici|moyenne|record|nouveaux?|nouvelles?|notamment|environ la"
    r"|total|minimum|maximum|jusqu'à|objectif|vise\w*|d'abord|à terme|phase)\b"
)
#: A demonstrative, the noun that takes up what was told, and its measure.
#: « ce mois-là » is a time of its own.
_THEN = r"\b(?:mois|jour|année|semaine|soir|nuit|matin|été|hiver|automne|printemps|saison)-là\b"
_HEADED = r"\b(?:ce|cet|cette|ces|ledit|ladite) (?!an|mois|jour|semaine|été|hiver|automne|printemps|soir|matin)[^\W\d]+(?: [^\W\d]+)? (?:de |d')<d>$|(?<!au total, )(?<!en tout, )\b(?:ce sont|c'est) (?:donc |ainsi |bien )?<d>$|\b(?:une? tel(?:le)?|pareille?|cette|ce|cet) [^\W\d]+ \($"
#: « 36 milliards, c'est plus que… ».
_RESUMED = r",? ?(?:ce n'est|c'est|c'était|cela|ça)\b"
#: What un or une counts in a headline (« un mort, trois blessés »).
_VICTIMS = r"\b(?P<n>une?) (?P<noun>morte?|blessée?|tuée?|disparue?|victime|otage|interpellation|arrestation|décès|noyée?)\b(?! (?:par|sur|après|dans la nuit))"
_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain midi minuit matin soir".split()
)


class Sentence:
    """A sentence of the reduced text, read as far as it is asked."""

    def __init__(self, skeleton: Skeleton, start: int, end: int, *, title: bool) -> None:
        self.skeleton, self.start, self.end, self.title = skeleton, start, end, title
        self.text = skeleton.text[start:end]

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its content words."""
        return content(self.text)

    @cached_property
    def times(self) -> frozenset[str]:
        """Its weekdays, its hours and its years."""
        dates = (a for _, a in self.skeleton.amounts_between(self.start, self.end) if a.shape is Shape.DATE)
        then = ("-là",) if pattern(_THEN).search(self.text) else ()
        return frozenset(
            (*then, *(w for w in _WEEKDAYS if w in self.text), *(str(a.value) for a in dates if a.value))
        )

    @cached_property
    def clock(self) -> frozenset[str]:
        """The hours and minutes that it tells: « 11h05 »."""
        return (
            frozenset(pattern(r"\b\d{1,2} ?h ?\d\d\b").findall(self.text)) if "h" in self.text else frozenset()
        )

    @cached_property
    def contrast(self) -> bool:
        """True when it opposes two things or two times."""
        return pattern(_CONTRAST).search(self.text) is not None

    @cached_property
    def nuance(self) -> bool:
        """True when it says its figure is not the only one."""
        return pattern(_NUANCE).search(self.text) is not None

    @cached_property
    def shift(self) -> bool:
        """True when it says that a figure has moved."""
        return pattern(_SHIFT).search(self.text) is not None


class Place:
    """An amount in its sentence. Of an amount that stands *alone* (« un mort ») nothing is read around.

    ``definite`` after « les », ``pointed`` after « ces »; ``contrast``, ``nuance`` and ``shift`` are said of its
    sentence, ``part`` of itself (« dont 12 », « les 12 restants »); ``label`` holds the stems of what it is
    the measure of (« une amende de 4 millions », « 14 tonnes de cuivre »), ``tail`` the words that follow.
    """

    def __init__(self, amount: Amount, at: int, sentence: Sentence, *, alone: bool = False) -> None:
        self.amount, self.at, self.sentence, self.alone = amount, at, sentence, alone
        self.title, self.text = sentence.title, sentence.skeleton.text
        #: The stems of the sentence; one object for all its places.
        self.words: frozenset[str] = frozenset() if alone else sentence.words

    def measuring(self, amount: Amount) -> Place:
        """The same place with another *amount*."""
        return Place(amount, self.at, self.sentence, alone=self.alone)

    @property
    def times(self) -> frozenset[str]:
        """The times of the sentence."""
        return self.sentence.times

    @property
    def contrast(self) -> bool:
        """Said of the sentence."""
        return self.sentence.contrast

    @property
    def nuance(self) -> bool:
        """Said of the sentence."""
        return not self.alone and self.sentence.nuance

    @property
    def shift(self) -> bool:
        """Said of the sentence."""
        return not self.alone and self.sentence.shift

    def moved(self, *but: str) -> bool:
        """True when words other than *but* say that a figure has moved: « jusqu'à » may say how long."""
        return self.shift and self._holds(_SHIFT, but)

    def opposed(self, *but: str) -> bool:
        """True when words other than *but* oppose two things or two times."""
        return self.contrast and self._holds(_CONTRAST, but)

    def _holds(self, words: str, but: tuple[str, ...]) -> bool:
        return any(word not in but for word in pattern(words).findall(self.sentence.text))

    @cached_property
    def definite(self) -> bool:
        """True after « les », « ses »…"""
        return self._preceded(r"\b(?:les|ces|ses|leurs|aux|des) $")

    @cached_property
    def owned(self) -> bool:
        """True after « ses », « leurs »."""
        return self._preceded(r"\b(?:ses|leurs) $")

    @cached_property
    def shown(self) -> bool:
        """True after « ces » itself."""
        return self._preceded(r"\b(?:ces|cette|ce|lesdit\w+) $")

    @cached_property
    def pointed(self) -> bool:
        """True after « ces », « cette »…, and in « ce trou de »."""
        return (
            self.shown
            or pattern(_RESUMED).match(self.text, self.at + 1) is not None
            or (not self.alone and pattern(_HEADED).search(self.text, self._before(34), self.at) is not None)
        )

    @cached_property
    def period(self) -> str:
        """« an » after « par an »."""
        found = (
            None if self.alone else pattern(r" par (an|mois|jour|semaine|heure)").match(self.text, self.at + 1)
        )
        return found[1] if found else ""

    @cached_property
    def part(self) -> bool:
        """True for a part of something told before."""
        own = self.amount.quantity.text if self.amount.quantity is not None else ""
        return not self.alone and (
            pattern(_PART_WITHIN).search(own) is not None
            or pattern(_PART_BEFORE).search(self.text, self._before(18), self.at) is not None
            or pattern(_PART_AFTER).match(self.text, self.at + 1) is not None
        )

    @cached_property
    def label(self) -> frozenset[str]:
        """The stems of the nouns beside it."""
        if self.alone:
            return frozenset()
        before = pattern(r"([^\W\d_]+) (?:de |d'|à )$").search(self.text, self._before(30), self.at)
        after = pattern(r" (?:de |d'|du )(?:la |l')?([^\W\d_]+)").match(self.text, self.at + 1)
        return content(" ".join(m[1] for m in (before, after) if m))

    @cached_property
    def tail(self) -> str:
        """What follows up to a punctuation mark or another amount."""
        gap = pattern(r"[^,;:()<A>]{0,60}".replace("<A>", "\ue000-\ue0ff"))
        found = None if self.alone else gap.match(self.text, self.at + 1, self.sentence.end)
        return found[0] if found else ""

    def _before(self, reach: int) -> int:
        return max(self.sentence.start, self.at - reach)

    def _preceded(self, words: str) -> bool:
        return not self.alone and pattern(words).search(self.text, self._before(12), self.at) is not None


def places(skeleton: Skeleton, article: Article) -> Iterator[Place]:
    """The amounts that may be those of one fact told twice, then the victims that an article counts."""
    titles = [s.span for s in article.text.segments if s.role in _TITLES and not s.masked]
    for start, end in skeleton.sentences():
        where = skeleton.offsets[start]
        sentence = Sentence(skeleton, start, end, title=any(t.start <= where < t.end for t in titles))
        for at, amount in skeleton.amounts_between(start, end):
            if _comparable(amount):
                yield Place(amount, at, sentence)
            elif amount.shape is Shape.BARE and _people(skeleton, at, start):
                yield Place(replace(amount, shape=Shape.COUNT, noun="personne"), at, sentence)
    yield from _victims(skeleton, titles)


def _people(skeleton: Skeleton, at: int, start: int) -> bool:
    """True for « Ils étaient 15 000 dans les rues »."""
    lead = pattern(r"\b(?:ils|elles) (?:n')?(?:étaient|sont|seront|furent) $")
    return lead.search(skeleton.text, max(start, at - 22), at) is not None


def _victims(skeleton: Skeleton, titles: list[Span]) -> Iterator[Place]:
    for match in scan(pattern(_VICTIMS), skeleton.text):
        span = skeleton.span(match)
        one = Decimal(1)
        amount = Amount(
            id=f"{span.start}-{span.end}",
            span=span,
            shape=Shape.COUNT,
            value=one,
            ulp=one,
            zeros=one,
            noun=match["noun"],
        )
        title = any(t.start <= span.start < t.end for t in titles)
        sentence = Sentence(skeleton, *skeleton.sentence(match.start()), title=title)
        yield Place(amount, match.start(), sentence, alone=True)


def _comparable(amount: Amount) -> bool:
    if amount.low is not None or amount.shape in (
        Shape.DATE,
        Shape.TIMES,
        Shape.FRACTION,
        Shape.POINTS,
        Shape.DURATION,
    ):
        return False
    if amount.shape is Shape.BARE:
        return amount.value >= SCALED  # « 45 milliards » in a headline
    return amount.quantity is not None and amount.quantity.kind is not Kind.RANGE
