"""A value far out of what is usual: « un EPR de 1 650 GW », « une batterie de voiture de 52 MWh ».

A table of usual ranges, each dated and sourced, is compared with the amounts that follow their subject in
the sentence. A value is reported when it is five times out of the range, never as an error: the table may
date, and a record may be news. A file of one's own may be added (setting ``reference_facts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from relecture.checks.arithmetic import number
from relecture.checks.around import dimension, measuring
from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.prose import sentence_around
from relecture.checks.reference import COUNT, MARK, Fact, compiled
from relecture.checks.subjects import Subjects, subjects
from relecture.fr.magnitudes import MAGNITUDES
from relecture.needles import scan, seek
from relecture.quantities.units import (
    IncommensurableError,
    UnknownUnitError,
    convert,
    exact_factor,
    plain,
    symbol,
)
from relecture.settings import Settings
from relecture.types import Article, Calculation, Finding, Kind, Quantity, Severity, Span, Verdict

RULE = Rule(
    slug="implausible-magnitude",
    code="V04",
    family="V",
    severity=Severity.CHECK,
    title={"fr": "Ordre de grandeur invraisemblable", "en": "Implausible magnitude"},
    why={
        "fr": "La valeur est très loin de ce que l’on connaît du sujet : un préfixe ou une virgule a pu glisser.",
        "en": "The value is far from what is known of the subject: a prefix or a decimal mark may have slipped.",
    },
    messages={
        "default": {
            "fr": "{label} : d’ordinaire {range} ({source}) ; le texte donne {value}. Unité ?",
            "en": "{label}: usually {range} ({source}); the text gives {value}. Unit?",
        }
    },
    flagged=(
        "La berline embarque une batterie de 60 MWh.",
        "Le réacteur, d’une puissance de 1 650 GW, redémarre.",
        "La compacte consomme 17 kWh par kilomètre sur autoroute.",
    ),
    accepted=(
        "La berline embarque une batterie de 60 kWh.",
        "Le réacteur, d’une puissance de 1 650 MW, redémarre.",
        "La compacte consomme 17 kWh aux 100 km sur autoroute.",
    ),
    false_positives=("Un record, un prototype, un objet que la phrase ne nomme qu’à demi.",),
)
_CONFIDENCE = 0.86
#: How far after its subject an amount may stand, and how far before.
_AFTER, _BEFORE = 70, 22
_SOURCE_LENGTH = 44


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence of a quantity, where the quantity stands in it, and where its rivals do."""

    raw: str
    #: The sentence in lower case.
    text: str
    at: int
    end: int
    rivals: tuple[int, ...]
    #: The sentence with `MARK` in the place of the quantity.
    marked: str


class Sentence:
    """A sentence in lower case, with what is asked of it for more than one of its figures."""

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text
        self._named: dict[int, list[Fact]] = {}

    @cached_property
    def apiece(self) -> Sentence:
        """The sentence as its amounts said of each of several read: of « les éoliennes », « une éolienne »."""
        return Sentence(self.span, _several().sub(_one, self.text, count=1))

    @cached_property
    def many(self) -> bool:
        """True when the amounts are those of many things."""
        return _many().search(self.text) is not None

    def named(self, group: Subjects) -> list[Fact]:
        """The facts of *group* whose subject, and what goes with it, is in the sentence."""
        if id(group) not in self._named:
            self._named[id(group)] = [fact for fact in group.named(self.text) if self._fits(fact)]
        return self._named[id(group)]

    def _fits(self, fact: Fact) -> bool:
        """True when the sentence has what *fact* wants, and nothing of what it rules out."""
        text = self.text
        return (
            not (fact.single and self.many)
            # The subject of a framed fact needs the place of the amount.
            and (fact.framed or compiled(fact.subject).search(text) is not None)
            and (not fact.hint or compiled(fact.hint).search(text) is not None)
            and (not fact.context or compiled(fact.context).search(text) is not None)
            and not (fact.veto and compiled(fact.veto).search(text))
        )


