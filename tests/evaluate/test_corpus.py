"""The corpus is what its sources say: built again, nothing differs, and every claim computes."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from relecture.evaluate import load_corpus, read_floors

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_build", CORPUS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus_build"] = module
    spec.loader.exec_module(module)
    return module


def test_articles_gold_and_counts_are_what_the_sources_give(build: ModuleType) -> None:
    stale = [
        path.name for path, content in build.written().items() if path.read_text(encoding="utf-8") != content
    ]
    assert stale == []


def test_nothing_else_is_in_the_articles(build: ModuleType) -> None:
    assert set((CORPUS / "articles").iterdir()) == {p for p in build.written() if p.parent.name == "articles"}


def test_every_annotation_is_at_its_place() -> None:
    articles = load_corpus(CORPUS).articles
    assert len({article.text for article in articles}) == len(articles)


def test_clean_sources_plant_nothing_and_flawed_ones_one_to_four(build: ModuleType) -> None:
    for source in build.sources():
        planted = len(source.head.get("findings") or {})
        assert planted == 0 if source.head["kind"] == "clean" else 1 <= planted <= 4, source.name


def test_both_splits_hold_clean_and_flawed_articles() -> None:
    articles = load_corpus(CORPUS).articles
    assert {(a.split, a.clean) for a in articles} == {(s, c) for s in ("dev", "test") for c in (True, False)}


def test_a_split_keeps_the_hash_of_the_whole() -> None:
    whole, half = load_corpus(CORPUS), load_corpus(CORPUS, split="test")
    assert len(half.articles) < len(whole.articles)
    assert half.sha256 == whole.sha256


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("3.88/3.6 ~ 1.078", True),
        ("3.88/3.6 ~ 1.08", True),
        ("3.88/3.6 ~ 1.2", False),
        ("412+268 = 680", True),
        ("0.1+0.2 = 0.3", True),
        ("2**3*5 > 40", False),
        ("2025-02-12 mercredi", True),
        ("2025-02-12 mardi", False),
    ],
)
def test_claims_are_computed(build: ModuleType, claim: str, true: bool) -> None:
    assert build.claims.holds(claim) is true


@pytest.mark.parametrize("claim", ["__import__('os') = 1", "1 + 2", "2 ** -1 = 0.5"])
def test_only_arithmetic_is_a_claim(build: ModuleType, claim: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        build.claims.holds(claim)


def test_wrong_weekdays_are_found(build: ModuleType) -> None:
    text = "Le mardi 12 février 2025, puis lundi 14 avril et mardi 14 avril."
    assert build.claims.wrong_dates(text, "2025-04-22") == ["mardi 12 février 2025", "mardi 14 avril"]


@pytest.mark.parametrize(
    ("surface", "note", "expected"),
    [
        ("3,88 MJ", "", ("megajoule", "measure", "3.88", None)),
        ("1 800 gigawattheures", "", ("gigawatt_hour", "measure", "1800", None)),
        ("1'270 voix", "", ("dimensionless", "count", "1270", "voix")),
        ("2.077 mégawatts", "", ("megawatt", "measure", "2077", None)),
        ("135 euros le mégawattheure", "", ("euro/megawatt_hour", "rate", "135", None)),
        ("une centaine de techniciens", "", ("dimensionless", "count", "100", "techniciens")),
        ("trois quarts", "", ("dimensionless", "percent", "0.75", None)),
        ("quatre mois et demi", "", ("month", "duration", "4.5", None)),
        ("2 milliards d'euros", "", ("euro", "money", "2000000000", None)),
        ("12 M€", "", ("euro", "money", "12000000", None)),
        ("4h30", "", ("hour", "duration", "4.5", None)),
        ("sept", "7 dimensionless", ("dimensionless", "count", "7", None)),
    ],
)
def test_amounts_are_read(
    build: ModuleType, surface: str, note: str, expected: tuple[str, str, str, str | None]
) -> None:
    amount = build.amounts.read(surface, note)
    assert (amount.unit, amount.kind, amount.value, amount.noun) == expected


@pytest.mark.parametrize(
    ("surface", "low", "high"),
    [
        ("13 à 24 km", "13", "24"),
        ("2 à 3 milliards d'euros", "2000000000", "3000000000"),
        ("deux ou trois ans", "2", "3"),
    ],
)
def test_ranges_are_read(build: ModuleType, surface: str, low: str, high: str) -> None:
    amount = build.amounts.read(surface)
    assert (amount.kind, amount.low, amount.high) == ("range", low, high)


def test_marks_nest_and_leave_the_text(build: ModuleType) -> None:
    text, found = build.marks.read("Avec {1:{P:M. {2:Marchal}|Maréchal;PDG@X}} et {?~dix ans}.")
    assert text == "Avec M. Marchal et dix ans."
    assert [(m.what, m.text) for m in found] == [
        ("PER", "M. Marchal"),
        ("evidence", "M. Marchal"),
        ("evidence", "Marchal"),
        ("quantity", "dix ans"),
    ]
    assert (found[3].optional, found[3].approximation) == (True, "about")


def test_an_unclosed_mark_is_an_error(build: ModuleType) -> None:
    with pytest.raises(ValueError, match="unclosed"):
        build.marks.read("Avec {3 MW de vent")


def test_gold_is_valid_json_with_the_contract_keys() -> None:
    for path in (CORPUS / "articles").glob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for quantity in gold["quantities"]:
            assert {"start", "end", "text", "kind", "approximation", "unit"} <= quantity.keys()


def test_articles_have_the_length_of_press_articles() -> None:
    sizes = {article.name: len(article.text.split()) for article in load_corpus(CORPUS).articles}
    assert {name: size for name, size in sizes.items() if not 295 <= size <= 800} == {}


def test_the_floors_are_those_of_this_corpus() -> None:
    assert read_floors(CORPUS / "floors.json").corpus_sha256 == load_corpus(CORPUS).sha256
