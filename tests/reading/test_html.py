"""Saved pages: what is the article, what each part is for, and where it stands in the source."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_support import check_cover, check_map, mapped
from relecture.errors import InputError, UnsupportedFormatError
from relecture.reading import html as html_reader
from relecture.reading import read_bytes
from relecture.reading.align import place
from relecture.reading.runs import Run, SourceMap, mended
from relecture.types import SegmentRole, Span, Text

PAGE = """<!DOCTYPE html>\r
<html lang="fr"><head><meta charset="utf-8"><title>La digue &mdash; Le Littoral</title>
<meta property="og:title" content="La digue"><meta name="author" content="Ana Roy">
<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-12"}]}</script>
<script>document.write("<p>script</p>")</script><style>p::before { content: "<p>style</p>" }</style></head>
<body class="has-sidebar"><header><ul><li><a href="/">Accueil</a></li></ul></header>
<nav><p>Menu principal</p></nav>
<main><article>
<h1>La digue co&ucirc;tera 12&nbsp;M&euro;</h1>
<p class="article__chapo">Le conseil a vot&eacute;.</p>
<p class="byline">Par <a href="/ana">Ana Roy</a>, <time datetime="2024-03-11">lundi</time></p>
<figure><img src="a.jpg" alt="x"><figcaption>La digue, hier.</figcaption></figure>
<div class="share-tools">Partager</div>
<p>Elle vaut <b>10<sup>6</sup></b>&nbsp;euros le m<sup>2</sup>, dit
M<sup>me</sup> Roy<sup><a href="#n1">1</a></sup>.
Le CO<sub>2</sub> baisse, <a href="https://rte.example/b">selon RTE</a>, de
   kilo&shy;watts <!-- rien --> e&#769;te&#769; ef&#xFB01;caces &#x1F9D1;&zwj;&#x1F527;.</p>
