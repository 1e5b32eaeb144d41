"""A sentence as `implausible-magnitude` reads it: which facts it speaks of, and whether of one thing or of many."""

from __future__ import annotations

import re
from functools import cache, cached_property

from relecture.checks.reference import Fact, compiled
from relecture.checks.subjects import Subjects, beginnings
from relecture.types import Span


class Sentence:
    """A sentence in lower case, with what is asked of it for more than one of its figures."""

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text
        self._named: dict[Subjects, list[Fact]] = {}
        self._fitting: dict[int, bool] = {}

    @cached_property
    def apiece(self) -> Sentence:
        """The sentence as its amounts said of each of several read: of « les éoliennes », « une éolienne »."""
        return Sentence(self.span, _several().sub(_one, self.text, count=1))

    @cached_property
    def _begun(self) -> frozenset[str]:
        return beginnings(self.text)

    @cached_property
    def many(self) -> bool:
        """True when the amounts are those of many things."""
        return _many().search(self.text) is not None

    def named(self, group: Subjects) -> list[Fact]:
        """The facts of *group* whose subject may be in the sentence, as far as a few letters can tell."""
        if group not in self._named:
            self._named[group] = group.named(self.text, self._begun)
        return self._named[group]

    def fits(self, fact: Fact) -> bool:
        """True when the sentence has what *fact* wants, and nothing of what it rules out."""
        known = self._fitting.get(id(fact))
        if known is None:
            known = self._fitting[id(fact)] = self._fits(fact)
        return known

    def _fits(self, fact: Fact) -> bool:
        text = self.text
        return (
            not (fact.single and self.many)
            # The subject of a framed fact needs the place of the amount.
            and (fact.framed or compiled(fact.subject).search(text) is not None)
            and (not fact.hint or compiled(fact.hint).search(text) is not None)
            and (not fact.context or compiled(fact.context).search(text) is not None)
            and not (fact.veto and compiled(fact.veto).search(text))
        )


def one_of_many(sentence: str) -> str:
    """*sentence*, at the same length, with « chacun des deux réacteurs » put as « chaque réacteur »."""
    if "chacun" not in sentence:
        return sentence
    return _each().sub(lambda m: f"chaque {m[1]} ".rjust(len(m[0])), sentence)


def of_each(prose: str, amount: Span) -> bool:
    """True for « 4 MW chacune », « chacune environ 4 MW »."""
    return (
        prose.startswith((" chacun", " pour chacun"), amount.end)
        or _each_before().search(prose, max(0, amount.start - 30), amount.start) is not None
    )


@cache
def _each_before() -> re.Pattern[str]:
    return re.compile(r"\bchacune? (?:(?!des?\b)\w+ ){0,2}$")


def _one(several: re.Match[str]) -> str:
    return f"une {several[1]}".rjust(len(several[0]))


@cache
def _several() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bde )(?<!\bd')\b(?:[cls]es|leurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w{4,}(?:ze|te)|\d+) (?:nouvelles |nouveaux |deux |trois |quatre |six )?([^\W\d_]{3,})[sx]\b"
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(r"\bchacune? (?:des|de [cslnv]\w+) (?:[\w'-]+ )?([^\W\d_]{2,})[sx]\b")


@cache
def _many() -> re.Pattern[str]:
    """A sentence that speaks of many: its amount is a sum."""
    return re.compile(
        r"\b(?:(?:millions?|milliers|centaines?|dizaines?|milliards?) d(?!e (?:kilom|km\b|mètres|m\b|litres|kilos|kg\b|tonnes|watts|heures|minutes|secondes|jours|mois|degrés)|'(?:euros|heures|années))|flotte|filière|secteur|usines?|gigafactory|au total|en tout"
        r"|ensemble|cumul\w*|annuels?|annuelles?|chaque année|industrie|marché mondial|pays|monde|europe|tous les|toutes les)"
    )
