"""Virtual environments for the programs that cannot live in ours: their pins conflict with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.articles import ROOT

_FOLDER = ROOT / ".bench"
#: What each needs; the second pin is what the first one's own pins forget.
REQUIREMENTS = {
    "recognizers": ("recognizers-text-suite==1.0.2a2", "emoji<2", "setuptools<81"),
    "edsnlp": ("edsnlp==0.23.0", "spacy==3.8.18"),
}


def interpreter(name: str) -> Path | str:
    """The interpreter that has *name*, made and filled when it is not; why there is none, as a string."""
    folder = _FOLDER / name
    python = folder / "bin" / "python"
    done = folder / ".done"
    if not done.exists():
        try:
            subprocess.run(
                [sys.executable, "-m", "uv", "venv", "-q", "--clear", folder, "-p", sys.executable], check=True
            )
            subprocess.run(
                [sys.executable, "-m", "uv", "pip", "install", "-q", "--python", python, *REQUIREMENTS[name]],
                check=True,
                capture_output=True,
                text=True,
            )
        except subprocess.CalledProcessError as error:
            return " ".join((error.stderr or str(error)).split())[:200]
        done.touch()
    return python
