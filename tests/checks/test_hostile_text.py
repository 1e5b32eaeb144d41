"""On text made to hurt no check fails, and evidence is what stands at its span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from relecture.checks.base import Check
from relecture.checks.registry import checks
from relecture.settings import Settings
from support import article_of

PIECES = (
    "« ", " »", '"', "“", "12 ", "3,5 MW ", "(", "[a](", "](", "http:/", "www.", "Jean Dupont, ",
    "maire de Lyon ", "puissance de ", "environ ", "de 2012 à 2013, soit ", "dix ans ", "Abc (ABC) ",
    "lundi 3 mai ", ". ", "\n", "\n\n", "née en 1990, ", "à 34 ans ", "ne ", "à peine ", "kWh ", "Kwh ",
    "par an ", "XX % ", "&nbsp;", "<b>", "\u2028", "É",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(lambda p: "A" + "".join(p))


@given(raw=HOSTILE)
@hypothesis_settings(max_examples=120, deadline=None)
def test_evidence_is_always_the_text_at_its_span(raw: str) -> None:
    article = article_of(raw)
    for check in checks():
        for outcome in check.run(article, Settings()):
            assert outcome.evidence
            assert all(item.text == raw[item.span.start : item.span.end] for item in outcome.evidence)


@pytest.mark.parametrize("check", checks(), ids=lambda c: c.rule.slug)
def test_every_message_is_short_in_both_languages(check: Check) -> None:
    for lang in ("fr", "en"):
        for text in check.rule.flagged:
            for outcome in check.run(article_of(text), Settings(lang=lang)):
                assert 0 < len(outcome.message) <= 160, outcome.message
