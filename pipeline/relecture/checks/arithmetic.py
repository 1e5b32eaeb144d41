"""What the arithmetic checks share: judging a stated amount against a computed one, and saying so.

A check computes what the other operands imply (`Bounds`), gives it here with what is stated, and gets
back the finding or the verification that the verdict calls for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from relecture.checks.base import Outcome, Rule, evidence, finding
from relecture.checks.rivals import rivalled
from relecture.memo import kept
from relecture.relations.amounts import Amount
from relecture.relations.bounds import Bounds, compare, near_power_of_ten
from relecture.settings import Settings
from relecture.types import (
    Article,
    Calculation,
    Evidence,
    Relation,
    RelationKind,
    Severity,
    Span,
    Verdict,
    Verification,
)

#: Confidence of a finding whose trigger is explicit, then of one that rests on the order of the words.
EXPLICIT = 0.96
READ = 0.88
#: Confidence of a borderline verdict, shown with ``--strict`` alone.
BORDERLINE = 0.80
_NARROW = "\u202f"
_NBSP = "\u00a0"
_LONGEST = 34
#: How many times over a stated value may be wrong and still be a slip about the same figures.
_FARTHEST = Decimal(10)


def relations(article: Article, kind: RelationKind, *forms: str) -> Iterator[Relation]:
    """The relations of *kind*, of one of *forms* when any is given."""
    for relation in _by_kind(article).get(kind, ()):
        if not forms or relation.attributes["form"] in forms:
            yield relation


@kept
def _by_kind(article: Article) -> dict[RelationKind, tuple[Relation, ...]]:
    found: dict[RelationKind, list[Relation]] = {}
    for relation in article.relations:
        found.setdefault(relation.kind, []).append(relation)
    return {kind: tuple(relations) for kind, relations in found.items()}


def kindest(found: Iterable[Relation], verdict: Callable[[Relation], Verdict]) -> Iterator[Relation]:
    """One relation for each statement: the one that agrees with it, none where several pairs disagree.

    Several pairs of values near one statement leave open which of them it speaks of.
    """
    grouped: dict[Span | None, list[Relation]] = {}
    for relation in found:
        grouped.setdefault(relation.trigger, []).append(relation)
    for rivals in grouped.values():
        agreeing = [r for r in rivals if verdict(r) is not Verdict.INCONSISTENT]
        if agreeing or len(rivals) == 1:
            yield (agreeing or rivals)[0]


def judged(
    rule: Rule,
    article: Article,
    settings: Settings,
    operands: Sequence[Amount],
    stated: Bounds,
    expected: Bounds,
    /,
    key: str = "default",
    *,
    relation: str,
    explicit: bool = True,
    unit: str = "",
    diagnosis: str | None = None,
    severity: Severity | None = None,
    suggestion: str | None = None,
    verdict: Verdict | None = None,
    matched: bool = False,
    holds: Callable[..., bool] | None = None,
    wide: bool = False,
    **values: str,
) -> Iterator[Outcome]:
    """The outcome of comparing *stated* with *expected*: a finding, a verification, or nothing.

    A borderline verdict is a finding with ``settings.strict``, a verification otherwise. An operand with
    several readings must be judged by the caller, which gives the *verdict* that holds for all. Values too far
    apart to be a slip, and that no cause explains, decide nothing: they do not speak of the same thing, unless
    they are *matched* by what they measure; nor does a figure that a neighbour replaces so well that *holds*,
    which takes amounts like the *operands*, is true of them (see `rivals`): one of their sentences, or of those
    around where the relation is not *explicit*, or *wide*.
    """
    decided = verdict or compare(stated, expected)
    if decided is Verdict.INCONSISTENT and (
        (not matched and _unrelated(stated.value, expected.value))
        or (holds is not None and rivalled(article, operands, holds, around=wide or not explicit))
    ):
        decided = Verdict.UNVERIFIABLE
    calculation = Calculation(
        relation=relation,
        stated=number(stated.value, settings.lang, unit),
        expected=number(expected.value, settings.lang, unit),
        verdict=decided,
        diagnosis=diagnosis,
    )
    items = operand_evidence(article, operands)
    shown: dict[str, Any] = {
        "stated": number(stated.value, settings.lang, unit),
        "expected": number(expected.value, settings.lang, unit),
        "diagnosis": diagnosis or "",
        **values,
    }
    wrong = decided is Verdict.INCONSISTENT
    if wrong or (decided is Verdict.BORDERLINE and settings.strict):
        confidence = (EXPLICIT if explicit else READ) if wrong else BORDERLINE
        yield finding(
            rule,
            settings,
            items,
            key,
            confidence=confidence,
            severity=severity
            or (None if wrong and explicit else Severity.WARNING if wrong else Severity.CHECK),
            calculation=calculation,
            suggestion=suggestion,
            **shown,
        )
    else:
        yield Verification(
            slug=rule.slug,
            message=_agreement(calculation, settings.lang),
            evidence=tuple(items),
            calculation=calculation,
        )


def _unrelated(stated: Decimal, expected: Decimal) -> bool:
    """True for values so far apart, without a cause that explains it, that the figures were ill matched.

    A writer's slip is a few units, a digit, an inverted base, a prefix; many times over, the figures that were
    compared do not speak of the same thing.
    """
    if not stated or not expected or power_of_ten(stated, expected):
        return False
    return not 1 / _FARTHEST < abs(stated / expected) < _FARTHEST


def _agreement(calculation: Calculation, lang: str) -> str:
    if calculation.verdict is Verdict.VERIFIED:
        said = {"fr": "Vérifié{c} {relation}, écrit {stated}", "en": "Verified: {relation}, written {stated}"}
    else:
        said = {
            "fr": "Non tranché{c} {relation}, écrit {stated}",
            "en": "Not decided: {relation}, written {stated}",
        }
    return said[lang].format(c=f"{_NBSP}:", relation=calculation.relation, stated=calculation.stated)


def operand_evidence(article: Article, operands: Sequence[Amount]) -> list[Evidence]:
    """Evidence for every operand, in text order, each once."""
    spans = sorted({(a.span, a.quantity.id if a.quantity else a.id) for a in operands})
    return [evidence(article, span, mention=mention) for span, mention in spans]


def surface(article: Article, amount: Amount, lang: str) -> str:
    """*amount* as written, or its value and unit when the writing is long."""
    written = " ".join(amount.span.of(article.text.raw).split())
    return written if len(written) <= _LONGEST else number(amount.value, lang, symbol(amount))


def symbol(amount: Amount) -> str:
    """The symbol of the unit of *amount*; empty when it has none."""
    return amount.unit.symbol if amount.unit else ""


def number(value: Decimal, lang: str, unit: str = "", digits: int = 4) -> str:
    """*value* at *digits* significant digits in the typography of *lang*, with its unit.

    French: decimal comma, thousands apart by U+202F, U+00A0 before the unit. An integer keeps all its digits.
    """
    whole = value == value.to_integral_value() and abs(value) < Decimal(10) ** 7
    rounded = value if whole else Context(prec=digits, rounding=ROUND_HALF_EVEN).create_decimal(value)
    scaled, word = (rounded, "") if whole else _scaled(rounded, lang)
    text = f"{scaled:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if lang == "fr":
        text = text.replace(",", _NARROW).replace(".", ",").replace("-", "−")
    if word:
        text += _NBSP + word
        if unit and lang == "fr" and unit.isalpha() is False:
            return text + _NBSP + unit
    if not unit:
        return text
    return text + ("%" if unit == "%" and lang == "en" else _NBSP + unit)


def _scaled(value: Decimal, lang: str) -> tuple[Decimal, str]:
    size = abs(value)
    if size < 10**7:
        return value, ""
    power, one, many = next(
        (p, o, m)
        for p, o, m in (
            (12, "billion", "billions") if lang == "fr" else (12, "trillion", "trillion"),
            (9, "milliard", "milliards") if lang == "fr" else (9, "billion", "billion"),
            (6, "million", "millions") if lang == "fr" else (6, "million", "million"),
        )
        if size >= 10**p
    )
    small = value / Decimal(10) ** power
    return small, one if abs(small) < 2 else many


# ---------------------------------------------------------------- diagnosis

#: Factors that name a cause: joule and watt-hour, power and yearly energy, hours, minutes, miles.
_FACTORS: tuple[tuple[str, str, str], ...] = (
    ("3.6", "facteur 3,6 (joule et wattheure)", "factor of 3.6 (joule and watt-hour)"),
    ("8760", "facteur 8 760 (heures d’une année)", "factor of 8,760 (hours in a year)"),
    ("24", "facteur 24 (heures d’un jour)", "factor of 24 (hours in a day)"),
    ("60", "facteur 60 (minutes et secondes)", "factor of 60 (minutes and seconds)"),
    ("2.589988", "conversion faite à l’envers (miles)", "converted the wrong way (miles)"),
)


#: Just beyond 10 ** ±0.008: no need of a logarithm outside.
_CLOSE_LOW, _CLOSE_HIGH = Decimal("0.98"), Decimal("1.02")


def power_of_ten(stated: Decimal, expected: Decimal) -> int:
    """The power of ten between two values, 0 when there is none (tolerance 0.02 on the logarithm)."""
    if not stated or not expected or (stated < 0) != (expected < 0):
        return 0
    ratio = stated / expected
    if not near_power_of_ten(ratio):
        return 0
    log = ratio.log10()
    nearest = int(log.to_integral_value())
    return nearest if nearest and abs(log - nearest) < Decimal("0.02") else 0


def factor_text(power: int, lang: str) -> str:
    """« facteur 1 000 », « factor of 10 »."""
    if abs(power) > 6:
        return f"facteur 10^{abs(power)}" if lang == "fr" else f"factor of 10^{abs(power)}"
    size = number(Decimal(10) ** abs(power), lang)
    return f"facteur {size}" if lang == "fr" else f"factor of {size}"


def diagnose(stated: Decimal, expected: Decimal, lang: str) -> str | None:
    """The named cause of a gap: a power of ten, or a factor of a confusion of units."""
    power = power_of_ten(stated, expected)
    if power:
        return factor_text(power, lang)
    if not stated or not expected or (stated < 0) != (expected < 0):
        return None
    ratio = stated / expected
    for factor, fr, en in _FACTORS:
        for inverse in (False, True):
            close = ratio * Decimal(factor) if inverse else ratio / Decimal(factor)
            if _CLOSE_LOW < close < _CLOSE_HIGH and abs(close.log10()) < Decimal("0.008"):
                return fr if lang == "fr" else en
    return None
