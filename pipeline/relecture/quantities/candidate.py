"""Reading what starts at one number: a quantity, a list of quantities that share a unit, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from relecture.quantities import ranges, traps
from relecture.quantities.articles import article_is_number
from relecture.quantities.counts import means_money, read_noun
from relecture.quantities.draft import Draft
from relecture.quantities.durations import read_composite
from relecture.quantities.grammar import UnitRead, read_unit
from relecture.quantities.money import read_money
from relecture.quantities.numbers import Number, read_number
from relecture.quantities.shares import read_share

_HALF = re.compile(r" et (?P<h>demie?|quart)(?!\w)")
_DEMI = re.compile(r"(?:(?:une?|deux|trois) )?demi[- ](?=\w)", re.I)
_TIMES = re.compile(r" (?:\w+ )?fois(?P<half> et demie?)?(?!\w)")
_SIGN = re.compile(r"(?:^|(?<=[\s(\[«:/,;]))(?P<sign>[-–+])(?P<gap> ?)$")
_SIGNED_AFTER = re.compile(
    r"(?:\(|(?<!\w)(?:à|de|d'|par|puis|et|soit|est|était|contre|sous|entre|vers|atteint|:)) ?$", re.I
)


def read_candidate(text: str, at: int, *, floor: int) -> tuple[list[Draft], int]:
    """The drafts that open at *at*, and the offset from which reading may go on.

    *floor* is the end of what was read before: no sign or currency symbol is taken from there.
    """
    if not _may_open(text, at):
        return [], at + 1
    composite = read_composite(text, at)
    if composite is not None:
        return composite.drafts, composite.end
    demi = _demi(text, at)
    if demi is not None:
        return [demi], demi.end
    number = read_number(text, at)
    if number is None:
        return [], _skip(text, at)
    money = read_money(text, at, number, floor)
    if money is not None:
        return [_signed(text, money, floor)], money.end
    several = ranges.read_range(text, number) or ranges.read_list(text, number)
    if several:
        return [_signed(text, several[0], floor), *several[1:]], several[-1].end
    draft = read_share(text, number) or _single(text, number)
    if draft is None:
        return [], number.end
    return [_signed(text, draft, floor)], draft.end


def _may_open(text: str, at: int) -> bool:
    """False in the middle of a word or code (« A380 », « Covid-19 », « 3-1 »)."""
    if at == 0:
        return True
    before = text[at - 1]
    if before.isalnum() or before in "_°\\":
        return False
    if at > 1 and before in "-/.,:'" and (text[at - 2].isalnum()):
        # « l'une », « d'1,5 » keep their number; « mi-2024 », « 12/02 », « 3.5.1 » do not.
        return before == "'" and text[at - 2].isalpha()
    return True


def _skip(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    return max(end, at + 1)


def _single(text: str, number: Number) -> Draft | None:
    unit = _unit(text, number)
    if unit is not None:
        if number.small_word and not article_is_number(text, number.start, unit):
            return None
        return _with_half(text, Draft(number.start, unit.end, number, unit=unit))
    if number.form == "vague" and not number.scaled:
        return None
    if number.form == "fraction":
        return Draft(number.start, number.end, number) if fraction_stands(text, number) else None
    times = _TIMES.match(text, number.end)
    if times is not None and (times["half"] or not number.small_word):
        half = Decimal("0.5") if times["half"] else Decimal(0)
        return Draft(number.start, times.end(), number, times=True, extra=half)
    return count(text, number)


def count(text: str, number: Number) -> Draft | None:
    """A count, or a scaled number whose unit is understood (« 77,2 millions »)."""
    if number.small_word or traps.label_before(text, number.start):
        return None
    single = "," in number.text and number.value is not None and number.value < 2
    noun = read_noun(text, number.end, of=number.scaled, single=single)
    if noun is not None and number.scale >= 1_000_000 and means_money(noun):
        return Draft(number.start, number.end, number, understood=True)
    # « Cattenom 1 gagne », a name; « Suivent deux marques », a sentence.
    named = number.form == "digits" and not number.scaled and traps.name_before(text, number.start)
    if noun is not None and not named:
        return Draft(number.start, noun.end, number, noun=noun)
    if number.scaled and number.scale >= Decimal(1_000_000) and noun is None:
        return Draft(number.start, number.end, number, understood=True)
    return None


def _unit(text: str, number: Number) -> UnitRead | None:
    unit = read_unit(
        text, number.end, of=number.scaled or number.form == "fraction", glued=number.form == "digits"
    )
    if unit is None:
        return None
    if number.form == "fraction" and not text[number.end : unit.start].strip() and "et demi" not in number.text:
        # « un quart d'heure » has a unit; « un tiers heures » is nothing.
        return None if number.text[0].isalpha() else unit
    return unit


def fraction_stands(text: str, number: Number) -> bool:
    """False for « un cinquième mandat », « quarts de finale », « un tiers de confiance »."""
    after = text[number.end : number.end + 14].lower()
    if re.match(
        r"(?:s? de finale|-| temps\b| de confiance| payant| monde\b| d'heure américain| état\b)", after
    ):
        return False
    if number.text.lower().endswith("ième") and re.match(r" (?!des? |du |d'|de l)[^\W\d_]", after):
        return False
    before = text[max(0, number.start - 3) : number.start].lower()
    return not (number.text.lower() == "moitié" and before.endswith("à "))


def _with_half(text: str, draft: Draft) -> Draft:
    half = _HALF.match(text, draft.end)
    if half is None or draft.number.value is None:
        return draft
    return replace(draft, end=half.end(), extra=Decimal("0.25") if half["h"] == "quart" else Decimal("0.5"))


def _demi(text: str, at: int) -> Draft | None:
    """« un demi-litre », « une demi-heure », « demi-siècle »."""
    match = _DEMI.match(text, at)
    if match is None:
        return None
    unit = read_unit(text, match.end(), glued=False)
    if unit is None or unit.start != match.end():
        return None
    first = match[0].split("demi")[0].strip().lower()
    value = {"deux": Decimal(1), "trois": Decimal("1.5")}.get(first, Decimal("0.5"))
    number = Number(at, match.end() - 1, value, "fraction", text=match[0].strip(" -"))
    return Draft(at, unit.end, number, unit=unit)


def _signed(text: str, draft: Draft, floor: int) -> Draft:
    """*draft* with the sign that stands before it; a dash that separates or bullets is none."""
    if draft.number.form != "digits" or draft.number.start != draft.start:
        return draft
    at = max(floor, draft.start - 24)
    match = _SIGN.search(text, at, draft.start)
    if match is None:
        return draft
    before = text[at : match.start("sign")]
    if match["sign"] != "+" and match["gap"] and not _SIGNED_AFTER.search(before):
        return draft
    if before.rstrip(" ")[-1:].isdigit() or (match["sign"] != "-" and not match["gap"] and not before.strip()):
        return draft
    return replace(draft, start=match.start("sign"), negative=match["sign"] != "+")
