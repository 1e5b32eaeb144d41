"""RSS and Atom: one article an item, its HTML read, its characters found again in the feed."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_support import check_cover
from relecture.errors import InputError
from relecture.reading import read_bytes, read_many_bytes
from relecture.reading.runs import Run, SourceMap, mended
from relecture.types import SegmentRole, Text

RSS = """<?xml version="1.0" encoding="UTF-8"?>\r
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Le Littoral</title><language>fr</language>
<item><title>La digue co&#xFB;te &amp;quot;cher&amp;quot;</title><link>https://a.example/1</link>
<pubDate>Tue, 12 Mar 2024 08:30:00 +0100</pubDate><dc:creator>Ana Roy</dc:creator>
<media:title>Autre chose</media:title>
<description>Le conseil a vot&#233;.</description>
<content:encoded><![CDATA[<p>Elle vaut <b>12&nbsp;M&euro;</b>, soit 10<sup>6</sup>.</p>
<h2>La suite</h2><p>Le CO<sub>2</sub> e&#769;te&#769; &amp; fin. <a href="/b">Bilan</a></p>]]>
</content:encoded></item>
<item><title>Deux</title>
<description>&lt;p&gt;Un &amp;eacute;t&amp;eacute; &amp;amp; demi.&lt;/p&gt;</description></item>
<item><title/></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Littoral</title>
<entry><title>Une digue</title><link rel="self" href="/s"/><link href="https://a.example/1"/>
<author><name>Ana Roy</name></author><published>2024-03-12T08:30:00Z</published>
<summary>Le début du texte...</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le début du texte, puis <em>la fin</em>.</p>
<blockquote><p>« Ouf »</p></blockquote></div></content></entry></feed>"""


def _texts(feed: str, path: str = "feed.rss") -> list[Text | InputError]:
    found = list(read_many_bytes(feed.encode(), path=path))
    for text in found:
        if isinstance(text, Text):
            check_cover(text)
    return found


def _one(feed: str) -> Text:
    (text,) = _texts(feed)
    assert isinstance(text, Text)
    return text


def test_each_item_of_an_rss_feed_is_an_article_with_a_name() -> None:
    first, second, third = _texts(RSS)
    assert isinstance(first, Text)
    assert [
        (s.role.value, s.span.of(first.raw)) for s in first.segments if s.role is not SegmentRole.LINK_LABEL
    ] == [
        ("headline", 'La digue coûte "cher"'),
        ("standfirst", "Le conseil a voté."),
        ("body", "Elle vaut 12\u00a0M€, soit 10⁶."),
        ("heading", "La suite"),
        ("body", "Le CO2 été & fin. Bilan"),
    ]
    assert first.source.path == "feed.rss#1"
    assert first.metadata == {
        "title": 'La digue coûte "cher"',
        "language": "fr",
        "byline": "Ana Roy",
        "published": "2024-03-12T08:30:00+01:00",
        "url": "https://a.example/1",
    }
    assert isinstance(second, Text)
    assert second.raw == "Deux\n\nUn été & demi."
    assert first.source.sha256 != second.source.sha256
    assert isinstance(third, InputError)
    assert str(third) == "feed.rss#3: no text in it"


def test_an_atom_entry_and_a_summary_that_repeats_it() -> None:
    text = _one(ATOM)
    assert text.raw == "Une digue\n\nLe début du texte, puis la fin.\n\n« Ouf »"
    assert text.metadata["published"] == "2024-03-12T08:30:00+00:00"
    assert text.metadata["byline"] == "Ana Roy"
    assert text.metadata["url"] == "https://a.example/1"
    assert text.segments[-1].role is SegmentRole.QUOTE


def test_places_lead_back_to_the_feed_through_two_layers() -> None:
    first, second, _ = _texts(RSS)
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    for text, words, written in (
        (first, "12\u00a0M€", "12&nbsp;M&euro;"),
        (first, "été", "e&#769;te&#769;"),
        (first, "La digue coûte", "La digue co&#xFB;te"),
        (second, "été & demi", "&amp;eacute;t&amp;eacute; &amp;amp; demi"),
    ):
        start = text.raw.index(words)
        place = SourceMap(text.source_map).project(type(text.segments[0].span)(start, start + len(words)))
        assert place is not None
        assert place.of(RSS) == written
    assert first.segments[2].locator == "/rss/channel[1]/item[1]/encoded[1]#/html/body[1]/p[1]"


def test_one_item_may_be_read_as_the_only_article_of_its_file() -> None:
    assert read_bytes(ATOM.encode(), path="a.atom").raw.startswith("Une digue")
    with pytest.raises(InputError, match="several articles"):
        read_bytes(RSS.encode(), path="a.xml")


def test_the_prolog_is_a_hint() -> None:
    feed = '<?xml version="1.0" encoding="ISO-8859-1"?><rss><item><title>Été {}</title></item></rss>'
    for charset in ("utf-8", "cp1252"):
        (text,) = read_many_bytes(feed.format("à l'œuvre").encode(charset), path="a.rss")
        assert isinstance(text, Text)
        assert text.raw == "Été à l'œuvre"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"<rss><channel>", "not well-formed XML"),
        (b"<nitf/>", "no RSS or Atom feed"),
        (b"<rss><channel/></rss>", "the feed has no item"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>', "declares XML entities"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        list(read_many_bytes(data, path="a.rss"))


WORDS = st.text(
    alphabet=st.sampled_from('aéà ’«»\u00a0\u202f⚡👩🔧&<>"12,%\u0301\u00ad\ufb01'), min_size=1, max_size=20
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans())
def test_any_words_are_shown_and_found_again(paragraphs: list[str], cdata: bool) -> None:
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    inner = f"<![CDATA[{body}]]>" if cdata else escape(body)
    feed = f"<rss><channel><item><title>Titre</title><description>{inner}</description></item></channel></rss>"
    text = _one(feed)
    shown = [" ".join("".join(r.text for r in mended([Run(w)])).split(" ")) for w in ["Titre", *paragraphs]]
    squeezed = [" ".join(part for part in words.split(" ") if part).strip() for words in shown]
    assert text.raw.split("\n\n") == [words for words in squeezed if words]
    end = 0
    for t0, t1, s0, s1 in text.source_map:
        assert end <= t0 < t1
        written = feed[s0:s1]
        plain = written.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        plain = plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        assert "".join(r.text for r in mended([Run(plain)])) == text.raw[t0:t1]
        end = t1
