"""Files that LibreOffice writes: the same article must come out of each of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from office_support import word
from relecture.reading import read_path

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed"),
]

PAGE = """<html lang="fr"><head><meta charset="utf-8"><title>La digue</title></head><body>
<h1>La digue coûtera 12&nbsp;M€</h1>
<p>Elle vaut 10<sup>6</sup> euros le m<sup>2</sup>, dit M<sup>me</sup> Łódź. Le CO<sub>2</sub> baisse
de 30&#8239;% ⚡, <a href="https://rte.example/b">selon RTE</a>.</p>
<h2>La suite</h2><blockquote>« Ouf », dit-il.</blockquote>
<p>Une ligne<br>deux lignes.</p><ul><li>un</li><li>deux</li></ul>
<table><tr><td>Lieu</td><td>MW</td></tr><tr><td>Ault</td><td>3</td></tr></table>
<p>Source : RTE</p></body></html>"""


def _convert(path: Path, kind: str, *options: str) -> Path:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        *options,
        "--convert-to",
        kind,
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = path.with_suffix("." + kind.partition(":")[0])
    assert made.is_file()
    return made


def test_one_article_in_four_formats(tmp_path: Path) -> None:
    page = tmp_path / "digue.html"
    page.write_text(PAGE, encoding="utf-8")
    expected = read_path(page)
    odt = _convert(page, "odt:writer8", "--infilter=HTML (StarWriter)")
    for path in (odt, _convert(odt, "docx:MS Word 2007 XML"), _convert(odt, "rtf:Rich Text Format")):
        text = read_path(path)
        assert text.raw.split() == expected.raw.split(), path.name
        wanted = [(s.role, s.span.of(expected.raw)) for s in expected.segments]
        assert [(s.role, s.span.of(text.raw)) for s in text.segments] == wanted, path.name
        assert [link.address for link in text.links] == ["https://rte.example/b"]


def test_tracked_changes_and_hidden_text_in_three_formats(tmp_path: Path) -> None:
    tracked = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'

    def run(text: str, look: str = "", tag: str = "t") -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    first = (
        f"{run('Le parc fournit ')}<w:del {tracked}>{run('13', tag='delText')}</w:del>"
        f"<w:ins {tracked}>{run('12')}</w:ins>{run(' MW')}{run(' secrets', '<w:vanish/>')}{run('.')}"
    )
    second = f"<w:del {tracked}>{run('Un paragraphe ôté.', tag='delText')}</w:del>"
    path = tmp_path / "suivi.docx"
    path.write_bytes(word("".join(f"<w:p>{p}</w:p>" for p in (first, second, run("Fin.")))))
    for made in (path, _convert(path, "odt"), _convert(path, "rtf")):
        assert read_path(made).raw == "Le parc fournit 12 MW.\n\nFin.", made.name
