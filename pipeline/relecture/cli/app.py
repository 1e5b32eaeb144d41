"""The command line: options, exit codes, and nothing else.

Exit codes: 0 done (and clean, for ``check``), 1 findings (``check`` only), 2 usage or unreadable input
(after finishing the rest), 3 a bug in relecture, 130 interrupted.

Heavy imports happen inside the commands, so that ``--help`` and ``--version`` answer at once.
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from relecture.batch.model import Format
from relecture.cli.options import BatchOptions, RunOptions
from relecture.errors import RelectureError
from relecture.review.export.registry import FORMATS
from relecture.types import Severity

EXIT_FINDINGS, EXIT_USAGE, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 3, 130
_OWN_OPTIONS = frozenset({"--help", "-h", "--version", "--install-completion", "--show-completion"})


class DefaultCommandGroup(TyperGroup):
    """A group in which ``annotate article.txt`` means ``annotate run article.txt``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Insert ``run`` unless the first word is a command or an option of the group itself."""
        if args and args[0] not in self.commands and args[0].split("=")[0] not in _OWN_OPTIONS:
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=DefaultCommandGroup,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read French press articles and tell which figures, names and links do not hold together.\n\n"
    "annotate article.txt prints the annotated JSON; annotate articles/ -o annotated/ does a folder.",
)

Paths = Annotated[list[Path], typer.Argument(help="files, folders, or - for standard input")]


class FailOn(StrEnum):
    """The lowest severity that makes ``check`` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    CHECK = "check"
    STYLE = "style"
    NEVER = "never"


Lang = Annotated[str | None, typer.Option("--lang", help="language of messages: fr (default) or en")]
Config = Annotated[
    Path | None, typer.Option("--config", help="settings file (default: relecture.toml found upwards)")
]
Select = Annotated[
    list[str] | None, typer.Option("--select", help="run only these checks (slug, code or family)")
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="leave these checks out")]
Preview = Annotated[bool, typer.Option("--preview", help="add the checks still in preview")]
Strict = Annotated[bool, typer.Option("--strict", help="show borderline verdicts too")]
MinSeverity = Annotated[
    Severity | None, typer.Option("--min-severity", help="hide findings below this severity")
]
MinConfidence = Annotated[
    float | None, typer.Option("--min-confidence", min=0, max=1, help="hide findings below this confidence")
]
Published = Annotated[
    str | None, typer.Option("--published", help="publication date of the articles, YYYY-MM-DD")
]


def _version(value: bool) -> None:
    if value:
        import relecture

        typer.echo(f"relecture {relecture.__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="print the version")
    ] = False,
) -> None:
    """Options of the command itself."""


@app.command("run")
def run_command(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="folder for the JSON files (a .json file for one)")
    ] = None,
    lang: Lang = None,
    config: Config = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    strict: Strict = False,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    published: Published = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="processes (default: one a processor)")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="do again what is already done")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="try again what failed")] = False,
    format: Annotated[
        Format, typer.Option("--format", help="a file an article, or shards of JSON Lines")
    ] = Format.JSON,
    index: Annotated[
        bool, typer.Option("--index/--no-index", help="quantities, entities and full text in index.sqlite")
    ] = True,
    parquet: Annotated[
        bool, typer.Option("--parquet", help="write the index as Parquet files too, under parquet/")
    ] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=1, help="seconds after which an article is given up")
    ] = 120,
    memory_limit: Annotated[
        int, typer.Option("--memory-limit", min=512, help="megabytes that a process may not pass")
    ] = 3072,
    engine: Annotated[
        str, typer.Option("--engine", help="local, dask (on this machine) or dask=ADDRESS of a scheduler")
    ] = "local",
) -> None:
    """Annotate articles: JSON on standard output, or one file an article under --output.

    Under a folder, a second run does only what is new or changed, and index.sqlite says what was done.
    """
    from relecture.cli.commands import run_annotate

    options = RunOptions(config, lang, select, ignore, preview, strict, min_severity, min_confidence, published)
    batch = BatchOptions(jobs, force, retry_failed, format, index, parquet, time_limit, memory_limit, engine)
    _exit(run_annotate(paths, output, options.settings(), batch))


