"""Our full annotation against other programs on the same articles, in turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import contender, venvs
from benchmarks.timing import Cost, environment, interleaved

REFERENCE = "stock"


@dataclass(frozen=True, slots=True)
class Throughput:
    """Costs by contender, one a round; the version of each; why some could not run."""

    articles: int
    characters: int
    costs: dict[str, list[Cost]]
    versions: dict[str, str]
    absent: dict[str, str]


class _Runner:
    """A contender's process, loaded and waiting."""

    def __init__(self, python: Path | str, name: str, folder: Path) -> None:
        words = [str(python), contender.__file__, name, str(folder)]
        self._process = subprocess.Popen(
            words,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        word, _, self.version = self._answer().partition(" ")
        if word != "ready":
            raise RuntimeError(f"{name} did not start")
        self()  # caches are filled, for everybody

    def __call__(self) -> Cost:
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        wall, cpu = map(float, self._answer().split())
        return Cost(wall, cpu)

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"ended with code {self._process.wait()}")
        return line.strip()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


def measure(folder: Path, rounds: int) -> Throughput:
    """Every contender on the articles of *folder*."""
    runners: dict[str, _Runner] = {}
    absent: dict[str, str] = {}
    for name in (c.__name__ for c in contender.CONTENDERS):
        python = venvs.interpreter(name) if name in venvs.REQUIREMENTS else sys.executable
        if isinstance(python, str) and python != sys.executable:
            absent[name] = f"could not be installed: {python}"
            continue
        try:
            runners[name] = _Runner(python, name, folder)
        except (OSError, RuntimeError) as error:
            absent[name] = f"could not be run: {error}"
    try:
        work: dict[str, Callable[[], Cost]] = dict(runners)
        costs = interleaved(rounds, work)
    finally:
        for runner in runners.values():
            runner.close()
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")]
    versions = {name: runner.version for name, runner in runners.items()}
    return Throughput(len(texts), sum(map(len, texts)), costs, versions, absent)
