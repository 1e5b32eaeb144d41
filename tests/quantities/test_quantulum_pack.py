"""The French pack of quantulum3: it resolves every surface of the table, and leaves English alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relecture.quantities import generate, quantulum
from relecture.quantities.table import table

CASES = [
    ("3,88 mégajoules", 3.88, "megajoule"),
    ("2 megajoules", 2.0, "megajoule"),
    ("1,1 Kwh", 1.1, "kilowatt_hour"),
    ("361,7 TWh", 361.7, "terawatt_hour"),
    ("12\u202f000 MW", 12000.0, "megawatt"),
    ("vingt-cinq mètres carrés", 25.0, "meter**2"),
    ("quatre-vingt-dix-sept euros", 97.0, "euro"),
    ("deux mille trois cents litres", 2300.0, "liter"),
    ("soixante et onze tonnes", 71.0, "metric_ton"),
    ("20 °C", 20.0, "degree_Celsius"),
]

#: Prints what quantulum3 reads in its own English cases; with an argument, after the pack is registered.
ENGLISH = """
import json, sys, warnings
warnings.simplefilter("ignore")
if len(sys.argv) > 1:
    from relecture.quantities import quantulum
    quantulum.register()
    assert quantulum.canonical("kWh") == "kilowatt_hour"
from quantulum3 import load, parser
from pathlib import Path
path = Path(load.__file__).parent / "_lang/en_US/tests/quantities.json"
cases = json.loads(path.read_text(encoding="utf-8"))
out = []
for case in cases:
    found = parser.parse(case["req"])
    out.append([case["req"], [[q.value, q.unit.name, q.surface, list(q.span)] for q in found]])
print(json.dumps(out))
"""


def test_every_surface_is_resolved() -> None:
    expected = {s.text: s.unit.name for s in table().surfaces}
    assert {text: quantulum.canonical(text) for text in expected} == expected


def test_what_is_not_ours_is_not_exposed() -> None:
    assert quantulum.canonical("furlongs") is None
    assert quantulum.canonical("M€") is None
    assert quantulum.canonical("a") in (None, "are")


@pytest.mark.parametrize(("text", "value", "unit"), CASES)
def test_quantulum3_reads_french(text: str, value: float, unit: str) -> None:
    quantulum.register()
    from quantulum3 import parser

    (found,) = parser.parse(text, lang="fr_FR")
    assert (found.value, quantulum.canonical(found.unit.surfaces[0])) == (value, unit)
    assert found.span == (0, len(text))


@pytest.mark.slow
def test_the_pack_is_the_table() -> None:
    for name, content in generate.pack_files().items():
        path = generate.FOLDER / "pack" / name
        assert json.loads(path.read_text(encoding="utf-8")) == content, (
            "run python -m relecture.quantities.generate"
        )


def test_inflect_is_not_imported() -> None:
    code = (
        "import sys; from relecture.quantities import quantulum; quantulum.canonical('kWh'); "
        "from quantulum3 import parser; parser.parse('3 mégajoules', lang='fr_FR'); "
        "sys.exit('inflect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_english_is_untouched(tmp_path: Path) -> None:
    script = tmp_path / "english.py"
    script.write_text(ENGLISH, encoding="utf-8")

    def run(*extra: str) -> Any:
        done = subprocess.run([sys.executable, str(script), *extra], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    before = run()
    assert len(before) > 50
    assert run("registered") == before