@app.command()
def check(
    paths: Paths,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="lowest severity that makes the exit code 1")
    ] = FailOn.ERROR,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", help="an earlier annotation (or their folder): show only what is new"),
    ] = None,
    across: Annotated[
        bool, typer.Option("--across", help="compare the articles too: one fact, two values in two articles")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON Lines, one finding a line")] = False,
    lang: Lang = None,
    config: Config = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    strict: Strict = False,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    published: Published = None,
) -> None:
    """List what does not hold together, one block a finding; exit 1 when there is something to fix."""
    from relecture.cli.commands import run_check

    options = RunOptions(config, lang, select, ignore, preview, strict, min_severity, min_confidence, published)
    threshold = None if fail_on is FailOn.NEVER else Severity(fail_on.value)
    settings = options.settings()
    _exit(run_check(paths, threshold, settings, baseline=baseline, compare=across, as_json=as_json))


@app.command()
def rules(
    lang: Lang = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
) -> None:
    """List the checks: slug, severity, whether it runs by default, title."""
    from relecture.cli.catalogue import print_rules

    print_rules(lang or "fr", as_json=as_json)


@app.command()
def explain(slug: Annotated[str, typer.Argument(help="slug or code of a check")], lang: Lang = None) -> None:
    """Print the manual of one check."""
    from relecture.cli.catalogue import print_manual

    print_manual(slug, lang or "fr")


@app.command()
def units(as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False) -> None:
    """List the units that are read: name, symbol, French name, dimension, SI value."""
    from relecture.cli.units import print_units

    print_units(as_json=as_json)


@app.command()
def evaluate(
    corpus: Annotated[Path, typer.Argument(help="folder of annotated articles")],
    split: Annotated[str | None, typer.Option("--split", help="only dev or test")] = None,
    gate: Annotated[bool, typer.Option("--gate", help="exit 1 when a figure is below its floor")] = False,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="pin the floors at what is measured")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="why a floor may fall")] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, help="list the first N errors of each sort")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
    config: Config = None,
    preview: Preview = False,
) -> None:
    """Measure the product on an annotated corpus: quantities, names, findings, check by check."""
    from relecture.cli.evaluation import EvaluationOptions, run_evaluate

    options = EvaluationOptions(split, gate, update_floors, reason, errors, as_json)
    _exit(run_evaluate(corpus, options, RunOptions(config=config, preview=preview).settings()))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the annotations."""
    import json

    from relecture.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command("report")
def report_command(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="the HTML file to write, - for standard output")
    ] = Path("review.html"),
    lang: Lang = None,
    config: Config = None,
) -> None:
    """Write the review page: one HTML file for annotations, a folder of them, or articles."""
    from relecture.cli.review import run_report

    _exit(run_report(paths, output, RunOptions(config, lang).settings()))


@app.command("export")
def export_command(
    paths: Paths,
    to: Annotated[str, typer.Option("--to", help=f"format: {', '.join(FORMATS)}")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="folder, or file where the format makes one")
    ] = None,
    lang: Lang = None,
    config: Config = None,
) -> None:
    """Write annotations, a folder of them, or articles in a format of other tools."""
    from relecture.cli.review import run_export

    _exit(run_export(paths, to, output, RunOptions(config, lang).settings()))


def _exit(code: int) -> None:
    if code:
        raise typer.Exit(code)


def run() -> None:
    """Run the command and turn every failure into its exit code and one line on standard error."""
    try:
        app(standalone_mode=True)
    except RelectureError as error:
        print(f"annotate: {error}", file=sys.stderr)
        sys.exit(EXIT_USAGE)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (« annotate … | head »): nothing to say, nothing lost.
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        print(f"annotate: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        if "RELECTURE_DEBUG" in os.environ:
            raise
        sys.exit(EXIT_BUG)
