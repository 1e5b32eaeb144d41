"""ninjs, versions 1 and 2: fields in reading order, characters found again through JSON escapes and HTML."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_support import check_cover
from relecture.errors import InputError
from relecture.reading import read_bytes, read_many_bytes
from relecture.reading.located_json import Located, loads, runs
from relecture.reading.runs import SourceMap
from relecture.types import Span, Text

ONE = {
    "uri": "urn:a:1",
    "type": "text",
    "language": "fr",
    "firstcreated": "2024-03-12T08:30:00+01:00",
    "byline": "Ana Roy",
    "headline": "La digue coûte 12 M€ ⚡",
    "description_text": "Le conseil a voté.",
    "body_text": "Texte nu.",
    "body_html": "<p>Elle vaut 12&nbsp;M&euro;.</p>\n<h2>La suite</h2>\n<p>Un été.</p>",
    "associations": {
        "photo": {"type": "picture", "description_text": "La digue, hier."},
        "lien": {"type": "text"},
    },
}
TWO = {
    "uri": "urn:a:2",
    "headlines": [{"role": "short", "value": "Digue"}, {"role": "main", "value": "La digue tient"}],
    "descriptions": [{"value": "Elle a résisté."}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Nu."},
        {"contenttype": "text/html", "value": "<p>Elle a tenu.</p>"},
    ],
    "associations": [{"name": "p", "type": "picture", "descriptions": [{"value": "La digue."}]}],
}


def _roles(text: Text) -> list[tuple[str, str]]:
    return [(s.role.value, s.span.of(text.raw)) for s in text.segments]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_version_1(ascii_only: bool) -> None:
    source = json.dumps(ONE, ensure_ascii=ascii_only)
    text = read_bytes(source.encode(), path="a.ninjs")
    check_cover(text)
    assert _roles(text) == [
        ("headline", "La digue coûte 12 M€ ⚡"),
        ("standfirst", "Le conseil a voté."),
        ("body", "Elle vaut 12\u00a0M€."),
        ("heading", "La suite"),
        ("body", "Un été."),
        ("caption", "La digue, hier."),
    ]
    assert text.metadata == {
        "title": "La digue coûte 12 M€ ⚡",
        "byline": "Ana Roy",
        "published": "2024-03-12T08:30:00+01:00",
        "language": "fr",
        "url": "urn:a:1",
    }
    assert text.segments[4].locator == "/body_html#/html/body[1]/p[2]"
    for words in ("coûte 12 M€ ⚡", "été"):
        start = text.raw.index(words)
        place = SourceMap(text.source_map).project(Span(start, start + len(words)))
        assert place is not None
        assert json.loads(f'"{place.of(source)}"') == words


def test_version_2_takes_the_main_headline_and_the_html_body() -> None:
    text = read_bytes(json.dumps(TWO).encode(), path="a.json")
    assert _roles(text) == [
        ("headline", "La digue tient"),
        ("standfirst", "Elle a résisté."),
        ("body", "Elle a tenu."),
        ("caption", "La digue."),
    ]
    assert text.segments[2].locator == "/bodies/1/value#/html/body[1]/p[1]"


def test_bare_text_is_a_paragraph_a_line() -> None:
    text = read_bytes(json.dumps({"body_text": "Un.\nDeux.\r\n\r\nTrois."}).encode(), path="a.ninjs")
    assert text.raw == "Un.\n\nDeux.\n\nTrois."


def test_a_list_holds_several_articles() -> None:
    first, second, third = read_many_bytes(json.dumps([ONE, TWO, {"headline": " "}]).encode(), path="a.json")
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert (first.source.path, second.source.path) == ("a.json#1", "a.json#2")
    assert first.source.sha256 != second.source.sha256
    assert second.segments[0].locator == "/1/headlines/1/value"
    assert isinstance(third, InputError)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"{", "not well-formed JSON"),
        (b'{"a": 1}', "no ninjs item"),
        (b"[]", "no ninjs item"),
        (b"3", "no ninjs item"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"headline": 1' + b"0" * 5000 + b"}", "refused"),
        (b'{"headline": "a\\ud800b"}', "lone surrogate"),
        (b'{"body_html": "<p>a\\u0000b</p>"}', "NUL character"),
        (b'{"headline": ""}', "no text"),
    ],
)
def test_what_is_no_news_item_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause) as caught:
        read_bytes(data, path="a.json")
    assert "\n" not in str(caught.value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.booleans(), st.text(" \r\n", max_size=3))
def test_strings_know_where_they_are(value: str, ascii_only: bool, blank: str) -> None:
    source = f"{blank}[1, {json.dumps(value, ensure_ascii=ascii_only)}{blank}]"
    found = loads(source, "a")[1]
    assert isinstance(found, Located)
    assert found == value
    pieces = runs(found, source)
    assert "".join(piece.text for piece in pieces) == value
    for piece in pieces:
        assert piece.at is not None
        assert json.loads(f'"{piece.at.of(source)}"') == piece.text
