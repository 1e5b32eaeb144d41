"""The page as a file: sealed, self-contained, with the texts unchanged inside."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from drafts import AWKWARD, Draft, awkward, many, script_of, write
from relecture.errors import InputError
from relecture.review._words import WORDS
from relecture.review.load import Reviewed, holds_annotations, load_annotation, load_annotations
from relecture.review.messages import Messages
from relecture.review.page import render, title_of


class Page(HTMLParser):
    """What a browser would load, run or follow."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = (
            tag if tag == "style" or (tag == "script" and ("type", "application/json") not in attrs) else ""
        )

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside].append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser names it)
        self._inside = ""


def sha(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_policy_allows_this_script_and_this_style_only(lang: str) -> None:
    page = Page(render([Reviewed("a", awkward()), Reviewed("b", many(3))], lang=lang))
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert re.findall(r"script-src 'sha256-([^']+)'", policy) == [sha("".join(page.raw["script"]))]
    assert re.findall(r"style-src 'sha256-([^']+)'", policy) == [sha("".join(page.raw["style"]))]


def test_nothing_is_fetched_and_nothing_inline() -> None:
    page = Page(render([Reviewed("a", awkward())]))
    names = {tag for tag, _ in page.tags}
    assert names.isdisjoint({"link", "img", "iframe", "object", "embed", "base"})
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("style", "src") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_the_island_holds_the_text_to_the_character() -> None:
    html = render([Reviewed("a", awkward())])
    assert html.count("</script>") == html.count("<script")
    blocks = script_of(html, "article-data-0")["blocks"]
    runs = [run if isinstance(run, str) else run[0] for block in blocks for run in block["runs"]]
    assert "".join(runs) == AWKWARD


def test_the_same_annotations_give_the_same_page() -> None:
    items = [Reviewed("a", awkward()), Reviewed("b", many(9))]
    assert render(items) == render(items)


def test_the_index_lists_the_worst_article_first() -> None:
    calm = Draft("Rien.", path="b.txt", title="Calme").done()
    html = render([Reviewed("b", calm), Reviewed("a", awkward())], unread=["c.docx: <b>truncated</b>"])
    assert html.index('data-article="1"') < html.index('data-article="0"')
    assert "c.docx: &lt;b&gt;truncated&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("draft", "title"),
    [
        (Draft("x", title=" Un\n titre "), "Un titre"),
        (Draft("# Le titre\n\nCorps").segment("headline", "Le titre"), "Le titre"),
        (Draft("# Titre\n").segment("headline", "# Titre").segment("artefact", "# ", masked=True), "Titre"),
        (Draft("\n  Première ligne\nSuite"), "Première ligne"),
        (Draft(""), "nom"),
    ],
)
def test_titles(draft: Draft, title: str) -> None:
    assert title_of(Reviewed("nom", draft.done())) == title


def test_every_language_has_every_word() -> None:
    assert all(len(row) == 2 and all(row) for row in WORDS.values())
    assert Messages("en").named("severity", "inconnu") == "inconnu"


def test_loading_a_folder_keeps_what_is_good(tmp_path: Path) -> None:
    write(awkward(), tmp_path, "b/x.txt.json")
    (tmp_path / "b" / "manifest.json").write_text("{}")
    (tmp_path / "b" / ".hidden.json").write_text("{")
    (tmp_path / "half.json").write_text('{"schema_version": "1.0", "text"')
    wrong = awkward().to_json().replace('"offset_unit": "codepoint"', '"offset_unit": "byte"')
    (tmp_path / "wrong.json").write_text(wrong)
    (tmp_path / "later.json").write_text(awkward().to_json().replace('"1.0"', '"2.0"', 1))
    shard = [Draft("x", path=f"dossier/{n}.txt").done().to_json(indent=None) for n in range(2)]
    (tmp_path / "annotations-000000.jsonl").write_text("\n".join(shard) + "\n")
    loaded = list(load_annotations([tmp_path, tmp_path / "absent.json"]))
    names = [item.name for item in loaded if isinstance(item, Reviewed)]
    assert names == ["dossier/0.txt", "dossier/1.txt", "b/x.txt"]
    errors = [str(item) for item in loaded if isinstance(item, InputError)]
    assert [Path(e.split(":")[0]).name for e in errors] == [
        "half.json",
        "later.json",
        "wrong.json",
        "absent.json",
    ]
    assert "offset_unit" in errors[2]


def test_decisions_beside_the_annotation_come_with_it(tmp_path: Path) -> None:
    path = write(Draft("x", path="dossier/art.txt").done(), tmp_path)
    decisions = tmp_path / "art.txt.decisions.json"
    decisions.write_text('{"decisions": [{"fingerprint": "ab", "status": "dismissed", "reason": "quoted"}]}')
    assert load_annotation(path).decisions["ab"].reason == "quoted"
    decisions.write_text("[]")
    with pytest.raises(InputError, match="not a file of decisions"):
        load_annotation(path)


def test_a_verdict_is_not_said_twice() -> None:
    draft = Draft("3,88 MJ").verified("s", "Vérifié\u00a0: 3,88 MJ = 1,08 kWh", "3,88 MJ")
    draft.verified("s", "Vérifiées, les deux valeurs", "3,88 MJ")
    said = script_of(render([Reviewed("a", draft.done())]), "article-data-0")["verifications"]
    assert [v["message"] for v in said] == ["3,88 MJ = 1,08 kWh", "Vérifiées, les deux valeurs"]


def test_annotations_are_told_from_other_files(tmp_path: Path) -> None:
    (tmp_path / "ninjs.json").write_text('{"uri": "x", "body_text": "y"}')
    (tmp_path / "a.txt").write_text("texte")
    assert not holds_annotations(tmp_path)
    assert not holds_annotations(tmp_path / "a.txt")
    assert not holds_annotations(tmp_path / "absent")
    assert holds_annotations(write(awkward(), tmp_path, "b/c.json"))
    assert holds_annotations(tmp_path)
