"""The corrections after `ner`, on hand-made pages."""

from __future__ import annotations

import pytest
import yaml

from entities.pages import marked, shown
from relecture.entities.corrections import corrected, corrections
from relecture.entities.gazetteer import load
from relecture.errors import ConfigurationError
from relecture.types import Span
from support import CASES

TABLE = yaml.safe_load((CASES / "entities" / "corrections.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "case"),
    [(name, case) for name, cases in TABLE.items() for case in cases],
    ids=lambda v: str(v)[:60],
)
def test_correction(name: str, case: dict[str, object]) -> None:
    page, candidates = marked(str(case["text"]))
    assert shown(page, corrections(load())[name](page, candidates)) == case["gives"]


def test_quantities_win() -> None:
    page, candidates = marked("Le site a produit 12 [LOC Kwh] près de [LOC Nantes].")
    at = page.text.index("12")
    assert shown(page, corrected(page, candidates, load(), occupied=[Span(at, at + 6)])) == ["LOC Nantes"]


def test_user_gazetteer_adds_names(tmp_path) -> None:
    extra = tmp_path / "nos-noms.tsv"
    extra.write_text("# les nôtres\nBrumelec\tBRE\tBrumelec Services\n", encoding="utf-8")
    page, candidates = marked("Le tarif de [MISC Brumelec] et celui de BRE.")
    found = corrected(page, candidates, load([str(extra)]))
    assert shown(page, found) == ["ORG Brumelec", "ORG BRE"]


@pytest.mark.parametrize("content", [None, "\tX\n"])
def test_bad_gazetteer_is_an_error(tmp_path, content: str | None) -> None:
    path = tmp_path / "noms.tsv"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"noms\.tsv"):
        load([str(path)])


def test_shipped_list_is_well_formed() -> None:
    known = load()
    assert known.canonical("AFP") == "Agence France-Presse"
    assert all(organisation.domain for organisation in known.by_name.values())