def _one_of_many(sentence: str) -> str:
    """*sentence*, at the same length, with « chacun des deux réacteurs » put as « chaque réacteur »."""
    if "chacun" not in sentence:
        return sentence
    return _each().sub(lambda m: f"chaque {m[1]} ".rjust(len(m[0])), sentence)


def _of_each(prose: str, amount: Span) -> bool:
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


def check(article: Article, settings: Settings) -> Iterator[Outcome]:
    """The amounts that are far out of the usual range of their subject."""
    prose, here = article.text.prose, Sentence(Span(0, 0), "")
    for quantity in article.quantities:
        if quantity.vague:
            continue
        counted = quantity.base_kind is Kind.COUNT
        noun = (quantity.noun or "").lower() if counted else ""
        group = subjects(settings.reference_facts, COUNT if counted else quantity.dimension, noun)
        if group is None:
            continue
        span = sentence_around(prose, quantity.span)
        if span is not here.span:
            here = Sentence(span, _one_of_many(span.of(prose).lower()))
        sentence = here.apiece if "chacun" in here.text and _of_each(prose, quantity.span) else here
        said: Said | None = None
        values: dict[str, list[Decimal]] = {}
        for fact in sentence.named(group):
            if fact.unit not in values:
                values[fact.unit] = _values(fact, quantity)
            if not _far(fact, values[fact.unit]):
                continue
            said = said or _said(quantity, article, sentence)
            distance = _distance(fact, said)
            if distance is not None and not any(
                _claims(other, said, distance, values, quantity) for other in sentence.named(group)
            ):
                yield _finding(fact, quantity, article, settings)
                break


def _said(quantity: Quantity, article: Article, sentence: Sentence) -> Said:
    text, first = sentence.text, sentence.span.start
    rivals = (
        q.span.start - first
        for q in measuring(article, dimension(quantity))
        if q is not quantity and sentence.span.contains(q.span)
    )
    at, end = quantity.span.start - first, quantity.span.end - first
    return Said(
        sentence.span.of(article.text.prose), text, at, end, tuple(rivals), f"{text[:at]}{MARK}{text[end:]}"
    )


def _distance(fact: Fact, said: Said) -> int | None:
    """How far the amount is from the fact's subject, ``None`` when it is not the subject's amount."""
    if _hedged().search(said.text, max(0, said.at - 24), said.at):
        return None
    if fact.framed:
        return 0 if seek(compiled(fact.subject), said.marked) is not None else None
    found = [_gap(match, said) for match in scan(compiled(fact.subject), said.text)]
    return min((gap for gap in found if gap is not None), default=None)


def _claims(
    fact: Fact, said: Said, farthest: int, values: dict[str, list[Decimal]], quantity: Quantity
) -> bool:
    """True when the amount is a usual one of a subject that stands nearer than *farthest*."""
    if fact.subject == MARK:
        return False  # a law that holds of everything is nothing's usual value
    if fact.unit not in values:
        values[fact.unit] = _values(fact, quantity)
    if _far(fact, values[fact.unit]) or not values[fact.unit]:
        return False
    distance = _distance(fact, said)
    return distance is not None and distance < farthest


def _gap(match: re.Match[str], said: Said) -> int | None:
    """Characters between the amount and a subject before it, or just after; ``None`` when it is another's."""
    start, end = match.span()
    if _in_a_name(said.raw, start, end):
        return None
    if start < said.at < end:
        return 0
    before = end <= said.at
    low, high = (end, said.at) if before else (said.end, start)
    if not 0 <= high - low <= (_AFTER if before else _BEFORE) or any(low <= r < high for r in said.rivals):
        return None
    across = "," in said.text[low:high]
    if across and not before and (_complement().search(said.text, 0, said.at) or not _opens(said)):
        return None
    return high - low + (_AFTER if across else 0)


def _opens(said: Said) -> bool:
    """True when the amount may be set before its subject: « Avec ses 12 kilos, le chat… », not « qui vaut 12 euros, le chat »."""
    return _relative().search(said.text, 0, said.at) is None


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(r"\b(?:qui|que|dont|où)\b[^,;:]*$")


