"""The table of units as text."""

from __future__ import annotations

import json

import pytest

from relecture.cli.units import print_units


def test_a_line_a_unit(capsys: pytest.CaptureFixture[str]) -> None:
    print_units(as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:3] == ["kilowatt_hour", "kWh", "kilowattheures"] for line in lines)


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_units(as_json=True)
    records = {(r["name"], r["note"]): r for r in json.loads(capsys.readouterr().out)}
    assert records["megajoule", ""]["si"] == "1000000 J"
    assert records["megawatt", "peak"]["symbol"] == "MWc"
