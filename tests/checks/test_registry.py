"""Files, registry and rules agree, and every rule is complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import relecture.checks
from relecture.checks.base import Check, Status
from relecture.checks.registry import ACROSS_MODULES, MODULES, by_slug, catalogue, checks

FOLDER = Path(relecture.checks.__file__).parent


def test_every_module_with_a_rule_is_registered_once() -> None:
    written = {p.stem for p in FOLDER.glob("*.py") if re.search(r"^RULE = ", p.read_text("utf-8"), re.M)}
    assert written == {*MODULES, *ACROSS_MODULES}
    assert len(written) == len(MODULES) + len(ACROSS_MODULES)


def test_no_name_is_used_twice() -> None:
    names = [n for c in catalogue() for n in (c.rule.slug, c.rule.code, *c.rule.aliases)]
    assert sorted(names) == sorted(by_slug())


@pytest.mark.parametrize("check", catalogue(), ids=lambda c: c.rule.slug)
def test_a_rule_is_complete(check: Check) -> None:
    rule = check.rule
    assert rule.slug.replace("-", "_") in {*MODULES, *ACROSS_MODULES}
    assert re.fullmatch(r"[A-Z]\d\d", rule.code)
    assert rule.code.startswith(rule.family)
    assert len(check.manual) >= 120, "the docstring is the manual"
    assert len(rule.flagged) >= 3
    assert len(rule.accepted) >= 3
    assert rule.false_positives
    assert (rule.status is Status.PREVIEW) == bool(rule.lacks)
    assert set(rule.supersedes) <= {c.rule.slug for c in checks()}


@pytest.mark.parametrize("check", catalogue(), ids=lambda c: c.rule.slug)
def test_texts_are_in_two_languages_with_french_typography(check: Check) -> None:
    rule = check.rule
    for texts in (rule.title, rule.why, *rule.messages.values()):
        assert set(texts) == {"fr", "en"}
        assert "'" not in texts["fr"], texts["fr"]
        assert not re.search(r"«(?! )|(?<! )[»;!?]|(?<![ \w]):(?!//)|\w:\s", texts["fr"]), texts["fr"]
    for texts in rule.messages.values():
        assert set(re.findall(r"\{(\w+)", texts["fr"])) == set(re.findall(r"\{(\w+)", texts["en"]))