def _in_a_name(raw: str, start: int, end: int) -> bool:
    """True for a word of a compound, mostly a place: « la Haute-Borne », « Seine-Maritime »."""
    head, tail = raw[max(0, start - 2) : start], raw[end : end + 2]
    return (head[1:] == "-" and head[:1].isalpha()) or (tail[:1] == "-" and tail[1:].isupper())


def _values(fact: Fact, quantity: Quantity) -> list[Decimal]:
    """Every value that *quantity* may have, in the fact's unit."""
    given = list(quantity.readings) or [
        v for v in (quantity.value, quantity.low, quantity.high) if v is not None
    ]
    if fact.unit == COUNT or quantity.unit is None:
        return [abs(v) for v in given]
    try:
        factor = exact_factor(quantity.unit.canonical, fact.unit)
        if factor is not None:
            return [v * factor for v in given]
        return [convert(v, quantity.unit.canonical, fact.unit) for v in given]
    except (IncommensurableError, UnknownUnitError):
        return []


def _far(fact: Fact, values: list[Decimal]) -> bool:
    """True when no value that the writing allows is near the fact's range."""
    return bool(values) and all(v and not fact.too_low <= v <= fact.too_high for v in values)


def _finding(fact: Fact, quantity: Quantity, article: Article, settings: Settings) -> Finding:
    lang = settings.lang
    unit = "" if fact.unit == COUNT else symbol(fact.unit)
    value = plain(_values(fact, quantity)[0])
    usual = (
        f"{number(fact.low, lang)} à {number(fact.high, lang, unit)}"
        if lang == "fr"
        else (f"{number(fact.low, lang)} to {number(fact.high, lang, unit)}")
    )
    nearest = fact.high if value > fact.high else fact.low
    thousand = nearest > 0 and value > 0 and abs((value / nearest).log10()) >= Decimal("1.7")
    return finding(
        RULE,
        settings,
        [evidence(article, quantity.span, mention=quantity.id)],
        confidence=_CONFIDENCE,
        severity=Severity.WARNING if thousand else None,
        calculation=Calculation(
            relation=f"{fact.source} ({fact.year})",
            stated=number(value, lang, unit),
            expected=usual,
            verdict=Verdict.INCONSISTENT,
        ),
        label=fact.label[0 if lang == "fr" else 1],
        range=usual,
        source=_short(fact.source),
        value=number(value, lang, unit),
    )


def _short(source: str) -> str:
    """The name of the source, without its figures."""
    name = source.partition(" (")[0].partition(" ; ")[0]
    return name if len(name) <= _SOURCE_LENGTH else name[: _SOURCE_LENGTH - 1].rstrip(" ,;") + "…"


@cache
def _many() -> re.Pattern[str]:
    """A sentence that speaks of many: its amount is a sum."""
    return re.compile(
        r"\b(?:millions? d|milliers d|centaines? d|dizaines? d|milliards? d|flotte|filière|secteur|usines?|gigafactory|au total|en tout"
        r"|ensemble|cumul\w*|annuels?|annuelles?|chaque année|industrie|marché mondial|pays|monde|europe|tous les|toutes les)"
    )


@cache
def _complement() -> re.Pattern[str]:
    """The amount says the size of something else: « sur une prise renforcée de 2,3 kW, la citadine »."""
    magnitudes = "|".join(sorted({name for magnitude in MAGNITUDES for name in magnitude.names}))
    return re.compile(
        rf"\b(?:une?|d'une?|cette|l[ea]) (?!(?:{magnitudes})\b)[\w-]+(?: (?!à\b|au\b)[\w-]+){{0,2}} (?:de |d')$"
    )


@cache
def _hedged() -> re.Pattern[str]:
    # An amount that something gains or loses is none of its own.
    return re.compile(
        r"(?:fois|et non|au lieu de|plutôt que|jamais|équivalent de|de plus|de moins)\s"
        r"|\b(?:perd|gagn|cèd|cédé|lâch|recul|progress|augment|baiss|hausse|grimp|repr[ei]|abandonn|chut|bond|renchéri)\w*\s(?:de\s|d'|encore\s)?$"
    )
