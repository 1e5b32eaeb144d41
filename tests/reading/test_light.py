"""Importing the readers loads no parser: one is loaded when a file of its format is met."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_package_loads_no_parser() -> None:
    code = (
        "import sys, relecture.reading as r; r.read_string('Un mot.', path='a.txt');"
        "print(sorted({'lxml', 'yaml', 'spacy', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
