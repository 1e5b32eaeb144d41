"""Tables of sentences, each with every quantity it holds: ``surface | value | unit | kind | approximation``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from relecture.quantities import read_quantities
from relecture.text import bare
from relecture.types import Quantity

CASES = Path(__file__).parent.parent / "cases" / "quantities"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for n, (sentence, expected) in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")).items(), 1):
            found.append(pytest.param(sentence, expected or [], id=f"{path.stem}-{n}"))
    return found


def written(quantity: Quantity) -> str:
    """One quantity on one line, as the tables write it; defaults are left out."""
    if quantity.value is not None:
        value = f"{quantity.value:f}"
    elif quantity.low is not None:
        value = f"{quantity.low:f}..{quantity.high:f}"
    else:
        value = "?"
    assert quantity.unit is not None
    kind = quantity.kind.value if quantity.range_of is None else f"range:{quantity.range_of.value}"
    fields = [quantity.text, value, quantity.unit.canonical, kind, quantity.approximation.value]
    return " | ".join(fields).removesuffix(" | none")


@pytest.mark.parametrize(("sentence", "expected"), _cases())
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"], ids=["space", "nbsp", "nnbsp", "thin"])
def test_sentence(sentence: str, expected: list[str], space: str) -> None:
    raw = sentence.replace("~", space)
    found = read_quantities(bare(raw))
    assert [written(q).replace(space, " ") for q in found] == expected
    assert [q.text for q in found] == [raw[q.span.start : q.span.end] for q in found]
