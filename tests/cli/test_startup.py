"""A cold ``annotate --version`` or ``--help`` imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: pydantic is not listed: Typer itself imports it to describe the parameters of a subcommand.
HEAVY = ("spacy", "thinc", "numpy", "pint", "quantulum3", "text_to_num", "yaml")

PROBE = """
import sys
from relecture.cli import main
sys.argv = ["annotate", *{argv!r}]
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
print("LOADED", *(name for name in {heavy!r} if name in sys.modules))
"""


@pytest.mark.e2e
@pytest.mark.parametrize(
    "argv", [["--version"], ["--help"], ["run", "--help"], ["check", "--help"], ["export", "--help"]]
)
def test_no_heavy_import(argv: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(argv=argv, heavy=HEAVY)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED"


def test_importing_the_package_is_light() -> None:
    code = f"import relecture, sys; print(*(n for n in {HEAVY!r} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
