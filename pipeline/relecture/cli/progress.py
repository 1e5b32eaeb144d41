"""How far a folder is: a live line on a terminal, a plain line now and then elsewhere; a table at the end."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from relecture.batch.model import Tally
from relecture.cli.causes import said

if TYPE_CHECKING:
    from rich.progress import Progress as Live

_EVERY = 30.0  # seconds between two plain lines
_WORDS = {
    "fr": {
        "colon": "\u00a0: ",
        "articles": "articles",
        "rate": "articles/s",
        "findings": "constats",
        "failures": "échecs",
        "left": "restants",
        "done": "annotés",
        "unchanged": "inchangés",
        "remembered": "échecs déjà connus (--retry-failed pour réessayer)",
        "lost": "processus perdus et remplacés",
        "more": "autres échecs : voir la table « articles » de index.sqlite",
        "by_severity": "Par gravité",
        "by_check": "Par contrôle",
        "written": "Annotations et index dans",
        "then": "\u202f; ",
        "stopped": "interrompu",
        "resume": "rien n’est perdu : la même commande reprendra où celle-ci s’est arrêtée",
        "error": "erreur",
        "warning": "avertissement",
        "check": "à vérifier",
        "style": "style",
    },
    "en": {
        "colon": ": ",
        "articles": "articles",
        "rate": "articles/s",
        "findings": "findings",
        "failures": "failures",
        "left": "left",
        "done": "annotated",
        "unchanged": "unchanged",
        "remembered": "failures of earlier runs (--retry-failed to try again)",
        "lost": "processes lost and replaced",
        "more": "other failures: see the table “articles” of index.sqlite",
        "by_severity": "By severity",
        "by_check": "By check",
        "written": "Annotations and index in",
        "then": "; ",
        "stopped": "interrupted",
        "resume": "nothing is lost: the same command will go on from where this one stopped",
        "error": "error",
        "warning": "warning",
        "check": "to check",
        "style": "style",
    },
}


class Progress:
    """A context manager; `show` is called with the state of the run as often as it likes."""

    def __init__(self, lang: str) -> None:
        self._words = _WORDS[lang]
        self._start = self._last = time.monotonic()
        self._live: Live | None = None
        self._tally = Tally()

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Live

            self._live = Live(
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                TextColumn("{task.fields[state]}"),
                console=Console(stderr=True),
            )
            self._live.add_task("", total=None, state="")
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def show(self, tally: Tally) -> None:
        """Show where *tally* stands."""
        self._tally = tally
        now = time.monotonic()
        if self._live is not None:
            ended = tally.total - tally.remaining
            self._live.update(
                self._live.task_ids[0], total=tally.total, completed=ended, state=self._state(tally, now)
            )
        elif now - self._last >= _EVERY:
            self._last = now
            left = f"{tally.remaining} {self._words['left']}"
            print(f"annotate: {self._state(tally, now)}, {left}", file=sys.stderr, flush=True)

    def stopped(self, reason: str | None = None) -> str:
        """What to say when the run ends early, for *reason* or because the user wants it so."""
        words, tally = self._words, self._tally
        counts = f"{tally.done} {words['done']}, {tally.remaining} {words['left']}"
        return f"{reason or words['stopped']} ({counts}){words['then']}{words['resume']}"

    def _state(self, tally: Tally, now: float) -> str:
        words = self._words
        rate = tally.done / max(now - self._start, 1e-6)
        state = f"{rate:.1f} {words['rate']}, {sum(tally.by_severity.values())} {words['findings']}"
        return f"{state}, {tally.failed} {words['failures']}" if tally.failed else state


def print_summary(tally: Tally, output: Path, *, lang: str) -> None:
    """The end of a run, on standard error: what was done, what failed and why, findings by kind."""
    words = _WORDS[lang]
    lines = [f"annotate: {name}: {said(cause, lang)}" for name, cause in tally.failures]
    if tally.failed > len(tally.failures):
        lines.append(f"annotate: {tally.failed - len(tally.failures)} {words['more']}")
    counts = [(tally.done, "done"), (tally.unchanged, "unchanged"), (tally.failed, "failures")]
    counts += [(tally.remembered, "remembered"), (tally.workers_lost, "lost")]
    shown = ", ".join(f"{n} {words[key]}" for n, key in counts if n or key == "done")
    lines.append(f"{tally.total} {words['articles']}{words['colon']}{shown}")
    severities = {
        words[s]: tally.by_severity[s] for s in ("error", "warning", "check", "style") if s in tally.by_severity
    }
    lines += _table(words["by_severity"], severities)
    lines += _table(words["by_check"], tally.by_check)
    lines.append(f"{words['written']} {output}")
    print("\n".join(lines), file=sys.stderr)


def _table(title: str, rows: dict[str, int]) -> list[str]:
    if not rows:
        return []
    width = max(map(len, rows))
    digits = len(str(max(rows.values())))
    return [title, *(f"  {name:<{width}}  {n:>{digits}}" for name, n in rows.items())]