<h2>La suite</h2>
<blockquote><p>« Ouf », dit-il.</p></blockquote>
<p>Une<br>ligne.<br><br>Deux lignes.</p>
<ul><li>un</li><li>deux</li></ul>
<table><tr><th>Lieu</th><th>MW</th></tr><tr><td>Ault</td><td><p>3</p></td></tr></table>
<p style="display: none">style</p><p hidden>attribut</p><p aria-hidden="true">aria</p>
<p>Il a dit <del>13</del> <ins>12</ins> fois. <code>x = 1</code></p>
<p>Source : <a href="https://rte.example">RTE</a></p>
<aside><p>Une autre digue</p></aside>
</article><section class="related"><p>Encore une digue de 14 MW.</p></section></main>
<footer><p>Mentions légales</p></footer></body></html>"""


def _read(page: str, charset: str = "utf-8") -> Text:
    text = read_bytes(page.encode(charset), path="page.html")
    check_map(text, page)
    check_cover(text)
    return text


def test_the_parts_of_a_page_are_told_apart() -> None:
    text = _read(PAGE)
    roles = (SegmentRole.LINK_LABEL, SegmentRole.MARKUP)
    assert [(s.role.value, s.span.of(text.raw)) for s in text.segments if s.role not in roles] == [
        ("headline", "La digue coûtera 12\u00a0M€"),
        ("standfirst", "Le conseil a voté."),
        ("metadata", "Par Ana Roy, lundi"),
        ("caption", "La digue, hier."),
        (
            "body",
            "Elle vaut 10⁶\u00a0euros le m², dit Mme Roy¹. Le CO2 baisse, selon RTE, de kilowatts été "
            "efficaces 🧑\u200d🔧.",
        ),
        ("heading", "La suite"),
        ("quote", "« Ouf », dit-il."),
        ("body", "Une\nligne."),
        ("body", "Deux lignes."),
        ("body", "un"),
        ("body", "deux"),
        ("body", "Lieu\tMW"),
        ("body", "Ault\t3"),
        ("body", "Il a dit 12 fois. x = 1"),
        ("code", "x = 1"),
        ("source", "Source : RTE"),
    ]
    assert text.metadata == {
        "title": "La digue",
        "byline": "Ana Roy",
        "published": "2024-03-12",
        "language": "fr",
    }


def test_calls_of_notes_code_and_bylines_are_masked() -> None:
    text = _read(PAGE)
    masked = [s.span.of(text.raw) for s in text.segments if s.masked]
    assert masked == ["Par Ana Roy, lundi", "¹", "x = 1"]


def test_links_have_a_label_in_the_text_and_an_address_outside() -> None:
    text = _read(PAGE)
    assert [(link.label.of(text.raw), link.address) for link in text.links] == [
        ("Ana Roy", "/ana"),
        ("selon RTE", "https://rte.example/b"),
        ("RTE", "https://rte.example"),
    ]


def test_every_paragraph_says_where_it_stands() -> None:
    text = _read(PAGE)
    quote = next(s for s in text.segments if s.role is SegmentRole.QUOTE)
    assert quote.locator == "/html/body[1]/main[1]/article[1]/blockquote[1]/p[1]"
    assert SourceMap(text.source_map).project(quote.span) == Span(
        PAGE.index("« Ouf"), PAGE.index("</p></blockquote")
    )


def test_a_page_without_article_is_searched_for_its_prose() -> None:
    page = (
        "<body><div id=top><a href=/a>Une</a> <a href=/b>Sport</a> <a href=/c>Météo</a></div>"
        "<div id=x><h1>Le titre</h1></div><div class='c'><div>Le premier paragraphe, assez long.<br><br>"
        "Le second paragraphe, long aussi.</div><div class=sidebar>Autre chose</div></div>"
    )
    text = _read(page)
    assert text.raw == "Le titre\n\nLe premier paragraphe, assez long.\n\nLe second paragraphe, long aussi."
    assert text.segments[0].role is SegmentRole.HEADLINE


def test_an_unlucky_class_name_does_not_lose_the_article() -> None:
    assert _read("<body class='menu'><div class='comments'><p>Tout l'article est là.</p></div>").raw


@pytest.mark.parametrize(
    ("page", "shown", "prose"),
    [
        ("le 1<sup>er</sup> mai", "le 1er mai", "le 1er mai"),
        ("au XIX<sup>e</sup>", "au XIXe", "au XIXe"),
        ("3,2 × 10<sup>-3</sup> m", "3,2 × 10⁻³ m", "3,2 × 10⁻³ m"),
        ("2024<sup>1</sup> et foyers<sup>2</sup>", "2024¹ et foyers²", "2024  et foyers "),
        ("120 W/m<sup>2</sup>", "120 W/m²", "120 W/m²"),
        ("H<sub>2</sub>O et CO<sub>2</sub>", "H2O et CO2", "H2O et CO2"),
        ("10<sub>2</sub>", "10₂", "10₂"),
    ],
)
def test_raised_and_lowered_figures(page: str, shown: str, prose: str) -> None:
    text = _read(f"<p>{page}</p>")
    assert (text.raw, text.prose) == (shown, prose)


@pytest.mark.parametrize(
    ("head", "written", "encoding", "codes"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252", []),
        ('<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15", "iso8859-15", []),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
            "cp1252",
            "cp1252",
            ["charset"],
        ),
        ('<meta charset="iso-8859-1">', "utf-8", "utf-8", []),
    ],
)
def test_the_declared_charset_is_a_hint(head: str, written: str, encoding: str, codes: list[str]) -> None:
    page = f"{head}<p>L'été a coûté 12 € à la préfète.</p>"
    text = read_bytes(page.encode(written), path="a.html")
    assert text.raw == "L'été a coûté 12 € à la préfète."
    assert text.source.encoding == encoding
    assert [note.code for note in text.diagnostics] == codes


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        ("<div>" * 300 + "x", "nested deeper than 256"),
        ("<p>" + "a" * 10_500_000, "one element is too long|may hold"),
        ("<!-- rien -->", "no text"),
        ("<script>x</script>", "no text"),
        ("<p>&nbsp;</p><br>", "no text"),
        ("<p>" + "mot " * 260_000, "an article may hold"),
    ],
)
def test_pages_that_cannot_be_read_are_refused(page: str, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        read_bytes(page.encode(), path="a.html")


def test_a_page_of_50_megabytes_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_reader, "read", lambda *_: pytest.fail("parsed"))
    with pytest.raises(InputError, match="HTML is read up to 20971520"):
        read_bytes(b"<p>a</p>" * 6_553_600, path="a.html")


def test_without_lxml_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    with pytest.raises(UnsupportedFormatError, match=r"relecture\[formats\]"):
        read_bytes(b"<p>a</p>", path="a.html")


WORDS = st.text(
    alphabet=st.sampled_from("aéàçœ ’«»\u00a0\u202f⚡🔧&<>\"'12,%€\u0301\u00ad\ufb01e"), min_size=1, max_size=20
)


def _shown(words: str) -> str:
    text = "".join(run.text for run in mended([Run(words)]))
    return " ".join(part for part in text.split(" ") if part)


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["&#{0};", "&#x{0:x};", None]), st.randoms())
def test_any_words_are_shown_and_found_again(
    paragraphs: list[str], reference: str | None, random: object
) -> None:
    def written(char: str) -> str:
        if char in "&<>" or (reference and ord(char) > 127 and random.random() < 0.5):  # type: ignore[attr-defined]
            return (reference or "&#{0};").format(ord(char))
        return char

    body = "".join(f"<p>{''.join(map(written, words))}</p>\r\n" for words in paragraphs)
    page = f"<html><body><article><h1>Titre</h1>{body}</article></body></html>"
    text = _read(page)
    expected = [_shown(words).strip() for words in ["Titre", *paragraphs]]
    assert [" ".join(p.split(" ")) for p in text.raw.split("\n\n")] == [words for words in expected if words]
    assert mapped(text).replace(" ", "") == text.raw.replace("\n\n", "").replace(" ", "")


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</i>",
                "<!-- c -->",
                "<table>",
                "<td>",
                "<br>",
                "mot",
                "&eacute;",
                "&",
                "<",
                " ",
                "\r\n",
                "é",
                "</div>",
                "<a href='x>",
                '"',
                "<script>",
                "</script>",
                "<![CDATA[x]]>",
                "<?x?>",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_markup_breaks_the_map(page: str) -> None:
    assert _read(f"<p>Mot</p>{page}").raw


@given(st.lists(st.text(alphabet="aé &;\n", max_size=8), max_size=6))
def test_text_nodes_are_found_in_order(nodes: list[str]) -> None:
    source = "<b>".join(html.escape(node) for node in nodes)
    placed = place(source, nodes)
    assert ["".join(run.text for run in runs) for runs in placed] == nodes
    for runs in placed:
        for run in runs:
            assert run.at is None or html.unescape(run.at.of(source)) == run.text
