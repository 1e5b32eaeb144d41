"""docs/performance.md from what was measured: tables and the sentences around them, no figure by hand."""

from __future__ import annotations

import statistics
import textwrap
from dataclasses import dataclass
from string import Template

from benchmarks.articles import ROOT
from benchmarks.scaling import Folder, Length
from benchmarks.throughput import REFERENCE, Throughput
from benchmarks.timing import Cost, median, ratio, wall_ratio

TEMPLATE = ROOT / "tests" / "benchmarks" / "performance.md.in"
#: Hours of one core that a cloud rents for a dollar: compute-optimised machines are near 0.04 to 0.05 $ an hour
#: a core at list price, half of it interrupted. An assumption, said as such in the document.
_DOLLARS_AN_HOUR = 0.045
#: What is written in the README stands between these.
_MARKS = ("<!-- make bench -->", "<!-- /make bench -->")
_NAMES = {
    "relecture": "**relecture**, full annotation, JSON and index written",
    "stock": "spaCy `fr_core_news_md`, default settings",
    "flags": "spaCy `fr_core_news_md`, best flags (no tags, lemmas, morphology; batches of 16)",
    "quantulum3": "quantulum3, its English pack",
    "recognizers": "Recognizers-Text, French, five recognisers",
    "edsnlp": "edsnlp, `eds.quantities`",
}


@dataclass(frozen=True, slots=True)
class Results:
    """Everything measured in one run."""

    machine: str
    quick: bool
    minutes: float
    throughput: Throughput
    stages: dict[str, float]
    jobs: dict[str, list[Cost]]
    jobs_articles: int
    lengths: list[Length]
    folders: list[Folder]
    cold: dict[str, list[Cost]]

    @property
    def million(self) -> tuple[float, float]:
        """Hours of one core for a million articles, and dollars: from the processor time of one."""
        hours = self.per_article("relecture") * 1e6 / 3600
        return hours, hours * _DOLLARS_AN_HOUR

    def per_article(self, name: str) -> float:
        """Seconds of processor an article."""
        return median(self.throughput.costs[name]).cpu / self.throughput.articles

    def shares(self) -> list[tuple[str, float]]:
        """The stages, the longest first."""
        total = sum(self.stages.values())
        return sorted(((stage, seconds / total) for stage, seconds in self.stages.items()), key=lambda s: -s[1])


