"""The article that the project started from: exactly what its catalogue lists, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from relecture.checks.run import run_checks
from relecture.settings import Settings
from relecture.types import Verdict
from support import article_of, evidence_texts

ARTICLE = Path(__file__).parents[3] / "shared" / "articles" / "next-ink.txt"


@pytest.fixture(scope="module")
def raw() -> str:
    if not ARTICLE.is_file():
        pytest.skip("the article is not part of the repository: shared/articles/next-ink.txt is absent")
    return ARTICLE.read_bytes().decode("utf-8")


def test_findings(raw: str) -> None:
    judgement = run_checks(article_of(raw, path="next-ink.txt"), Settings())
    found = {f.slug: (f.severity.value, evidence_texts(f)) for f in judgement.findings}
    assert len(judgement.findings) == 8, [f.slug for f in judgement.findings]
    assert found["dimension-mismatch"] == ("error", ["puissance de plusieurs centaines de mégajoules"])
    assert found["malformed-link"] == ("error", [raw[1119:], raw[51:1109]])
    assert found["unit-symbol-case"] == ("style", ["Kwh"])
    assert found["unit-spelling"] == ("style", ["megajoules", "megajoules"])
    assert found["stray-preposition"] == ("warning", ["produire de 3,88 megajoules"])
    assert found["double-restriction"] == ("style", ["ne correspond à peine qu’à"])
    assert found["editing-artefact"] == ("style", ["-"])
    assert found["source-missing"] == ("check", ["rapporte Reuters", "Source : [next.ink"])


def test_verified(raw: str) -> None:
    verifications = run_checks(article_of(raw, path="next-ink.txt"), Settings()).verifications
    conversion = next(v for v in verifications if v.slug == "conversion-mismatch")
    assert conversion.calculation.verdict is Verdict.VERIFIED
    assert [e.text for e in conversion.evidence] == ["3,88 megajoules", "1,1 Kwh"]
