"""The command as people run it: outputs, exit codes, and bad input that costs only itself."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from relecture.cli.app import run
from relecture.schema import json_schema

pytestmark = pytest.mark.e2e

ARTICLE = "Le parc produit\n\nLe parc a livré 3,88 mégajoules, soit 1,1 kWh, selon Réseau Vert.\n"
FAULTY = "Le four\n\nLe four a livré 3,88 mégajoules, soit 14 kWh, selon Réseau Vert.\n"


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, object]:
        loaded: dict[str, object] = json.loads(self.out)
        return loaded


Command = Callable[..., Done]


@pytest.fixture
def annotate(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """The command in this process, so that the model is loaded once; the working directory is empty."""
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")

    def call(*argv: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["annotate", *map(str, argv)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            run()
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_one_article_gives_one_valid_document(annotate: Command, article: Path) -> None:
    done = annotate(article)
    assert (done.code, done.err) == (0, "")
    jsonschema.Draft202012Validator(json_schema()).validate(done.document)
    assert done.document["text"] == ARTICLE


def test_same_input_same_bytes(annotate: Command, article: Path) -> None:
    assert annotate(article).out == annotate(article).out


def test_standard_input(annotate: Command) -> None:
    done = annotate("-", stdin=ARTICLE.encode())
    assert done.code == 0
    assert done.document["text"] == ARTICLE


def test_a_folder_is_mirrored(annotate: Command, tmp_path: Path) -> None:
    inner = tmp_path / "in" / "deep"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (inner / "a.md").write_text(FAULTY, encoding="utf-8")
    assert annotate(tmp_path / "in", "-o", tmp_path / "out").code == 0
    for name, content in (("a.txt", ARTICLE), ("a.md", FAULTY)):
        document = json.loads((tmp_path / "out" / "deep" / f"{name}.json").read_text(encoding="utf-8"))
        assert document["text"] == content


def test_check_exit_codes(annotate: Command, article: Path, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    assert annotate("check", article).code == 0
    done = annotate("check", faulty)
    assert done.code == 1
    assert "conversion-mismatch" in done.out
    assert annotate("check", faulty, "--fail-on", "never").code == 0
    assert annotate("check", faulty, "--ignore", "conversion-mismatch").code == 0


def test_a_baseline_leaves_only_what_is_new(annotate: Command, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    assert annotate(faulty, "-o", tmp_path / "before.json").code == 0
    assert annotate("check", faulty, "--baseline", tmp_path / "before.json").code == 0
    faulty.write_text(FAULTY.replace("3,88", "7,2"), encoding="utf-8")
    assert annotate("check", faulty, "--baseline", tmp_path / "before.json").code == 1


def test_a_dismissed_finding_comes_back_only_when_its_figures_change(annotate: Command, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    findings = annotate(faulty).document["findings"]
    assert isinstance(findings, list)
    decisions = [
        {"fingerprint": f["fingerprint"], "slug": f["slug"], "status": "dismissed", "reason": "other"}
        for f in findings
    ]
    decisions_file = tmp_path / "faulty.txt.decisions.json"
    decisions_file.write_text(json.dumps({"schema_version": "1.0", "decisions": decisions}))
    assert annotate("check", faulty).code == 0
    faulty.write_text("Une première ligne.\n\n" + FAULTY, encoding="utf-8")
    assert annotate("check", faulty).code == 0
    faulty.write_text(FAULTY.replace("3,88", "7,2"), encoding="utf-8")
    assert annotate("check", faulty).code == 1


def test_a_comment_in_the_text_silences_a_check(annotate: Command, tmp_path: Path) -> None:
    order = '<!-- relecture: ignore[conversion-mismatch, power-of-ten] raison="chiffre du rapport" -->'
    faulty = tmp_path / "faulty.md"
    faulty.write_text(FAULTY.rstrip() + f" {order}\n", encoding="utf-8")
    done = annotate(faulty)
    assert done.document["findings"] == []


def test_messages_in_english(annotate: Command, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    french = annotate("check", faulty).out
    english = annotate("check", faulty, "--lang", "en").out
    assert "erreur" in french
    assert "error" in english


def bad_files(folder: Path) -> dict[str, Path]:
    contents = {
        "empty": b"",
        "binary": bytes(range(256)) * 40,
        "nul": b"Une ligne\x00 avec un octet nul.\n",
        "long-line": b"mot " * 2_500_000,
    }
    paths = {}
    for name, content in contents.items():
        paths[name] = folder / f"{name}.txt"
        paths[name].write_bytes(content)
    paths["missing"] = folder / "missing.txt"
    paths["no-article"] = folder / "no-article"
    paths["no-article"].mkdir()
    return paths


@pytest.mark.parametrize("kind", ["empty", "binary", "nul", "long-line", "missing", "no-article"])
def test_bad_input_is_named_and_the_rest_is_done(
    annotate: Command, article: Path, tmp_path: Path, kind: str
) -> None:
    bad = bad_files(tmp_path)[kind]
    done = annotate(bad, article, "-o", tmp_path / "out")
    assert done.code == 2
    (line,) = [line for line in done.err.splitlines() if line.startswith("annotate:")]
    assert str(bad) in line
    assert (tmp_path / "out" / "article.txt.json").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(annotate: Command, article: Path) -> None:
    article.chmod(0)
    done = annotate(article)
    assert done.code == 2
    assert str(article) in done.err


def test_lone_surrogates_from_json(annotate: Command, tmp_path: Path) -> None:
    bad = tmp_path / "item.json"
    bad.write_text('{"headline": "Titre", "body_text": "Un \\ud800 seul."}', encoding="utf-8")
    done = annotate(bad)
    assert done.code in (0, 2)
    if done.code == 2:
        assert str(bad) in done.err
    else:
        assert "\ud800" not in done.document["text"]  # type: ignore[operator]


def test_english_article_gets_a_diagnostic(annotate: Command, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(
        "The plant was built in the north of the country and it has been producing more than 900 MW for "
        "years. Its owner said that they would not close it before the end of the decade, because there "
        "is nothing that could replace it.\n",
        encoding="utf-8",
    )
    done = annotate(path)
    assert done.code == 0
    diagnostics = done.document["diagnostics"]
    assert isinstance(diagnostics, list)
    assert "langue" in [d["code"] for d in diagnostics]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--colour"], "--colour"),
        (["check", "--fail-on", "fatal", "x.txt"], "fatal"),
        (["check", "--select", "no-such-check", "x.txt"], "no-such-check"),
        (["explain", "no-such-check"], "no-such-check"),
        (["run", "--published", "hier", "x.txt"], "hier"),
    ],
)
def test_usage_errors(annotate: Command, argv: list[str], said: str) -> None:
    done = annotate(*argv)
    assert done.code == 2
    assert said in done.err


def test_unknown_configuration_key(annotate: Command, article: Path) -> None:
    Path("relecture.toml").write_text("colour = true\n", encoding="utf-8")
    done = annotate(article)
    assert done.code == 2
    assert "relecture.toml" in done.err
    assert "colour" in done.err


def test_unwritable_output_is_an_error_and_leaves_nothing(
    annotate: Command, article: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    done = annotate(article, "-o", blocked / "out")
    assert done.code == 2
    assert "blocked" in done.err


def test_rules_and_manuals(annotate: Command) -> None:
    listed = json.loads(annotate("rules", "--json").out)
    assert {"conversion-mismatch", "range-inverted", "malformed-link"} <= {r["slug"] for r in listed}
    assert all(annotate("explain", rule["slug"]).code == 0 for rule in listed)


def test_schema_is_json(annotate: Command) -> None:
    assert json.loads(annotate("schema").out) == json_schema()


def test_the_real_script_in_a_real_process(article: Path) -> None:
    script = Path(sys.executable).with_name("annotate")
    done = subprocess.run([script, article], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["text"] == ARTICLE
    assert done.stderr == ""
