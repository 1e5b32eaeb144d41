"""The arithmetic that an article rests on, written beside it and computed by a test.

A claim is ``EXPRESSION ~ NUMBER`` (equal within one unit of the last digit written), ``= NUMBER``
(exactly), ``< NUMBER`` or ``> NUMBER``; or a date, ``2025-02-12 mercredi``.
"""

from __future__ import annotations

import ast
import datetime
import operator
import re
from collections.abc import Callable
from fractions import Fraction

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre")  # fmt: skip
_CLAIM = re.compile(r"(?P<left>[^~=<>]+)(?P<sign>[~=<>])\s*(?P<right>-?[\d.]+)\s*(?:#.*)?")
_FULL_DATE = re.compile(
    rf"({'|'.join(WEEKDAYS)})\s(\d{{1,2}})(?:er)?\s({'|'.join(MONTHS)})(?:\s(\d{{4}}))?", re.I
)
_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def holds(claim: str) -> bool:
    """Whether the claim is true; raises `ValueError` when it is not a claim."""
    day = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\w+)", claim.strip())
    if day:
        return WEEKDAYS[datetime.date.fromisoformat(day[1]).weekday()] == day[2]
    match = _CLAIM.fullmatch(claim)
    if not match:
        raise ValueError(f"not a claim: {claim}")
    left, right = _compute(ast.parse(match["left"].strip(), mode="eval").body), Fraction(match["right"])
    decimals = len(match["right"].partition(".")[2])
    if match["sign"] == "~":
        return abs(left - right) <= Fraction(1, 10**decimals)
    return {"=": left == right, "<": left < right, ">": left > right}[match["sign"]]


def _compute(node: ast.expr) -> Fraction:
    match node:
        case ast.BinOp(left, ast.Pow(), ast.Constant(int(power))):
            return _compute(left) ** power
        case ast.BinOp(left, sign, right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](_compute(left), _compute(right))
        case ast.UnaryOp(ast.USub(), value):
            return -_compute(value)
        case ast.Constant(int(number) | float(number)):
            return Fraction(str(number))
    raise ValueError(f"not arithmetic: {ast.dump(node)}")


def wrong_dates(text: str, published: str | None) -> list[str]:
    """The dates of *text* with a wrong weekday; an unsaid year is within six months of *published*."""
    wrong = []
    for match in _FULL_DATE.finditer(text):
        weekday, day, month = match[1].lower(), int(match[2]), MONTHS.index(match[3].lower()) + 1
        if match[4]:
            years = [int(match[4])]
        elif published:
            near = datetime.date.fromisoformat(published)
            years = [y for y in (near.year - 1, near.year, near.year + 1)
                     if abs((datetime.date(y, month, day) - near).days) <= 183]  # fmt: skip
        else:
            continue
        if not any(WEEKDAYS[datetime.date(y, month, day).weekday()] == weekday for y in years):
            wrong.append(match[0])
    return wrong