def write(results: Results) -> None:
    """docs/performance.md, and what the README says of it between two marks."""
    (ROOT / "docs" / "performance.md").write_text(document(results), encoding="utf-8")
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(_MARKS[0])
    after = rest.partition(_MARKS[1])[2]
    hours, dollars = results.million
    speed = 1 / ratio(results.throughput.costs["relecture"], results.throughput.costs[REFERENCE])
    length = _count(results.throughput.characters // results.throughput.articles)
    words = (
        f"The full annotation, files written, runs at {speed:.2f} times the speed of spaCy's stock pipeline. "
        f"A million articles of {length} characters take about {hours:.0f} hours of one core, "
        f"{hours / 16:.1f} hours of a machine of 16, or {dollars:.2f} dollars at {_DOLLARS_AN_HOUR} an hour: "
        "an estimate, extrapolated from `make bench` ([docs/performance.md](docs/performance.md))."
    )
    lines = textwrap.fill(words, 110, break_long_words=False, break_on_hyphens=False)
    readme.write_text(f"{before}{_MARKS[0]}\n{lines}\n{_MARKS[1]}{after}", encoding="utf-8")


def document(results: Results) -> str:
    """The whole of docs/performance.md."""
    hours, dollars = results.million
    ours = results.throughput.costs["relecture"]
    stock = results.throughput.costs[REFERENCE]
    longest, second, *_ = results.shares()
    parts = {
        "machine": results.machine,
        "run": f"`make bench{' QUICK=1' if results.quick else ''}`, {results.minutes:.0f} minutes",
        "articles": _count(results.throughput.articles),
        "characters": _count(results.throughput.characters // results.throughput.articles),
        "rounds": str(len(ours)),
        "contenders": _contenders(results.throughput),
        "speed": f"{1 / ratio(ours, stock):.2f}",
        "stages": _table(
            ("Stage", "Share of the processor time", "Of the stock model's time"),
            [(stage, f"{share:.1%}", f"{share * ratio(ours, stock):.1%}") for stage, share in results.shares()],
        ),
        "longest": longest[0],
        "longest_share": f"{longest[1]:.0%}",
        "second": second[0],
        "second_share": f"{second[1]:.0%}",
        "jobs": _jobs(results),
        "lengths": _table(
            ("Characters of an article", "Milliseconds of processor for 1 000 characters"),
            [(_count(n.characters), f"{n.per_thousand * 1e3:.1f}") for n in results.lengths],
        ),
        "folders": _folders(results),
        "cold": _cold(results.cold),
        "hours": f"{hours:.0f}",
        "dollars": f"{dollars:.2f}",
        "sixteen": f"{hours / 16:.1f}",
        "rate": f"{_DOLLARS_AN_HOUR}",
        "index": _index_size(results.folders),
    }
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(parts)


def _index_size(folders: list[Folder]) -> str:
    """Gigabytes for a million articles."""
    return f"{folders[-1].index_bytes / folders[-1].articles / 1e3:.0f}" if folders else "?"


def _contenders(measured: Throughput) -> str:
    stock = measured.costs[REFERENCE]
    rows = []
    for name, costs in measured.costs.items():
        per_article = median(costs).cpu / measured.articles
        spread = (max(c.cpu for c in costs) - min(c.cpu for c in costs)) / median(costs).cpu
        rows.append(
            (
                f"{_NAMES[name]} ({measured.versions[name]})",
                f"{per_article * 1e3:.1f}",
                f"{1 / ratio(costs, stock):.2f}",
                f"{1 / wall_ratio(costs, stock):.2f}",
                f"{spread:.0%}",
            )
        )
    rows += [(_NAMES[name], "–", "–", "–", reason) for name, reason in measured.absent.items()]
    head = ("", "ms of processor an article", "speed, of stock spaCy's (processor)", "(wall clock)", "spread")
    return _table(head, rows)


def _jobs(results: Results) -> str:
    start = statistics.median(c.wall for c in results.jobs["start"])
    one, two = results.jobs["1"], results.jobs["2"]
    whole = statistics.median(a.wall / b.wall for a, b in zip(one, two, strict=True))
    apart = statistics.median((a.wall - start) / (b.wall - start) for a, b in zip(one, two, strict=True))
    rows = [
        ("one process", f"{results.jobs_articles / median(one).wall:.1f}", "1"),
        ("two processes", f"{results.jobs_articles / median(two).wall:.1f}", f"{whole:.2f}"),
        (f"two processes, without the start ({start:.1f} s)", "", f"{apart:.2f}"),
    ]
    head = (f"{_count(results.jobs_articles)} articles", "articles a second of wall clock", "speed")
    return _table(head, rows)


def _folders(results: Results) -> str:
    if not results.folders:
        return "(measured on Linux only)"
    start = statistics.median(c.wall for c in results.jobs["start"])
    rows = [
        (
            _count(folder.articles),
            f"{folder.cost.wall:.1f}",
            f"{per_article(folder, start) * 1e3:.1f}",
            f"{folder.peaks.worker:.0f}",
            f"{folder.peaks.parent:.0f}",
            f"{folder.index_bytes / 1e6:.1f}",
        )
        for folder in results.folders
    ]
    head = (
        "Articles",
        "seconds",
        "ms an article, without the start",
        "worker, peak MB",
        "parent, peak MB",
        "index, MB",
    )
    return _table(head, rows)


def per_article(folder: Folder, start: float) -> float:
    """Seconds of wall clock an article, two processes at work, without the *start* of the command."""
    return (folder.cost.wall - start) / folder.articles


def _cold(cold: dict[str, list[Cost]]) -> str:
    def row(words: str, ours: str, bare: str | None) -> tuple[str, ...]:
        mine = median(cold[ours])
        if bare is None:
            return words, f"{mine.wall:.2f}", "", "", ""
        theirs = median(cold[bare])
        return (
            words,
            f"{mine.wall:.2f}",
            f"{theirs.wall:.2f}",
            f"{wall_ratio(cold[ours], cold[bare]):.2f}",
            f"{ratio(cold[ours], cold[bare]):.2f}",
        )

    rows = [
        row("`annotate --version`", "version", None),
        row("importing spaCy", "ours imports", "bare imports"),
        row("the model loaded (ours: with the other stages imported)", "ours model", "bare model"),
        row("an article annotated (bare: the model applied to it)", "annotate", "bare"),
    ]
    return _table(
        ("Up to", "ours, s", "bare `spacy.load`, s", "wall clock, of the bare", "processor, of the bare"), rows
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" if n == 0 else "---:" for n in range(len(head))), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
